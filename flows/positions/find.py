"""Who wants, offers, threatens or refuses what."""

from __future__ import annotations

from collections.abc import Sequence

from flows.records import Block, Issue, KeyPoint, Position


def positions_of(
    body: str,
    blocks: Sequence[Block],
    key_points: Sequence[KeyPoint],
    issues: Sequence[Issue],
) -> list[Position]:
    """Return the stands that the article reports, in the order of the text."""
    return []
