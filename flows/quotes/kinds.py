"""What a name names, a person or a body, and whether the article may say he, she or it of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flows.quotes.full_names import FullNames, Gender
from flows.quotes.ledger import Ledger
from flows.records import SpeakerKind
from flows.text.names import Name, given_names, is_place, kind_of

_INITIAL = re.compile(r"(?:[A-Z]\.)+")
# Nobody is called so.
_OF = re.compile(r"\s(?:of|for)\s")
# Initials are longer in no newspaper.
_INITIALS = 6


@dataclass(frozen=True, slots=True)
class Kinds:
    """What an article shows of each fullest name."""

    full: FullNames
    ledger: Ledger

    def gender_of(self, fullest: str) -> Gender | None:
        """Return what a title says, or else what the article shows, or else the given name."""
        known = self.full.gender_of(fullest)
        return known if fullest in self.full.titled else self.ledger.gender_of(fullest, known)

    def is_body(self, fullest: str) -> bool:
        """Say whether the article shows that a name is a body's."""
        return self.kind_of(fullest) is SpeakerKind.ORGANISATION

    def kind_of(self, fullest: str) -> SpeakerKind | None:
        """Return what the article shows that a name names."""
        if self.ledger.is_body(fullest) or _OF.search(fullest):
            return SpeakerKind.ORGANISATION
        if self.is_person(fullest):
            return SpeakerKind.PERSON
        is_initials = fullest.isupper() and " " not in fullest and len(fullest) <= _INITIALS
        is_it = self.ledger.gender_of(fullest) is Gender.IT
        if fullest in self.full.bodies or is_initials or is_it or is_place(fullest):
            return SpeakerKind.ORGANISATION
        return SpeakerKind.PERSON if fullest in self.full.people else None

    def is_person(self, fullest: str) -> bool:
        """Say whether the article leaves no doubt that a name is a person's."""
        if fullest in self.full.titled or self.ledger.is_person(fullest):
            return True
        first, *more = fullest.split()
        is_given = first in given_names() or any(_INITIAL.fullmatch(x) for x in (first, *more))
        is_name = fullest in self.full.people and fullest not in self.full.bodies
        return bool(more) and is_name and (is_given or self.full.is_shortened(fullest))

    def fullest(self, text: str) -> str:
        """Return the fullest form of a name that stands somewhere in the article."""
        return self.full.fullest(Name(text, 0, 0, kind_of(text), 0))
