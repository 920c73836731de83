"""Dates are said in English, and never more exactly than the source said them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from flows.extracts.dates import DueWords, days_away, due_text, due_words, long_day, readable

DAYS = [(-3, "3 days ago"), (-1, "yesterday"), (0, "today"), (1, "tomorrow"), (10, "in 10 days")]


@pytest.mark.parametrize(("days", "words"), DAYS)
def test_days_are_counted_as_a_reader_says_it(days: int, words: str) -> None:
    assert days_away(days) == words


def test_a_day_is_written_out() -> None:
    assert long_day(date(2025, 10, 31)) == "Friday, 31 October 2025"


@pytest.mark.parametrize(
    ("start", "end", "granularity", "words"),
    [
        ("2025-11-10", "2025-11-10", "day", DueWords("10", "Nov 2025", "Monday")),
        ("2025-11-10", "2025-11-10", "year", DueWords("10", "Nov 2025", "about")),
        ("2027-12-31", "2027-12-31", "year", DueWords("31", "Dec 2027", "Friday")),
        ("2025-11-01", "2025-11-30", "month", DueWords("Nov", "2025", "")),
        ("2026-04-01", "2026-06-30", "quarter", DueWords("Q2", "2026", "")),
        ("2026-07-01", "2026-12-31", "half", DueWords("H2", "2026", "")),
        ("2026-01-01", "2026-12-31", "year", DueWords("2026", "", "")),
        ("2026-10-01", "2027-09-30", "year", DueWords("1 Oct", "to 30 Sep 2027", "")),
        ("2025-11-03", "2025-11-09", "week", DueWords("3–9", "Nov 2025", "week")),
        ("2025-11-28", "2025-12-02", "range", DueWords("28 Nov", "to 2 Dec 2025", "")),
        ("2025-11-01", "2025-11-10", "part", DueWords("1–10", "Nov 2025", "")),
    ],
)
def test_a_period_is_no_more_exact_than_its_words(
    start: str, end: str, granularity: str, words: DueWords
) -> None:
    assert due_words(date.fromisoformat(start), date.fromisoformat(end), granularity) == words


def test_a_moment_says_its_time() -> None:
    at = datetime.fromisoformat("2026-03-16T14:00")
    assert due_words(at.date(), at.date(), "minute", at) == DueWords("16", "Mar 2026", "14:00 UTC")


def test_a_period_fits_on_one_line() -> None:
    assert due_text(date(2026, 4, 1), date(2026, 6, 30), "quarter") == "Q2 2026"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026-03-15", "15 Mar 2026"),
        ("2026-03-01/2026-03-31", "Mar 2026"),
        ("2026-04-01/2026-06-30", "Q2 2026"),
        ("2026-01-01/2026-12-31", "2026"),
        ("2026-03-09/2026-03-15", "9–15 Mar 2026"),
        ("2026-03-17 | 2026-03-18", "17 Mar 2026 | 18 Mar 2026"),
        ("revision 2", "revision 2"),
        ("2026-02-30", "2026-02-30"),
        ("2026-03-15 or so", "2026-03-15 or so"),
    ],
)
def test_a_period_of_the_tables_is_made_readable(text: str, words: str) -> None:
    assert readable(text) == words
