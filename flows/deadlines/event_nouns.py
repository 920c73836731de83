"""Nouns that name an event: "the vote", and not "the vote count" or "Congress"."""

from __future__ import annotations

from collections.abc import Sequence

from flows.deadlines import triggers
from flows.deadlines.event import Event
from flows.deadlines.event_words import NOUN_TYPES, VERB_LEMMAS
from flows.deadlines.verb_groups import text_at
from flows.deadlines.word_lists import listed
from flows.deadlines.words import Word

_SHORTEST_NOUN = len("vote")
_AFTER_A_NOUN = listed("of in on at for with between and or to from is was will has had here there")
# "The lawsuit also contests a rule".
_BEFORE_A_VERB = listed("also now then still never always")
_SUBJECTS = triggers.PRONOUNS - triggers.DETERMINERS
_AFTER_A_VERB = triggers.DETERMINERS | {"with"}


def noun_at(words: Sequence[Word], place: int) -> Event | None:
    """Return the event of a noun, unless it only describes the next one ("its launch customer")."""
    text = text_at(words, place)
    if text not in NOUN_TYPES:
        return None
    before = text_at(words, place - 1)
    is_verb = text in VERB_LEMMAS and before in _SUBJECTS
    is_verb = is_verb or before in _BEFORE_A_VERB
    is_other = _names_the_next(words, place) or _is_a_body(words, place)
    if is_verb or is_other or _is_doing(words, place):
        return None
    is_none = text_at(words, place - 1) == "no" or text_at(words, place - 2) == "no"
    return Event(place, place, text, NOUN_TYPES[text], is_noun=True, is_negated=is_none)


def _is_doing(words: Sequence[Word], place: int) -> bool:
    """Say whether the form is a verb's: "inviting him, meeting with him in July"."""
    text, before, after = text_at(words, place), words[place - 1], text_at(words, place + 1)
    is_joined = place > 0 and (before.kind == "comma" or before.lower in ("and", "then"))
    return is_joined and text.endswith("ing") and after in _AFTER_A_VERB


def _names_the_next(words: Sequence[Word], place: int) -> bool:
    """Say whether the noun only describes what follows: "its launch customer", "final pre-vote"."""
    following, after = words[place + 1 : place + 3], text_at(words, place + 1)
    if not following or following[0].kind == "year_unit":
        return bool(following)
    is_compound = len(following) > 1 and following[1].kind == "hyphen"
    return following[0].kind == "word" and (is_compound or _is_noun(after))


def _is_a_body(words: Sequence[Word], place: int) -> bool:
    """Say whether it is the house of that name: "Congress", but not "party congress"."""
    is_name = words[place].text == "Congress"
    return is_name and (place == 0 or words[place - 1].kind != "capitalised")


def _is_noun(text: str) -> bool:
    """Say whether a word after a noun can only be another noun."""
    is_other = text in _AFTER_A_NOUN or text in triggers.ADVERBS or text in triggers.BEFORE_DATE
    is_verb = text.endswith(("ed", "s", "ing", "ly")) or text in triggers.PAST_FORMS
    is_modal = text in triggers.MODALS or text in triggers.BE or text in VERB_LEMMAS
    return not (
        is_other
        or is_verb
        or is_modal
        or text in triggers.PREPOSITIONS
        or len(text) < _SHORTEST_NOUN
    )
