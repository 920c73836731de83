"""Months and seasons that name themselves: "mid-November", "August or September", "the summer"."""

from __future__ import annotations

from collections.abc import Callable

from flows.deadlines.grammar import MONTH_KINDS, Phrase
from flows.deadlines.parts import part_named
from flows.deadlines.periods import YEARS_OF_CENTURY, Period, month_of, season_of
from flows.deadlines.reading import Reading, Scene, dated
from flows.deadlines.years import after, before, looked_to, year_said
from flows.records import Granularity

# "Crude for June delivery" is of the next June, whatever became of its price.
_TRADED = frozenset(("delivery", "futures", "contract", "contracts", "settlement"))
# "The early march", "this march": lower case, and marked as nouns and verbs are too.
_BESIDE_A_WALK = frozenset(
    ("this", "next", "last", "past", "coming", "the", "early", "late", "mid", "that")
)


def _month(phrase: Phrase, scene: Scene) -> Reading | None:
    period = _month_meant(phrase, scene)
    return dated(part_named(phrase, period)) if period else None


def _month_meant(phrase: Phrase, scene: Scene) -> Period | None:
    month = phrase.number(*MONTH_KINDS)
    if month is None or _is_a_walk(phrase, scene):
        return None

    def in_year(year: int) -> Period | None:
        return month_of(year, month)

    year = year_said(phrase, scene)
    if year is not None:
        return in_year(year)
    if scene.next_word.lower() in _TRADED:
        return in_year(scene.anchor.year + (month < scene.anchor.month))
    return _in_the_year_meant(phrase, scene, in_year)


def _in_the_year_meant(
    phrase: Phrase, scene: Scene, in_year: Callable[[int], Period | None]
) -> Period | None:
    """Return the one that "last", "next", "this" or "that" chooses, else the one looked to."""
    if phrase.has("that"):
        return in_year(scene.given.first.year) if scene.given else None
    if phrase.has("last", "past"):
        return before(scene, in_year)
    if phrase.has("next", "coming"):
        return after(scene, in_year)
    return in_year(scene.anchor.year) if phrase.has("this") else looked_to(scene, in_year)


def _is_a_walk(phrase: Phrase, scene: Scene) -> bool:
    """Say whether "this march" is one through the streets, or a verb: months are capitalised."""
    if phrase.words[-1].text != "march":
        return False
    is_marked = phrase.words[0].kind in _BESIDE_A_WALK
    return is_marked or scene.word_before in ("the", "a", "to", "and", "will")


def months_named(phrase: Phrase, scene: Scene) -> Reading | None:
    """Return the months of "August or September" and "November to February 2017"."""
    places = [i for i, word in enumerate(phrase.words) if word.kind in MONTH_KINDS]
    tail = phrase.words[places[1] + 1 :]
    two = phrase.part(places[0] + 1)
    one = Phrase(phrase.rule, [*phrase.words[: places[0] + 1], *tail], phrase.first)
    last, first = _month_meant(two, scene), _month_meant(one, scene)
    if first is None or last is None:
        return None
    if first.first > last.first:
        is_before = first.first.month <= last.first.month
        first = month_of(last.first.year - (not is_before), first.first.month)
        if first is None:
            return None
    first, last = part_named(phrase.part(0, places[0]), first), _ending(phrase, places, last)
    return dated(Period(first.first, last.last, Granularity.RANGE, first.value))


def _ending(phrase: Phrase, places: list[int], last: Period) -> Period:
    between = phrase.part(places[0] + 1, places[1])
    return part_named(between, last) if between.words else last


def _season(phrase: Phrase, scene: Scene) -> Reading | None:
    season = phrase.name("season")
    if season is None:
        return None

    def in_year(year: int) -> Period | None:
        return season_of(year, season)

    year = year_said(phrase, scene)
    if year is not None:
        period = in_year(year)
        if phrase.words[-1].kind in ("day", "number") and not _is_year_after(phrase, year):
            return None
    elif phrase.has("this") and season == "WI":
        period = looked_to(scene, in_year)
    else:
        period = _in_the_year_meant(phrase, scene, in_year)
    return dated(part_named(phrase, period)) if period else None


def _is_year_after(phrase: Phrase, year: int) -> bool:
    """Say whether the last word numbers the year after: 63 of "the winter of 1962-63"."""
    return phrase.words[-1].value == (year + 1) % YEARS_OF_CENTURY


CALENDAR_MONTHS = {
    "months": months_named,
    "month_of_year": _month,
    "month_alone": _month,
    "season": _season,
}
