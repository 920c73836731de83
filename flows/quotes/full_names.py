"""The fullest form under which an article names somebody."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from flows.quotes.speaker_words import MEN, WOMEN
from flows.text.names import Name, NameKind, given_names, is_place


class Gender(StrEnum):
    """Which pronoun an article may use for somebody or something."""

    HE = "he"
    SHE = "she"
    IT = "it"


_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
_SMALL_WORD = re.compile(r"\b[a-z]+\b")
# One word, and all of the name: there is no other Kremlin.
_WHOLE = frozenset({"Pentagon", "Kremlin", "Reuters", "Brexit", "Congress", "Parliament", "Labour"})
# Hostile text may name a thousand Lees; more than this nobody tells apart anyway.
_MOST_NAMESAKES = 64
# Who is named in full so many times as often is the one whom a last name alone means.
_DOMINANT = 2


@dataclass(slots=True)
class FullNames:
    """Every name of an article, and which of them stand for one person or body."""

    body: str
    people: set[str] = field(default_factory=set[str])
    bodies: set[str] = field(default_factory=set[str])
    sure: set[str] = field(default_factory=set[str])
    _by_last: dict[str, Counter[str]] = field(default_factory=dict[str, Counter[str]])
    _by_first: dict[str, Counter[str]] = field(default_factory=dict[str, Counter[str]])
    _namesakes: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    titled: dict[str, Gender] = field(default_factory=dict[str, Gender])
    _small: frozenset[str] = frozenset()
    _fullest: dict[tuple[str, Gender | None], str] = field(
        default_factory=dict[tuple[str, Gender | None], str]
    )

    def add(self, name: Name, *, is_first: bool) -> None:
        """Remember one place where somebody is named; `is_first` at the head of a sentence."""
        if not is_first or name.title_start < name.start or len(name.words) > 1:
            self.sure.add(name.text)
        _count(self._by_last, last_name(name.text), name.text)
        if name.kind is NameKind.PERSON:
            self.people.add(name.text)
            _count(self._by_first, given_name(name.text), name.text)
        if name.kind is NameKind.BODY:
            self.bodies.add(name.text)
        gender = self.gender_of_title(name)
        if gender is not None:
            self.titled.setdefault(name.text, gender)

    def gender_of_title(self, name: Name) -> Gender | None:
        """Return what "Mrs." or "Chairman" before a name says."""
        title = frozenset(self.body[name.title_start : name.start].split())
        if title & WOMEN:
            return Gender.SHE
        return Gender.HE if title & MEN else None

    def gender_of(self, name: str) -> Gender | None:
        """Return what the article's titles, or else a common given name, say; None if neither."""
        if name in self.titled:
            return self.titled[name]
        first = given_name(name)
        if len(name.split()) == 1:
            return None
        if first in given_names().men:
            return Gender.HE
        return Gender.SHE if first in given_names().women else None

    def is_shortened(self, name: str) -> bool:
        """Say whether the article also calls somebody by the last name alone, as of people."""
        namesakes = self._by_last.get(last_name(name), ())
        return any(other != name and name.endswith(f" {other}") for other in namesakes)

    def namesakes(self, word: str) -> list[str]:
        """Return the fullest name of each person of a last name, where it is a doubt who is meant.

        There is none where one is named twice as often as the next.
        """
        if word not in self._namesakes:
            given = Counter[str]()
            fullest: dict[str, str] = {}
            for name, often in self._by_last.get(word, Counter[str]()).items():
                first = given_name(name)
                if name in self.people and first != name and first in given_names():
                    given[first] += often
                    fullest[first] = max(name, fullest.get(first, ""), key=len)
            (_, most), (_, next_most) = [*given.most_common(2), ("", 0), ("", 0)][:2]
            # Chuck and Charles may be one person; Bill and Hillary are two.
            is_doubtful = 0 < most < _DOMINANT * next_most and len({x[0] for x in given}) > 1
            self._namesakes[word] = [fullest[first] for first in given] if is_doubtful else []
        return self._namesakes[word]

    def ending_with(self, word: str) -> list[str]:
        """Return the longer names that end with a word."""
        return [name for name in self._by_last.get(word, ()) if " " in name]

    def is_also_written_small(self, word: str) -> bool:
        """Say whether the article has the word without its capital too: "management"."""
        if not self._small:
            self._small = frozenset(_SMALL_WORD.findall(self.body)) | {""}
        return word.lower() in self._small

    def fullest(self, name: Name) -> str:
        """Return the longest form under which the article names the same person or body.

        Of several people with one last name it is the one named most; of equals, the first.
        "Xi" is "Xi Jinping": where no name ends with the word, one may begin with it.
        """
        key = (name.text, self.gender_of_title(name))
        if key not in self._fullest:
            self._fullest[key] = self._fullest_of(*key)
        return self._fullest[key]

    def _fullest_of(self, name: str, gender: Gender | None) -> str:
        if name in _WHOLE:
            return name
        often = self._by_last.get(last_name(name), Counter[str]())
        if " " not in name and (is_place(name) or name.isupper()):
            # Mark Cuban may be just "Cuban"; but Turkey is nobody's last name.
            known = {other for other in often if given_name(other) in given_names()}
            often = Counter({other: often[other] for other in often if other in known})
            if not often:
                return name
        first, _, rest = name.partition(" ")
        if first not in given_names() and rest in self.people and given_name(rest) in given_names():
            # "Brave Ann Lee" in a heading is the Ann Lee of the text.
            return rest
        fuller = self._fitting([other for other in often if _is_fuller(other, name)], gender)
        if rest and first in given_names():
            fuller = [other for other in fuller if given_name(other) in given_names()]
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
        if gender is not None:
            names = [name for name in names if self.gender_of(name) in {None, gender}]
        people = [name for name in names if name in self.people] or names
        return [name for name in people if given_name(name) in given_names()] or people


def _count(namesakes: dict[str, Counter[str]], key: str, name: str) -> None:
    counted = namesakes.setdefault(key, Counter())
    if name in counted or len(counted) < _MOST_NAMESAKES:
        counted[name] += 1


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
    if len(more) <= len(words):
        return False
    # "Council of British Columbia" is no fuller name of the province.
    is_of = is_place(name) and more[-len(words) - 1].islower()
    ends_alike = more[-len(words) :] == words and not is_of
    return ends_alike or (len(words) > 1 and words[0] == more[0])
