"""The stands that a careful reader takes from the seed article."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.issues.find import issues_of
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
    issues = issues_of("", draft.body, draft.blocks, draft.key_points)
    positions = positions_of(draft.body, draft.blocks, draft.key_points, issues, DAY)
    found = [
        (position.actor, position.position_type.value, position.issue_id, position.voice)
        for position in positions
    ]
    assert found == [
        ("United States", "goal", "tariffs", None),
        ("United States", "condition", "fentanyl", None),
        ("China", "request", "tariffs", None),
        ("China", "request", "export-controls", None),
        ("China", "request", "port-fees", None),
        ("China", "goal", "rare-earths", None),
        ("Donald Trump", "threat", "tariffs", None),
        ("China", "offer", "rare-earths", "Scott Bessent"),
        ("China", "offer", "soybeans", "Scott Bessent"),
        ("China", "goal", None, "Guo Jiakun"),
    ]
    assert positions[1].condition_of == 0
