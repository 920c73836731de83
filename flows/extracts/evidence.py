"""A finding's sentence with the exact words marked, short enough to read at a glance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from flows.records import Span

# A sentence that never ends must not drown the page: this much is shown on each side of
# the words, and this much of the words themselves.
CONTEXT_CHARS_MAX = 400
MARKED_CHARS_MAX = 1_200

# A finding that begins in the sentence and runs beyond it is looked for at this many
# places where its first characters stand; more would be no sentence but an attack.
PLACES_MAX = 20
PROBE_CHARS = 8

ELLIPSIS = " … "


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the evidence; the marked ones are the finding's own words."""

    text: str
    is_marked: bool


def evidence_of(sentence: str | None, exacts: Sequence[str]) -> list[Piece]:
    """Return the sentence in pieces, the finding's own words marked.

    Example: "Talks will ", "open Monday" (marked), " in Lund.". Words that run
    beyond the sentence are shown in full after its beginning; words that do not stand in it
    are shown alone.
    """
    known = [exact for exact in exacts if exact]
    text, spans = _placed(sentence or "", known)
    return list(_clipped(list(_pieces(text, spans))))


def _placed(sentence: str, exacts: Sequence[str]) -> tuple[str, list[Span]]:
    spans: list[Span] = []
    end = 0
    for exact in exacts:
        start = sentence.find(exact, end)
        if start < 0:
            continue
        end = start + len(exact)
        spans.append(Span(start, end))
    if spans or not exacts:
        return sentence, spans
    return _running_over(sentence, exacts[0])


def _running_over(sentence: str, exact: str) -> tuple[str, list[Span]]:
    """Return the sentence up to where the words begin, and the words."""
    probes = re.finditer(re.escape(exact[:PROBE_CHARS]), sentence)
    starts = (probe.start() for probe in islice(probes, PLACES_MAX))
    start = next((start for start in starts if exact.startswith(sentence[start:])), 0)
    return sentence[:start] + exact, [Span(start, start + len(exact))]


def _pieces(text: str, spans: Sequence[Span]) -> Iterator[Piece]:
    done = 0
    for span in spans:
        yield Piece(text[done : span.start], is_marked=False)
        yield Piece(text[span.start : span.end], is_marked=True)
        done = span.end
    yield Piece(text[done:], is_marked=False)


def _clipped(pieces: Sequence[Piece]) -> Iterator[Piece]:
    last = len(pieces) - 1
    for index, piece in enumerate(pieces):
        if not piece.text:
            continue
        if piece.is_marked:
            yield Piece(_middle_cut(piece.text, MARKED_CHARS_MAX), is_marked=True)
        elif index == last:
            yield Piece(_end_cut(piece.text), is_marked=False)
        elif index == 0:
            yield Piece(_start_cut(piece.text), is_marked=False)
        else:
            yield Piece(_middle_cut(piece.text, CONTEXT_CHARS_MAX), is_marked=False)


def _middle_cut(text: str, chars_max: int) -> str:
    half = chars_max // 2
    return text if len(text) <= chars_max else text[:half] + ELLIPSIS + text[-half:]


def _start_cut(text: str) -> str:
    return text if len(text) <= CONTEXT_CHARS_MAX else "… " + text[-CONTEXT_CHARS_MAX:]


def _end_cut(text: str) -> str:
    return text if len(text) <= CONTEXT_CHARS_MAX else text[:CONTEXT_CHARS_MAX] + " …"
