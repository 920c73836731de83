"""deadlines.ics: each event still ahead as one entry that any calendar takes in (RFC 5545).

An entry keeps its UID from day to day, so that a calendar moves the entry when the event
moves, and drops it when the event is called off.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import cast

from icalendar import Calendar, Component, Event

from flows.extracts.characters import displayable
from flows.extracts.extract import Cell, Extract
from flows.extracts.links import web_link

PRODUCT = "-//Dateline//Deadlines//EN"
UID_DOMAIN = "dateline"

CONFIRMED = "CONFIRMED"
STATUS_OF_CERTAINTY = {"firm": CONFIRMED, "cancelled": "CANCELLED"}
NOT_SURE = "TENTATIVE"

ONE_DAY = timedelta(days=1)

# A calendar entry is read in a small window; the page and the CSV hold the rest.
SUMMARY_CHARS_MAX = 200
DESCRIPTION_CHARS_MAX = 2_000


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


def calendar_of(day: date, deadlines: Extract) -> str:
    """Return deadlines.ics for the briefing of the day."""
    calendar = Calendar()
    _fill(calendar, {"prodid": PRODUCT, "version": "2.0", "x-wr-calname": "Deadlines"})
    for record in deadlines.records():
        calendar.add_component(_event(entry_of(day, record)))
    return calendar.to_ical().decode()


def entry_of(day: date, deadline: dict[str, Cell]) -> Entry:
    """Return the calendar entry of one row of the deadlines extract."""
    starts, ends = _period(deadline)
    published_at = deadline["published_at"]
    return Entry(
        uid=f"{deadline['event_id']}@{UID_DOMAIN}",
        sequence=_count(deadline.get("moves")),
        stamp=published_at if isinstance(published_at, datetime) else datetime.combine(day, time()),
        starts=starts,
        ends=ends,
        status=_status(deadline),
        summary=_clipped(deadline["event"], SUMMARY_CHARS_MAX),
        description=_description(deadline),
        url=web_link(deadline["url"]),
    )


def _period(deadline: dict[str, Cell]) -> tuple[date | datetime, date | None]:
    due_at = deadline["due_at"]
    if isinstance(due_at, datetime):
        return due_at.replace(tzinfo=UTC), None
    return cast("date", deadline["due_start"]), cast("date", deadline["due_end"]) + ONE_DAY


def _status(deadline: dict[str, Cell]) -> str:
    """Return what the calendar may promise: a contradicted date is never confirmed."""
    status = STATUS_OF_CERTAINTY.get(str(deadline["certainty"]), NOT_SURE)
    is_contradicted = deadline.get("conflict_id") is not None
    return NOT_SURE if is_contradicted and status == CONFIRMED else status


def _description(deadline: dict[str, Cell]) -> str:
    source = " · ".join(str(deadline[name]) for name in ("headline", "outlet") if deadline[name])
    lines = [deadline["sentence"], source, web_link(deadline["url"])]
    return "\n\n".join(_clipped(line, DESCRIPTION_CHARS_MAX) for line in lines if line)


def _clipped(cell: Cell, chars_max: int) -> str:
    text = displayable(str(cell)).replace("\r\n", "\n").replace("\r", "\n")
    return text if len(text) <= chars_max else text[: chars_max - 1] + "…"


def _count(cell: Cell) -> int:
    return cell if isinstance(cell, int) else 0


def _event(entry: Entry) -> Event:
    event = Event()
    properties = {
        "uid": entry.uid,
        "sequence": entry.sequence,
        "dtstamp": entry.stamp.replace(tzinfo=UTC),
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
    return event


def _fill(component: Component, properties: Mapping[str, object]) -> None:
    for name, value in properties.items():
        if value is not None:
            component.add(name, value)  # pyright: ignore[reportUnknownMemberType] - has no types
