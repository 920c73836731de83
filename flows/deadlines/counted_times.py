"""Times counted from another: "two weeks ago", "in three days", "two years later"."""

from __future__ import annotations

from dataclasses import replace

from flows.deadlines.durations import SHORTER_THAN_A_DAY, counted, duration_value
from flows.deadlines.grammar import Phrase
from flows.deadlines.periods import (
    LONGEST_UNITS,
    Period,
    day_of,
    period_around,
    quarter_of,
    shifted,
    year_of,
)
from flows.deadlines.reading import Reading, Scene, Tense, TimexType, dated
from flows.deadlines.vocabulary import RELATIVE_DAYS
from flows.records import Granularity

_YEARS = {"decade": 10, "century": 100}
# "In a year when prices fell" speaks of no length.
_CLAUSES = frozenset(("when", "that", "where", "which", "of"))


def _ago(phrase: Phrase, scene: Scene) -> Reading | None:
    if _is_year_of_results(phrase, scene) and scene.quarter is not None:
        return dated(quarter_of(scene.quarter.first.year - 1, int(scene.quarter.value[-1])))
    if phrase.words[0].kind.endswith("_unit") and not phrase.words[0].text.endswith("s"):
        return None
    long = phrase.name("decade_unit", "century_unit")
    if long is not None and phrase.has("half", "quarter_unit"):
        years = _YEARS[long] // (2 if phrase.has("half") else 4)
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
    found = _counted_from(phrase, scene.given or day_of(scene.anchor), step)
    is_ahead = found is not None and found.period is not None and found.period.first > scene.anchor
    if is_ahead and unit is not None and scene.tense() is Tense.PAST:
        return Reading(TimexType.DURATION, duration_value(unit, counted(phrase)))
    return found


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
    period = day and period_around(day, "year" if unit in LONGEST_UNITS else unit)
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


COUNTED_TIMES = {
    "ago": _ago,
    "from_now": _from_now,
    "in_units_time": _in_units_time,
    "in_units": _in_units,
    "after_that": _after_that,
}
