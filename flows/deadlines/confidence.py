"""How often each way to find a row is right on news that no rule was made on.

`python -m tests.deadlines.reading rules` counts, over the rows that somebody judged, how many a
rule found and how many of these were right. A figure here is (right + 1) / (judged + 2), which
keeps a rule with few cases from being certain, times `ON_FRESH_NEWS`: the rules were mended on
these rows, and on fresh ones fewer are right.
"""

from __future__ import annotations

from flows.deadlines.claims import Claim
from flows.deadlines.triggers import REPORTING
from flows.records import Certainty, EventType

ON_FRESH_NEWS = 0.9
CONFIDENCES: dict[str, float] = {
    # Nobody judged a row of these three yet; a label's own date is hardly ever another one's.
    "fact_box": 0.9,
    "item_after_date": 0.6,
    "infinitive_after_term": 0.6,
    "rescheduled_to": 0.81,
    "aim_before_date": 0.8,
    "noun_is_on_date": 0.81,
    "noun_after_date": 0.84,
    "scheduled_for": 0.76,
    "infinitive_after_date": 0.75,
    "noun_that_will": 0.68,
    "noun_before_date": 0.84,
    "object_of_light_verb": 0.54,
    "verb_before_date": 0.82,
    "verb_after_date": 0.82,
    "lasting": 0.79,
    "hour_alone": 0.38,
    "past_plan": 0.39,
    "any_verb": 0.65,
    "any_verb_after_date": 0.26,
    "any_verb_in_a_quote": 0.45,
}
_OF_ANY_VERB = ("verb_before_date", "verb_after_date", "lasting")


def way_of(claim: Claim) -> str:
    """Return how the row was found: its rule, or why it is less sure than that.

    "The show starts at 9" tells no day; "at 9 GMT" is an announcement.
    Of verbs of no known kind "will paint the bridge on Friday" is right more often than "on Friday
    they will paint it", and than what somebody says in quotation marks.
    """
    event, rule = claim.event, claim.rule
    if claim.date.rule == "time_of_day" and claim.date.zone is None:
        return "hour_alone"
    if _was_planned(claim):
        return "past_plan"
    if rule not in _OF_ANY_VERB or event.event_type is not EventType.OTHER or event.is_noun:
        return rule
    if claim.sentence.is_quoted(event.head):
        return "any_verb_in_a_quote"
    return "any_verb_after_date" if rule == "verb_after_date" else "any_verb"


def _was_planned(claim: Claim) -> bool:
    """Say whether the plan is told in the past: "was set to speak on Tuesday" may be over."""
    sentence, event = claim.sentence, claim.event
    is_past = sentence.text(event.first - 1) in ("was", "were") and not event.is_noun
    is_sure = event.certainty is Certainty.FIRM or sentence.text(event.first) == "planning"
    if not (is_past and is_sure and claim.date.rule == "weekday"):
        return False
    return all(sentence.text(p) not in REPORTING for p in range(sentence.first, event.first))
