"""The noun phrase around an event noun, and whether a preposition sets it apart from the verb.

"May cost her votes in the state elections on March 13" tells of the elections, whatever the verb
says; "will hold elections on March 13" tells of them by its verb.
"""

from __future__ import annotations

from flows.deadlines.sentence import Sentence
from flows.deadlines.triggers import PREPOSITIONS, REPORTING
from flows.deadlines.word_lists import listed

_PREPOSITIONS = PREPOSITIONS | listed("before during against ahead between throughout despite")
# In these the noun tells the verb's own event: "will go to the polls", "is up for re-election".
_GOES = listed(
    """
    go goes going went gone be up stand stands standing run runs running set planned scheduled due
    slated expected wait waits waiting
    """
)
_PARTS = frozenset(
    ("word", "capitalised", "possessive", "ordinal", "hyphen", "second", "year", "number")
)
_GOVERNORS = _PREPOSITIONS | {"of"}
_NO_PARTS = _PREPOSITIONS | REPORTING | listed("and or but that which who when if as than says")
_LONGEST = 12


def begin_of(sentence: Sentence, head: int) -> int:
    """Return the first word of the noun phrase: "the" of "the state elections"."""
    first = head
    while first > max(sentence.first, head - _LONGEST) and _is_part(sentence, first - 1):
        first -= 1
    return first


def _is_part(sentence: Sentence, place: int) -> bool:
    text = sentence.text(place)
    if text == "of":
        return sentence.text(place - 1) != "ahead"
    words = sentence.words
    if words[place].kind in ("word", "in", "the") and words[place + 1].kind == "hyphen":
        return True  # "in-person voting", "the first-in-the-nation primary"
    is_word = words[place].kind in _PARTS or text in ("the", "a", "this")
    is_noun = text not in _NO_PARTS and not sentence.is_verb(place)
    return is_word and (is_noun or words[place - 1].kind == "hyphen")


def is_set_apart(sentence: Sentence, head: int) -> bool:
    """Say whether a preposition governs the noun, and no verb of going: "in the elections"."""
    first = begin_of(sentence, head)
    place = first - 1
    if first <= sentence.first or sentence.text(place) not in _GOVERNORS:
        return False
    return sentence.text(place - 1) not in _GOES
