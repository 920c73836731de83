"""Longer periods that name themselves: "mid-November", "the third quarter", "2010-11"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from flows.deadlines.grammar import Phrase
from flows.deadlines.periods import (
    MONTHS_OF_QUARTER,
    QUARTERS_OF_YEAR,
    Period,
    century_of,
    decade_of,
    early_part,
    half_of,
    late_part,
    middle_part,
    month_of,
    period_around,
    quarter_of,
    season_of,
    shifted,
    year_of,
)
from flows.deadlines.reading import Reading, Scene, Tense, TimexType, dated
from flows.deadlines.years import after, before, full_year, looked_to, nearest, year_said
from flows.records import Granularity

_MONTH_KINDS = ("month", "weak_month")
_NTH_KINDS = ("ordinal", "dayth", "second")
_CENTURY = 100
# "Crude for June delivery" is of the next June, whatever became of its price.
_TRADED = frozenset(("delivery", "futures", "contract", "contracts", "settlement"))
# "The early march", "this march": lower case, and marked as nouns and verbs are too.
_BESIDE_A_WALK = frozenset(
    ("this", "next", "last", "past", "coming", "the", "early", "late", "mid", "that")
)
# A bare number is a year only where the news speaks of such years.
_FIRST_YEAR, _LAST_YEAR = 1500, 2101
# "the '80s" are the nearest such decade that has begun, never one still to come.
_LONGEST_CENTURY = 22


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


def _month(phrase: Phrase, scene: Scene) -> Reading | None:
    period = _month_meant(phrase, scene)
    return dated(part_named(phrase, period)) if period else None


def _month_meant(phrase: Phrase, scene: Scene) -> Period | None:
    month = phrase.number(*_MONTH_KINDS)
    if month is None or _is_a_walk(phrase, scene):
        return None

    def in_year(year: int) -> Period | None:
        return month_of(year, month)

    year = year_said(phrase, scene)
    if year is not None:
        return in_year(year)
    if scene.next_word.lower() in _TRADED:
        return in_year(scene.anchor.year + (month < scene.anchor.month))
    return _in_the_year_meant(phrase, scene, in_year)


def _in_the_year_meant(
    phrase: Phrase, scene: Scene, in_year: Callable[[int], Period | None]
) -> Period | None:
    """Return the one that "last", "next", "this" or "that" chooses, else the one looked to."""
    if phrase.has("that"):
        return in_year(scene.given.first.year) if scene.given else None
    if phrase.has("last", "past"):
        return before(scene, in_year)
    if phrase.has("next", "coming"):
        return after(scene, in_year)
    return in_year(scene.anchor.year) if phrase.has("this") else looked_to(scene, in_year)


def _is_a_walk(phrase: Phrase, scene: Scene) -> bool:
    """Say whether "this march" is one through the streets, or a verb: months are capitalised."""
    if phrase.words[-1].text != "march":
        return False
    is_marked = phrase.words[0].kind in _BESIDE_A_WALK
    return is_marked or scene.word_before in ("the", "a", "to", "and", "will")


def _months(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the months of "August or September" and "November to February 2017"."""
    places = [i for i, word in enumerate(phrase.words) if word.kind in _MONTH_KINDS]
    tail = phrase.words[places[1] + 1 :]
    two = phrase.part(places[0] + 1)
    one = Phrase(phrase.rule, [*phrase.words[: places[0] + 1], *tail], phrase.first)
    last, first = _month_meant(two, scene), _month_meant(one, scene)
    if first is None or last is None:
        return None
    if first.first > last.first:
        is_before = first.first.month <= last.first.month
        first = month_of(last.first.year - (not is_before), first.first.month)
        if first is None:
            return None
    first, last = part_named(phrase.part(0, places[0]), first), _ending(phrase, places, last)
    return dated(Period(first.first, last.last, Granularity.RANGE, first.value))


