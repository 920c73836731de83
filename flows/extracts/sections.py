"""Which rows of each extract the page shows, in which order, under which heading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from flows.extracts.extract import Briefing, Cell

Record = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Plan:
    """How a section is headed, and how many rows it shows before it points at its CSV."""

    title: str
    label: str
    rows_shown: int


# The sections in reading order. The limits are what a reader in a hurry takes in; they keep
# the page below a megabyte on a day with ten thousand articles.
PLANS = {
    "changes": Plan("What changed", "Changes", 80),
    "deadlines": Plan("What falls due", "Deadlines", 60),
    "conflicts": Plan("Where the sources contradict each other", "Contradictions", 40),
    "issues": Plan("Issues", "Issues", 25),
    "quotes": Plan("Who said what", "Quotes", 0),  # shown by issue instead, see turns.py
    "positions": Plan("Who wants what", "Positions", 40),
    "articles": Plan("The day's articles", "Articles", 60),
    "coverage": Plan("Coverage", "Coverage", 40),
}

# Phrases that rise and are no issue yet: a hint for the analyst, below the issues.
EMERGING_SHOWN = 10

# Where an extract's own order is not the reader's: what is new or wrong comes first.
POSITIONS_LAST = "repeated"
POSITIONS_HIDDEN = "silent"
COVERAGE_ORDER = {"rejected": 0, "failed": 1, "silent": 2, "low": 3, "new": 4, "ok": 5}

# Sections whose rows other sections point at: their extract, what it is about, and its key.
ANCHORED = (
    ("conflicts", "conflict", "subject_id"),
    ("deadlines", "deadline", "event_id"),
    ("issues", "issue", "issue_id"),
    ("positions", "position", "stand_id"),
)

# How near a deadline is, by the most days that are left.
HORIZONS = {"Today": 0, "Within a week": 7, "Within a month": 31, "Later": 10**6}


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the page: the rows that it shows, out of `total`."""

    id: str
    title: str
    label: str
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
            title=plan.title,
            label=plan.label,
            total=len(briefing.extracts[name].rows),
            rows=rows_for_readers(briefing, name)[: plan.rows_shown],
        )
        for name, plan in PLANS.items()
    }


def rows_for_readers(briefing: Briefing, name: str) -> list[Record]:
    """Return the rows of an extract in the order in which a reader wants them."""
    rows = briefing.records(name)
    if name == "deadlines":
        return sorted(rows, key=lambda row: _next_day(briefing.day, row))
    if name == "positions":
        told = [row for row in rows if row["change"] != POSITIONS_HIDDEN]
        return sorted(told, key=lambda row: row["change"] == POSITIONS_LAST)
    if name == "coverage":
        return sorted(rows, key=lambda row: COVERAGE_ORDER.get(str(row["status"]), 0))
    return rows


def horizons_of(day: date, deadlines: Section) -> list[Horizon]:
    """Return the deadlines shown, by how near they are; empty horizons are left out."""
    horizons: dict[str, list[Record]] = {}
    for row in deadlines.rows:
        left = (_next_day(day, row) - day).days
        title = next(title for title, most in HORIZONS.items() if left <= most)
        horizons.setdefault(title, []).append(row)
    return [Horizon(title, rows) for title, rows in horizons.items()]


def _next_day(day: date, deadline: Record) -> date:
    """Return the day to keep in mind: the first, or the last of a period that has begun.

    So "this week" stands with its Sunday, and "in 2026" behind what is due tomorrow.
    """
    start, end = cast("date", deadline["due_start"]), cast("date", deadline["due_end"])
    return start if start > day else end


def anchors_of(sections: Mapping[str, Section]) -> set[str]:
    """Return the places on the page where a fact stands with its evidence: "deadline-e1"."""
    return {f"{entity}-{row[key]}" for name, entity, key in ANCHORED for row in sections[name].rows}


def fresh_of(changes: Section, anchors: set[str]) -> list[Record]:
    """Return the new facts that stand with their evidence further down; a link is enough."""
    return [
        row
        for row in changes.rows
        if row["change"] == "new" and f"{row['entity_type']}-{row['entity_id']}" in anchors
    ]


def emerging_of(briefing: Briefing) -> list[Record]:
    """Return the phrases that rise most and are no issue yet."""
    if "emerging_issues" not in briefing.extracts:
        return []
    return briefing.records("emerging_issues")[:EMERGING_SHOWN]


def counts_of(briefing: Briefing) -> list[Count]:
    """Return the day in numbers: articles, outlets, quotes, speakers, deadlines and so on."""
    rejected = sum(cast("list[int]", briefing.extracts["coverage"].cells("files_rejected")))
    counts = [
        _counted(len(briefing.extracts["articles"].rows), "article"),
        _counted(_distinct(briefing.extracts["articles"].cells("outlet")), "outlet"),
        _counted(len(briefing.extracts["quotes"].rows), "quote"),
        _counted(_distinct(briefing.extracts["quotes"].cells("speaker_id")), "named speaker"),
        _counted(len(briefing.extracts["deadlines"].rows), "deadline"),
        _counted(_distinct(briefing.extracts["conflicts"].cells("conflict_id")), "contradiction"),
        _counted(rejected, "rejected file"),
    ]
    return [count for count in counts if count.number]


def _counted(number: int, noun: str) -> Count:
    return Count(number, noun if number == 1 else f"{noun}s")


def _distinct(cells: Iterable[Cell]) -> int:
    return len({str(cell) for cell in cells if cell is not None})
