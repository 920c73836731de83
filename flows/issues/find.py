"""Which issues an article states or touches."""

from __future__ import annotations

from collections.abc import Sequence

from flows.records import Block, Issue, KeyPoint


def issues_of(
    headline: str,
    body: str,
    blocks: Sequence[Block],
    key_points: Sequence[KeyPoint],
    *,
    topics: Sequence[str] = (),
) -> list[Issue]:
    """Return the issues of one article, the most salient first."""
    return []
