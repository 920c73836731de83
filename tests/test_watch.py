"""The watch that the hostile set is read under sees what no reading may do, and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.kits.watch import watched_run


def acts_of(code: str, folder: Path) -> list[str]:
    (folder / "data").mkdir()
    (folder / "empty" / "gone").mkdir(parents=True)
    run = watched_run([sys.executable, "-c", code], folder, {}, (folder / "data", f"{folder}/."))
    return [act.replace(str(folder), "FOLDER") for act in run.acts]


# The event is raised as Python raises it: no test calls another machine.
@pytest.mark.parametrize(
    ("code", "act"),
    [
        ("import sys; sys.audit('socket.connect', None, ('192.0.2.1', 80))",
         "connects to 192.0.2.1"),
        ("import sys; sys.audit('socket.getaddrinfo', 'news.example', 80, 0, 0, 0)",
         "looks up news.example"),
        ("open('escaped.txt', 'w')", "writes FOLDER/escaped.txt"),
        ("import os; os.mkdir('data/../escaped')", "os.mkdir FOLDER/escaped"),
        ("import os; os.rmdir('gone', dir_fd=os.open('empty', os.O_RDONLY))",
         "os.rmdir FOLDER/empty/gone"),
        ("import os; os.fork() or open('escaped.txt', 'a')", "writes FOLDER/escaped.txt"),
    ],
)  # fmt: skip
def test_what_no_reading_may_do_is_told(code: str, act: str, tmp_path: Path) -> None:
    assert acts_of(code, tmp_path) == [act]


@pytest.mark.parametrize(
    "code",
    [
        "import sys; sys.audit('socket.connect', None, ('127.0.0.1', 4200))",
        "import sys; sys.audit('socket.connect', None, '/run/prefect.sock')",
        "open('data/warehouse.duckdb', 'w')",
        "open('.profile', 'w')",
        "open('/dev/null', 'w')",
        "open('/etc/hostname')",
    ],
)
def test_what_a_run_must_do_is_not_told(code: str, tmp_path: Path) -> None:
    assert acts_of(code, tmp_path) == []
