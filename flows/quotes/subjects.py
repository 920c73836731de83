"""Whom a sentence is about: its subject, outside of quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flows.quotes.cues import BELIEF, INTENTION, SPEECH, WRITING
from flows.quotes.full_names import FullNames
from flows.quotes.role import beside
from flows.quotes.speaker_words import BODIES, ROLE_NOUNS
from flows.records import Span
from flows.text.names import Name, NameKind, words_of


@dataclass(frozen=True, slots=True)
class Subject:
    """What a sentence is about: a name, or a pronoun that stands for one."""

    position: int
    name: Name | None = None
    pronoun: str = ""


# Room for "But " or "On Monday, " before a sentence's subject.
_OPENER_CHARS = 16
# A sentence that opens with one of these comes to its subject behind a comma.
_SUBORDINATE = words_of(
    """
    When While After Before As If Although Though Because Since Once Until Unless Whereas Asked
    Speaking Writing Despite Unlike Like With Without By
    """
)
_PRONOUN = re.compile(
    r"(?:(?:But|And|Yet|Still|Later|Then|Instead|However|Meanwhile|So|Now|Also),?\s)?"
    r"(?P<word>He|She|It|he|she|it)\s+(?=[a-z])"
)
_PRONOUN_BEHIND_COMMA = re.compile(r",\s(?P<word>he|she)\s+(?=[a-z])")
# "Trump included", "Trump, a fellow at the Hale Institute, included", "Trump -- … -- included"
_ASIDE = re.compile(
    r"(?:\s\([^()\n]{1,40}\))?(?:\sof\s[^,“”\"\n]{2,40}(?:,\s[A-Z][^,“”\"\n]{1,20},)?)?"
    r"(?:,\s[^,“”\"\n]{2,120},|\s(?:—|–|--?)\s[^“”\"\n]{2,120}?\s(?:—|–|--?))?"
)
_VERB = re.compile(r",?\s(?P<word>[a-z]+)\b")
_VERBS = (
    SPEECH
    | WRITING
    | BELIEF
    | INTENTION
    | words_of(
        """
        is was has had will would can could may might must should did does does not never also then
        later again soon now still once first already recently quickly clearly appears seems feels
        goes went takes took makes made gives gave comes came leaves left wins won loses lost runs
        ran seeks sought holds held leads led begins began becomes became gets got puts put keeps
        kept brings brought speaks spoke writes wrote fights fought draws drew meets met sees saw
        knows knew finds found stands stood sits sat sends sent pays paid sells sold buys bought
        grows grew rises rose falls fell cuts cut sets set hits hit read spent spends let lets
        himself herself works lives plays serves questions speculates explains adds agrees replies
        heads chairs owns teaches studies points looks turns
        """
    )
)


def subject_of(body: str, sentence: Span, names: Sequence[Name], full: FullNames) -> Subject | None:
    """Return whom the sentence is about; `names` are its names outside of quotation marks."""
    pronoun = _PRONOUN.match(body, sentence.start, sentence.end)
    if pronoun is not None:
        return Subject(pronoun.start("word"), pronoun=pronoun.group("word"))
    begin = sentence.start
    if _first_word(body, sentence) in _SUBORDINATE:
        comma = body.find(",", sentence.start, sentence.end)
        begin = comma if comma >= 0 else begin
        behind = _PRONOUN_BEHIND_COMMA.match(body, begin, sentence.end)
        if behind is not None:
            return Subject(behind.start("word"), pronoun=behind.group("word"))
    for name in names:
        if name.start >= begin and _may_act(body, name):
            is_person = full.fullest(name) in full.people
            is_head = is_person and _is_head(body, name, sentence)
            if is_head or _acts(body, name, sentence):
                return Subject(name.start, name=name)
    return next((Subject(x.start, name=x) for x in names if _is_told_to_be(body, x, begin)), None)


def _first_word(body: str, sentence: Span) -> str:
    end = body.find(" ", sentence.start, sentence.end)
    return body[sentence.start : end] if end > 0 else ""


def _may_act(body: str, name: Name) -> bool:
    return name.kind is not NameKind.BODY and body[name.end : name.end + 2] not in {"’s", "'s"}


_OF = re.compile(r"\b(?:of|for|in|at|to|from|with|by|on|near|over|against)\s$")
_OF_CHARS = 9


def _is_head(body: str, name: Name, sentence: Span) -> bool:
    """Say whether a name opens its sentence and is not only whose or where something is."""
    if name.title_start - sentence.start > _OPENER_CHARS:
        return False
    begin = max(sentence.start, name.title_start - _OF_CHARS)
    if _OF.search(body, begin, name.title_start):
        return False
    return not _is_owner(body, name.end, sentence.end)


_BEING = re.compile(r"\b(?:is|was)\s(?:[\w’'-]+\s){0,4}$")
_BEING_CHARS = 40


def _is_told_to_be(body: str, name: Name, begin: int) -> bool:
    """Say whether the sentence introduces somebody: "The first witness was Karl Voss"."""
    start = max(begin, name.title_start - _BEING_CHARS)
    return name.kind is NameKind.PERSON and bool(_BEING.search(body, start, name.title_start))


_PLAIN_WORD = re.compile(r"\s([a-z][a-z-]*)")


def _is_owner(body: str, position: int, limit: int) -> bool:
    """Say whether a name only says whose: "Clinton allies", "Clinton spokeswoman Ann Lee"."""
    word = _PLAIN_WORD.match(body, position, limit)
    if word is None or _is_verb(body, position, limit):
        return False
    noun = word.group(1)
    return noun in BODIES or noun in ROLE_NOUNS or noun.endswith("s")


def _acts(body: str, name: Name, sentence: Span) -> bool:
    if _is_verb(body, name.end, sentence.end) or beside(body, name) is not None:
        return True
    aside = _ASIDE.match(body, name.end, sentence.end)
    return aside is not None and _is_verb(body, aside.end(), sentence.end)


def _is_verb(body: str, position: int, limit: int) -> bool:
    verb = _VERB.match(body, position, limit)
    return verb is not None and (verb.group("word") in _VERBS or verb.group("word").endswith("ed"))
