"""The words of the sentence that tell the event, without its date."""

from __future__ import annotations

from flows.deadlines.claims import Claim
from flows.deadlines.triggers import ADVERBS, BE

_BREAKS = frozenset(("comma", "stop", "dash", "open", "close"))
_PREPOSITIONS = frozenset(
    "on in by until till before after from for at to within through since of".split()
)
_ASIDE = frozenset(("comma", "dash"))
_MOST_WORDS = 20
_LONGEST_ASIDE = 25


def event_span(claim: Claim) -> tuple[int, int]:
    """Return the span from the event's subject to where its date or the clause begins."""
    words, event, date = claim.sentence.words, claim.event, claim.date
    first = _subject(claim, event.first)
    last = event.head
    ceiling = min(claim.sentence.last, event.head + _MOST_WORDS)
    while last < ceiling and words[last + 1].kind not in _BREAKS and last + 1 != date.first_word:
        last += 1
    while last > event.head and words[last].text.lower() in _PREPOSITIONS:
        last -= 1
    return words[first].start, words[last].end


def _subject(claim: Claim, verb: int) -> int:
    """Return where the subject of the verb begins, before an aside between two dashes or commas."""
    words, date = claim.sentence.words, claim.date
    floor = max(claim.sentence.first, verb - _MOST_WORDS)
    first = verb
    while first > floor and words[first - 1].kind not in _BREAKS and first - 1 != date.last_word:
        first -= 1
    is_bare = all(words[i].text.lower() in BE | ADVERBS for i in range(first, verb))
    if is_bare and first > claim.sentence.first and words[first - 1].kind in _ASIDE:
        opening = _opening(claim, first - 2, words[first - 1].kind)
        if opening is not None:
            return _subject(claim, opening)
    return first


def _opening(claim: Claim, place: int, kind: str) -> int | None:
    floor = max(claim.sentence.first, place - _LONGEST_ASIDE)
    while place > floor:
        if claim.sentence.words[place].kind == kind:
            return place
        place -= 1
    return None
