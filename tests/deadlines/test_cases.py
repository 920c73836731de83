"""Each file in `cases` is one behaviour with a near miss."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from flows.deadlines.find import deadlines_of
from flows.records import Deadline
from flows.text.blocks import blocks_of

CASES = sorted((Path(__file__).parent / "cases").glob("*.toml"))


def shown(body: str, deadline: Deadline) -> dict[str, Any]:
    due_at = deadline.due_at
    return {
        "words": body[deadline.start : deadline.end],
        "head": deadline.event_head,
        "first": deadline.due_start,
        "last": deadline.due_end,
        "type": str(deadline.event_type),
        "certainty": str(deadline.certainty),
        "relation": str(deadline.relation),
        "granularity": str(deadline.granularity),
        "actor": deadline.actor,
        "voice": deadline.voice,
        "due_at": due_at.isoformat() if due_at else "",
    }


@pytest.mark.parametrize("part", ["case", "near_miss"])
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, part: str) -> None:
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    told = case if part == "case" else case["near_miss"]
    text, expected = told["text"], told.get("deadlines", [])
    found = [shown(text, one) for one in deadlines_of(text, blocks_of(text), case["anchor"])]
    keys = [set(row) for row in expected] + [{"words", "head"}] * (len(found) - len(expected))
    assert [
        {key: row[key] for key in row if key in wanted}
        for row, wanted in zip(found, keys, strict=True)
    ] == expected, case["why"]
