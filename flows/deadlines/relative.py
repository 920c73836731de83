"""Dates that are counted from another day: "Thursday", "next week", "two years later"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from flows.deadlines.absolute import calendar_day
from flows.deadlines.durations import counted
from flows.deadlines.grammar import Phrase
from flows.deadlines.periods import (
    Period,
    day_of,
    early_part,
    late_part,
    middle_part,
    period_around,
    season_of,
    shifted,
    weekday_on_or_after,
    weekday_on_or_before,
)
from flows.deadlines.reading import Reading, Scene, Tense, TimexType, dated
from flows.deadlines.vocabulary import RELATIVE_DAYS
from flows.records import Granularity

_NOON, _AFTER_NOON = 12, "p"
_UNITS_OF_DATES = frozenset(
    ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")
)


def _weekday(phrase: Phrase, scene: Scene) -> Reading | None:
    day = weekday_of(phrase, scene)
    return _with_part(phrase, day) if day else None


def weekday_of(phrase: Phrase, scene: Scene) -> date | None:
    """Return the day that a weekday names, by "next", "last" or the tense around it."""
    weekday = phrase.number("weekday")
    anchor = scene.anchor
    if weekday is None:
        return None
    if phrase.has("following"):
        after = shifted(scene.reference, "day", 1)
        return after and weekday_on_or_after(after, weekday)
    if phrase.has("last", "past", "previous"):
        before = shifted(scene.reference if phrase.has("previous") else anchor, "day", -1)
        return before and weekday_on_or_before(before, weekday)
    if phrase.has("next", "coming"):
        after = shifted(anchor, "day", 1)
        return after and weekday_on_or_after(after, weekday)
    if scene.tense() is Tense.FUTURE or phrase.has("this"):
        return weekday_on_or_after(anchor, weekday)
    return weekday_on_or_before(anchor, weekday)


def _with_part(phrase: Phrase, day: date) -> Reading:
    part = phrase.name("day_part")
    if part is None:
        return Reading(TimexType.DATE, day.isoformat(), day_of(day))
    return Reading(TimexType.TIME, f"{day}T{part}", day_of(day))


def _weekday_of_week(phrase: Phrase, scene: Scene) -> Reading | None:
    weekday, unit = phrase.number("weekday"), phrase.word("unit")
    if weekday is None or unit is None or unit.value != "week":
        return None
    week = _near(phrase, scene, "week")
    day = week and shifted(week.first, "day", weekday - 1)
    return dated(day_of(day)) if day else None


def _relative_day(phrase: Phrase, scene: Scene) -> Reading | None:
    word = phrase.word("relative_day")
    if word is None:
        return None
    day = shifted(scene.anchor, "day", RELATIVE_DAYS[word.text.lower()])
    return _with_part(phrase, day) if day else None


def _this_part(phrase: Phrase, scene: Scene) -> Reading | None:
    day = shifted(scene.anchor, "day", -1 if phrase.has("last") else 0)
    return _with_part(phrase, day) if day else None


def _day_and_time(phrase: Phrase, scene: Scene) -> Reading | None:
    day = _day_in(phrase, scene)
    at = clock_of(phrase)
    if day is None or at is None:
        return dated(day_of(day)) if day else None
    shown = "24:00" if phrase.number("noon") == 24 else f"{at:%H:%M}"
    zone = phrase.name("zone")
    return Reading(TimexType.TIME, f"{day}T{shown}", day_of(day), at, zone)


def _day_in(phrase: Phrase, scene: Scene) -> date | None:
    if phrase.has("month"):
        words = phrase.words
        if phrase.rule == "time_then_day":
            start = next(
                i for i, w in enumerate(words) if w.kind in ("meridiem", "noon", "zone", "clock")
            )
            words = words[start + 1 :]
        return calendar_day(Phrase(phrase.rule, words, phrase.first), scene)
    if phrase.has("weekday"):
        return weekday_of(phrase, scene)
    word = phrase.word("relative_day")
    return word and shifted(scene.anchor, "day", RELATIVE_DAYS[word.text.lower()])


def clock_of(phrase: Phrase) -> time | None:
    """Return the time of day: "10 p.m.", "1600 GMT", "noon"; midnight is 24:00 of its day."""
    noon = phrase.word("noon")
    if noon is not None:
        return time(12) if noon.value == _NOON else time(0)
    meridiem, clock = phrase.name("meridiem"), phrase.name("clock")
    if clock is not None:
        hour, minute = (int(part) for part in clock.split(":")[:2])
    elif meridiem is not None:
        index = next(i for i, w in enumerate(phrase.words) if w.kind == "meridiem")
        value = phrase.words[index - 1].value
        hour, minute = (value, 0) if isinstance(value, int) else (99, 0)
    else:
        number = phrase.number("number", "year") or 0
        hour, minute = divmod(number, 100)
    if meridiem is not None and 1 <= hour <= _NOON:
        hour = hour % _NOON + (_NOON if meridiem == _AFTER_NOON else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _ago(phrase: Phrase, scene: Scene) -> Reading | None:
    return _shifted(phrase, scene.anchor, -1)


def _from_now(phrase: Phrase, scene: Scene) -> Reading | None:
    return _shifted(phrase, scene.anchor, 1)


def _after_that(phrase: Phrase, scene: Scene) -> Reading | None:
    return _shifted(phrase, scene.reference, -1 if phrase.has("earlier") else 1)


def _shifted(phrase: Phrase, start: date, direction: int) -> Reading | None:
    unit = phrase.name("unit")
    if unit is None:
        return None
    count = counted(phrase)
    if count is None:
        return Reading(TimexType.DATE, "PAST_REF" if direction < 0 else "FUTURE_REF")
    day = shifted(start, unit, direction * int(count))
    period = day and period_around(day, unit)
    return dated(period) if period else None


def _period(phrase: Phrase, scene: Scene) -> Reading | None:
    unit = phrase.name("unit")
    if unit not in _UNITS_OF_DATES:
        return None
    period = _near(phrase, scene, unit)
    if period is None:
        return None
    if phrase.has("later"):
        return dated(_rest(period, scene))
    if phrase.has("earlier"):
        return dated(
            replace(period, last=min(period.last, scene.anchor), granularity=Granularity.PART)
        )
    return dated(_part(phrase, period))


def _part(phrase: Phrase, period: Period) -> Period:
    if phrase.has("early", "start"):
        return early_part(period)
    if phrase.has("late"):
        return late_part(period)
    if phrase.has("mid", "middle"):
        return middle_part(period)
    if phrase.has("end"):
        return replace(period, first=period.last)
    return period


def _rest(period: Period, scene: Scene) -> Period:
    """Return "later this month": from tomorrow to its end."""
    tomorrow = shifted(scene.anchor, "day", 1) or scene.anchor
    return replace(period, first=min(max(period.first, tomorrow), period.last))


def _near(phrase: Phrase, scene: Scene, unit: str) -> Period | None:
    if phrase.has("next", "coming"):
        start, count = scene.anchor, 1
    elif phrase.has("last", "past"):
        start, count = scene.anchor, -1
    elif phrase.has("following"):
        start, count = scene.given.last if scene.given else scene.anchor, 1
    elif phrase.has("previous"):
        start, count = scene.reference, -1
    elif phrase.has("same", "the"):
        start, count = scene.reference, 0
    else:
        start, count = scene.anchor, 0
    day = shifted(start, unit, count)
    return period_around(day, unit) if day else None


def _season_near(phrase: Phrase, scene: Scene) -> Reading | None:
    season = phrase.name("season")
    if season is None:
        return None
    year = scene.anchor.year
    this = season_of(year, season)
    if this is None:
        return None
    if phrase.has("next", "coming") and this.first <= scene.anchor:
        year += 1
    if phrase.has("last", "past") and this.last >= scene.anchor:
        year -= 1
    period = season_of(year, season)
    return dated(_part(phrase, period)) if period else None


def _reference(phrase: Phrase, scene: Scene) -> Reading | None:
    return Reading(TimexType.DATE, phrase.name("reference") or "")


RELATIVE = {
    "time_then_day": _day_and_time,
    "day_then_time": _day_and_time,
    "weekday": _weekday,
    "weekday_of_week": _weekday_of_week,
    "relative_day": _relative_day,
    "this_part": _this_part,
    "ago": _ago,
    "from_now": _from_now,
    "after_that": _after_that,
    "part_of_period": _period,
    "end_of_period": _period,
    "following_period": _period,
    "period": _period,
    "season_near": _season_near,
    "reference": _reference,
}
