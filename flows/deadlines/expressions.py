"""Temporal expressions of a text, with their TIMEX3 values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from flows.deadlines.calendar_days import CALENDAR_DAYS
from flows.deadlines.calendar_periods import CALENDAR_PERIODS
from flows.deadlines.clock import CLOCK
from flows.deadlines.durations import DURATIONS
from flows.deadlines.grammar import Grammar
from flows.deadlines.phrases import PATTERNS
from flows.deadlines.reading import Scene, TimexType
from flows.deadlines.relative import RELATIVE
from flows.deadlines.tense import tense_at
from flows.deadlines.weekdays import WEEKDAYS
from flows.deadlines.words import Words, words_of
from flows.records import Granularity

_GRAMMAR = Grammar(PATTERNS)
_READINGS = {**CALENDAR_DAYS, **CALENDAR_PERIODS, **CLOCK, **WEEKDAYS, **RELATIVE, **DURATIONS}


@dataclass(frozen=True, slots=True)
class Expression:
    """One temporal expression: `text[start:end]`.

    `first` and `last` are the days it resolves to, inclusive; none where it names no dates.
    """

    start: int
    end: int
    timex_type: TimexType
    value: str
    rule: str
    first: date | None = None
    last: date | None = None
    granularity: Granularity | None = None
    at: time | None = None
    zone: str | None = None
    # The numbers of its first and last word among the words of the text.
    first_word: int = 0
    last_word: int = 0


def expressions_of(text: str, anchor: date, *, day_first: bool | None = None) -> list[Expression]:
    """Return the temporal expressions of the text, in order, read from the day `anchor`.

    `day_first` says how the outlet's country writes 3/4/2026: the third of April, or March 4.
    Where nobody knows, such a date is not read at all.
    """
    return expressions_in(words_of(text), Scene(anchor, day_first))


def expressions_in(words: Words, scene: Scene) -> list[Expression]:
    """Return the expressions of a text whose words are known; `scene` follows the narrative."""
    found: list[Expression] = []
    for phrase in _GRAMMAR.phrases_in(words):
        scene.tense = lambda phrase=phrase: tense_at(words, phrase.first, phrase.last)
        reading = _READINGS[phrase.rule](phrase, scene)
        if reading is None:
            continue
        period = reading.period
        found.append(
            Expression(
                start=phrase.start,
                end=phrase.end,
                timex_type=reading.timex_type,
                value=reading.value,
                rule=phrase.rule,
                first=period.first if period else None,
                last=period.last if period else None,
                granularity=period.granularity if period else None,
                at=reading.at,
                zone=reading.zone,
                first_word=phrase.first,
                last_word=phrase.last,
            )
        )
        scene.heard(reading)
    return found
