"""Periods counted from another day: "next week", "two years later", "the end of the month"."""

from __future__ import annotations

from dataclasses import replace
from datetime import MINYEAR, date

from flows.deadlines.calendar_periods import part_named
from flows.deadlines.durations import SHORTER_THAN_A_DAY, counted, duration_value
from flows.deadlines.grammar import Phrase
from flows.deadlines.periods import (
    Period,
    day_of,
    period_around,
    quarter_of,
    shifted,
    week_of,
    year_of,
)
from flows.deadlines.reading import PRESENT, Reading, Scene, Tense, TimexType, dated
from flows.deadlines.vocabulary import RELATIVE_DAYS
from flows.records import Granularity

# "The end of the month" may mean a month that the text has just named, and so with quarters.
_SPOKEN_OF = {"month": Granularity.MONTH, "quarter": Granularity.QUARTER}
_LONGEST_UNITS = frozenset(("decade", "century"))
_LAST_WEEK = 53
_HALF_A_CENTURY = 50
_BEFORE_A_NAME = frozenset(("possessive", "other", "the", "on", "capitalised"))
_MONTHS_OF_RESULTS = 3
# "In a year when prices fell" speaks of no length.
_CLAUSES = frozenset(("when", "that", "where", "which", "of"))


def _ago(phrase: Phrase, scene: Scene) -> Reading | None:
    if _is_year_of_results(phrase, scene) and scene.quarter is not None:
        return dated(quarter_of(scene.quarter.first.year - 1, int(scene.quarter.value[-1])))
    if phrase.words[0].kind.endswith("_unit") and not phrase.words[0].text.endswith("s"):
        return None
    if phrase.has("century_unit") and phrase.has("half", "quarter_unit"):
        years = _HALF_A_CENTURY if phrase.has("half") else _HALF_A_CENTURY // 2
        return dated(year_of(scene.anchor.year - years)) if scene.anchor.year > years else None
    return _counted_from(phrase, day_of(scene.anchor), -1)


def _is_year_of_results(phrase: Phrase, scene: Scene) -> bool:
    """Say whether "a year ago" is the same quarter of the year before, in a report of figures."""
    is_year = phrase.unit() == "year" and counted(phrase) == 1
    return is_year and scene.quarter is not None and scene.is_compared()


