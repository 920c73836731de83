"""The stands that a careful reader takes from the seed article."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.positions.find import positions_of
from tests.issues.drafts import DAY, draft_of

SEED = Path(__file__).parents[3] / "shared" / "seed" / "000_ad7d09ee9c7d7aab.txt"


def test_the_seed_has_its_positions_and_nothing_absurd() -> None:
    if not SEED.exists():
        pytest.skip("the seed article lies outside the project")
    _, _, text = SEED.read_text(encoding="utf-8").partition("Quick Look\n")
    marked = ["* " + line[2:] if line[:2] == "- " else line for line in text.split("\n")]
    # Headings, which a reader of files marks as such, have no full stop.
    draft = draft_of("\n".join(line for line in marked if "." in line or line[:2] == "* "))
    positions = positions_of(draft.body, draft.blocks, draft.key_points, DAY)
    found = [
        (position.actor, position.position_type.value, position.voice) for position in positions
    ]
    assert found == [
        ("United States", "goal", None),
        ("United States", "condition", None),
        ("China", "request", None),
        ("China", "request", None),
        ("China", "request", None),
        ("China", "goal", None),
        ("Donald Trump", "threat", None),
        ("China", "offer", "Scott Bessent"),
        ("China", "offer", "Scott Bessent"),
        ("China", "goal", "Guo Jiakun"),
    ]
    assert positions[1].condition_of == 0
