"""deadlines.ics: each event still ahead as one entry that any calendar takes in (RFC 5545).

An entry keeps its UID from day to day, so that a calendar moves the entry when the event
moves, and drops it when the event is called off.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import cast

from icalendar import Calendar, Component, Event

from flows.extracts.characters import displayable
from flows.extracts.extract import Briefing, Cell, Source
from flows.extracts.links import web_link
from flows.extracts.titles import title_of

PRODUCT = "-//Dateline//Deadlines//EN"
UID_DOMAIN = "dateline"

CONFIRMED = "CONFIRMED"
STATUS_OF_CERTAINTY = {"firm": CONFIRMED, "cancelled": "CANCELLED"}
NOT_SURE = "TENTATIVE"

ONE_DAY = timedelta(days=1)

# A calendar entry is read in a small window; the page and the CSV hold the rest.
SUMMARY_CHARS_MAX = 200
DESCRIPTION_CHARS_MAX = 2_000

# Most entries are the same from day to day, and writing one takes a third of a millisecond:
# so many written ones (of about 1 KB) are kept while a run publishes many days.
ENTRIES_KEPT = 2**15


@dataclass(frozen=True, slots=True)
class Entry:
    """One event as a calendar shows it. `ends` is exclusive; a moment in time has none."""

    uid: str
    sequence: int
    stamp: datetime
    starts: date | datetime
    ends: date | None
    status: str
    summary: str
    description: str
    url: str | None


def calendar_of(briefing: Briefing) -> str:
    """Return deadlines.ics for the day: one entry for each event still ahead."""
    calendar = Calendar()
    _fill(calendar, {"prodid": PRODUCT, "version": "2.0", "x-wr-calname": "Deadlines"})
    head, end, _ = calendar.to_ical().decode().partition("END:VCALENDAR\r\n")
    entries = (
        _entry(deadline, briefing.sources.get(str(deadline["article_id"])))
        for deadline in briefing.records("deadlines")
    )
    return "".join((head, *map(_event_text, entries), end))


def _entry(deadline: dict[str, Cell], source: Source | None) -> Entry:
    starts, ends = _period(deadline)
    return Entry(
        uid=f"{deadline['event_id']}@{UID_DOMAIN}",
        sequence=cast("int", deadline["moves"]),
        stamp=cast("datetime", deadline["published_at"]).replace(tzinfo=UTC),
        starts=starts,
        ends=ends,
        status=_status(deadline),
        summary=_clipped(title_of(deadline), SUMMARY_CHARS_MAX),
        description=_description(deadline["sentence"], source),
        url=web_link(source.url) if source else None,
    )


def _period(deadline: dict[str, Cell]) -> tuple[date | datetime, date | None]:
    due_at = deadline["due_at"]
    if isinstance(due_at, datetime):
        return due_at.replace(tzinfo=UTC), None
    return cast("date", deadline["due_start"]), cast("date", deadline["due_end"]) + ONE_DAY


def _status(deadline: dict[str, Cell]) -> str:
    """Return what the calendar may promise: a contradicted date is never confirmed."""
    status = STATUS_OF_CERTAINTY.get(str(deadline["certainty"]), NOT_SURE)
    return NOT_SURE if deadline["has_conflict"] and status == CONFIRMED else status


def _description(sentence: Cell, source: Source | None) -> str:
    """Return the sentence, then the headline and outlet, then the link, an empty line between."""
    lines = [sentence]
    if source:
        lines.append(" · ".join(part for part in (source.headline, source.outlet) if part))
        lines.append(web_link(source.url))
    return "\n\n".join(_clipped(line, DESCRIPTION_CHARS_MAX) for line in lines if line)


def _clipped(cell: Cell, chars_max: int) -> str:
    text = displayable(str(cell)).replace("\r\n", "\n").replace("\r", "\n")
    return text if len(text) <= chars_max else text[: chars_max - 1] + "…"


@lru_cache(maxsize=ENTRIES_KEPT)
def _event_text(entry: Entry) -> str:
    event = Event()
    properties = {
        "uid": entry.uid,
        "sequence": entry.sequence,
        "dtstamp": entry.stamp,
        "dtstart": entry.starts,
        "dtend": entry.ends,
        "status": entry.status,
        # A deadline takes no time of the day away from whoever has it in the calendar.
        "transp": "TRANSPARENT",
        "summary": entry.summary,
        "description": entry.description,
        "url": entry.url,
    }
    _fill(event, properties)
    return event.to_ical().decode()


def _fill(component: Component, properties: Mapping[str, object]) -> None:
    for name, value in properties.items():
        if value is not None:
            component.add(name, value)  # pyright: ignore[reportUnknownMemberType] - has no types