def _from_now(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the day of "two weeks from now" or "four months from tomorrow"."""
    word = phrase.word("relative_day")
    step = RELATIVE_DAYS[word.lower] if word is not None else 0
    start = shifted(scene.anchor, "day", step)
    return _counted_from(phrase, day_of(start), 1) if start else None


def _in_units_time(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the day of "in two weeks' time", which is ahead whatever the verb."""
    return _counted_from(phrase, day_of(scene.anchor), 1)


def _in_units(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the day of "in two weeks"; a length where the verb is past ("rose in two weeks")."""
    unit, count = phrase.unit(), counted(phrase)
    if unit is None or count is None or unit in SHORTER_THAN_A_DAY:
        return Reading(TimexType.DURATION, duration_value(unit or "day", count))
    if phrase.has("a") and scene.next_word.lower() in _CLAUSES:
        return None
    if scene.tense().value <= 0 or scene.is_record():
        return Reading(TimexType.DURATION, duration_value(unit, count))
    return _counted_from(phrase, day_of(scene.anchor), 1)


def _after_that(phrase: Phrase, scene: Scene) -> Reading | None:
    step = -1 if phrase.has("earlier") else 1
    if step < 0 and _is_year_of_results(phrase, scene):
        return _ago(phrase, scene)
    unit = phrase.unit()
    if unit is not None and counted(phrase) is None:
        return Reading(TimexType.DURATION, duration_value(unit, None))
    return _counted_from(phrase, scene.given or day_of(scene.anchor), step)


def _counted_from(phrase: Phrase, start: Period, direction: int) -> Reading | None:
    """Return the period so many units before or after; a year after 2011 is a year, not a day."""
    unit, count = phrase.unit(), counted(phrase)
    if unit is None:
        return None
    if unit in SHORTER_THAN_A_DAY and count is not None:
        return _hours_from(start, direction)
    if count is None:
        return Reading(TimexType.DATE, "PAST_REF" if direction < 0 else "FUTURE_REF")
    day = shifted(start.first, unit, direction * int(count))
    # "A decade ago" is a year, not the ten years of a decade.
    period = day and period_around(day, "year" if unit in _LONGEST_UNITS else unit)
    if day is None or period is None:
        return None
    if start.granularity is Granularity.DAY:
        period = replace(period, first=day, last=day)
    return dated(period)


def _hours_from(start: Period, direction: int) -> Reading | None:
    """Return the day of "an hour ago"; none of "an hour later", for it may be of any day."""
    if direction > 0 or start.granularity is not Granularity.DAY:
        return None
    return Reading(TimexType.TIME, start.value, start)


def _period(phrase: Phrase, scene: Scene) -> Reading | None:
    unit = phrase.unit()
    if unit is None:
        return None
    if _is_plural(phrase):
        return Reading(TimexType.DURATION, duration_value(unit, None))
    if scene.word_before in _BEFORE_A_NAME and all(w.text[0].isupper() for w in phrase.words):
        return None  # ABC's "This Week" is a name
    is_length = phrase.has("past") or (phrase.has("last") and phrase.has("the"))
    if is_length and unit in _LONGEST_UNITS:
        return Reading(TimexType.DURATION, duration_value(unit, 1))
    period = _period_meant(phrase, scene, unit)
    return dated(period) if period else None


def _unit_in_view(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the year of "for the year": the one just over, for it is told in the first months."""
    unit = phrase.unit()
    if unit is None or _is_plural(phrase):
        return None
    is_over = unit == "year" and scene.anchor.month <= _MONTHS_OF_RESULTS
    is_over = is_over and scene.tense() is Tense.PAST
    day = shifted(scene.anchor, unit, -1) if is_over else scene.anchor
    return dated(period_around(day, unit)) if day else None


def _is_plural(phrase: Phrase) -> bool:
    return phrase.words[-1].text.endswith("s") and phrase.words[-1].kind.endswith("_unit")


def _period_meant(phrase: Phrase, scene: Scene, unit: str) -> Period | None:
    is_told = phrase.has("following", "previous", "same", "that") or _is_next_told(phrase, scene)
    start = (scene.given if is_told else None) or day_of(scene.anchor)
    if phrase.has("next", "coming", "following"):
        day = shifted(start.last, unit, 1)
    elif phrase.has("last", "past", "previous"):
        day = shifted(start.first, unit, -1)
    else:
        day = start.first
    return period_around(day, unit) if day else None


def _is_next_told(phrase: Phrase, scene: Scene) -> bool:
    """Say whether "the next year" is the one after that of which the text tells."""
    is_next = phrase.words[0].kind == "the" and phrase.has("next")
    return is_next and (phrase.has("day_unit") or scene.tense() is Tense.PAST)


def _part_of_period(phrase: Phrase, scene: Scene) -> Reading | None:
    unit = phrase.unit()
    if unit == "day" and phrase.has("the") and scene.tense() is not Tense.FUTURE:
        return None  # "earlier in the day" is of the day that is told of, which may be any
    period = _period_meant(phrase, scene, unit) if unit else None
    if period is None:
        return None
    if phrase.has("later"):
        tomorrow = shifted(scene.anchor, "day", 1) or scene.anchor
        is_this = period.first <= scene.anchor < period.last
        return dated(replace(period, first=tomorrow) if is_this else period)
    if phrase.has("earlier"):
        last = min(period.last, scene.anchor)
        return dated(replace(period, last=last) if period.first <= last else period)
    return dated(part_named(phrase, period))


def _end_of_period(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the last day of "the end of the month", of the month that the text speaks of."""
    unit = phrase.unit()
    if unit is None or (unit == "day" and scene.word_before == "at"):
        return None  # "at the end of the day" sums up
    if phrase.has("next", "last", "this", "coming", "past", "current") or scene.given is None:
        period = _period_meant(phrase, scene, unit)
    else:
        period = period_around(_spoken_of(scene, unit), unit)
    if period is None:
        return None
    if phrase.words[0].kind == "year_unit" and period.last > scene.anchor:
        is_over = scene.tense() is Tense.PAST
        period = year_of(period.first.year - 1) if is_over else period
    if period is None:
        return None
    part = part_named(phrase, period)
    if unit == "year" and phrase.words[0].kind == "year_unit" and phrase.has("hyphen"):
        return Reading(TimexType.DATE, period.last.isoformat(), part)
    return dated(part)


def _spoken_of(scene: Scene, unit: str) -> date:
    """Return a day of the period that "the month" means: the last one given, if it is as long."""
    given = scene.given
    is_such = given is not None and given.granularity is _SPOKEN_OF.get(unit)
    return given.first if given and is_such and given.last >= scene.anchor else scene.anchor


def _week_number(phrase: Phrase, scene: Scene) -> Reading | None:
    number = phrase.number("day", "number")
    if number is None or not 1 <= number <= _LAST_WEEK or scene.anchor.year <= MINYEAR:
        return None
    week = shifted(week_of(date(scene.anchor.year, 1, 4)).first, "week", number - 1)
    return dated(week_of(week)) if week else None


def _past_or_future(phrase: Phrase, _scene: Scene) -> Reading | None:
    return Reading(TimexType.DATE, "PAST_REF" if phrase.has("past") else "FUTURE_REF")


def _current(_phrase: Phrase, _scene: Scene) -> Reading | None:
    return Reading(TimexType.DATE, PRESENT)


def _these_days(phrase: Phrase, _scene: Scene) -> Reading | None:
    return Reading(TimexType.DATE, PRESENT) if phrase.words[-1].text == "days" else None


def _reference(phrase: Phrase, scene: Scene) -> Reading | None:
    value = phrase.name("reference") or ""
    is_now = phrase.words[0].lower == "now"
    return Reading(TimexType.DATE, value, day_of(scene.anchor) if is_now else None)


RELATIVE = {
    "ago": _ago,
    "from_now": _from_now,
    "in_units_time": _in_units_time,
    "in_units": _in_units,
    "after_that": _after_that,
    "period": _period,
    "unit_in_view": _unit_in_view,
    "part_of_period": _part_of_period,
    "end_of_period": _end_of_period,
    "week_number": _week_number,
    "past_or_future": _past_or_future,
    "current": _current,
    "these_days": _these_days,
    "reference": _reference,
}
