"""Days that name themselves: "Nov. 10, 2025", "the 31st of March", "July 13 through 15"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from flows.deadlines.grammar import DAY_KINDS, MONTH_KINDS, Phrase
from flows.deadlines.named_days import named_day
from flows.deadlines.numeric_dates import day_named
from flows.deadlines.periods import (
    Period,
    day_of,
    month_of,
    nth_weekday,
    shifted,
    week_of,
    weekend_of,
    year_of,
)
from flows.deadlines.reading import Reading, Scene, Tense, dated
from flows.deadlines.years import after, before, looked_to, nearest, year_said
from flows.records import Granularity

_HALF_A_WEEK = 3
# "Sept. 11" without a year is the day of the attacks, unless that day of another year is near.
_ATTACKS, _FEW_DAYS = date(2001, 9, 11), 60
# "Tuesday the 13th" is of the nearest month where the two agree; they do within fourteen months.
_MONTHS_TRIED = sorted(range(-14, 15), key=lambda count: (abs(count), -count))


def calendar_day(phrase: Phrase, scene: Scene) -> date | None:
    """Return the day that a month and a number name, in the year that the sentence looks to."""
    month, number = phrase.number(*MONTH_KINDS), phrase.number(*DAY_KINDS)
    year = year_said(phrase, scene)
    if year is not None:
        return day_named(year, month, number)

    def in_year(year: int) -> Period | None:
        day = day_named(year, month, number)
        return day_of(day) if day else None

    if (month, number) == (_ATTACKS.month, _ATTACKS.day) and _is_far(scene, in_year):
        return _ATTACKS
    weekday = phrase.number("weekday", "weak_weekday")
    if weekday is not None and (matching := _on_weekday(scene, in_year, weekday)) is not None:
        return matching
    if phrase.words[0].kind == "last":
        period = before(scene, in_year)
    elif phrase.words[0].kind == "next":
        period = after(scene, in_year)
    else:
        period = looked_to(scene, in_year)
    return period.first if period else None


def _is_far(scene: Scene, in_year: Callable[[int], Period | None]) -> bool:
    """Say whether no such day lies within two months of the anchor, after the attacks of 2001."""
    closest = nearest(scene, in_year)
    days = abs((closest.first - scene.anchor).days) if closest else 0
    return scene.anchor > _ATTACKS and days > _FEW_DAYS


def _on_weekday(scene: Scene, in_year: object, weekday: int) -> date | None:
    """Return the nearest year's day that falls on the weekday: "Saturday, April 25"."""
    near = (scene.anchor.year, scene.anchor.year + 1, scene.anchor.year - 1)
    for year in near:
        period = in_year(year) if callable(in_year) else None
        if isinstance(period, Period) and period.first.isoweekday() == weekday:
            return period.first
    return None


def _calendar_day(phrase: Phrase, scene: Scene) -> Reading | None:
    day = calendar_day(phrase, scene)
    return dated(day_of(day)) if day else None


