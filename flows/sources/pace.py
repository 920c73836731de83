"""The pace that each host is asked at, and how long it asked to be left in peace."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

# A host that wants to rest longer than this is asked again by the next run.
LONGEST_WAIT_SECONDS = 60.0


@dataclass(slots=True)
class Pace:
    """Gives every host its next free moment; several threads may ask."""

    seconds_between: float
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _free_at: dict[str, float] = field(default_factory=dict[str, float])
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def take_turn(self, host: str, seconds_between: float = 0) -> float | None:
        """Wait for the host's turn. Where that is too far off, return how far, without waiting."""
        with self._lock:
            now = self.clock()
            turn = max(now, self._free_at.get(host, now))
            if turn - now > LONGEST_WAIT_SECONDS:
                return turn - now
            self._free_at[host] = turn + max(seconds_between, self.seconds_between)
        if turn > now:
            self.sleep(turn - now)
        return None

    def rest(self, host: str, seconds: float) -> None:
        """Leave the host in peace for so long from now on."""
        with self._lock:
            self._free_at[host] = max(self._free_at.get(host, 0.0), self.clock() + seconds)
