"""Each case file is one behaviour of the position rules."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from flows.positions.find import positions_of
from tests.issues.drafts import DAY, draft_of

CASES = sorted(Path(__file__).with_name("cases").glob("*.toml"))


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_case(file: Path) -> None:
    case = tomllib.loads(file.read_text(encoding="utf-8"))
    draft = draft_of(case["text"])
    positions = positions_of(draft.body, draft.blocks, draft.key_points, DAY)
    found = [
        {
            "actor": position.actor,
            "type": position.position_type.value,
            "says": draft.body[position.start : position.end],
            "voice": position.voice,
            "of": position.condition_of,
            "side": position.side,
            "is_claim": position.is_claim,
        }
        for position in positions
    ]
    expected = [{"voice": None, "of": None} | row for row in case["positions"]]
    assert len(found) == len(expected), found
    # The side, and whose word it is, are compared where a case is about them.
    for stand, row in zip(found, expected, strict=True):
        assert {key: stand[key] for key in row} == row
