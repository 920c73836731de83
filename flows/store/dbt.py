"""The SQL models: dbt, run in this process. No other module runs it."""

from __future__ import annotations

import json
import os
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from flows.errors import ModelError

if TYPE_CHECKING:
    from dbt.cli.main import dbtRunnerResult

_FAILED = frozenset({"error", "fail", "runtime error"})


def manifest_path(work_dir: Path) -> Path:
    """Return where dbt leaves its description of the models."""
    return work_dir / "dbt" / "target" / "manifest.json"


def build_models(
    warehouse: Path,
    project: Path,
    work_dir: Path,
    briefing_dates: Sequence[date],
    *,
    time_zone: str,
) -> None:
    """Build every table and the briefings of these days, and test what was built.

    The other days' briefings stay as they are. Nobody else may have the warehouse open
    meanwhile; it is closed again on return. One build runs at a time.

    Raises ModelError naming each model or test that failed, and what it says.
    """
    days = ",".join(sorted({day.isoformat() for day in briefing_dates}))
    folder = work_dir / "dbt"
    arguments = [
        # What failed is in the result; a log line for every step costs a fifth of the time.
        *("--quiet", "--log-level", "none", "--no-version-check"),
        "build",
        *("--exclude-resource-type", "unit_test"),
        *("--project-dir", str(project), "--profiles-dir", str(project)),
        *("--target-path", str(folder / "target"), "--log-path", str(folder / "logs")),
        # The same on every morning: another variable would make dbt parse everything anew.
        *("--vars", json.dumps({"time_zone": time_zone})),
    ]
    with _environment(DATELINE_WAREHOUSE=str(warehouse.absolute()), DATELINE_BRIEFING_DATES=days):
        result = _invoke(arguments)
    if not result.success:
        raise ModelError(_problems_of(result)) from result.exception


def _invoke(arguments: list[str]) -> dbtRunnerResult:
    # Importing dbt takes seconds; a run with nothing to build does without it.
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager  # noqa: PLC0415
    from dbt.cli.main import dbtRunner  # noqa: PLC0415

    try:
        return dbtRunner().invoke(arguments)  # pyright: ignore[reportUnknownMemberType] - untyped in dbt
    finally:
        # One open connection for the whole build is twice as fast as one for each model.
        DuckDBConnectionManager.close_all_connections()


@contextmanager
def _environment(**values: str) -> Generator[None]:
    """Set what the dbt project reads from the environment, and put it back."""
    values |= {"DO_NOT_TRACK": "1", "DBT_NO_PRINT": "1"}
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _problems_of(result: dbtRunnerResult) -> str:
    """Return what failed, in dbt's words: a broken project, or models and tests by name."""
    if result.exception is not None:
        return f"The SQL models cannot be read: {result.exception}"
    nodes = getattr(result.result, "results", [])
    failed = [node for node in nodes if str(node.status) in _FAILED]
    return "\n".join(
        f"{node.node.resource_type} {node.node.name}: {node.message}" for node in failed
    )
