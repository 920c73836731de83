"""A row says how sure it is, by its rule and by what is known of its event."""

from __future__ import annotations

from datetime import date

import pytest

from flows.deadlines.find import deadlines_of
from flows.text.blocks import blocks_of

MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The council will vote on Thursday.", 0.76),
        ("The council will paint the bridge on Thursday.", 0.6),
        ("Thursday’s vote is close.", 0.8),
    ],
)
def test_a_verb_of_no_known_kind_is_less_sure(sentence: str, expected: float) -> None:
    (found,) = deadlines_of(sentence, blocks_of(sentence), MONDAY)
    assert found.confidence == expected
