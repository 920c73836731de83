"""What several tests stand on: a Prefect API, the real command, and one morning of the samples."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path

import pytest

from tests.morning import AS_OF, PROJECT, SAMPLES, Dateline


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Generator[dict[str, str]]:
    """The environment of the command, with one Prefect server for the whole session."""
    from flows.prefect_server import prefect_api  # noqa: PLC0415 # imports Prefect

    clean = {name: value for name, value in os.environ.items() if "DATELINE" not in name}
    clean.pop("PREFECT_API_URL", None)
    with prefect_api(tmp_path_factory.mktemp("prefect"), while_starting=lambda: None):
        from prefect.settings import PREFECT_API_URL  # noqa: PLC0415 # known only now

        yield clean | {"PREFECT_API_URL": PREFECT_API_URL.value(), "COLUMNS": "200"}


@pytest.fixture(scope="session")
def dateline(environment: dict[str, str]) -> Dateline:
    """Run the real command in a process of its own: `dateline(data_dir, "run", …)`."""

    def run(data_dir: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603 # our own command
            [sys.executable, "-m", "flows.cli", "--data-dir", str(data_dir), *arguments],
            env=environment,
            cwd=PROJECT,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def morning(dateline: Dateline, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder after one run over the samples."""
    data_dir = tmp_path_factory.mktemp("morning")
    done = dateline(data_dir, "run", str(SAMPLES), "--as-of", AS_OF)
    assert done.returncode == 3, done.stderr
    return data_dir
