"""How much an article is about an issue, from 0 to 1."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from flows.records import Block, BlockKind, Span

# What each sign of weight adds. Headline and lead are where an editor says what a story is
# about (the inverted pyramid); frequency alone rewards length, so it saturates.
HEADLINE_WEIGHT = 0.35
LEAD_WEIGHT = 0.15
FACT_BOX_WEIGHT = 0.15
# Publishers' keywords name people, places and sections as well, so they weigh little.
KEYWORD_WEIGHT = 0.05
FREQUENCY_WEIGHT = 0.25
SPREAD_WEIGHT = 0.10
# So many mentions earn half of the frequency weight.
HALF_MENTIONS = 3
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of an article that matter to weight: where its blocks start, and its lead."""

    starts: Sequence[int]
    lead: Span | None

    def spread(self, spans: Sequence[Span]) -> float:
        """Return the share of blocks that hold one of the spans."""
        if not spans or not self.starts:
            return 0.0
        touched = {bisect_right(self.starts, span.start) for span in spans}
        return len(touched) / len(self.starts)

    def leads_with(self, spans: Sequence[Span]) -> bool:
        """Say whether one of the spans stands in the first paragraph."""
        lead = self.lead
        return lead is not None and any(lead.start <= span.start < lead.end for span in spans)


def layout_of(blocks: Sequence[Block]) -> Layout:
    """Return the layout of an article; its lead is its first paragraph."""
    starts = [block.start for block in blocks]
    for block in blocks:
        if block.kind == BlockKind.PARAGRAPH:
            return Layout(starts, Span(block.start, block.end))
    return Layout(starts, None)


@dataclass(frozen=True, slots=True)
class Signs:
    """What besides the body speaks for an issue; `in_headline` counts mentions there."""

    in_headline: int
    in_fact_box: bool
    in_keywords: bool


def salience_of(spans: Sequence[Span], layout: Layout, signs: Signs) -> float:
    """Return the weight of an issue with these mentions in the body."""
    mentions = len(spans) + signs.in_headline
    weight = (
        HEADLINE_WEIGHT * bool(signs.in_headline)
        + LEAD_WEIGHT * layout.leads_with(spans)
        + FACT_BOX_WEIGHT * signs.in_fact_box
        + KEYWORD_WEIGHT * signs.in_keywords
        + FREQUENCY_WEIGHT * mentions / (mentions + HALF_MENTIONS)
        + SPREAD_WEIGHT * layout.spread(spans)
    )
    return round(weight, _DIGITS)
