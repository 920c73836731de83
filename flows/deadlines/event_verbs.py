"""Verbs that tell an event, by their form: "will open", "opens", "opened", "put off"."""

from __future__ import annotations

from collections.abc import Sequence

from flows.deadlines import triggers
from flows.deadlines.event import Event
from flows.deadlines.event_words import (
    IRREGULAR,
    RESCHEDULING,
    VERB_LEMMAS,
    lemma_of,
    type_of,
    type_of_verb,
)
from flows.deadlines.reading import Tense
from flows.deadlines.verb_groups import Group, text_at
from flows.deadlines.word_lists import listed
from flows.deadlines.words import Word
from flows.records import Certainty, EventType

# "brought the vote on the harbour forward to Friday"
_SHIFTED_WORDS = 8
_NEW_DATE = listed("to until till from for by")
_WISHES = listed("want wants wanted prefer prefers seek seeks demand demands like")
_WISH_WORDS = 6
_SHIFTS = listed("put puts push pushed pushes bring brought brings move moved moves set")
# Their forms are nouns as often as verbs.
_SET_VERBS = triggers.PRESENT_BE | listed("takes comes goes enters come take into bringing")
_MATCHES = listed("host face visit entertain play meet")
_AFTER_A_MATCH = ("on", "in", "at", "weekday", "relative_day", "weekend_unit", "for")
_MATCH_WORDS = 6
# "It has become": the participle looks like the present.
_PERFECT = listed("has have had")
_BEFORE_PASSIVES = triggers.PRESENT_BE | {"being", "if", "once", "unless"}
_NOUNS_TOO = listed(
    "campaign debate tour report host present release address visit mark issue face delay hand"
)
# What takes place in these is made up: "the novel takes place in 2040".
_TALES = listed("novel film movie play story series show book drama tale episode")


def verb_of_group(words: Sequence[Word], group: Group) -> Event:
    """Return the event that a group of words tells: "is expected to open"."""
    head = text_at(words, group.head)
    is_state = text_at(words, group.head - 1) in ("in", "be", "under")
    kind = type_of(head) if is_state else type_of_verb(head)
    kind = EventType.EFFECTIVE if head in ("effect", "force") else kind
    return Event(
        head=group.head,
        first=group.first,
        lemma=_lemma_at(words, group.head),
        event_type=EventType.DELAY if _is_shifted(words, group.head) else kind,
        tense=Tense.FUTURE,
        certainty=group.certainty,
        trigger=group.trigger,
        is_negated=group.is_negated,
        is_unreal=group.is_unreal,
    )


def finite_verb_at(words: Sequence[Word], place: int) -> Event | None:
    """Return the event of a verb that stands alone: "opens", "opened", "takes effect"."""
    text = text_at(words, place)
    if text in _SET_VERBS:
        return _set_phrase_at(words, place)
    if text in _MATCHES and _is_match(words, place):
        return Event(place, place, text, EventType.MEETING, Tense.FUTURE)
    if text in triggers.REPORTING:
        return Event(place, place, text, EventType.OTHER, Tense.PAST)
    lemma = VERB_LEMMAS.get(text)
    is_regular = text.endswith("ed") and text not in triggers.NO_PAST_FORMS
    if is_regular or text in triggers.PAST_FORMS or text in IRREGULAR:
        return _past_form_at(words, place, lemma or text)
    if lemma is None or _is_no_verb(words, place):
        return None
    before = text_at(words, place - 1)
    has_subject = before.endswith("s") or before in triggers.PRONOUNS or before == "and"
    tense = Tense.PAST if before in _PERFECT else Tense.FUTURE
    is_verb = lemma != text or has_subject
    return Event(place, place, lemma, type_of(text), tense) if is_verb else None


def _is_match(words: Sequence[Word], place: int) -> bool:
    """Say whether one team meets another: "City host Rovers on Saturday", not "News host Lena".

    Before it stands but the one name, and behind the other the day or the place.
    """
    first = place - 1
    while first >= 0 and words[first].kind == "capitalised":
        first -= 1
    is_alone = first < 0 or words[first].kind in ("stop", "break", "comma")
    end = place + 1
    while end < len(words) and words[end].kind == "capitalised":
        end += 1
    is_named = first < place - 1 and end > place + 1
    is_last = end < len(words) and words[end].kind in _AFTER_A_MATCH
    verbs = (text_at(words, near) for near in range(end, end + _MATCH_WORDS))
    return is_alone and is_named and is_last and triggers.REPORTING.isdisjoint(verbs)


