"""Which words are reported, by which verb, from which speaker: the tagger's answer."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from flows.quotes.attributions import Attribution
from flows.quotes.features import MARKS, PLACE, Encoded
from flows.quotes.marks import Run
from flows.quotes.tagger import (
    Floats,
    Layer,
    Leaning,
    Pointing,
    Reading,
    Weights,
    decided,
    pointed,
    read,
)
from flows.records import Span
from flows.text.names import words_of

_CONTENT, _SOURCE, _CUE = range(3)
# Reported clauses are long, speakers and verbs are short.
_CONTENT_LEANING = Leaning(change=1.0, outside=0.3)
_NAME_LEANING = Leaning(change=-2.5, outside=0.5)


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
    sources = _mentions(body, encoded, reading.labels[:, _SOURCE])
    cues = _mentions(body, encoded, reading.labels[:, _CUE])
    spans = [_content_span(body, encoded, piece, runs) for piece in pieces]
    edges = np.array([(piece.first, piece.end - 1) for piece in pieces], dtype=np.int64)
    edges = edges.reshape(-1, 2)
    speakers = pointed(reading, edges, _firsts(sources), trained.speaker)
    verbs = pointed(reading, edges, _firsts(cues), trained.verb)
    _link_what_follows(body, encoded, pieces, (sources, speakers), (cues, verbs))
    return _turns(encoded, pieces, spans, (sources, speakers), (cues, verbs))


def _mentions(body: str, encoded: Encoded, labels: Floats) -> list[tuple[int, int]]:
    """Return the spans of speakers, or of verbs, without commas and full stops at their ends."""
    found: list[tuple[int, int]] = []
    for first, end in decided(encoded, labels, _NAME_LEANING).spans():
        stop = end
        while stop - first > 1 and body[encoded.tokens[stop - 1].start] in _MENTION_ENDS:
            stop -= 1
        if stop - first > 1 or not _is_loose(body, encoded.tokens[first]):
            found.append((first, stop))
    return found


# A lone one of these is the rest of a mention that broke off.
_LOOSE = words_of("the a an that this these those his her its their our my many of new")


def _is_loose(body: str, token: Span) -> bool:
    return body[token.start : token.end].lower() in _LOOSE


_MENTION_ENDS = frozenset(',.;:“”"—–-')


def _firsts(spans: Sequence[tuple[int, int]]) -> npt.NDArray[np.int64]:
    return np.array([first for first, _ in spans], dtype=np.int64)


def _pieces(body: str, encoded: Encoded, reading: Reading, runs: Sequence[Run]) -> list[_Piece]:
    """Return the content spans, trimmed of marks and commas and a leading "that"."""
    labels = reading.labels[:, _CONTENT]
    layer = decided(encoded, labels, _CONTENT_LEANING)
    _fit_to_marks(body, encoded, layer, labels, runs)
    found: list[_Piece] = []
    # One word is reported in marks or not at all.
    for first, end in layer.spans():
        begin, stop = trimmed(body, encoded.tokens, first, end)
        if begin < stop - 1 or (begin < stop and encoded.buckets[begin, MARKS]):
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
    if end - first > 1 and body[tokens[first].start : tokens[first].end] == "that":
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
    return [
        Attribution(
            content=tuple(spans[i] for i in members),
            cue=_span(encoded, *verbs[0][verb]) if verb >= 0 else None,
            source=_span(encoded, *speakers[0][speaker]) if speaker >= 0 else None,
            rule="tagger",
            confidence=float(
                np.mean([pieces[i].chance * speakers[1].probability[i] for i in members])
            ),
        )
        for (verb, speaker), members in groups.items()
    ]


def _is_told(encoded: Encoded, piece: _Piece, verb: tuple[int, int] | None, speaker: int) -> bool:
    """Say whether anybody says the words: words without marks need a verb in their sentence."""
    in_marks = encoded.buckets[piece.first : piece.end, MARKS] > 0
    if verb is None:
        return speaker >= 0 or bool(in_marks.all())
    first, last = sorted((piece.first, verb[0]))
    return bool(in_marks.any() or not encoded.buckets[first + 1 : last + 1, PLACE].any())


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


_ENDS_BEFORE_SPEAKER = frozenset(",?!")
_SURE = np.float32(0.99)


def _link_what_follows(
    body: str,
    encoded: Encoded,
    pieces: Sequence[_Piece],
    speakers: tuple[Sequence[tuple[int, int]], Pointing],
    verbs: tuple[Sequence[tuple[int, int]], Pointing],
) -> None:
    """Give a quotation that ends with a comma the speaker and verb right behind its mark.

    “It will not,” said Karl Voss: whatever the sentence before was, print style leaves no doubt.
    """
    by_start = [
        {first: number for number, (first, _) in enumerate(side[0])} for side in (speakers, verbs)
    ]
    for number, piece in enumerate(pieces):
        behind = _first_word_behind(body, encoded, piece.end)
        if behind is None:
            continue
        speaker, verb = (starts.get(behind) for starts in by_start)
        if verb is not None:
            speaker = by_start[0].get(verbs[0][verb][1])
        elif speaker is not None:
            verb = by_start[1].get(speakers[0][speaker][1])
        if speaker is not None and verb is not None:
            for (_, pointing), target in ((speakers, speaker), (verbs, verb)):
                pointing.target[number] = target
                pointing.probability[number] = _SURE


def _first_word_behind(body: str, encoded: Encoded, end: int) -> int | None:
    """Return the word behind a comma and a closing mark, or None where they do not stand."""
    signs: list[str] = []
    for token in range(end, min(end + _MOST_END_CHARS, len(encoded.tokens))):
        sign = body[encoded.tokens[token].start]
        if sign.isalnum():
            is_closed = len(signs) > 1 and signs[0] in _ENDS_BEFORE_SPEAKER
            return (
                token if is_closed and encoded.paragraph[token] == encoded.paragraph[end] else None
            )
        signs.append(sign)
    return None


def _span(encoded: Encoded, first: int, end: int) -> Span:
    return Span(encoded.tokens[first].start, encoded.tokens[end - 1].end)
