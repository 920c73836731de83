"""Whom a reader has met, in the order of the text, and whom "she" or "it" then stands for."""

from __future__ import annotations

from dataclasses import dataclass, field

from flows.quotes.full_names import Gender
from flows.quotes.kinds import Kinds
from flows.quotes.ledger import gender_of_pronoun
from flows.quotes.subjects import Subject
from flows.text.names import is_place

# Further back than this many people, "she" is a guess.
_MOST_STEPS_BACK = 8
# Bodies and people who do not fit are passed over, but not without end.
_MOST_LOOKED_AT = 32
# A paragraph is longer in no newspaper.
_PARAGRAPH_CHARS = 4000


@dataclass(frozen=True, slots=True)
class _Met:
    """Somebody as the reader last met them: as a speaker or as what a sentence is about."""

    position: int
    name: str
    spoke: bool = False


@dataclass(slots=True)
class Encounters:
    """Speakers and what sentences are about, up to a place in the text."""

    body: str
    kinds: Kinds
    subjects: list[Subject]
    _heard: int = 0
    _met: list[_Met] = field(default_factory=list[_Met])

    def hear_until(self, position: int) -> None:
        """Meet whom the sentences before a position are about."""
        while self._heard < len(self.subjects):
            subject = self.subjects[self._heard]
            if subject.position >= position:
                return
            self._heard += 1
            gender = gender_of_pronoun(subject.pronoun)
            if subject.name is not None:
                self._met.append(_Met(subject.position, self.kinds.full.fullest(subject.name)))
            elif gender is not None:
                name = self.last_met(subject.position, gender)
                if name is not None:
                    self._met.append(_Met(subject.position, name))

    def add_speaker(self, position: int, fullest: str) -> None:
        """Meet whoever speaks at a position."""
        self._met.append(_Met(position, fullest, spoke=True))

    def latest(self, count: int) -> list[str]:
        """Return the names met last, the last one at the end."""
        return [met.name for met in self._met[-count:]]

    def are_several(self, position: int, gender: Gender) -> bool:
        """Say whether more than one person met of late could be "he" or "she"."""
        before = [met.name for met in self._met[-_MOST_STEPS_BACK:] if met.position < position]
        people = {name for name in before if not self.kinds.is_body(name)}
        return sum(self.kinds.gender_of(name) in {None, gender} for name in people) > 1

    def last_met(self, position: int, gender: Gender, other_than: str | None = None) -> str | None:
        """Return whom a pronoun stands for: the last speaker or subject that fits."""
        if gender is Gender.IT:
            return self.last_body(position)
        unsure: str | None = None
        steps = 0
        for met in reversed(self._met[-_MOST_LOOKED_AT:]):
            if met.position >= position or met.name == other_than or self.kinds.is_body(met.name):
                continue
            if steps == _MOST_STEPS_BACK:
                break
            steps += 1
            known = self.kinds.gender_of(met.name)
            if known is gender or (known is None and self.kinds.is_person(met.name)):
                speaker = self._rather_speaker(met, position, gender)
                return met.name if speaker == other_than else speaker
            if known is None and unsure is None:
                unsure = met.name
        return unsure

    def _rather_speaker(self, met: _Met, position: int, gender: Gender) -> str:
        """Return the last speaker, where whom we met since is of another paragraph."""
        if met.spoke or self._is_near(met, position):
            return met.name
        for other in reversed(self._met[-_MOST_LOOKED_AT:]):
            if other.spoke and other.position < position and not self.kinds.is_body(other.name):
                known = self.kinds.gender_of(other.name)
                if known is gender or (known is None and self.kinds.is_person(other.name)):
                    return other.name
                return met.name
        return met.name

    def last_body(self, position: int) -> str | None:
        """Return the body that was met last, if that was in the same paragraph."""
        for met in reversed(self._met[-_MOST_LOOKED_AT:]):
            if met.position < position:
                is_body = self.kinds.is_body(met.name) and not is_place(met.name)
                return met.name if is_body and self._is_near(met, position) else None
        return None

    def _is_near(self, met: _Met, position: int) -> bool:
        """Say whether somebody was met in the same paragraph."""
        is_close = position - met.position < _PARAGRAPH_CHARS
        return is_close and self.body.find("\n", met.position, position) < 0
