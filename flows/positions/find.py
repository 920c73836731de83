"""Who wants, offers, threatens or refuses what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from flows.positions.actors import speaks_for
from flows.positions.book import actor_book
from flows.positions.fact_box import stands_in_fact_box
from flows.positions.people import people_in
from flows.positions.reports import stands_reported
from flows.positions.stand import Stand
from flows.records import Block, KeyPoint, Position, PositionType, Span


def positions_of(
    body: str, blocks: Sequence[Block], key_points: Sequence[KeyPoint], day: date
) -> list[Position]:
    """Return the stands that the article of this day reports, in the order of the text."""
    people = people_in(body, actor_book().not_names)
    stands = [
        *stands_in_fact_box(body, key_points, people),
        *stands_reported(body, blocks, people, day.year),
    ]
    positions: list[Position] = []
    for stand in sorted(stands, key=lambda stand: stand.span):
        positions.append(_position(stand, stand.span))
        if stand.condition is not None:
            positions.append(_position(stand, stand.condition, of=len(positions) - 1))
    return positions


def _position(stand: Stand, span: Span, *, of: int | None = None) -> Position:
    return Position(
        actor=stand.actor.name,
        position_type=stand.position_type if of is None else PositionType.CONDITION,
        start=span.start,
        end=span.end,
        rule=stand.rule,
        confidence=stand.confidence,
        voice=None if stand.voice is None else stand.voice.name,
        condition_of=of,
        side=stand.actor.side,
        is_claim=stand.voice is not None and not speaks_for(stand.voice, stand.actor),
    )
