"""Calendar periods: a day, a week, a quarter, each with its first and last day and TIMEX3 value."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache

from flows.records import Granularity

MONTHS_OF_YEAR = 12
MONTHS_OF_QUARTER = 3
MONTHS_OF_HALF = 6
QUARTERS_OF_YEAR = 4
DAYS_OF_WEEK = 7
YEARS_OF_CENTURY = 100
LONGEST_UNITS = frozenset(("decade", "century"))
# An article asks for the same few months again and again.
_MONTHS_REMEMBERED = 1 << 10

_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_LENGTHS_IN_MONTHS = {
    "month": 1,
    "quarter": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
}
_LENGTHS_IN_DAYS = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}


@dataclass(frozen=True, slots=True)
class Period:
    """A run of whole days that a date phrase names; `value` is its TIMEX3 value."""

    first: date
    last: date
    granularity: Granularity
    value: str


def day_of(day: date) -> Period:
    """Return the day itself as a period."""
    return Period(day, day, Granularity.DAY, day.isoformat())


def week_of(day: date) -> Period:
    """Return the week, Monday to Sunday, that the day lies in."""
    monday = shifted(day, "day", 1 - day.isoweekday()) or day
    year, week, _ = day.isocalendar()
    sunday = shifted(monday, "day", DAYS_OF_WEEK - 1) or monday
    return Period(monday, sunday, Granularity.WEEK, f"{year:04}-W{week:02}")


def weekend_of(day: date) -> Period:
    """Return Saturday and Sunday of the day's week."""
    week = week_of(day)
    saturday = shifted(week.first, "day", 5) or week.first
    return Period(saturday, week.last, Granularity.WEEKEND, f"{week.value}-WE")


@lru_cache(maxsize=_MONTHS_REMEMBERED)
def month_of(year: int, month: int) -> Period | None:
    """Return the month, or None where the calendar has no such year."""
    if not MINYEAR <= year <= MAXYEAR:
        return None
    last = monthrange(year, month)[1]
    value = f"{year:04}-{month:02}"
    return Period(date(year, month, 1), date(year, month, last), Granularity.MONTH, value)


def months_from(year: int, month: int, count: int) -> tuple[date, date] | None:
    """Return the first and last day of `count` months in a row."""
    first = month_of(year, month)
    ending = year * MONTHS_OF_YEAR + month - 1 + count - 1
    last = month_of(ending // MONTHS_OF_YEAR, ending % MONTHS_OF_YEAR + 1)
    return (first.first, last.last) if first and last else None


def quarter_of(year: int, quarter: int) -> Period | None:
    """Return the calendar quarter 1 to 4."""
    ends = months_from(year, MONTHS_OF_QUARTER * (quarter - 1) + 1, MONTHS_OF_QUARTER)
    return Period(*ends, Granularity.QUARTER, f"{year:04}-Q{quarter}") if ends else None


def half_of(year: int, half: int) -> Period | None:
    """Return the first or second half of the year."""
    ends = months_from(year, MONTHS_OF_HALF * (half - 1) + 1, MONTHS_OF_HALF)
    return Period(*ends, Granularity.HALF, f"{year:04}-H{half}") if ends else None


def season_of(year: int, season: str) -> Period | None:
    """Return the season that begins in the year: summer is June to August."""
    ends = months_from(year, _SEASON_STARTS[season], MONTHS_OF_QUARTER)
    return Period(*ends, Granularity.SEASON, f"{year:04}-{season}") if ends else None


def year_of(year: int) -> Period | None:
    """Return the calendar year."""
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return Period(date(year, 1, 1), date(year, 12, 31), Granularity.YEAR, f"{year:04}")


def decade_of(year: int) -> Period | None:
    """Return the decade that the year lies in: the 1980s."""
    start = year - year % 10
    first, last = year_of(start), year_of(start + 9)
    if first is None or last is None:
        return None
    return Period(first.first, last.last, Granularity.RANGE, f"{start // 10:03}")


def century_of(number: int) -> Period | None:
    """Return the century: the 20th is 1901 to 2000."""
    first, last = year_of(100 * (number - 1) + 1), year_of(100 * number)
    if first is None or last is None:
        return None
    return Period(first.first, last.last, Granularity.RANGE, f"{number - 1:02}")


def period_around(day: date, unit: str) -> Period | None:
    """Return the calendar period of that unit that the day lies in."""
    around = _AROUND.get(unit)
    return around(day) if around is not None else day_of(day)


def quarter_number(day: date) -> int:
    """Return which quarter of the year the day lies in, 1 to 4."""
    return (day.month - 1) // MONTHS_OF_QUARTER + 1


_AROUND: dict[str, Callable[[date], Period | None]] = {
    "week": week_of,
    "weekend": weekend_of,
    "month": lambda day: month_of(day.year, day.month),
    "quarter": lambda day: quarter_of(day.year, quarter_number(day)),
    "half": lambda day: half_of(day.year, 1 if day.month <= MONTHS_OF_HALF else 2),
    "year": lambda day: year_of(day.year),
    "decade": lambda day: decade_of(day.year),
    "century": lambda day: century_of((day.year - 1) // 100 + 1),
}


def shifted(day: date, unit: str, count: int) -> date | None:
    """Return the day so many units later, or None beyond the calendar.

    A month after January 31 is the last day of February.
    """
    if unit in _LENGTHS_IN_DAYS:
        try:
            return day + timedelta(days=count * _LENGTHS_IN_DAYS[unit])
        except OverflowError:
            return None
    if unit not in _LENGTHS_IN_MONTHS:
        return day
    months = day.year * MONTHS_OF_YEAR + day.month - 1 + count * _LENGTHS_IN_MONTHS[unit]
    target = month_of(months // MONTHS_OF_YEAR, months % MONTHS_OF_YEAR + 1)
    return target and target.first.replace(day=min(day.day, target.last.day))


def weekday_on_or_after(day: date, weekday: int) -> date:
    """Return the first such weekday (Monday is 1) from the day on."""
    return shifted(day, "day", (weekday - day.isoweekday()) % DAYS_OF_WEEK) or day


def weekday_on_or_before(day: date, weekday: int) -> date:
    """Return the last such weekday up to the day."""
    return shifted(day, "day", -((day.isoweekday() - weekday) % DAYS_OF_WEEK)) or day


def nth_weekday(year: int, month: int, weekday: int, *, nth: int) -> date | None:
    """Return the nth such weekday of the month; -1 is the last."""
    span = month_of(year, month)
    if span is None:
        return None
    if nth < 0:
        return weekday_on_or_before(span.last, weekday)
    found = shifted(weekday_on_or_after(span.first, weekday), "week", nth - 1)
    return found if found and found <= span.last else None
