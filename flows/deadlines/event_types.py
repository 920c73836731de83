"""What kind of event a claim tells, where its verb alone does not say."""

from __future__ import annotations

from flows.deadlines.assignment import Surroundings
from flows.deadlines.event_words import LIGHT_VERBS, STRONG_TYPES
from flows.deadlines.events import Event
from flows.deadlines.word_lists import listed
from flows.records import EventType, Relation

# Verbs that any event can have: "the trial begins", "the vote takes place".
_ANY_EVENT = LIGHT_VERBS | listed(
    """
    begin start open end resume conclude complete take occur come continue place adjourn win halt
    receive put go
    """
)
_DUTIES = listed(
    """
    must ordered order orders required obliged told asked urged promised promises promise pledged
    pledges agreed agree agrees deadline instructed directed forced
    """
)
_AIMS = listed("aims aim aimed aiming goal target wants want wanted seeks committed")
_BY = (Relation.BY, Relation.BEFORE, Relation.WITHIN, Relation.UNTIL)
# How far from its verb a noun still says what happens.
_NEAR = 10


def type_of_claim(around: Surroundings, event: Event, relation: Relation) -> EventType:
    """Return a hearing for "the trial begins", a duty for "must … by Friday"."""
    if not event.is_noun and (event.lemma in _ANY_EVENT or event.event_type is EventType.OTHER):
        noun = _event_noun_near(around, event)
        if noun is not None:
            return noun.event_type
    if relation in _BY and event.trigger in _AIMS:
        return EventType.TARGET
    if relation in _BY and event.trigger in _DUTIES and event.event_type is EventType.OTHER:
        return EventType.DUE
    return event.event_type


def _event_noun_near(around: Surroundings, event: Event) -> Event | None:
    """Return the vote, hearing or meeting that stands next to the verb."""
    nouns = [
        other
        for other in around.sentence.events
        if other.is_noun
        and other.event_type in STRONG_TYPES
        and abs(other.head - event.head) <= _NEAR
        and other.head < around.date.first_word
    ]
    return min(nouns, key=lambda noun: abs(noun.head - event.head), default=None)
