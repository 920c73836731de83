"""Dates in figures alone: "2026-03-10", "31/12/2026", and "3/4" where the words say it is one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import MAXYEAR, date, time

from flows.deadlines.grammar import Phrase
from flows.deadlines.periods import YEARS_OF_CENTURY, Period, day_of, month_of
from flows.deadlines.reading import Reading, Scene, TimexType, dated
from flows.deadlines.weekdays import weekday_meant
from flows.deadlines.years import full_year, looked_to
from flows.records import Granularity

_NUMERIC = re.compile(r"(\d+)[/.-](\d+)[/.-](\d+)")
_HOURS, _MINUTES = 24, 60
# The attacks of 2001 are called by their date, in the American order.
_NAMES_OF_EVENTS = frozenset(("9/11",))


def day_named(year: int | None, month: int | None, day: int | None) -> date | None:
    """Return the day, or None for a day that no calendar has: February 30."""
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso_date(phrase: Phrase, _scene: Scene) -> Reading | None:
    text = phrase.words[0].text
    day = day_named(int(text[:4]), int(text[5:7]), int(text[8:10]))
    if day is None or len(text) <= len("2026-03-10"):
        return dated(day_of(day)) if day else None
    hour, minute = int(text[11:13]), int(text[14:16])
    if hour >= _HOURS or minute >= _MINUTES:
        return dated(day_of(day))
    at = time(hour, minute)
    zone = "UTC" if text.endswith("Z") else None
    return Reading(TimexType.TIME, f"{day}T{at:%H:%M}", day_of(day), at, zone)


def _numeric_date(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the date of "31/12/2026", and of "3/4/2026" only where the outlet's order is known."""
    parts = _NUMERIC.fullmatch(phrase.words[0].text)
    if parts is None:
        return None
    one, two, three = (int(part) for part in parts.groups())
    if len(parts.group(1)) == len("2026"):
        day = day_named(one, two, three)
    elif len(parts.group(3)) == len("026") or len(parts.group(1)) > len("31"):
        return None
    else:
        year = full_year(three, scene.anchor) if three < YEARS_OF_CENTURY else three
        day = _day_in_order(scene, day_named(year, one, two), day_named(year, two, one))
    return dated(day_of(day)) if day else None


def _day_in_order(scene: Scene, month_first: date | None, day_first: date | None) -> date | None:
    if month_first is None or day_first is None or month_first == day_first:
        return month_first or day_first
    if scene.day_first is None:
        return None
    return day_first if scene.day_first else month_first


def _year_month(phrase: Phrase, _scene: Scene) -> Reading | None:
    """Return the month of "2025-12"; "2007-09" and "2010-11" are pairs of years in prose."""
    year, month = phrase.words[0].text.split("-")
    if int(month) > int(year) % YEARS_OF_CENTURY:
        first, last = date(int(year), 1, 1), date(int(year[:2] + month), 12, 31)
        return dated(Period(first, last, Granularity.RANGE, year))
    return dated(month_of(int(year), int(month)))


def _slash_day(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the day of "on 2/15" or "Friday 5/12", where the weekday may tell the order."""
    written = phrase.name("fraction") or ""
    weekday = phrase.number("weekday", "weak_weekday")
    if written in _NAMES_OF_EVENTS:
        return None
    if weekday is not None and (day := _on_weekday(scene, written, weekday)) is not None:
        return dated(day_of(day))
    period = looked_to(scene, lambda year: _day_in(scene, written, year))
    if period is None and weekday is not None:
        day = weekday_meant(phrase, scene)
        return dated(day_of(day)) if day else None
    return dated(period)


def _on_weekday(scene: Scene, written: str, weekday: int) -> date | None:
    """Return the one day of this year or the next that the figures may name and that fits."""
    this = scene.anchor.year
    found = {
        day
        for year in (this, min(this + 1, MAXYEAR))
        for order in (True, False)
        if (period := _day_in(replace(scene, day_first=order), written, year)) is not None
        for day in (period.first,)
        if day.isoweekday() == weekday
    }
    return found.pop() if len(found) == 1 else None


def _day_in(scene: Scene, written: str, year: int) -> Period | None:
    """Return the day of "2/15" in the year, in the order of the outlet's country."""
    parts = written.split("/")
    if len(parts) != len(("2", "15")) or not all(part.isdecimal() for part in parts):
        return None
    one, two = (int(part) for part in parts)
    day = _day_in_order(scene, day_named(year, one, two), day_named(year, two, one))
    return day_of(day) if day else None


def _slash_days(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the days of "from 10/25 to 1/25" and "10/1-11/2/2026"."""
    fractions = [word.text for word in phrase.words if word.kind == "fraction"]
    if phrase.has("numeric"):
        whole = _numeric_date(phrase.part(-1), scene)
        last = whole.period if whole else None
    else:
        start = looked_to(scene, lambda year: _day_in(scene, fractions[0], year))
        last = start and _day_in(scene, fractions[-1], start.first.year)
        if start and last and last.first < start.first:
            last = _day_in(scene, fractions[-1], start.first.year + 1)
    first = last and _day_in(scene, fractions[0], last.first.year)
    if first and last and first.first > last.first:
        first = _day_in(scene, fractions[0], last.first.year - 1)
    if first is None or last is None or first.first >= last.first:
        return None
    return dated(Period(first.first, last.last, Granularity.RANGE, first.value))


NUMERIC_DATES = {
    "iso_date": _iso_date,
    "numeric_date": _numeric_date,
    "year_month": _year_month,
    "slash_days": _slash_days,
    "slash_day": _slash_day,
}
