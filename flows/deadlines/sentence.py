"""One sentence of a block with its words, dates and events."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.deadlines.events import Event, events_in
from flows.deadlines.expressions import Expression, expressions_in
from flows.deadlines.reading import Scene
from flows.deadlines.words import Word, words_of
from flows.records import Block, Span
from flows.text.sentences import sentences_within

_DATELINE = re.compile(r"[A-ZÀ-Þ][^\n(—–]{0,60}(?:\([^()\n]{1,60}\)\s*)?(?:[—–]|--)\s")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `first` and `last` number its words among the words of the block."""

    span: Span
    words: Sequence[Word]
    first: int
    last: int
    dates: tuple[Expression, ...]
    events: tuple[Event, ...]


def sentences_in(body: str, block: Block, scene: Scene) -> Iterator[Sentence]:
    """Yield the sentences of the block that speak of a day still ahead."""
    words = words_of(body, block.start, block.end)
    dates = expressions_in(words, scene)
    ahead = [
        date for date in dates if is_ahead(date, scene) and not _is_dateline(body, block, date)
    ]
    if not ahead:
        return
    for span in sentences_within(body, block.start, block.end):
        inside = tuple(date for date in ahead if span.start <= date.start < span.end)
        if inside:
            first = bisect_left(words.words, span.start, key=lambda word: word.start)
            last = bisect_left(words.words, span.end, key=lambda word: word.start) - 1
            events = tuple(events_in(words.words, first, last))
            yield Sentence(span, words.words, first, last, inside, events)


def _is_dateline(body: str, block: Block, expression: Expression) -> bool:
    """Say whether the date only says when the article was filed: "BUSAN (Oct. 30, 2025) —"."""
    return (
        bool(_DATELINE.match(body, block.start))
        and expression.start < _DATELINE.match(body, block.start).end()
    )


def is_ahead(expression: Expression, scene: Scene) -> bool:
    """Say whether the expression names days that are not over at the anchor, or a length of time."""
    if expression.timex_type == "DURATION":
        return True
    return expression.last is not None and expression.last >= scene.anchor
