"""Which person or body of the article a mention stands for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from flows.records import Block, Span
from flows.text.names import Name, NameKind, given_names, names_within, words_of
from flows.text.sentences import sentences_of


class Gender(StrEnum):
    """Which pronoun an article may use for somebody."""

    HE = "he"
    SHE = "she"


_PRONOUN = re.compile(r"(?:he|she|they|we|i|it|you|who|him|her|his)", re.IGNORECASE)
_GENDER_OF_PRONOUN = {
    "he": Gender.HE,
    "him": Gender.HE,
    "his": Gender.HE,
    "she": Gender.SHE,
    "her": Gender.SHE,
}
_MEN = words_of("Mr Mr. Sir Lord King Prince Congressman Chairman Spokesman Councilman")
_WOMEN = words_of(
    """
    Mrs Mrs. Ms Ms. Miss Dame Lady Queen Princess Congresswoman Chairwoman Spokeswoman Councilwoman
    """
)
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
# A name that a mention is about ends it, or is followed by an aside or by where they belong.
_ENDS_HEAD = re.compile(
    r"(?:[’']s?)?\s*(?:$|[,(;:—–“\"-]|(?:of|at|from|in|with|on|who|for|himself|herself)\b)"
)
_BELONGING = re.compile(r"\b(?:for|of|at|to|by|with|from|on|in|against|near)\b[^,]*$")
_JOINED = re.compile(r"\s(?:and|or|&)\s+(?=[A-Z])")
# Room for "But " or "On Monday, " before a sentence's subject.
_OPENER_CHARS = 16
# Further back than this many people, "she" is a guess.
_MOST_STEPS_BACK = 8


@dataclass(frozen=True, slots=True)
class _Met:
    """Somebody as the reader last met them: as a speaker or at the head of a sentence."""

    position: int
    name: str
    gender: Gender | None


# Hostile text may name a thousand Lees; more than this nobody tells apart anyway.
_MOST_NAMESAKES = 64


@dataclass(slots=True)
class Cast:
    """Everybody whom an article names; resolves mentions in the order of the text."""

    body: str
    names: list[Name] = field(default_factory=list[Name])
    _by_last: dict[str, Counter[str]] = field(default_factory=dict[str, Counter[str]])
    _by_first: dict[str, Counter[str]] = field(default_factory=dict[str, Counter[str]])
    _sure: set[str] = field(default_factory=set[str])
    _people: set[str] = field(default_factory=set[str])
    _subjects: list[Name] = field(default_factory=list[Name])
    _genders: dict[str, Gender] = field(default_factory=dict[str, Gender])
    _speakers: list[_Met] = field(default_factory=list[_Met])
    _fullest: dict[tuple[str, Gender | None], str] = field(
        default_factory=dict[tuple[str, Gender | None], str]
    )
    _mentions: dict[str, list[Name]] = field(default_factory=dict[str, list[Name]])

    def add(self, name: Name, *, is_first: bool, is_subject: bool) -> None:
        """Remember one place where somebody is named; `is_first` at the head of a sentence."""
        self.names.append(name)
        if not is_first or name.title_start < name.start or len(name.words) > 1:
            self._sure.add(name.text)
        _count(self._by_last, last_name(name.text), name.text)
        if name.kind is NameKind.PERSON:
            self._people.add(name.text)
            _count(self._by_first, given_name(name.text), name.text)
            if is_subject:
                self._subjects.append(name)
        gender = self._gender_of_title(name)
        if gender is not None:
            self._genders.setdefault(name.text, gender)

    def _gender_of_title(self, name: Name) -> Gender | None:
        title = frozenset(self.body[name.title_start : name.start].split())
        if title & _WOMEN:
            return Gender.SHE
        return Gender.HE if title & _MEN else None

    def resolve(self, mention: Span) -> str | None:
        """Return the fullest name in the article for the mention; None if it names nobody."""
        words = self.body[mention.start : mention.end]
        if _PRONOUN.fullmatch(words):
            gender = _GENDER_OF_PRONOUN.get(words.lower())
            named = self._last_met(mention.start, gender) if gender else None
        else:
            named = self._named(mention)
        if named is not None:
            self._speakers.append(_Met(mention.start, named, self.gender_of(named)))
        return named

    def mentions_of(self, fullest: str) -> list[Name]:
        """Return every place where the article names this person; none for a body."""
        if not self._mentions:
            for name in self.names:
                self._mentions.setdefault(self.fullest(name), []).append(name)
        names = self._mentions.get(fullest, [])
        is_person = any(name.kind is NameKind.PERSON for name in names)
        return names if is_person else []

    def gender_of(self, name: str) -> Gender | None:
        """Return what the article's titles, or else a common given name, say; None if neither."""
        if name in self._genders:
            return self._genders[name]
        first = given_name(name)
        if len(name.split()) == 1:
            return None
        if first in given_names().men:
            return Gender.HE
        return Gender.SHE if first in given_names().women else None

    def _last_met(self, position: int, gender: Gender) -> str | None:
        """Return whom "he" or "she" stands for: the last speaker or subject that fits."""
        subject = bisect_left(self._subjects, position, key=lambda name: name.start) - 1
        speaker = len(self._speakers) - 1
        for _ in range(_MOST_STEPS_BACK):
            at_subject = self._subjects[subject].start if subject >= 0 else -1
            at_speaker = self._speakers[speaker].position if speaker >= 0 else -1
            if max(at_subject, at_speaker) < 0:
                return None
            if at_speaker >= at_subject:
                name, known = self._speakers[speaker].name, self._speakers[speaker].gender
                speaker -= 1
            else:
                name = self.fullest(self._subjects[subject])
                known = self.gender_of(name)
                subject -= 1
            if known in {None, gender}:
                return name
        return None

    def _named(self, mention: Span) -> str | None:
        name = head_of(self.body, mention)
        if name is None:
            return None
        fullest = self.fullest(name)
        # "Scientists" at the head of a sentence has its capital from there, and is no name.
        return fullest if fullest in self._sure or name.kind is not NameKind.UNKNOWN else None

    def fullest(self, name: Name) -> str:
        """Return the longest form under which the article names the same person or body.

        Of several people with one last name it is the one named most; of equals, the first.
        "Xi" is "Xi Jinping": where no name ends with the word, one may begin with it.
        """
        key = (name.text, self._gender_of_title(name))
        if key not in self._fullest:
            self._fullest[key] = self._fullest_of(*key)
        return self._fullest[key]

    def _fullest_of(self, name: str, gender: Gender | None) -> str:
        often = self._by_last.get(last_name(name), Counter[str]())
        fuller = self._fitting([other for other in often if _is_fuller(other, name)], gender)
        if not fuller:
            begun = self._by_first.get(name, Counter[str]())
            longer = [other for other in begun if other != name]
            return longer[0] if len(longer) == 1 else name
        given = Counter[str]()
        for other in fuller:
            given[given_name(other)] += often[other]
        first = max(given, key=lambda word: given[word])
        return max((other for other in fuller if given_name(other) == first), key=len)

    def _fitting(self, names: list[str], gender: Gender | None) -> list[str]:
        """Keep people, known given names and the gender that the title ("Mrs. Lee") tells."""
        people = [name for name in names if name in self._people] or names
        known = [name for name in people if given_name(name) in given_names()] or people
        if gender is None:
            return known
        return [name for name in known if self.gender_of(name) in {None, gender}]


