"""Which person or body of the article a mention stands for."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from flows.quotes.bearers import Bearers
from flows.quotes.encounters import Encounters
from flows.quotes.full_names import Gender
from flows.quotes.kinds import Kinds
from flows.quotes.ledger import gender_of_pronoun
from flows.quotes.mentions import mention_of
from flows.quotes.nouns import is_common_noun, kind_of_noun
from flows.quotes.speaker import Mention, Path, Role, Speaker
from flows.records import Span, SpeakerKind
from flows.text.names import Name, NameKind, words_of

_PRONOUNS = words_of(
    "he she him her his they them we us i me it its you who whom which that one those"
)
# "he’s promising": the verb was taken in.
_CONTRACTED = re.compile(r"(?P<word>he|she|it|they|we|you|i)[’'](?:s|re|ve|d|ll|m)\b")
_MANY = words_of("they them we us those")
_RELATIVE = words_of("who whom which that")
_ASIDE = re.compile(r",\s[^“”\"\n;:]{2,120},\s|,?\s")
_TOLD = re.compile(r"\s(?:told|asked|reminded|assured|informed|warned|tells)\s")
_COMPANIES = words_of("company firm carmaker drugmaker manufacturer retailer airline")
# Of several ministers "the minister" is the one met last, if that is not long ago.
_BEARER_STEPS_BACK = 4


@dataclass(slots=True)
class Cast:
    """Everybody whom an article names; resolves mentions in the order of the text."""

    body: str
    names: list[Name]
    kinds: Kinds
    bearers: Bearers
    met: Encounters
    _unnamed: dict[str, int] = field(default_factory=dict[str, int])

    def speaker_of(self, mention: Span) -> Speaker:
        """Return who it is; without a name where the article gives none or leaves a doubt."""
        self.met.hear_until(mention.start)
        text = self.body[mention.start : mention.end].lower()
        contracted = _CONTRACTED.match(text)
        word = contracted.group("word") if contracted else text
        if word in _PRONOUNS:
            speaker = self._of_pronoun(mention, word)
        else:
            speaker = self._of_mention(mention_of(self.body, mention, self.names))
        if speaker.name is not None:
            self.met.add_speaker(mention.start, speaker.name)
        return speaker

    def role_of(self, fullest: str) -> Role:
        """Return what the article says that somebody is, and for whom; nothing of a body."""
        return self.bearers.role_of(fullest)

    def _of_pronoun(self, mention: Span, word: str) -> Speaker:
        if word in _MANY:
            return Speaker(mention, SpeakerKind.GROUP)
        if word in _RELATIVE:
            return self._of_relative(mention, word)
        gender = gender_of_pronoun(word)
        if gender is None:
            return Speaker(mention, SpeakerKind.PERSON if word in {"i", "me"} else None)
        name = self.met.last_met(mention.start, gender, self._listener(mention))
        if name is None:
            return Speaker(mention, None if gender is Gender.IT else SpeakerKind.PERSON)
        if gender is Gender.IT:
            return Speaker(mention, SpeakerKind.ORGANISATION, name, Path.PRONOUN)
        several = self.met.are_several(mention.start, gender)
        path = Path.PRONOUN_OF_SEVERAL if several else Path.PRONOUN
        return Speaker(mention, SpeakerKind.PERSON, name, path)

    def _listener(self, mention: Span) -> str | None:
        """Return whom "he told Per Lund" was said to: somebody else than "he"."""
        told = _TOLD.match(self.body, mention.end)
        index = bisect_right(self.names, mention.end, key=lambda name: name.title_start)
        if told is None or index == len(self.names):
            return None
        name = self.names[index]
        return self.kinds.full.fullest(name) if name.title_start == told.end() else None

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
        name = mention.name or self._behind_common_word(mention)
        if name is None:
            return self._of_role(mention)
        several = self.kinds.full.namesakes(name.text) if name.start == name.title_start else []
        if several:
            one = self.bearers.one_of_last_name(name.text, several, mention.span.start)
            return Speaker(mention.span, SpeakerKind.PERSON, one, Path.NAMESAKE)
        fullest = self.kinds.full.fullest(name)
        if mention.kind is SpeakerKind.PERSON:
            self.kinds.ledger.add_person(fullest)
        elif mention.kind is SpeakerKind.ORGANISATION:
            self.kinds.ledger.add_body(fullest)
        if not self._is_name(mention, fullest):
            return Speaker(mention.span, mention.kind or self._kind_of_word(fullest))
        kind = self.kinds.kind_of(fullest) or mention.kind
        if kind is not SpeakerKind.ORGANISATION and self._is_behind_the(name, kind):
            kind = SpeakerKind.ORGANISATION
        if kind is None and self.role_of(fullest).title is not None:
            kind = SpeakerKind.PERSON
        return Speaker(mention.span, kind, fullest, self._path_of(name, fullest))

    def _is_behind_the(self, name: Name, kind: SpeakerKind | None) -> bool:
        """Say whether "the" stands before a name that is no person's: "the FBI", "The Hill"."""
        is_the = self.body[max(0, name.title_start - 4) : name.title_start].lower() == "the "
        is_alone = len(name.words) == 1 and not name.text.endswith("s")
        return is_the and is_alone and (kind is None or name.text.isupper())

    def _behind_common_word(self, mention: Mention) -> Name | None:
        """Return the last name that is a common word as well: "From said", of Al From."""
        start, end = mention.span
        word = self.body[start:end]
        kinds = {self.kinds.kind_of(name) for name in self.kinds.full.ending_with(word)}
        if SpeakerKind.PERSON not in kinds or is_common_noun(word):
            return None
        return Name(word, start, end, NameKind.UNKNOWN, start)

    def _path_of(self, name: Name, fullest: str) -> Path:
        """Say how a name leads to its fullest form: itself, or a part of it, or one word alone."""
        if " " not in fullest:
            return Path.WORD
        return Path.FULL_NAME if " " in name.text else Path.LAST_NAME

    def _is_name(self, mention: Mention, fullest: str) -> bool:
        """Say whether a capital makes a name: not that of "Scientists" at a sentence's head."""
        if mention.name is None:
            return True
        is_noun = is_common_noun(fullest) and self.kinds.full.is_also_written_small(fullest)
        if fullest in self.kinds.full.sure and not is_noun:
            return True
        if mention.name.kind is not NameKind.UNKNOWN or self.kinds.ledger.is_person(fullest):
            return True
        return not is_common_noun(fullest) and not self.kinds.full.is_also_written_small(fullest)

    def _kind_of_word(self, word: str) -> SpeakerKind | None:
        """Return what a noun calls the speaker that a sentence's head gives a capital."""
        return kind_of_noun(word.lower(), (), is_definite=False, text=word)

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
        name = self.met.last_body(position)
        return name if name is not None and self.bearers.is_company(name) else None

    def _bearer_of(self, mention: Mention) -> str | None:
        fitting = self.bearers.of(mention)
        if self._unnamed.get(mention.noun, -1) > max(fitting.values(), default=-1):
            return None
        if len(fitting) == 1:
            return next(iter(fitting))
        recent = [name for name in self.met.latest(_BEARER_STEPS_BACK) if name in fitting]
        if not recent:
            return None
        # Where another of them was named since, there is a doubt.
        before = mention.span.start
        named = max(fitting, key=lambda name: self.bearers.last_named(name, before))
        return recent[-1] if named == recent[-1] else None
