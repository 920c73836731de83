"""Lengths of time and how often: "for one year", "within 90 days", "every Thursday"."""

from __future__ import annotations

from flows.deadlines.grammar import Phrase
from flows.deadlines.periods import day_of, shifted
from flows.deadlines.reading import Reading, Scene, TimexType
from flows.deadlines.vocabulary import MULTIPLIERS

_CODES = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "night": "D",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "E",
    "century": "C",
    "millennium": "L",
}
_TIMES = frozenset(("second", "minute", "hour"))


def counted(phrase: Phrase) -> float | None:
    """Return how many units the phrase counts; None for "several"."""
    total, seen = 0, False
    for word in phrase.words:
        if word.kind in ("day", "number", "digits", "numeral", "year") and isinstance(
            word.value, int
        ):
            total, seen = total + word.value, True
        elif word.kind == "multiplier":
            total, seen = (total or 1) * MULTIPLIERS[word.text.lower()], True
        elif word.kind == "several":
            return None
        elif word.kind == "couple":
            return 2
    if seen:
        return total
    return 1 if phrase.has("a", "another", "following", "next", "each", "per") else None


def duration_value(unit: str, count: float | None) -> str:
    """Return the TIMEX3 value of so many units: P2Y, PT5H, PXD."""
    shown = "X" if count is None else f"{count:g}"
    if unit == "fortnight":
        shown = "X" if count is None else f"{2 * count:g}"
    return f"P{'T' if unit in _TIMES else ''}{shown}{_CODES.get(unit, 'D')}"


def _duration(phrase: Phrase, scene: Scene) -> Reading | None:
    unit = phrase.name("unit")
    if unit is None or unit == "weekend":
        return None
    count = counted(phrase)
    return Reading(TimexType.DURATION, duration_value(unit, count))


def _within(phrase: Phrase, scene: Scene) -> Reading | None:
    unit = phrase.name("unit")
    if unit is None or unit == "weekend":
        return None
    count = counted(phrase)
    day = shifted(scene.anchor, unit, int(count)) if count else None
    return Reading(TimexType.DURATION, duration_value(unit, count), day_of(day) if day else None)


def _how_often(phrase: Phrase, scene: Scene) -> Reading | None:
    return Reading(TimexType.SET, phrase.name("how_often") or "")


def _each(phrase: Phrase, scene: Scene) -> Reading | None:
    if (weekday := phrase.number("weekday")) is not None:
        return Reading(TimexType.SET, f"XXXX-WXX-{weekday}")
    if (month := phrase.number("month")) is not None:
        return Reading(TimexType.SET, f"XXXX-{month:02}")
    unit = phrase.name("unit")
    return Reading(TimexType.SET, duration_value(unit, counted(phrase) or 1)) if unit else None


DURATIONS = {"duration": _duration, "within": _within, "how_often": _how_often, "each": _each}
