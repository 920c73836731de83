"""Parts of a period: "early November", "the middle of the year", "late last week"."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date

from flows.deadlines.grammar import Phrase
from flows.deadlines.periods import MONTHS_OF_YEAR, Period, shifted
from flows.records import Granularity


def part_named(phrase: Phrase, period: Period) -> Period:
    """Return the part of the period that "early", "mid-" or "the end of" names."""
    if phrase.has("early", "start"):
        return early_part(period)
    if phrase.has("late"):
        return late_part(period)
    if phrase.has("mid", "middle"):
        return middle_part(period)
    if phrase.has("end"):
        return replace(period, first=period.last)
    return period


def early_part(period: Period) -> Period:
    """Return "early" in the period: ten days of a month, a quarter of a year."""
    last = {
        Granularity.MONTH: shifted(period.first, "day", 9),
        Granularity.WEEK: shifted(period.first, "day", 2),
    }.get(period.granularity)
    return _part(period, period.first, last or _ending(period.first, _third(period)))


def late_part(period: Period) -> Period:
    """Return "late" in the period: from the 21st of a month, the last quarter of a year."""
    first = {
        Granularity.MONTH: period.first.replace(day=21),
        Granularity.WEEK: shifted(period.first, "day", 3),
    }.get(period.granularity)
    return _part(period, first or _starting(period.last, _third(period)), period.last)


def middle_part(period: Period) -> Period:
    """Return "mid-" in the period: the 11th to 20th of a month, April to September of a year."""
    match period.granularity:
        case Granularity.MONTH:
            first, last = period.first.replace(day=11), period.first.replace(day=20)
        case Granularity.WEEK:
            first = shifted(period.first, "day", 1) or period.first
            last = shifted(first, "day", 2) or first
        case _:
            first = shifted(period.first, "month", _third(period)) or period.first
            ending = shifted(period.last, "month", -_third(period)) or period.last
            last = _end_of_month(ending)
    return _part(period, first, last)


def _third(period: Period) -> int:
    """Return how many months "early" and "late" take of a long period."""
    months = (period.last.year - period.first.year) * MONTHS_OF_YEAR
    months += period.last.month - period.first.month + 1
    return months // 4 if months >= MONTHS_OF_YEAR else max(1, months // 3)


def _ending(first: date, months: int) -> date:
    following = shifted(first, "month", months)
    return (following and shifted(following, "day", -1)) or first


def _starting(last: date, months: int) -> date:
    start = shifted(last.replace(day=1), "month", 1 - months)
    return start or last


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _part(period: Period, first: date, last: date) -> Period:
    if period.granularity in (Granularity.DAY, Granularity.WEEKEND) or first > last:
        return period
    return replace(period, first=first, last=last, granularity=Granularity.PART)
