"""A day's folder is published whole, is left alone when nothing changed, and survives a kill."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import cast

import duckdb
import pytest

from flows.errors import ModelError
from flows.extracts.csv_file import rows_of
from flows.extracts.extract import Column, ColumnType, Extract
from flows.store import folders
from flows.store.extracts import publish_days
from tests.extracts.invented_day import BRIEFING, DAY

SQL_TYPES = {
    ColumnType.STRING: "varchar",
    ColumnType.INTEGER: "integer",
    ColumnType.NUMBER: "double",
    ColumnType.BOOLEAN: "boolean",
    ColumnType.DATE: "date",
    ColumnType.DATETIME: "timestamp",
}
ORDER = {
    "articles": ["published_at desc", "article_id"],
    "issues": ["rank"],
    "quotes": ["issue_rank", "speaker_name", "start"],
    "deadlines": ["due_start", "event_id"],
    "conflicts": ["conflict_id", "claim"],
    "changes": ["severity", "entity"],
    "coverage": ["status", "source"],
    "positions": ["actor", "issue"],
}


@dataclass(frozen=True, slots=True)
class World:
    """A warehouse with briefing tables, the manifest that describes them, and a folder."""

    warehouse: Path
    manifest: Path
    extracts_dir: Path

    def execute(self, sql: str) -> None:
        with duckdb.connect(self.warehouse) as connection:
            connection.execute(sql)

    def names(self) -> list[str]:
        return sorted(path.name for path in self.extracts_dir.iterdir())


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path / "warehouse.duckdb", tmp_path / "manifest.json", tmp_path / "extracts")
    with duckdb.connect(world.warehouse) as connection:
        for extract in BRIEFING.extracts.values():
            create(connection, extract)
        connection.execute(
            """
            create table article_revisions (
                article_id varchar, headline varchar, outlet varchar, url varchar,
                published_at timestamp, valid_from date, valid_to date
            )
            """
        )
        connection.executemany(
            "insert into article_revisions values (?, ?, ?, ?, ?, date '2026-03-01', null)",
            [
                [source.article_id, source.headline, source.outlet, source.url, source.published_at]
                for source in BRIEFING.sources.values()
            ],
        )
    write_manifest(world.manifest, BRIEFING.extracts)
    return world


def create(connection: duckdb.DuckDBPyConnection, extract: Extract) -> None:
    columns = ", ".join(f'"{column.name}" {SQL_TYPES[column.type]}' for column in extract.columns)
    connection.execute(f"create table briefing_{extract.name} ({columns})")
    marks = ", ".join("?" for _ in extract.columns)
    # The table's own order means nothing: the model says how its rows are sorted.
    rows = [list(row) for row in reversed(extract.rows)]
    connection.executemany(f"insert into briefing_{extract.name} values ({marks})", rows)  # noqa: S608


def write_manifest(manifest: Path, extracts: Mapping[str, Extract]) -> None:
    nodes = {
        f"model.dateline.briefing_{name}": {
            "resource_type": "model",
            "name": f"briefing_{name}",
            "alias": f"briefing_{name}",
            "description": f"One row per\n  row of {name}.\n",
            "config": {
                "meta": {
                    "extract": name,
                    "primary_key": list(extract.primary_key),
                    "order_by": ORDER.get(name, []),
                }
            },
            "columns": {
                column.name: {"description": f"{column.description}\n"}
                for column in extract.columns
            },
        }
        for name, extract in extracts.items()
    }
    others: dict[str, dict[str, object]] = {
        "model.dateline.stg_quotes": {
            "resource_type": "model",
            "name": "stg_quotes",
            "config": {"meta": {}},
        },
        "test.dateline.some": {"resource_type": "test", "name": "some", "config": {}},
    }
    manifest.write_text(json.dumps({"nodes": others | nodes}), encoding="utf-8")


def publish(world: World, day: date = DAY) -> Path:
    return publish_days(world.warehouse, world.manifest, [day], world.extracts_dir)[0].folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_folder_holds_every_extract_the_calendar_the_page_and_the_package(world: World) -> None:
    folder = publish(world)
    assert folder == world.extracts_dir / "2026-03-05"
    assert sorted(path.name for path in folder.iterdir()) == [
        *("articles.csv", "briefing.html", "changes.csv", "conflicts.csv", "coverage.csv"),
        *("datapackage.json", "deadlines.csv", "deadlines.ics", "issues.csv", "positions.csv"),
        "quotes.csv",
    ]


@pytest.mark.parametrize("name", list(BRIEFING.extracts))
def test_a_csv_holds_every_row_of_its_table(world: World, name: str) -> None:
    extract = BRIEFING.extracts[name]
    text = (publish(world) / f"{name}.csv").read_bytes().decode()
    assert sorted(map(str, rows_of(text, extract.columns))) == sorted(map(str, extract.rows))


def test_rows_are_sorted_as_the_model_says_and_then_by_its_key(world: World) -> None:
    text = (publish(world) / "articles.csv").read_text(encoding="utf-8")
    assert re.findall(r"^2026-03-05,(\w+)", text, re.MULTILINE) == ["a1f0", "a2c7", "a3b9"]


def test_a_published_day_counts_its_rows_and_sums_itself_up(world: World) -> None:
    [published] = publish_days(world.warehouse, world.manifest, [DAY], world.extracts_dir)
    assert published.rows == {
        "articles": 3,
        "issues": 3,
        "positions": 3,
        "quotes": 4,
        "deadlines": 4,
        "conflicts": 2,
        "changes": 5,
        "coverage": 6,
    }
    assert published.is_changed
    assert published.summary.startswith("# Thursday, 5 March 2026\n")


def test_the_package_takes_its_words_from_the_models(world: World) -> None:
    package = json.loads((publish(world) / "datapackage.json").read_text(encoding="utf-8"))
    deadlines = package["resources"][4]
    assert deadlines["description"] == "One row per row of deadlines."
    assert deadlines["schema"]["fields"][2]["description"] == "The event of the row."


def test_publishing_again_touches_nothing_when_nothing_changed(world: World) -> None:
    folder = publish(world)
    before = folder.stat().st_ino, folder.stat().st_mtime_ns, contents(folder)
    [again] = publish_days(world.warehouse, world.manifest, [DAY], world.extracts_dir)
    assert (folder.stat().st_ino, folder.stat().st_mtime_ns, contents(folder)) == before
    assert not again.is_changed


def test_a_changed_row_replaces_the_whole_folder(world: World) -> None:
    before = publish(world).stat().st_ino
    world.execute("update briefing_quotes set speaker_name = 'Per A. Lind' where quote_id = 'q1'")
    folder = publish(world)
    assert folder.stat().st_ino != before
    assert "Per A. Lind" in (folder / "briefing.html").read_text(encoding="utf-8")
    assert world.names() == ["2026-03-05"]


def test_a_file_that_someone_added_or_broke_is_gone_after_publishing(world: World) -> None:
    folder = publish(world)
    (folder / "quotes.csv").write_bytes(b"half a li")
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    folder = publish(world)
    assert "notes.txt" not in contents(folder)
    assert contents(folder)["quotes.csv"].startswith(b"briefing_date,issue_rank")


def test_a_reader_who_has_an_old_file_open_goes_on_reading_it(world: World) -> None:
    with (publish(world) / "quotes.csv").open("rb") as quotes:
        world.execute("delete from briefing_quotes")
        publish(world)
        assert b"Nobody wants an empty quay" in quotes.read()


def test_leftovers_of_a_killed_publish_are_cleared_away(world: World) -> None:
    leftover = world.extracts_dir / f"{folders.IN_TRANSIT}2026-03-05"
    leftover.mkdir(parents=True)
    (leftover / "quotes.csv").write_bytes(b"half a li")
    publish(world)
    assert world.names() == ["2026-03-05"]


def test_a_publish_that_is_killed_before_the_swap_leaves_the_old_folder_whole(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(publish(world))
    world.execute("delete from briefing_quotes")

    def kill(*_: object) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(folders, "exchange", kill)
        with pytest.raises(KeyboardInterrupt):
            publish(world)
    assert contents(world.extracts_dir / "2026-03-05") == before
    assert contents(publish(world)) != before
    assert world.names() == ["2026-03-05"]


def test_where_folders_cannot_be_exchanged_they_are_replaced_in_two_steps(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(world)
    world.execute("delete from briefing_quotes")

    def refuse(*_: object) -> bool:
        return False

    monkeypatch.setattr(folders, "exchange", refuse)
    folder = publish(world)
    assert len((folder / "quotes.csv").read_text(encoding="utf-8").splitlines()) == 1
    assert world.names() == ["2026-03-05"]


def test_days_are_published_together_and_each_holds_only_its_own_rows(world: World) -> None:
    days = [DAY, DAY + timedelta(days=1), DAY + timedelta(days=40)]
    world.execute("update briefing_quotes set briefing_date = '2026-03-06' where quote_id = 'q1'")
    published = publish_days(world.warehouse, world.manifest, days, world.extracts_dir)
    assert [(day.day.isoformat(), day.rows["quotes"]) for day in published] == [
        ("2026-03-05", 3),
        ("2026-03-06", 1),
        ("2026-04-14", 0),
    ]
    assert world.names() == ["2026-03-05", "2026-03-06", "2026-04-14"]


def test_the_page_cites_an_article_as_it_stood_on_the_day(world: World) -> None:
    world.execute("update article_revisions set valid_to = '2026-03-06' where article_id = 'a1f0'")
    world.execute(
        """
        insert into article_revisions
        select article_id, 'Later headline', outlet, url, published_at, '2026-03-06', null
        from article_revisions where article_id = 'a1f0'
        """
    )
    world.execute("update briefing_quotes set briefing_date = '2026-03-06' where quote_id = 'q4'")
    today = (publish(world) / "briefing.html").read_text(encoding="utf-8")
    tomorrow = publish(world, DAY + timedelta(days=1)) / "briefing.html"
    assert "Later headline" not in today
    assert "Later headline" in tomorrow.read_text(encoding="utf-8")


def test_an_editors_own_model_is_published_beside_the_others(world: World) -> None:
    world.execute(
        """
        create table briefing_ports as
        select
            date '2026-03-05' as briefing_date,
            'Lund' as port,
            1.5::decimal(9, 2) as fee,
            timestamptz '2026-03-05 12:00:00+02' as seen_at,
            ['a', 'b'] as berths,
            interval 2 hours as wait
        """
    )
    columns = ("briefing_date", "port", "fee", "seen_at", "berths", "wait")
    own = Extract(
        "ports", "", tuple(Column(name, ColumnType.STRING, "") for name in columns), ("port",), ()
    )
    write_manifest(world.manifest, {**BRIEFING.extracts, "ports": own})
    folder = publish(world)
    assert (folder / "ports.csv").read_text(encoding="utf-8").splitlines()[1] == (
        '2026-03-05,Lund,1.5,2026-03-05T10:00:00Z,"[""a"", ""b""]",02:00:00'
    )
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    fields = package["resources"][8]["schema"]["fields"]
    assert [field["type"] for field in fields] == [
        *("date", "string", "number", "datetime", "array", "string"),
    ]


def add_ports(world: World, columns: tuple[str, ...], key: tuple[str, ...] = ()) -> None:
    world.execute(
        """
        create table briefing_ports (briefing_date date, port varchar);
        insert into briefing_ports values ('2026-03-05', 'Ystad'), ('2026-03-05', 'Lund')
        """
    )
    described = tuple(Column(name, ColumnType.STRING, "") for name in columns)
    own = Extract("ports", "", described, key, ())
    write_manifest(world.manifest, {**BRIEFING.extracts, "ports": own})


def test_a_model_without_an_order_is_sorted_by_all_its_columns(world: World) -> None:
    add_ports(world, ("port",))
    assert (publish(world) / "ports.csv").read_text(encoding="utf-8").split() == [
        *("briefing_date,port", "2026-03-05,Lund", "2026-03-05,Ystad"),
    ]


def test_a_model_whose_key_is_no_column_is_named_and_nothing_is_published(world: World) -> None:
    add_ports(world, ("port",), key=("harbour",))
    with pytest.raises(ModelError, match=r"briefing_ports cannot be made into ports\.csv.*harbour"):
        publish(world)
    assert world.names() == []


def test_a_hostile_morning_is_published_like_any_other(world: World) -> None:
    world.execute(
        """
        update briefing_deadlines
        set event = '=HYPERLINK("http://evil")', sentence = chr(0) || repeat('x', 1000000)
        """
    )
    folder = publish(world)
    quotes = rows_of(
        (folder / "deadlines.csv").read_bytes().decode(), BRIEFING.extracts["deadlines"].columns
    )
    assert {cast("str", row[2]) for row in quotes} == {'=HYPERLINK("http://evil")'}
    assert len((folder / "briefing.html").read_bytes()) < 100_000


def test_a_description_is_not_needed(world: World) -> None:
    bare = {
        name: replace(extract, columns=extract.columns[:1])
        for name, extract in BRIEFING.extracts.items()
    }
    write_manifest(world.manifest, bare)
    assert len(contents(publish(world))) == 11
