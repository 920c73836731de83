"""Where a statement ends, and the condition that hangs on it."""

from __future__ import annotations

import re
from typing import NamedTuple

from flows.records import Span

# What ties a stand to something that another must do.
_CONDITION = re.compile(
    r",?\s+(?:in exchange for|in return for|on (?:the )?condition that|provided that"
    r"|as long as|so long as|unless"
    r"|(?:only )?if(?!\s+(?:elected|possible|necessary|needed|any|not|so|only)\b))\s+",
    re.IGNORECASE,
)
# What follows these is no longer the statement.
_END = re.compile(
    r"\s*[;:—–()]|,?\s+even\s+(?:if|as|though|when)\b|\s--|\s+-\s"
    r"|,?\s+(?:because|while|when|although|though|but|amid|ahead of|after"
    r"|before|saying|citing|as (?:the|he|she|it|they))\b"
    r"|\s+and\s+(?:has|have|had|is|was|were|are|will|would|said|also|[a-z]+ed)\s"
    r"|,\s+(?:and\s|[a-z]+ed\s|a\s|an\s|the\s|which\b|who\b|according\b|one\b)",
    re.IGNORECASE,
)
_TRIM = " \t\n.,;:!?"
_SPOKEN_WHEN = re.compile(
    r",?\s+(?:(?:on|late|early)\s+)*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?:\s+(?:morning|afternoon|evening|night))?\.?"
)
_SPOKEN_CHARS = 40
_IDIOM = re.compile(r"(?:go|look|come) (?:after|before)\b")
# Two things wanted at once: "a raise and an end to night shifts", "to open and to pay".
_JOINED_DEEDS = re.compile(r",?\s+and\s+to\s+(?=[a-z])")
_JOINED_THINGS = re.compile(r",?\s+and\s+(?=(?:an?|the|\d+)\s)")
_THING = re.compile(r"(?:an?|the|new|more|\d[\d.,%]*)\s")
# A longer first part has a phrase of its own, to which the "and" may belong.
_PART_WORDS = 5


class Statement(NamedTuple):
    """The words of a stand, and of its condition."""

    span: Span
    condition: Span | None


def statement_within(text: str, start: int, end: int) -> Statement | None:
    """Return the statement that begins at `start` and ends by `end`; None if it is empty.

    "reduced tariffs in exchange for action on fentanyl" is a statement and its condition.
    """
    # "go after the banks": this "after" ends nothing.
    idiom = _IDIOM.match(text, start, end)
    stop = _END.search(text, idiom.end() if idiom else start, end)
    if stop is not None:
        end = stop.start()
    spoken = _SPOKEN_WHEN.search(text, max(start, end - _SPOKEN_CHARS), end)
    if spoken is not None and spoken.end() == end:
        end = spoken.start()
    joint = _CONDITION.search(text, start, end)
    span = trimmed(text, start, end if joint is None else joint.start())
    if span is None:
        return None
    return Statement(span, None if joint is None else trimmed(text, joint.end(), end))


def parts_of(text: str, span: Span, *, is_deed: bool) -> list[Span]:
    """Return what a statement joins by "and", where each can stand alone.

    Deeds part at "and to" alone; things where both begin as a thing does and the first is short.
    """
    parts: list[Span] = []
    start = span.start
    for joint in (_JOINED_DEEDS if is_deed else _JOINED_THINGS).finditer(text, *span):
        part = text[start : joint.start()]
        if not is_deed and (len(part.split()) > _PART_WORDS or not _THING.match(part)):
            continue
        parts.append(Span(start, joint.start()))
        start = joint.end()
    return [*parts, Span(start, span.end)]


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span without space, stops and a lone quotation mark; None if none is left."""
    while start < end and (text[start] in _TRIM or _is_lone_mark(text, start, start, end)):
        start += 1
    while end > start and (text[end - 1] in _TRIM or _is_lone_mark(text, end - 1, start, end)):
        end -= 1
    return Span(start, end) if start < end else None


def _is_lone_mark(text: str, at: int, start: int, end: int) -> bool:
    """Say whether the character is a quotation mark without its partner in the span."""
    mark = text[at]
    if mark == '"':
        return text.count(mark, start, end) % 2 == 1
    partner = {"“": "”", "”": "“"}.get(mark)
    return partner is not None and text.find(partner, start, end) < 0
