"""What the tagger learns from: articles with, for each word, what a careful reader marked.

Read from a corpus folder in the format of the PolNeAR kit (see MODEL_CARD.md).
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict
from zlib import crc32

import numpy as np
import numpy.typing as npt

from flows.quotes.cast import cast_of
from flows.quotes.features import COLUMNS, Encoded, encode
from flows.quotes.labels import CONTENT, CUE, LABELS, SOURCE
from flows.quotes.learned import trimmed
from flows.quotes.marks import runs_of
from flows.text.blocks import blocks_of

Numbers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

# Words that the corpus leaves out count neither way.
IGNORED = -100
BATCH_TOKENS = 4000
# Wide enough that nothing is seen across it, by words or by clauses.
GAP_TOKENS = 32
# One article in so many is held apart, to choose by.
_APART_SHARE = 10


class Marked(TypedDict):
    """One attribution of the corpus: the characters of its parts."""

    content: list[list[int]]
    source: list[list[int]]
    cue: list[list[int]]


class Row(TypedDict):
    """One article of the corpus."""

    id: str
    text: str
    attributions: list[Marked]
    ignore: list[list[int]]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One article with its answers.

    `labels` has the label of each token. Each row of `pieces` is one stretch of reported words:
    its first and last token, and the first token of its speaker and of its verb (-1 for none).
    `hints` is how likely a teacher holds each label of each token, where there is a teacher.
    """

    article_id: str
    encoded: Encoded
    labels: Numbers
    pieces: Numbers
    hints: Floats | None = None


def is_for_tuning(article_id: str) -> bool:
    """Say whether an article is held apart from a trial training."""
    return crc32(article_id.encode()) % _APART_SHARE == 0


def lessons_of(corpus: Path) -> list[Lesson]:
    """Return every article of the corpus file as a lesson."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        return [lesson_of(json.loads(line)) for line in lines]


def lesson_of(row: Row) -> Lesson:
    """Return the tokens of one article and what a reader marked on them.

    Where marked words overlap, those of the longest content win, and content wins over the rest.
    """
    text = row["text"]
    blocks = blocks_of(text)
    runs = runs_of(text, blocks)
    encoded = encode(text, blocks, runs, cast_of(text, blocks, runs).names)
    starts = np.array(encoded.starts)
    labels = np.zeros(len(starts), dtype=np.int64)
    pieces: list[tuple[int, int, int, int]] = []
    for attribution in sorted(row["attributions"], key=_content_chars, reverse=True):
        speaker = _first_token(starts, attribution["source"])
        verb = _first_token(starts, attribution["cue"])
        for span in attribution["content"]:
            for low, high in _pieces(text, encoded, _tokens(starts, span)):
                if not labels[low:high].any():
                    _mark(labels, (low, high), CONTENT)
                    pieces.append((low, high - 1, speaker, verb))
    for attribution in row["attributions"]:
        for span in attribution["source"]:
            _mark(labels, _tokens(starts, span), SOURCE)
        for span in attribution["cue"]:
            _mark(labels, _tokens(starts, span), CUE)
    for span in row.get("ignore") or []:
        low, high = _tokens(starts, span)
        labels[low:high] = IGNORED
    return Lesson(row["id"], encoded, labels, np.array(pieces, dtype=np.int64).reshape(-1, 4))


def _content_chars(attribution: Marked) -> int:
    return sum(end - start for start, end in attribution["content"])


def _tokens(starts: Numbers, span: Sequence[int]) -> tuple[int, int]:
    low, high = np.searchsorted(starts, span)
    return int(low), int(high)


def _first_token(starts: Numbers, spans: Sequence[Sequence[int]]) -> int:
    """Return the first token of the first span that has one, or -1."""
    for span in spans[:1]:
        low, high = _tokens(starts, span)
        if low < high:
            return low
    return -1


def _mark(labels: Numbers, tokens: tuple[int, int], kind: tuple[int, int]) -> None:
    low, high = tokens
    if low < high and not labels[low:high].any():
        labels[low:high] = kind[1]
        labels[low] = kind[0]


def _pieces(text: str, encoded: Encoded, tokens: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Cut a span at paragraph ends; trim marks and a leading "that", as the scorer does."""
    low, high = tokens
    cuts = [i for i in range(low + 1, high) if encoded.paragraph[i] != encoded.paragraph[i - 1]]
    for begin, end in zip([low, *cuts], [*cuts, high], strict=True):
        first, stop = trimmed(text, encoded, begin, end)
        if first < stop:
            yield first, stop


@dataclass(frozen=True, slots=True)
class Batch:
    """Several articles in one row of tokens, with gaps between that hold nothing.

    `solid` is 0 in a gap; `clauses` has the length of each clause, and a gap is all clauses.
    `hints` is 0 where no teacher said anything.
    """

    buckets: npt.NDArray[np.int32]
    labels: Numbers
    solid: npt.NDArray[np.float32]
    paragraph: Numbers
    clauses: Numbers
    pieces: Numbers
    hints: Floats


def batches(lessons: Iterable[Lesson]) -> list[Batch]:
    """Join lessons, in their order, to batches of some thousand tokens."""
    groups: list[list[Lesson]] = [[]]
    size = 0
    for lesson in lessons:
        if size + len(lesson.labels) > BATCH_TOKENS and groups[-1]:
            groups.append([])
            size = 0
        groups[-1].append(lesson)
        size += len(lesson.labels) + GAP_TOKENS
    return [_joined(group) for group in groups]


# Far enough that no paragraph of one article is near one of the next.
_PARAGRAPHS_APART = 20


def _joined(lessons: Sequence[Lesson]) -> Batch:
    parts = [_with_gap(lesson) for lesson in lessons]
    offset = paragraphs = 0
    for part in parts:
        part.pieces[part.pieces >= 0] += offset
        part.paragraph[:] += paragraphs
        offset += len(part.labels)
        paragraphs = int(part.paragraph[-1]) + _PARAGRAPHS_APART
    return Batch(
        buckets=np.concatenate([part.buckets for part in parts]),
        labels=np.concatenate([part.labels for part in parts]),
        solid=np.concatenate([part.solid for part in parts]),
        paragraph=np.concatenate([part.paragraph for part in parts]),
        clauses=np.concatenate([part.clauses for part in parts]),
        pieces=np.concatenate([part.pieces for part in parts]),
        hints=np.concatenate([part.hints for part in parts]),
    )


def _with_gap(lesson: Lesson) -> Batch:
    encoded = lesson.encoded
    gap = np.zeros((GAP_TOKENS, COLUMNS), dtype=np.int32)
    last = int(encoded.paragraph[-1]) if len(encoded.paragraph) else 0
    return Batch(
        buckets=np.concatenate([encoded.buckets, gap]),
        labels=np.append(lesson.labels, np.full(GAP_TOKENS, IGNORED)),
        solid=np.append(np.ones(len(lesson.labels)), np.zeros(GAP_TOKENS)).astype(np.float32),
        paragraph=np.append(encoded.paragraph, np.full(GAP_TOKENS, last)).astype(np.int64),
        clauses=np.append(np.bincount(encoded.clause), np.ones(GAP_TOKENS, dtype=np.int64)),
        pieces=lesson.pieces.copy(),
        hints=np.concatenate([_hints(lesson), np.zeros((GAP_TOKENS, LABELS), np.float32)]),
    )


def _hints(lesson: Lesson) -> Floats:
    if lesson.hints is None:
        return np.zeros((len(lesson.labels), LABELS), np.float32)
    return lesson.hints
