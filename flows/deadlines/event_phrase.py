"""The words of the sentence that tell the event, without its date."""

from __future__ import annotations

from flows.deadlines.claims import Claim
from flows.deadlines.noun_phrases import begin_of, is_set_apart
from flows.deadlines.triggers import (
    ADVERBS,
    BE,
    PREPOSITIONS,
    PRONOUNS,
    REPORTING,
)
from flows.deadlines.word_lists import listed
from flows.deadlines.words import Word
from flows.records import Certainty

_ASIDE = frozenset(("comma", "dash"))
_LOOSE_ENDS = PREPOSITIONS | listed(
    "till before as early later this next over during throughout and or but than around between"
)
# "Will walk out": the little word is the verb's, where it stands right after it.
_PARTICLES = listed("out off up down back away forward")
# "The Lindholm summit planned for March 17": what it is planned for stands in its own column.
_SET = listed("planned scheduled set slated expected due")
_CALLS_OFF = BE | listed("has have had will would")
_GRANTS = listed("has have gives give gave given")
_FINITE = BE | listed("has have had comes came")
_CONDITIONS = listed("if unless once")
_TERMS = ("infinitive_after_date", "infinitive_after_term")
_LONGEST_GRANT = 12
_CLAUSES = listed("because whether if when while though although unless says")
# "noted that most plans run out", but "an accord that keeps the border open".
_BEFORE_A_CLAUSE = REPORTING | listed(
    "says notes believes thinks hopes expects know knows believe hope think fear fears saying so "
    "news fact ensure means mean it noting arguing adding warning"
)
_CALLING_OFF = listed(
    "cancelling canceling cancelled canceled scrapping scrapped abandoning shelving"
)
_OPENERS = frozenset(
    ("and", "but", "that", "where", "when", "while", ":", "“", '"', "‘", "'", "''", "-", "--")
)
# The longest subject and the longest aside in words; what is longer is no phrase to read.
_MOST_WORDS = 20
_LONGEST_ASIDE = 25
_LONGEST_ANTECEDENT = 6
# What goes on with a noun: "election in the north", "talks with Oslo", "a visit to Oslo".
_OF_A_NOUN = listed("of in on at with between over against for about among")
_WHITHER = listed("visit visits trip trips tour tours address speech flight flights")
_SAYING = REPORTING | listed("say says")
_JOINING = frozenset(("and", "but", "or", "that", "which", "who", "as", "than"))
_LINKS = PREPOSITIONS | _JOINING
_OF_NO_NOUN = _JOINING | PRONOUNS | _CLAUSES | _SAYING


def act_of(claim: Claim) -> tuple[int, int]:
    """Return the words from the event's subject to where its date or the clause begins."""
    sentence, event = claim.sentence, claim.event
    is_apart = event.is_noun and event.first == event.head and is_set_apart(sentence, event.head)
    first = begin_of(sentence, event.head) if is_apart else subject_of(claim, event.first)
    return first, _last_word(claim)


def act_span(claim: Claim, act: tuple[int, int]) -> tuple[int, int]:
    """Return where these words stand in the text."""
    words, (first, last) = claim.sentence.words, act
    return words[first].start, words[last].end


def event_span(claim: Claim, act: tuple[int, int]) -> tuple[int, int]:
    """Return the words that a reader is shown: with "if", and with who has until when to act."""
    sentence, (first, last) = claim.sentence, act
    grant = grant_of(claim)
    if grant is not None:
        first = subject_of(claim, grant)
    elif sentence.text(first - 1) in _CONDITIONS:
        first -= 1
    return sentence.words[first].start, sentence.words[last].end


def grant_of(claim: Claim) -> int | None:
    """Return the "gave" of "gave the operator until Friday to reply"; None for other claims."""
    if claim.rule not in _TERMS:
        return None
    first = claim.date.first_word
    places = range(first - 1, max(claim.sentence.first - 1, first - _LONGEST_GRANT), -1)
    return next((place for place in places if claim.sentence.text(place) in _GRANTS), None)


def head_of(claim: Claim) -> str:
    """Return the word that names the event, whole where it has a hyphen: "quarter-final"."""
    sentence, place = claim.sentence, claim.event.head
    parts = [sentence.text(place)]
    while place - 2 >= sentence.first and sentence.words[place - 1].kind == "hyphen":
        place -= 2
        parts.insert(0, sentence.text(place))
    return "-".join(parts)


