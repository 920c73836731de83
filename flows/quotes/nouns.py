"""What a noun calls a speaker: one person, many, a body, a document, a source."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.quotes.speaker_words import (
    BODIES,
    CROWD,
    DOCUMENTS,
    MANY,
    PEOPLE,
    PERSON_ENDINGS,
    ROLE_NOUNS,
    SOURCES,
    STANDINGS,
)
from flows.records import SpeakerKind
from flows.text.names import without_possessive, words_of

WORD = re.compile(r"[^\W_][\w’'.-]*")
DETERMINERS = words_of(
    "the this that his her its their our my your a an one another no any every each some"
)
# "one of his victims, Ann Lee" and the rest of "Another" " villager, Ann Lee".
ONE = words_of("one another")


def kind_of_noun(
    noun: str, words: Sequence[str], *, is_definite: bool, text: str
) -> SpeakerKind | None:
    """Say what a mention without a name calls the speaker."""
    is_one = SpeakerKind.PERSON if is_definite else SpeakerKind.ANONYMOUS
    is_corps = noun == "guard" and bool(_GUARDED.intersection(words))
    told: tuple[tuple[bool, SpeakerKind], ...] = (
        (noun in SOURCES or "familiar with" in text or "anonym" in text, SpeakerKind.ANONYMOUS),
        (noun in MANY or noun in _SHARES, SpeakerKind.GROUP),
        (any(word in CROWD for word in words[:-1]), SpeakerKind.GROUP),
        (noun in DOCUMENTS, SpeakerKind.DOCUMENT),
        (noun in BODIES or is_corps, SpeakerKind.ORGANISATION),
        (_is_plural(noun), SpeakerKind.GROUP),
        (is_person_noun(noun) or noun.endswith("-year-old"), is_one),
        (noun in ONE, SpeakerKind.ANONYMOUS),
    )
    return next((kind for is_so, kind in told if is_so), None)


# Half of the voters, six in ten of them, 85 percent of Democrats.
_SHARES = words_of(
    "half third quarter two three four five six seven eight nine ten three-quarters two-thirds"
    " one-third percent"
)
# "the coast guard" is no guard.
_GUARDED = words_of("coast border national revolutionary home")


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is"))


def is_common_noun(word: str) -> bool:
    """Say whether a capitalised word is likelier a noun at a sentence's head than a name."""
    noun = word.lower()
    return (
        noun in MANY
        or noun in _SHARES
        or noun in DOCUMENTS
        or noun in BODIES
        or noun in SOURCES
        or noun in PEOPLE
        or noun in ROLE_NOUNS
        or _is_plural(noun)
    )


# These end like what a person is, and are nothing of the kind.
_NO_NOUNS = words_of(
    """
    after for other over under however whether never ever or nor former another rather together
    later earlier per either neither further higher lower major minor super better greater longer
    number order matter power water paper letter summer winter offer answer were her their our
    your per than important significant prior senior junior inner outer upper
    """
)


def is_person_noun(noun: str) -> bool:
    """Say whether a lower-case noun is what one person may be."""
    last = noun.rsplit("-", 1)[-1]
    if last in _NO_NOUNS or noun in BODIES or noun in DOCUMENTS or last in BODIES:
        return False
    return last in ROLE_NOUNS or last in PEOPLE or last.endswith(PERSON_ENDINGS)


def is_one_person(words: Sequence[str]) -> bool:
    """Say whether the words end with what one person is: "the former mayor"."""
    noun = without_possessive(words[-1]).lower()
    if noun in ONE:
        return True
    is_crowd = any(word.lower() in CROWD for word in words)
    return not is_crowd and noun not in BODIES and (is_person_noun(noun) or noun == "republican")


# "hydrologist", "photographer", "paediatrician": too many to list.
_ROLE_ENDINGS = ("ologist", "ographer", "onomist", "ematician", "trician")


def is_role_noun(word: str) -> bool:
    """Say whether a noun is an office or calling, whose bearer a newspaper would so introduce."""
    lowered = word.lower()
    last = lowered.rsplit("-", 1)[-1]
    return (
        lowered.endswith(_ROLE_ENDINGS)
        or lowered in ROLE_NOUNS
        or last in ROLE_NOUNS
        or last in STANDINGS
    )
