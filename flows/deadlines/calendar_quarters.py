"""Quarters and halves of a year: "the third quarter", "Q3 2026", "the first half"."""

from __future__ import annotations

from flows.deadlines.calendar_months import months_named
from flows.deadlines.grammar import MONTH_KINDS, NTH_KINDS, Phrase
from flows.deadlines.parts import part_named
from flows.deadlines.periods import (
    MONTHS_OF_QUARTER,
    QUARTERS_OF_YEAR,
    Period,
    half_of,
    period_around,
    quarter_of,
    shifted,
    year_of,
)
from flows.deadlines.reading import Reading, Scene, Tense, TimexType, dated
from flows.deadlines.years import looked_to, nearest, year_said


def _months_quarter(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the quarter of "the January-March quarter", or the run of other months.

    "The March quarter" is the one that ends with it.
    """
    months = [w.value for w in phrase.words if w.kind in MONTH_KINDS and isinstance(w.value, int)]
    if len(months) == 1:
        months = [months[0] - MONTHS_OF_QUARTER + 1, months[0]]
    number, start = divmod(months[0] - 1, MONTHS_OF_QUARTER)
    if start and not phrase.has("dash", "hyphen"):
        return None
    if start or months[1] != months[0] + MONTHS_OF_QUARTER - 1:
        return months_named(phrase, scene)
    year = year_said(phrase, scene)
    if year is not None:
        return dated(quarter_of(year, number + 1))
    return dated(looked_to(scene, lambda year: quarter_of(year, number + 1)))


def _quarter(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the quarter; "third-quarter profit" is of the nearest one, reported or not."""
    number = phrase.number(*NTH_KINDS)
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
    if scene.quarter is None and phrase.has("last") and phrase.has("period"):
        return dated(year_of(scene.anchor.year - 1))
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
    number = phrase.number(*NTH_KINDS) or QUARTERS_OF_YEAR // 2
    if number > QUARTERS_OF_YEAR // 2:
        return None
    year = year_said(phrase.part(phrase.place("half")), scene)
    if year is not None:
        return dated(half_of(year, number))
    return dated(looked_to(scene, lambda year: half_of(year, number)))


CALENDAR_QUARTERS = {
    "months_quarter": _months_quarter,
    "quarter_of_year": _quarter,
    "nth_quarter": _quarter,
    "quarter_code": _quarter_code,
    "quarter_a_year_ago": _quarter_a_year_ago,
    "this_quarter": _this_quarter,
    "half_of_year": _half_of_year,
}
