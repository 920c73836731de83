"""Which body somebody is told to belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.quotes.nouns import is_role_noun
from flows.quotes.speaker_words import BODIES
from flows.text.names import (
    TITLES,
    NameKind,
    is_place,
    kind_of,
    without_possessive,
    words_of,
)

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w.’'&-]*"
ORGANISATION = re.compile(
    rf"(?:the\s+)?"
    rf"(?P<body>{_CAPITAL}(?:\s+(?:(?:of|for|and|on|in|&|at)\s+(?:the\s+)?)?{_CAPITAL})*)"
)
# "Arvenia’s farmers’ union", "the Ruiz campaign", "the Harbour Journal editorial board"
_BODY_IN_WORDS = re.compile(
    r"(?:the\s+)?(?P<body>[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,3}(?:[’']s?)?(?:\s[a-z][\w’'-]*){1,6})"
)
# "editorial" board; more plain words are a clause.
_MOST_PLAIN_WORDS = 1
# "U.K. think-tank Chatham House", "Danish investment company Saxo Bank"
_DESCRIBED_BODY = re.compile(
    r"(?:the\s+)?[A-Z][\w.-]*\s(?:[a-z-]+\s){0,3}(?:think[- ]tank|bank|firm|giant|group|party"
    r"|company|university|charity|newspaper|agency|consultancy|broker|school)\s(?=[A-Z])"
)
# "the Ukrainian president’s office" names no body with its first word.
_PLAIN_WORD = re.compile(r"\s([a-z]+)")
_GOES_ON = words_of(
    "in and who said says told for at on when as to with from where but during after before since"
)
_NEXT = re.compile(r",\s+(?=(?:the\s)?[A-Z])")
ENDS_ASIDE = re.compile(r"\s*(?:[,.;:)”\"—–]|$)")
_ADDRESS = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady)\.?\s+(?=[A-Z])")


def affiliation_at(text: str, *, allow_any: bool = False) -> str | None:
    """Return the body at the head of the text; a place or a person is none."""
    described = _DESCRIBED_BODY.match(text)
    if described is not None:
        text = text[described.end() :]
    in_words = _body_in_words(text)
    if in_words is not None:
        return in_words
    address = _ADDRESS.match(text)
    found = ORGANISATION.match(text, address.end() if address else 0)
    if found is None:
        return None
    body = without_possessive(_within_sentence(found.group("body")))
    behind = _PLAIN_WORD.match(text, found.end())
    if behind is not None and " " not in body and behind.group(1) not in _GOES_ON:
        return None
    return body if allow_any or kind_of(body) is NameKind.BODY else None


# "at SNC. Roth said": the full stop is the sentence's, unless it is that of "St." or "U.S.".
_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:St|Mt|Ft|Dr|Mr|Co))(?<!\b(?:Inc|Mrs|Gov|Sen|Rep|Gen|Ltd))\.\s.*",
    re.DOTALL,
)


def _within_sentence(body: str) -> str:
    return _SENTENCE_END.sub("", body).rstrip(".,")


def _body_in_words(text: str) -> str | None:
    """Return "Keldmark’s health ministry" or "Ruiz campaign"; None where no noun names a body."""
    found = _BODY_IN_WORDS.match(text)
    words: list[str] = found.group("body").split(" ") if found else []
    lasts = [number for number, word in enumerate(words) if word in BODIES]
    if not lasts:
        return None
    is_owned = any(without_possessive(word) != word for word in words)
    between = [word for word in words[: lasts[-1]] if word.islower()]
    if _GOES_ON.intersection(between) or (not is_owned and len(between) > _MOST_PLAIN_WORDS):
        return None
    return " ".join(words[: lasts[-1] + 1])


def body_behind(body: str, end: int, limit: int) -> str | None:
    """Return the body of ", Director, Orth Securities": one that ends its own aside."""
    comma = _NEXT.match(body, end, limit)
    found = ORGANISATION.match(body, comma.end(), limit) if comma else None
    if found is None or kind_of(found.group("body").rstrip(".")) is not NameKind.BODY:
        return None
    is_alone = body[found.end() - 1] == "." or ENDS_ASIDE.match(body, found.end())
    return found.group("body").rstrip(".") if is_alone else None


# Who works for a person as often as for a body: "Keane’s former chief of staff".
_PERSONAL = words_of(
    "aide adviser advisor ally staff spokesman spokeswoman spokesperson lawyer attorney counsel"
    " strategist supporter donor confidant surrogate critic biographer rival challenger opponent"
    " successor predecessor friend neighbour neighbor partner agent doctor manager pollster"
)
# Offices that only a body has; an economist or author may be of a town.
_OF_BODIES = words_of(
    "ceo cfo coo cto chief executive president chairman chairwoman chair director founder boss"
    " co-founder cofounder professor administrator leader editor"
)
# A capital that opens a role may be a rank's, or that of a people or creed: "Marxist economist".
_RANKS = words_of(
    "New Interim Senior Junior Vice Assistant Associate Managing Lead Local Veteran Fellow Top"
    " Prominent Leading Current Acting Then Late Longtime Retired Outgoing Founding Ex Campaign"
    " Company Party Team City State Union Family Co Foreign Executive Prime Chief First Tory"
)
_DESCRIBING = ("ist", "ian", "ish", "ese", "ic", "an", "al", "ed", "ing", "ive", "i")


def is_employer(owner: str, title: Sequence[str], *, is_owner: bool, is_known: bool) -> bool:
    """Say whether a role’s first word names a body: "Apple CEO", and never "Former CEO".

    `is_owner` where it says whose ("Apple’s"), `is_known` where the article shows that the word is
    a body or a name at least.
    """
    words = owner.split()
    if is_place(owner) or words[0] in TITLES or words[0] in _RANKS:
        return False
    if kind_of(owner) is NameKind.BODY or (owner.isupper() and len(words) == 1):
        return True
    nouns = {word.lower() for word in title}
    if not title or _PERSONAL & nouns:
        return False
    if is_owner:
        return True
    is_adjective = len(words) == 1 and owner.endswith(_DESCRIBING)
    is_short = title[0].isupper() and is_role_noun(title[0])
    return not is_adjective and bool(_OF_BODIES & nouns) and (is_known or is_short)
