"""Periods told by where they lie: "next week", "the end of the month", "now"."""

from __future__ import annotations

from dataclasses import replace
from datetime import MINYEAR, date

from flows.deadlines.durations import duration_value
from flows.deadlines.grammar import Phrase
from flows.deadlines.parts import part_named
from flows.deadlines.periods import (
    LONGEST_UNITS,
    Period,
    day_of,
    period_around,
    shifted,
    week_of,
    year_of,
)
from flows.deadlines.reading import PRESENT, Reading, Scene, Tense, TimexType, dated
from flows.records import Granularity

# "The end of the month" may mean a month that the text has just named, and so with quarters.
_SPOKEN_OF = {"month": Granularity.MONTH, "quarter": Granularity.QUARTER}
_LAST_WEEK = 53
_BEFORE_A_NAME = frozenset(("possessive", "other", "the", "on", "capitalised"))
_MONTHS_OF_RESULTS = 3


def _period(phrase: Phrase, scene: Scene) -> Reading | None:
    unit = phrase.unit()
    if unit is None:
        return None
    if _is_plural(phrase):
        return Reading(TimexType.DURATION, duration_value(unit, None))
    if scene.word_before in _BEFORE_A_NAME and all(w.text[0].isupper() for w in phrase.words):
        return None  # ABC's "This Week" is a name
    if scene.next_word == "of" and [word.kind for word in phrase.words[:-1]] == ["the", "last"]:
        return None  # "the last week of the race" may be any
    is_length = phrase.has("past") or (phrase.has("last") and phrase.has("the"))
    if is_length and unit in LONGEST_UNITS:
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
