"""The words of the sentence that tell the event, without its date."""

from __future__ import annotations

from collections.abc import Collection

from flows.deadlines.claims import Claim
from flows.deadlines.triggers import ADVERBS, BE, MODALS, PAST_FORMS, PREPOSITIONS, REPORTING
from flows.deadlines.word_lists import listed
from flows.deadlines.words import Word

_BREAKS = frozenset(("comma", "stop", "dash", "open", "close"))
_ASIDE = frozenset(("comma", "dash"))
_LOOSE_ENDS = listed(
    "on in by until till before after from for at to within through since of and as early"
)
_CLAUSES = listed("because whether if when while though although unless says")
# "noted that most plans run out", but "an accord that keeps the border open".
_BEFORE_A_CLAUSE = REPORTING | listed(
    "says notes believes thinks hopes expects know knows believe hope think fear fears saying so "
    "news fact ensure means mean it noting arguing adding warning"
)
_OPENERS = frozenset(("and", "but", "that", ":", "“", '"', "‘"))
# The longest subject and the longest aside in words; what is longer is no phrase to read.
_MOST_WORDS = 20
_LONGEST_ASIDE = 25
_LONGEST_ANTECEDENT = 6
_JOINING = frozenset(("and", "but", "or", "that", "which", "who", "as", "than"))


def event_span(claim: Claim) -> tuple[int, int]:
    """Return the span from the event's subject to where its date or the clause begins."""
    words = claim.sentence.words
    first, last = subject_of(claim), _last_word(claim)
    return words[first].start, words[last].end


def head_of(claim: Claim) -> str:
    """Return the word that names the event, whole where it has a hyphen: "quarter-final"."""
    sentence, place = claim.sentence, claim.event.head
    parts = [sentence.text(place)]
    while place - 2 >= sentence.first and sentence.words[place - 1].kind == "hyphen":
        place -= 2
        parts.insert(0, sentence.text(place))
    return "-".join(parts)


def subject_of(claim: Claim) -> int:
    """Return the word that the event's subject begins with."""
    first = _subject(claim, claim.event.first)
    if claim.sentence.text(first) in ("which", "that", "who"):
        first = _antecedent(claim, first)
    words = claim.sentence.words
    while first < claim.event.first and _only_opens(words[first]):
        first += 1
    return first


def _only_opens(word: Word) -> bool:
    return word.lower in _OPENERS or word.kind == "possessive"


def _last_word(claim: Claim) -> int:
    words, event, date = claim.sentence.words, claim.event, claim.date
    last, ceiling = event.head, min(claim.sentence.last, event.head + _MOST_WORDS)
    while last < ceiling and words[last + 1].kind not in _BREAKS and last + 1 != date.first_word:
        last += 1
    while last > event.head and words[last].lower in _LOOSE_ENDS:
        last -= 1
    return last


def _subject(claim: Claim, verb: int) -> int:
    """Return where the subject of the verb begins, before an aside between two dashes or commas."""
    sentence = claim.sentence
    first, floor = verb, max(sentence.first, verb - _MOST_WORDS)
    while first > floor and not _is_boundary(claim, first - 1):
        first -= 1
    is_bare = all(sentence.text(place) in BE | ADVERBS for place in range(first, verb))
    if is_bare and first > sentence.first and sentence.words[first - 1].kind in _ASIDE:
        opening = _opening(claim, first - 2, sentence.words[first - 1].kind)
        if opening is not None:
            return _subject(claim, opening)
    return first


def _antecedent(claim: Claim, pronoun: int) -> int:
    """Return where the strike begins in "The strike, which was to begin"."""
    sentence, place = claim.sentence, pronoun
    if place > sentence.first and sentence.words[place - 1].kind == "comma":
        place -= 1
    floor = max(sentence.first, place - _LONGEST_ANTECEDENT)
    verbs = {event.head for event in sentence.events if not event.is_noun}
    first = place
    while first > floor and not _ends_a_phrase(claim, first - 1, verbs):
        first -= 1
    is_cut = first == floor != sentence.first
    return pronoun if first == place or is_cut else first


def _ends_a_phrase(claim: Claim, place: int, verbs: Collection[int]) -> bool:
    text = claim.sentence.text(place)
    is_verb = place in verbs or text in BE | PAST_FORMS | frozenset(MODALS)
    return is_verb or text in PREPOSITIONS | _JOINING or _is_boundary(claim, place)


def _is_boundary(claim: Claim, place: int) -> bool:
    """Say whether the clause begins after the word: a comma, "said", or the date itself."""
    is_date = claim.date.first_word <= place <= claim.date.last_word
    sentence, word = claim.sentence, claim.sentence.words[place]
    if word.lower == "that":
        is_told = sentence.words[place - 1].kind == "weekday"
        return is_told or sentence.text(place - 1) in _BEFORE_A_CLAUSE
    return is_date or word.kind in _BREAKS or word.lower in REPORTING or word.lower in _CLAUSES


def _opening(claim: Claim, place: int, kind: str) -> int | None:
    """Return where the aside opens that ends in such a mark, or None."""
    floor = max(claim.sentence.first, place - _LONGEST_ASIDE)
    for opening in range(place, floor, -1):
        if claim.sentence.words[opening].kind == kind:
            return opening
    return None
