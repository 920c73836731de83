"""A row says how it was found, and by that how sure it is."""

from __future__ import annotations

from datetime import date

import pytest

from flows.deadlines.assignment import RULES
from flows.deadlines.confidence import CONFIDENCES
from flows.deadlines.find import deadlines_of
from flows.text.blocks import blocks_of

MONDAY = date(2026, 3, 2)
WAYS = {
    "The council will vote on Thursday.": "verb_before_date",
    "“We will vote on Thursday,” she said.": "verb_before_date",
    "Thursday’s vote is close.": "noun_after_date",
    "The council will paint the bridge on Thursday.": "any_verb",
    "On Thursday the council will paint the bridge.": "any_verb_after_date",
    "“We will paint the bridge on Thursday,” she said.": "any_verb_in_a_quote",
    "“It is old,” she said; they will paint the bridge on Thursday.": "any_verb",
    "The show starts at 9 p.m.": "hour_alone",
    "The show starts at 9 p.m. GMT.": "verb_before_date",
    "The mayor was due to speak to the council on Thursday.": "past_plan",
    "The mayor said he was due to speak to the council on Thursday.": "verb_before_date",
    "The mayor was expected to speak to the council on Thursday.": "verb_before_date",
}


@pytest.mark.parametrize("sentence", WAYS)
def test_a_row_says_how_it_was_found(sentence: str) -> None:
    (found,) = deadlines_of(sentence, blocks_of(sentence), MONDAY)
    assert found.rule == WAYS[sentence]
    assert found.confidence == CONFIDENCES[found.rule]


def test_an_hour_alone_a_past_plan_and_the_verbs_of_a_quote_are_likelier_wrong_than_right() -> None:
    assert {way for way, confidence in CONFIDENCES.items() if confidence < 1 / 2} == {
        "hour_alone",
        "past_plan",
        "any_verb_after_date",
        "any_verb_in_a_quote",
    }


def test_every_rule_says_how_sure_it_is() -> None:
    assert {rule.__name__ for rule in RULES} | {"lasting", "fact_box"} <= CONFIDENCES.keys()
