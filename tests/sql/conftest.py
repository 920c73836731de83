"""The ferry story, modelled once."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from flows.store.dbt import build_models
from tests.sql.ferry_story import ferry_story
from tests.sql.newsroom import ROOT, write

DAYS = [date(2030, 3, day) for day in (4, 5, 6, 7)]


@pytest.fixture(scope="session")
def work_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where dbt remembers the parsed project from one build to the next."""
    return tmp_path_factory.mktemp("work")


@pytest.fixture(scope="session")
def warehouse(
    work_dir: Path, tmp_path_factory: pytest.TempPathFactory
) -> Generator[duckdb.DuckDBPyConnection]:
    """A read-only connection to the story's warehouse, after its four days were modelled."""
    path = tmp_path_factory.mktemp("story") / "warehouse.duckdb"
    write(ferry_story().tables, path)
    build_models(path, ROOT / "sql", work_dir, DAYS, time_zone="UTC")
    with duckdb.connect(path, read_only=True) as connection:
        yield connection


def rows(connection: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[Any, ...]]:
    """Return the rows of a query."""
    return connection.execute(sql).fetchall()
