"""Running the models: what is kept, what fails and how, and the unit tests beside them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest
from dbt.cli.main import dbtRunner

from flows.errors import ModelError
from flows.store.dbt import build_models
from tests.sql.conftest import rows
from tests.sql.ferry_story import ferry_story
from tests.sql.newsroom import ROOT, Newsroom, write

SQL = ROOT / "sql"


Build = Callable[..., None]


@pytest.fixture
def build(work_dir: Path, tmp_path: Path) -> Build:
    """Build the models of this test's warehouse for some days."""

    def build(*days: date) -> None:
        build_models(tmp_path / "warehouse.duckdb", SQL, work_dir, days, time_zone="UTC")

    return build


def test_an_empty_warehouse_builds_and_the_unit_tests_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(Newsroom().tables, tmp_path / "warehouse.duckdb")
    monkeypatch.setenv("DATELINE_WAREHOUSE", str(tmp_path / "warehouse.duckdb"))
    arguments = ["--quiet", "build", "--project-dir", str(SQL), "--profiles-dir", str(SQL)]
    folders = ["--target-path", str(tmp_path / "target"), "--log-path", str(tmp_path / "logs")]

    result = dbtRunner().invoke(arguments + folders)  # pyright: ignore[reportUnknownMemberType] - untyped in dbt

    assert result.exception is None
    nodes = getattr(result.result, "results", [])
    assert [node.node.name for node in nodes if node.status not in {"success", "pass"}] == []
    assert sum(node.node.resource_type == "unit_test" for node in nodes) >= 4


def test_another_day_leaves_the_days_before_as_they_were(tmp_path: Path, build: Build) -> None:
    write(ferry_story().tables, tmp_path / "warehouse.duckdb")
    count = "select briefing_date, count(*) from briefing_changes group by all order by all"

    build(date(2030, 3, 4))
    build(date(2030, 3, 5))

    with duckdb.connect(tmp_path / "warehouse.duckdb") as warehouse:
        assert rows(warehouse, count) == [(date(2030, 3, 4), 6), (date(2030, 3, 5), 4)]
        # What is no longer so goes from its day, also where nothing takes its place.
        warehouse.execute("delete from raw.deadlines; delete from raw.positions")
        warehouse.execute("delete from raw.issues")

    build(date(2030, 3, 5))

    with duckdb.connect(tmp_path / "warehouse.duckdb") as warehouse:
        assert rows(warehouse, count) == [(date(2030, 3, 4), 6)]


def test_a_misplaced_span_stops_the_build_and_is_named(tmp_path: Path, build: Build) -> None:
    newsroom = ferry_story()
    newsroom.tables["quotes"][0]["exact"] = "We need every goat"
    write(newsroom.tables, tmp_path / "warehouse.duckdb")

    with pytest.raises(ModelError, match="test assert_every_span_is_found_in_its_article"):
        build(date(2030, 3, 4))

    duckdb.connect(tmp_path / "warehouse.duckdb").close()  # no lock is left behind
