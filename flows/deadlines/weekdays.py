"""Days counted from the anchor: "Thursday", "last Friday", "Wednesday next week", "tomorrow"."""

from __future__ import annotations

from datetime import date

from flows.deadlines.durations import counted
from flows.deadlines.grammar import Phrase
from flows.deadlines.periods import (
    day_of,
    shifted,
    week_of,
    weekday_on_or_after,
    weekday_on_or_before,
    weekend_of,
)
from flows.deadlines.reading import Reading, Scene, Tense, TimexType, dated
from flows.deadlines.vocabulary import RELATIVE_DAYS
from flows.records import Granularity

_WEEKEND_DAYS = 6
_NO_NOUNS = frozenset(("", ".", ",", "in", "and", "or", "when", "at", "after", "before", "for"))
# "The Lindholm Sun." is a paper at the end of its sentence.
_PAPERS = frozenset(("sun", "sun."))
_BEFORE_A_NAME = ("capitalised", "the", "on", "possessive")


def weekday_meant(phrase: Phrase, scene: Scene) -> date | None:
    """Return the day that a weekday names, by "next", "last" or the tense around it."""
    weekday = phrase.number("weekday")
    if weekday is None:
        return None
    if phrase.has("that") and scene.given is not None:
        return weekday_on_or_after(scene.given.first, weekday)
    start = scene.reference if phrase.has("following", "previous") else scene.anchor
    if phrase.has("following", "next", "coming"):
        return weekday_on_or_after(_next_day(start, 1), weekday)
    if phrase.has("previous", "last", "past"):
        return weekday_on_or_before(_next_day(start, -1), weekday)
    return _weekday_of_this(weekday, scene) if phrase.has("this") else _by_tense(weekday, scene)


def _by_tense(weekday: int, scene: Scene) -> date:
    """Return the coming day or the last one; the days of a list follow each other."""
    if scene.tense() is not Tense.FUTURE:
        return weekday_on_or_before(scene.anchor, weekday)
    return weekday_on_or_after(max(scene.anchor, scene.listed_after or scene.anchor), weekday)


def _weekday_of_this(weekday: int, scene: Scene) -> date:
    """Return the day of "this Friday": the coming one, or that of this week where it is over."""
    coming = weekday_on_or_after(scene.anchor, weekday)
    this_week = shifted(week_of(scene.anchor).first, "day", weekday - 1) or coming
    return this_week if scene.tense() is Tense.PAST and this_week <= scene.anchor else coming


def _next_day(day: date, step: int) -> date:
    return shifted(day, "day", step) or day


def with_part(phrase: Phrase, day: date) -> Reading:
    """Return the day, or the part of it that "Thursday night" names."""
    part = phrase.name("day_part")
    if part is None:
        return Reading(TimexType.DATE, day.isoformat(), day_of(day))
    return Reading(TimexType.TIME, f"{day}T{part}", day_of(day))


def _weekday(phrase: Phrase, scene: Scene) -> Reading | None:
    part = phrase.word("day_part")
    if part is not None and part.text.endswith("s"):
        return Reading(TimexType.SET, f"XXXX-WXX-{phrase.number('weekday')}T{part.value}")
    if scene.word_before == "a" and part is None and scene.next_word.lower() in _NO_NOUNS:
        return None  # "on a Sunday in 1982" names no day
    if scene.word_before == "capitalised" and phrase.words[-1].lower in _PAPERS:
        return None
    day = weekday_meant(phrase, scene)
    return with_part(phrase, day) if day else None


def _weekday_of_week(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the day of "Wednesday next week"; "Thursday week", "a week on Thursday": later."""
    weekday = phrase.number("weekday")
    if weekday is None:
        return None
    if phrase.has("on") or len(phrase.words) == len(("Thursday", "week")):
        day = shifted(weekday_on_or_after(scene.anchor, weekday), phrase.unit() or "week", 1)
        return dated(day_of(day)) if day else None
    step = (
        1 if phrase.has("next", "coming", "following") else -1 if phrase.has("last", "past") else 0
    )
    week = shifted(scene.anchor, "week", step)
    day = week and shifted(week_of(week).first, "day", weekday - 1)
    return dated(day_of(day)) if day else None


def _weekdays_from_now(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the day of "three Fridays from now"."""
    weekday, count = phrase.number("weekdays"), counted(phrase)
    if weekday is None or count is None or count < 1:
        return None
    first = weekday_on_or_after(_next_day(scene.anchor, 1), weekday)
    day = shifted(first, "week", int(count) - 1)
    return dated(day_of(day)) if day else None


def _relative_day(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the day of "tomorrow"; "USA Today" and "the Today programme" are names."""
    word = phrase.word("relative_day")
    if word is None or (scene.word_before in _BEFORE_A_NAME and word.text[0].isupper()):
        return None
    step = RELATIVE_DAYS[word.lower]
    if phrase.has("after", "before"):
        step += 1 if phrase.has("after") else -1
    day = shifted(scene.anchor, "day", step)
    if day is not None and word.lower == "tonight":
        return Reading(TimexType.TIME, f"{day}TNI", day_of(day))
    return with_part(phrase, day) if day else None


def _part_of_day(phrase: Phrase, scene: Scene) -> Reading | None:
    is_name = scene.word_before == "capitalised" and phrase.words[0].text[0].isupper()
    if is_name or phrase.words[-1].text.endswith("s"):
        return None
    if phrase.has("that", "same", "next", "following"):
        return _part_of_a_day_told(phrase, scene)
    day = shifted(scene.anchor, "day", -1 if phrase.has("last") else 0)
    return with_part(phrase, day) if day else None


def _part_of_a_day_told(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the "that night" or "next morning" of a day that the text has just named."""
    if scene.given is None or scene.given.granularity is not Granularity.DAY:
        return None
    day = shifted(scene.given.last, "day", int(phrase.has("next", "following")))
    return with_part(phrase, day) if day else None


def _weekend(_phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the weekend that the sentence looks to: the coming one, or the last that has begun."""
    this = weekend_of(scene.anchor)
    if scene.tense() is Tense.FUTURE or scene.anchor.isoweekday() >= _WEEKEND_DAYS:
        return dated(this)
    last = shifted(scene.anchor, "week", -1)
    return dated(weekend_of(last)) if last else None


WEEKDAYS = {
    "weekday": _weekday,
    "weekday_of_week": _weekday_of_week,
    "weekdays_from_now": _weekdays_from_now,
    "relative_day": _relative_day,
    "part_of_day": _part_of_day,
    "weekend": _weekend,
}
