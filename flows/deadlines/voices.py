"""Who acts in a claim, and who voices it."""

from __future__ import annotations

from flows.deadlines.claims import Claim
from flows.deadlines.event_phrase import subject_of
from flows.deadlines.triggers import BE, DETERMINERS
from flows.deadlines.verb_groups import is_infinitive
from flows.deadlines.vocabulary import MONTHS, WEEKDAYS
from flows.deadlines.word_lists import listed
from flows.records import EventType
from flows.text.names import Name, NameKind, names_within, without_possessive

_SAYS = listed("""
    said says told added announced reported warned wrote insisted argued explained declared
    confirmed predicted noted stated expects expected hopes hoped predicts warns adds believes
    """)
_PRONOUNS = frozenset(("he", "she"))
_DAYS = frozenset(name.capitalize() for name in (*MONTHS, *WEEKDAYS))
# What happens to a thing by itself has no actor: "the levy takes effect".
_WITHOUT_ACTOR = frozenset((EventType.EXPIRY, EventType.EFFECTIVE))
# A person named farther back than this is not who "he" is.
_FAR_CHARS = 400
_LONGEST_ACTOR = 6


def actor_of(body: str, claim: Claim) -> str | None:
    """Return who is to act: "China" in "expects China to delay its curbs"."""
    event, sentence = claim.event, claim.sentence
    if event.is_noun or event.event_type in _WITHOUT_ACTOR or _is_passive(claim):
        return None
    places = range(event.first + 1, event.head)
    to = next((place for place in places if is_infinitive(sentence.words, place)), None)
    if to is not None and to > event.first + 1:
        inner = _names(body, sentence.words[event.first].end, sentence.words[to].start)
        if inner:
            return without_possessive(inner[0].text)
    return _subject(body, claim)


def _is_passive(claim: Claim) -> bool:
    """Say whether the head is something done to the subject: "will be released"."""
    event, sentence = claim.event, claim.sentence
    before = {sentence.text(place) for place in range(event.first, event.head)}
    return "be" in before and not sentence.text(event.head).endswith("ing")


def _subject(body: str, claim: Claim) -> str | None:
    """Return a short subject as it is written, of a long one its first name."""
    sentence, first = claim.sentence, subject_of(claim)
    last = claim.event.first
    while last > first and sentence.text(last - 1) in BE | {"has", "have", "had", "also", "still"}:
        last -= 1
    start, end = sentence.words[first].start, sentence.words[max(first, last - 1)].end
    if first == last:
        return None
    if last - first <= _LONGEST_ACTOR:
        if sentence.text(first) in DETERMINERS and last - first > 1:
            start = sentence.words[first + 1].start
        return body[start:end]
    names = _names(body, start, end)
    return without_possessive(names[0].text) if names else None


def voice_of(body: str, claim: Claim) -> str | None:
    """Return who says so: the subject of "said" or "expects", with a pronoun resolved."""
    sentence = claim.sentence
    for place in range(sentence.first, sentence.last + 1):
        if sentence.text(place) in _SAYS and sentence.text(place - 1) not in BE:
            speaker = _speaker_at(body, claim, place)
            if speaker is not None:
                return speaker
    return None


def _speaker_at(body: str, claim: Claim, place: int) -> str | None:
    """Return the name that stands just before or after the verb of saying."""
    sentence = claim.sentence
    verb = sentence.words[place]
    if sentence.text(place - 1) in _PRONOUNS:
        return _person_before(body, sentence.words[place - 1].start)
    before = _names(body, sentence.span.start, verb.start)
    if before and not body[before[-1].end : verb.start].strip(" ,"):
        return without_possessive(before[-1].text)
    after = next(names_within(body, verb.end, sentence.span.end), None)
    if (
        after is not None
        and after.text not in _DAYS
        and not body[verb.end : after.title_start].strip()
    ):
        return without_possessive(after.text)
    return None


def _person_before(body: str, position: int) -> str | None:
    names = names_within(body, max(0, position - _FAR_CHARS), position)
    people = [name for name in names if name.kind is NameKind.PERSON]
    return without_possessive(people[-1].text) if people else None


def _names(body: str, start: int, end: int) -> list[Name]:
    """Return the names in the span that are no days or months."""
    return [name for name in names_within(body, start, end) if name.text not in _DAYS]
