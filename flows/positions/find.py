"""Who wants, offers, threatens or refuses what."""

from __future__ import annotations

from collections.abc import Sequence

from flows.positions.actors import actor_book
from flows.positions.fact_box import stands_in_fact_box
from flows.positions.people import people_in
from flows.positions.reports import stands_reported
from flows.positions.stand import Stand
from flows.positions.subjects import STARTERS
from flows.records import Basis, Block, Issue, KeyPoint, Position, PositionType, Span

# Words with a capital that are no first name: they open a sentence, or say a rank.
NOT_NAMES = STARTERS | actor_book().ranks | actor_book().trades

FIRST_NAMES = actor_book().he | actor_book().she


def positions_of(
    body: str,
    blocks: Sequence[Block],
    key_points: Sequence[KeyPoint],
    issues: Sequence[Issue],
) -> list[Position]:
    """Return the stands that the article reports, in the order of the text."""
    people = people_in(body, NOT_NAMES, FIRST_NAMES)
    stands = [
        *stands_in_fact_box(body, key_points, people),
        *stands_reported(body, blocks, people),
    ]
    positions: list[Position] = []
    for stand in sorted(stands, key=lambda stand: stand.span):
        positions.append(_position(stand, stand.span, issues))
        if stand.condition is not None:
            condition = _position(stand, stand.condition, issues, of=len(positions) - 1)
            positions.append(condition)
    return positions


def _position(
    stand: Stand, span: Span, issues: Sequence[Issue], *, of: int | None = None
) -> Position:
    return Position(
        actor=stand.actor.name,
        position_type=stand.position_type if of is None else PositionType.CONDITION,
        start=span.start,
        end=span.end,
        rule=stand.rule,
        confidence=stand.confidence,
        issue_id=issue_at(span, issues),
        voice=stand.voice,
        condition_of=of,
    )


def issue_at(span: Span, issues: Sequence[Issue]) -> str | None:
    """Return the issue that the words speak of: a stated one before a matched one, then the first.

    None where no issue is mentioned in them.
    """
    inside = [
        (issue.basis != Basis.STATED, mention.start, issue.issue_id)
        for issue in issues
        for mention in issue.spans
        if span.start <= mention.start < span.end
    ]
    return min(inside)[2] if inside else None
