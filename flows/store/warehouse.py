"""The DuckDB warehouse: the only writer of the raw tables. A batch is one transaction."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Literal, cast

import duckdb

from flows.errors import WarehouseError
from flows.rows import FINDING_TABLES, Row

_SCHEMA = Path(__file__).with_name("schema.sql")
_COLUMNS = """
    select table_name, column_name, data_type
    from duckdb_columns()
    where schema_name = 'raw' and database_name = current_database()
"""

FileOutcome = Literal["loaded", "duplicate", "rejected"]


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One file in the ledger; `is_rejected` files may be tried again under another name."""

    source_file: str
    file_sha256: str
    size_bytes: int
    modified_ns: int
    outcome: FileOutcome


@dataclass(slots=True)
class Batch:
    """What one transaction loads: raw rows by table, ledger entries and rejections."""

    run_id: str
    loaded_at: datetime
    tables: dict[str, list[Row]]
    files: list[Row] = field(default_factory=list[Row])
    rejections: list[Row] = field(default_factory=list[Row])
    stale_days: set[date] = field(default_factory=set[date])


class Warehouse:
    """An open warehouse. Use `open_warehouse`, which closes it."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Take an open connection and make sure that the raw tables are there."""
        self._connection = connection
        self._connection.execute("set TimeZone = 'UTC'")
        self._connection.execute(_SCHEMA.read_text(encoding="utf-8"))

    def ledger(self) -> list[LedgerEntry]:
        """Return every file that was ever taken in."""
        rows = self._connection.execute(
            "select source_file, file_sha256, bytes, modified_ns, outcome from raw.files"
        ).fetchall()
        return [LedgerEntry(*row) for row in rows]

    def known_revisions(self, revision_ids: Sequence[str]) -> set[str]:
        """Return which of these revisions are loaded already."""
        rows = self._connection.execute(
            "select revision_id from raw.articles where revision_id in (select unnest(?))",
            [list(revision_ids)],
        ).fetchall()
        return {revision_id for (revision_id,) in rows}

    def publications_of(self, article_ids: Sequence[str]) -> list[Row]:
        """Return when the loaded revisions of these articles were published."""
        rows = self._connection.execute(
            """
            select distinct published_at, published_precision
            from raw.articles
            where article_id in (select unnest(?))
            """,
            [list(article_ids)],
        ).fetchall()
        return [
            {"published_at": published_at, "published_precision": precision}
            for published_at, precision in rows
        ]

    def load(self, batch: Batch) -> None:
        """Append the batch, all of it or nothing."""
        with self.transaction():
            stamp: Row = {"run_id": batch.run_id, "loaded_at": batch.loaded_at}
            self.append("articles", [{**row, **stamp} for row in batch.tables["articles"]])
            for name in FINDING_TABLES:
                self.append(name, batch.tables[name])
            self.append("files", batch.files, "insert or replace")
            self.append("rejections", batch.rejections, "insert or ignore")
            self.append_missing_days(batch.stale_days)

    def reference_sha256s(self) -> dict[str, str]:
        """Return the hash of each reference file that the rows were made with."""
        # Without a parameter: a run with nothing new asks this, and must not load pandas.
        rows = self._connection.execute("select name, file_sha256 from raw.reference_files")
        return dict(rows.fetchall())

    def reference_text(self, name: str) -> str:
        """Return the words of a reference file as the rows were made with; empty if unknown."""
        row = self._connection.execute(
            "select content from raw.reference_files where name = ?", [name]
        ).fetchone()
        return row[0] if row else ""

    def keep_reference(self, name: str, file_sha256: str, content: str) -> None:
        """Keep a reference file as the rows are now made with."""
        self._connection.execute(
            "insert or replace into raw.reference_files values (?, ?, ?)",
            [name, file_sha256, content],
        )

    def record_fetches(self, fetches: list[Row]) -> None:
        """Record what each source gave in one round."""
        with self.transaction():
            self.append("fetches", fetches, "insert or replace")

    def begin_run(self, run: Row) -> None:
        """Record that a run has begun, and that any other unfinished one was killed."""
        with self.transaction():
            self._connection.execute(
                "update raw.runs set status = 'killed' where status in ('running', 'publishing')"
            )
            columns = ", ".join(run)
            values = ", ".join(_literal(value) for value in run.values())
            self._connection.execute(f"insert into raw.runs ({columns}) values ({values})")  # noqa: S608 # written by _literal

    def update_run(self, run_id: str, changes: Row) -> None:
        """Record how a run goes or ended: its counts, durations and, if it failed, the problem."""
        settings = ", ".join(f"{name} = {_literal(value)}" for name, value in changes.items())
        self._connection.execute(
            f"update raw.runs set {settings} where run_id = {_literal(run_id)}"  # noqa: S608 # written by _literal
        )

    def stale_days(self) -> list[date]:
        """Return the days whose briefing no longer matches the rows, in order.

        A day's news changes every later briefing too: what was due, what moved, since when.
        """
        rows = self._connection.execute(
            """
            select briefing_date
            from (
                select briefing_date from raw.briefings
                union
                select briefing_date from raw.article_days
                union
                select briefing_date from raw.stale_days
            )
            where briefing_date >= (select min(briefing_date) from raw.stale_days)
            order by briefing_date
            """
        ).fetchall()
        return [day for (day,) in rows]

    def last_briefed_days(self) -> list[date]:
        """Return the last day that was briefed, if there is one."""
        rows = self._connection.execute(
            "select max(briefing_date) from raw.briefings having count(*) > 0"
        ).fetchall()
        return [day for (day,) in rows]

    def mark_published(self, days: Sequence[date], run_id: str, published_at: datetime) -> None:
        """Record that these days are published, and that nothing is stale any more."""
        with self.transaction():
            self._connection.executemany(
                """
                insert into raw.briefings values (?, ?, ?, ?)
                on conflict (briefing_date) do update
                set published_at = excluded.published_at, run_id = excluded.run_id
                """,
                [[day, published_at, published_at, run_id] for day in days],
            )
            self._connection.execute(
                "delete from raw.stale_days where briefing_date in (select unnest(?))",
                [list(days)],
            )

    @contextmanager
    def transaction(self) -> Generator[None]:
        """Write all that is written in it, or nothing."""
        self._connection.begin()
        try:
            yield
        except BaseException:
            self._connection.rollback()
            raise
        self._connection.commit()

    def query(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Return the answer to a query, each row by its columns."""
        answer = self._connection.execute(sql, parameters or None)
        columns = [name for name, *_ in answer.description or []]
        return [dict(zip(columns, row, strict=True)) for row in answer.fetchall()]

    def append(self, name: str, rows: list[Row], insert: str = "insert") -> None:
        """Append rows to a raw table; a caller of more than one of these holds a transaction."""
        if not rows:
            return
        # Half a second that a run with nothing new does without.
        import pyarrow as pa  # noqa: PLC0415

        shape = self._connection.sql(f"select * from raw.{name} limit 0").to_arrow_table()  # noqa: S608 # names are ours
        self._connection.register("incoming", pa.Table.from_pylist(rows, schema=shape.schema))
        self._connection.execute(f"{insert} into raw.{name} by name select * from incoming")  # noqa: S608
        self._connection.unregister("incoming")

    def append_missing_days(self, days: Iterable[date]) -> None:
        """Note that the briefings of these days, on which articles were published, are stale."""
        for table in ("stale_days", "article_days"):
            self._connection.execute(
                f"insert or ignore into raw.{table} select unnest(?)",
                [sorted(days)],
            )


def _literal(value: object) -> str:
    """Return the value as SQL. DuckDB imports pandas, two seconds, for the first parameter."""
    match value:
        case None:
            return "null"
        case dict():
            pairs = cast("dict[object, object]", value).items()
            return f"map {{{', '.join(f'{_literal(key)}: {_literal(of)}' for key, of in pairs)}}}"
        case int() | float():
            return repr(value)
        case datetime():
            return f"timestamp '{value.isoformat()}'"
        case _:
            return "'" + str(value).replace("'", "''") + "'"


def _check_columns(path: Path, connection: duckdb.DuckDBPyConnection) -> None:
    """Raise WarehouseError where the raw tables are those of another version of Dateline."""
    with duckdb.connect(":memory:") as fresh:
        fresh.execute(_SCHEMA.read_text(encoding="utf-8"))
        wanted = set(fresh.execute(_COLUMNS).fetchall())
    differing = sorted(wanted.symmetric_difference(connection.execute(_COLUMNS).fetchall()))
    if differing:
        table, column, _ = differing[0]
        message = (
            f"{path} is of another version of Dateline (raw.{table}.{column} differs)."
            " Move it away: the next run makes it anew from the inbox."
        )
        raise WarehouseError(message)


@contextmanager
def open_warehouse(path: Path) -> Generator[Warehouse]:
    """Open the warehouse for writing, and close it whatever happens.

    Raises WarehouseError where another process has it open or the file is no database.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        connection = duckdb.connect(path)
    except duckdb.Error as error:
        message = f"The warehouse {path} cannot be opened: {error}"
        raise WarehouseError(message) from error
    try:
        warehouse = Warehouse(connection)
        _check_columns(path, connection)
        yield warehouse
    except duckdb.Error as error:
        message = f"The warehouse {path} could not be written: {error}"
        raise WarehouseError(message) from error
    finally:
        connection.close()


def stale_days(path: Path) -> list[date]:
    """Return every day whose briefing no longer matches the articles."""
    with open_warehouse(path) as warehouse:
        return warehouse.stale_days()