def _is_no_verb(words: Sequence[Word], place: int) -> bool:
    """Say whether the form is part of a noun: "the visit", "run-off", "the Sanders campaign"."""
    is_possessive = place > 0 and words[place - 1].kind == "possessive"
    is_owned = is_possessive and text_at(words, place - 2) not in triggers.PRONOUNS
    is_named = is_owned or text_at(words, place - 1) in triggers.DETERMINERS
    is_object = text_at(words, place - 1) in triggers.PREPOSITIONS
    is_plural = is_object and not text_at(words, place).endswith("ing")
    is_hyphened = place + 1 < len(words) and words[place + 1].kind == "hyphen"
    return is_named or is_plural or is_hyphened or _is_noun_too(words, place)


def _is_noun_too(words: Sequence[Word], place: int) -> bool:
    """Say whether the form is a noun here: "Fox News host Lena Holm", "the Sanders campaign"."""
    text = words[place].lower
    if text.endswith("ing") or lemma_of(text) not in _NOUNS_TOO:
        return False
    before = text_at(words, place - 1)
    if before in triggers.PRONOUNS or before == "and":
        return False
    is_plural = before.endswith("s") and words[place - 1].kind == "word"
    is_bare = text in _NOUNS_TOO
    return not is_plural if is_bare else not _is_capital(words, place - 1)


def _is_capital(words: Sequence[Word], place: int) -> bool:
    return 0 <= place < len(words) and words[place].text[0].isupper()


def _set_phrase_at(words: Sequence[Word], place: int) -> Event | None:
    """Return the event of "takes effect", "comes into force" and "takes place"."""
    if text_at(words, place + 1) == "place" and text_at(words, place) in ("take", "takes"):
        is_told = text_at(words, place - 1) in _TALES
        return None if is_told else Event(place, place, "take", EventType.MEETING, Tense.FUTURE)
    if text_at(words, place) in triggers.PRESENT_BE:
        is_in_force = text_at(words, place + 1) == "in"
        is_in_force = is_in_force and text_at(words, place + 2) in ("effect", "force", "place")
        kind = (EventType.EFFECTIVE, Tense.FUTURE)
        return Event(place + 2, place, "effect", *kind) if is_in_force else None
    for noun in (place + 1, place + 2, place + 4):
        if text_at(words, noun) in ("effect", "force", "office"):
            return Event(noun, place, "effect", EventType.EFFECTIVE, Tense.FUTURE)
    return None


def _past_form_at(words: Sequence[Word], place: int, lemma: str) -> Event | None:
    """Return the event of a past verb; none of one that describes: "an extended recess"."""
    before = text_at(words, place - 1)
    if before in triggers.DETERMINERS or (place and words[place - 1].kind == "hyphen"):
        return None
    if lemma in RESCHEDULING:
        certainty = _certainty_of_move(words, place)
        return Event(place, place, lemma, type_of(lemma), Tense.NONE, certainty)
    if before in _BEFORE_PASSIVES:
        certainty = Certainty.POSSIBLE if before == "if" else Certainty.FIRM
        return Event(place, place, lemma, type_of(lemma), Tense.NONE, certainty)
    return Event(place, place, lemma, type_of(lemma), Tense.PAST)


def shifted_at(words: Sequence[Word], place: int) -> Event | None:
    """Return the delay of "put the vote off to Friday"."""
    if not _is_shifted(words, place):
        return None
    certainty = _certainty_of_move(words, place)
    return Event(place, place, "postpone", EventType.DELAY, certainty=certainty)


def _is_shifted(words: Sequence[Word], place: int) -> bool:
    """Say whether the verb is "put off", "pushed back" or "brought forward"."""
    if text_at(words, place) not in _SHIFTS:
        return False
    for particle in range(place + 1, place + _SHIFTED_WORDS):
        is_off = text_at(words, particle) == "off" and text_at(words, place) != "set"
        if is_off or text_at(words, particle) in ("back", "forward"):
            return particle == place + 1 or text_at(words, particle + 1) in _NEW_DATE
    return False


def _certainty_of_move(words: Sequence[Word], place: int) -> Certainty:
    """Return PROPOSED for "want the vote brought forward": a wish moves nothing."""
    before = (text_at(words, near) for near in range(place - _WISH_WORDS, place))
    return Certainty.PROPOSED if any(text in _WISHES for text in before) else Certainty.FIRM


def _lemma_at(words: Sequence[Word], place: int) -> str:
    return "postpone" if _is_shifted(words, place) else lemma_of(words[place].lower)
