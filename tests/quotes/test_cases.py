"""Each case file is one behaviour of the quote rules: the text, and every quote in it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from flows.quotes.find import quotes_of
from flows.records import Quote
from flows.text.blocks import blocks_of

CASES = sorted(Path(__file__).with_name("cases").glob("*.toml"))


def row_of(quote: Quote, body: str) -> dict[str, object]:
    """Return a quote as the case files write it; a null is an empty string."""
    return {
        "exact": body[quote.start : quote.end],
        "type": quote.quote_type.value,
        "turn": quote.turn,
        "name": quote.speaker_name or "",
        "mention": quote.speaker_mention or "",
        "role": quote.speaker_role or "",
        "affiliation": quote.speaker_affiliation or "",
        "kind": quote.speaker_kind or "",
        "cue": quote.cue or "",
        "attribution": quote.attribution or "",
        "statement": quote.is_statement,
    }


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_case(file: Path) -> None:
    case = tomllib.loads(file.read_text(encoding="utf-8"))
    body = case["text"].strip()
    found = [row_of(quote, body) for quote in quotes_of(body, blocks_of(body))]
    expected = case["quotes"]
    assert [row["exact"] for row in found] == [row["exact"] for row in expected]
    for row, wanted in zip(found, expected, strict=True):
        assert {key: row[key] for key in wanted} == wanted
