"""Who acts in a claim, and who voices it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.deadlines.claims import Claim
from flows.deadlines.vocabulary import MONTHS, WEEKDAYS
from flows.deadlines.words import Word
from flows.text.names import NameKind, names_within, without_possessive

_SAYS = frozenset(
    """
    said says told added announced reported warned wrote insisted argued explained declared
    confirmed predicted noted stated expects expected hopes hoped predicts warns adds believes
    """.split()
)
_PRONOUNS = frozenset("he she".split())
_PASSIVE = frozenset("is are was were be been being".split())
_FAR = 400


def actor_of(body: str, claim: Claim) -> str | None:
    """Return who is to act: "China" in "expects China to delay its curbs"."""
    words, event = claim.sentence.words, claim.event
    to = next((i for i in range(event.first, event.head) if words[i].text == "to"), None)
    if to is not None and to > event.first + 1:
        inner = list(names_within(body, words[event.first].end, words[to].start))
        if inner:
            return without_possessive(inner[0].text)
    start = words[claim.sentence.first].start
    names = [n for n in names_within(body, start, words[event.first].start)]
    near = [n for n in names if n.kind is not NameKind.UNKNOWN or n.text not in _days()]
    near = [n for n in near if not _speaks(words, claim, n.end)]
    return without_possessive(near[-1].text) if near else None


def _days() -> frozenset[str]:
    return frozenset(name.capitalize() for name in (*MONTHS, *WEEKDAYS))


def _speaks(words: Sequence[Word], claim: Claim, end: int) -> bool:
    following = next(
        (w for w in words[claim.sentence.first : claim.sentence.last + 1] if w.start >= end), None
    )
    return following is not None and following.text.lower() in _SAYS


def voice_of(body: str, claim: Claim) -> str | None:
    """Return who says so: the subject of "said" or "expects", with a pronoun resolved."""
    sentence = claim.sentence
    for place in range(sentence.first, sentence.last + 1):
        word = sentence.words[place]
        if word.text.lower() not in _SAYS:
            continue
        before = sentence.words[place - 1] if place > sentence.first else None
        if before is not None and before.text.lower() in _PASSIVE:
            continue
        if before is not None and before.text.lower() in _PRONOUNS:
            return _person_before(body, before.start)
        names = list(names_within(body, sentence.span.start, word.start))
        if names and not body[names[-1].end : word.start].strip(" ,"):
            return names[-1].text
        after = next(names_within(body, word.end, sentence.span.end), None)
        if after is not None and not body[word.end : after.title_start].strip():
            return after.text
    return None


def _person_before(body: str, position: int) -> str | None:
    names = [
        name
        for name in names_within(body, max(0, position - _FAR), position)
        if name.kind is NameKind.PERSON
    ]
    return without_possessive(names[-1].text) if names else None
