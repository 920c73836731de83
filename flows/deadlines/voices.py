"""Who acts in a claim, and who voices it."""

from __future__ import annotations

from flows.deadlines.article_names import ArticleNames
from flows.deadlines.claims import Claim
from flows.deadlines.event_phrase import subject_of
from flows.deadlines.triggers import ADVERBS, BE, BEFORE_INFINITIVE, DETERMINERS, MODALS, PRONOUNS
from flows.deadlines.verb_groups import is_infinitive
from flows.deadlines.word_lists import listed
from flows.records import EventType
from flows.text.names import NameKind, without_possessive

_SAYS = listed("""
    said says told added announced reported warned wrote insisted argued explained declared
    confirmed predicted noted stated expects expected hopes hoped predicts warns adds believes
    """)
_PRONOUNS = frozenset(("he", "she"))
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
    sentence, first = claim.sentence, subject_of(claim)
    last = claim.event.first
    while last > first and _belongs_to_verb(sentence.text(last - 1)):
        last -= 1
    start, end = sentence.words[first].start, sentence.words[max(first, last - 1)].end
    if first == last:
        return None
    if sentence.text(first) in PRONOUNS:
        return None
    if last - first <= _LONGEST_ACTOR:
        if sentence.text(first) in DETERMINERS and last - first > 1:
            start = sentence.words[first + 1].start
        return names.body[start:end]
    inside = names.within(start, end)
    return without_possessive(inside[0].text) if inside else None


def _belongs_to_verb(text: str) -> bool:
    """Say whether the word between subject and trigger is the verb's: "was expected to"."""
    return text in BE or text in _AUXILIARIES or text in BEFORE_INFINITIVE or text in MODALS


def voice_of(names: ArticleNames, claim: Claim) -> str | None:
    """Return who says so: the subject of "said" or "expects", with a pronoun resolved."""
    sentence = claim.sentence
    for place in range(sentence.first, sentence.last + 1):
        if sentence.text(place) in _SAYS and sentence.text(place - 1) not in BE:
            speaker = _speaker_at(names, claim, place)
            if speaker is not None:
                return names.person_called(without_possessive(speaker))
    return None


def _speaker_at(names: ArticleNames, claim: Claim, place: int) -> str | None:
    """Return the name that stands just before or after the verb of saying."""
    sentence = claim.sentence
    verb = sentence.words[place]
    if sentence.text(place - 1) in _PRONOUNS:
        return _person_before(names, sentence.words[place - 1].start)
    before = names.within(sentence.span.start, verb.start)
    if before and not names.body[before[-1].end : verb.start].strip(" ,"):
        return before[-1].text
    after = next(iter(names.within(verb.end, sentence.span.end)), None)
    if after is not None and not names.body[verb.end : after.title_start].strip():
        return after.text
    return None


def _person_before(names: ArticleNames, position: int) -> str | None:
    before = names.within(max(0, position - _FAR_CHARS), position)
    people = [name for name in before if name.kind is NameKind.PERSON]
    return people[-1].text if people else None
