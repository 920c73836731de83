"""Who said it: the words that name the speaker of one cue."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from flows.quotes.cues import BETWEEN
from flows.records import Span

# A speaker further from the verb than this is somebody else's.
_REACH_CHARS = 260


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of speech within its sentence.

    `text` is the body with everything inside quotation marks blanked, offsets unchanged.
    """

    text: str
    start: int
    end: int
    sentence: Span


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that name a speaker, and the rule that chose them."""

    start: int
    end: int
    rule: str


_CAPITAL = r"(?:[^\W\d_a-zß-öø-ÿ][\w.’'&-]*)"
_LINK = r"(?:de|da|del|der|di|la|le|el|al|van|von|bin|of|of the|for|and|&)"
_NAME = rf"{_CAPITAL}(?:[ \xa0](?:{_LINK}[ \xa0])?{_CAPITAL})*"
_DETERMINER = (
    r"(?:[Tt]he|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Aa]nother|[Ss]ome|[Mm]any|[Ss]everal|[Ss]enior|"
    r"[Hh]is|[Hh]er|"
    r"[Tt]heir|[Oo]ur|[Oo]thers?|[Bb]oth|[Mm]ost|[Aa]nalysts|[Oo]fficials|[Ee]xperts|[Cc]ritics|[Oo]bservers|"
    r"[Ll]awmakers|[Ss]upporters|[Rr]esearchers|[Ss]cientists|[Pp]olice|[Ee]conomists|[Rr]eports|[Ss]ources)"
)
_PRONOUN = r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I)"
_ADVERBS = re.compile(rf"(?:\s+{BETWEEN}\b)*\s*$")
_ASIDE = re.compile(r",(?P<aside>[^,“”\"\x00.;:]{2,160}(?:,[^,“”\"\x00.;:]{2,80})?),$")
_PRONOUN_BEFORE = re.compile(rf"(?:^|(?<=[\s“\"(—–-]))(?P<who>{_PRONOUN})$")
_NAME_BEFORE = re.compile(rf"(?:^|(?<=[\s“\"(—–-]))(?P<who>{_NAME})$")
_ONLY_NAME = re.compile(rf"\s*{_NAME}")
_NOUNS_BEFORE = re.compile(
    rf"(?P<who>(?:{_DETERMINER}\s+)?(?:[\w.’'&/-]+\s+){{0,9}}[\w.’'&-]+(?:\s+\([^()]{{1,20}}\))?)$"
)
_NAME_AFTER = re.compile(rf"\s+(?P<who>(?:[a-z’'-]+\s+){{0,7}}{_NAME})")
_PRONOUN_AFTER = re.compile(rf"\s+(?P<who>{_PRONOUN})\b")
_NOUNS_AFTER = re.compile(rf"\s+(?P<who>{_DETERMINER}\s+(?:[\w.’'&-]+\s?){{1,8}})")
_NOUNS_STOP = re.compile(
    r"\s(?:in|on|at|during|after|before|about|as|when|while|with|to|by|last|this|who|that|from|told|"
    r"said|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|earlier|later|yesterday|"
    r"recently|of)\b"
)
_CLAUSE_START = re.compile(
    r"(?:^|[,;:—–“”\"\x00()]|\b(?:and|but|that|while|as|when|because|where|after|before|if|although|"
    r"though|which)\b)\s*"
)
_NOT_A_SPEAKER = re.compile(r"^(?:it|It|there|There|this|This|that|That|which|what|to|not)\b|^$")


def pronoun_before_verb(cue: Cue) -> Span | None:
    """Read "he" in “…,” he said."""
    before, offset = _before(cue)
    found = _PRONOUN_BEFORE.search(before)
    return Span(offset + found.start("who"), offset + found.end("who")) if found else None


def name_before_verb(cue: Cue) -> Span | None:
    """Read "the farmer Ann Lee" in "The farmer Ann Lee, who grows rye, said"."""
    before, offset = _before(cue)
    name = _NAME_BEFORE.search(before)
    if name is None:
        return None
    whole = _subject(before)
    start = whole.start if whole else name.start("who")
    return Span(offset + min(start, name.start("who")), offset + name.end("who"))


def nouns_before_verb(cue: Cue) -> Span | None:
    """Read "a senior official" in "A senior official said"."""
    before, offset = _before(cue)
    whole = _subject(before)
    if whole is None or _NOT_A_SPEAKER.match(before, whole.start):
        return None
    return Span(offset + whole.start, offset + whole.end)


def _subject(before: str) -> Span | None:
    """Return the words from the start of the clause, if they can be one noun phrase."""
    boundary = 0
    for mark in _CLAUSE_START.finditer(before):
        if mark.end() < len(before):
            boundary = mark.end()
    found = _NOUNS_BEFORE.match(before, boundary)
    return Span(*found.span("who")) if found else None


def name_after_verb(cue: Cue) -> Span | None:
    """Read "Ann Lee" in “…,” said Ann Lee, a farmer."""
    return _after(cue, _NAME_AFTER) if _is_inverted(cue) else None


def pronoun_after_verb(cue: Cue) -> Span | None:
    """Read "she" in “…,” says she."""
    return _after(cue, _PRONOUN_AFTER) if _is_inverted(cue) else None


def nouns_after_verb(cue: Cue) -> Span | None:
    """Read "the ministry" in “…,” said the ministry in a statement."""
    found = _after(cue, _NOUNS_AFTER) if _is_inverted(cue) else None
    if found is None:
        return None
    stop = _NOUNS_STOP.search(cue.text, found.start, found.end)
    return Span(found.start, stop.start() if stop else found.end)


_ACCORDING = re.compile(
    r"\s+(?P<who>[^,;:“”\"\x00]{2,120}?)"
    r"(?=[,;:“”\"\x00]|\.?$|\.\s|\s+(?:who|which|that|and said)\b)"
)


def after_according_to(cue: Cue) -> Span | None:
    """Read "the ministry" in "according to the ministry"."""
    if not cue.text[cue.start : cue.end].lower().endswith(" to"):
        return None
    found = _ACCORDING.match(cue.text, cue.end, min(cue.sentence.end, cue.end + _REACH_CHARS))
    return Span(*found.span("who")) if found else None


Rule = Callable[[Cue], Span | None]

# Order is meaning: after a closing mark the name behind the verb is the surest.
RULES: tuple[Rule, ...] = (
    after_according_to,
    pronoun_before_verb,
    name_before_verb,
    pronoun_after_verb,
    name_after_verb,
    nouns_before_verb,
    nouns_after_verb,
)


def mention_of(cue: Cue) -> Mention | None:
    """Return the words that name who speaks, and the rule that decided; None if no rule did."""
    for rule in RULES:
        if span := rule(cue):
            return Mention(span.start, span.end, rule.__name__)
    return None


def _before(cue: Cue) -> tuple[str, int]:
    """Return the text before the verb, without adverbs and asides, and where it starts."""
    start = max(cue.sentence.start, cue.start - _REACH_CHARS)
    before = cue.text[start : cue.start]
    if adverbs := _ADVERBS.search(before):
        before = before[: adverbs.start()]
    if aside := _ASIDE.search(before):
        is_name = _ONLY_NAME.fullmatch(aside.group("aside"))
        before = before[: aside.end("aside") if is_name else aside.start()]
    return before, start


def _after(cue: Cue, pattern: re.Pattern[str]) -> Span | None:
    found = pattern.match(cue.text, cue.end, min(cue.sentence.end, cue.end + _REACH_CHARS))
    if found is None:
        return None
    end = found.end("who")
    while cue.text[end - 1] in " .,":
        end -= 1
    return Span(found.start("who"), end)


_INVERTS = re.compile(r"(?:[,.?!…—-]|\x00)[”\"’']{0,3}\s*$|,\s*$")


def _is_inverted(cue: Cue) -> bool:
    """Say whether a quotation or its comma stands right before the verb."""
    begin = max(cue.sentence.start, cue.start - 8)
    return _INVERTS.search(cue.text[begin : cue.start]) is not None