def _months_quarter(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the quarter of "the January-March quarter", or the run of other months.

    "The March quarter" is the one that ends with it.
    """
    months = [w.value for w in phrase.words if w.kind in _MONTH_KINDS and isinstance(w.value, int)]
    if len(months) == 1:
        months = [months[0] - MONTHS_OF_QUARTER + 1, months[0]]
    number, start = divmod(months[0] - 1, MONTHS_OF_QUARTER)
    if start and not phrase.has("dash", "hyphen"):
        return None
    if start or months[1] != months[0] + MONTHS_OF_QUARTER - 1:
        return _months(phrase, scene)
    year = year_said(phrase, scene)
    if year is not None:
        return dated(quarter_of(year, number + 1))
    return dated(looked_to(scene, lambda year: quarter_of(year, number + 1)))


def _ending(phrase: Phrase, places: list[int], last: Period) -> Period:
    between = phrase.part(places[0] + 1, places[1])
    return part_named(between, last) if between.words else last


def _quarter(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the quarter; "third-quarter profit" is of the nearest one, reported or not."""
    number = phrase.number(*_NTH_KINDS)
    if number is None or not 1 <= number <= QUARTERS_OF_YEAR:
        return None
    year = year_said(phrase, scene)
    if year is not None:
        period = quarter_of(year, number)
    elif phrase.has("hyphen"):
        period = _quarter_spoken_of(scene, number)
    else:
        period = looked_to(scene, lambda year: quarter_of(year, number))
    return dated(part_named(phrase, period)) if period else None


def _quarter_spoken_of(scene: Scene, number: int) -> Period | None:
    """Return the nearest such quarter, or the last where the verb is past and it has not begun."""
    closest = nearest(scene, lambda year: quarter_of(year, number))
    if closest is None or closest.first <= scene.anchor or scene.tense() is not Tense.PAST:
        return closest
    return quarter_of(closest.first.year - 1, number)


def _quarter_code(phrase: Phrase, scene: Scene) -> Reading | None:
    code = phrase.name("quarter_code") or ""
    number, year = int(code[1]), phrase.number("year") or scene.anchor.year
    if code[0] in "Hh":
        return dated(half_of(year, number)) if number <= len("12") else None
    return dated(quarter_of(year, number))


def _quarter_a_year_ago(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the same quarter a year before: reports compare with "the year-earlier quarter"."""
    if phrase.words[0].lower == "years":
        return Reading(TimexType.DATE, "PAST_REF") if phrase.has("ago") else None
    quarter = _last_quarter(scene)
    return dated(quarter_of(quarter.first.year - 1, int(quarter.value[-1]))) if quarter else None


def _this_quarter(phrase: Phrase, scene: Scene) -> Reading | None:
    quarter = _last_quarter(scene)
    if phrase.words[-1].text.endswith("s"):
        return None
    if quarter is None or (scene.quarter is None and phrase.has("period")):
        return None
    year = phrase.number("year")
    return dated(quarter_of(year, int(quarter.value[-1])) if year else quarter)


def _last_quarter(scene: Scene) -> Period | None:
    """Return the quarter that the article speaks of, else the last one that is over."""
    if scene.quarter is not None:
        return scene.quarter
    day = shifted(scene.anchor, "quarter", -1)
    return period_around(day, "quarter") if day else None


def _half_of_year(phrase: Phrase, scene: Scene) -> Reading | None:
    number = phrase.number(*_NTH_KINDS) or QUARTERS_OF_YEAR // 2
    if number > QUARTERS_OF_YEAR // 2:
        return None
    year = year_said(phrase.part(1), scene)
    if year is not None:
        return dated(half_of(year, number))
    return dated(looked_to(scene, lambda year: half_of(year, number)))


def _years(phrase: Phrase, _scene: Scene) -> Reading | None:
    """Return the years of "2009 to 2011" and "2010-11"."""
    numbers = [w.value for w in phrase.words if w.kind in ("year", "day", "number")]
    first, last = numbers[0], numbers[-1]
    if not isinstance(first, int) or not isinstance(last, int):
        return None
    if last < _CENTURY:
        last += first - first % _CENTURY
    one, two = year_of(first), year_of(last)
    if one is None or two is None or one.first >= two.first:
        return None
    return dated(Period(one.first, two.last, Granularity.RANGE, one.value))


def _year(phrase: Phrase, _scene: Scene) -> Reading | None:
    number = phrase.number("year")
    period = year_of(number) if number and _FIRST_YEAR <= number < _LAST_YEAR else None
    return dated(part_named(phrase, period)) if period else None


def _fiscal_year(phrase: Phrase, scene: Scene) -> Reading | None:
    code = phrase.name("fiscal_code")
    if code is None:
        return _year(phrase, scene)
    number = int(code.lstrip("FY’' \xa0"))
    return dated(year_of(full_year(number, scene.anchor) if number < _CENTURY else number))


def _decade(phrase: Phrase, scene: Scene) -> Reading | None:
    tens = phrase.number("decade_word")
    digits = (phrase.name("decade", "short_decade") or "").strip("’'s")
    year = int(digits) if tens is None else tens
    if year < _CENTURY:
        year += scene.anchor.year - scene.anchor.year % _CENTURY
        year -= _CENTURY if year > scene.anchor.year else 0
    return dated(decade_of(year)) if _FIRST_YEAR <= year < _LAST_YEAR else None


def _century(phrase: Phrase, _scene: Scene) -> Reading | None:
    number = phrase.number(*_NTH_KINDS)
    return dated(century_of(number)) if number and number <= _LONGEST_CENTURY else None


def _season(phrase: Phrase, scene: Scene) -> Reading | None:
    season = phrase.name("season")
    if season is None:
        return None

    def in_year(year: int) -> Period | None:
        return season_of(year, season)

    year = year_said(phrase, scene)
    if year is not None:
        period = in_year(year)
        if phrase.words[-1].kind in ("day", "number") and not _is_year_after(phrase, year):
            return None
    elif phrase.has("this") and season == "WI":
        period = looked_to(scene, in_year)
    else:
        period = _in_the_year_meant(phrase, scene, in_year)
    return dated(part_named(phrase, period)) if period else None


def _is_year_after(phrase: Phrase, year: int) -> bool:
    """Say whether the last word numbers the year after: 63 of "the winter of 1962-63"."""
    return phrase.words[-1].value == (year + 1) % _CENTURY


def _season_of_years(phrase: Phrase, _scene: Scene) -> Reading | None:
    """Return the two years of "the 2012/13 season"."""
    first, last = (phrase.name("year_pair") or "").split("/")
    years = int(first), int(last if len(last) == len(first) else first[:2] + last)
    one, two = year_of(years[0]), year_of(years[1])
    if one is None or two is None or years[1] != years[0] + 1:
        return None
    return dated(Period(one.first, two.last, Granularity.RANGE, one.value))


CALENDAR_PERIODS = {
    "months_quarter": _months_quarter,
    "months": _months,
    "month_of_year": _month,
    "month_alone": _month,
    "quarter_of_year": _quarter,
    "nth_quarter": _quarter,
    "quarter_code": _quarter_code,
    "quarter_a_year_ago": _quarter_a_year_ago,
    "this_quarter": _this_quarter,
    "half_of_year": _half_of_year,
    "fiscal_year": _fiscal_year,
    "years": _years,
    "season_of_years": _season_of_years,
    "year": _year,
    "decade": _decade,
    "century": _century,
    "season": _season,
}
