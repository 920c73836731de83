"""Who wants, offers, threatens or refuses what."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from flows.positions.actors import actor_book
from flows.positions.fact_box import stands_in_fact_box
from flows.positions.people import people_in
from flows.positions.reports import stands_reported
from flows.positions.stand import Stand
from flows.records import Basis, Block, Issue, KeyPoint, Position, PositionType, Span


class Mention(NamedTuple):
    """Where an issue is mentioned, and whether the article states it or merely matches."""

    start: int
    is_matched: bool
    issue_id: str


def positions_of(
    body: str,
    blocks: Sequence[Block],
    key_points: Sequence[KeyPoint],
    issues: Sequence[Issue],
    day: date,
) -> list[Position]:
    """Return the stands that the article of this day reports, in the order of the text."""
    people = people_in(body, actor_book().not_names)
    stands = [
        *stands_in_fact_box(body, key_points, people),
        *stands_reported(body, blocks, people, day.year),
    ]
    mentions = mentions_of(issues)
    positions: list[Position] = []
    for stand in sorted(stands, key=lambda stand: stand.span):
        positions.append(_position(stand, stand.span, mentions))
        if stand.condition is not None:
            condition = _position(stand, stand.condition, mentions, of=len(positions) - 1)
            positions.append(condition)
    return positions


def _position(
    stand: Stand, span: Span, mentions: Sequence[Mention], *, of: int | None = None
) -> Position:
    return Position(
        actor=stand.actor.name,
        position_type=stand.position_type if of is None else PositionType.CONDITION,
        start=span.start,
        end=span.end,
        rule=stand.rule,
        confidence=stand.confidence,
        issue_id=issue_at(span, mentions),
        voice=stand.voice,
        condition_of=of,
        side=stand.actor.side,
    )


def mentions_of(issues: Sequence[Issue]) -> list[Mention]:
    """Return every mention of every issue, in the order of the text."""
    return sorted(
        Mention(span.start, issue.basis != Basis.STATED, issue.issue_id)
        for issue in issues
        for span in issue.spans
    )


def issue_at(span: Span, mentions: Sequence[Mention]) -> str | None:
    """Return the issue that the words speak of: a stated one first, then the first named.

    None where no issue is mentioned in them.
    """
    first = bisect_left(mentions, span.start, key=lambda mention: mention.start)
    last = bisect_left(mentions, span.end, key=lambda mention: mention.start)
    inside = mentions[first:last]
    return min(inside, key=lambda mention: mention.is_matched).issue_id if inside else None
