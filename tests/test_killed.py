"""Killing a run at any moment and running again gives the tables of an undisturbed run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.morning import (
    AS_OF,
    PROJECT,
    SAMPLES,
    Dateline,
    files_below,
    rows_of_every_table,
)


def kill_when_it_says(words: str, data_dir: Path, environment: dict[str, str]) -> None:
    """Start a run and end it, with all its processes, the moment it prints these words."""
    process = subprocess.Popen(  # noqa: S603 # our own command
        [
            *(sys.executable, "-m", "flows.cli", "--data-dir", str(data_dir)),
            *("run", str(SAMPLES), "--as-of", AS_OF),
        ],
        env=environment | {"DATELINE_BATCH_FILES": "4"},
        cwd=PROJECT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stderr is not None
    with process.stderr as lines:
        said = next((line for line in lines if words in line), None)
        os.killpg(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert said is not None


@pytest.mark.parametrize(
    "words",
    ["Reading 22", "Reading: 8 of 22", "Building models", "Publishing 4"],
)
def test_a_killed_run_repeats_cleanly(
    words: str,
    dateline: Dateline,
    environment: dict[str, str],
    morning: Path,
    tmp_path: Path,
) -> None:
    kill_when_it_says(words, tmp_path, environment)
    done = dateline(tmp_path, "run", str(SAMPLES), "--as-of", AS_OF)
    assert done.returncode in (0, 3), done.stderr
    assert rows_of_every_table(tmp_path) == rows_of_every_table(morning)
    assert files_below(tmp_path / "extracts") == files_below(morning / "extracts")
