"""From briefing tables to the folders that readers open, one for each day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import duckdb

from flows.extracts.extract import Briefing, Cell, Column, ColumnType, Extract, Source
from flows.extracts.folder import files_of
from flows.extracts.summary import briefing_markdown
from flows.store.folders import clear_transit, is_same, publish_folder
from flows.store.manifest import ExtractModel, extract_models

# One query reads this many days of an extract at once: few queries, bounded memory.
DAYS_PER_QUERY = 7

# DuckDB's types as Table Schema's; any other type is written as text.
COLUMN_TYPES = {
    "BIGINT": ColumnType.INTEGER,
    "BOOLEAN": ColumnType.BOOLEAN,
    "DATE": ColumnType.DATE,
    "DOUBLE": ColumnType.NUMBER,
    "FLOAT": ColumnType.NUMBER,
    "HUGEINT": ColumnType.INTEGER,
    "INTEGER": ColumnType.INTEGER,
    "SMALLINT": ColumnType.INTEGER,
    "TIMESTAMP": ColumnType.DATETIME,
    "TIMESTAMP WITH TIME ZONE": ColumnType.DATETIME,
    "TINYINT": ColumnType.INTEGER,
    "UBIGINT": ColumnType.INTEGER,
    "UINTEGER": ColumnType.INTEGER,
}

DAY_COLUMN = "briefing_date"

# The revision that a reader of that day could know.
SOURCES = """
    select
        pointing.briefing_date,
        pointing.article_id,
        article_revisions.headline,
        article_revisions.outlet,
        article_revisions.url,
        article_revisions.published_at
    from ({pointing}) as pointing
    inner join main.article_revisions
        on
            pointing.article_id = article_revisions.article_id
            and pointing.briefing_date >= article_revisions.valid_from
            and pointing.briefing_date < coalesce(article_revisions.valid_to, date 'infinity')
    where pointing.briefing_date in (select unnest(cast(? as date[])))
    order by pointing.briefing_date, pointing.article_id
"""

Rows = list[tuple[Cell, ...]]


@dataclass(frozen=True, slots=True)
class PublishedDay:
    """One day's folder as it now stands; `rows` counts each extract, `summary` is Markdown."""

    day: date
    folder: Path
    rows: dict[str, int]
    summary: str
    is_changed: bool


@dataclass(frozen=True, slots=True)
class _Table:
    """One briefing table: what it is, and its columns with the SQL that reads each."""

    model: ExtractModel
    columns: tuple[Column, ...]
    terms: tuple[str, ...]


def publish_day(warehouse: Path, manifest: Path, day: date, extracts_dir: Path) -> PublishedDay:
    """Publish one day's folder; see `publish_days`."""
    return publish_days(warehouse, manifest, [day], extracts_dir)[0]


def publish_days(
    warehouse: Path, manifest: Path, days: Sequence[date], extracts_dir: Path
) -> list[PublishedDay]:
    """Write each day's extracts to `extracts_dir/<day>/`, each folder whole or not at all.

    A folder that already says the same is left untouched. The warehouse is only read, but
    no one may hold it open for writing meanwhile, and one publisher works at a time.
    """
    extracts_dir.mkdir(parents=True, exist_ok=True)
    clear_transit(extracts_dir)
    with duckdb.connect(warehouse, read_only=True) as connection:
        tables = [_table(connection, model) for model in extract_models(manifest)]
        return [
            _publish(briefing, extracts_dir)
            for some_days in _chunks(sorted(set(days)))
            for briefing in _briefings(connection, tables, some_days)
        ]


def _publish(briefing: Briefing, extracts_dir: Path) -> PublishedDay:
    folder = extracts_dir / briefing.day.isoformat()
    files = files_of(briefing)
    is_changed = not is_same(folder, files)
    if is_changed:
        publish_folder(folder, files)
    return PublishedDay(
        day=briefing.day,
        folder=folder,
        rows={name: len(extract.rows) for name, extract in briefing.extracts.items()},
        summary=briefing_markdown(briefing),
        is_changed=is_changed,
    )


