"""Sentences of news, each with what is ahead in it on Monday, March 2, 2026."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from flows.deadlines.find import deadlines_of
from flows.records import Deadline
from flows.text.blocks import blocks_of

FILES = sorted((Path(__file__).parent / "sentences").glob("*.toml"))
MONDAY = date(2026, 3, 2)


def sentences() -> list[tuple[str, list[str]]]:
    return [
        told
        for file in FILES
        for group in tomllib.loads(file.read_text(encoding="utf-8")).values()
        for told in group.items()
    ]


def shown(deadline: Deadline) -> str:
    first, last = deadline.due_start.isoformat(), deadline.due_end.isoformat()
    days = first if first == last else f"{first}/{last}"
    kind = f"{deadline.event_type} {deadline.certainty}"
    return f"{days} {deadline.relation} {deadline.event_head} {kind}"


def with_either_head(expected: str, found: str) -> str:
    """Return the expected row with the head that was found, where it names two."""
    heads = expected.split()[2].split("/")
    head = found.split()[2]
    return expected.replace("/".join(heads), head) if head in heads else expected


@pytest.mark.parametrize(("text", "expected"), sentences(), ids=lambda told: str(told)[:50])
def test_sentence(text: str, expected: list[str]) -> None:
    found = [shown(row) for row in deadlines_of(text, blocks_of(text), MONDAY)]
    pairs = zip(expected, found, strict=len(expected) == len(found))
    assert found == [with_either_head(one, two) for one, two in pairs] + expected[len(found) :]