def _days_of_month(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the days of "July 13 through 15" or "the 13th to the 15th of July"."""
    numbers = [w.value for w in phrase.words if w.kind in DAY_KINDS and isinstance(w.value, int)]
    day = calendar_day(phrase, scene)
    if day is None or not numbers:
        return None
    first = day_named(day.year, day.month, numbers[0])
    last = day_named(day.year, day.month, numbers[-1])
    return _days(first, last)


def _days(first: date | None, last: date | None) -> Reading | None:
    if first is None or last is None or first > last:
        return None
    return dated(Period(first, last, Granularity.RANGE, first.isoformat()))


def _week_of_day(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the week of "the week of March 6"."""
    if phrase.has("named_day"):
        period = _named_day_meant(phrase, scene)
        day = period.first if period else None
    else:
        day = calendar_day(phrase, scene)
    if day is None:
        return None
    if not phrase.has("weekend_unit"):
        return dated(week_of(day))
    # The weekend of a Monday is the one that it makes long.
    is_monday = day.isoweekday() == 1
    return dated(weekend_of((shifted(day, "day", -1) or day) if is_monday else day))


def _weekday_the_nth(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the day of "Tuesday the 11th", in the month where that is a Tuesday."""
    number = phrase.number("dayth", "ordinal", "second")
    weekday = phrase.number("weekday", "weak_weekday")
    is_ahead = scene.tense() is Tense.FUTURE
    for count in (count for count in _MONTHS_TRIED if count >= 0 or not is_ahead):
        month = shifted(scene.anchor.replace(day=1), "month", count)
        day = day_named(month.year, month.month, number) if month else None
        if day is not None and day.isoweekday() == weekday:
            return dated(day_of(day))
    return None


def _nth_weekday(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the day of "the first Monday in May" or "the last Friday of next month"."""
    weekday, nth = phrase.number("weekday"), phrase.number(*DAY_KINDS)
    if phrase.words[phrase.place("weekday") - 1].kind == "last":
        nth = -(nth or 1)
    if weekday is None or nth is None:
        return None
    month = phrase.number(*MONTH_KINDS)
    if month is None:
        start = shifted(scene.anchor, "month", _step(phrase.part(phrase.place("weekday"))))
        day = start and nth_weekday(start.year, start.month, weekday, nth=nth)
        return dated(day_of(day)) if day else None

    def in_year(year: int) -> Period | None:
        day = nth_weekday(year, month, weekday, nth=nth)
        return day_of(day) if day else None

    year = year_said(phrase, scene)
    return dated(in_year(year) if year else looked_to(scene, in_year))


def _day_of_counted_month(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the day of "the 20th of next month" or "the last day of October"."""
    if phrase.has("year_unit"):
        year = year_said(phrase.part(phrase.place("of")), scene) or scene.anchor.year
        return dated(day_of(date(year, 12, 31)))
    month, number = _month_counted(phrase, scene), phrase.number(*DAY_KINDS)
    if month is None:
        return None
    if phrase.has("last") and phrase.place("last") < phrase.place("day_unit", "of"):
        day = shifted(month.last, "day", 1 - (number or 1))
        return dated(day_of(day)) if day else None
    day = day_named(month.first.year, month.first.month, number)
    return dated(day_of(day)) if day else None


def _month_counted(phrase: Phrase, scene: Scene) -> Period | None:
    """Return the month that is named, or that "next month" counts."""
    number, year = phrase.number(*MONTH_KINDS), phrase.number("year")
    if number is None:
        day = shifted(scene.anchor.replace(day=1), "month", _step(phrase.part(phrase.place("of"))))
        return month_of(day.year, day.month) if day else None
    if year is not None:
        return month_of(year, number)
    return looked_to(scene, lambda year: month_of(year, number))


def _nth_week(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the week of "the first week of October": of those with most of their days in it."""
    whole = _month_counted(phrase, scene) if phrase.has(*MONTH_KINDS) else _year_of(phrase)
    if whole is None:
        return None
    nth = phrase.number(*DAY_KINDS) or 1
    is_last = phrase.words[phrase.place("week_unit") - 1].kind == "last"
    start, step = (whole.last, -1) if is_last else (whole.first, 1)
    within = shifted(start, "day", step * _HALF_A_WEEK)
    week = within and shifted(within, "week", step * (nth - 1))
    return dated(week_of(week)) if week else None


def _year_of(phrase: Phrase) -> Period | None:
    year = phrase.number("year")
    return year_of(year) if year else None


def _step(phrase: Phrase) -> int:
    if phrase.has("next", "coming", "following"):
        return 1
    return -1 if phrase.has("last", "past", "previous") else 0


def _named_day(phrase: Phrase, scene: Scene) -> Reading | None:
    return dated(_named_day_meant(phrase, scene))


def _named_day_meant(phrase: Phrase, scene: Scene) -> Period | None:
    name = phrase.name("named_day") or ""

    def in_year(year: int) -> Period | None:
        day = named_day(name, year)
        return day_of(day) if day else None

    year = phrase.number("year")
    if year is not None:
        return in_year(year)
    if phrase.words[0].kind in ("last", "past"):
        return before(scene, in_year)
    if phrase.words[0].kind in ("next", "coming"):
        return after(scene, in_year)
    return looked_to(scene, in_year)


def _day_of_month(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the day of "by the 18th": of this month, or of the next where it is over."""
    day = day_named(scene.anchor.year, scene.anchor.month, phrase.number("dayth"))
    return dated(day_of(day)) if day else None


CALENDAR_DAYS = {
    "days_of_month": _days_of_month,
    "days_before_month": _days_of_month,
    "week_of_day": _week_of_day,
    "calendar_day": _calendar_day,
    "weekday_the_nth": _weekday_the_nth,
    "nth_weekday": _nth_weekday,
    "day_of_counted_month": _day_of_counted_month,
    "nth_week": _nth_week,
    "named_day": _named_day,
    "day_of_month": _day_of_month,
}
