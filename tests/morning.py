"""One morning over the samples: where things are, and how to compare two mornings."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import duckdb

PROJECT = Path(__file__).parent.parent
SAMPLES = PROJECT / "data" / "samples"
AS_OF = "2026-03-06T06:00:00Z"

Dateline = Callable[..., subprocess.CompletedProcess[str]]


def files_below(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def rows_of_every_table(data_dir: Path) -> dict[str, list[tuple[object, ...]]]:
    """The snapshot but for what names a run: its id, its moment and its duration."""
    with duckdb.connect(data_dir / "briefing.duckdb", read_only=True) as connection:
        tables = [name for (name,) in connection.sql("show tables").fetchall() if name != "runs"]
        return {
            name: connection.sql(
                f"select columns(c -> c not in ('run_id')) from \"{name}\" order by all"  # noqa: S608
            ).fetchall()
            for name in tables
        }
