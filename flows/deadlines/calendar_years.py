"""Years and what is longer: "2026", "2010-11", "fiscal 2027", "the '80s", "the 20th century"."""

from __future__ import annotations

from flows.deadlines.grammar import NTH_KINDS, Phrase
from flows.deadlines.parts import part_named
from flows.deadlines.periods import YEARS_OF_CENTURY, Period, century_of, decade_of, year_of
from flows.deadlines.reading import Reading, Scene, dated
from flows.deadlines.years import full_year, year_said
from flows.records import Granularity

# A bare number is a year only where the news speaks of such years.
_FIRST_YEAR, _LAST_YEAR = 1500, 2101
# Nobody writes of a later one.
_LAST_CENTURY = 22


def _years(phrase: Phrase, _scene: Scene) -> Reading | None:
    """Return the years of "2009 to 2011" and "2010-11"."""
    numbers = [w.value for w in phrase.words if w.kind in ("year", "day", "number")]
    first, last = numbers[0], numbers[-1]
    if not isinstance(first, int) or not isinstance(last, int):
        return None
    if last < YEARS_OF_CENTURY:
        last += first - first % YEARS_OF_CENTURY
    one, two = year_of(first), year_of(last)
    if one is None or two is None or one.first >= two.first:
        return None
    return dated(Period(one.first, two.last, Granularity.RANGE, one.value))


def _season_of_years(phrase: Phrase, _scene: Scene) -> Reading | None:
    """Return the two years of "the 2012/13 season"."""
    first, last = (phrase.name("year_pair") or "").split("/")
    years = int(first), int(last if len(last) == len(first) else first[:2] + last)
    one, two = year_of(years[0]), year_of(years[1])
    if one is None or two is None or years[1] != years[0] + 1:
        return None
    return dated(Period(one.first, two.last, Granularity.RANGE, one.value))


def _year(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the year of "2026", "early 2026" and "in '08"."""
    number = year_said(phrase, scene)
    period = year_of(number) if number and _FIRST_YEAR <= number < _LAST_YEAR else None
    return dated(part_named(phrase, period)) if period else None


def _fiscal_year(phrase: Phrase, scene: Scene) -> Reading | None:
    code = phrase.name("fiscal_code")
    if code is None:
        return _year(phrase, scene)
    number = int(code.lstrip("FY’' \xa0"))
    return dated(year_of(full_year(number, scene.anchor) if number < YEARS_OF_CENTURY else number))


def _decade(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the decade; "the '80s" are the nearest that has begun, never one still to come."""
    tens = phrase.number("decade_word")
    digits = (phrase.name("decade", "short_decade") or "").strip("’'s")
    year = int(digits) if tens is None else tens
    if year < YEARS_OF_CENTURY:
        year += scene.anchor.year - scene.anchor.year % YEARS_OF_CENTURY
        year -= YEARS_OF_CENTURY if year > scene.anchor.year else 0
    return dated(decade_of(year)) if _FIRST_YEAR <= year < _LAST_YEAR else None


def _century(phrase: Phrase, _scene: Scene) -> Reading | None:
    number = phrase.number(*NTH_KINDS)
    return dated(century_of(number)) if number and number <= _LAST_CENTURY else None


CALENDAR_YEARS = {
    "years": _years,
    "season_of_years": _season_of_years,
    "year": _year,
    "fiscal_year": _fiscal_year,
    "decade": _decade,
    "century": _century,
}
