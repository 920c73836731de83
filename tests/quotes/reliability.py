"""`python -m tests.quotes.reliability GOLD [WEIGHTS]`: how far a quote's confidence can be trusted.

GOLD is a file of the quote kit. With WEIGHTS, which a trial training made (`--apart`), it is read
with these, and of its articles only those that the trial did not see. Prints, for each band of
confidence, how many quotes got it and how many of them were right. Right is what the kit's scorer
calls joint: the words, and the speaker. A second table does the same for the speakers of the quotes
whose words are right: there right is whom the readers marked and, where the kit has a checked name,
that name.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from flows.quotes import find
from flows.quotes.find import quotes_of
from flows.quotes.lessons import is_for_tuning
from flows.quotes.weights import weights_from
from flows.records import Quote, Span
from flows.text.blocks import blocks_of
from tests.kits.lines import Line, read_lines

BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
# Half of all characters that either marked: the kit's scorer asks the same of words.
LEAST_SHARED = 0.5


@dataclass(frozen=True, slots=True)
class Trial:
    """One quote or speaker: what confidence it was given, and whether it was right."""

    kind: str
    confidence: float
    is_right: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """One stretch of words that the kit's readers marked, and who they say has said it."""

    pieces: list[Span]
    sources: list[Span]
    speaker: str | None


def main(gold: Path, weights: Path | None = None) -> None:
    """Print the reliability table of every kind of quote in a file of the kit."""
    rows = read_lines(gold) if weights is None else unseen(gold, weights)
    trials = [trial for row in rows for trial in trials_of(row)]
    print("what               given        number  mean given  right")  # noqa: T201 # an answer
    for kind in dict.fromkeys(trial.kind for trial in sorted(trials, key=lambda x: x.kind)):
        for low, high in pairwise(BANDS):
            of_band = [x for x in trials if x.kind == kind and low <= x.confidence < high]
            if of_band:
                given = sum(trial.confidence for trial in of_band) / len(of_band)
                right = sum(trial.is_right for trial in of_band) / len(of_band)
                band = f"{low:.1f} to {min(high, 1):.1f}"
                print(f"{kind:18} {band} {len(of_band):7} {given:11.2f} {right:6.2f}")  # noqa: T201 # as above


def unseen(gold: Path, weights: Path) -> list[Line]:
    """Return the articles that a trial training did not see, and read with its weights from now."""
    with np.load(weights) as arrays:
        trained = weights_from({name: arrays[name] for name in arrays.files})
    find.weights = lambda: trained
    return [row for row in read_lines(gold) if is_for_tuning(row["id"])]


def trials_of(row: Line) -> Iterator[Trial]:
    """Yield every quote found in one article of the kit beside what its readers marked."""
    text = row["text"]
    gold = [
        Marked(
            _pieces(text, span),
            [Span(*source) for source in attribution["source"]],
            attribution["resolved_source"],
        )
        for attribution in row["attributions"]
        for span in attribution["content"]
    ]
    for quote in quotes_of(text, blocks_of(text)):
        marked = _marked(quote, gold)
        is_named = marked is not None and _has_speaker(quote, marked.sources)
        yield Trial(f"quote {quote.quote_type}", quote.confidence, is_named)
        if marked is not None and quote.speaker_confidence is not None:
            is_same = is_named and _is_same(quote.speaker_name, marked.speaker)
            yield Trial(f"speaker {quote.quote_type}", quote.speaker_confidence, is_same)


def _pieces(text: str, span: Sequence[int]) -> list[Span]:
    """Cut a marked span where its lines end, as quotes are."""
    pieces: list[Span] = []
    start = span[0]
    for line in text[span[0] : span[1]].split("\n"):
        pieces.append(Span(start, start + len(line)))
        start += len(line) + 1
    return pieces


def _marked(quote: Quote, gold: Sequence[Marked]) -> Marked | None:
    """Return what the readers marked where the quote is; None where it is no quote of theirs."""
    for marked in gold:
        if any(_shared(quote, piece) >= LEAST_SHARED for piece in marked.pieces):
            return marked
    return None


def _is_same(found: str | None, wanted: str | None) -> bool:
    """Say whether two names may be one person's; the kit has no name for some of its speakers."""
    if found is None or wanted is None:
        return True
    mine, theirs = _words(found), _words(wanted)
    is_given = len(mine) > 1 and len(theirs) > 1
    return mine[-1:] == theirs[-1:] and (not is_given or mine[0] == theirs[0])


def _words(name: str) -> list[str]:
    words = unicodedata.normalize("NFKD", name).lower().replace("’", "'").split()
    return [word.strip(".,'") for word in words if word.strip(".,'") not in {"jr", "sr", "ii"}]


def _shared(quote: Quote, piece: Span) -> float:
    both = min(quote.end, piece.end) - max(quote.start, piece.start)
    either = max(quote.end, piece.end) - min(quote.start, piece.start)
    return both / either if either else 0.0


def _has_speaker(quote: Quote, sources: Sequence[Span]) -> bool:
    if quote.speaker_start is None or quote.speaker_end is None:
        return not sources
    start, end = quote.speaker_start, quote.speaker_end
    return any(start < source.end and source.start < end for source in sources)


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:3]))
