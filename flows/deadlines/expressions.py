"""Temporal expressions of a text, with their TIMEX3 values."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from flows.deadlines.around_phrase import look_around
from flows.deadlines.calendar_days import CALENDAR_DAYS
from flows.deadlines.calendar_months import CALENDAR_MONTHS
from flows.deadlines.calendar_quarters import CALENDAR_QUARTERS
from flows.deadlines.calendar_years import CALENDAR_YEARS
from flows.deadlines.clock import CLOCK
from flows.deadlines.counted_times import COUNTED_TIMES
from flows.deadlines.durations import DURATIONS
from flows.deadlines.grammar import DAY_KINDS, MONTH_KINDS, Grammar, Phrase
from flows.deadlines.how_often import SETS
from flows.deadlines.joined import joined
from flows.deadlines.numeric_dates import NUMERIC_DATES, day_named
from flows.deadlines.periods import day_of, period_around
from flows.deadlines.phrases import PATTERNS
from flows.deadlines.reading import Expression, Reading, Scene, dated
from flows.deadlines.relative import RELATIVE
from flows.deadlines.weekdays import WEEKDAYS
from flows.deadlines.words import Words, words_of

_GRAMMAR = Grammar(PATTERNS)
_LISTED = {"days_of_month": DAY_KINDS, "days_before_month": DAY_KINDS, "months": MONTH_KINDS}
_LINKS = ("and", "or", "to", "through", "until", "dash", "hyphen")
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
    """Return the expressions of "May 5, 8 and 12", "between 11 and 14 November", "May or June"."""
    kinds = _LISTED.get(phrase.rule)
    listed = [word.value for word in phrase.words if kinds and word.kind in kinds]
    if reading.period is None or len(listed) < len(("May", "June")):
        return ()
    first, last = reading.period.first, reading.period.last
    if kinds is MONTH_KINDS:
        periods = [period_around(first, "month"), period_around(last, "month")]
    else:
        days = (day_named(first.year, first.month, n) for n in listed if isinstance(n, int))
        periods = [day and day_of(day) for day in days]
    return tuple(
        _expression(part, one)
        for part, period in zip(_parts_of_list(phrase, kinds or ()), periods, strict=True)
        if (one := dated(period)) is not None
    )


def _parts_of_list(phrase: Phrase, kinds: tuple[str, ...]) -> list[Phrase]:
    """Return the words between the links: "May 5", "8" and "12"."""
    links = _LINKS if kinds is MONTH_KINDS else (*_LINKS, "comma")
    places = [place for place, word in enumerate(phrase.words) if word.kind in kinds]
    begin, parts = 0, list[Phrase]()
    for one, two in pairwise(places):
        between = [place for place in range(one, two) if phrase.words[place].kind in links]
        parts.append(phrase.part(begin, between[0]))
        begin = between[-1] + 1
    return [*parts, phrase.part(begin)]
