"""The seed article, read as a careful reader reads it: each fact is written out below.

Its text is not ours to ship: spans are told by their first and last words alone.
"""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from flows.findings import findings_of
from flows.records import (
    Basis,
    Block,
    BlockKind,
    Certainty,
    Deadline,
    EventType,
    Findings,
    Granularity,
    PositionType,
    Precision,
    PublishedBasis,
    QuoteType,
    SourceFile,
)
from tests.morning import Dateline

SEED = Path(__file__).resolve().parents[2] / "shared" / "seed" / "000_ad7d09ee9c7d7aab.txt"


@pytest.fixture(scope="module")
def seed() -> Path:
    if not SEED.exists():
        pytest.skip(f"the seed article is not at {SEED}; it is no part of this repository")
    return SEED


@pytest.fixture(scope="module")
def found(seed: Path) -> Findings:
    (findings,) = findings_of(SourceFile(name=seed.name, content=seed.read_bytes())).articles
    return findings


def edges(found: Findings, start: int, end: int, words: int = 2) -> str:
    """Return a span's first and last words, with straight apostrophes."""
    split = found.article.body[start:end].replace("’", "'").strip(" .,;").split()
    return (
        " ".join(split) if len(split) <= words + 1 else f"{split[0]} … {' '.join(split[-words:])}"
    )


def test_metadata_comes_from_the_slug_line_and_the_dateline(found: Findings) -> None:
    article = found.article
    assert article.outlet == "Newslooks"
    assert article.authors == ("J. Mansour",)
    assert article.edition == "Morning Edition"
    assert article.filing_place == "WASHINGTON"
    assert article.dateline_place == "Busan, South Korea"
    assert article.dateline_date == date(2025, 10, 30)
    assert article.published_at == datetime(2025, 10, 30, tzinfo=UTC)
    assert article.published_precision is Precision.DAY
    assert article.published_basis is PublishedBasis.DATELINE
    assert article.language == "en"


def test_headline_and_summary_come_from_the_slug_line(found: Findings) -> None:
    article = found.article
    assert article.headline.startswith("Trump-Xi Summit")
    assert article.headline.endswith("High Stakes")
    assert article.summary is not None
    assert article.summary.startswith("President Donald Trump")
    assert article.summary.endswith("remain unresolved.")


def test_body_holds_neither_headline_nor_labels_nor_boilerplate(found: Findings) -> None:
    body = found.article.body
    for stranger in (found.article.headline, "Quick Look", "Deep Look", "Login", "Newslooks/"):
        assert stranger not in body


def test_section_headings_are_headings(found: Findings) -> None:
    assert [
        edges(found, block.start, block.end, words=1)
        for block in found.article.blocks
        if block.kind is BlockKind.HEADING
    ] == [
        "Recent … Stakes",
        "Trump … Fentanyl",
        "Rare … Loom",
        "Broader … Simmering",
        "Outlook: … Pause?",
    ]


def test_fact_box_gives_six_key_points(found: Findings) -> None:
    assert [point.label.replace("’", "'") for point in found.article.key_points] == [
        "Summit Date",
        "Key Issues",
        "U.S. Goal",
        "China's Request",
        "Trade Tensions",
        "Long-Term Outlook",
    ]


def test_five_issues_are_stated_and_more_are_matched(found: Findings) -> None:
    stated = {issue.issue_id for issue in found.issues if issue.basis is Basis.STATED}
    matched = {issue.issue_id for issue in found.issues if issue.basis is Basis.MATCHED}
    assert stated == {"tariffs", "fentanyl", "rare-earths", "tiktok", "taiwan"}
    assert matched >= {"export-controls", "soybeans", "semiconductors", "security"}


def test_positions_of_the_fact_box_and_of_the_text_are_found(found: Findings) -> None:
    stands = [
        (position.actor, position.position_type, edges(found, position.start, position.end))
        for position in found.positions
    ]
    expected = [
        ("United States", PositionType.GOAL, "Reduced tariffs"),
        ("United States", PositionType.CONDITION, "Chinese … tech imports"),
        ("China", PositionType.REQUEST, "Rollback … U.S. tariffs"),
        ("China", PositionType.REQUEST, "tech export controls"),
        ("China", PositionType.REQUEST, "maritime fees"),
        ("Donald Trump", PositionType.THREAT, "sweeping … Chinese imports"),
        ("China", PositionType.OFFER, "delay … one year"),
        ("China", PositionType.OFFER, "resume … U.S. soybeans"),
    ]
    assert [stand for stand in stands if stand in expected] == expected


def test_condition_hangs_on_its_goal_and_offers_are_voiced(found: Findings) -> None:
    (goal, condition) = found.positions[:2]
    assert (goal.position_type, condition.condition_of) == (PositionType.GOAL, 0)
    voices = [p.voice for p in found.positions if p.position_type is PositionType.OFFER]
    assert voices == ["Scott Bessent", "Scott Bessent"]


def test_eight_spans_in_marks_have_their_speakers(found: Findings) -> None:
    assert [
        (quote.speaker_name, quote.quote_type, edges(found, quote.start, quote.end, words=1))
        for quote in found.quotes
        if quote.quote_type is not QuoteType.INDIRECT
    ] == [
        ("Guo Jiakun", QuoteType.MIXED, "Beijing … summit"),
        ("Scott Kennedy", QuoteType.DIRECT, "We'll … agreement"),
        ("Scott Kennedy", QuoteType.DIRECT, "But … relationship"),
        ("Scott Kennedy", QuoteType.DIRECT, "If … China"),
        ("Alex Gray", QuoteType.DIRECT, "That's … fantasy"),
        ("Alex Gray", QuoteType.DIRECT, "In … them"),
        ("Ryan Hass", QuoteType.DIRECT, "Neither … collapse"),
        ("Ryan Hass", QuoteType.DIRECT, "But … economies"),
    ]


