"""What the tagger sees of each word. Numbers only: no word of any text is kept.

A word becomes hashed buckets (its lower-case form, its first and last letters), its pieces, its
shape, the kind of verb or role it is, how it stands to quotation marks, and which part of a name
it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from struct import Struct
from zlib import crc32

import numpy as np
import numpy.typing as npt

from flows.quotes.cues import BELIEF, INTENTION, SPEECH, WRITING
from flows.quotes.marks import Run
from flows.quotes.pieces import MOST_PIECES, pieces_of
from flows.quotes.speaker_words import ROLE_NOUNS
from flows.records import Block
from flows.text.names import Name, NameKind
from flows.text.sentences import sentences_within

# Buckets per table: enough that common words seldom collide, small enough to ship.
TABLE_SIZES = (16384, 4096, 4096, 40, 8, 32, 16, 8)
_WORD, _SUFFIX, _PREFIX, SHAPE, _KIND, MARKS, _NAME, PLACE = range(len(TABLE_SIZES))
# Behind the buckets stand the word's pieces, which share a table.
COLUMNS = len(TABLE_SIZES) + MOST_PIECES
_AFFIX_CHARS = 3
# What the word alone decides.
_COLUMNS = Struct(f"={MARKS + MOST_PIECES}i")
# A token longer than this is no word; hashing its head keeps hostile text linear.
_TOKEN_CHARS = 40

# The stop of "U.S." belongs to it: a stop of its own ends a sentence.
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:[’'.,-]\w+)*|''|``|[^\w\s]")
_DIGIT = re.compile(r"\d")
_MARKS_OF_SHAPE = ".,:;?!()[]“”\"'’‘—–-…@#"
_FIRST_SIGN = 8
_SIGNS = {mark: _FIRST_SIGN + place for place, mark in enumerate(_MARKS_OF_SHAPE)}
# Which of the double marks a publisher prints tells nothing; MARKS says which of them open.
_DOUBLE: dict[str, str] = dict.fromkeys(("“", "”", '"', "''", "``", "«", "»", "„"), '"')
# A clause ends with one of these.
_BREAKS = np.zeros(TABLE_SIZES[SHAPE], dtype=np.bool_)
_BREAKS[[_SIGNS[mark] for mark in ',:;?!()[]"’—–…']] = True


@dataclass(frozen=True, slots=True)
class Encoded:
    """The tokens of an article by their first and end characters, with a bucket of every table.

    `paragraph` and `clause` number the paragraph and the clause of each token, from 0; a clause
    is what stands between commas, marks and full stops. `quoted` says whether marks enclose it.
    `forms` has one row for each word that differs, and `form` says which of them a token is;
    `places` has what the word's place decides. `buckets` are both, one row a token.
    """

    starts: list[int]
    ends: list[int]
    paragraph: npt.NDArray[np.int32]
    clause: npt.NDArray[np.int32]
    quoted: npt.NDArray[np.bool_]
    forms: npt.NDArray[np.int32]
    form: npt.NDArray[np.int32]
    places: npt.NDArray[np.int32]

    @property
    def buckets(self) -> npt.NDArray[np.int32]:
        """The columns of every token, in the order of the tables, with its pieces behind."""
        rows = self.forms[self.form]
        return np.hstack((rows[:, :MARKS], self.places, rows[:, MARKS:]))

    @property
    def opens(self) -> npt.NDArray[np.bool_]:
        """Whether each token opens a sentence."""
        return self.places[:, PLACE - MARKS] > 0


def encode(
    body: str, blocks: Sequence[Block], runs: Sequence[Run], names: Iterable[Name]
) -> Encoded:
    """Return the tokens of the blocks and their buckets, in the order of the text."""
    starts: list[int] = []
    words: list[str] = []
    counts: list[int] = []
    opening: list[int] = []
    for block in blocks:
        before = len(starts)
        found = list(_TOKEN.finditer(body, block.start, block.end))
        starts += [token.start() for token in found]
        words += [token.group() for token in found]
        counts.append(len(starts) - before)
        opening += [s.start for s in sentences_within(body, block.start, block.end)]
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    paragraph = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
    if not starts:
        nothing = np.zeros(0, dtype=np.bool_)
        rows = np.zeros((0, COLUMNS), dtype=np.int32)
        return Encoded(starts, ends, paragraph, paragraph, nothing, rows, paragraph, rows)
    where = np.array(starts)
    edges = np.searchsorted(where, [(run.start, run.end) for run in runs]).reshape(-1, 2)
    forms, form = _forms(words)
    places = np.empty((len(starts), PLACE - MARKS + 1), dtype=np.int32)
    places[:, 0] = _to_marks(runs, edges, paragraph)
    places[:, 1] = _in_names(where, names)
    places[:, 2] = _places(paragraph, np.searchsorted(where, opening))
    quoted = places[:, 0] >= _QUOTED
    clause = _clauses(forms[form, SHAPE], places[:, 2] > 0, edges)
    return Encoded(starts, ends, paragraph, clause, quoted, forms, form, places)


def _forms(words: Sequence[str]) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """Return the columns of each word that differs, and for every word which of them it is."""
    numbers = {word: number for number, word in enumerate(dict.fromkeys(words))}
    rows = b"".join([_word_columns(word[:_TOKEN_CHARS]) for word in numbers])
    forms = np.frombuffer(rows, dtype=np.int32).reshape(len(numbers), -1)
    return forms, np.array([numbers[word] for word in words], dtype=np.int32)


@lru_cache(maxsize=50_000)
def _word_columns(word: str) -> bytes:
    """Return the columns of a word as bytes: joining these is the fastest way to a table."""
    word = _DOUBLE.get(word, word)
    lowered = _DIGIT.sub("0", word.lower().replace("’", "'"))
    columns = (
        _bucket(lowered, TABLE_SIZES[_WORD]),
        _bucket(lowered[-_AFFIX_CHARS:], TABLE_SIZES[_SUFFIX]),
        _bucket(lowered[:_AFFIX_CHARS], TABLE_SIZES[_PREFIX]),
        _shape(word),
        _kind(lowered),
        *pieces_of(word),
    )
    return _COLUMNS.pack(*columns)


def _bucket(text: str, size: int) -> int:
    """Return a bucket from 1; bucket 0 is what training hides words behind."""
    return 1 + crc32(text.encode()) % (size - 1)


def _shape(word: str) -> int:
    if word in _SIGNS:
        return _SIGNS[word]
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


def _places(
    paragraph: npt.NDArray[np.int32], opening: npt.NDArray[np.int64]
) -> npt.NDArray[np.int32]:
    """Say of each token whether it opens a sentence (1), a paragraph (2), or neither (0)."""
    places = np.zeros(len(paragraph), dtype=np.int32)
    places[opening[opening < len(places)]] = 1
    places[_changes(paragraph)] = 2
    return places


def _changes(numbers: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
    """Say of each place whether its number differs from that before; the first does."""
    changed = np.ones(len(numbers), dtype=np.bool_)
    changed[1:] = numbers[1:] != numbers[:-1]
    return changed


# Outside marks: no marks in the paragraph (0), before the first, between them, behind the last.
_BEFORE_MARKS, _BETWEEN_MARKS, _BEHIND_MARKS = 1, 2, 3
# Inside: first word, inner word, last word of a run, of which there are eight kinds.
_QUOTED = 4
_PLACES_IN_RUN = 3
# Titles, terms and scare quotes are seldom longer.
_SHORT_RUN_TOKENS = 4


def _to_marks(
    runs: Sequence[Run], edges: npt.NDArray[np.int64], paragraph: npt.NDArray[np.int32]
) -> npt.NDArray[np.int32]:
    """Say of each token how it stands to the quotation marks of its paragraph."""
    tokens = np.arange(len(paragraph))
    opens = np.flatnonzero(_changes(paragraph))
    closes = np.append(opens[1:], len(paragraph))
    stands = np.zeros(len(paragraph), dtype=np.int32)
    first = np.full(len(opens), len(paragraph))
    last = np.full(len(opens), -1)
    order = paragraph[opens].tolist()
    rank = {number: place for place, number in enumerate(order)}
    inside: list[tuple[int, int, int]] = []
    for run, (low, high) in zip(runs, edges.tolist(), strict=True):
        if low >= high:
            continue
        place = rank[int(paragraph[low])]
        first[place] = min(first[place], low)
        last[place] = max(last[place], high)
        whole = low <= opens[place] + 1 and high >= closes[place] - 2
        inside.append((low, high, _kind_of_run(run, high - low, is_whole=whole)))
    where = np.repeat(np.arange(len(opens)), closes - opens)
    has_runs = last[where] >= 0
    stands[has_runs] = _BETWEEN_MARKS
    stands[has_runs & (tokens < first[where])] = _BEFORE_MARKS
    stands[has_runs & (tokens >= last[where])] = _BEHIND_MARKS
    for low, high, kind in inside:
        bucket = _QUOTED + _PLACES_IN_RUN * kind
        stands[low:high] = bucket + 1
        stands[high - 1] = bucket + 2
        stands[low] = bucket
    return stands


def _kind_of_run(run: Run, length: int, *, is_whole: bool) -> int:
    """Return 0 to 7: short, long, the whole paragraph or re-opened; whether it ends a clause."""
    if run.continues:
        size = 3
    elif is_whole:
        size = 2
    else:
        size = 0 if length <= _SHORT_RUN_TOKENS else 1
    return 2 * size + int(run.ends_clause)


def _clauses(
    shape: npt.NDArray[np.int32], opens: npt.NDArray[np.bool_], edges: npt.NDArray[np.int64]
) -> npt.NDArray[np.int32]:
    """Return the number of each token's clause; one ends with a comma, a mark or a sentence."""
    begins = opens.copy()
    begins[1:] |= _BREAKS[shape[:-1]] & (shape[1:] < _FIRST_SIGN)
    marks = edges[:, 0] - 1
    begins[marks[marks >= 0]] = True
    begins[0] = False
    return np.cumsum(begins, dtype=np.int32)


_NAME_BUCKETS = {NameKind.PERSON: 1, NameKind.BODY: 3, NameKind.UNKNOWN: 5}


def _in_names(starts: npt.NDArray[np.int64], names: Iterable[Name]) -> npt.NDArray[np.int32]:
    """Say of each token which part of which kind of name it is; 7 is a title before one."""
    inside = np.zeros(len(starts), dtype=np.int32)
    listed = list(names)
    places = [(name.title_start, name.start, name.end) for name in listed]
    edges = np.searchsorted(starts, places).reshape(-1, 3).tolist()
    for name, (title, low, high) in zip(listed, edges, strict=True):
        inside[title:low] = 7
        if low < high:
            inside[low] = _NAME_BUCKETS[name.kind]
            inside[low + 1 : high] = _NAME_BUCKETS[name.kind] + 1
    return inside
