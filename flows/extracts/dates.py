"""Dates as a reader says them. English on every machine, whatever its locale."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

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

# Words that name one day, and not a longer time of which the day is only the end.
EXACT = frozenset({"minute", "day"})

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


def due_words(start: date, end: date, granularity: str, at: datetime | None = None) -> DueWords:
    """Return the leaf for a period, no more exact than the words that named it."""
    if at is not None:
        return DueWords(str(at.day), f"{_month(at)} {at.year}", f"{at:%H:%M} UTC")
    if start == end:
        note = WEEKDAYS[start.weekday()] if granularity in EXACT else "about"
        return DueWords(str(start.day), f"{_month(start)} {start.year}", note)
    return _period_words(start, end, granularity)


def due_text(start: date, end: date, granularity: str, at: datetime | None = None) -> str:
    """Return the period on one line: "10 Nov 2025", "Q1 2026", "9 to 15 Nov 2025"."""
    words = due_words(start, end, granularity, at)
    return " ".join(part for part in (words.large, words.small) if part)


def _period_words(start: date, end: date, granularity: str) -> DueWords:
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    match granularity, months:
        case "month", 1:
            return DueWords(_month(start), str(start.year))
        case "quarter", 3:
            return DueWords(f"Q{(start.month - 1) // months + 1}", str(start.year))
        case "half", 6:
            return DueWords(f"H{(start.month - 1) // months + 1}", str(start.year))
        case "year", 12:
            return DueWords(str(start.year), "")
        case _:
            return _range_words(start, end, granularity)


def _range_words(start: date, end: date, granularity: str) -> DueWords:
    note = "" if granularity == "range" else granularity
    if (start.year, start.month) == (end.year, end.month):
        return DueWords(f"{start.day}–{end.day}", f"{_month(end)} {end.year}", note)
    return DueWords(f"{start.day} {_month(start)}", f"to {short_day(end)}", note)


def _month(day: date) -> str:
    return MONTHS[day.month - 1][:3]
