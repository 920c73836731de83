"""Which files have stopped growing: decided by looking twice."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from flows.store.files import FoundFile, find_files

_NANOSECONDS = 1_000_000_000


def settled_files(
    paths: Sequence[Path],
    settle_seconds: float,
    *,
    now_ns: Callable[[], int] = time.time_ns,
    wait: Callable[[float], None] = time.sleep,
) -> list[FoundFile]:
    """Return the files at and below the paths that nobody is writing any more.

    Where all changes are older than `settle_seconds`, one look is enough. Else we wait for so
    long and look again: a file of another size or time by then is left for the next run.
    """
    found = find_files(paths)
    newest_ns = max((file.modified_ns for file in found), default=0)
    if now_ns() - newest_ns >= settle_seconds * _NANOSECONDS:
        return found
    wait(settle_seconds)
    again = set(find_files(paths))
    return [file for file in found if file in again]
