"""When a watching run looks at its folders again."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from watchfiles import Change, watch

from flows.settings import Settings

# Network folders tell of no change, so we look at least so often.
LOOK_SECONDS = 60
# A stream of files that never pauses is taken in pieces of this length.
LONGEST_BURST_SECONDS = 60
_MILLISECONDS = 1000
_SECONDS_A_MINUTE = 60


def looks(folders: Sequence[Path], settings: Settings) -> Iterator[bool]:
    """Yield at once, then whenever files came and no more are coming, and every minute.

    What is yielded says whether the sources are to be asked as well.
    """
    changes = watch(
        *folders,
        watch_filter=_is_arrival,
        step=max(1, int(settings.settle_seconds * _MILLISECONDS)),
        debounce=LONGEST_BURST_SECONDS * _MILLISECONDS,
        rust_timeout=LOOK_SECONDS * _MILLISECONDS,
        yield_on_timeout=True,
    )
    next_round = 0.0
    for _ in chain([None], changes):
        is_due = time.monotonic() >= next_round
        if is_due:
            next_round = time.monotonic() + settings.fetch_minutes * _SECONDS_A_MINUTE
        yield is_due


def _is_arrival(change: Change, path: str) -> bool:
    return change is not Change.deleted and not Path(path).name.startswith(".")