def subject_of(claim: Claim, verb: int) -> int:
    """Return the word that the verb's subject begins with."""
    first = _subject(claim, verb)
    if claim.sentence.text(first) in ("which", "that", "who"):
        first = _antecedent(claim, first)
    words, dates = claim.sentence.words, claim.sentence.dates
    while first < verb and _only_opens(words[first]):
        first += 1
    # "Have until Friday to pay, and the others until June": the other date is no part of it.
    day = next((day for day in dates if day.first_word == first), None)
    is_apart = day is not None and claim.sentence.text(day.last_word + 1) == "to"
    return day.last_word + 1 if day is not None and is_apart else first


def _only_opens(word: Word) -> bool:
    """Say whether the event begins after the word: "cancelling an extension", "but the vote"."""
    return word.lower in _CALLING_OFF or word.lower in _OPENERS or word.kind == "possessive"


def _last_word(claim: Claim) -> int:
    event, last = claim.event, claim.event.head
    ceiling = min(claim.sentence.last, event.head + _MOST_WORDS)
    while last < ceiling and not _ends_the_event(claim, last + 1):
        last += 1
    while last > event.head and _is_loose(claim, last):
        last -= 1
    return last


def _ends_the_event(claim: Claim, place: int) -> bool:
    word, event = claim.sentence.words[place], claim.event
    if claim.rule == "noun_after_date" and _leaves_the_noun(claim, place):
        return True
    is_off = event.is_noun and event.certainty is Certainty.CANCELLED and word.lower in _CALLS_OFF
    is_break = claim.sentence.is_break(place) or word.text == ":"
    return is_break or place == claim.date.first_word or is_off


def _leaves_the_noun(claim: Claim, place: int) -> bool:
    """Say whether the word is no part of what the date describes.

    So in "the May 3 primary to his rival", "May's election a battle", and "the May 3 vote fails".
    """
    sentence, head, text = claim.sentence, claim.event.head, claim.sentence.text(place)
    if place == head + 1:
        is_whither = text == "to" and sentence.text(head) in _WHITHER
        return text not in _OF_A_NOUN and not is_whither
    if text == "and" and _is_name(sentence.words[place - 1]):
        # "Primaries in Florida and Ohio".
        return not _is_name(sentence.words[place + 1])
    return sentence.is_verb(place) or text in _OF_NO_NOUN


def _is_name(word: Word) -> bool:
    return word.text[0].isupper()


def _is_loose(claim: Claim, place: int) -> bool:
    """Say whether the phrase must not end on the word: "would vote on it over the weekend"."""
    text, before = claim.sentence.text(place), claim.sentence.text(place - 1)
    if text in _PARTICLES and place == claim.event.head + 1:
        return False
    return text in _LOOSE_ENDS or (text in _SET and before not in BE | ADVERBS | _CALLS_OFF)


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
    first = place
    while first > floor and not _ends_a_phrase(claim, first - 1):
        first -= 1
    is_cut = first == floor != sentence.first
    return pronoun if first == place or is_cut else first


def _ends_a_phrase(claim: Claim, place: int) -> bool:
    sentence = claim.sentence
    is_joined = sentence.text(place) in _LINKS
    return sentence.is_verb(place) or is_joined or _is_boundary(claim, place)


def _is_boundary(claim: Claim, place: int) -> bool:
    """Say whether the clause begins after the word: a comma, "said", or the date itself."""
    is_date = claim.date.first_word <= place <= claim.date.last_word
    sentence, word = claim.sentence, claim.sentence.words[place]
    if word.kind == "hyphen" and sentence.words[place - 1].kind == "hyphen":
        return True
    if word.lower == "that":
        # "Said Monday that", "said last week that".
        is_told = sentence.words[place - 1].kind.endswith(("weekday", "unit"))
        before = sentence.text(place - 1)
        is_said = before.endswith("ed") and sentence.text(place - 2) in BE
        return is_told or is_said or before in _BEFORE_A_CLAUSE
    is_clause = word.lower in _CLAUSES or opens_a_clause(claim, place)
    return is_date or is_clause or sentence.is_break(place) or word.lower in REPORTING


def opens_a_clause(claim: Claim, place: int) -> bool:
    """Say whether another clause came before: "has been called off after the railway agreed"."""
    if claim.sentence.text(place) not in ("after", "before", "until", "since"):
        return False
    sentence, floor = claim.sentence, max(claim.sentence.first, place - _MOST_WORDS)
    return any(p in sentence.verbs or sentence.text(p) in _FINITE for p in range(floor, place))


def _opening(claim: Claim, place: int, kind: str) -> int | None:
    """Return where the aside opens that ends in such a mark, or None."""
    floor = max(claim.sentence.first, place - _LONGEST_ASIDE)
    for opening in range(place, floor, -1):
        if claim.sentence.words[opening].kind == kind:
            return opening
    return None
