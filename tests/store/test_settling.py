from __future__ import annotations

import os
from pathlib import Path

from flows.store.settling import settled_files

WRITTEN_NS = 1_000_000_000_000


class Inbox:
    """An inbox with one file of a known age, which may grow while we wait."""

    def __init__(self, folder: Path, *, age_seconds: float, grows: bool = False) -> None:
        self.path = folder / "story.txt"
        self.path.write_text("half", encoding="utf-8")
        os.utime(self.path, ns=(WRITTEN_NS, WRITTEN_NS))
        self.age_seconds = age_seconds
        self.grows = grows
        self.waited: list[float] = []

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)
        if self.grows:
            self.path.write_text("half and half", encoding="utf-8")
            os.utime(self.path, ns=(WRITTEN_NS, WRITTEN_NS))

    def names(self) -> list[str]:
        now = WRITTEN_NS + int(self.age_seconds * 1_000_000_000)
        files = settled_files([self.path.parent], 2, now_ns=lambda: now, wait=self.wait)
        return [file.path.name for file in files]


def test_a_file_that_lies_for_a_while_is_taken_at_once(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path, age_seconds=2)
    assert inbox.names() == ["story.txt"]
    assert inbox.waited == []


def test_a_fresh_file_is_taken_when_a_second_look_finds_it_the_same(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path, age_seconds=1.9)
    assert inbox.names() == ["story.txt"]
    assert inbox.waited == [2]


def test_a_file_that_is_still_growing_is_left_for_the_next_run(tmp_path: Path) -> None:
    assert Inbox(tmp_path, age_seconds=0, grows=True).names() == []


def test_a_file_from_a_clock_ahead_of_ours_is_looked_at_twice(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path, age_seconds=-3600)
    assert inbox.names() == ["story.txt"]
    assert inbox.waited == [2]


def test_an_empty_inbox_is_not_waited_for(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path, age_seconds=0)
    inbox.path.unlink()
    assert inbox.names() == []
    assert inbox.waited == []
