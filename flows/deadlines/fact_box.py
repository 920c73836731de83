"""Lines of an article's own fact box: "Summit Date: October 31, 2025"."""

from __future__ import annotations

from dataclasses import replace

from flows.deadlines.claims import Claim
from flows.deadlines.event import Event
from flows.deadlines.events import events_in
from flows.deadlines.reading import Tense
from flows.deadlines.sentence import Sentence
from flows.records import Certainty, EventType, Relation

# Labels that say nothing of the event themselves.
_DATE_WORDS = frozenset(
    ("date", "dates", "day", "deadline", "when", "start", "starts", "end", "ends", "begins")
)
# A longer run of words before a colon is a sentence and no label.
_LONGEST_LABEL = 6


def fact_box_claims(sentence: Sentence) -> list[Claim]:
    """Return the claim of a labelled line whose label names the event."""
    colon, date = _colon(sentence), sentence.dates[0]
    if colon is None or date.first_word <= colon:
        return []
    if date.first is None or date.last is None or date.granularity is None:
        return []
    label = _event_of_label(sentence, colon)
    if label is None:
        return []
    event = replace(label, first=sentence.first, tense=Tense.FUTURE, certainty=Certainty.FIRM)
    days = (date.first, date.last, date.granularity)
    return [Claim(sentence, date, event, Relation.ON, *days, "fact_box")]


def _colon(sentence: Sentence) -> int | None:
    for place in range(sentence.first + 1, sentence.first + _LONGEST_LABEL + 1):
        if sentence.text(place) == ":":
            return place
    return None


def _event_of_label(sentence: Sentence, colon: int) -> Event | None:
    """Return the summit of "Summit Date"; of "Next Rent Date" the rent."""
    places = range(sentence.first, colon)
    if not any(sentence.text(place) in _DATE_WORDS for place in places) and not _names_event(
        sentence, colon
    ):
        return None
    events = _label_events(sentence, colon)
    named = [event for event in events if sentence.text(event.head) not in _DATE_WORDS]
    if named or events:
        return (named or events)[0]
    place = next((p for p in reversed(places) if sentence.text(p) not in _DATE_WORDS), colon - 1)
    return Event(place, place, sentence.text(place), EventType.OTHER, is_noun=True)


def _names_event(sentence: Sentence, colon: int) -> bool:
    return bool(_label_events(sentence, colon))


def _label_events(sentence: Sentence, colon: int) -> list[Event]:
    """Return the events of the label, whose words all have capitals: "Accord Expires"."""
    row = [
        word._replace(kind="stop" if word.lower in _DATE_WORDS else "word", text=word.lower)
        for word in sentence.words[:colon]
    ]
    return events_in(row, sentence.first, colon - 1)
