"""Which person or body of the article a mention stands for."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from flows.quotes.full_names import FullNames, Gender
from flows.quotes.ledger import Ledger, gender_of_pronoun
from flows.quotes.mentions import mention_of
from flows.quotes.nouns import is_common_noun
from flows.quotes.owners import owner_before
from flows.quotes.role import UNKNOWN, Role, role_at, role_of
from flows.quotes.speaker import Mention, Path, Speaker
from flows.quotes.subjects import Subject
from flows.records import Span, SpeakerKind
from flows.text.names import Name, NameKind, given_names, is_place, words_of


@dataclass(frozen=True, slots=True)
class _Met:
    """Somebody as the reader last met them: as a speaker or as what a sentence is about."""

    position: int
    name: str
    spoke: bool = False


_PRONOUNS = words_of(
    "he she him her his they them we us i me it its you who whom which that one those"
)
_MANY = words_of("they them we us those")
_RELATIVE = words_of("who whom which that")
_ASIDE = re.compile(r",\s[^“”\"\n;:]{2,120},\s|,?\s")
_INITIAL = re.compile(r"(?:[A-Z]\.)+")
_TOLD = re.compile(r"\s(?:told|asked|reminded|assured|informed|warned|tells)\s")
_COMPANIES = words_of("company firm carmaker drugmaker manufacturer retailer airline")
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
# Further back than this many people, "she" is a guess.
_MOST_STEPS_BACK = 8
# Bodies and people who do not fit are passed over, but not without end.
_MOST_LOOKED_AT = 32
# A paragraph is longer in no newspaper.
_PARAGRAPH_CHARS = 4000
# Hostile text may name a thousand senators.
_MOST_BEARERS = 64
# Of several ministers "the minister" is the one met last, if that is not long ago.
_BEARER_STEPS_BACK = 4
# Initials are longer in no newspaper.
_INITIALS = 6


@dataclass(slots=True)
class Cast:
    """Everybody whom an article names; resolves mentions in the order of the text."""

    body: str
    full: FullNames
    names: list[Name]
    ledger: Ledger
    subjects: list[Subject]
    _heard: int = 0
    _met: list[_Met] = field(default_factory=list[_Met])
    _unnamed: dict[str, int] = field(default_factory=dict[str, int])
    _mentions: dict[str, list[Name]] = field(default_factory=dict[str, list[Name]])
    _roles: dict[str, Role] = field(default_factory=dict[str, Role])
    _companies: dict[str, bool] = field(default_factory=dict[str, bool])
    _bearers: dict[str, dict[str, int]] = field(default_factory=dict[str, dict[str, int]])

    def speaker_of(self, mention: Span) -> Speaker:
        """Return who it is; without a name where the article gives none or leaves a doubt."""
        self._hear_until(mention.start)
        word = self.body[mention.start : mention.end].lower()
        if word in _PRONOUNS:
            speaker = self._of_pronoun(mention, word)
        else:
            speaker = self._of_mention(mention_of(self.body, mention, self.names))
        if speaker.name is not None:
            self._met.append(_Met(mention.start, speaker.name, spoke=True))
        return speaker

    def role_of(self, fullest: str) -> Role:
        """Return what the article says that somebody is, and for whom; nothing of a body."""
        if fullest not in self._roles:
            names = self._mentions_of(fullest)
            is_body = all(name.kind is NameKind.BODY for name in names)
            is_body = is_body or self.ledger.is_body(fullest)
            self._roles[fullest] = UNKNOWN if is_body else role_of(self.body, names, self._whose)
        return self._roles[fullest]

    def _whose(self, owner: str, position: int) -> str | None:
        return owner_before(self.body, position, owner, self._names_body)

    def _names_body(self, name: Name) -> bool:
        is_body = name.kind is NameKind.BODY or self._is_body(self.full.fullest(name))
        return is_body and not is_place(name.text)

    def gender_of(self, fullest: str) -> Gender | None:
        """Return what a title says, or else what the article shows, or else the given name."""
        known = self.full.gender_of(fullest)
        return known if fullest in self.full.titled else self.ledger.gender_of(fullest, known)

    def _mentions_of(self, fullest: str) -> list[Name]:
        if not self._mentions:
            for name in self.names:
                self._mentions.setdefault(self.full.fullest(name), []).append(name)
        return self._mentions.get(fullest, [])

    def _hear_until(self, position: int) -> None:
        """Meet whom the sentences before a position are about."""
        while self._heard < len(self.subjects):
            subject = self.subjects[self._heard]
            if subject.position >= position:
                return
            self._heard += 1
            gender = gender_of_pronoun(subject.pronoun)
            if subject.name is not None:
                self._met.append(_Met(subject.position, self.full.fullest(subject.name)))
            elif gender is not None:
                name = self._last_met(subject.position, gender)
                if name is not None:
                    self._met.append(_Met(subject.position, name))

    def _of_pronoun(self, mention: Span, word: str) -> Speaker:
        if word in _MANY:
            return Speaker(mention, SpeakerKind.GROUP)
        if word in _RELATIVE:
            return self._of_relative(mention, word)
        gender = gender_of_pronoun(word)
        if gender is None:
            return Speaker(mention, SpeakerKind.PERSON if word in {"i", "me"} else None)
        name = self._last_met(mention.start, gender, self._listener(mention))
        if name is None:
            return Speaker(mention, None if gender is Gender.IT else SpeakerKind.PERSON)
        if gender is Gender.IT:
            return Speaker(mention, SpeakerKind.ORGANISATION, name, Path.PRONOUN)
        several = self._are_several(mention.start, gender)
        path = Path.PRONOUN_OF_SEVERAL if several else Path.PRONOUN
        return Speaker(mention, SpeakerKind.PERSON, name, path)

    def _are_several(self, position: int, gender: Gender) -> bool:
        """Say whether more than one person met of late could be "he" or "she"."""
        before = [met.name for met in self._met[-_MOST_STEPS_BACK:] if met.position < position]
        people = {name for name in before if not self._is_body(name)}
        return sum(self.gender_of(name) in {None, gender} for name in people) > 1

    def _listener(self, mention: Span) -> str | None:
        """Return whom "he told Per Lund" was said to: somebody else than "he"."""
        told = _TOLD.match(self.body, mention.end)
        index = bisect_right(self.names, mention.end, key=lambda name: name.title_start)
        if told is None or index == len(self.names):
            return None
        name = self.names[index]
        return self.full.fullest(name) if name.title_start == told.end() else None

    def _of_relative(self, mention: Span, word: str) -> Speaker:
        """Return whom "who" refers to: the name before it, perhaps with an aside between."""
        index = bisect_right(self.names, mention.start, key=lambda name: name.start) - 1
        for name in reversed(self.names[max(0, index - 3) : index + 1]):
            if _ASIDE.fullmatch(self.body, name.end, mention.start):
                named = mention_of(self.body, Span(name.title_start, name.end), self.names)
                speaker = replace(self._of_mention(named), span=mention, path=Path.RELATIVE)
                is_person = speaker.kind is SpeakerKind.PERSON
                return speaker if is_person == word.startswith("who") else Speaker(mention, None)
        return Speaker(mention, None)

    def _of_mention(self, mention: Mention) -> Speaker:
        if mention.name is None:
            return self._of_role(mention)
        fullest = self.full.fullest(mention.name)
        if mention.kind is SpeakerKind.PERSON:
            self.ledger.add_person(fullest)
        elif mention.kind is SpeakerKind.ORGANISATION:
            self.ledger.add_body(fullest)
        if not self._is_name(mention, fullest):
            return Speaker(mention.span, mention.kind or self._kind_of_word(fullest))
        kind = self.kind_of(fullest) or mention.kind
        if kind is None and self.role_of(fullest).title is not None:
            kind = SpeakerKind.PERSON
        return Speaker(mention.span, kind, fullest, self._path_of(mention.name, fullest))

    def _path_of(self, name: Name, fullest: str) -> Path:
        """Say how a name leads to its fullest form: itself, or a part of it, or one word alone."""
        if " " not in fullest:
            return Path.WORD
        return Path.FULL_NAME if " " in name.text else Path.LAST_NAME

    def _is_name(self, mention: Mention, fullest: str) -> bool:
        """Say whether a capital makes a name: not that of "Scientists" at a sentence's head."""
        if mention.name is None:
            return True
        is_noun = is_common_noun(fullest) and self.full.is_also_written_small(fullest)
        if fullest in self.full.sure and not is_noun:
            return True
        if mention.name.kind is not NameKind.UNKNOWN or self.ledger.is_person(fullest):
            return True
        return not is_common_noun(fullest) and not self.full.is_also_written_small(fullest)

    def _kind_of_word(self, word: str) -> SpeakerKind | None:
        return SpeakerKind.GROUP if word.endswith("s") else None

    def _of_role(self, mention: Mention) -> Speaker:
        """Return whose role a mention is, as "the mayor", where the article tells just one."""
        kind, noun = mention.kind, mention.noun
        if kind is SpeakerKind.ANONYMOUS and noun:
            self._unnamed[noun] = mention.span.start
        if noun in _COMPANIES and mention.is_definite and not mention.modifiers:
            company = self._last_company(mention.span.start)
            return Speaker(mention.span, kind, company, Path.ROLE if company else Path.UNNAMED)
        if kind is not SpeakerKind.PERSON or not mention.is_definite:
            return Speaker(mention.span, kind)
        name = self._bearer_of(mention)
        if name is None and noun in self._unnamed:
            kind = SpeakerKind.ANONYMOUS
        return Speaker(mention.span, kind, name, Path.ROLE if name else Path.UNNAMED)

    def _last_company(self, position: int) -> str | None:
        """Return the body met last in the paragraph, if the article tells that it is a company."""
        name = self._last_body(position)
        if name is None:
            return None
        if name not in self._companies:
            asides = (_COMPANY_ASIDE.match(self.body, at.end) for at in self._mentions_of(name))
            is_word = bool(_COMPANY_WORDS.intersection(name.split()))
            self._companies[name] = is_word or any(asides)
        return name if self._companies[name] else None

    def _bearer_of(self, mention: Mention) -> str | None:
        if not self._bearers:
            self._learn_bearers()
        told = self._bearers.get(mention.noun, {})
        before = mention.span.start
        fitting = {
            name
            for name, position in told.items()
            if position < before and self._fits(mention, name)
        }
        last = max((told[name] for name in fitting), default=-1)
        if self._unnamed.get(mention.noun, -1) > last:
            return None
        if len(fitting) == 1:
            return fitting.pop()
        recent = [met.name for met in self._met[-_BEARER_STEPS_BACK:] if met.name in fitting]
        if not recent:
            return None
        # Where another of them was named since, there is a doubt.
        named = max(fitting, key=lambda name: self._last_named(name, before))
        return recent[-1] if named == recent[-1] else None

    def _last_named(self, fullest: str, before: int) -> int:
        names = self._mentions_of(fullest)
        index = bisect_right(names, before, key=lambda name: name.start) - 1
        return names[index].start if index >= 0 else -1

    def _fits(self, mention: Mention, name: str) -> bool:
        """Say whether the article says all of this person: "the former Texas senator"."""
        role = self.role_of(name)
        told = f"{role.title or ''} {role.affiliation or ''}".lower()
        return all(
            word.lower() in told
            for word in mention.modifiers
            if word[0].isupper() or word in _FORMER
        )

    def _learn_bearers(self) -> None:
        """Note who is called what, and where for the first time."""
        for name in self.names:
            if self.kind_of(self.full.fullest(name)) is not SpeakerKind.PERSON:
                continue
            for noun in self._nouns_of(name):
                for word in (noun, *_CALLED.get(noun, ()), *noun.split("-")[1:]):
                    bearers = self._bearers.setdefault(word, {})
                    if len(bearers) < _MOST_BEARERS:
                        bearers.setdefault(self.full.fullest(name), name.start)

    def _nouns_of(self, name: Name) -> list[str]:
        title = self.body[name.title_start : name.start].lower().split()
        role = role_at(self.body, name)
        head = role.title.lower().split(" of ")[0].split(" for ")[0].split() if role.title else []
        return [word.rstrip(".,") for word in (*title, *head[-1:])]

    def _last_met(self, position: int, gender: Gender, other_than: str | None = None) -> str | None:
        """Return whom a pronoun stands for: the last speaker or subject that fits."""
        if gender is Gender.IT:
            return self._last_body(position)
        unsure: str | None = None
        steps = 0
        for met in reversed(self._met[-_MOST_LOOKED_AT:]):
            if met.position >= position or met.name == other_than or self._is_body(met.name):
                continue
            if steps == _MOST_STEPS_BACK:
                break
            steps += 1
            known = self.gender_of(met.name)
            if known is gender or (known is None and self._is_person(met.name)):
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
            if other.spoke and other.position < position and not self._is_body(other.name):
                known = self.gender_of(other.name)
                if known is gender or (known is None and self._is_person(other.name)):
                    return other.name
                return met.name
        return met.name

    def _last_body(self, position: int) -> str | None:
        """Return the body that was met last, if that was in the same paragraph."""
        for met in reversed(self._met[-_MOST_LOOKED_AT:]):
            if met.position < position:
                is_body = self._is_body(met.name) and not is_place(met.name)
                return met.name if is_body and self._is_near(met, position) else None
        return None

    def _is_near(self, met: _Met, position: int) -> bool:
        """Say whether somebody was met in the same paragraph."""
        is_close = position - met.position < _PARAGRAPH_CHARS
        return is_close and self.body.find("\n", met.position, position) < 0

    def _is_body(self, name: str) -> bool:
        return self.kind_of(name) is SpeakerKind.ORGANISATION

    def kind_of(self, fullest: str) -> SpeakerKind | None:
        """Return what the article shows that a name names."""
        if self.ledger.is_body(fullest):
            return SpeakerKind.ORGANISATION
        if self._is_person(fullest):
            return SpeakerKind.PERSON
        is_initials = fullest.isupper() and " " not in fullest and len(fullest) <= _INITIALS
        is_it = self.ledger.gender_of(fullest) is Gender.IT
        if fullest in self.full.bodies or is_initials or is_it or is_place(fullest):
            return SpeakerKind.ORGANISATION
        return SpeakerKind.PERSON if fullest in self.full.people else None

    def _is_person(self, fullest: str) -> bool:
        """Say whether the article leaves no doubt that a name is a person's."""
        if fullest in self.full.titled or self.ledger.is_person(fullest):
            return True
        first, *more = fullest.split()
        is_given = first in given_names() or _INITIAL.fullmatch(first) is not None
        is_name = fullest in self.full.people and fullest not in self.full.bodies
        return bool(more) and is_name and (is_given or self.full.is_shortened(fullest))
