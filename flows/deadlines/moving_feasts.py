"""The days that other feasts are counted from, each by the rule of its calendar."""

from __future__ import annotations

from datetime import date, timedelta

# Hebrew years are counted from a new moon; a month has 29 days, 12 hours and 793 of 1080 parts.
_EPOCH, _YEARS_BEFORE_OURS = -1373427, 3761
_PARTS_OF_DAY, _PARTS_AT_EPOCH, _PARTS_OF_MONTH = 25920, 12084, 13753
_LONGEST_COMMON_YEAR, _SHORTEST_LEAP_YEAR = 356, 382
_FULL_YEARS = (355, 385)


def easter_of(year: int) -> date:
    """Return Easter Sunday by the Gregorian computus (Meeus, "Astronomical Algorithms", ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter_of(year: int) -> date | None:
    """Return Easter Sunday of the Eastern churches, by the Julian computus (Meeus, ch. 8)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    days_apart = year // 100 - year // 400 - 2
    try:
        return date(year, month, day + 1) + timedelta(days=days_apart)
    except (OverflowError, ValueError):
        return None


def rosh_hashanah_of(year: int) -> date | None:
    """Return the first day of the Jewish year that begins in this one.

    The arithmetic is that of Reingold and Dershowitz, "Calendrical Calculations".
    """
    return _day(_new_year(year))


def hanukkah_of(year: int) -> date | None:
    """Return the first day of Hanukkah, 25 Kislev: the month before it has 29 days or 30."""
    first = _new_year(year)
    is_full = _new_year(year + 1) - first in _FULL_YEARS
    return _day(first + (84 if is_full else 83))


def _day(ordinal: int) -> date | None:
    try:
        return date.fromordinal(ordinal)
    except ValueError:
        return None


def _new_year(year: int) -> int:
    jewish = year + _YEARS_BEFORE_OURS
    before, this, after = (_new_moon(one) for one in (jewish - 1, jewish, jewish + 1))
    delay = 2 if after - this == _LONGEST_COMMON_YEAR else int(this - before == _SHORTEST_LEAP_YEAR)
    return _EPOCH + this + delay


def _new_moon(jewish: int) -> int:
    """Return the day of the year's first new moon, never a Sunday, Wednesday or Friday."""
    months = (235 * jewish - 234) // 19
    day = 29 * months + (_PARTS_AT_EPOCH + _PARTS_OF_MONTH * months) // _PARTS_OF_DAY
    return day + 1 if 3 * (day + 1) % 7 < len("MWF") else day
