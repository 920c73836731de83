"""The order of work for quotes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from flows.quotes.attributions import Attribution, attributions_within, blanked
from flows.quotes.coreference import Cast, cast_of
from flows.quotes.marks import Run, runs_of
from flows.quotes.role import UNKNOWN, role_of
from flows.records import Block, BlockKind, Quote, QuoteType, Span

_SPOKEN_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCKQUOTE})
# The kit's and PolNeAR's line between direct and mixed: nine words in ten inside marks.
_DIRECT_SHARE = 0.9


def quotes_of(body: str, blocks: Sequence[Block]) -> list[Quote]:
    """Return the reported speech of an article, in the order of the text."""
    runs = runs_of(body, blocks)
    cast = cast_of(body, blocks)
    found = sorted(_attributions(body, blocks, runs), key=lambda a: a.content[0].start)
    quotes = [
        quote
        for turn, attribution in enumerate(found)
        for quote in _quotes(body, turn, attribution, runs, cast)
    ]
    return sorted(quotes, key=lambda quote: (quote.start, quote.end))


def _attributions(body: str, blocks: Sequence[Block], runs: Sequence[Run]) -> Iterator[Attribution]:
    text = blanked(body, runs)
    for block in blocks:
        if block.kind in _SPOKEN_KINDS:
            yield from attributions_within(body, text, block, _within(runs, block))


def _within(runs: Sequence[Run], span: Block | Span) -> Sequence[Run]:
    low = bisect_left(runs, span.start, key=lambda run: run.start)
    high = bisect_left(runs, span.end, key=lambda run: run.start)
    return runs[low:high]


def _quotes(
    body: str, turn: int, attribution: Attribution, runs: Sequence[Run], cast: Cast
) -> Iterator[Quote]:
    source, cue = attribution.source, attribution.cue
    name = cast.resolve(source) if source else None
    role = role_of(body, cast.mentions_of(name)) if name else UNKNOWN
    for span in attribution.content:
        yield Quote(
            turn=turn,
            quote_type=_type_of(span, runs),
            start=span.start,
            end=span.end,
            rule=attribution.rule,
            confidence=attribution.confidence,
            speaker_name=name,
            speaker_mention=body[source.start : source.end] if source else None,
            speaker_start=source.start if source else None,
            speaker_end=source.end if source else None,
            speaker_role=role.title,
            speaker_affiliation=role.affiliation,
            cue=body[cue.start : cue.end] if cue else None,
            cue_start=cue.start if cue else None,
            cue_end=cue.end if cue else None,
        )


def _type_of(span: Span, runs: Sequence[Run]) -> QuoteType:
    low = max(0, bisect_left(runs, span.start, key=lambda run: run.start) - 1)
    inside = 0
    for run in runs[low:]:
        if run.start >= span.end:
            break
        inside += max(0, min(run.end, span.end) - max(run.start, span.start))
    if not inside:
        return QuoteType.INDIRECT
    enough = inside >= _DIRECT_SHARE * (span.end - span.start)
    return QuoteType.DIRECT if enough else QuoteType.MIXED
