"""Which person or body of the article a mention stands for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from flows.records import Block, Span
from flows.text.names import Name, NameKind, names_within, without_possessive
from flows.text.sentences import sentences_of

_HE = frozenset({"he", "his", "him"})
_SHE = frozenset({"she", "her"})
_MALE_TITLES = frozenset("Mr Mr. Sir Lord King Prince Congressman Chairman Spokesman".split())
_FEMALE_TITLES = frozenset(
    "Mrs Mrs. Ms Ms. Miss Dame Lady Queen Princess Congresswoman Chairwoman Spokeswoman".split()
)
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
# Room for "But " or "On Monday, " before a sentence's subject.
_OPENER_CHARS = 16
_PRONOUN = re.compile(r"(?:he|she|they|we|i|it|you|who)", re.IGNORECASE)


@dataclass(slots=True)
class Cast:
    """Everybody whom an article names; resolves mentions in the order of the text."""

    body: str
    people: dict[str, list[Name]] = field(default_factory=dict[str, list[Name]])
    subjects: list[Name] = field(default_factory=list[Name])
    _speaker: str | None = None
    _spoke_at: int = 0

    def resolve(self, mention: Span) -> str | None:
        """Return the fullest name in the article for the mention; None if it names nobody."""
        words = self.body[mention.start : mention.end]
        if _PRONOUN.fullmatch(words):
            named = self._before(mention.start) if words.lower() in _HE | _SHE else None
        else:
            named = self._named(mention)
        if named is not None:
            self._speaker, self._spoke_at = named, mention.start
        return named

    def _before(self, position: int) -> str | None:
        """Return whom "he" or "she" stands for: the last speaker, or a later sentence's subject."""
        index = bisect_left(self.subjects, position, key=lambda name: name.start) - 1
        if index >= 0 and self.subjects[index].start > self._spoke_at:
            return self.fullest(self.subjects[index])
        return self._speaker

    def _named(self, mention: Span) -> str | None:
        names = list(names_within(self.body, mention.start, mention.end))
        if not names:
            return None
        # "Mara Ellison, a fellow at the Hale Institute" starts with whom it names; in "the
        # senator from Ohio" the only name is that of a place.
        people = [name for name in names if name.kind is NameKind.PERSON]
        chosen = people[0] if people else names[-1]
        if not people and not self._is_head(chosen, mention):
            return None
        return self.fullest(chosen)

    def _is_head(self, name: Name, mention: Span) -> bool:
        """Say whether the mention is the name itself: "Clinton", "the White House"."""
        before = self.body[mention.start : name.title_start].strip().lower()
        return before in {"", "the"} and not self.body[name.end : mention.end].strip(" ’'s")

    def fullest(self, name: Name) -> str:
        """Return the longest form under which the article names the person."""
        plain = without_possessive(name.text)
        known = self.people.get(last_name(plain), [])
        fuller = [other for other in known if _is_fuller(other.text, plain)]
        distinct = {given_name(other.text) for other in fuller}
        if len(distinct) == 1:
            return max((other.text for other in fuller), key=len)
        return plain


def cast_of(body: str, blocks: Sequence[Block]) -> Cast:
    """Read every name of the article once."""
    cast = Cast(body)
    for sentence in sentences_of(body, blocks):
        for name in names_within(body, sentence.start, sentence.end):
            if name.kind is NameKind.PERSON and name.title_start - sentence.start <= _OPENER_CHARS:
                cast.subjects.append(name)
            plain = without_possessive(name.text)
            if plain != name.text:
                name = Name(plain, name.start, name.start + len(plain), name.kind, name.title_start)
            cast.people.setdefault(last_name(plain), []).append(name)
    return cast


def last_name(name: str) -> str:
    """Return "Lee" for "Ann Lee Jr."."""
    words = [word for word in name.split() if word not in _SUFFIXES]
    return words[-1] if words else name


def given_name(name: str) -> str:
    """Return "Ann" for "Ann Lee"."""
    return name.split()[0]


def _is_fuller(other: str, name: str) -> bool:
    """Say whether `other` is the same name with more words before it."""
    words, more = name.split(), other.split()
    if len(more) <= len(words) or any(word.islower() for word in more[:1]):
        return False
    return len(words) == 1 or words[0] == more[0]
