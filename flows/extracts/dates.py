"""Dates as a reader says them. English on every machine, whatever its locale."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Words such as "for one year" end on a day that no one named.
ROUGH = frozenset({"month", "quarter", "half", "season", "year"})

# Periods of the calendar that have a short name, in months.
WHOLE_PERIODS = {"month": 1, "quarter": 3, "half": 6, "year": 12}

# Ranges whose name says more than their two days.
NAMED_RANGES = frozenset({"season", "week", "weekend"})

ONE_DAY = timedelta(days=1)

IN_DAYS = {-1: "yesterday", 0: "today", 1: "tomorrow"}


@dataclass(frozen=True, slots=True)
class DueWords:
    """When something falls due, as a calendar leaf: "10" over "Nov 2025" over "Monday"."""

    large: str
    small: str
    note: str = ""


def long_day(day: date) -> str:
    """Return "Friday, 31 October 2025"."""
    return f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """Return "31 Oct 2025"."""
    return f"{day.day} {_month(day)} {day.year}"


def days_away(days: int) -> str:
    """Return "today", "tomorrow", "in 10 days" or "3 days ago"."""
    return IN_DAYS.get(days) or (f"in {days} days" if days > 0 else f"{-days} days ago")


def time_left(day: date, start: date, end: date) -> str:
    """Return how far off a period is: "in 10 days", or "within 26 days" once it has begun."""
    if start <= day < end:
        left = (end - day).days
        return f"within {left} days" if left > 1 else "by tomorrow"
    return days_away((start - day).days)


def due_words(start: date, end: date, granularity: str, at: datetime | None = None) -> DueWords:
    """Return the leaf for a period, no more exact than the words that named it."""
    if at is not None:
        return DueWords(str(at.day), f"{_month(at)} {at.year}", f"{at:%H:%M} UTC")
    if start == end:
        note = "about" if _is_rough(end, granularity) else WEEKDAYS[start.weekday()]
        return DueWords(str(start.day), f"{_month(start)} {start.year}", note)
    return _period_words(start, end, granularity)


def due_text(start: date, end: date, granularity: str, at: datetime | None = None) -> str:
    """Return the period on one line: "10 Nov 2025", "Q1 2026", "9 to 15 Nov 2025"."""
    words = due_words(start, end, granularity, at)
    return " ".join(part for part in (words.large, words.small) if part)


def readable(text: str) -> str:
    """Return a period of ISO 8601 as a reader says it, and any other text as it stands.

    Example: "2026-03-15" becomes "15 Mar 2026", "2026-04-01/2026-06-30" "Q2 2026". Of dates that
    contradict each other, "2026-03-17 | 2026-03-18", each is said.
    """
    if " | " in text:
        return " | ".join(map(readable, text.split(" | ")))
    first, _, last = text.partition("/")
    try:
        start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError:
        return text
    return next(
        (due_text(start, end, name) for name in WHOLE_PERIODS if _is_whole(start, end, name)),
        due_text(start, end, "range"),
    )


def _period_words(start: date, end: date, granularity: str) -> DueWords:
    if not _is_whole(start, end, granularity):
        return _range_words(start, end, granularity)
    number = (start.month - 1) // WHOLE_PERIODS[granularity] + 1
    large = {"month": _month(start), "quarter": f"Q{number}", "half": f"H{number}"}
    if granularity in large:
        return DueWords(large[granularity], str(start.year))
    return DueWords(str(start.year), "")


def _is_rough(end: date, granularity: str) -> bool:
    """Say whether the day is only counted off; "by the end of 2027" does name its last day."""
    return granularity in ROUGH and (end + ONE_DAY).day != 1


def _is_whole(start: date, end: date, granularity: str) -> bool:
    """Say whether the days are one month, quarter, half or year of the calendar."""
    months = 12 * (end.year - start.year) + end.month - start.month + 1
    return (
        WHOLE_PERIODS.get(granularity) == months
        and start.day == 1
        and (end + ONE_DAY).day == 1
        and (start.month - 1) % months == 0
    )


def _range_words(start: date, end: date, granularity: str) -> DueWords:
    note = granularity if granularity in NAMED_RANGES else ""
    if (start.year, start.month) == (end.year, end.month):
        return DueWords(f"{start.day}–{end.day}", f"{_month(end)} {end.year}", note)
    return DueWords(f"{start.day} {_month(start)}", f"to {short_day(end)}", note)


def _month(day: date) -> str:
    return MONTHS[day.month - 1][:3]