def test_eight_spans_are_five_turns(found: Findings) -> None:
    turns = [quote.turn for quote in found.quotes if quote.quote_type is not QuoteType.INDIRECT]
    assert [turns.count(turn) for turn in dict.fromkeys(turns)] == [1, 2, 1, 2, 2]


def test_speakers_have_role_and_affiliation(found: Findings) -> None:
    roles = {quote.speaker_name: quote.speaker_role for quote in found.quotes}
    bodies = {quote.speaker_name: quote.speaker_affiliation for quote in found.quotes}
    assert roles["Scott Kennedy"] == "senior fellow"
    assert bodies["Scott Kennedy"] == "Center for Strategic and International Studies"
    assert bodies["Ryan Hass"] == "Brookings Institution"
    assert "spokesperson" in (roles["Guo Jiakun"] or "")
    assert "foreign ministry" in f"{roles['Guo Jiakun']} {bodies['Guo Jiakun']}"
    assert "chief of staff" in (roles["Alex Gray"] or "")
    assert "National Security Council" in f"{roles['Alex Gray']} {bodies['Alex Gray']}"


def test_reported_speech_without_marks_is_found(found: Findings) -> None:
    indirect = {
        (quote.speaker_name, edges(found, quote.start, quote.end, words=1))
        for quote in found.quotes
        if quote.quote_type is QuoteType.INDIRECT
    }
    assert indirect >= {
        ("Scott Bessent", "top-level … progress"),
        ("Scott Kennedy", "deeper … untouched"),
        ("Marco Rubio", "the … Taiwan"),
    }
    delays = [
        quote.speaker_name
        for quote in found.quotes
        if "for one year" in found.article.body[quote.start : quote.end]
    ]
    assert delays == ["Scott Bessent"]


def test_no_quote_is_cut_at_an_abbreviation(found: Findings) -> None:
    for quote in found.quotes:
        assert not found.article.body[quote.start : quote.end].endswith("U.S")


def test_a_place_never_speaks(found: Findings) -> None:
    assert {"BUSAN", "Busan", "South Korea"}.isdisjoint(
        {quote.speaker_mention for quote in found.quotes}
    )


def told(deadline: Deadline, found: Findings) -> tuple[str, EventType, date, date]:
    """Return a deadline's words, type and days."""
    words = found.article.body[deadline.start : deadline.end]
    return words, deadline.event_type, deadline.due_start, deadline.due_end


def test_deadlines_are_the_expiry_the_summit_twice_and_the_delay(found: Findings) -> None:
    assert [told(deadline, found) for deadline in found.deadlines][:3] == [
        ("October 31, 2025", EventType.MEETING, date(2025, 10, 31), date(2025, 10, 31)),
        ("Thursday", EventType.MEETING, date(2025, 10, 30), date(2025, 10, 30)),
        ("for one year", EventType.DELAY, date(2026, 10, 30), date(2026, 10, 30)),
    ]


def test_agreements_expire_on_the_tenth_of_november(found: Findings) -> None:
    (expiry,) = (d for d in found.deadlines if d.event_type is EventType.EXPIRY)
    assert (expiry.due_start, expiry.due_end) == (date(2025, 11, 10), date(2025, 11, 10))
    assert expiry.certainty is Certainty.FIRM
    assert expiry.event_head.startswith("expire")


def test_expected_delay_has_the_size_of_a_year_and_its_voice(found: Findings) -> None:
    (delay,) = (d for d in found.deadlines if d.granularity is Granularity.YEAR)
    assert delay.certainty is Certainty.EXPECTED
    assert delay.voice == "Scott Bessent"


def test_both_summit_dates_belong_to_one_event(found: Findings) -> None:
    meetings = [d for d in found.deadlines if d.event_type is EventType.MEETING]
    assert len(meetings) == 2
    assert len({meeting.event_key for meeting in meetings}) == 1


def test_past_days_are_no_deadlines(found: Findings) -> None:
    assert len(found.deadlines) == 4


def test_every_span_lies_in_a_block(found: Findings) -> None:
    blocks = found.article.blocks

    def is_in_a_block(start: int, end: int) -> bool:
        def holds(block: Block) -> bool:
            return block.start <= start < end <= block.end

        return any(holds(block) for block in blocks)

    for finding in (*found.quotes, *found.positions, *found.deadlines):
        assert is_in_a_block(finding.start, finding.end), finding


def test_real_command_publishes_one_conflict_with_both_claims(
    seed: Path, dateline: Dateline, tmp_path: Path
) -> None:
    done = dateline(tmp_path, "run", str(seed), "--as-of", "2025-10-30T12:00:00Z")
    assert done.returncode == 0, done.stderr
    conflicts = tmp_path / "extracts" / "2025-10-30" / "conflicts.csv"
    rows = list(csv.DictReader(conflicts.read_text(encoding="utf-8").splitlines()))
    assert len({row["conflict_id"] for row in rows}) == 1
    assert {row["exact"] for row in rows} == {"October 31, 2025", "Thursday"}
