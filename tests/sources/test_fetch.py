from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from flows.errors import SettingsError
from flows.fetch import fetch_sources
from flows.settings import Settings
from tests.sources.server import Page, Site

AS_OF = datetime(2026, 3, 2, 6, tzinfo=UTC)


def settings_for(site: Site, folder: Path, contact: str = "desk@example.org") -> Settings:
    (folder / "sources.toml").write_text(
        f'pages = ["{site.url("/story")}", "{site.url("/gone")}"]', encoding="utf-8"
    )
    return Settings(
        data_dir=folder,
        contact=contact,
        fetch_interval_seconds=0,
        allow_private_hosts=f"intranet.example:80, {site.host}",
    )


def test_a_round_leaves_files_in_the_inbox_and_a_row_a_source(site: Site, tmp_path: Path) -> None:
    site.pages["/story"] = Page(b"<p>words", headers={"Content-Type": "text/html"})
    settings = settings_for(site, tmp_path)
    reports = fetch_sources(settings, AS_OF)
    assert [(report.saved, report.problems) for report in reports] == [
        (1, []),
        (0, [f"{site.url('/gone')} answers 404 Not Found"]),
    ]
    with duckdb.connect(settings.warehouse, read_only=True) as warehouse:
        rows = warehouse.sql("from raw.fetches order by saved desc").fetchall()
    at = AS_OF.replace(tzinfo=None)
    assert rows == [
        (site.url("/story"), "pages", 1, 0, [], at),
        (site.url("/gone"), "pages", 0, 0, [f"{site.url('/gone')} answers 404 Not Found"], at),
    ]
    assert site.headers[0]["User-Agent"].startswith("Dateline/")
    assert site.headers[0]["User-Agent"].endswith(" (+desk@example.org)")


def test_nobody_is_asked_before_we_say_who_asks(site: Site, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="DATELINE_CONTACT"):
        fetch_sources(settings_for(site, tmp_path, contact=""), AS_OF)
    assert site.asked == []


def test_the_loopback_is_closed_unless_it_is_opened_by_name(site: Site, tmp_path: Path) -> None:
    settings = settings_for(site, tmp_path).model_copy(update={"allow_private_hosts": ""})
    problems = [problem for report in fetch_sources(settings, AS_OF) for problem in report.problems]
    assert len(problems) == 2
    assert all("127.0.0.1, which is not a public address" in problem for problem in problems)
    assert site.asked == []
