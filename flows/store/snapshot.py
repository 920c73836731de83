"""data/briefing.duckdb: the database that analysts open, replaced whole after each run."""

from __future__ import annotations

from pathlib import Path

import duckdb

from flows.errors import WarehouseError
from flows.store.folders import sync

# Models that begin like this only prepare others; an analyst needs none of them.
PREPARING = "^(stg|int)_"

# The name under which the warehouse is attached: dbt writes it into the SQL of its views.
WAREHOUSE = "warehouse"

PUBLIC_RELATIONS = """
    select relation_name, comment
    from (
        select database_name, schema_name, table_name as relation_name, comment
        from duckdb_tables()
        union all
        select database_name, schema_name, view_name as relation_name, comment
        from duckdb_views()
    )
    where
        database_name = ?
        and schema_name = 'main'
        and not regexp_matches(relation_name, ?)
    order by relation_name
"""

COLUMN_COMMENTS = """
    select column_name, comment
    from duckdb_columns()
    where
        database_name = ?
        and schema_name = 'main'
        and table_name = ?
        and comment is not null
    order by column_index
"""


def publish_snapshot(warehouse: Path, snapshot: Path) -> None:
    """Copy the public and the briefing tables, comments too, into the snapshot's place.

    Who has the old snapshot open goes on reading it. The new one is built under another
    name and moved into place when it is complete, so a kill at any moment leaves the old
    one. No one may hold the warehouse open for writing meanwhile.

    Raises WarehouseError where the new snapshot could not be closed cleanly.
    """
    building = snapshot.with_name(f".{snapshot.name}.building")
    _remove(building)
    with duckdb.connect(building) as connection:
        connection.execute(f"attach {_text(str(warehouse))} as {WAREHOUSE} (read_only)")
        relations = connection.execute(PUBLIC_RELATIONS, [WAREHOUSE, PREPARING]).fetchall()
        for name, comment in relations:
            _copy_table(connection, name, comment)
        connection.execute(f"detach {WAREHOUSE}")
        connection.execute("checkpoint")
    if _log_of(building).exists():
        message = f"{building} still has a write-ahead log after closing; nothing was replaced"
        raise WarehouseError(message)
    _move_into_place(building, snapshot)


def _copy_table(connection: duckdb.DuckDBPyConnection, name: str, comment: str | None) -> None:
    """Copy one table. Keys are tested before this; an index for them would only cost space."""
    table = _name(name)
    connection.execute(f"create table main.{table} as from {WAREHOUSE}.main.{table}")
    if comment:
        connection.execute(f"comment on table main.{table} is {_text(comment)}")
    columns = connection.execute(COLUMN_COMMENTS, [WAREHOUSE, name]).fetchall()
    for column, meaning in columns:
        connection.execute(f"comment on column main.{table}.{_name(column)} is {_text(meaning)}")


def _move_into_place(building: Path, snapshot: Path) -> None:
    sync(building)
    # An analyst who opened the old snapshot for writing may have left a log, and a new
    # database must never stand beside the log of an old one.
    _log_of(snapshot).unlink(missing_ok=True)
    building.replace(snapshot)
    sync(snapshot.parent)


def _remove(database: Path) -> None:
    database.unlink(missing_ok=True)
    _log_of(database).unlink(missing_ok=True)


def _log_of(database: Path) -> Path:
    return database.with_name(f"{database.name}.wal")


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _name(value: str) -> str:
    return '"' + value.replace('"', '""') + '"'
