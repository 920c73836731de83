"""Speech that goes on: marks re-opened in the next paragraph, or a paragraph of speech alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from flows.quotes.attributions import Attribution
from flows.quotes.marks import Run
from flows.records import Block, Span

# A paragraph of speech alone nearly always goes on with the speaker before it.
_CONFIDENCE = 0.7
_EDGES = " \t\xa0\"“”„«»'‘’,.`"


def with_speech_going_on(
    body: str, blocks: Sequence[Block], runs: Sequence[Run], found: Sequence[Attribution]
) -> list[Attribution]:
    """Return the attributions with speakers for paragraphs that only go on.

    `found` is in the order of the text. Where marks are re-opened, the words join the turn
    before; a paragraph that is one quotation without a speaker takes the one before it.
    """
    reopened = {run.start for run in runs if run.continues}
    turns: list[Attribution] = []
    contents: list[list[Span]] = []
    for attribution in found:
        first = attribution.content[0]
        if attribution.source is None and turns and turns[-1].source is not None:
            if first.start in reopened:
                contents[-1] += attribution.content
                continue
            if _is_next_and_whole(body, blocks, contents[-1][-1], first):
                turns.append(_by_same_speaker(attribution, turns[-1]))
                contents.append([*attribution.content])
                continue
        turns.append(attribution)
        contents.append([*attribution.content])
    return [
        replace(turn, content=tuple(content)) for turn, content in zip(turns, contents, strict=True)
    ]


def _by_same_speaker(attribution: Attribution, before: Attribution) -> Attribution:
    confidence = min(_CONFIDENCE, before.confidence)
    return replace(
        attribution, source=before.source, rule="paragraph_before", confidence=confidence
    )


def _is_next_and_whole(body: str, blocks: Sequence[Block], last: Span, first: Span) -> bool:
    """Say whether a span fills the paragraph that follows that of the last span."""
    here = _block_at(blocks, first.start)
    before = _block_at(blocks, last.start)
    if here != before + 1:
        return False
    block = blocks[here]
    return not body[block.start : first.start].strip(_EDGES) and not body[
        first.end : block.end
    ].strip(_EDGES)


def _block_at(blocks: Sequence[Block], position: int) -> int:
    return bisect_right(blocks, position, key=lambda block: block.start) - 1
