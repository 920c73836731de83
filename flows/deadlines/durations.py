"""Lengths of time: "for one year", "within 90 days", "half a century"."""

from __future__ import annotations

from datetime import date

from flows.deadlines.grammar import Phrase
from flows.deadlines.periods import Period, day_of, period_around, shifted
from flows.deadlines.reading import Reading, Scene, TimexType, dated
from flows.deadlines.vocabulary import MULTIPLIERS, UNIT_KINDS
from flows.records import Granularity

_CODES = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "century": "C",
    "millennium": "L",
}
SHORTER_THAN_A_DAY = frozenset(("second", "minute", "hour"))
_COUNTING = ("day", "number", "digits", "numeral", "year")
_FRACTIONS = {"1/2": 0.5, "½": 0.5, "1/4": 0.25, "¼": 0.25, "3/4": 0.75, "¾": 0.75}
_HALVES = {"day": "PT12H", "century": "P50Y"}
_YEARS_OF_DECADE = 10
_HOURS_OF_DAY = 24
_WORKING_DAYS = 5
# Nobody counts more of them than a year has.
_MOST_BUSINESS_DAYS = 366


def counted(phrase: Phrase) -> float | None:
    """Return how many units the phrase counts: 2.5 for "2 1/2"; None for "several"."""
    total, is_counted = 0.0, False
    for word in phrase.words:
        if word.kind == "several":
            return None
        if word.kind == "couple":
            return 2
        if word.kind in _COUNTING and isinstance(word.value, int):
            total, is_counted = total + word.value, True
        elif word.kind == "multiplier":
            total, is_counted = (total or 1) * MULTIPLIERS[word.lower], True
        elif word.kind in ("half", "fraction"):
            total, is_counted = total + _FRACTIONS.get(word.text, 0.5), True
        elif word.kind.endswith("_unit"):
            break
    if is_counted:
        return total
    return 1 if phrase.has("a", "another", "each") else None


def duration_value(unit: str, count: float | None) -> str:
    """Return the TIMEX3 value of so many units: P2Y, PT5H, PXD, and P2Y6M for 2 1/2 years."""
    if unit == "fortnight" and count is not None:
        count *= 2
    if unit == "decade":
        unit, count = "year", count and count * _YEARS_OF_DECADE
    clock = "T" if unit in SHORTER_THAN_A_DAY else ""
    if count is not None and count % 1 and unit in ("year", "hour", "minute"):
        whole = f"{int(count)}{_CODES[unit]}" if count >= 1 else ""
        smaller = {"year": f"{12 * (count % 1):g}M", "hour": f"{60 * (count % 1):g}M"}
        return f"P{clock}{whole}{smaller.get(unit, f'{60 * (count % 1):g}S')}"
    shown = "X" if count is None else f"{count:.12g}"
    return f"P{clock}{shown}{_CODES.get(unit, 'D')}"


def _duration(phrase: Phrase, scene: Scene) -> Reading | None:
    unit, count = phrase.unit(), counted(phrase)
    if unit is None or unit == "weekend" or _is_a_fraction(phrase, unit):
        return None
    period = None
    if phrase.has("business") and unit == "day" and count:
        period = _run_of_business_days(phrase, scene.anchor, int(count))
    elif count is not None and count >= 1 and unit not in SHORTER_THAN_A_DAY:
        period = _run_of_units(phrase, scene.anchor, unit, int(count))
    return Reading(TimexType.DURATION, duration_value(unit, count), period)


def _rate(_phrase: Phrase, _scene: Scene) -> None:
    """Return nothing: "$5 million a year", "700 seats a week" name no time."""


def _and_a_half(phrase: Phrase, _scene: Scene) -> Reading | None:
    """Return the length of "a minute and a half"."""
    unit = phrase.unit()
    return Reading(TimexType.DURATION, duration_value(unit, 1.5)) if unit else None


def _half_a_unit(phrase: Phrase, _scene: Scene) -> Reading | None:
    """Return the length of "half an hour", "half a century"."""
    unit = phrase.unit()
    if unit == "quarter":
        return Reading(TimexType.DURATION, "P25Y")
    if unit not in ("hour", "minute", "day", "month", "year", "decade", "century"):
        return None
    return Reading(TimexType.DURATION, _HALVES.get(unit) or duration_value(unit, 0.5))


