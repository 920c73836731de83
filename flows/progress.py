"""What a run tells whoever watches it: the stage it is in and how far it is."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol


class Watcher(Protocol):
    """Somebody who watches a run: a terminal, or nobody."""

    def begin(self, stage: str, total: int | None) -> None:
        """Hear that a stage begins, and of how many steps it is, if that is known."""
        ...

    def advance(self, steps: int) -> None:
        """Hear that some steps of the stage are done."""
        ...


class _Nobody:
    def begin(self, stage: str, total: int | None) -> None:
        pass

    def advance(self, steps: int) -> None:
        pass


_watcher: ContextVar[Watcher] = ContextVar("watcher", default=_Nobody())  # noqa: B039 # it holds no state


@contextmanager
def watched_by(watcher: Watcher) -> Generator[None]:
    """Let the watcher hear of everything that runs inside."""
    token = _watcher.set(watcher)
    try:
        yield
    finally:
        _watcher.reset(token)


def begin(stage: str, total: int | None = None) -> None:
    """Say that a stage begins."""
    _watcher.get().begin(stage, total)


def advance(steps: int = 1) -> None:
    """Say that some steps of the stage are done."""
    _watcher.get().advance(steps)
