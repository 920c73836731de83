"""Words of a sentence that name an event, and where each looks: back, or ahead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flows.deadlines import triggers
from flows.deadlines.event_words import NOUN_TYPES, VERB_LEMMAS, VERB_TYPES
from flows.deadlines.reading import Tense
from flows.deadlines.words import Word
from flows.records import Certainty, EventType

# Verbs that say little: in "will hold a hearing" the event is the hearing.
LIGHT_VERBS = frozenset(
    "hold have face schedule set be make take give attend announce get do".split()
)
_LITTLE_WORDS = frozenset("a an the its their his her this that any new".split())
_REPORTED = frozenset(
    """
    said told says added announced reported warned stated noted wrote insisted argued explained
    declared confirmed denied urged claimed revealed agreed
    """.split()
)
_PAST_FORMS = frozenset(
    """
    was were had did went came took made got gave became began rose fell saw found lost met spoke
    ran grew sold bought paid led kept sent brought thought felt stood struck broke chose drew
    drove flew knew meant shot left won held
    """.split()
)
_PREPOSITIONS = frozenset("in on at into under up out over onto off".split())
_WIDEST_GROUP = 6


@dataclass(frozen=True, slots=True)
class Event:
    """One event word: a verb with what says that it is to come, or a noun."""

    head: int
    first: int
    is_noun: bool
    tense: Tense
    event_type: EventType
    certainty: Certainty = Certainty.FIRM
    lemma: str = ""
    is_negated: bool = False
    is_reporting: bool = False


def events_in(words: Sequence[Word], first: int, last: int) -> list[Event]:
    """Return the events that the words `first` to `last` name, in order."""
    events: list[Event] = []
    taken = first
    for place in range(first, last + 1):
        if place < taken:
            continue
        event = _event_at(words, place, last)
        if event is not None:
            events.append(event)
            taken = max(taken, event.head + 1)
    return events


def _event_at(words: Sequence[Word], place: int, last: int) -> Event | None:
    text = words[place].text.lower()
    if (
        words[place].kind
        in ("capitalised", "word", "end", "start", "half", "may", "ambiguous_month")
        or text in triggers.MODALS
    ):
        if (certainty := triggers.MODALS.get(text)) is not None and words[place].text[0].islower():
            return _verb_after(words, place + 1, last, first=place, certainty=certainty)
        if text in ("wo", "won't", "won’t"):
            return _verb_after(
                words, place + 1, last, first=place, certainty=Certainty.FIRM, negated=True
            )
        return _trigger_at(words, place, last, text) or _plain_at(words, place, last, text)
    if text == "to":
        return _verb_after(
            words, place + 1, last, first=place, certainty=Certainty.FIRM, only_verbs=True
        )
    return None


def _trigger_at(words: Sequence[Word], place: int, last: int, text: str) -> Event | None:
    certainty = triggers.BEFORE_INFINITIVE.get(text)
    if certainty is None:
        return None
    after = place + 1
    limit = min(last, place + _WIDEST_GROUP)
    while after <= limit and words[after].text.lower() != "to":
        after += 1
    if after > limit or words[after].text.lower() != "to":
        return None
    if text in ("have", "has", "had") and after != place + 1:
        return None
    event = _verb_after(words, after + 1, last, first=place, certainty=certainty, only_verbs=True)
    if event is None:
        return None
    return replace(event, is_negated=event.is_negated or _negated_before(words, place))


def _negated_before(words: Sequence[Word], place: int) -> bool:
    return any(
        words[i].text.lower() in triggers.NOT or words[i].text.lower().endswith(("n't", "n’t"))
        for i in range(max(0, place - 3), place)
    )


def _verb_after(
    words: Sequence[Word],
    place: int,
    last: int,
    *,
    first: int,
    certainty: Certainty,
    only_verbs: bool = False,
    negated: bool = False,
) -> Event | None:
    """Return the event of the verb that starts at `place`: "be released", "take effect"."""
    while place <= last and (t := words[place].text.lower()) in triggers.ADVERBS | triggers.NOT:
        negated = negated or t in triggers.NOT
        place += 1
    if place > last:
        return None
    text = words[place].text.lower()
    if not words[place].text[0].isalpha() or words[place].text[0].isupper():
        return None
    if text in ("the", "a", "an", "this", "that", "its", "their") or words[place].kind in (
        "weekday",
        "month",
        "year",
        "day",
    ):
        return None
    head = place
    if text in ("be", "been", "have"):
        nxt = place + 1
        while nxt <= last and words[nxt].text.lower() in triggers.ADVERBS | triggers.BE:
            nxt += 1
        if nxt <= last:
            follower = words[nxt].text.lower()
            if follower == "to" or (
                follower in triggers.BEFORE_INFINITIVE
                and nxt < last
                and words[nxt + 1].text.lower() == "to"
            ):
                start = nxt + 1 if follower == "to" else nxt + 2
                return _verb_after(
                    words,
                    start,
                    last,
                    first=first,
                    certainty=triggers.BEFORE_INFINITIVE.get(follower, certainty),
                    only_verbs=True,
                    negated=negated,
                )
            if follower in _PREPOSITIONS | _LITTLE_WORDS and nxt < last:
                nxt += 1
            if words[nxt].text[0].isalpha():
                head = nxt
    elif text in ("take", "come", "go", "enter", "put", "bring") and place < last:
        nxt = place + 1
        if words[nxt].text.lower() in ("into", "in") and nxt < last:
            nxt += 1
        if words[nxt].text.lower() in ("effect", "force", "office"):
            return Event(
                nxt,
                first,
                False,
                Tense.FUTURE,
                EventType.EFFECTIVE,
                certainty,
                "take_effect",
                negated,
            )
    lemma = lemma_of(words[head].text)
    kind = NOUN_TYPES.get(words[head].text.lower()) or VERB_TYPES.get(lemma, EventType.OTHER)
    kind = VERB_TYPES.get(lemma, kind)
    return Event(head, first, False, Tense.FUTURE, kind, certainty, lemma, negated)


def lemma_of(text: str) -> str:
    """Return the verb that a form belongs to, or the word itself."""
    lowered = text.lower()
    return VERB_LEMMAS.get(lowered, lowered)


def _plain_at(words: Sequence[Word], place: int, last: int, text: str) -> Event | None:
    """Return the event of a noun, a present-tense verb or a past one."""
    if text in _REPORTED:
        return Event(
            place, place, False, Tense.PAST, EventType.OTHER, lemma=text, is_reporting=True
        )
    before = words[place - 1].text.lower() if place else ""
    lemma = VERB_LEMMAS.get(text)
    if text in NOUN_TYPES and (
        lemma is None or before in triggers.BE | _LITTLE_WORDS or not text.endswith("s")
    ):
        return Event(place, place, True, Tense.NONE, NOUN_TYPES[text], lemma=text)
    if text in ("takes", "comes", "goes", "enters", "come", "take") and place < last:
        nxt = place + 1
        if words[nxt].text.lower() in ("into", "in") and nxt < last:
            nxt += 1
        if words[nxt].text.lower() in ("effect", "force"):
            return Event(nxt, place, False, Tense.FUTURE, EventType.EFFECTIVE, lemma="take_effect")
    if text in triggers.BEFORE_DATE and text != "set":
        return Event(
            place, place, False, Tense.NONE, EventType.OTHER, triggers.BEFORE_DATE[text], lemma=text
        )
    if text.endswith("ed") or text in _PAST_FORMS:
        kind = VERB_TYPES.get(lemma or "", EventType.OTHER)
        return Event(place, place, False, Tense.PAST, kind, lemma=lemma or text)
    if lemma is not None:
        return Event(place, place, False, Tense.FUTURE, VERB_TYPES[lemma], lemma=lemma)
    return None
