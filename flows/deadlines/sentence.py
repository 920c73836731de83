"""One sentence of a block with its words, dates and events."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from flows.deadlines.event import Event
from flows.deadlines.events import events_in
from flows.deadlines.expressions import Expression, expressions_in
from flows.deadlines.glance import may_name_a_time
from flows.deadlines.reading import PRESENT, Scene, TimexType
from flows.deadlines.triggers import BEFORE_DATE, BEFORE_INFINITIVE, VERB_FORMS
from flows.deadlines.words import Word, words_of
from flows.records import Block, Span
from flows.text.sentences import sentences_within

# "BUSAN, South Korea (Oct. 30, 2025) —": when and where the article was filed.
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.’' -]+(?:,[^\n(—–]{0,40})?\s*(?:\([^()\n]{1,60}\)\s*)?(?:[—–]|--)\s"
)
_BREAKS = frozenset(("comma", "stop", "dash", "open", "close", "break"))
_CLOSING = {"“": "”", "‘": "’", '"': '"', "„": "“"}
# No sentence of prose is longer; a list without stops is read in parts of this many words.
_MOST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `first` and `last` number its words among the words of the block.

    `dates` are the expressions that are not over at the anchor, and the lengths of time.
    """

    span: Span
    anchor: date
    words: Sequence[Word]
    first: int
    last: int
    dates: tuple[Expression, ...]
    events: tuple[Event, ...]
    # The places of the verbs among the events.
    verbs: frozenset[int]
    # Where quotation marks open and close in the block, by turns.
    marks: Sequence[int]
    # Each word once, in lower case: most questions are answered by what is not there.
    vocabulary: frozenset[str]

    def is_quoted(self, place: int) -> bool:
        """Say whether the word stands between quotation marks."""
        return bisect_left(self.marks, place) % 2 == 1

    def is_verb(self, place: int) -> bool:
        """Say whether the word is one of these, or a verb by its form: "was", "took", "will"."""
        return place in self.verbs or self.text(place) in VERB_FORMS

    def is_break(self, place: int) -> bool:
        """Say whether the mark ends a phrase; a stop inside a sentence only shortens a word."""
        word = self.words[place]
        return word.kind in _BREAKS and (word.text != "." or place >= self.last)

    def is_trigger(self, place: int) -> bool:
        """Say whether the word tells what is to come: "set", "scheduled", "expected", "to"."""
        text = self.text(place)
        return text in BEFORE_DATE or text in BEFORE_INFINITIVE

    def text(self, place: int) -> str:
        """Return the word in lower case, or nothing outside the sentence."""
        return self.words[place].lower if self.first <= place <= self.last else ""

    def texts(self, first: int, end: int) -> list[str]:
        """Return the words `first` to before `end` in lower case, those of the sentence alone."""
        inside = self.words[max(first, self.first) : max(0, min(end, self.last + 1))]
        return [word.lower for word in inside]

    @property
    def all_texts(self) -> list[str]:
        """Return all words of the sentence in lower case."""
        return self.texts(self.first, self.last + 1)


def sentences_in(body: str, block: Block, scene: Scene) -> Iterator[Sentence]:
    """Yield the sentences of the block that speak of a day still ahead."""
    if not may_name_a_time(body[block.start : block.end]):
        return
    words = words_of(body, block.start, block.end)
    expressions = expressions_in(words, scene)
    filed = _DATELINE.match(body, block.start, block.end)
    filed_end = filed.end() if filed else block.start
    ahead = [e for e in expressions if e.start >= filed_end and _is_ahead(e, scene)]
    if not ahead:
        return
    marks = _marks(words.words)
    dated = {i for e in expressions for i in range(e.first_word, e.last_word + 1)}
    for span in sentences_within(body, block.start, block.end):
        for first, last in _runs(words.words, span):
            inside = _between(ahead, words.words[first].start, words.words[last].end)
            if inside:
                events = tuple(events_in(words.words, first, last, dated))
                yield Sentence(
                    Span(words.words[first].start, words.words[last].end),
                    scene.anchor,
                    words.words,
                    first,
                    last,
                    inside,
                    events,
                    verbs=frozenset(event.head for event in events if not event.is_noun),
                    marks=marks,
                    vocabulary=frozenset(w.lower for w in words.words[first : last + 1]),
                )


def _marks(words: Sequence[Word]) -> list[int]:
    """Return where quotation marks open and close; one that stays open does so to the end."""
    marks: list[int] = []
    closing = ""
    for place, word in enumerate(words):
        if word.kind != "other" or (closing and word.text != closing):
            continue
        if closing or word.text in _CLOSING:
            marks.append(place)
            closing = "" if closing else _CLOSING[word.text]
    return marks


def _runs(words: Sequence[Word], span: Span) -> Iterator[tuple[int, int]]:
    """Yield the first and last word of the sentence, or of its parts where it is endless."""
    first = bisect_left(words, span.start, key=lambda word: word.start)
    end = bisect_left(words, span.end, key=lambda word: word.start)
    for begin in range(first, end, _MOST_WORDS):
        yield begin, min(begin + _MOST_WORDS, end) - 1


def _between(dates: Sequence[Expression], start: int, end: int) -> tuple[Expression, ...]:
    """Return the dates that begin between the two offsets."""
    first = bisect_left(dates, start, key=lambda date: date.start)
    return tuple(dates[first : bisect_left(dates, end, key=lambda date: date.start)])


def _is_ahead(expression: Expression, scene: Scene) -> bool:
    if expression.timex_type is TimexType.SET or expression.value == PRESENT:
        return False
    if expression.timex_type is TimexType.DURATION:
        return True
    return expression.last is not None and expression.last >= scene.anchor
