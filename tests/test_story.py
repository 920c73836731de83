"""Four invented days through the real command: what the briefing says of them, day by day."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.morning import Dateline

MONDAY, TUESDAY, WEDNESDAY, THURSDAY = "2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05"


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
    summit = changes(morning, THURSDAY, "summit planned", within="entity")
    strike = changes(morning, THURSDAY, "strike planned", within="entity")
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
