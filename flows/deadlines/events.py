"""Words of a sentence that name an event, and where each looks: back, or ahead."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from flows.deadlines import triggers
from flows.deadlines.event import Event
from flows.deadlines.event_nouns import noun_at
from flows.deadlines.event_verbs import finite_verb_at, shifted_at, verb_of_group
from flows.deadlines.event_words import NOUN_TYPES, STRONG_TYPES
from flows.deadlines.reading import Tense
from flows.deadlines.verb_groups import group_at, text_at
from flows.deadlines.word_lists import listed
from flows.deadlines.words import Word
from flows.records import EventType

_WISH_WORDS = 6
# Half of all words: asked first, for it is quick.
_NO_EVENTS = listed("the a of in and or that for on at as by from stop comma other break hyphen")
_AFTERWARDS = frozenset(("after", "since"))
_SET_SOMETHING = listed("off out up aside")
# What is handed in or drawn up is not yet done.
_PAPERS = listed("plan plans proposal proposals")


def events_in(
    words: Sequence[Word], first: int, last: int, dated: Collection[int] = ()
) -> list[Event]:
    """Return the events that the words `first` to `last` name, in order.

    `dated` are the words of date expressions: "the end of the year" ends nothing.
    """
    events: list[Event] = []
    place = first
    while place <= last:
        is_none = words[place].kind in _NO_EVENTS or place in dated
        event = None if is_none else _event_at(words, place, last)
        if event is not None and event.head not in dated and not _only_describes(event, events):
            event = _as_the_verb_before(words, event, events)
            events.append(_negated(words, event))
            place = max(place, event.head)
        place += 1
    return events


def _as_the_verb_before(words: Sequence[Word], event: Event, before: Sequence[Event]) -> Event:
    """Return "airing" of "began airing" with the tense of "began"; what follows "after" is past."""
    text = text_at(words, event.head)
    is_bare = event.first == event.head and not (event.is_noun or event.is_reporting)
    if not is_bare or not text.endswith("ing"):
        return event
    place = event.head - 1
    while text_at(words, place) in triggers.ADVERBS:
        place -= 1
    previous = text_at(words, place)
    if previous in ("was", "were") or (previous == "been" and not _will_have(words, place)):
        return replace(event, tense=Tense.PAST)
    if previous in triggers.BE or previous.endswith(("’re", "'re", "’s", "'s", "’m", "'m")):
        return event
    if previous in triggers.PREPOSITIONS:
        return replace(event, tense=Tense.PAST if previous in _AFTERWARDS else Tense.NONE)
    verb = next((other for other in reversed(before) if not other.is_noun), None)
    # "Laid plans for states holding contests on March 15": these are not held yet.
    is_of_a_noun = verb is not None and verb.tense is Tense.PAST and verb.head != place
    return replace(event, tense=Tense.NONE if verb is None or is_of_a_noun else verb.tense)


def _will_have(words: Sequence[Word], been: int) -> bool:
    """Say whether "been" is of "will have been": "has been raising money" looks back."""
    near = (text_at(words, place) for place in range(been - _WISH_WORDS, been))
    return any(text in triggers.MODALS for text in near)


def _negated(words: Sequence[Word], event: Event) -> Event:
    """Return the event with the "not" before a form of its own: "is also not holding a rally"."""
    before = text_at(words, event.head - 1)
    is_denied = before in triggers.NOT or before.endswith(("n’t", "n't"))
    return replace(event, is_negated=True) if is_denied and not event.is_noun else event


def _only_describes(event: Event, before: Sequence[Event]) -> bool:
    """Say whether a form describes the object of a verb: "recover misused funds".

    So does the infinitive of "must submit plans to recover the funds".
    """
    if not before or before[-1].is_noun:
        return False
    if event.trigger in _PAPERS:
        return before[-1].head == event.first - 1 and before[-1].tense is Tense.FUTURE
    return event.tense is Tense.PAST and before[-1].head == event.head - 1


def _event_at(words: Sequence[Word], place: int, last: int) -> Event | None:
    group = group_at(words, place, last)
    if group is not None:
        return verb_of_group(words, group)
    text = text_at(words, place)
    if not words[place].text[0].islower() and NOUN_TYPES.get(text) not in STRONG_TYPES:
        is_first = place == 0 or words[place - 1].kind in ("stop", "other", "break")
        return noun_at(words, place) if is_first else None
    if text == "effect" and text_at(words, place - 1) == "with":
        return Event(place, place, text, EventType.EFFECTIVE, is_schedule=True)
    if text in triggers.BEFORE_DATE and not _only_qualifies(words, place):
        certainty = triggers.BEFORE_DATE[text]
        kind = EventType.EFFECTIVE if text == "effective" else EventType.OTHER
        return Event(place, place, text, kind, certainty=certainty, is_schedule=True)
    return shifted_at(words, place) or noun_at(words, place) or finite_verb_at(words, place)


def _only_qualifies(words: Sequence[Word], place: int) -> bool:
    """Say whether the word tells no date: "set off a panic", "an effective campaign"."""
    text, following = text_at(words, place), text_at(words, place + 1)
    if text == "effective":
        return place + 1 < len(words) and words[place + 1].kind == "word"
    is_done = following in _SET_SOMETHING or following in triggers.DETERMINERS
    return text == "set" and is_done
