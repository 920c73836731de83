"""The briefing tables of a day, as the extracts are made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter

import duckdb

from flows.errors import ModelError
from flows.extracts.extract import Briefing, Cell, Column, ColumnType, Extract, Source
from flows.store.manifest import ExtractModel

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
class _Table:
    """One briefing table: what it is, and its columns with the SQL that reads each."""

    model: ExtractModel
    columns: tuple[Column, ...]
    terms: tuple[str, ...]


def briefings(
    connection: duckdb.DuckDBPyConnection, models: Sequence[ExtractModel], days: Sequence[date]
) -> Iterator[Briefing]:
    """Yield the briefing of each day, the days in order and none twice.

    Raises ModelError where a table is not as its model's meta says.
    """
    tables = [_table(connection, model) for model in models]
    ordered = sorted(set(days))
    for first in range(0, len(ordered), DAYS_PER_QUERY):
        yield from _some_briefings(connection, tables, ordered[first : first + DAYS_PER_QUERY])


def _some_briefings(
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
    model = table.model
    order = [_order_term(term) for term in (*model.order_by, *model.primary_key)]
    query = (
        f"select {DAY_COLUMN} as the_day, {', '.join(table.terms)} "  # noqa: S608 - names are ours
        f"from main.{_quoted(model.table)} "
        f"where {DAY_COLUMN} in (select unnest(cast(? as date[]))) "
        f"order by {', '.join(('the_day', *order)) if order else 'all'}"
    )
    try:
        rows = connection.execute(query, [list(days)]).fetchall()
    except duckdb.Error as error:
        message = f"{model.table} cannot be made into {model.extract}.csv: {error}"
        raise ModelError(message) from error
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
