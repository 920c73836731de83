"""The order of work for deadlines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from flows.deadlines.article_names import ArticleNames
from flows.deadlines.claims import Claim, claims_of
from flows.deadlines.confidence import CONFIDENCES, way_of
from flows.deadlines.event_keys import keys_of
from flows.deadlines.event_phrase import act_of, act_span, event_span, head_of
from flows.deadlines.fact_box import fact_box_claims
from flows.deadlines.moments import moment_of
from flows.deadlines.reading import Scene
from flows.deadlines.sentence import sentences_in
from flows.deadlines.voices import actor_of, voice_of
from flows.records import Block, BlockKind, Deadline, Granularity


def deadlines_of(
    body: str, blocks: Sequence[Block], anchor: date, *, day_first: bool | None = None
) -> list[Deadline]:
    """Return what is still ahead at `anchor`, the day of the dateline or of publication.

    `day_first` says how the outlet's country writes 3/4/2026: the third of April, or March 4.
    """
    claims = _claims(body, blocks, Scene(anchor, day_first))
    if not claims:
        return []
    names = ArticleNames(body)
    # Who speaks is asked once a sentence: a long one may have a hundred dates.
    sentences = {claim.sentence.span: claim.sentence for claim in claims}
    voices = {span: voice_of(names, sentence) for span, sentence in sentences.items()}
    acts = [act_of(claim) for claim in claims]
    keys = keys_of(names, claims, list(map(act_span, claims, acts)))
    told = zip(claims, acts, keys, strict=True)
    return [_deadline(names, *one, voices[one[0].sentence.span]) for one in told]


def _claims(body: str, blocks: Sequence[Block], scene: Scene) -> list[Claim]:
    claims: list[Claim] = []
    for block in blocks:
        for sentence in sentences_in(body, block, scene):
            boxed = fact_box_claims(sentence) if block.kind is BlockKind.KEY_POINT else []
            claims += boxed or claims_of(sentence)
    return claims


def _deadline(
    names: ArticleNames, claim: Claim, act: tuple[int, int], key: str, voice: str | None
) -> Deadline:
    start, end = event_span(claim, act)
    way = way_of(claim)
    due_at = _moment(claim)
    return Deadline(
        event=names.body[start:end],
        event_head=head_of(claim),
        event_key=key,
        event_type=claim.event.event_type,
        relation=claim.relation,
        certainty=claim.event.certainty,
        due_start=claim.first,
        due_end=claim.last,
        granularity=Granularity.MINUTE if due_at else claim.granularity,
        timex_value=claim.date.value,
        anchor_date=claim.sentence.anchor,
        start=claim.date.start,
        end=claim.date.end,
        event_start=start,
        event_end=end,
        rule=way,
        confidence=CONFIDENCES[way],
        actor=actor_of(names, claim),
        voice=voice,
        due_at=due_at,
        moved_from=claim.moved_from,
    )


def _moment(claim: Claim) -> datetime | None:
    """Return the moment of "1600 GMT Thursday"; none without a zone, for it would be a guess."""
    day, at, zone = claim.date.last, claim.date.at, claim.date.zone
    if day is None or at is None or zone is None:
        return None
    return moment_of(day, at, zone)
