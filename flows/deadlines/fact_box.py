"""Lines of an article's own fact box: "Summit Date: October 31, 2025"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.deadlines.claims import Claim
from flows.deadlines.events import Event, events_in
from flows.deadlines.reading import Tense
from flows.deadlines.sentence import Sentence
from flows.records import Certainty, EventType, Relation

# Labels that say nothing of the event themselves.
_DATE_WORDS = frozenset(
    "date dates day deadline when time next start starts end ends begins".split()
)
_LONGEST_LABEL = 6


def fact_box_claims(sentence: Sentence) -> list[Claim]:
    """Return the claims of a labelled line whose label names the event."""
    words = sentence.words
    colon = next(
        (
            i
            for i in range(sentence.first, min(sentence.last, sentence.first + _LONGEST_LABEL) + 1)
            if words[i].text == ":"
        ),
        None,
    )
    if colon is None or colon == sentence.first:
        return []
    date = sentence.dates[0]
    if (
        date.first_word <= colon
        or date.first is None
        or date.last is None
        or date.granularity is None
    ):
        return []
    events = [e for e in events_in(words, sentence.first, colon - 1)]
    lowered = [words[i].text.lower() for i in range(sentence.first, colon)]
    event = next(
        (e for e in events if words[e.head].text.lower() not in _DATE_WORDS),
        events[0] if events else None,
    )
    if event is None:
        if not _DATE_WORDS.intersection(lowered):
            return []
        event = Event(colon - 1, sentence.first, True, Tense.FUTURE, EventType.OTHER)
    event = Event(
        event.head,
        sentence.first,
        event.is_noun,
        Tense.FUTURE,
        event.event_type,
        Certainty.FIRM,
        event.lemma,
    )
    return [
        Claim(
            sentence, date, event, Relation.ON, date.first, date.last, date.granularity, "fact_box"
        )
    ]
