"""Stands in the article's own fact box: "U.S. Goal: Lower tariffs in exchange for …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flows.positions.actors import actor_of
from flows.positions.book import Actor, actor_book
from flows.positions.clauses import Shape, statement_within
from flows.positions.people import People
from flows.positions.stand import Stand
from flows.records import KeyPoint, PositionType, Span
from flows.text.items import items_within

# Editors label these lines on purpose; what went wrong on labelled texts was the split.
CONFIDENCE = 0.95
# A longer box, or a longer label, is none.
_MAX_LINES = 40
_MAX_LABEL_CHARS = 80
# Fewer items are one phrase that happens to hold an "and".
_LIST_ITEMS = 3
_LABEL = re.compile(
    r"(?:what (?P<asker>.+?) (?P<verb>wants|seeks|demands|offers|threatens|rejects))"
    r"|(?P<owner>.+?)(?:[’']s?)?\s+(?:key |main |top |stated )?(?P<kind>[a-z]+(?: lines?)?)",
    re.IGNORECASE,
)
_KINDS = {
    PositionType.GOAL: "goal goals aim aims objective objectives priority priorities seeks wants",
    PositionType.REQUEST: "request requests demand demands ask asks",
    PositionType.OFFER: "offer offers concession concessions proposal proposals",
    PositionType.CONDITION: "condition conditions",
    PositionType.THREAT: "threat threats threatens",
    PositionType.REFUSAL: "refusal refusals rejects",
}
_TYPE_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()} | {
    "red line": PositionType.REFUSAL,
    "red lines": PositionType.REFUSAL,
}


def stands_in_fact_box(
    body: str, key_points: Sequence[KeyPoint], people: People
) -> Iterator[Stand]:
    """Yield the stands of every line whose label names an actor and a kind of stand."""
    for point in key_points[:_MAX_LINES]:
        label = _LABEL.fullmatch(point.label.strip()[:_MAX_LABEL_CHARS])
        if label is None:
            continue
        kind = _TYPE_OF.get((label["verb"] or label["kind"]).lower())
        owner = label["asker"] or label["owner"]
        actor = actor_of(owner, people)
        if kind is None or actor is None or not _is_known(actor, owner, body):
            continue
        for item in _statements(body, point):
            statement = statement_within(body, *item, Shape.LINE)
            if statement is not None:
                span, condition = statement
                yield Stand(actor, kind, span, "fact_box", CONFIDENCE, condition)


def _is_known(actor: Actor, owner: str, body: str) -> bool:
    """Say whether the label names somebody of whom the article speaks, or whom all know.

    A label has capitals on every word: "Rich Nations' Offer" names nobody.
    """
    return actor.name in actor_book().by_alias or body.count(owner) > 1


def _statements(body: str, point: KeyPoint) -> list[Span]:
    items = items_within(body, point.start, point.end)
    return items if len(items) >= _LIST_ITEMS else [Span(point.start, point.end)]
