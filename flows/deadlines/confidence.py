"""How often each way to find a row is right on news that no rule was made on.

`python -m tests.deadlines.reading rules` counts, over the rows that somebody judged, how many a
rule found and how many of these were right. A figure here is (right + 1) / (judged + 2), which
keeps a rule with few cases from being certain, times `ON_FRESH_NEWS`: the rules were mended on
these rows, and on fresh ones fewer are right.
"""

from __future__ import annotations

from flows.deadlines.claims import Claim
from flows.records import EventType

ON_FRESH_NEWS = 0.9
CONFIDENCES: dict[str, float] = {
    "fact_box": 0.9,
    "item_after_date": 0.6,
    "rescheduled_to": 0.75,
    "aim_before_date": 0.72,
    "noun_is_on_date": 0.79,
    "noun_after_date": 0.8,
    "scheduled_for": 0.69,
    "infinitive_after_date": 0.6,
    "infinitive_after_term": 0.6,
    "noun_that_will": 0.6,
    "noun_before_date": 0.77,
    "object_of_light_verb": 0.6,
    "verb_before_date": 0.76,
    "verb_after_date": 0.69,
    "lasting": 0.75,
    "hour_alone": 0.4,
    "any_verb_before_date": 0.6,
    "any_verb_after_date": 0.4,
    "any_lasting": 0.4,
    "any_infinitive": 0.4,
    "any_verb_in_a_quote": 0.2,
}
_OF_ANY_VERB = ("verb_before_date", "verb_after_date", "lasting")


def way_of(claim: Claim) -> str:
    """Return how the row was found: its rule, an hour alone, or what verb of no known kind it is.

    Of such verbs "will paint the bridge" is right more often than what somebody says in quotation
    marks, and than an infinitive that nobody plans.
    """
    event, rule = claim.event, claim.rule
    if claim.date.rule == "time_of_day":
        return "hour_alone"
    if rule not in _OF_ANY_VERB or event.event_type is not EventType.OTHER or event.is_noun:
        return rule
    if claim.sentence.is_quoted(event.head):
        return "any_verb_in_a_quote"
    return "any_infinitive" if event.trigger == "to" else f"any_{rule}"
