"""Who is "he", who is "she" and what is "it": what an article itself shows of each name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from flows.quotes.full_names import Gender
from flows.quotes.speaker_words import FEMALE_NOUNS, MALE_NOUNS
from flows.text.names import Name


@dataclass(slots=True)
class Ledger:
    """What speaks for "he", for "she" and for "it", by the fullest name."""

    _votes: dict[str, Counter[Gender]] = field(default_factory=dict[str, Counter[Gender]])
    _persons: set[str] = field(default_factory=set[str])
    _bodies: set[str] = field(default_factory=set[str])

    def add(self, fullest: str, gender: Gender, weight: int) -> None:
        """Count one sign that the article may say he, she or it of this name."""
        self._votes.setdefault(fullest, Counter())[gender] += weight

    def add_person(self, fullest: str) -> None:
        """Remember that the article says "who" of this name, or gives it a person's title."""
        self._persons.add(fullest)

    def add_body(self, fullest: str) -> None:
        """Remember that the article says "which" of this name, or calls it a firm or a party."""
        self._bodies.add(fullest)

    def is_body(self, fullest: str) -> bool:
        """Say whether the article shows that the name is a body's, and nowhere a person's."""
        return fullest in self._bodies and not self.is_person(fullest)

    def gender_of(self, fullest: str, given: Gender | None = None) -> Gender | None:
        """Return what most speaks for, with what the given name says; None where it is even."""
        votes = Counter(self._votes.get(fullest, ()))
        if given is not None:
            votes[given] += _GIVEN_NAME
        if not votes:
            return None
        (first, most), *rest = votes.most_common()
        return None if rest and rest[0][1] == most else first

    def is_person(self, fullest: str) -> bool:
        """Say whether anything in the article shows that the name is a person's."""
        return fullest in self._persons or self.gender_of(fullest) in {Gender.HE, Gender.SHE}


# How much a sign weighs: a title or "herself" leaves no doubt, "his" may be another's.
SURE, LIKELY, HINT = 6, 3, 1
# Hillary may be a man, and the article then says "himself".
_GIVEN_NAME = 5
_GENDERS = {
    "himself": Gender.HE,
    "herself": Gender.SHE,
    "itself": Gender.IT,
    "his": Gender.HE,
    "her": Gender.SHE,
    "its": Gender.IT,
    "he": Gender.HE,
    "she": Gender.SHE,
    "it": Gender.IT,
}
_SELF = re.compile(r"\s(?:[a-z]+\s){0,2}(?P<word>himself|herself|itself)\b")
_OWN = re.compile(
    r"\s[a-z][^.,;:“”\"()\n]{0,60}?\s"
    r"(?P<word>his|her|its|(?<=when\s)(?:he|she)|(?<=after\s)(?:he|she)|(?<=because\s)(?:he|she))\s"
)
_SAID_IT = re.compile(
    r"\s(?:has\s|had\s)?[a-z]+\s(?:that\s)?(?P<word>it)\s(?:would|will|had|has|plans|planned|aims|expects)\b"
)
_WHO = re.compile(r",?\s(?P<word>who|whom|which)\b")
_NOUN = re.compile(r",\s(?:an?|the|his|her|one of the|whose)\s(?P<aside>[^,.;:“”\"\n]{2,60})")
_KIN = re.compile(r"\b(?P<noun>[a-z]+),?\s$")
_WORD = re.compile(r"[a-z]+")
_KIN_CHARS = 20
_ASIDE_CHARS = 90
STARTS_WITH_PRONOUN = re.compile(
    r"(?:[“\"]?(?:But|And|Yet|Still|Later|Then|Instead|However|Meanwhile|So|Now)[,]?\s)?"
    r"(?P<word>He|She|It|he|she|it)\s(?=[a-z’'])"
)


def signs_of(
    body: str, name: Name, limit: int, *, is_subject: bool
) -> Iterator[tuple[Gender, int]]:
    """Yield what the words around one mention of a name say for he, she or it, and how much.

    `limit` is where the sentence ends.
    """
    end = min(limit, name.end + _ASIDE_CHARS)
    myself = _SELF.match(body, name.end, end)
    if myself is not None:
        yield _GENDERS[myself.group("word")], SURE
    elif is_subject:
        own = _SAID_IT.match(body, name.end, end) or _OWN.match(body, name.end, end)
        if own is not None:
            yield _GENDERS[own.group("word")], HINT
    aside = _NOUN.match(body, name.end, end)
    kin = _KIN.search(body, max(0, name.title_start - _KIN_CHARS), name.title_start)
    for words in (
        _WORD.findall(aside.group("aside").split(" of ")[0]) if aside else (),
        (kin.group("noun"),) if kin else (),
    ):
        if any(word in MALE_NOUNS for word in words):
            yield Gender.HE, LIKELY
        if any(word in FEMALE_NOUNS for word in words):
            yield Gender.SHE, LIKELY


def pronoun_behind(body: str, name: Name, limit: int) -> str | None:
    """Return "who" or "which" where it refers to the name right before it."""
    who = _WHO.match(body, name.end, limit)
    return who.group("word") if who else None


def gender_of_pronoun(word: str) -> Gender | None:
    """Return whom "She" may stand for."""
    return _GENDERS.get(word.lower())