def _chunks(days: Sequence[date]) -> Iterator[Sequence[date]]:
    for first in range(0, len(days), DAYS_PER_QUERY):
        yield days[first : first + DAYS_PER_QUERY]


def _briefings(
    connection: duckdb.DuckDBPyConnection, tables: Sequence[_Table], days: Sequence[date]
) -> Iterator[Briefing]:
    rows = {table.model.extract: _rows_by_day(connection, table, days) for table in tables}
    sources = _sources_by_day(connection, tables, days)
    for day in days:
        extracts = {
            table.model.extract: _extract(table, rows[table.model.extract].get(day, []))
            for table in tables
        }
        yield Briefing(day, extracts, sources.get(day, {}))


def _extract(table: _Table, rows: Rows) -> Extract:
    return Extract(
        name=table.model.extract,
        description=table.model.description,
        columns=table.columns,
        primary_key=table.model.primary_key,
        rows=tuple(rows),
    )


def _rows_by_day(
    connection: duckdb.DuckDBPyConnection, table: _Table, days: Sequence[date]
) -> dict[date, Rows]:
    order = (DAY_COLUMN, *table.model.order_by, *table.model.primary_key)
    rows = connection.execute(
        f"select {DAY_COLUMN} as the_day, {', '.join(table.terms)} "  # noqa: S608 - names are ours
        f"from main.{_quoted(table.model.table)} "
        f"where {DAY_COLUMN} in (select unnest(cast(? as date[]))) "
        f"order by {', '.join(_order_term(term) for term in order)}",
        [list(days)],
    ).fetchall()
    return {day: [row[1:] for row in group] for day, group in groupby(rows, key=itemgetter(0))}


def _sources_by_day(
    connection: duckdb.DuckDBPyConnection, tables: Sequence[_Table], days: Sequence[date]
) -> dict[date, dict[str, Source]]:
    """Return, for each day, the articles that its rows point at, as they stood that day."""
    pointing = " union ".join(
        f"select {DAY_COLUMN}, article_id from main.{_quoted(table.model.table)}"  # noqa: S608
        for table in tables
        if "article_id" in {column.name for column in table.columns}
    )
    rows = connection.execute(SOURCES.format(pointing=pointing), [list(days)]).fetchall()
    return {
        day: {article_id: Source(article_id, *rest) for _, article_id, *rest in group}
        for day, group in groupby(rows, key=itemgetter(0))
    }


def _table(connection: duckdb.DuckDBPyConnection, model: ExtractModel) -> _Table:
    described = connection.execute(f"describe main.{_quoted(model.table)}").fetchall()
    types = {name: _column_type(sql_type) for name, sql_type, *_ in described}
    return _Table(
        model=model,
        columns=tuple(
            Column(name, column_type, model.column_descriptions.get(name, ""))
            for name, column_type in types.items()
        ),
        terms=tuple(_term(name, sql_type, types[name]) for name, sql_type, *_ in described),
    )


def _column_type(sql_type: str) -> ColumnType:
    if sql_type.endswith("]"):
        return ColumnType.ARRAY
    if sql_type.startswith(("MAP", "STRUCT")):
        return ColumnType.OBJECT
    if sql_type.startswith("DECIMAL"):
        return ColumnType.NUMBER
    return COLUMN_TYPES.get(sql_type, ColumnType.STRING)


def _term(name: str, sql_type: str, column_type: ColumnType) -> str:
    """Return the SQL that reads the column as Python writes it; names keep their meaning."""
    column = _quoted(name)
    if column_type is ColumnType.NUMBER:
        return f"cast({column} as double) as {column}"
    if sql_type == "TIMESTAMP WITH TIME ZONE":
        return f"timezone('UTC', {column}) as {column}"
    if column_type is ColumnType.STRING and sql_type != "VARCHAR":
        return f"cast({column} as varchar) as {column}"
    return column


def _order_term(term: str) -> str:
    """Return the term with its column quoted: "start desc" becomes '"start" desc'."""
    column, _, direction = term.partition(" ")
    column = column.strip('"')
    return f"{_quoted(column)} {direction}".rstrip()


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
