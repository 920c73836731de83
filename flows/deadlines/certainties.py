"""How surely a claim is told, by the words around its verb or noun.

The verb's own words say it first ("will", "plans to"); what is told as a fact by them may still
hang on a hope, a condition or a threat. The first rule of `RULES` that knows wins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from flows.deadlines.event import Event
from flows.deadlines.surroundings import Surroundings
from flows.deadlines.triggers import HOPES
from flows.deadlines.word_lists import listed
from flows.records import Certainty

# "Hopes that the long closed bridge over the Lind will open": a hope is no farther away.
_REACH = 12
_THREATS = listed("threatened threatens threaten threatening")
_WARNINGS = _THREATS | listed("warned warns warning ultimatum")
_NO_CONDITION = listed("even as asked ask asks know knows see say says decide wonder what only")
_IFS = frozenset(("if", "unless"))
_TIMETABLE = frozenset(("", "will", "would"))
_CALLS = listed("called calls calling call urged urges demanded demands demand proposed proposes")
_BEFORE_A_NOUN: dict[str, Certainty] = {
    **dict.fromkeys(listed("possible potential"), Certainty.POSSIBLE),
    **dict.fromkeys(listed("planned expected likely"), Certainty.EXPECTED),
    **dict.fromkeys(listed("proposed"), Certainty.PROPOSED),
    **dict.fromkeys(listed("threatened"), Certainty.THREATENED),
}


def certainty_of_claim(around: Surroundings, event: Event) -> Certainty:
    """Return how surely the event is told to happen."""
    if event.certainty is not Certainty.FIRM:
        return event.certainty
    return next((told for rule in RULES if (told := rule(around, event))), Certainty.FIRM)


def described(around: Surroundings, event: Event) -> Certainty | None:
    """Return the certainty of "a planned strike", "has called for elections in May"."""
    if not event.is_noun:
        return None
    before = [around.sentence.text(event.head - back) for back in range(1, 5)]
    told = next((_BEFORE_A_NOUN[text] for text in before[:2] if text in _BEFORE_A_NOUN), None)
    if told is None and not HOPES.isdisjoint(before):
        return Certainty.EXPECTED
    if told is None and "for" in before:
        verb = around.sentence.text(event.head - before.index("for") - 2)
        return Certainty.PROPOSED if verb in _CALLS else None
    return told


def threatened(around: Surroundings, event: Event) -> Certainty | None:
    """Return a threat for "will walk out unless it pays, the union warned"."""
    if event.is_noun or event.trigger not in ("will", "would"):
        return None
    text = around.sentence.text
    if any(text(place) in _THREATS for place in _before(around, event)):
        return Certainty.THREATENED
    words = around.sentence.vocabulary
    is_threat = "unless" in words and not words.isdisjoint(_WARNINGS)
    return Certainty.THREATENED if is_threat else None


def conditional(around: Surroundings, event: Event) -> Certainty | None:
    """Return POSSIBLE for "would apply from July if the house agrees"."""
    sentence = around.sentence
    is_aside = sentence.text(event.first - 1) in ("which", "who", "that")
    if event.is_noun or is_aside or event.trigger not in _TIMETABLE:
        return None
    if sentence.vocabulary.isdisjoint(_IFS):
        return None
    for place in range(sentence.first, sentence.last + 1):
        is_if = sentence.text(place) in _IFS
        if is_if and sentence.text(place - 1) not in _NO_CONDITION:
            return Certainty.POSSIBLE
    return None


def hoped(around: Surroundings, event: Event) -> Certainty | None:
    """Return EXPECTED for "hopes the bridge will open", "will most likely vote"."""
    inside = set(around.sentence.texts(event.first, event.head + 1))
    if not event.is_noun and inside & {"likely", "probably", "expect"}:
        return Certainty.EXPECTED
    text = around.sentence.text
    is_hoped = not event.is_noun and any(
        text(place) in HOPES and text(place + 1) != "to" for place in _before(around, event)
    )
    return Certainty.EXPECTED if is_hoped else None


def at_the_earliest(around: Surroundings, _event: Event) -> Certainty | None:
    """Return POSSIBLE for "as early as Thursday"."""
    near = [around.sentence.text(around.date.first_word - back) for back in (3, 2, 1)]
    is_earliest = near in (["as", "early", "as"], ["as", "soon", "as"])
    return Certainty.POSSIBLE if is_earliest else None


def _before(around: Surroundings, event: Event) -> Iterator[int]:
    """Yield the words before the verb, back to where another clause ends."""
    for place in range(event.first - 1, max(around.sentence.first - 1, event.first - _REACH), -1):
        if around.sentence.words[place].kind in ("stop", "comma", "dash"):
            return
        yield place


RULES: tuple[Callable[[Surroundings, Event], Certainty | None], ...] = (
    described,
    threatened,
    conditional,
    hoped,
    at_the_earliest,
)
