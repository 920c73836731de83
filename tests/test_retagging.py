"""A changed taxonomy: the same rows as if every article had been read with it, and no more work."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pytest

from flows.errors import TaxonomyError
from flows.findings import findings_in
from flows.issues.find import tagger_of
from flows.own_taxonomy import taxonomy_in
from flows.records import Article, Precision, PublishedBasis
from flows.retagging import retag
from flows.rows import rows_of, tables_of
from flows.settings import Settings
from flows.store.references import changed_references
from flows.store.warehouse import Batch, open_warehouse
from flows.text.blocks import blocks_of
from tests.morning import AS_OF, SAMPLES, Dateline, files_below, rows_of_every_table

MORNING = datetime(2026, 3, 6, 6)  # noqa: DTZ001 # the tables keep UTC without a zone
TEXTS = {
    2: ("Eels return", "The eel catch rose.\nA tariff on eels was cut.", ()),
    3: ("Ferries stop", "The ferry union began a strike.\nA feed-in tariff was paid.", ()),
    4: ("Nothing much", "The weather was fine.", ("Puffin culls", "local gossip")),
    5: ("Courts", "A judge spoke.", ("medtop:20000032",)),
}
PUFFINS = (
    '[[issue]]\nid = "seabirds"\nname = "Puffin culls"\nabout = "Birds."\nterms = ["puffin"]\n'
)
EELS = '[[issue]]\nid = "eels"\nname = "Eels"\nabout = "The catch of eels."\nterms = ["eel"]\n'
EDITS = {
    "a new issue": (EELS, {2}),
    "a name that a keyword states": (PUFFINS, {4}),
    "more terms": ('[[issue]]\nid = "tariffs"\nextend = true\nterms = ["eel catch"]\n', {2}),
    "a phrase that hides": (
        '[[issue]]\nid = "tariffs"\nextend = true\nnever = ["tariff on"]\n',
        {2},
    ),
    "an issue removed": ('[[issue]]\nid = "labour-strikes"\nremove = true\n', {3}),
    "a keyword that names no issue": ('not_issues = ["local gossip"]\n', {4}),
    "another description": ("# A comment alone.\n", set[int]()),
    "a term of a code's name": (EELS.replace('"eel"', '"architecture"'), {5}),
}


def settings_in(folder: Path) -> Settings:
    folder.mkdir(exist_ok=True)
    return Settings(data_dir=folder)


def article(day: int) -> Article:
    headline, body, topics = TEXTS[day]
    return Article(
        article_id=f"a{day}",
        content_sha256=f"c{day}",
        headline=headline,
        body=body,
        blocks=tuple(blocks_of(body)),
        published_at=datetime(2026, 3, day, 10, tzinfo=UTC),
        published_precision=Precision.MINUTE,
        published_basis=PublishedBasis.METADATA,
        source_file=f"inbox/{day}.txt",
        source_format="text",
        topics=topics,
    )


def load(settings: Settings) -> None:
    """Read the articles as an ingest does, with the taxonomy as it is now."""
    tagger = tagger_of(taxonomy_in(settings.taxonomy_file))
    rows = [rows_of(findings_in(article(day), tagger)) for day in TEXTS]
    days = {date(2026, 3, day) for day in TEXTS}
    with open_warehouse(settings.warehouse) as warehouse:
        retag(warehouse, settings)
        warehouse.load(Batch("run-1", MORNING, tables_of(rows), stale_days=days))
        warehouse.mark_published(sorted(days), "run-1", MORNING)


def stored(settings: Settings) -> dict[str, list[tuple[object, ...]]]:
    with duckdb.connect(settings.warehouse) as connection:
        return {
            table: connection.sql(f"from raw.{table} order by all").fetchall()
            for table in ("issues", "issue_mentions", "taxonomy")
        }


@pytest.mark.parametrize("edit", EDITS)
def test_retagged_rows_are_those_of_a_fresh_load(edit: str, tmp_path: Path) -> None:
    text, days = EDITS[edit]
    old, fresh = settings_in(tmp_path / "old"), settings_in(tmp_path / "fresh")
    load(old)
    for settings in (old, fresh):
        settings.taxonomy_file.write_text(text, encoding="utf-8")
    load(fresh)
    with open_warehouse(old.warehouse) as warehouse:
        assert retag(warehouse, old) == len(days)
        stale = [date(2026, 3, day) for day in TEXTS if day >= min(days, default=max(TEXTS))]
        assert warehouse.stale_days() == stale
    assert stored(old) == stored(fresh)


def test_a_file_that_goes_takes_its_issues_along(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    load(settings)
    before = stored(settings)
    settings.taxonomy_file.write_text(EELS, encoding="utf-8")
    with open_warehouse(settings.warehouse) as warehouse:
        retag(warehouse, settings)
        settings.taxonomy_file.unlink()
        assert retag(warehouse, settings) == 1
    assert stored(settings) == before


def test_an_article_that_no_rule_can_read_is_left_out(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    german = rows_of(findings_in(replace(article(2), language="de")))
    with open_warehouse(settings.warehouse) as warehouse:
        warehouse.load(Batch("run-1", MORNING, tables_of([german])))
        assert retag(warehouse, settings) == 0


def test_a_mistake_in_the_file_changes_nothing_and_is_told_again(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    load(settings)
    before = stored(settings)
    settings.taxonomy_file.write_text(EELS + "terms = 3\n", encoding="utf-8")
    for _ in range(2):
        with (
            pytest.raises(TaxonomyError, match=r"taxonomy\.toml, line 6"),
            open_warehouse(settings.warehouse) as warehouse,
        ):
            retag(warehouse, settings)
    assert stored(settings) == before
    assert changed_references(settings.warehouse, settings.taxonomy_files) == ["taxonomy"]


def test_a_file_that_is_no_utf8_is_reported_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "taxonomy.toml"
    path.write_bytes(b"# Ours\n# caf\xe9\n")
    with pytest.raises(TaxonomyError, match=r"line 2, column 6: this is no UTF-8"):
        taxonomy_in(path)


def test_an_edited_taxonomy_changes_the_rows_of_one_article_alone(
    dateline: Dateline, morning: Path, tmp_path: Path
) -> None:
    data_dir = tmp_path / "again"
    shutil.copytree(morning, data_dir)
    (data_dir / "taxonomy.toml").write_text(
        EELS.replace('"eel"', '"data watchdog"'), encoding="utf-8"
    )
    done = dateline(data_dir, "run", str(SAMPLES), "--as-of", AS_OF)
    assert done.returncode == 0, done.stderr
    assert "The taxonomy has changed: 1 stored article retagged." in done.stdout
    before, after = rows_of_every_table(morning), rows_of_every_table(data_dir)
    (new,) = set(after["issues"]) - set(before["issues"])
    assert set(before["issues"]) - set(after["issues"]) == set()
    assert "eels" in new
    # The day before the article's is not briefed again. Those after it tell of its stands, too,
    # which have an issue now.
    changed = {
        path.split("/")[0]
        for path, content in files_below(data_dir / "extracts").items()
        if files_below(morning / "extracts")[path] != content
    }
    assert changed == {"2026-03-03", "2026-03-04", "2026-03-05"}
    again = dateline(data_dir, "run", str(SAMPLES))
    assert "Nothing new: 22 files unchanged" in again.stdout
