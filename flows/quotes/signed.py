"""Words that are set apart and signed: “…” — Agnes Feld, chairwoman of the health committee."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.quotes.attributions import Attribution
from flows.quotes.marks import Run
from flows.quotes.whole_names import names_of
from flows.records import Block, BlockKind, Span
from flows.text.names import NameKind

_DASH = re.compile(r"\s*(?P<dash>[—–―]|--?)\s*(?=[A-ZÀ-Þ])")
_BEHIND_RUN = re.compile(r"[”\"'’]{0,2}\s*(?P<dash>[—–―]|--?)\s*(?=[A-ZÀ-Þ])")
_EDGES = " \t\xa0\"“”„«»'‘’.,`"
# A signature is a name and perhaps a role; a longer line is prose behind a dash.
_MOST_CHARS = 120
# A line that opens with a dash and a name may be an item of a list.
_CONFIDENCE = 0.9


@dataclass(frozen=True, slots=True)
class _Signature:
    dash: Span
    name: Span


def signed_quotes(body: str, blocks: Sequence[Block], runs: Sequence[Run]) -> Iterator[Attribution]:
    """Yield each quotation that a dash and a name sign, behind it or on the next line."""
    starts = [run.start for run in runs]
    for number, block in enumerate(blocks):
        inside = runs[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        content = _whole(body, block, inside)
        if content is None:
            continue
        signature = _behind(body, content, block) or _on_next_line(body, blocks, number)
        if signature is not None:
            yield Attribution(
                content=(content,),
                cue=signature.dash,
                source=signature.name,
                rule="signed",
                confidence=_CONFIDENCE,
            )


def _whole(body: str, block: Block, runs: Sequence[Run]) -> Span | None:
    """Return the words of a paragraph that is one quotation, or a block quote; else None."""
    if len(runs) == 1 and not body[block.start : runs[0].start].strip(_EDGES):
        rest = body[runs[0].end : block.end]
        if not rest.strip(_EDGES) or _BEHIND_RUN.match(rest):
            return runs[0].span
    if block.kind is BlockKind.BLOCKQUOTE and not runs and not _DASH.match(body, block.start):
        return Span(block.start, block.end)
    return None


def _behind(body: str, content: Span, block: Block) -> _Signature | None:
    dash = _BEHIND_RUN.match(body, content.end, block.end)
    return _signature(body, dash, block.end) if dash else None


def _on_next_line(body: str, blocks: Sequence[Block], number: int) -> _Signature | None:
    if number + 1 == len(blocks):
        return None
    line = blocks[number + 1]
    dash = _DASH.match(body, line.start, line.end)
    return _signature(body, dash, line.end) if dash else None


def _signature(body: str, dash: re.Match[str], end: int) -> _Signature | None:
    if end - dash.end() > _MOST_CHARS:
        return None
    name = next(names_of(body, dash.end(), end), None)
    if name is None or name.title_start > dash.end():
        return None
    is_alone = not body[name.end : end].strip(" .") or body[name.end] in ",("
    if name.kind is NameKind.BODY or not is_alone:
        return None
    return _Signature(Span(*dash.span("dash")), Span(name.title_start, name.end))
