"""Times of day: "10 p.m. Wednesday", "noon Thursday", "1600 GMT"."""

from __future__ import annotations

from datetime import date, time

from flows.deadlines.calendar_days import calendar_day
from flows.deadlines.grammar import MONTH_KINDS, Phrase
from flows.deadlines.periods import day_of, shifted
from flows.deadlines.reading import Reading, Scene, Tense, TimexType, dated
from flows.deadlines.vocabulary import RELATIVE_DAYS
from flows.deadlines.weekdays import weekday_meant, with_part
from flows.records import Granularity

_NOON, _MIDNIGHT, _AFTERNOON = 12, 24, "p"
_HOURS, _MINUTES, _HUNDRED = 24, 60, 100
_CLOCK_KINDS = ("clock", "meridiem", "noon", "zone")


def clock_of(phrase: Phrase) -> time | None:
    """Return the time of day, or None for one that no clock shows; midnight is 24:00 of its day."""
    noon = phrase.number("noon")
    if noon is not None:
        return time(noon % _MIDNIGHT)
    hour, minute = _hour_and_minute(phrase)
    meridiem = phrase.name("meridiem")
    if meridiem is not None and 1 <= hour <= _NOON:
        hour = hour % _NOON + (_NOON if meridiem == _AFTERNOON else 0)
    elif phrase.has("this", "last") and phrase.has("clock") and 1 <= hour <= _NOON:
        hour += _NOON if hour < _NOON and _is_late(phrase, hour) else 0
    return time(hour, minute) if hour < _HOURS and minute < _MINUTES else None


def _hour_and_minute(phrase: Phrase) -> tuple[int, int]:
    clock = phrase.name("clock")
    if clock is not None:
        hour, minute = clock.split(":")[:2]
        return int(hour), int(minute)
    if phrase.has("in") and phrase.has("day_part"):
        return _hour_in_part(phrase)
    if phrase.has("meridiem"):
        value = phrase.words[phrase.place("meridiem") - 1].value
        return (value, 0) if isinstance(value, int) else (_HOURS, 0)
    number = phrase.words[phrase.place("zone") - 1].value if phrase.has("zone") else None
    return divmod(number, _HUNDRED) if isinstance(number, int) else (_HOURS, 0)


def _hour_in_part(phrase: Phrase) -> tuple[int, int]:
    """Return the hour of "six in the evening" and "4 in the morning"."""
    value = phrase.words[phrase.place("in") - 1].value
    if not isinstance(value, int) or not 1 <= value <= _NOON:
        return _HOURS, 0
    return value % _NOON + (_NOON if _is_late(phrase, value) else 0), 0


def _is_late(phrase: Phrase, hour: int) -> bool:
    part = phrase.name("day_part")
    return part in ("AF", "EV") or (part == "NI" and hour > _NOON // 2)


def _day_and_time(phrase: Phrase, scene: Scene) -> Reading | None:
    day, at = _day_in(phrase, scene), clock_of(phrase)
    if day is None:
        return None
    return _timed(phrase, day, at) if at else dated(day_of(day))


def _timed(phrase: Phrase, day: date, at: time) -> Reading:
    shown = "24:00" if phrase.number("noon") == _MIDNIGHT else f"{at:%H:%M}"
    return Reading(TimexType.TIME, f"{day}T{shown}", day_of(day), at, phrase.name("zone"))


def _part_of_a_date(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the part of the day of "the morning of June 6, 1944"."""
    day = _day_in(phrase.part(phrase.place("of") + 1), scene)
    return with_part(phrase.part(0, phrase.place("of")), day) if day else None


def _day_in(phrase: Phrase, scene: Scene) -> date | None:
    if phrase.rule == "time_then_day":
        last_of_clock = max(i for i, w in enumerate(phrase.words) if w.kind in _CLOCK_KINDS)
        phrase = phrase.part(last_of_clock + 1)
    if phrase.has(*MONTH_KINDS):
        return calendar_day(phrase.part(0, _end_of_date(phrase)), scene)
    if phrase.has("weekday"):
        return weekday_meant(phrase, scene)
    if phrase.has("this", "last"):
        return shifted(scene.anchor, "day", -1 if phrase.has("last") else 0)
    word = phrase.word("relative_day")
    return word and shifted(scene.anchor, "day", RELATIVE_DAYS[word.lower])


def _end_of_date(phrase: Phrase) -> int:
    """Return where the clock begins in "Nov. 9, 2026, at 5 p.m."."""
    if not phrase.has(*_CLOCK_KINDS):
        return len(phrase.words)
    if phrase.words[-1].kind == "year":
        return len(phrase.words)
    clock = min(i for i, w in enumerate(phrase.words) if w.kind in _CLOCK_KINDS)
    return clock if phrase.words[clock].kind in ("clock", "noon") else clock - 1


def _time_of_day(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the time on the day that the sentence has named, else on the anchor day.

    What is still to come is on no day that is over: "said last night it would stay shut until 8pm".
    "Midnight Blue" is a colour, "Exodus 18:21" is a verse, "High Noon" a film.
    """
    at = clock_of(phrase)
    is_name = not phrase.has("meridiem", "zone") and not phrase.words[0].text[0].islower()
    if is_name and (scene.word_before == "capitalised" or scene.next_word[:1].isupper()):
        return None
    return _timed(phrase, _day_of_the_clause(scene), at) if at else None


def _day_of_the_clause(scene: Scene) -> date:
    given = scene.given_here
    if given is None or given.granularity is not Granularity.DAY:
        return scene.anchor
    is_over = given.last < scene.anchor and scene.tense() is Tense.FUTURE
    return scene.anchor if is_over else given.last


CLOCK = {
    "time_then_day": _day_and_time,
    "day_then_time": _day_and_time,
    "time_of_day": _time_of_day,
    "part_of_a_date": _part_of_a_date,
}
