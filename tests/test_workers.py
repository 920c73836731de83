from __future__ import annotations

import multiprocessing
import os
from dataclasses import replace
from pathlib import Path

import pytest

from flows.store.files import FoundFile, find_files
from flows.workers import Limits, Outcome, ReadingPool

GOOD = """<html><head><title>Ferries stop at noon</title>
<meta property="article:published_time" content="2026-03-02T10:00:00Z"></head>
<body><article><h1>Ferries stop at noon</h1>
<p>The harbour office in Marlow said on Monday that ferries would stop at noon for a week.</p>
<p>“We have no choice,” said Ada Brandt, who runs the office. The next meeting is on Friday.</p>
</article></body></html>"""

LIMITS = Limits(cpu_seconds=30, wall_seconds=300, memory_mb=1024)


def read(folder: Path, *, count: int = 2) -> list[Outcome]:
    with ReadingPool(count, LIMITS) as pool:
        return list(pool.outcomes_of(find_files([folder])))


def test_outcomes_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    for number in range(40):
        text = "" if number % 3 else GOOD
        (tmp_path / f"{number:02}.html").write_text(text, encoding="utf-8")
    outcomes = read(tmp_path)
    assert [outcome.file.path.name for outcome in outcomes] == [
        f"{number:02}.html" for number in range(40)
    ]
    assert [bool(outcome.rows) for outcome in outcomes[:6]] == [
        True,
        False,
        False,
        True,
        False,
        False,
    ]


def test_a_rejected_file_says_why(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (outcome,) = read(tmp_path)
    assert outcome.rejection is not None
    assert outcome.rejection.reason_code == "empty"


def test_a_file_that_takes_too_long_is_rejected_and_the_rest_is_read(tmp_path: Path) -> None:
    # A pipe that nobody writes to keeps its reader waiting for ever.
    os.mkfifo(tmp_path / "a-pipe")
    (tmp_path / "b.html").write_text(GOOD, encoding="utf-8")
    pipe = FoundFile(tmp_path / "a-pipe", "a-pipe", 0, 0)
    files = [pipe, *find_files([tmp_path / "b.html"])]
    with ReadingPool(1, replace(LIMITS, wall_seconds=3)) as pool:
        first, second = pool.outcomes_of(files)
    assert first.rejection is not None
    assert first.rejection.reason_code == "timeout"
    assert second.rejection is None


def test_a_worker_that_dies_is_replaced_and_its_file_rejected(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a-pipe")
    (tmp_path / "b.html").write_text(GOOD, encoding="utf-8")
    pipe = FoundFile(tmp_path / "a-pipe", "a-pipe", 0, 0)
    with ReadingPool(1, LIMITS) as pool:
        outcomes = pool.outcomes_of([pipe, *find_files([tmp_path / "b.html"])])
        (victim,) = multiprocessing.active_children()
        victim.kill()
        first, second = outcomes
    assert first.rejection is not None
    assert first.rejection.reason_code == "reader_died"
    assert second.rejection is None


@pytest.mark.parametrize("count", [1, 2])
def test_no_files_give_no_outcomes(tmp_path: Path, count: int) -> None:
    assert read(tmp_path, count=count) == []
