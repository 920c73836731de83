"""Where a statement ends, and the condition that hangs on it."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from flows.positions.cues import cues
from flows.positions.grammar import ARTICLES
from flows.records import Span

# What ties a stand to something that another must do.
_CONDITION = re.compile(
    r",?(?:\s+(?:in exchange for|in return for|on (?:the )?condition that"
    r"|provided(?: that)?(?!\s+(?:at|by|for|in|to|under|with)\b)"
    r"|as long as|so long as|unless|should(?=\s+(?:he|she|it|they)\b))"
    # "determine if" asks, and ties nothing.
    r"|(?<!\bask)(?<!\bdecide)(?<!\bdetermine)(?<!\bknow)(?<!\bsee)\s+(?:only )?if"
    r"(?!\s+(?:we are to|elected|possible|necessary|needed|any|not|so|only)\b))\s+",
    re.IGNORECASE,
)
_FINITE = r"(?:has|have|had|is|are|was|were|will|would|said|says)"
# What follows these is no longer the statement.
_END = re.compile(
    r"\s*[;:—–―…()]|,?\s+even\s+(?:if|as|though|when)\b|\s--|\s+-\s"
    r"|,?\s+(?:because|while|when|although|though|but(?!\s+no\b)|amid|ahead of|after|before"
    r"|following"
    r"|(?<!\bfor )(?<!\bby )(?:saying|citing|arguing)"
    r"|as (?:he|she|it|they)|as the [\w ]{2,30} (?:said|says|put))\b"
    rf"|,?\s+and\s+(?:{_FINITE}|also|that|he|she|it|they|we|I)\s"
    r"|,?\s+and\s+(?:in an? [a-z]+ )?[a-z]+ed\s+"
    r"(?:an?|the|that|to|his|her|its|their|it|him|them|no|not|in|on|for"
    r"|support|opposition|concerns?|plans|interest|doubts?|calls)\s"
    rf"|,?\s+and\s+(?-i:[A-ZÀ-Þ][\w’'.-]+\s+){{1,3}}(?:{_FINITE}|wants?)\s",
    re.IGNORECASE,
)
_COMMA = re.compile(r",(?P<mark>[”\"]|'')?\s+")
# "the wage, now 7.25 dollars, to be raised", "the first woman, and the next man, on the moon": what
# is wanted goes on after the aside.
_ASIDE = re.compile(
    r",\s(?:[^,;]{1,40},\s+(?=to\s)|and\s(?!in\b)[^,;]{1,40},\s+(?=(?:at|from|in|on|to)\s))"
)
_YEAR = re.compile(r",\s+(?:1[5-9]|20)\d\d\b")
# "a swift, verifiable pact": so near its beginning a comma joins what describes one thing.
_DESCRIBED = re.compile(r"(?:an?|the|more|new)\s+[a-z-]+\Z")
_TERM = re.compile(r"\s*before\s")
_TERM_WORDS = 4
_CLAUSE = re.compile(
    r"\b(?:said|says|told|according|is|are|was|were|has|have|had|will|would|could|did|does)\b"
)
_ITEM = r"[^\s,;]+(?:\s+[^\s,;]+){0,4}?"
# ", fees and" after "tariffs": a list that goes on, each of its items a few words.
_LIST = re.compile(rf"(?:,\s+{_ITEM})+?,?\s+(?:and|or)\s+")
_NO_ITEM = frozenset(
    {"who", "which", "whose", "where", "one", "including", "such", "especially", "particularly",
     "not", "now", "also", "then", "so", "he", "she", "it", "they", "we", "i", "in", "at", "on",
     "with", "for", "and", "or"}
)  # fmt: skip
_MARK_CHARS = 40
# Alone they say nothing without the sentence before.
_POINTERS = frozenset(
    {"a deal", "action", "answers", "change", "help", "her", "him", "more", "one", "talks",
     "that", "these", "this", "those", "unity"}
)  # fmt: skip
_TRIM = " \t\n.,;:!?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|week|month|year)"
)
# When and where something was said; of a deed they would say when and where it is done.
_SPOKEN = re.compile(
    rf",?\s+(?:(?:(?:on|late|early|last)\s+){{0,2}}{_WEEKDAY}\b"
    rf"|(?:in|last|earlier this)\s+(?:late\s+|early\s+)?{_MONTH}\b"
    r"|this (?:morning|afternoon|evening|week|month|year)\b"
    r"|at (?:an?|the|his|her)\s+(?:[\w-]+\s+){0,3}"
    r"(?:rally|conference|town hall|debate|briefing|event|forum)\b"
    r"|in (?:an?|his|her|its|their)\s+(?:[\w-]+\s+){0,3}"
    r"(?:statement|letter|interview|speech|tweet|op-ed|email|memo|address|release|post|video)\b"
    r"|here(?=\s+(?:on|late|early)\b|\Z))"
)
_IDIOM = re.compile(r"(?:go|look|come) (?:after|before)\b")
# Two things wanted at once: "a raise and an end to night shifts", "to open and to pay".
_JOINED_DEEDS = re.compile(r",?\s+and\s+to\s+(?=[a-z])")
_JOINED_THINGS = re.compile(r",?\s+and\s+(?=(?:an?|the|\d+)\s)")
_THING = re.compile(r"(?:an?|the|new|more|\d[\d.,%]*)\s")
# A longer first part has a phrase of its own, to which the "and" may belong.
_PART_WORDS = 5


class Shape(Enum):
    """What a statement consists of.

    A deed ("to cut"), a thing ("a pact"), a thing that was spoken of in the past, another's deed
    with that other ("Oslo to cut"), which is never parted, or the whole line of a fact box.
    """

    DEED = auto()
    THING = auto()
    THING_THEN = auto()
    OTHERS_DEED = auto()
    LINE = auto()


class Statement(NamedTuple):
    """The words of a stand, and of its condition."""

    span: Span
    condition: Span | None


def statement_within(text: str, start: int, end: int, shape: Shape) -> Statement | None:
    """Return the statement that begins at `start` and ends by `end`; None if it is empty.

    "reduced tariffs in exchange for action on fentanyl" is a statement and its condition.
    """
    # "go after the banks": this "after" ends nothing.
    idiom = _IDIOM.match(text, start, end)
    if shape is not Shape.LINE:
        first = idiom.end() if idiom else start
        stops = (stop.start() for stop in _END.finditer(text, first, end))
        end = next((stop for stop in stops if not _is_term(text, stop, end)), end)
        end = _comma_end(text, start, end)
    joint = _CONDITION.search(text, start, end)
    last = end if joint is None else joint.start()
    if shape is Shape.THING_THEN and (spoken := _SPOKEN.search(text, start, last)):
        last = spoken.start()
    span = trimmed(text, start, last)
    if span is None or text[span.start : span.end].lower() in _POINTERS:
        return None
    return Statement(span, None if joint is None else trimmed(text, joint.end(), end))


def _is_term(text: str, stop: int, end: int) -> bool:
    """Say whether "before" names the term of a stand and begins no clause: "before April"."""
    term = _TERM.match(text, stop, end)
    words = text[term.end() : end].partition(",")[0].split() if term else []
    if term is None or not 0 < len(words) <= _TERM_WORDS:
        return False
    is_clause = words[0].endswith("ing") or words[0] in {"he", "she", "it", "they"}
    return not is_clause and not _CLAUSE.search(" ".join(words))


def _comma_end(text: str, start: int, end: int) -> int:
    """Return the first comma that ends the statement: not one of a list, a date or a condition."""
    at = start
    while comma := _COMMA.search(text, at, end):
        at = comma.end()
        if aside := _ASIDE.match(text, comma.start(), end):
            at = aside.end()
            continue
        if _CONDITION.match(text, comma.start(), end) or _YEAR.match(text, comma.start(), end):
            continue
        if _is_described(text, start, comma.start(), end):
            continue
        if closed := _inside_mark(text, start, comma.start(), end):
            at = closed
            continue
        listed = _list_at(text, start, comma.start(), end)
        if listed is None:
            # "the so-called “loophole,” which": the mark belongs to what it closes.
            return comma.end("mark") if _opens_mark(text, start, comma) else comma.start()
        at = listed
    return end


def _opens_mark(text: str, start: int, comma: re.Match[str]) -> bool:
    """Say whether the quotation that closes at this comma began in the statement."""
    mark = comma["mark"]
    if mark is None:
        return False
    return text.find("“" if mark == "”" else mark, start, comma.start()) >= 0


def _inside_mark(text: str, start: int, comma: int, end: int) -> int | None:
    """Return where a quotation closes that began in the statement: "“today, tomorrow, forever”".

    None where the comma stands in none, or in a long one, which may have clauses of its own.
    """
    opened = text.rfind("“", start, comma)
    if opened < 0 or text.find("”", opened, comma) >= 0:
        return None
    closed = text.find("”", comma, min(end, comma + _MARK_CHARS))
    return closed if closed >= 0 else None


def _is_described(text: str, start: int, comma: int, end: int) -> bool:
    following = text[comma + 1 : end].split(maxsplit=1)
    return bool(
        _DESCRIBED.match(text[start:comma])
        and following
        and following[0].islower()
        and _is_item(text, start, comma, end)
    )


def _list_at(text: str, start: int, comma: int, end: int) -> int | None:
    """Return where the last item of a list begins, if one goes on at this comma."""
    listed = _LIST.match(text, comma, end)
    if listed is None or not _is_item(text, start, comma, listed.end()):
        return None
    return listed.end()


def _is_item(text: str, start: int, comma: int, end: int) -> bool:
    """Say whether the words after the comma are a thing or a deed, as those before it are."""
    words = text[comma + 1 : end].split()
    head, first = (words[0].lower() if words else "and"), text[start:comma].split()[:1]
    is_like = bool(first) and first[0].lower() in ARTICLES
    if head in _NO_ITEM or head in cues() or (head in ARTICLES and not is_like):
        return False
    return not head.endswith(("ing", "’s", "'s", "s’", "s'")) and not _CLAUSE.search(
        text, comma, end
    )


def parts_of(text: str, span: Span, shape: Shape) -> list[Span]:
    """Return what a statement joins by "and", where each can stand alone.

    Deeds part at "and to" alone; things where both begin as a thing does and the first is short.
    """
    if shape is Shape.OTHERS_DEED:
        return [span]
    is_deed = shape is Shape.DEED
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
    if text.endswith((" and", " or", " but"), start, end):
        end = text.rindex(" ", start, end)
    # In wire copy quotations end with two apostrophes.
    if text.endswith("''", start, end) and text.count("``", start, end) == 0:
        end -= 2 if text.count("''", start, end) == 1 else 0
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
