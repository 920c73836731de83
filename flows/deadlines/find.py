"""The order of work for deadlines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from flows.deadlines.claims import Claim, claims_of
from flows.deadlines.event_keys import keys_of
from flows.deadlines.event_phrase import event_span, head_of
from flows.deadlines.fact_box import fact_box_claims
from flows.deadlines.moments import moment_of
from flows.deadlines.reading import Scene
from flows.deadlines.sentence import sentences_in
from flows.deadlines.voices import actor_of, voice_of
from flows.records import Block, BlockKind, Deadline, Granularity


def deadlines_of(body: str, blocks: Sequence[Block], anchor: date) -> list[Deadline]:
    """Return what is still ahead at `anchor`, the day of the dateline or of publication."""
    claims = _claims(body, blocks, anchor)
    return [
        _deadline(body, claim, key, anchor)
        for claim, key in zip(claims, keys_of(body, claims), strict=True)
    ]


def _claims(body: str, blocks: Sequence[Block], anchor: date) -> list[Claim]:
    scene = Scene(anchor)
    claims: list[Claim] = []
    for block in blocks:
        for sentence in sentences_in(body, block, scene):
            boxed = fact_box_claims(sentence) if block.kind is BlockKind.KEY_POINT else []
            claims += boxed or claims_of(sentence, anchor)
    return claims


def _deadline(body: str, claim: Claim, key: str, anchor: date) -> Deadline:
    start, end = event_span(claim)
    expression = claim.date
    due_at = None
    if expression.at is not None and expression.zone is not None and expression.last is not None:
        due_at = moment_of(expression.last, expression.at, expression.zone)
    return Deadline(
        event=body[start:end],
        event_head=head_of(claim),
        event_key=key,
        event_type=claim.event.event_type,
        relation=claim.relation,
        certainty=claim.event.certainty,
        due_start=claim.first,
        due_end=claim.last,
        granularity=Granularity.MINUTE if due_at else claim.granularity,
        timex_value=claim.date.value,
        anchor_date=anchor,
        start=claim.date.start,
        end=claim.date.end,
        event_start=start,
        event_end=end,
        rule=claim.rule,
        confidence=0.7,
        actor=actor_of(body, claim),
        voice=voice_of(body, claim),
        due_at=due_at,
    )
