"""Stands that a sentence reports: "Ottawa threatened new duties on dairy"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flows.positions.actors import Actor, actor_of
from flows.positions.clauses import statement_within
from flows.positions.stand import Stand
from flows.records import Block, PositionType, Span
from flows.text.sentences import sentences_of

_NAME = r"(?:[A-ZÀ-Þ][\w’'.-]*)(?:\s+(?:of\s+)?[A-ZÀ-Þ][\w’'.-]*){0,6}"
_SUBJECT = rf"(?P<subject>{_NAME}|[Tt]he\s{_NAME}(?:\s[a-z]+){{0,2}}|He|She)"
_PUSHED = re.compile(
    rf"\b(?:prompting|leading|forcing|causing)\s+{_SUBJECT}\s+to\s+threaten\s+(?:to\s+|with\s+)?"
)
_THREATENED = re.compile(
    rf"{_SUBJECT}(?:,[^,]{{1,80}},)?\s+(?:has\s+|have\s+|had\s+)?(?:again\s+|also\s+)?"
    r"(?:threatened|threatens)\s+(?:to\s+|with\s+)?"
)
_EXPECTED = re.compile(
    rf"{_SUBJECT}(?:,[^,]{{1,80}},)?\s+(?:said\s+(?:he|she)\s+)?(?:expects|expected)\s+"
    rf"(?P<other>(?:the\s)?{_NAME})\s+to\s+(?=(?:delay|resume|ease|lift|buy|drop|cut|release)\b)"
)
_ALSO_TO = re.compile(r"\s+and\s+(?:to\s+)(?=[a-z])")
# A longer sentence is no prose, and reading it would cost too much.
_SENTENCE_CHARS = 1200


def stands_reported(body: str, blocks: Sequence[Block], people: dict[str, str]) -> Iterator[Stand]:
    """Yield the stands that the sentences report, in the order of the text."""
    last: Actor | None = None
    for sentence in sentences_of(body, blocks):
        if sentence.end - sentence.start > _SENTENCE_CHARS:
            continue
        yield from _stands_in(body, sentence, last, people)
        opening = re.compile(_NAME).match(body, *sentence)
        last = (opening and actor_of(opening.group(), people)) or last


def _stands_in(
    body: str, sentence: Span, last: Actor | None, people: dict[str, str]
) -> Iterator[Stand]:
    for find in (_PUSHED.search, _THREATENED.match):
        found = find(body, *sentence)
        if found and (actor := _actor(found["subject"], last, people)):
            statement = statement_within(body, found.end(), sentence.end)
            if statement:
                span, condition = statement
                yield Stand(actor, PositionType.THREAT, span, "threatened", 0.9, condition)
    found = _EXPECTED.match(body, *sentence)
    if found and (voice := _actor(found["subject"], last, people)):
        other = actor_of(found["other"], people)
        statement = statement_within(body, found.end(), sentence.end)
        if other and statement:
            yield from _expected_offers(body, statement.span, other, voice)


def _expected_offers(body: str, span: Span, actor: Actor, voice: Actor) -> Iterator[Stand]:
    start = span.start
    for joint in [*_ALSO_TO.finditer(body, *span), None]:
        end = span.end if joint is None else joint.start()
        yield Stand(actor, PositionType.OFFER, Span(start, end), "expected", 0.8, None, voice.name)
        start = end if joint is None else joint.end()


def _actor(phrase: str, last: Actor | None, people: dict[str, str]) -> Actor | None:
    return last if phrase in {"He", "She"} else actor_of(phrase, people)
