"""The shipped samples, read as a careful reader reads them: `samples/expected.toml` says what."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from flows.findings import findings_of
from flows.records import BlockKind, Certainty, Deadline, Findings, QuoteType, SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _pytest.mark.structures import ParameterSet

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "samples"
EXPECTED = Path(__file__).parent / "samples" / "expected.toml"
READABLE = sorted(path for path in SAMPLES.glob("2026-*/*") if path.is_file())


@dataclass(frozen=True, slots=True)
class Expected:
    """What one article must give; `missed` lists the facts that are not read right today."""

    file: str
    outlet: str
    published: str
    number: int = 0
    quotes: list[list[str]] = field(default_factory=list[list[str]])
    indirect: list[list[str]] = field(default_factory=list[list[str]])
    deadlines: list[list[str]] = field(default_factory=list[list[str]])
    cancelled: list[list[str]] = field(default_factory=list[list[str]])
    no_deadlines: list[str] = field(default_factory=list[str])
    positions: list[list[str]] = field(default_factory=list[list[str]])
    missed: list[str] = field(default_factory=list[str])

    @property
    def metadata(self) -> list[list[str]]:
        return [[self.outlet, self.published]]

    @property
    def name(self) -> str:
        return f"{self.file}#{self.number}"


def expectations() -> list[Expected]:
    written: dict[str, Any] = tomllib.loads(EXPECTED.read_text(encoding="utf-8"))
    return [Expected(**article) for article in written["article"]]


NAMES = {
    "metadata": "expected, outlet, published",
    "quotes": "expected, speaker, words",
    "indirect": "expected, speaker, words",
    "deadlines": "expected, passage, due, types",
    "cancelled": "expected, passage, due, types",
    "no_deadlines": "expected, passage",
    "positions": "expected, actor, kind, passage",
}
NOT_YET = pytest.mark.xfail(reason="not read right yet")


def facts(kind: str) -> pytest.MarkDecorator:
    """Parametrize over every fact of one kind; a fact that is missed today must fail."""
    parameters: list[ParameterSet] = []
    for expected in expectations():
        for written in getattr(expected, kind):
            fact: list[str] = [written] if isinstance(written, str) else written
            name = f"{expected.name}-{' '.join(fact)}"
            marks = [NOT_YET] if set(expected.missed) & set(fact) else []
            parameters.append(pytest.param(expected, *fact, id=name, marks=marks))
    return pytest.mark.parametrize(NAMES[kind], parameters)


@cache
def findings_in(path: Path) -> list[Findings]:
    name = str(path.relative_to(SAMPLES))
    return list(findings_of(SourceFile(name=name, content=path.read_bytes())).articles)


def found_for(expected: Expected) -> Findings:
    return findings_in(SAMPLES / expected.file)[expected.number]


def place_of(passage: str, found: Findings) -> tuple[int, int]:
    start = found.article.body.find(passage)
    assert start >= 0, f"{passage!r} is not in the body"
    return start, start + len(passage)


EVERY_ARTICLE = pytest.mark.parametrize("expected", expectations(), ids=lambda item: item.name)


@facts("metadata")
def test_metadata(expected: Expected, outlet: str, published: str) -> None:
    article = found_for(expected).article
    assert article.outlet == outlet
    assert f"{article.published_at:%Y-%m-%dT%H:%M}" == published
    assert (article.language or "").startswith("en")


@facts("quotes")
def test_who_said_what(expected: Expected, speaker: str, words: str) -> None:
    found = found_for(expected)
    start, end = place_of(words, found)
    speakers = [
        quote.speaker_name or ""
        for quote in found.quotes
        if quote.start <= start and end <= quote.end
        if quote.quote_type is not QuoteType.INDIRECT
    ]
    assert speakers == [speaker]


@EVERY_ARTICLE
def test_nothing_else_is_quoted(expected: Expected) -> None:
    if not expected.quotes:
        pytest.skip("another revision of this article is expected in full")
    found = found_for(expected)
    places = [place_of(words, found) for _, words in expected.quotes]
    for quote in found.quotes:
        if quote.quote_type is not QuoteType.INDIRECT:
            assert any(quote.start < end and start < quote.end for start, end in places), (
                found.article.body[quote.start : quote.end]
            )


@EVERY_ARTICLE
def test_no_heading_and_no_outlet_speaks(expected: Expected) -> None:
    found = found_for(expected)
    headings = {
        found.article.body[block.start : block.end]
        for block in found.article.blocks
        if block.kind is BlockKind.HEADING
    }
    assert headings.isdisjoint({quote.speaker_name for quote in found.quotes})
    assert expected.outlet not in {quote.speaker_name for quote in found.quotes}


@facts("indirect")
def test_who_was_reported_to_say_what(expected: Expected, speaker: str, words: str) -> None:
    found = found_for(expected)
    start, end = place_of(words, found)
    speakers = {
        quote.speaker_name for quote in found.quotes if quote.start < end and start < quote.end
    }
    assert speakers == {speaker}


def told_at(passage: str, found: Findings) -> Deadline:
    """Return the one deadline whose date is told in this passage."""
    start, end = place_of(passage, found)
    (row,) = [row for row in found.deadlines if start <= row.start and row.end <= end]
    return row


def check_deadline(row: Deadline, due: str, types: str) -> None:
    first, _, last = due.rpartition("..")
    assert str(row.due_end) == last
    # "..day": what falls due within a time has no first day that is worth a test
    if not due.startswith(".."):
        assert str(row.due_start) == (first or last)
    assert row.event_type in types.split()


@facts("deadlines")
def test_what_falls_due(expected: Expected, passage: str, due: str, types: str) -> None:
    row = told_at(passage, found_for(expected))
    check_deadline(row, due, types)
    assert row.certainty is not Certainty.CANCELLED


@facts("cancelled")
def test_what_is_called_off(expected: Expected, passage: str, due: str, types: str) -> None:
    row = told_at(passage, found_for(expected))
    check_deadline(row, due, types)
    assert row.certainty is Certainty.CANCELLED


@facts("no_deadlines")
def test_what_falls_due_for_nobody(expected: Expected, passage: str) -> None:
    found = found_for(expected)
    start, end = place_of(passage, found)
    rows = [row for row in found.deadlines if start <= row.start < end]
    assert [row.event for row in rows if row.certainty is not Certainty.CANCELLED] == []


@facts("positions")
def test_who_wants_what(expected: Expected, actor: str, kind: str, passage: str) -> None:
    found = found_for(expected)
    start, end = place_of(passage, found)
    stands = {
        (stand.actor, str(stand.position_type))
        for stand in found.positions
        if stand.start < end and start < stand.end
    }
    assert (actor, kind) in stands


@pytest.mark.parametrize("path", READABLE, ids=lambda path: path.name)
def test_every_span_slices_back(path: Path) -> None:
    for found in findings_in(path):
        body = found.article.body
        for point in found.article.key_points:
            assert body[point.start : point.end] == point.text
        for start, end in spans_of(found):
            assert 0 <= start < end <= len(body)
            assert body[start:end] == body[start:end].strip()


def spans_of(found: Findings) -> Iterable[tuple[int, int]]:
    for row in (*found.article.blocks, *found.positions, *found.quotes, *found.deadlines):
        yield row.start, row.end
    for quote in found.quotes:
        if quote.speaker_start is not None and quote.speaker_end is not None:
            yield quote.speaker_start, quote.speaker_end
            mention = found.article.body[quote.speaker_start : quote.speaker_end]
            assert mention == quote.speaker_mention
        if quote.cue_start is not None and quote.cue_end is not None:
            yield quote.cue_start, quote.cue_end
            assert found.article.body[quote.cue_start : quote.cue_end] == quote.cue
    for deadline in found.deadlines:
        yield deadline.event_start, deadline.event_end
        assert found.article.body[deadline.event_start : deadline.event_end] == deadline.event
    for issue in found.issues:
        if issue.start is not None and issue.end is not None:
            yield issue.start, issue.end


def test_every_sample_is_expected() -> None:
    duplicates = {"2026-03-04/meridian-grain-accord-resent.txt"}
    files = {str(path.relative_to(SAMPLES)) for path in READABLE}
    assert files - duplicates == {expected.file for expected in expectations()}


def test_resent_file_is_the_same_article() -> None:
    sent = SAMPLES / "2026-03-02" / "meridian-grain-accord.txt"
    resent = SAMPLES / "2026-03-04" / "meridian-grain-accord-resent.txt"
    assert sent.read_bytes() == resent.read_bytes()


def test_corrected_page_is_the_same_article_with_other_words() -> None:
    (first,) = findings_in(SAMPLES / "2026-03-03" / "harbour-calder-bay.html")
    (second,) = findings_in(SAMPLES / "2026-03-04" / "harbour-calder-bay.html")
    assert first.article.article_id == second.article.article_id
    assert first.article.content_sha256 != second.article.content_sha256


@pytest.mark.parametrize(
    ("name", "reason_code"), [("cut-off.json", "broken_json"), ("undated-memo.txt", "no_date")]
)
def test_unreadable_sample_is_rejected_with_a_reason(name: str, reason_code: str) -> None:
    path = SAMPLES / "unreadable" / name
    found = findings_of(SourceFile(name=name, content=path.read_bytes()))
    assert found.articles == ()
    assert [problem.reason_code for problem in found.problems] == [reason_code]
    assert found.problems[0].reason.endswith(".")
