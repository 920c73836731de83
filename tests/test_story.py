"""Four invented days through the real command: what the briefing says of them, day by day."""

from __future__ import annotations

import csv
import json
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
import vobject  # pyright: ignore[reportMissingTypeStubs] - it has none

from tests.samples.story import deadline_changes

if TYPE_CHECKING:
    from tests.morning import Dateline

MONDAY, TUESDAY, WEDNESDAY, THURSDAY = "2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05"


DAYS = (MONDAY, TUESDAY, WEDNESDAY, THURSDAY)
# What each day's briefing says of deadlines, written out: `python -m tests.samples.story DATA_DIR`
# writes it anew from a data folder, to be read before it is committed.
STORY = Path(__file__).parent / "samples" / "story"


@pytest.mark.parametrize("day", DAYS)
def test_the_changes_of_the_day_are_those_written_out(morning: Path, day: str) -> None:
    told = list(csv.DictReader((STORY / day / "changes.csv").read_text("utf-8").splitlines()))
    assert deadline_changes(rows_of(morning, day, "changes")) == told


@pytest.mark.parametrize("day", DAYS)
def test_the_calendar_of_the_day_is_the_one_written_out(morning: Path, day: str) -> None:
    found = (morning / "extracts" / day / "deadlines.ics").read_bytes()
    assert found.split(b"\r\n") == (STORY / day / "deadlines.ics").read_bytes().split(b"\r\n")


def entries_of(morning: Path, day: str) -> dict[str, Any]:
    """Return the calendar's entries by UID, as another parser reads them."""
    text = (morning / "extracts" / day / "deadlines.ics").read_bytes().decode()
    found = cast("Any", vobject).readOne(text).vevent_list
    entries = {entry.uid.value: entry for entry in found}
    assert len(entries) == len(found)
    return entries


def test_no_number_of_an_entry_ever_falls_and_no_date_moves_without_a_higher_one(
    morning: Path,
) -> None:
    for before, after in pairwise(entries_of(morning, day) for day in DAYS):
        for uid in before.keys() & after.keys():
            old, new = int(before[uid].sequence.value), int(after[uid].sequence.value)
            is_moved = before[uid].dtstart.value != after[uid].dtstart.value
            assert new > old if is_moved else new >= old


def test_nothing_in_a_calendar_is_over(morning: Path) -> None:
    for day in DAYS:
        for entry in entries_of(morning, day).values():
            ends = entry.dtend.value if hasattr(entry, "dtend") else entry.dtstart.value.date()
            assert ends >= date.fromisoformat(day)


def test_the_accord_is_one_entry_that_is_moved_and_then_cancelled(morning: Path) -> None:
    (uid,) = {
        uid
        for uid, entry in entries_of(morning, MONDAY).items()
        if "accord" in entry.summary.value.lower()
    }
    told = [entries_of(morning, day)[uid] for day in DAYS]
    assert [(str(e.dtstart.value), e.sequence.value, e.status.value) for e in told] == [
        ("2026-03-10", "0", "CONFIRMED"),
        ("2026-03-24", "1", "CONFIRMED"),
        ("2026-03-24", "1", "CONFIRMED"),
        ("2026-03-24", "2", "CANCELLED"),
    ]


def test_an_entry_holds_the_sentence_and_the_article(morning: Path) -> None:
    summits = [
        entry.description.value
        for entry in entries_of(morning, WEDNESDAY).values()
        if "summit in Lindholm" in entry.summary.value
    ]
    (summit,) = summits
    assert "President Pavel Orsic of Arvenia will hold a summit in Lindholm" in summit
    assert "Lantern Daily" in summit


def rows_of(morning: Path, day: str, name: str) -> list[dict[str, str]]:
    path = morning / "extracts" / day / f"{name}.csv"
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def changes(
    morning: Path, day: str, words: str, *, within: str = "sentence"
) -> list[tuple[str, str, str]]:
    """Return how deadlines changed whose sentence (or `entity`) has these words."""
    return [
        (row["change"], row["old_value"], row["new_value"])
        for row in rows_of(morning, day, "changes")
        if row["entity_type"] == "deadline"
        if words in row[within]
    ]


def answer(dateline: Dateline, morning: Path, query: str) -> list[dict[str, object]]:
    done = dateline(morning, "sql", query, "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_monday_the_accord_expires_on_the_tenth(morning: Path) -> None:
    assert ("new", "", "2026-03-10") in changes(morning, MONDAY, "transit accord")


def test_tuesday_the_same_expiry_has_moved_to_the_twenty_fourth(morning: Path) -> None:
    assert changes(morning, TUESDAY, "March 24, 2026") == [("moved", "2026-03-10", "2026-03-24")]


def test_wednesday_two_outlets_give_two_dates_for_one_summit(morning: Path) -> None:
    rows = [row for row in rows_of(morning, WEDNESDAY, "conflicts") if "summit" in row["sentence"]]
    assert {row["exact"] for row in rows} == {"March 17", "18 March"}
    assert len({row["article_id"] for row in rows}) == 2
    assert len({row["conflict_id"] for row in rows}) == 1


def test_thursday_the_summit_and_the_strike_are_withdrawn(morning: Path) -> None:
    summit = changes(morning, THURSDAY, "The Lindholm summit", within="entity")
    strike = changes(morning, THURSDAY, "The rail strike", within="entity")
    assert [change for change, _, _ in summit] == ["withdrawn"]
    assert ("withdrawn", "2026-03-16", "") in strike


def test_corrected_page_is_revision_two_and_is_told_as_corrected(morning: Path) -> None:
    corrected = [
        (row["entity"], row["old_value"], row["new_value"])
        for row in rows_of(morning, WEDNESDAY, "changes")
        if row["change"] == "corrected"
    ]
    paragraph = (
        "The authority gave the operator, Norrkraft, until {} to submit a repair plan. If the plan"
        " is late, the authority will impose a fine of {} crowns a day."
    )
    assert corrected == [
        (
            "Calder Bay reactor may restart in autumn, regulator says",
            paragraph.format("April 30", "200,000"),
            paragraph.format("April 3", "20,000"),
        )
    ]


def test_near_copy_points_at_the_agencys_original(dateline: Dateline, morning: Path) -> None:
    query = (
        "select copy.outlet as outlet, original.outlet as original"
        " from articles as copy inner join articles as original"
        " on copy.copy_of = original.article_id"
    )
    copies = answer(dateline, morning, query)
    assert copies == [{"outlet": "Harbour Gazette", "original": "Meridian Wire"}]


def test_one_sentence_of_the_prime_minister_is_quoted_by_two_outlets(morning: Path) -> None:
    quoted = [
        row
        for row in rows_of(morning, WEDNESDAY, "quotes")
        if row["exact"].startswith("I am going to Lindholm")
    ]
    assert [row["speaker_name"] for row in quoted] == ["Ingrid Askel", "Ingrid Askel"]
    assert len({row["article_id"] for row in quoted}) == 2


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("quotes", "exact"),
        ("deadlines", "expression"),
        ("positions", "exact"),
        ("key_points", "text"),
    ],
)
def test_every_row_slices_back_in_sql(
    dateline: Dateline, morning: Path, table: str, words: str
) -> None:
    query = (
        f'select count(*) as n, count(*) filter (body["start" + 1 : "end"] = {words}) as right'  # noqa: S608 # our own names
        f" from {table} inner join articles using (article_id)"
    )
    (count,) = answer(dateline, morning, query)
    assert count["n"] == count["right"] != 0
