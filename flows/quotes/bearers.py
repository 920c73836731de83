"""What the article says that somebody is, and whom "the senator" then stands for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from flows.quotes.affiliations import is_employer
from flows.quotes.kinds import Kinds
from flows.quotes.owners import owner_before
from flows.quotes.role import role_at, role_of
from flows.quotes.speaker import UNKNOWN, Mention, Role
from flows.records import SpeakerKind
from flows.text.names import Name, NameKind, is_place, words_of

_COMPANY_WORDS = words_of(
    "Inc Inc. Corp Corp. Corporation Ltd Ltd. Company Holdings Pharma Airlines Airways Motors Steel"
)
_COMPANY_ASIDE = re.compile(
    r",\s(?:an?|the)\s[^,.;\n]{0,60}?\b(?:company|firm|maker|manufacturer|retailer|airline)\b"
)
_FORMER = words_of("former then ex")
# Titles that are written short, and what a reporter calls their bearers.
_CALLED = {
    "sen": ("senator", "lawmaker"),
    "rep": ("representative", "congressman", "congresswoman", "lawmaker"),
    "gov": ("governor",),
    "pres": ("president",),
    "prof": ("professor",),
    "gen": ("general",),
    "senator": ("lawmaker",),
    "representative": ("congressman", "congresswoman", "lawmaker"),
    "mp": ("lawmaker",),
}
# Hostile text may name a thousand senators.
_MOST_BEARERS = 64
# A paragraph is longer in no newspaper.
_PARAGRAPH_CHARS = 4000


@dataclass(slots=True)
class Bearers:
    """The roles of everybody whom an article names, and who bears each."""

    body: str
    names: list[Name]
    kinds: Kinds
    _mentions: dict[str, list[Name]] = field(default_factory=dict[str, list[Name]])
    _in_full: dict[str, list[int]] = field(default_factory=dict[str, list[int]])
    _alone: dict[str, list[int]] = field(default_factory=dict[str, list[int]])
    _roles: dict[str, Role] = field(default_factory=dict[str, Role])
    _companies: dict[str, bool] = field(default_factory=dict[str, bool])
    _bearers: dict[str, dict[str, int]] = field(default_factory=dict[str, dict[str, int]])

    def role_of(self, fullest: str) -> Role:
        """Return what the article says that somebody is, and for whom; nothing of a body."""
        if fullest not in self._roles:
            names = self._mentions_of(fullest)
            is_body = all(name.kind is NameKind.BODY for name in names)
            is_body = is_body or self.kinds.is_body(fullest)
            self._roles[fullest] = UNKNOWN if is_body else role_of(self.body, names, self._whose)
        return self._roles[fullest]

    def _whose(self, role: Role, position: int) -> str | None:
        if role.owner[0].islower():
            return owner_before(self.body, position, role.owner, self._names_body)
        fullest = self.kinds.fullest(role.owner)
        kind = self.kinds.kind_of(fullest)
        title = role.title.split() if role.title else []
        if kind is SpeakerKind.PERSON or fullest in self.kinds.full.people:
            return None
        if kind is SpeakerKind.ORGANISATION and title and not is_place(role.owner):
            return role.owner
        is_owner = role.whole != f"{role.owner} {role.title}"
        is_known = role.owner in self.kinds.full.sure
        if not is_employer(role.owner, title, is_owner=is_owner, is_known=is_known):
            return None
        return role.owner

    def _names_body(self, name: Name) -> bool:
        fullest = self.kinds.full.fullest(name)
        is_body = name.kind is NameKind.BODY or self.kinds.is_body(fullest)
        return is_body and not is_place(name.text)

    def is_company(self, fullest: str) -> bool:
        """Say whether the article tells that a body is a company."""
        if fullest not in self._companies:
            asides = (_COMPANY_ASIDE.match(self.body, at.end) for at in self._mentions_of(fullest))
            is_word = bool(_COMPANY_WORDS.intersection(fullest.split()))
            self._companies[fullest] = is_word or any(asides)
        return self._companies[fullest]

    def of(self, mention: Mention) -> dict[str, int]:
        """Return who of the text before may be meant by "the senator", and where each is told."""
        if not self._bearers:
            self._learn()
        told = self._bearers.get(mention.noun, {})
        before = mention.span.start
        return {
            name: position
            for name, position in told.items()
            if position < before and self._fits(mention, name)
        }

    def last_named(self, fullest: str, before: int) -> int:
        """Return where somebody was named last before a position."""
        names = self._mentions_of(fullest)
        index = bisect_right(names, before, key=lambda name: name.start) - 1
        return names[index].start if index >= 0 else -1

    def one_of_last_name(self, word: str, several: Sequence[str], before: int) -> str | None:
        """Return who of several people of one last name is meant by it alone; None in doubt.

        It is the first, if the name stood alone before another was named in full: the paper then
        gives the others their given names. Else it is whoever was named in full last, unless
        another was in the same paragraph.
        """
        self._mentions_of(word)
        places = {one: self._in_full.get(one, []) for one in several}
        told = sorted((found[0], one) for one, found in places.items() if found)
        if len(told) > 1:
            alone = self._alone.get(word, [])
            index = bisect_left(alone, told[0][0])
            if index < len(alone) and alone[index] < told[1][0]:
                return told[0][1]
        latest = sorted(
            (found[index - 1], one)
            for one, found in places.items()
            if (index := bisect_left(found, before))
        )
        if len(latest) > 1 and self._is_one_paragraph(latest[-2][0], latest[-1][0]):
            return None
        return latest[-1][1] if latest else None

    def _is_one_paragraph(self, start: int, end: int) -> bool:
        return end - start < _PARAGRAPH_CHARS and self.body.find("\n", start, end) < 0

    def _fits(self, mention: Mention, name: str) -> bool:
        """Say whether the article says all of this person: "the former Texas senator"."""
        role = self.role_of(name)
        told = f"{role.title or ''} {role.affiliation or ''}".lower()
        return all(
            word.lower() in told
            for word in mention.modifiers
            if word[0].isupper() or word in _FORMER
        )

    def _learn(self) -> None:
        """Note who is called what, and where for the first time."""
        for name in self.names:
            if self.kinds.kind_of(self.kinds.full.fullest(name)) is not SpeakerKind.PERSON:
                continue
            for noun in self._nouns_of(name):
                for word in (noun, *_CALLED.get(noun, ()), *noun.split("-")[1:]):
                    bearers = self._bearers.setdefault(word, {})
                    if len(bearers) < _MOST_BEARERS:
                        bearers.setdefault(self.kinds.full.fullest(name), name.start)

    def _nouns_of(self, name: Name) -> list[str]:
        title = self.body[name.title_start : name.start].lower().split()
        role = role_at(self.body, name)
        head = role.title.lower().split(" of ")[0].split(" for ")[0].split() if role.title else []
        return [word.rstrip(".,") for word in (*title, *head[-1:])]

    def _mentions_of(self, fullest: str) -> list[Name]:
        if not self._mentions:
            for name in self.names:
                whole = self.kinds.full.fullest(name)
                self._mentions.setdefault(whole, []).append(name)
                if len(name.words) > 1:
                    self._in_full.setdefault(whole, []).append(name.start)
                else:
                    self._alone.setdefault(name.text, []).append(name.start)
        return self._mentions.get(fullest, [])
