"""Questions to the analysts' snapshot. Nothing here can change it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb

from flows.errors import QueryError

LAST_RUNS = """
    select
        strftime(started_at, '%Y-%m-%d %H:%M') as started,
        status,
        date_diff('second', started_at, finished_at) as seconds,
        coalesce(files_read, 0) as read,
        coalesce(files_loaded, 0) as loaded,
        coalesce(files_unchanged, 0) as unchanged,
        coalesce(files_duplicate, 0) as duplicate,
        coalesce(files_rejected, 0) as rejected,
        coalesce(briefings_published, 0) as briefed,
        coalesce(problem, '') as problem
    from {schema}.runs
    order by started_at desc
    limit 10
"""

REJECTED = """
    select
        strftime(rejected_at, '%Y-%m-%d %H:%M') as rejected_at,
        source_file,
        reason_code,
        reason,
        quarantined_as
    from {schema}.rejections
    order by rejected_at desc, source_file
    limit 50
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """A table of values as DuckDB gave them."""

    columns: tuple[str, ...]
    rows: list[tuple[object, ...]]


def ask(snapshot: Path, sql: str) -> Answer:
    """Return the answer to one SQL statement.

    Raises QueryError where there is no snapshot yet, or with DuckDB's own words.
    """
    if not snapshot.exists():
        message = f"{snapshot} does not exist yet. `dateline run` makes it."
        raise QueryError(message)
    try:
        with duckdb.connect(snapshot, read_only=True) as connection:
            connection.execute("set TimeZone = 'UTC'")
            answer = connection.execute(sql)
            columns = tuple(name for name, *_ in answer.description or [])
            return Answer(columns, answer.fetchall())
    except duckdb.Error as error:
        raise QueryError(str(error)) from error


def last_runs(database: Path, schema: str) -> tuple[Answer, Answer]:
    """Return the last runs, and the last rejected files with their reasons.

    Raises QueryError where the database is busy or not there.
    """
    return (
        ask(database, LAST_RUNS.format(schema=schema)),
        ask(database, REJECTED.format(schema=schema)),
    )
