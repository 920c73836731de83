"""What the tagger sees of each word. Numbers only: no word of any text is kept.

A word becomes hashed buckets (its lower-case form, its first and last letters), its shape, the
kind of verb or role it is, whether it stands in quotation marks, and which part of a name it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
import numpy.typing as npt

from flows.quotes.cues import BELIEF, INTENTION, SPEECH, WRITING
from flows.quotes.marks import Run
from flows.quotes.role import ROLE_NOUNS
from flows.records import Block, Span
from flows.text.names import Name, NameKind
from flows.text.sentences import sentences_within

# Buckets per table: enough that common words seldom collide, small enough to ship.
TABLE_SIZES = (16384, 4096, 4096, 32, 8, 8, 16, 8)
_WORD, _SUFFIX, _PREFIX, _SHAPE, _KIND, MARKS, _NAME, PLACE = range(len(TABLE_SIZES))
_AFFIX_CHARS = 3
# A token longer than this is no word; hashing its head keeps hostile text linear.
_TOKEN_CHARS = 40

# The stop of "U.S." belongs to it: a stop of its own ends a sentence.
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:[’'.,-]\w+)*|''|``|[^\w\s]")
_DIGIT = re.compile(r"\d")
_MARKS_OF_SHAPE = ".,:;?!()[]“”\"'’‘—–-…@#"
_PUNCTUATION = {mark: 8 + place for place, mark in enumerate(_MARKS_OF_SHAPE)} | dict.fromkeys(
    ("''", "``"), 8 + _MARKS_OF_SHAPE.index('"')
)


@dataclass(frozen=True, slots=True)
class Encoded:
    """The tokens of an article and, for each, one bucket of every table."""

    tokens: list[Span]
    paragraph: npt.NDArray[np.int32]
    buckets: npt.NDArray[np.int32]


def encode(
    body: str, blocks: Sequence[Block], runs: Sequence[Run], names: Iterable[Name]
) -> Encoded:
    """Return the tokens of the blocks and their buckets, in the order of the text."""
    tokens: list[Span] = []
    paragraph: list[int] = []
    rows: list[tuple[int, int, int, int, int]] = []
    place: list[int] = []
    for number, block in enumerate(blocks):
        first = len(tokens)
        for token in _TOKEN.finditer(body, block.start, block.end):
            tokens.append(Span(token.start(), token.end()))
            rows.append(_word_buckets(token.group()[:_TOKEN_CHARS]))
        paragraph += [number] * (len(tokens) - first)
        place += _places(body, block, tokens[first:])
    buckets = np.zeros((len(tokens), len(TABLE_SIZES)), dtype=np.int32)
    if tokens:
        starts = np.array([token.start for token in tokens])
        buckets[:, :MARKS] = rows
        buckets[:, MARKS] = _in_marks(starts, runs)
        buckets[:, _NAME] = _in_names(starts, names)
        buckets[:, PLACE] = place
    return Encoded(tokens, np.array(paragraph, dtype=np.int32), buckets)


@lru_cache(maxsize=50_000)
def _word_buckets(word: str) -> tuple[int, int, int, int, int]:
    lowered = _DIGIT.sub("0", word.lower().replace("’", "'"))
    return (
        _bucket(lowered, TABLE_SIZES[_WORD]),
        _bucket(lowered[-_AFFIX_CHARS:], TABLE_SIZES[_SUFFIX]),
        _bucket(lowered[:_AFFIX_CHARS], TABLE_SIZES[_PREFIX]),
        _shape(word),
        _kind(lowered),
    )


def _bucket(text: str, size: int) -> int:
    """Return a bucket from 1; bucket 0 is what training hides words behind."""
    return 1 + crc32(text.encode()) % (size - 1)


def _shape(word: str) -> int:
    if word in _PUNCTUATION:
        return _PUNCTUATION[word]
    if not word[0].isalpha():
        return 1 if word[0].isdigit() else 2
    if word[0].islower():
        return 3 if word.islower() else 4
    if len(word) == 1:
        return 5
    return 6 if word.isupper() else 7


def _kind(lowered: str) -> int:
    for number, words in enumerate((SPEECH, WRITING, BELIEF, INTENTION, ROLE_NOUNS), start=1):
        if lowered in words:
            return number
    return 0


def _places(body: str, block: Block, tokens: Sequence[Span]) -> list[int]:
    """Say of each token whether it opens a sentence (1), a paragraph (2), or neither (0)."""
    opening = {sentence.start for sentence in sentences_within(body, block.start, block.end)}
    places = [1 if token.start in opening else 0 for token in tokens]
    if places:
        places[0] = 2
    return places


def _in_marks(starts: npt.NDArray[np.int64], runs: Sequence[Run]) -> npt.NDArray[np.int32]:
    """Say of each token how it stands to quotation marks; 0 is outside them."""
    inside = np.zeros(len(starts), dtype=np.int32)
    for run in runs:
        low, high = np.searchsorted(starts, (run.start, run.end))
        if low < high:
            short = high - low <= _SHORT_RUN_TOKENS
            inside[low:high] = _INSIDE_SHORT if short else _INSIDE
            if run.ends_clause:
                inside[high - 1] = _CLAUSE_END
            inside[low] = _GOES_ON if run.continues else (_FIRST_SHORT if short else _FIRST)
    return inside


_INSIDE, _FIRST, _INSIDE_SHORT, _FIRST_SHORT, _GOES_ON, _CLAUSE_END = range(1, 7)
# Titles, terms and scare quotes are seldom longer.
_SHORT_RUN_TOKENS = 4
_NAME_BUCKETS = {NameKind.PERSON: 1, NameKind.BODY: 3, NameKind.UNKNOWN: 5}


def _in_names(starts: npt.NDArray[np.int64], names: Iterable[Name]) -> npt.NDArray[np.int32]:
    """Say of each token which part of which kind of name it is; 7 is a title before one."""
    inside = np.zeros(len(starts), dtype=np.int32)
    for name in names:
        title, low, high = np.searchsorted(starts, (name.title_start, name.start, name.end))
        inside[title:low] = 7
        if low < high:
            inside[low] = _NAME_BUCKETS[name.kind]
            inside[low + 1 : high] = _NAME_BUCKETS[name.kind] + 1
    return inside
