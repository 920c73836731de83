"""A name that stands beside the words that name a speaker: "the mayor, Per Lund"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.quotes.cues import SPEECH
from flows.quotes.nouns import WORD, is_one_person, is_person_noun
from flows.quotes.speaker import Mention
from flows.quotes.speaker_words import BODIES, ROLE_NOUNS
from flows.quotes.whole_names import names_of
from flows.records import Span, SpeakerKind
from flows.text.names import Name, NameKind, is_place, words_of
from flows.text.sentences import sentences_within

_NAMING = re.compile(r"\s(?:named|known|called|identified)\b")
_BESIDE_NAME = re.compile(r",\s+(?=[\w])")
_AFTER_NAME = re.compile(r"\s*(?:[,.:;(—–”\"]|$|[a-z])")
# Room for a title and a name behind a role and a comma.
_NAME_CHARS = 80


def name_beside(
    body: str, span: Span, head: Span, inner: tuple[Span, Sequence[Name]]
) -> Mention | None:
    """Return whom a mention is about whose own words end without a name.

    `inner` is the head up to its first preposition, and the names of the whole head.
    """
    core, parts = inner
    return (
        _called(body, span, core.end, head)
        or _behind_office(body, span, core, parts)
        or _body_called(body, span, core)
    )


def _called(body: str, span: Span, core_end: int, head: Span) -> Mention | None:
    """Read a name that a role is put beside: "the mayor, Per Lund", "a man named Per Lund"."""
    link = _NAMING.match(body, core_end, head.end)
    if link is not None:
        name = next(names_of(body, link.end(), head.end), None)
        return Mention(span, SpeakerKind.PERSON, name) if name else None
    words = WORD.findall(body[span.start : core_end])
    rest = _rest_of_role(body, span)
    if not words or (rest is None and not is_one_person(words)):
        return None
    comma = rest or _BESIDE_NAME.match(body, head.end)
    name = _name_beside(body, comma.end()) if comma else None
    if name is None:
        return None
    return Mention(Span(span.start, max(span.end, name.end)), SpeakerKind.PERSON, name)


_LAST_ASIDE = re.compile(r",\s+(?=[A-ZÀ-Þ])[^,]*$")


def _body_called(body: str, span: Span, core: Span) -> Mention | None:
    """Read a body that its name ends: "the firm that runs it, Orth Productions"."""
    words = WORD.findall(body[core.start : core.end])
    if not words or words[-1] not in BODIES:
        return None
    aside = _LAST_ASIDE.search(body, core.end, span.end)
    begin = aside.start() + 2 if aside else span.end
    name = next(names_of(body, begin, span.end), None)
    if name is None or is_place(name.text) or len(name.words) == 1:
        # "a team in Greenbelt, Maryland"
        return None
    is_all = name.title_start == begin and name.end == span.end
    return Mention(span, SpeakerKind.ORGANISATION, name) if is_all else None


def _name_beside(body: str, begin: int) -> Name | None:
    """Return the person whose name, perhaps behind another role, opens the text."""
    limit = _line_end(body, begin, begin + _NAME_CHARS)
    sentence = next(sentences_within(body, begin, limit), None)
    name = next(names_of(body, begin, sentence.end), None) if sentence else None
    if name is None or name.kind is NameKind.BODY or is_place(name.text):
        return None
    role = body[begin : name.title_start].split()
    if role and not (all(word.islower() for word in role) and is_person_noun(role[-1])):
        return None
    is_alone = not name.text.isupper() and _AFTER_NAME.match(body, name.end)
    return name if is_alone else None


def _behind_office(body: str, span: Span, core: Span, parts: Sequence[Name]) -> Mention | None:
    """Read a name right behind an office: "minister of mines and energy Per Lund"."""
    words: list[str] = WORD.findall(body[core.start : core.end])
    if not parts or not words or not is_one_person(words):
        return None
    name = parts[-1]
    before: list[str] = WORD.findall(body[core.end : name.title_start])
    last = before[-1] if before else ""
    if name.title_start < name.start and last in {"to", "of"}:
        # "China’s ambassador to Britain Liu Xiaming"
        return Mention(span, SpeakerKind.PERSON, name)
    if name.kind is not NameKind.PERSON or not last.islower() or last in _NO_OFFICE:
        return None
    return None if is_person_noun(last) else Mention(span, SpeakerKind.PERSON, name)


_NO_OFFICE = words_of(
    "of for from in at with to by on against near and or the a an his her its their who that"
)
_ROLE_GOES_ON = re.compile(r"(?:\s[a-z][a-z-]+){1,4},?\s+(?=[A-ZÀ-Þ])")


def _rest_of_role(body: str, span: Span) -> re.Match[str] | None:
    """Match what a broken-off mention leaves: "the previous" " party leader, Ann Lee"."""
    rest = _ROLE_GOES_ON.match(body, span.end)
    if rest is None:
        return None
    words = rest.group().rstrip(", ").split()
    has_verb = any(word in SPEECH or word in _NO_OFFICE for word in words)
    has_comma = "," in rest.group()
    is_role = is_person_noun(words[-1]) if has_comma else words[-1] in ROLE_NOUNS
    return rest if is_role and not has_verb else None


def _line_end(body: str, start: int, limit: int) -> int:
    end = body.find("\n", start, limit)
    return min(limit, len(body)) if end < 0 else end


def name_behind(body: str, span: Span, name: Name) -> Mention | None:
    """Read on behind "the previous Republican", which "party leader, Ann Lee" should follow."""
    rest = _rest_of_role(body, span) if name.kind is NameKind.UNKNOWN else None
    if rest is None:
        return None
    limit = _line_end(body, rest.end(), rest.end() + _NAME_CHARS)
    named = next(names_of(body, rest.end(), limit), None)
    if named is None or named.title_start > rest.end() or named.kind is not NameKind.PERSON:
        return None
    return Mention(Span(span.start, named.end), SpeakerKind.PERSON, named)
