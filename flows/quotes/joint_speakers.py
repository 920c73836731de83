"""Several speakers named together, and what only looks like them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.quotes.nouns import DETERMINERS, ONE, WORD, is_person_noun
from flows.quotes.speaker import Mention
from flows.quotes.whole_names import body_from, names_of
from flows.records import Span, SpeakerKind
from flows.text.names import Name, NameKind

_AND = re.compile(r"\s+(?:and|or|&|nor)\s+|,\s+(?:as well as|along with|together with)\s+")
_ALSO_BEHIND = re.compile(r",?\s*(?:and|as well as|along with|together with|&)\s+")


def together(body: str, core: Span, head: Span, span: Span) -> Mention | None:
    """Return several speakers named together; None where there is one."""
    joint = _AND.search(body, core.start, core.end)
    if joint is not None:
        parts = list(names_of(body, head.start, head.end))
        inside = any(name.start < joint.start() < name.end for name in parts)
        if not inside and not _has_two_roles(body, head, joint, parts):
            if _is_one_body(body, head, joint, parts):
                return Mention(
                    span,
                    SpeakerKind.ORGANISATION,
                    body_from(body, _after_article(body, head), head.end),
                )
            return Mention(span, SpeakerKind.GROUP)
    behind = body[head.end : span.end]
    also = _ALSO_BEHIND.match(behind)
    if also is not None and _starts_with_name(behind[also.end() :]):
        return Mention(span, SpeakerKind.GROUP)
    return _listed(body, head, span)


def _starts_with_name(text: str) -> bool:
    return bool(re.match(r"(?:the |his |her |its |an? )?[A-Z]|(?:his|her|its|their) ", text))


_COMMA = re.compile(r",\s+")


def _listed(body: str, head: Span, span: Span) -> Mention | None:
    """Return "Lee, Orth and Hale": a name behind the comma, and one more behind "and"."""
    comma = _COMMA.match(body, head.end, span.end)
    if comma is None:
        return None
    first = next(names_of(body, head.start, head.end), None)
    names = list(names_of(body, comma.end(), span.end))
    if first is None or not names[1:] or names[0].title_start > comma.end():
        return None
    between = body[names[-2].end : names[-1].title_start]
    both_people = first.kind is not NameKind.BODY and names[0].kind is not NameKind.BODY
    if both_people and _AND.fullmatch(between):
        return Mention(span, SpeakerKind.GROUP)
    return None


def _has_two_roles(body: str, head: Span, joint: re.Match[str], parts: Sequence[Name]) -> bool:
    """Say whether one person has two roles: "his chief pollster and strategist Per Lund"."""
    parts = [name for name in parts if not is_person_noun(name.text.lower())]
    last = parts[-1] if parts else None
    if last is None or last.kind is not NameKind.PERSON or last.start < joint.end():
        return not parts and _is_double(body, head, joint)
    before = WORD.findall(body[head.start : joint.start()])
    between = WORD.findall(body[joint.end() : last.title_start])
    is_name = any(name.end == joint.start() for name in parts)
    is_role = bool(before) and not is_name and is_person_noun(before[-1].lower())
    starts_new = bool(between) and between[0].lower() in DETERMINERS
    return is_role and not starts_new and not before[-1].endswith("s")


def _is_double(body: str, head: Span, joint: re.Match[str]) -> bool:
    """Say whether one unnamed person has two roles: "the delegate and activist"."""
    before = WORD.findall(body[head.start : joint.start()])
    after = WORD.findall(body[joint.end() : head.end])
    if not before or not after:
        return False
    if after[0] in ONE and before[0].lower() not in DETERMINERS:
        # "Author and one of the organisers, Ann Lee"
        return is_person_noun(before[-1].lower())
    if after[0].lower() in DETERMINERS:
        return False
    nouns = (before[-1].lower(), after[-1].lower())
    return all(noun in ONE or (is_person_noun(noun) and noun[-1] != "s") for noun in nouns)


def _is_one_body(body: str, head: Span, joint: re.Match[str], parts: Sequence[Name]) -> bool:
    """Say whether "and" stands inside a body's name: "the Food and Drug Administration"."""
    match parts:
        case [first, second]:
            touches = first.end == joint.start() and second.start == joint.end()
            at_start = first.start == _after_article(body, head)
            kinds = (first.kind, second.kind)
            return touches and at_start and kinds == (NameKind.UNKNOWN, NameKind.BODY)
        case _:
            return False


def _after_article(body: str, head: Span) -> int:
    article = re.compile(r"[Tt]he\s+").match(body, head.start, head.end)
    return article.end() if article else head.start
