"""Which event of a sentence a date belongs to.

The rules stand in `RULES` in order; the first that finds an event wins, and its name is kept.
"""

from __future__ import annotations

from collections.abc import Callable

from flows.deadlines.describing import describes_a_noun
from flows.deadlines.event import Event
from flows.deadlines.rules_of_nouns import (
    aim_before_date,
    item_after_date,
    noun_after_date,
    noun_before_date,
    noun_is_on_date,
    noun_that_will,
    object_of_light_verb,
    scheduled_for,
)
from flows.deadlines.rules_of_verbs import (
    infinitive_after_date,
    infinitive_after_term,
    rescheduled_to,
    verb_after_date,
    verb_before_date,
)
from flows.deadlines.surroundings import Surroundings

RULES: tuple[Callable[[Surroundings], Event | None], ...] = (
    item_after_date,
    noun_after_date,
    rescheduled_to,
    aim_before_date,
    noun_is_on_date,
    scheduled_for,
    infinitive_after_date,
    infinitive_after_term,
    noun_that_will,
    noun_before_date,
    object_of_light_verb,
    verb_before_date,
    verb_after_date,
)

# "Friday's hearing was postponed to Monday": of what is moved the noun is read as well.
RULES_OF_A_NOUN = (noun_after_date,)


def event_for(around: Surroundings) -> tuple[Event, str] | None:
    """Return the event that the date belongs to and the rule that says so; None if no rule does."""
    is_of_a_noun = describes_a_noun(around.sentence, around.date)
    if is_of_a_noun and around.sentence.text(around.date.first_word - 1) in ("that", "those"):
        # "In that October speech": it was told before.
        return None
    for rule in RULES_OF_A_NOUN if is_of_a_noun else RULES:
        event = rule(around)
        if event is not None:
            return event, rule.__name__
    return None
