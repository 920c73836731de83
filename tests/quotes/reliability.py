"""`python -m tests.quotes.reliability GOLD`: how far a quote's confidence can be trusted.

GOLD is a file of the quote kit. Prints, for each band of confidence, how many quotes got it and
how many of them were right. Right is what the kit's scorer calls joint: the words, and the speaker.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from flows.quotes.find import quotes_of
from flows.records import Quote, QuoteType, Span
from flows.text.blocks import blocks_of
from tests.kits.lines import Line, read_lines

BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
# Half of all characters that either marked: the kit's scorer asks the same of words.
LEAST_SHARED = 0.5


@dataclass(frozen=True, slots=True)
class Trial:
    """One quote: what confidence it was given, and whether it was right."""

    quote_type: QuoteType
    confidence: float
    is_right: bool


def main(gold: Path) -> None:
    """Print the reliability table of every kind of quote in a file of the kit."""
    trials = [trial for row in read_lines(gold) for trial in trials_of(row)]
    print("type      given        quotes  mean given  right")  # noqa: T201 # a command's answer
    for quote_type in QuoteType:
        for low, high in pairwise(BANDS):
            of_band = [
                trial
                for trial in trials
                if trial.quote_type is quote_type and low <= trial.confidence < high
            ]
            if of_band:
                given = sum(trial.confidence for trial in of_band) / len(of_band)
                right = sum(trial.is_right for trial in of_band) / len(of_band)
                band = f"{low:.1f} to {min(high, 1):.1f}"
                print(f"{quote_type:9} {band} {len(of_band):7} {given:11.2f} {right:6.2f}")  # noqa: T201 # as above


def trials_of(row: Line) -> Iterator[Trial]:
    """Yield every quote found in one article of the kit beside what its readers marked."""
    text = row["text"]
    gold = [
        (_pieces(text, span), [Span(*source) for source in attribution["source"]])
        for attribution in row["attributions"]
        for span in attribution["content"]
    ]
    for quote in quotes_of(text, blocks_of(text)):
        yield Trial(quote.quote_type, quote.confidence, _is_right(quote, gold))


def _pieces(text: str, span: Sequence[int]) -> list[Span]:
    """Cut a marked span where its lines end, as quotes are."""
    pieces: list[Span] = []
    start = span[0]
    for line in text[span[0] : span[1]].split("\n"):
        pieces.append(Span(start, start + len(line)))
        start += len(line) + 1
    return pieces


def _is_right(quote: Quote, gold: Sequence[tuple[list[Span], list[Span]]]) -> bool:
    for pieces, sources in gold:
        if any(_shared(quote, piece) >= LEAST_SHARED for piece in pieces):
            return _has_speaker(quote, sources)
    return False


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
    main(Path(sys.argv[1]))
