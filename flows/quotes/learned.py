"""Which words are reported, by which verb, from which speaker: the tagger's answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from flows.quotes.attributions import Attribution
from flows.quotes.features import Encoded
from flows.quotes.marks import Run
from flows.quotes.tagger import Floats, Layer, Pointing, Reading, Weights, decided, pointed, read
from flows.records import Span

_CONTENT, _SOURCE, _CUE = range(3)


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
    if not encoded.tokens:
        return []
    reading = read(encoded, trained)
    pieces = _pieces(body, encoded, reading, runs)
    sources = list(decided(encoded, reading.labels[:, _SOURCE]).spans())
    cues = list(decided(encoded, reading.labels[:, _CUE]).spans())
    edges = np.array([(piece.first, piece.end - 1) for piece in pieces], dtype=np.int64)
    edges = edges.reshape(-1, 2)
    speakers = pointed(reading, edges, _firsts(sources), trained.speaker)
    verbs = pointed(reading, edges, _firsts(cues), trained.verb)
    return _turns(encoded, pieces, (sources, speakers), (cues, verbs))


def _firsts(spans: Sequence[tuple[int, int]]) -> npt.NDArray[np.int64]:
    return np.array([first for first, _ in spans], dtype=np.int64)


def _pieces(body: str, encoded: Encoded, reading: Reading, runs: Sequence[Run]) -> list[_Piece]:
    """Return the content spans, trimmed of marks and commas and a leading "that"."""
    labels = reading.labels[:, _CONTENT]
    layer = decided(encoded, labels)
    _fit_to_marks(body, encoded, layer, labels, runs)
    found: list[_Piece] = []
    for first, end in layer.spans():
        begin, stop = trimmed(body, encoded.tokens, first, end)
        if begin < stop:
            chance = float(1 - labels[begin:stop, 0].mean())
            found.append(_Piece(begin, stop, chance))
    return found


# A run is reported whole or not at all: the writer set the marks, and the tagger only guesses.
_REPORTED_SHARE = 0.5


def _fit_to_marks(
    body: str, encoded: Encoded, layer: Layer, labels: Floats, runs: Sequence[Run]
) -> None:
    """Move the ends of spans to the marks that they nearly reach.

    A run of which half is reported is reported whole. What follows a comma or a question mark
    inside the closing mark (“…,” he told the court) is the writer's again, up to the next mark.
    """
    starts = np.array([token.start for token in encoded.tokens])
    edges = np.searchsorted(starts, [(run.start, run.end) for run in runs]).reshape(-1, 2)
    for number, (low, high) in enumerate(edges.tolist()):
        if low >= high:
            continue
        outside = labels[low:high, 0].mean()
        if outside < _REPORTED_SHARE:
            layer.inside[low:high] = True
            layer.opens[low + 1 : high] = False
            if _ends_speech(body, runs[number]):
                _close_behind(encoded, layer, high, _next_start(edges, number, len(starts)))


def _next_start(edges: npt.NDArray[np.int64], number: int, end: int) -> int:
    return int(edges[number + 1, 0]) if number + 1 < len(edges) else end


def _ends_speech(body: str, run: Run) -> bool:
    return run.is_closed and body[run.end : run.end + 1] == ","


def _close_behind(encoded: Encoded, layer: Layer, begin: int, limit: int) -> None:
    """Take the words behind a closed quotation out of it, up to where another span opens."""
    paragraph = encoded.paragraph[begin - 1]
    for token in range(begin, limit):
        if encoded.paragraph[token] != paragraph or not layer.inside[token]:
            return
        if layer.opens[token]:
            return
        layer.inside[token] = False
    if limit < len(layer.opens):
        layer.opens[limit] = True


def trimmed(body: str, tokens: Sequence[Span], first: int, end: int) -> tuple[int, int]:
    """Return the token span without marks and commas at its ends or a leading "that"."""
    while first < end and not body[tokens[first].start].isalnum():
        first += 1
    while end > first and not body[tokens[end - 1].end - 1].isalnum():
        end -= 1
    if end - first > 1 and body[tokens[first].start : tokens[first].end].lower() == "that":
        first += 1
    return first, end


def _turns(
    encoded: Encoded,
    pieces: Sequence[_Piece],
    speakers: tuple[Sequence[tuple[int, int]], Pointing],
    verbs: tuple[Sequence[tuple[int, int]], Pointing],
) -> list[Attribution]:
    """Put pieces of one verb and speaker together."""
    groups: dict[tuple[int, int], list[int]] = {}
    for number in range(len(pieces)):
        verb, speaker = int(verbs[1].target[number]), int(speakers[1].target[number])
        key = (verb, speaker) if verb >= 0 else (-1 - number, speaker)
        groups.setdefault(key, []).append(number)
    return [
        Attribution(
            content=tuple(_span(encoded, pieces[i].first, pieces[i].end) for i in members),
            cue=_span(encoded, *verbs[0][verb]) if verb >= 0 else None,
            source=_span(encoded, *speakers[0][speaker]) if speaker >= 0 else None,
            rule="tagger",
            confidence=float(
                np.mean([pieces[i].chance * speakers[1].probability[i] for i in members])
            ),
        )
        for (verb, speaker), members in groups.items()
    ]


def _span(encoded: Encoded, first: int, end: int) -> Span:
    return Span(encoded.tokens[first].start, encoded.tokens[end - 1].end)
