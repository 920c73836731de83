"""Dates that name themselves: "Nov. 10, 2025", "August or September", "2010-11"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from flows.deadlines.grammar import Phrase
from flows.deadlines.periods import (
    Period,
    day_of,
    decade_of,
    early_part,
    half_of,
    late_part,
    middle_part,
    month_of,
    quarter_of,
    shifted,
    season_of,
    week_of,
    year_of,
)
from flows.deadlines.named_days import named_day
from flows.deadlines.reading import Reading, Scene, Tense, TimexType, dated
from flows.records import Granularity

_NUMERIC = re.compile(r"(\d+)[/.-](\d+)[/.-](\d+)")
# "2/3/49" is 2049 only if that is nearer than 1949.
_CENTURY = 100


def _iso_date(phrase: Phrase, scene: Scene) -> Reading | None:
    text = phrase.words[0].text
    day = _date(int(text[:4]), int(text[5:7]), int(text[8:10]))
    if day is None:
        return None
    if len(text) > len("2026-03-10"):
        at = time(int(text[11:13]) % 24, int(text[14:16]) % 60)
        return Reading(TimexType.TIME, f"{day}T{at:%H:%M}", day_of(day), at)
    return dated(day_of(day))


def _numeric_date(phrase: Phrase, scene: Scene) -> Reading | None:
    parts = _NUMERIC.fullmatch(phrase.words[0].text)
    if parts is None:
        return None
    one, two, three = (int(part) for part in parts.groups())
    if len(parts.group(1)) == len("2026"):
        day = _date(one, two, three)
    elif len(parts.group(3)) in (len("26"), len("2026")):
        year = full_year(three, scene.anchor) if three < _CENTURY else three
        month_first, day_first = _date(year, one, two), _date(year, two, one)
        day = month_first or day_first
        if month_first and day_first and month_first != day_first and scene.day_first is None:
            return None
        if scene.day_first and day_first:
            day = day_first
    else:
        return None
    return dated(day_of(day)) if day else None


def _calendar_day(phrase: Phrase, scene: Scene) -> Reading | None:
    day = calendar_day(phrase, scene)
    return dated(day_of(day)) if day else None


def calendar_day(phrase: Phrase, scene: Scene) -> date | None:
    """Return the day that a month and a number name, in the year that the sentence looks to."""
    month = phrase.number("month", "ambiguous_month")
    number = phrase.number("day", "ordinal", "second")
    if month is None or number is None:
        return None
    year = phrase.number("year")
    if year is not None:
        return _date(year, month, number)
    return _nearest(scene, lambda year: _date(year, month, number))


def _days(phrase: Phrase, scene: Scene) -> Reading | None:
    numbers = [w.value for w in phrase.words if w.kind in ("day", "ordinal", "second")]
    last = calendar_day(phrase, scene)
    if last is None or not isinstance(numbers[0], int) or not isinstance(numbers[-1], int):
        return None
    first, last = (
        _date(last.year, last.month, numbers[0]),
        _date(last.year, last.month, numbers[-1]),
    )
    if first is None or last is None or first > last:
        return None
    return dated(Period(first, last, Granularity.RANGE, first.isoformat()))


def _date_range(phrase: Phrase, scene: Scene) -> Reading | None:
    months = [i for i, w in enumerate(phrase.words) if w.kind == "month"]
    middle = next(
        i
        for i, w in enumerate(phrase.words)
        if w.kind in ("dash", "hyphen", "to", "until", "through")
    )
    one = Phrase(phrase.rule, phrase.words[:middle], phrase.first)
    two = Phrase(phrase.rule, phrase.words[middle + 1 :], phrase.first + middle + 1)
    last = calendar_day(two, scene)
    first = calendar_day(one, scene)
    if first is None or last is None:
        return None
    if one.number("year") is None:
        first = _date(last.year, first.month, first.day) or first
        if first > last:
            first = _date(last.year - 1, first.month, first.day) or first
    if first > last:
        return None
    return dated(Period(first, last, Granularity.RANGE, first.isoformat()))


def _month(phrase: Phrase, scene: Scene) -> Reading | None:
    month = phrase.number("month")
    if month is None:
        return None
    period = _month_near(phrase, scene, month)
    return dated(_part_named(phrase, period)) if period else None


def _month_near(phrase: Phrase, scene: Scene, month: int) -> Period | None:
    year = phrase.number("year") or _year_said(phrase, scene)
    if year is not None:
        return month_of(year, month)
    if phrase.has("last", "past", "previous"):
        return _month_before(scene, month)
    if phrase.has("next", "coming"):
        return _month_after(scene, month)
    if scene.tense() is Tense.PAST:
        return _month_up_to(scene, month)
    if scene.tense() is Tense.FUTURE or phrase.has("this"):
        return _month_from(scene, month)
    return (
        _month_up_to(scene, month) if scene.tense() is Tense.PAST else _nearest_month(scene, month)
    )


def _year_said(phrase: Phrase, scene: Scene) -> int | None:
    """Return the year of "of next year", where the phrase says it."""
    unit = phrase.word("unit")
    if unit is None or unit.value != "year":
        return None
    if phrase.has("next", "coming"):
        return scene.anchor.year + 1
    if phrase.has("following"):
        return scene.reference.year + 1
    if phrase.has("last", "past", "previous"):
        return scene.anchor.year - 1
    if phrase.has("same", "that"):
        return scene.reference.year
    return scene.anchor.year


def _month_before(scene: Scene, month: int) -> Period | None:
    return month_of(scene.anchor.year - (month >= scene.anchor.month), month)


def _month_up_to(scene: Scene, month: int) -> Period | None:
    return month_of(scene.anchor.year - (month > scene.anchor.month), month)


def _month_after(scene: Scene, month: int) -> Period | None:
    return month_of(scene.anchor.year + (month <= scene.anchor.month), month)


def _month_from(scene: Scene, month: int) -> Period | None:
    return month_of(scene.anchor.year + (month < scene.anchor.month), month)


def _nearest_month(scene: Scene, month: int) -> Period | None:
    return _month_up_to(scene, month)


def _part_named(phrase: Phrase, period: Period) -> Period:
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


def _months(phrase: Phrase, scene: Scene) -> Reading | None:
    places = [i for i, word in enumerate(phrase.words) if word.kind == "month"]
    middle = places[0] + 1
    tail = phrase.words[places[1] + 1 :]
    one = Phrase(phrase.rule, phrase.words[:middle] + tail, phrase.first)
    two = Phrase(phrase.rule, phrase.words[middle:], phrase.first + middle)
    first, last = _month(one, scene), _month(two, scene)
    if first is None or last is None or first.period is None or last.period is None:
        return None
    if first.period.first > last.period.last:
        return None
    return dated(Period(first.period.first, last.period.last, Granularity.RANGE, first.value))


def _quarter(phrase: Phrase, scene: Scene) -> Reading | None:
    unit = phrase.word("unit")
    number = phrase.number("ordinal", "second")
    if unit is None or unit.value != "quarter" or number is None or not 1 <= number <= 4:
        return None
    year = phrase.number("year")
    units = [word for word in phrase.words if word.kind == "unit"]
    if year is None and len(units) > 1:
        year = _year_said(
            Phrase(phrase.rule, [*phrase.words[:1], *phrase.words[2:-1], units[-1]], 0), scene
        )
    if year is None:
        year = scene.anchor.year
        if scene.tense() is Tense.PAST or scene.tense() is Tense.NONE:
            quarter = quarter_of(year, number)
            if quarter and quarter.first > scene.anchor:
                year -= 1
        elif scene.tense() is Tense.FUTURE:
            quarter = quarter_of(year, number)
            if quarter and quarter.last < scene.anchor:
                year += 1
    return dated(quarter_of(year, number))


def _half_year(phrase: Phrase, scene: Scene) -> Reading | None:
    number = (
        2
        if phrase.has("latter", "last") and not phrase.has("ordinal", "second")
        else phrase.number("ordinal", "second")
    )
    if number not in (1, 2):
        return None
    unit = phrase.word("unit")
    if unit is not None and unit.value != "year":
        return None
    year = phrase.number("year") or _year_said(phrase, scene) or scene.reference.year
    return dated(half_of(year, number))


def _years(phrase: Phrase, scene: Scene) -> Reading | None:
    years = [w.value for w in phrase.words if w.kind in ("year", "day")]
    first, last = years[0], years[-1]
    if not isinstance(first, int) or not isinstance(last, int):
        return None
    if last < _CENTURY:
        last += first - first % _CENTURY
    one, two = year_of(first), year_of(last)
    if one is None or two is None or one.first >= two.first:
        return None
    return dated(Period(one.first, two.last, Granularity.RANGE, one.value))


def _year(phrase: Phrase, scene: Scene) -> Reading | None:
    number = phrase.number("year")
    period = year_of(number) if number and 1500 <= number < 2100 else None
    return dated(_part_named(phrase, period)) if period else None


def _week_of_day(phrase: Phrase, scene: Scene) -> Reading | None:
    unit = phrase.word("unit")
    day = calendar_day(phrase, scene)
    if unit is None or unit.value not in ("week", "weekend") or day is None:
        return None
    return dated(week_of(day))


def _named_day(phrase: Phrase, scene: Scene) -> Reading | None:
    name = phrase.name("named_day") or ""
    year = phrase.number("year")
    day = named_day(name, year) if year else _nearest(scene, lambda year: named_day(name, year))
    return dated(day_of(day)) if day else None


def _nearest(scene: Scene, day_in: Callable[[int], date | None]) -> date | None:
    """Return the day in the year that the sentence looks to: the next, the last or the nearest."""
    anchor = scene.anchor
    days = [
        d
        for y in (anchor.year - 1, anchor.year, anchor.year + 1)
        if 0 < y < 9999 and (d := day_in(y))
    ]
    if not days:
        return None
    ahead = [day for day in days if day >= anchor]
    behind = [day for day in days if day <= anchor]
    tense = scene.tense()
    if tense is Tense.FUTURE and ahead:
        return ahead[0]
    if tense is Tense.PAST and behind:
        return behind[-1]
    return min(days, key=lambda day: abs((day - anchor).days))


def _decade(phrase: Phrase, scene: Scene) -> Reading | None:
    digits = phrase.name("decade") or ""
    if not digits.isdigit() or int(digits) % 10:
        return None
    year = int(digits)
    if year < _CENTURY:
        year += 1900 if year >= 20 else 2000
    return dated(decade_of(year)) if 1000 <= year <= 2100 else None


def _season(phrase: Phrase, scene: Scene) -> Reading | None:
    year, season = phrase.number("year"), phrase.name("season")
    period = season_of(year, season) if year and season else None
    return dated(_part_named(phrase, period)) if period else None


def full_year(number: int, anchor: date) -> int:
    """Return the year that two digits mean: the one nearest to the anchor."""
    century = anchor.year - anchor.year % _CENTURY
    return min(
        (century + shift + number for shift in (-_CENTURY, 0, _CENTURY)),
        key=lambda year: abs(year - anchor.year),
    )


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


ABSOLUTE = {
    "iso_date": _iso_date,
    "numeric_date": _numeric_date,
    "calendar_day": _calendar_day,
    "days_of_month": _days,
    "days_before_month": _days,
    "date_range": _date_range,
    "month": _month,
    "months": _months,
    "quarter": _quarter,
    "half_year": _half_year,
    "years": _years,
    "year": _year,
    "week_of_day": _week_of_day,
    "named_day": _named_day,
    "decade": _decade,
    "season": _season,
}
