"""Which words are reported, by which verb, from which speaker: the tagger's answer."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from flows.quotes.attributions import Attribution
from flows.quotes.features import Encoded
from flows.quotes.labels import CONTENT, CUE, SOURCE, Floats, Layer, decided
from flows.quotes.marks import Run
from flows.quotes.mention_spans import mentions_in
from flows.quotes.pointers import Pointing, pointed
from flows.quotes.print_style import link_what_follows, rule_out_names
from flows.quotes.tagger import read
from flows.quotes.weights import Weights
from flows.records import Span
from flows.text.names import words_of

# What a label is worth beside what the network makes of it, in nats: a speaker or verb that is
# missed costs its quote, one too many costs little. Chosen on articles held apart.
_FAVOUR = np.array([0, 0, 0, 0.5, 0.5, 0.5, 0.5], dtype=np.float32)


@dataclass(frozen=True, slots=True)
class _Piece:
    """One stretch of reported words: tokens [first, end), and how sure the tagger is of it."""

    first: int
    end: int
    chance: float


def learned_attributions(
    body: str, encoded: Encoded, runs: Sequence[Run], trained: Weights
) -> list[Attribution]:
    """Return what the tagger finds, pieces of one utterance together."""
    if not encoded.starts:
        return []
    reading = read(encoded, trained)
    rule_out_names(body, encoded, reading.chances, runs)
    path = decided(reading.chances, reading.paragraph, trained.moves, _FAVOUR)
    reported = reading.chances[:, CONTENT].sum(axis=1)
    pieces = _pieces(body, encoded, (Layer.of(path, CONTENT), reported), runs)
    sources = mentions_in(body, encoded, Layer.of(path, SOURCE))
    cues = mentions_in(body, encoded, Layer.of(path, CUE))
    spans = [_content_span(body, encoded, piece, runs) for piece in pieces]
    edges = np.array([(piece.first, piece.end - 1) for piece in pieces], dtype=np.int64)
    edges = edges.reshape(-1, 2)
    speakers = pointed(reading, edges, _firsts(sources), trained.speaker)
    verbs = pointed(reading, edges, _firsts(cues), trained.verb)
    link_what_follows(
        body, encoded, [piece.end for piece in pieces], (sources, speakers), (cues, verbs)
    )
    return _turns(encoded, pieces, spans, (sources, speakers), (cues, verbs))


def _firsts(spans: Sequence[tuple[int, int]]) -> npt.NDArray[np.int64]:
    return np.array([first for first, _ in spans], dtype=np.int64)


def _pieces(
    body: str, encoded: Encoded, content: tuple[Layer, Floats], runs: Sequence[Run]
) -> list[_Piece]:
    """Return the content spans, trimmed of marks and commas and a leading "that"."""
    layer, reported = content
    # What is reported without marks ends with its sentence.
    layer.opens |= encoded.opens & ~encoded.quoted
    before = np.concatenate(([0.0], np.cumsum(reported, dtype=np.float64)))
    _fit_to_marks(encoded, layer, before, runs)
    found: list[_Piece] = []
    # One word is reported in marks or not at all.
    for first, end in layer.spans():
        begin, stop = trimmed(body, encoded, first, end)
        if begin < stop - 1 or (begin < stop and encoded.quoted[begin]):
            chance = float(before[stop] - before[begin]) / (stop - begin)
            found.append(_Piece(begin, stop, chance))
    return found


# A run is reported whole or not at all: the writer set the marks, and the tagger only guesses.
# Two thirds, since a run may hold another's words: half put less than it mended.
_REPORTED_SHARE = 0.65


def _fit_to_marks(
    encoded: Encoded, layer: Layer, before: npt.NDArray[np.float64], runs: Sequence[Run]
) -> None:
    """Report whole what stands between two marks and is reported for the most part.

    `before` is how likely all words before each are reported, added up.
    """
    edges = np.searchsorted(encoded.starts, [(run.start, run.end) for run in runs]).reshape(-1, 2)
    lengths = edges[:, 1] - edges[:, 0]
    shares = (before[edges[:, 1]] - before[edges[:, 0]]) / np.maximum(lengths, 1)
    for low, high in edges[shares > _REPORTED_SHARE].tolist():
        layer.inside[low:high] = True
        layer.opens[low + 1 : high] = False


_JOINS = words_of("and but or nor which who whose because although while")


def trimmed(body: str, encoded: Encoded, first: int, end: int) -> tuple[int, int]:
    """Return the token span without marks and commas at its ends, or a "that" that opens it.

    A lone "and" or "which" at the end, outside marks, joins what comes next.
    """
    starts, ends = encoded.starts, encoded.ends
    while first < end and not body[starts[first]].isalnum():
        first += 1
    while end > first and (
        not body[ends[end - 1] - 1].isalnum()
        or (body[starts[end - 1] : ends[end - 1]] in _JOINS and not encoded.quoted[end - 1])
    ):
        end -= 1
    if end - first > 1 and body[starts[first] : ends[first]] == "that":
        first += 1
    return first, end


def _turns(
    encoded: Encoded,
    pieces: Sequence[_Piece],
    spans: Sequence[Span],
    speakers: tuple[Sequence[tuple[int, int]], Pointing],
    verbs: tuple[Sequence[tuple[int, int]], Pointing],
) -> list[Attribution]:
    """Put pieces of one verb and speaker together; leave out what nobody is said to have said."""
    groups: dict[tuple[int, int], list[int]] = {}
    for number in range(len(pieces)):
        verb, speaker = int(verbs[1].target[number]), int(speakers[1].target[number])
        if not _is_told(encoded, pieces[number], None if verb < 0 else verbs[0][verb], speaker):
            continue
        key = (verb, speaker) if verb >= 0 else (-1 - number, speaker)
        groups.setdefault(key, []).append(number)
    sure: list[float] = speakers[1].probability.tolist()
    told = [piece.chance * chance for piece, chance in zip(pieces, sure, strict=True)]
    return [
        Attribution(
            content=tuple(spans[i] for i in members),
            cue=_span(encoded, *verbs[0][verb]) if verb >= 0 else None,
            source=_span(encoded, *speakers[0][speaker]) if speaker >= 0 else None,
            rule="tagger",
            confidence=_mean(told, members) * (1 if speaker >= 0 else _WITHOUT_SPEAKER),
            source_chance=_mean(sure, members),
        )
        for (verb, speaker), members in groups.items()
    ]


def _mean(numbers: Sequence[float], members: Sequence[int]) -> float:
    return sum(numbers[i] for i in members) / len(members)


# Of what nobody is found to have said, one in five was reported where three in five of the rest
# were that the tagger was as sure of.
_WITHOUT_SPEAKER = 0.75


def _is_told(encoded: Encoded, piece: _Piece, verb: tuple[int, int] | None, speaker: int) -> bool:
    """Say whether anybody says the words: words without marks need a verb in their sentence."""
    in_marks = encoded.quoted[piece.first : piece.end]
    if verb is None:
        return speaker >= 0 or bool(in_marks.all())
    first, last = sorted((piece.first, verb[0]))
    return bool(in_marks.any() or not encoded.opens[first + 1 : last + 1].any())


def _content_span(body: str, encoded: Encoded, piece: _Piece, runs: Sequence[Run]) -> Span:
    """Return the words of a piece; at the end of a run its full stop or question mark too."""
    span = _span(encoded, piece.first, piece.end)
    index = bisect_right(runs, span.start, key=lambda run: run.start) - 1
    if index < 0 or not span.end < runs[index].end:
        return span
    rest = body[span.end : runs[index].end]
    is_end = len(rest) <= _MOST_END_CHARS and not any(letter.isalnum() for letter in rest)
    return Span(span.start, runs[index].end) if is_end else span


# "?!", "…", ".’" – more between the last word and the mark is no punctuation.
_MOST_END_CHARS = 4


def _span(encoded: Encoded, first: int, end: int) -> Span:
    return Span(encoded.starts[first], encoded.ends[end - 1])
