"""Temporal expressions of a text, with their TIMEX3 values."""

from __future__ import annotations

from datetime import date

from flows.deadlines.around_phrase import look_around
from flows.deadlines.calendar_days import CALENDAR_DAYS
from flows.deadlines.calendar_months import CALENDAR_MONTHS
from flows.deadlines.calendar_quarters import CALENDAR_QUARTERS
from flows.deadlines.calendar_years import CALENDAR_YEARS
from flows.deadlines.clock import CLOCK
from flows.deadlines.counted_times import COUNTED_TIMES
from flows.deadlines.durations import DURATIONS
from flows.deadlines.grammar import Grammar, Phrase
from flows.deadlines.how_often import SETS
from flows.deadlines.joined import joined
from flows.deadlines.numeric_dates import NUMERIC_DATES
from flows.deadlines.periods import period_around
from flows.deadlines.phrases import PATTERNS
from flows.deadlines.reading import Expression, Reading, Scene, dated
from flows.deadlines.relative import RELATIVE
from flows.deadlines.weekdays import WEEKDAYS
from flows.deadlines.words import Words, words_of

_GRAMMAR = Grammar(PATTERNS)
_LISTS_OF_DAYS = ("days_of_month", "days_before_month")
_LISTS = (*_LISTS_OF_DAYS, "months")
_BETWEEN = ("and", "or", "to", "through", "until", "dash", "hyphen")
_READINGS = {
    **NUMERIC_DATES,
    **CALENDAR_DAYS,
    **CALENDAR_MONTHS,
    **CALENDAR_QUARTERS,
    **CALENDAR_YEARS,
    **CLOCK,
    **WEEKDAYS,
    **RELATIVE,
    **COUNTED_TIMES,
    **DURATIONS,
    **SETS,
}


def expressions_of(text: str, anchor: date, *, day_first: bool | None = None) -> list[Expression]:
    """Return the temporal expressions of the text, in order, read from the day `anchor`.

    `day_first` says how the outlet's country writes 3/4/2026: the third of April, or March 4.
    Where nobody knows, such a date is not read at all.

    >>> text = "The talks opened on Monday; they will go on until Friday, two years after the war."
    >>> for found in expressions_of(text, date(2026, 4, 8)):
    ...     print(text[found.start : found.end], found.timex_type, found.value, found.first)
    Monday DATE 2026-04-06 2026-04-06
    Friday DATE 2026-04-10 2026-04-10
    two years DURATION P2Y None
    """
    return expressions_in(words_of(text), Scene(anchor, day_first))


def expressions_in(words: Words, scene: Scene) -> list[Expression]:
    """Return the expressions of a text whose words are known; `scene` follows the narrative."""
    found: list[Expression] = []
    for phrase in _GRAMMAR.phrases_in(words):
        look_around(words, found, phrase, scene)
        reading = _READINGS[phrase.rule](phrase, scene)
        if reading is None:
            continue
        expression = _expression(phrase, reading)
        whole = joined(words, found[-1], expression) if found else None
        if whole is None:
            found.append(expression)
        else:
            found[-1] = whole
        scene.heard(reading)
    return found


def _expression(phrase: Phrase, reading: Reading) -> Expression:
    period = reading.period
    return Expression(
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
        ends=_ends_of_list(phrase, reading),
    )


def _ends_of_list(phrase: Phrase, reading: Reading) -> tuple[Expression, ...]:
    """Return the two expressions of "May 5 and 6", "between 11 and 14 November", "May or June"."""
    if phrase.rule not in _LISTS or reading.period is None:
        return ()
    link = next((i for i, word in enumerate(phrase.words) if word.kind in _BETWEEN), None)
    if link is None:
        return ()
    parts = phrase.part(0, link), phrase.part(link + 1)
    unit = "day" if phrase.rule in _LISTS_OF_DAYS else "month"
    days = (reading.period.first, reading.period.last)
    return tuple(
        _expression(Phrase(phrase.rule, part.words, part.first), one)
        for part, day in zip(parts, days, strict=True)
        if (one := dated(period_around(day, unit))) is not None
    )