def _count(namesakes: dict[str, Counter[str]], key: str, name: str) -> None:
    counted = namesakes.setdefault(key, Counter())
    if name in counted or len(counted) < _MOST_NAMESAKES:
        counted[name] += 1


def cast_of(body: str, blocks: Sequence[Block]) -> Cast:
    """Read every name of the article once."""
    cast = Cast(body)
    for sentence in sentences_of(body, blocks):
        for name in names_within(body, sentence.start, sentence.end):
            is_subject = name.title_start - sentence.start <= _OPENER_CHARS
            # The label of a script ("KEANE: …") is a name wherever it stands.
            is_label = body[name.end : name.end + 1] == ":"
            is_first = name.start == sentence.start and not is_label
            cast.add(name, is_first=is_first, is_subject=is_subject)
    return cast


def head_of(body: str, mention: Span) -> Name | None:
    """Return the name that a mention is about; None for a role, a group or several people.

    "Mara Ellison, a fellow at the Hale Institute" is about Mara Ellison; "a spokesman for Mara
    Ellison", "Ellison supporters" and "Ellison and Grant" are about nobody with a name.
    """
    if _JOINED.search(body, mention.start, mention.end) and "," not in body[slice(*mention)]:
        return _body_with_and(body, mention)
    for name in names_within(body, mention.start, mention.end):
        before = body[mention.start : name.title_start]
        after = body[name.end : mention.end]
        if _ENDS_HEAD.match(after) and not _BELONGING.search(before):
            return name
    return None


def _body_with_and(body: str, mention: Span) -> Name | None:
    """Return a name whose own "and" joins no people: "the Food and Drug Administration"."""
    text = body[mention.start : mention.end].removeprefix("the ").removeprefix("The ")
    start = mention.end - len(text)
    names = list(names_within(body, start, mention.end))
    if names and names[-1].kind is NameKind.BODY and names[0].kind is not NameKind.PERSON:
        return Name(text, start, mention.end, NameKind.BODY, start)
    return None


def last_name(name: str) -> str:
    """Return "Lee" for "Ann Lee Jr."."""
    words = [word for word in name.split() if word not in _SUFFIXES]
    return words[-1] if words else name


def given_name(name: str) -> str:
    """Return "Ann" for "Ann Lee"."""
    return name.split(maxsplit=1)[0]


def _is_fuller(other: str, name: str) -> bool:
    """Say whether `other` is the same name with more words."""
    words, more = name.split(), [word for word in other.split() if word not in _SUFFIXES]
    ends_alike = more[-len(words) :] == words
    return len(more) > len(words) and (ends_alike or (len(words) > 1 and words[0] == more[0]))
