"""Who acts in a claim, and who voices it."""

from __future__ import annotations

import re

from flows.deadlines.article_names import ArticleNames
from flows.deadlines.claims import Claim
from flows.deadlines.event_phrase import subject_of
from flows.deadlines.sentence import Sentence
from flows.deadlines.triggers import (
    ADVERBS,
    BE,
    BEFORE_INFINITIVE,
    DETERMINERS,
    MODALS,
    PAST_FORMS,
    PREPOSITIONS,
    PRONOUNS,
)
from flows.deadlines.verb_groups import is_infinitive
from flows.deadlines.vocabulary import WEEKDAYS
from flows.deadlines.word_lists import listed
from flows.records import EventType
from flows.text.names import NameKind, without_possessive

_SAYS = listed("""
    said says told added announced reported warned wrote insisted argued explained declared
    confirmed predicted noted stated expects expected hopes hoped predicts warns adds believes
    """)
# "officials in Sella said": Sella says nothing.
_PLACED = re.compile(r"\b(?:in|at|near|of|from) (?:the )?\Z")
_PRONOUNS = frozenset(("he", "she"))
_CONJUNCTIONS = listed(
    "that which who whom whose if when while as because whether though although even but to"
    " noted notes says proposed argued challenged asked so until before after"
)
_MONTHS = ("month", "weak_month")
_MARKS = frozenset(("comma", "stop", "dash", "open", "close", "other"))
# A word that stands for somebody names nobody.
_NOBODY = PRONOUNS | listed(
    "them him her us me one ones others another each both all some any none nobody everyone"
    " someone anyone many most few the a an his its their"
)
_AUXILIARIES = listed("has have had also still now then to not")
# What happens to a thing by itself has no actor: "the levy takes effect".
_WITHOUT_ACTOR = frozenset((EventType.EXPIRY, EventType.EFFECTIVE))
# A person named farther back than this is not who "he" is.
_FAR_CHARS = 400
_LONGEST_ACTOR = 6


def actor_of(names: ArticleNames, claim: Claim) -> str | None:
    """Return who is to act: "China" in "expects China to delay its curbs"."""
    event, sentence = claim.event, claim.sentence
    if event.is_noun or event.event_type in _WITHOUT_ACTOR or _is_passive(claim):
        return None
    places = range(event.first + 1, event.head)
    to = next((place for place in places if is_infinitive(sentence.words, place)), None)
    if to is not None and to > event.first + 1:
        inner = names.within(sentence.words[event.first].end, sentence.words[to].start)
        if inner:
            return without_possessive(inner[0].text)
    return _subject(names, claim)


def _is_passive(claim: Claim) -> bool:
    """Say whether the head is something done to the subject: "will be released"."""
    event, sentence = claim.event, claim.sentence
    if sentence.text(event.head).endswith("ing"):
        return False
    if event.first == event.head:
        place = event.first - 1
        while sentence.text(place) in ADVERBS:
            place -= 1
        return sentence.text(place) in BE
    return any(sentence.text(place) == "be" for place in range(event.first, event.head))


def _subject(names: ArticleNames, claim: Claim) -> str | None:
    """Return a short subject as it is written, of a long one its first name."""
    sentence, last = claim.sentence, claim.event.first
    while last > sentence.first and _belongs_to_verb(sentence.text(last - 1)):
        last -= 1
    first = _begin_of_noun(claim, last)
    while first < last and _only_opens(sentence, first):
        first += 1
    if (
        first >= last
        or sentence.text(last - 1) in _NOBODY | PREPOSITIONS
        or _holds_a_clause(sentence, first, last)
    ):
        return None
    start, end = sentence.words[first].start, sentence.words[last - 1].end
    inside = names.within(start, end)
    is_person = bool(inside) and inside[-1].kind is NameKind.PERSON and inside[-1].end == end
    if is_person:
        return without_possessive(inside[-1].text)
    if last - first <= _LONGEST_ACTOR:
        return without_possessive(names.body[start:end])
    is_named = bool(inside) and (inside[0].kind is not NameKind.UNKNOWN or inside[0].end == end)
    return without_possessive(inside[0].text) if is_named else None


def _holds_a_clause(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether another clause is in the words: "leaders we're", "until May to move"."""
    is_dated = any(word.kind in _MONTHS for word in sentence.words[first:last])
    if is_dated or sentence.text(first) in PREPOSITIONS:
        return True
    words = (sentence.text(place) for place in range(first, last))
    return any(re.split(r"[’']", word)[0] in PRONOUNS for word in words)


def _begin_of_noun(claim: Claim, last: int) -> int:
    """Return where the words for the subject begin: after another verb, "that" or "when"."""
    sentence, floor = claim.sentence, subject_of(claim)
    verbs = {event.head for event in sentence.events if not event.is_noun}
    for place in range(last - 1, floor - 1, -1):
        text = sentence.text(place)
        is_verb = place in verbs or text in BE or text in PAST_FORMS or text in MODALS
        if is_verb or text in _CONJUNCTIONS or sentence.words[place].kind in _MARKS:
            return place + 1
    return floor


def _only_opens(sentence: Sentence, place: int) -> bool:
    """Say whether the word only opens the subject: "the", "Thursday's", a quotation mark."""
    word = sentence.words[place]
    is_day = word.kind in ("weekday", "relative_day", "possessive")
    return is_day or word.lower in DETERMINERS or not word.text[0].isalnum()


def _belongs_to_verb(text: str) -> bool:
    """Say whether the word between subject and trigger is the verb's: "was expected to"."""
    is_adverb = text.endswith("ly") and len(text) > len("only")
    return (
        is_adverb
        or text in BE
        or text in _AUXILIARIES
        or text in BEFORE_INFINITIVE
        or text in MODALS
    )


def voice_of(names: ArticleNames, claim: Claim) -> str | None:
    """Return who says so: the subject of "said" or "expects", with a pronoun resolved."""
    sentence = claim.sentence
    for place in range(sentence.first, sentence.last + 1):
        if sentence.text(place) in _SAYS and sentence.text(place - 1) not in BE:
            speaker = _speaker_at(names, claim, place)
            if speaker is not None:
                return names.person_called(_without_day(without_possessive(speaker)))
    return None


def _without_day(name: str) -> str:
    """Return the CNN of "told CNN Tuesday"."""
    first, _, last = name.rpartition(" ")
    return first if first and last.lower() in WEEKDAYS else name


def _speaker_at(names: ArticleNames, claim: Claim, place: int) -> str | None:
    """Return the name that stands just before or after the verb of saying."""
    sentence = claim.sentence
    verb = sentence.words[place]
    if sentence.text(place - 1) in _PRONOUNS:
        return _person_before(names, sentence.words[place - 1].start)
    before = names.within(sentence.span.start, verb.start)
    is_next = bool(before) and not names.body[before[-1].end : verb.start].strip(" ,")
    if is_next and not _PLACED.search(names.body, sentence.span.start, before[-1].title_start):
        return before[-1].text
    after = next(iter(names.within(verb.end, sentence.span.end)), None)
    if after is not None and not names.body[verb.end : after.title_start].strip():
        return after.text
    return None


def _person_before(names: ArticleNames, position: int) -> str | None:
    before = names.within(max(0, position - _FAR_CHARS), position)
    people = [name for name in before if name.kind is NameKind.PERSON]
    return people[-1].text if people else None
