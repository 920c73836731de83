"""Two expressions that name one time together: "from 2007 to May 2008", "a week after May 3"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date

from flows.deadlines.periods import day_of, month_of, shifted
from flows.deadlines.reading import Expression, TimexType
from flows.deadlines.words import Words
from flows.records import Granularity

_LENGTH = re.compile(r"P(\d+)([DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_AFTER, _BEFORE = ("after", "from", "following"), ("before",)
_YEARS = ("year", "apostrophe_year")
_TO = ("to", "until", "through")
_YEARLESS = ("calendar_day", "month_alone", "slash_day")
_WRITTEN_WITH_A_DASH = (
    "numeric_date",
    "iso_date",
    "calendar_day",
    "slash_day",
    "quarter_code",
    "month_of_year",
)
_DAYS_OF_WEEK = 7


def joined(words: Words, one: Expression, two: Expression) -> Expression | None:
    """Return the one time that two neighbours name, or None where each stands for itself."""
    between = words.words[one.last_word + 1 : two.first_word]
    if len(between) > len((",", "to")) or not between:
        return None
    if between[0].kind == "comma":
        between = between[1:]
    if len(between) != 1:
        return None
    link, before = between[0].kind, words.words[one.first_word - 1].kind if one.first_word else ""
    if one.timex_type is TimexType.DURATION:
        return _counted_from(one, two, link) if before != "for" else None
    return _range(words, one, two) if _is_range(one, two, link, before) else None


def _is_range(one: Expression, two: Expression, link: str, before: str) -> bool:
    if TimexType.DATE is not one.timex_type or two.timex_type is not TimexType.DATE:
        return False
    if link == "and":
        return before == "between"
    if before in ("from", "between"):
        return link in _TO or link in ("dash", "hyphen")
    if link in ("dash", "hyphen"):
        return one.rule == two.rule and one.rule in _WRITTEN_WITH_A_DASH
    return link == "through" or (link == "to" and one.rule == two.rule)


def _range(words: Words, one: Expression, two: Expression) -> Expression | None:
    """Return the days from the first of one to the last of the other; a year may serve both."""
    first_says, last_says = _says_a_year(words, one), _says_a_year(words, two)
    if one.rule in _YEARLESS and last_says and not first_says and two.first is not None:
        one = _not_after(one, two.first)
    elif two.rule in _YEARLESS and one.first is not None and not last_says:
        two = _not_before(two, one.first)
    elif one.rule == two.rule == "weekday":
        two = _in_the_same_week(one, two)
    first, last = one.first, two.last
    if first is None or last is None or first >= last:
        return None
    return replace(
        one,
        end=two.end,
        last_word=two.last_word,
        last=last,
        granularity=Granularity.RANGE,
        rule="range",
        ends=(one, two),
    )


def _says_a_year(words: Words, expression: Expression) -> bool:
    within = words.words[expression.first_word : expression.last_word + 1]
    return expression.rule not in _YEARLESS or any(word.kind in _YEARS for word in within)


def _not_after(expression: Expression, limit: date) -> Expression:
    """Return the day or month in the last year where it does not lie after the other end."""
    this = _in_year(expression, limit.year)
    if this.first is not None and this.first > limit:
        return _in_year(expression, limit.year - 1)
    return this


def _not_before(expression: Expression, limit: date) -> Expression:
    this = _in_year(expression, limit.year)
    if this.last is not None and this.last < limit:
        return _in_year(expression, limit.year + 1)
    return this


def _in_year(expression: Expression, year: int) -> Expression:
    """Return the same day or month of another year."""
    first, last = expression.first, expression.last
    if first is None or last is None or not MINYEAR <= year <= MAXYEAR:
        return expression
    if expression.granularity is Granularity.MONTH:
        period = month_of(year, first.month)
    else:
        day = shifted(first, "year", year - first.year)
        period = day_of(day) if day and expression.granularity is Granularity.DAY else None
    if period is None:
        return expression
    return replace(expression, first=period.first, last=period.last, value=period.value)


def _in_the_same_week(one: Expression, two: Expression) -> Expression:
    """Return the Friday after the Monday of "from Monday to Friday"."""
    if one.first is None or two.first is None or two.first > one.first:
        return two
    ahead = (two.first - one.first).days % _DAYS_OF_WEEK
    day = shifted(one.first, "day", ahead)
    return replace(two, first=day, last=day, value=day.isoformat()) if day else two


def _counted_from(one: Expression, two: Expression, link: str) -> Expression | None:
    """Return the day of "two weeks before Christmas"."""
    length = _LENGTH.fullmatch(one.value)
    if length is None or link not in (*_AFTER, *_BEFORE):
        return None
    if two.granularity is not Granularity.DAY or two.first is None or two.first != two.last:
        return None
    count = int(length[1]) if link in _AFTER else -int(length[1])
    day = shifted(two.first, _UNITS[length[2]], count)
    if day is None:
        return None
    return replace(
        two,
        start=one.start,
        first_word=one.first_word,
        timex_type=TimexType.DATE,
        value=day.isoformat(),
        first=day,
        last=day,
        rule="counted_from",
    )
