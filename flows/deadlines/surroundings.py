"""The events of a sentence around one of its dates."""

from __future__ import annotations

from dataclasses import dataclass

from flows.deadlines.event import Event
from flows.deadlines.expressions import Expression
from flows.deadlines.sentence import Sentence

# Words between an event and the date beside it: "the meeting on Friday", "next week's big vote".
BESIDE = 4
# With more words between, they belong to two clauses.
FAR = 14


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The events of the sentence around one of its dates; `governor` is the verb before it."""

    sentence: Sentence
    date: Expression
    left: tuple[Event, ...]
    right: tuple[Event, ...]
    governor: Event | None

    @property
    def is_current(self) -> bool:
        """Say whether the date has begun at the anchor: "today", "this week", "this year"."""
        return self.date.first is not None and self.date.first <= self.sentence.anchor


def surroundings_of(sentence: Sentence, date: Expression) -> Surroundings:
    """Return the events before and after the date, and the verb that governs it."""
    left = tuple(
        event
        for event in sentence.events
        if event.head < date.first_word and not _starts_the_date(sentence, event, date)
    )
    right = tuple(event for event in sentence.events if event.head > date.last_word)
    governor = next((event for event in reversed(left) if not event.is_noun), None)
    return Surroundings(sentence, date, left, right, governor)


def _starts_the_date(sentence: Sentence, event: Event, date: Expression) -> bool:
    """Say whether the verb only opens the date: "starting in April"."""
    is_near = date.first_word - event.head <= len(("starting", "in"))
    return is_near and sentence.text(event.head) in ("starting", "beginning", "effective")
