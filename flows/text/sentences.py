"""Where sentences start and end. Text is never changed, so offsets always hold."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from flows.records import Block, Span

# A full stop after these does not end a sentence when a name or number follows.
_SHORTENED = """
    mr mrs ms dr prof sen rep gov gen lt col sgt capt cmdr adm maj pvt rev hon st mt ft
    jr sr vs etc inc corp co ltd no vol fig dept univ assn bros jan feb mar apr jun jul
    aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun a.m p.m u.s u.k u.n
    e.u d.c i.e e.g ph.d m.d b.a ala ariz ark calif colo conn del fla ga ill ind kan ky
    la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo
    """
ABBREVIATIONS = frozenset(_SHORTENED.split())

# These abbreviations do end a sentence when a capital follows and nothing binds them to it.
CLOSING_ABBREVIATIONS = frozenset({"a.m", "p.m", "etc", "inc", "corp", "co", "ltd", "jr", "sr"})

_STOP = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'`“‘(\[—–-]*\s*[A-Z0-9“‘\"]|\s*$)")
_LAST_WORD = re.compile(r"([A-Za-z](?:[A-Za-z.]*[A-Za-z])?)$")
_LOOK_BACK_CHARS = 24


def _is_abbreviation(text: str, stop: re.Match[str], start: int) -> bool:
    """Say whether the stop belongs to a shortened word, an initial or "U.S."."""
    if stop.group()[0] != "." or len(stop.group()) > 1:
        return False
    word = _LAST_WORD.search(text, max(start, stop.start() - _LOOK_BACK_CHARS), stop.start())
    if word is None:
        return False
    lowered = word.group().lower()
    if lowered in CLOSING_ABBREVIATIONS:
        return False
    is_initial = len(lowered) == 1 and word.group().isupper()
    return is_initial or lowered in ABBREVIATIONS


def sentences_within(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences of one paragraph, trimmed of white space."""
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _is_abbreviation(text, stop, start):
            continue
        span = _trimmed(text, begin, stop.end())
        if span is not None:
            yield span
        begin = stop.end()
    rest = _trimmed(text, begin, end)
    if rest is not None:
        yield rest


def sentences_of(text: str, blocks: Sequence[Block]) -> list[Span]:
    """Return every sentence of the body in order; none crosses a block."""
    return [
        sentence for block in blocks for sentence in sentences_within(text, block.start, block.end)
    ]


def sentence_around(sentences: Sequence[Span], position: int) -> Span | None:
    """Return the sentence that holds the character at `position`, or None."""
    index = bisect_right(sentences, position, key=lambda sentence: sentence.start) - 1
    if index < 0 or position >= sentences[index].end:
        return None
    return sentences[index]


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
