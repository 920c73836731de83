"""What comes again: "every Thursday", "twice a week", "daily", "on weekends"."""

from __future__ import annotations

from flows.deadlines.durations import counted, duration_value
from flows.deadlines.grammar import MONTH_KINDS, Phrase
from flows.deadlines.reading import Reading, Scene, TimexType


def _how_often(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return how often; "The Daily Lantern" and "Lantern News Daily" are names."""
    is_beside_a_name = scene.next_word[:1].isupper() or scene.word_before == "capitalised"
    if phrase.words[0].text[0].isupper() and is_beside_a_name:
        return None
    return Reading(TimexType.SET, phrase.name("how_often") or "")


def _each(phrase: Phrase, _scene: Scene) -> Reading | None:
    weekday = phrase.number("weekday", "weak_weekday", "weekdays")
    if weekday is not None:
        return Reading(TimexType.SET, f"XXXX-WXX-{weekday}")
    month = phrase.number(*MONTH_KINDS)
    if month is not None:
        return Reading(TimexType.SET, f"XXXX-{month:02}")
    season, part = phrase.name("season"), phrase.name("day_part")
    if season is not None or part is not None:
        return Reading(TimexType.SET, f"XXXX-{season}" if season else f"XXXX-XX-XXT{part}")
    unit = phrase.unit()
    return Reading(TimexType.SET, duration_value(unit, counted(phrase))) if unit else None


def _times_in_each(phrase: Phrase, _scene: Scene) -> Reading | None:
    """Return the set of "three times a week" and "twice daily": the unit that comes again."""
    often, unit = phrase.name("how_often"), phrase.unit()
    return Reading(TimexType.SET, often or duration_value(unit or "day", 1))


def _weekends(_phrase: Phrase, _scene: Scene) -> Reading:
    return Reading(TimexType.SET, "XXXX-WXX-WE")


SETS = {
    "how_often": _how_often,
    "each": _each,
    "times_in_each": _times_in_each,
    "weekdays": _each,
    "weekends": _weekends,
}
