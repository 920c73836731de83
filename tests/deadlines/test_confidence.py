"""A row says how sure it is, by its rule and by what is known of its event."""

from __future__ import annotations

from datetime import date

import pytest

from flows.deadlines.assignment import RULES
from flows.deadlines.confidence import CONFIDENCES
from flows.deadlines.find import deadlines_of
from flows.text.blocks import blocks_of

MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The council will vote on Thursday.", 0.79),
        ("The council will paint the bridge on Thursday.", 0.61),
        ("On Thursday the council will paint the bridge.", 0.28),
        ("“We will paint the bridge on Thursday,” she said.", 0.41),
        ("“We will vote on Thursday,” she said.", 0.79),
        ("The show starts at 9 p.m.", 0.34),
        ("The show starts at 9 p.m. GMT.", 0.79),
        ("Thursday’s vote is close.", 0.83),
    ],
)
def test_a_verb_of_no_known_kind_a_quote_and_an_hour_alone_are_less_sure(
    sentence: str, expected: float
) -> None:
    (found,) = deadlines_of(sentence, blocks_of(sentence), MONDAY)
    assert found.confidence == expected


def test_every_rule_says_how_sure_it_is() -> None:
    assert {rule.__name__ for rule in RULES} | {"lasting", "fact_box"} <= CONFIDENCES.keys()
