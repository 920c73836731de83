"""Days with a name, each by the rule that sets it and not by a table of years."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from flows.deadlines.moving_feasts import (
    easter_of,
    hanukkah_of,
    orthodox_easter_of,
    rosh_hashanah_of,
)
from flows.deadlines.periods import nth_weekday, shifted

Rule = Callable[[int], date | None]


def _fixed(month: int, day: int) -> Rule:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, nth: int) -> Rule:
    return lambda year: nth_weekday(year, month, weekday, nth=nth)


def _easter(offset: int = 0) -> Rule:
    return lambda year: _days_after(easter_of(year), offset)


def _orthodox_easter(offset: int = 0) -> Rule:
    return lambda year: _days_after(orthodox_easter_of(year), offset)


def _jewish(offset: int) -> Rule:
    return lambda year: _days_after(rosh_hashanah_of(year), offset)


def _days_after(day: date | None, offset: int) -> date | None:
    return day and shifted(day, "day", offset)


def _election_day(year: int) -> date | None:
    """Return the Tuesday after the first Monday of November (2 U.S.C. 7)."""
    return _days_after(nth_weekday(year, 11, 1, nth=1), 1)


# The names are patterns over the text; "’" and "'" are the same mark to a reader.
NAMED_DAYS: dict[str, Rule] = {
    r"New\ Year(?:[’']?s)?\ Day\b": _fixed(1, 1),
    r"New\ Year(?:[’']?s)?\ Eve\b": _fixed(12, 31),
    r"Epiphany\b": _fixed(1, 6),
    r"Martin\ Luther\ King(?:[,]?\ Jr\.?)?(?:[’']s)?\ Day\b|MLK\ Day\b": _nth(1, 1, 3),
    r"Groundhog\ Day\b": _fixed(2, 2),
    r"Valentine(?:[’']?s)?\ Day\b": _fixed(2, 14),
    r"Presidents?[’']?s?[’']?\ Day\b": _nth(2, 1, 3),
    r"(?:St\.?|Saint)\ Patrick[’']?s\ Day\b": _fixed(3, 17),
    r"April\ Fools?[’']?s?[’']?\ Day\b": _fixed(4, 1),
    r"Ash\ Wednesday\b": _easter(-46),
    r"Palm\ Sunday\b": _easter(-7),
    r"Maundy\ Thursday\b": _easter(-3),
    r"Good\ Friday\b": _easter(-2),
    r"Holy\ Saturday\b": _easter(-1),
    r"Easter\ Monday\b": _easter(1),
    r"Easter(?:\ Sunday|\ Day)?(?!\ (?:week|Island|Rising))\b": _easter(),
    r"Ascension\ Day\b": _easter(39),
    r"Whit\ Sunday\b|Pentecost\b": _easter(49),
    r"Whit\ Monday\b": _easter(50),
    r"Corpus\ Christi\b(?!,)": _easter(60),
    r"Orthodox\ Good\ Friday\b": _orthodox_easter(-2),
    r"Orthodox\ Easter(?:\ Sunday|\ Day)?\b": _orthodox_easter(),
    r"Orthodox\ Christmas(?:\ Day)?\b": _fixed(1, 7),
    # A Jewish day begins on the evening before; these are the days themselves.
    r"Purim\b": _jewish(-193),
    r"Passover\b": _jewish(-163),
    r"Shavuot\b": _jewish(-113),
    r"Rosh\ Hashanah\b": _jewish(0),
    r"Yom\ Kippur\b(?!\ [Ww]ar)": _jewish(9),
    r"Sukkot\b": _jewish(14),
    r"(?:Hanukkah|Chanukah)\b": hanukkah_of,
    r"May\ Day\b": _fixed(5, 1),
    r"Cinco\ de\ Mayo\b": _fixed(5, 5),
    r"Mother[’']?s[’']?\ Day\b": _nth(5, 7, 2),
    r"Memorial\ Day\b": _nth(5, 1, -1),
    r"Flag\ Day\b": _fixed(6, 14),
    r"Father[’']?s[’']?\ Day\b": _nth(6, 7, 3),
    r"Juneteenth\b": _fixed(6, 19),
    r"Canada\ Day\b": _fixed(7, 1),
    r"Independence\ Day\b|Fourth\ of\ July\b": _fixed(7, 4),
    r"Bastille\ Day\b": _fixed(7, 14),
    r"Labou?r\ Day\b": _nth(9, 1, 1),
    r"Columbus\ Day\b|Indigenous\ Peoples[’']?s?\ Day\b": _nth(10, 1, 2),
    r"Halloween\b": _fixed(10, 31),
    r"All\ Saints[’']?\ Day\b": _fixed(11, 1),
    r"Guy\ Fawkes\ (?:Day|Night)\b|Bonfire\ Night\b": _fixed(11, 5),
    r"Veterans?[’']?s?\ Day\b|Armistice\ Day\b|Remembrance\ Day\b": _fixed(11, 11),
    r"Election\ Day\b": _election_day,
    r"Thanksgiving(?:\ Day)?\b": _nth(11, 4, 4),
    r"Christmas\ Eve\b": _fixed(12, 24),
    r"Boxing\ Day\b": _fixed(12, 26),
    r"Christmas(?:\ Day)?\b(?!\ Island)": _fixed(12, 25),
    r"Inauguration\ Day\b": _fixed(1, 20),
    r"Australia\ Day\b": _fixed(1, 26),
    r"Anzac\ Day\b": _fixed(4, 25),
    r"Black\ Friday\b": lambda year: _after_thanksgiving(year, 1),
    r"Cyber\ Monday\b": lambda year: _after_thanksgiving(year, 4),
}

_RULES = [(re.compile(name, re.VERBOSE | re.IGNORECASE), rule) for name, rule in NAMED_DAYS.items()]


def _after_thanksgiving(year: int, days: int) -> date | None:
    return _days_after(nth_weekday(year, 11, 4, nth=4), days)


def named_day(name: str, year: int) -> date | None:
    """Return when the named day falls in the year: Thanksgiving 2026 is November 26."""
    for pattern, rule in _RULES:
        if pattern.fullmatch(name):
            return rule(year)
    return None
