"""The year that a phrase means where it does not say it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date

from flows.deadlines.grammar import Phrase
from flows.deadlines.periods import YEARS_OF_CENTURY, Period
from flows.deadlines.reading import Scene, Tense
from flows.records import Granularity

# Days around the anchor within which a month and a number mean the nearest such day.
_NEAR_BEHIND = 45
_NEAR_AHEAD = 92
# A writer of May who means the April to come says "next April".
_FAR_AHEAD = 275
# Nor does one of February who tells of a far March tell it with a verb far from it.
_FAR_BEHIND = 290
_LIMITS = ("until", "through", "to", "by", "before")
# "The third quarter of the year" is of no year that is said.
_WHICH = ("next", "last", "this", "coming", "past", "previous", "following", "same", "that")
# "Since Oct. 7", "the Oct. 7 attack": these are over.
_ATTACKS = frozenset(("attack", "attacks", "massacre", "assault", "bombing", "shooting", "riots"))
# Companies report and foretell a quarter until the next one is over.
_QUARTER_BEHIND = 92


def year_said(phrase: Phrase, scene: Scene) -> int | None:
    """Return the year of "2026" or "of next year", where the phrase says one."""
    year = phrase.number("year")
    if year is not None:
        return year
    short = phrase.number("apostrophe_year", "number")
    if short is not None and short < YEARS_OF_CENTURY:
        return full_year(short, scene.anchor)
    is_counted = phrase.has("year_unit") and phrase.has(*_WHICH)
    return _year_counted(phrase, scene) if is_counted else None


def _year_counted(phrase: Phrase, scene: Scene) -> int:
    """Return the year of "next year", or of "the following year" after the last one given."""
    if phrase.has("following", "same", "that"):
        return scene.reference.year + phrase.has("following")
    step = phrase.has("next", "coming") - phrase.has("last", "past", "previous")
    return scene.anchor.year + step


def full_year(number: int, anchor: date) -> int:
    """Return the year that two digits mean: the one nearest to the anchor."""
    century = anchor.year - anchor.year % YEARS_OF_CENTURY
    return min(
        (century + shift + number for shift in (-YEARS_OF_CENTURY, 0, YEARS_OF_CENTURY)),
        key=lambda year: abs(year - anchor.year),
    )


def looked_to(scene: Scene, period_in: Callable[[int], Period | None]) -> Period | None:
    """Return the period in the year that the sentence looks to: the next, the last, the nearest.

    A period that is not yet over is ahead; one that has begun is behind.
    """
    closest = nearest(scene, period_in)
    if closest is None or _goes_without_saying(scene, closest):
        return closest
    periods, tense = _around(scene, period_in), scene.tense()
    if tense is Tense.FUTURE:
        coming = next((period for period in periods if period.last >= scene.anchor), closest)
        return closest if _is_too_far(scene, coming) else coming
    if tense is Tense.PAST:
        gone = next((p for p in reversed(periods) if p.first <= scene.anchor), closest)
        return closest if _is_too_far_back(scene, gone) else gone
    return closest


def _is_too_far(scene: Scene, period: Period) -> bool:
    """Say whether a month lies so far ahead that it needs "next", unless it is a limit.

    The months of one sentence follow each other: "nine hours in June and eight in January".
    """
    is_month = period.granularity is Granularity.MONTH and scene.word_before not in _LIMITS
    given = scene.given_here.last if scene.given_here else scene.anchor
    return is_month and (period.first - max(given, scene.anchor)).days > _FAR_AHEAD


def _is_too_far_back(scene: Scene, period: Period) -> bool:
    """Say whether a month is so long over that it needs "last", unless its own verb is past.

    In February "they host contests in March" is of next month, and "she left in March" of last.
    """
    is_far = (scene.anchor - period.last).days > _FAR_BEHIND
    return is_far and period.granularity is Granularity.MONTH and not scene.is_by_a_past_verb()


def nearest(scene: Scene, period_in: Callable[[int], Period | None]) -> Period | None:
    """Return the period nearest to the anchor, of those of this year, the last and the next."""
    periods = _around(scene, period_in)
    return min(periods, key=lambda period: _distance(period, scene.anchor), default=None)


def _around(scene: Scene, period_in: Callable[[int], Period | None]) -> list[Period]:
    year = scene.anchor.year
    years = range(max(MINYEAR, year - 1), min(MAXYEAR, year + 1) + 1)
    return [period for one in years if (period := period_in(one)) is not None]


def _goes_without_saying(scene: Scene, period: Period) -> bool:
    """Say whether a day is so near that its year needs no word, whatever the tense around it.

    Of "Nov. 7" a writer of October 30 would say "last Nov. 7" if it were the one before. Results
    "for the third quarter" are of the last one; what opens "in the third quarter" may be ahead.
    """
    anchor = scene.anchor
    if period.granularity is Granularity.QUARTER:
        is_reported = scene.word_before != "in"
        return is_reported and 0 < (anchor - period.last).days <= _QUARTER_BEHIND
    if period.granularity is not Granularity.DAY:
        return False
    is_over = scene.word_before in ("ended", "since") or scene.next_word.lower() in _ATTACKS
    if is_over and period.first > anchor:
        return False
    return -_NEAR_BEHIND <= (period.first - anchor).days <= _NEAR_AHEAD


def _distance(period: Period, day: date) -> int:
    if period.first <= day <= period.last:
        return 0
    return min(abs((period.first - day).days), abs((period.last - day).days))


def before(scene: Scene, period_in: Callable[[int], Period | None]) -> Period | None:
    """Return the last such period that is over at the anchor: "last June"."""
    years = range(scene.anchor.year, max(MINYEAR, scene.anchor.year - 2), -1)
    found = (period_in(year) for year in years)
    return next((p for p in found if p is not None and p.last < scene.anchor), None)


def after(scene: Scene, period_in: Callable[[int], Period | None]) -> Period | None:
    """Return the first such period that has not begun at the anchor: "next June"."""
    years = range(scene.anchor.year, min(MAXYEAR, scene.anchor.year + 2))
    found = (period_in(year) for year in years)
    return next((p for p in found if p is not None and p.first > scene.anchor), None)