def _unit_long(phrase: Phrase, _scene: Scene) -> Reading | None:
    """Return the length of "a day-long meeting", "a decades-long dispute"."""
    unit = phrase.unit()
    if unit is None:
        return None
    count = None if phrase.words[-3].text.endswith("s") else 1
    return Reading(TimexType.DURATION, duration_value(unit, count))


def _is_a_fraction(phrase: Phrase, unit: str) -> bool:
    """Say whether the words are no time at all: "a quarter", "three-quarters", "a second"."""
    return unit in ("quarter", "second") and (phrase.has("a") or phrase.words[-2].kind == "hyphen")


def _run_of_units(phrase: Phrase, anchor: date, unit: str, count: int) -> Period | None:
    """Return the whole units of "the next three weeks" or "the last two months"."""
    if phrase.has("next", "coming"):
        one, two = shifted(anchor, unit, 1), shifted(anchor, unit, count)
    elif phrase.has("last", "past", "previous"):
        one, two = shifted(anchor, unit, -count), shifted(anchor, unit, -1)
    else:
        return None
    first, last = one and period_around(one, unit), two and period_around(two, unit)
    if first is None or last is None:
        return None
    return Period(first.first, last.last, Granularity.RANGE, "")


def _run_of_business_days(phrase: Phrase, anchor: date, count: int) -> Period | None:
    """Return the working days of "the next four business days", Monday to Friday."""
    step = phrase.has("next", "coming") - phrase.has("last", "past", "previous")
    if not step or count > _MOST_BUSINESS_DAYS:
        return None
    days: list[date] = []
    day = shifted(anchor, "day", step)
    while day is not None and len(days) < count:
        if day.isoweekday() <= _WORKING_DAYS:
            days.append(day)
        day = shifted(day, "day", step)
    if len(days) < count:
        return None
    return Period(min(days), max(days), Granularity.RANGE, "")


def _within(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the day that "within 90 days" ends on."""
    unit, count = phrase.unit(), counted(phrase)
    if unit is None or unit == "weekend":
        return None
    value = duration_value(unit, count)
    if count is None:
        return Reading(TimexType.DURATION, value)
    if unit == "hour":
        unit, count = "day", -(-count // _HOURS_OF_DAY)
    day = shifted(scene.anchor, unit, int(count))
    return Reading(TimexType.DURATION, value, day_of(day) if day else None)


def _fortnight(phrase: Phrase, scene: Scene) -> Reading:
    """Return the two weeks of "the past fortnight", which ends or begins today."""
    step = 1 if phrase.has("next", "coming") else -1
    one, two = shifted(scene.anchor, "day", step), shifted(scene.anchor, "fortnight", step)
    run = (min(one, two), max(one, two)) if one and two else None
    period = Period(*run, Granularity.RANGE, "") if run else None
    return Reading(TimexType.DURATION, "P2W", period)


def _recent_units(phrase: Phrase, _scene: Scene) -> Reading | None:
    unit = phrase.unit()
    return Reading(TimexType.DURATION, duration_value(unit, None)) if unit else None


def _bare_units(phrase: Phrase, _scene: Scene) -> Reading | None:
    """Return the length of "for years", "over the years" and "in the weeks ahead"."""
    unit, word = phrase.unit(), phrase.word(*UNIT_KINDS)
    if unit is None or word is None or not word.text.endswith("s"):
        return None
    return Reading(TimexType.DURATION, duration_value(unit, None))


def _year_reported(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the length of "the year ended Sept. 30", and the year of "the full year"."""
    if phrase.has("full"):
        return dated(period_around(scene.anchor, "year"))
    return Reading(TimexType.DURATION, duration_value("year", 1))


DURATIONS = {
    "bare_units": _bare_units,
    "year_reported": _year_reported,
    "rate": _rate,
    "and_a_half": _and_a_half,
    "half_a_unit": _half_a_unit,
    "unit_long": _unit_long,
    "duration": _duration,
    "nth_time_in": _duration,
    "within": _within,
    "past_fortnight": _fortnight,
    "recent_units": _recent_units,
}
