"""deadlines.ics, read back by vobject, a parser that did not write it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, cast

import pytest
import vobject  # pyright: ignore[reportMissingTypeStubs] - it has none
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.extracts.calendar import calendar_of
from flows.extracts.extract import Briefing, Cell
from tests.extracts.invented_day import BRIEFING, HARBOUR

LINE_BYTES_MAX = 75


def briefing_with(**cells: Cell) -> Briefing:
    """Return the invented morning with these cells in its second deadline, and no other."""
    table = BRIEFING.extracts["deadlines"]
    row = tuple((table.records()[1] | cells).values())
    return replace(
        BRIEFING, extracts={**BRIEFING.extracts, "deadlines": replace(table, rows=(row,))}
    )


def events(briefing: Briefing = BRIEFING) -> list[Any]:
    return cast("Any", vobject).readOne(calendar_of(briefing)).vevent_list


def only_event(**cells: Cell) -> Any:  # noqa: ANN401 - vobject builds its attributes as it reads
    (event,) = events(briefing_with(**cells))
    return event


def test_each_event_still_ahead_is_one_entry() -> None:
    assert [(event.uid.value, event.summary.value) for event in events()] == [
        ("e1@dateline", "vote on the winter price cap"),
        ("e2@dateline", "drivers walk out"),
        ("e3@dateline", "interim pay pact expires"),
        ("e4@dateline", "battery levy takes effect"),
    ]


def test_a_day_is_an_all_day_entry_that_ends_before_the_next_day() -> None:
    event = only_event()
    assert (event.dtstart.value, event.dtend.value) == (date(2026, 3, 16), date(2026, 3, 17))


def test_a_quarter_ends_on_the_first_day_after_it() -> None:
    event = only_event(due_start=date(2026, 4, 1), due_end=date(2026, 6, 30))
    assert (event.dtstart.value, event.dtend.value) == (date(2026, 4, 1), date(2026, 7, 1))


def test_a_time_of_day_is_a_moment_in_utc() -> None:
    event = only_event(due_at=datetime.fromisoformat("2026-03-16T14:00"))
    assert event.dtstart.value == datetime(2026, 3, 16, 14, tzinfo=UTC)
    assert not hasattr(event, "dtend")


@pytest.mark.parametrize(
    ("certainty", "has_conflict", "status"),
    [
        ("firm", False, "CONFIRMED"),
        ("firm", True, "TENTATIVE"),
        ("expected", False, "TENTATIVE"),
        ("threatened", False, "TENTATIVE"),
        ("cancelled", False, "CANCELLED"),
        ("cancelled", True, "CANCELLED"),
    ],
)
def test_the_status_promises_no_more_than_the_sources(
    certainty: str,
    has_conflict: bool,  # noqa: FBT001 - a cell's value
    status: str,
) -> None:
    assert only_event(certainty=certainty, has_conflict=has_conflict).status.value == status


def test_the_sequence_rises_with_every_move() -> None:
    assert [event.sequence.value for event in events()] == ["0", "0", "1", "2"]


def test_the_stamp_is_the_articles_publication_and_never_the_clock() -> None:
    assert only_event().dtstamp.value == datetime(2026, 3, 5, 6, 30, tzinfo=UTC)
    assert calendar_of(BRIEFING) == calendar_of(BRIEFING)


def test_the_description_is_the_sentence_with_its_article() -> None:
    event = only_event()
    assert event.description.value == (
        "Drivers will walk out on Monday, March 16, unless the harbour signs the rota.\n\n"
        "Ferry drivers and Lund Harbour agree to keep talking · Sound Courier\n\n"
        "https://courier.example/harbour-talks"
    )
    assert event.url.value == "https://courier.example/harbour-talks"


def test_a_deadline_blocks_no_time_of_the_day() -> None:
    assert only_event().transp.value == "TRANSPARENT"


def test_hostile_text_stays_inside_its_property() -> None:
    event = only_event(
        event="talks; with, commas\\and\r\nBEGIN:VALARM\rEND:VEVENT\x00",
        sentence="x" * 10_000,
    )
    assert event.summary.value == "talks; with, commas\\and\nBEGIN:VALARM\nEND:VEVENT␀"
    assert len(event.description.value) < 2_200


@settings(deadline=None)
@given(st.text())
def test_no_text_breaks_out_of_its_entry(text: str) -> None:
    event = only_event(event=f"talks {text}", sentence=f"He said {text}")
    assert event.uid.value == "e2@dateline"
    assert event.summary.value.startswith("talks")
    assert event.dtstart.value == date(2026, 3, 16)


def test_a_link_that_leads_nowhere_on_the_web_is_left_out() -> None:
    source = replace(HARBOUR, url="javascript:alert(1)")
    briefing = replace(briefing_with(), sources={"a1f0": source})
    (event,) = events(briefing)
    assert not hasattr(event, "url")
    assert "javascript" not in event.description.value


def test_lines_are_folded_at_75_bytes_and_end_in_crlf() -> None:
    text = calendar_of(briefing_with(sentence="Ørsted växer på Öland. " * 20))
    lines = text.split("\r\n")
    assert "\n" not in "".join(lines)
    assert max(len(line.encode()) for line in lines) <= LINE_BYTES_MAX
