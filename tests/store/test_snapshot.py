"""The analysts' snapshot is complete, explains itself, and is never half replaced."""

from __future__ import annotations

import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from flows.errors import WarehouseError
from flows.store import snapshot as snapshot_module
from flows.store.snapshot import publish_snapshot

TABLES = """
create schema raw;
create table raw.articles (body varchar);
create table articles (article_id varchar, published_at timestamp not null);
create table briefing_quotes (briefing_date date, exact varchar);
create table int_events (event_id varchar);
create view stg_articles as select * from articles;
create view speakers as select article_id as speaker_id from articles;
insert into articles values ('a1', '2026-03-05 06:30'), ('a2', '2026-03-05 07:00');
insert into briefing_quotes values ('2026-03-05', 'It''s "done"');
comment on table articles is 'One row per article; it''s the newest revision.';
comment on column articles.published_at is 'When it was published, in "UTC".';
comment on view speakers is 'One row per speaker.';
"""

PUBLISH = """
import sys
from pathlib import Path
from flows.store.snapshot import publish_snapshot
print("begun", flush=True)
publish_snapshot(Path(sys.argv[1]), Path(sys.argv[2]))
print("done", flush=True)
"""

LARGE = """
create table large as
select range as number, md5(cast(range as varchar)) as digest
from range(500000)
"""


@dataclass(frozen=True, slots=True)
class World:
    """A small warehouse and the place of its snapshot."""

    warehouse: Path
    snapshot: Path

    def execute(self, sql: str) -> None:
        with duckdb.connect(self.warehouse) as connection:
            connection.execute(sql)

    def publish(self) -> None:
        publish_snapshot(self.warehouse, self.snapshot)

    def ask(self, sql: str) -> list[tuple[object, ...]]:
        with duckdb.connect(self.snapshot, read_only=True) as connection:
            return connection.execute(sql).fetchall()


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path / "warehouse.duckdb", tmp_path / "briefing.duckdb")
    world.execute(TABLES)
    return world


def test_the_snapshot_holds_public_and_briefing_tables_and_nothing_else(world: World) -> None:
    world.publish()
    assert world.ask("select schema_name, table_name from duckdb_tables() order by all") == [
        ("main", "articles"),
        ("main", "briefing_quotes"),
        ("main", "speakers"),
    ]
    assert world.ask("select view_name from duckdb_views() where not internal") == []


def test_the_rows_come_along_as_they_were(world: World) -> None:
    world.publish()
    assert world.ask("select count(*), min(article_id) from articles") == [(2, "a1")]
    assert world.ask("select exact from briefing_quotes") == [('It\'s "done"',)]


def test_the_snapshot_explains_its_tables_and_columns(world: World) -> None:
    world.publish()
    tables = "select table_name, comment from duckdb_tables() where comment is not null order by 1"
    assert world.ask(tables) == [
        ("articles", "One row per article; it's the newest revision."),
        ("speakers", "One row per speaker."),
    ]
    columns = "select column_name, comment from duckdb_columns() where comment is not null"
    assert world.ask(columns) == [("published_at", 'When it was published, in "UTC".')]


def test_nothing_is_left_beside_the_snapshot(world: World) -> None:
    world.publish()
    assert sorted(path.name for path in world.snapshot.parent.iterdir()) == [
        "briefing.duckdb",
        "warehouse.duckdb",
    ]


def test_a_path_with_quotes_and_spaces_is_no_problem(tmp_path: Path) -> None:
    folder = tmp_path / 'it\'s a "data" folder'
    folder.mkdir()
    world = World(folder / "warehouse.duckdb", folder / "briefing.duckdb")
    world.execute(TABLES)
    world.publish()
    assert world.ask("select count(*) from articles") == [(2,)]


def test_a_reader_keeps_the_old_snapshot_and_the_next_one_sees_the_new(world: World) -> None:
    world.publish()
    with duckdb.connect(world.snapshot, read_only=True) as reader:
        world.execute("insert into articles values ('a3', '2026-03-05 08:00')")
        world.publish()
        assert reader.execute("select count(*) from articles").fetchall() == [(2,)]
    assert world.ask("select count(*) from articles") == [(3,)]


def test_the_log_of_an_analyst_who_wrote_into_the_old_snapshot_is_dropped(world: World) -> None:
    world.publish()
    log = world.snapshot.with_name("briefing.duckdb.wal")
    log.write_bytes(b"not a log of the new snapshot")
    world.publish()
    assert not log.exists()
    assert world.ask("select count(*) from articles") == [(2,)]


def test_what_an_earlier_kill_left_is_built_anew(world: World) -> None:
    building = world.snapshot.with_name(".briefing.duckdb.building")
    building.write_bytes(b"half a database")
    building.with_name(".briefing.duckdb.building.wal").write_bytes(b"half a log")
    world.publish()
    assert not building.exists()
    assert world.ask("select count(*) from articles") == [(2,)]


def test_a_snapshot_that_did_not_close_cleanly_replaces_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.publish()
    with monkeypatch.context() as patch:
        patch.setattr(snapshot_module, "_log_of", lambda database: database)  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]
        with pytest.raises(WarehouseError, match="write-ahead log"):
            world.publish()
    assert world.ask("select count(*) from articles") == [(2,)]


@pytest.mark.parametrize("delay_seconds", [0.0, 0.05, 0.2])
def test_a_kill_midway_leaves_the_old_snapshot_readable(world: World, delay_seconds: float) -> None:
    world.publish()
    world.execute(LARGE)
    process = subprocess.Popen(  # noqa: S603 - our own code
        [sys.executable, "-c", PUBLISH, str(world.warehouse), str(world.snapshot)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"begun\n"
    try:
        process.wait(timeout=delay_seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    process.communicate()
    assert world.ask("select count(*) from articles") == [(2,)]
    world.publish()
    assert world.ask("select count(*) from large") == [(500_000,)]
