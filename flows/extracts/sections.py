"""Which rows of each extract the page shows, under which heading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from flows.extracts.extract import Briefing, Cell

# The sections in reading order, and how many rows each shows before it points at its CSV:
# enough for a reader in a hurry, and about a megabyte on a day with ten thousand articles.
ROWS_SHOWN = {
    "changes": 40,
    "deadlines": 60,
    "conflicts": 40,
    "issues": 25,
    "quotes": 0,  # shown by topic instead, see turns.py
    "positions": 40,
    "coverage": 40,
}

TITLES = {
    "changes": "What changed",
    "deadlines": "What falls due",
    "conflicts": "Where the sources contradict each other",
    "issues": "Issues",
    "quotes": "Who said what",
    "positions": "Positions",
    "coverage": "Coverage",
}

# How near a deadline is, by the most days that are left.
HORIZONS = {"Today": 0, "Within a week": 7, "Within a month": 31, "Later": 10**6}

Record = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the page: the rows that it shows, out of `total`."""

    id: str
    title: str
    total: int
    rows: list[Record]


@dataclass(frozen=True, slots=True)
class Horizon:
    """What falls due within one span of days."""

    title: str
    rows: list[Record]


@dataclass(frozen=True, slots=True)
class Count:
    """One number of the day and what it counts."""

    number: int
    noun: str


def sections_of(briefing: Briefing) -> dict[str, Section]:
    """Return every section of the page by its id, in reading order."""
    return {
        name: Section(
            id=name,
            title=TITLES[name],
            total=len(briefing.extracts[name].rows),
            rows=briefing.records(name)[:rows_shown],
        )
        for name, rows_shown in ROWS_SHOWN.items()
    }


def horizons_of(deadlines: Section) -> list[Horizon]:
    """Return the deadlines shown, by how near they are; empty horizons are left out."""
    horizons: dict[str, list[Record]] = {}
    for row in deadlines.rows:
        days_left = cast("int", row["days_left"])
        title = next(title for title, most in HORIZONS.items() if days_left <= most)
        horizons.setdefault(title, []).append(row)
    return [Horizon(title, rows) for title, rows in horizons.items()]


def counts_of(briefing: Briefing) -> list[Count]:
    """Return the day in numbers: articles, outlets, quotes, speakers, deadlines and so on."""
    rejected = sum(cast("int", row["files_rejected"]) for row in briefing.records("coverage"))
    counts = [
        _counted(len(briefing.extracts["articles"].rows), "article"),
        _counted(_distinct(briefing.records("articles"), "outlet"), "outlet"),
        _counted(len(briefing.extracts["quotes"].rows), "quote"),
        _counted(_distinct(briefing.records("quotes"), "speaker_id"), "named speaker"),
        _counted(len(briefing.extracts["deadlines"].rows), "deadline"),
        _counted(_distinct(briefing.records("conflicts"), "conflict_id"), "contradiction"),
        _counted(rejected, "rejected file"),
    ]
    return [count for count in counts if count.number]


def _counted(number: int, noun: str) -> Count:
    return Count(number, noun if number == 1 else f"{noun}s")


def _distinct(rows: list[Record], column: str) -> int:
    return len({str(row[column]) for row in rows if row[column] is not None})
