"""How often each rule is right.

Measured on 326 annotated sentences of news: of n rows that a rule found, k had
the right date and event; the confidence is (k + 1) / (n + 2), which keeps a rule with few cases
from being certain.
"""

from __future__ import annotations

CONFIDENCES: dict[str, float] = {
    "fact_box": 0.9,
    "item_after_date": 0.67,
    "rescheduled_to": 0.83,
    "aim_before_date": 0.8,
    "noun_is_on_date": 0.88,
    "noun_after_date": 0.85,
    "scheduled_for": 0.63,
    "infinitive_after_date": 0.67,
    "infinitive_after_term": 0.67,
    "noun_that_will": 0.67,
    "noun_before_date": 0.91,
    "object_of_light_verb": 0.67,
    "verb_before_date": 0.92,
    "verb_after_date": 0.5,
    "lasting": 0.88,
}
