from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest

from flows.errors import WarehouseError
from flows.rows import Row, tables_of
from flows.store.warehouse import Batch, open_warehouse, stale_days

MORNING = datetime(2026, 3, 6, 6)  # noqa: DTZ001 # the tables keep UTC without a zone
DAY = date(2026, 3, 5)


def ledger_row(name: str = "inbox/a.txt") -> Row:
    return {
        "source_file": name,
        "file_sha256": "ff",
        "bytes": 5,
        "modified_ns": 7,
        "outcome": "loaded",
        "source_format": "text",
        "articles": 1,
        "run_id": "run-1",
        "seen_at": MORNING,
    }


def batch(*files: Row, days: set[date] | None = None) -> Batch:
    return Batch("run-1", MORNING, tables_of([]), files=list(files), stale_days=days or set())


def run_row(run_id: str) -> Row:
    return {
        "run_id": run_id,
        "status": "running",
        "as_of": MORNING,
        "started_at": MORNING,
        "versions": {"duckdb": "1.5.5"},
        "parameters": {},
    }


def test_the_ledger_remembers_each_file(tmp_path: Path) -> None:
    with open_warehouse(tmp_path / "warehouse.duckdb") as warehouse:
        warehouse.load(batch(ledger_row()))
        (entry,) = warehouse.ledger()
    assert (entry.source_file, entry.file_sha256, entry.size_bytes) == ("inbox/a.txt", "ff", 5)


def test_a_batch_that_fails_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    with (
        pytest.raises(WarehouseError, match="could not be written"),
        open_warehouse(path) as warehouse,
    ):
        warehouse.load(batch(ledger_row(), ledger_row("b") | {"bytes": None}, days={DAY}))
    with open_warehouse(path) as warehouse:
        assert warehouse.ledger() == []
    assert stale_days(path) == []


def test_new_articles_make_their_day_and_every_later_briefing_stale(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    days = [date(2026, 3, day) for day in (2, 3, 4)]
    with open_warehouse(path) as warehouse:
        warehouse.load(batch(days=set(days)))
        warehouse.mark_published(days, "run-1", MORNING)
        assert warehouse.stale_days() == []
        warehouse.load(batch(days={date(2026, 3, 3)}))
        assert warehouse.stale_days() == [date(2026, 3, 3), date(2026, 3, 4)]


def test_publishing_again_keeps_the_first_moment(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    later = datetime(2026, 3, 7, 6)  # noqa: DTZ001
    with open_warehouse(path) as warehouse:
        warehouse.mark_published([DAY], "run-1", MORNING)
        warehouse.mark_published([DAY], "run-2", later)
    with duckdb.connect(path) as connection:
        assert connection.sql("from raw.briefings").fetchall() == [(DAY, MORNING, later, "run-2")]


def test_a_run_that_never_ended_is_marked_killed_by_the_next(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    with open_warehouse(path) as warehouse:
        warehouse.begin_run(run_row("run-1"))
        warehouse.begin_run(run_row("run-2"))
        warehouse.update_run(
            "run-2",
            {
                "status": "done",
                "files_read": 3,
                "seconds_by_stage": {"ingest": 0.5},
                "parameters": {},
                "problem": "it's",
            },
        )
    with duckdb.connect(path) as connection:
        rows = connection.sql(
            """
            select run_id, status, files_read, seconds_by_stage, problem
            from raw.runs
            order by run_id
            """
        ).fetchall()
    assert rows == [
        ("run-1", "killed", None, None, None),
        ("run-2", "done", 3, {"ingest": 0.5}, "it's"),
    ]


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    path.write_text("not a database", encoding="utf-8")
    with (
        pytest.raises(WarehouseError, match=r"warehouse\.duckdb cannot be opened"),
        open_warehouse(path),
    ):
        pass


def test_a_warehouse_of_another_version_says_so(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    with open_warehouse(path):
        pass
    with duckdb.connect(path) as connection:
        connection.execute("alter table raw.quotes drop column confidence")
    with (
        pytest.raises(WarehouseError, match=r"another version of Dateline \(raw.quotes.confidence"),
        open_warehouse(path),
    ):
        pass
