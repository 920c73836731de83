"""The order of work for deadlines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from flows.records import Block, Deadline


def deadlines_of(body: str, blocks: Sequence[Block], anchor: date) -> list[Deadline]:
    """Return what is still ahead at `anchor`, the day of the dateline or of publication."""
    return []
