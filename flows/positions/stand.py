"""A stand as it is found, before it is tied to an issue."""

from __future__ import annotations

from dataclasses import dataclass

from flows.positions.book import Actor
from flows.records import PositionType, Span


@dataclass(frozen=True, slots=True)
class Stand:
    """One actor's stand and, in `condition`, the words of what it depends on."""

    actor: Actor
    position_type: PositionType
    span: Span
    rule: str
    confidence: float
    condition: Span | None = None
    voice: Actor | None = None
