"""The kind of article that desks drop into the inbox: its fact box states its issues."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.issues.find import issues_of
from tests.issues.drafts import Draft, draft_of

SEED = Path(__file__).parents[3] / "shared" / "seed" / "000_ad7d09ee9c7d7aab.txt"


@pytest.fixture
def seed() -> Draft:
    if not SEED.exists():
        pytest.skip("the seed article lies outside the project")
    lines = SEED.read_text(encoding="utf-8").split("\n")[2:]
    return draft_of("\n".join("* " + line[2:] if line[:2] == "- " else line for line in lines))


def test_the_seed_states_its_five_issues(seed: Draft) -> None:
    issues = issues_of("", seed.body, seed.blocks, seed.key_points)
    stated = {
        issue.issue_id: seed.body[issue.start : issue.end]
        for issue in issues
        if issue.basis == "stated" and issue.start is not None
    }
    assert stated == {
        "tariffs": "Tariffs",
        "fentanyl": "fentanyl precursors",
        "rare-earths": "rare earth minerals",
        "tiktok": "TikTok ownership",
        "taiwan": "Taiwan",
    }


def test_the_seed_touches_four_more(seed: Draft) -> None:
    found = {issue.issue_id for issue in issues_of("", seed.body, seed.blocks, seed.key_points)}
    assert {"export-controls", "soybeans", "semiconductors", "security"} <= found
