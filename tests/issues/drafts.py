"""Articles as the cases write them: a line a block, "* Label: text" for the fact box."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flows.records import Block, BlockKind, KeyPoint

# The day on which the cases are published.
DAY = date(2026, 3, 2)
_POINT = "* "


@dataclass(frozen=True, slots=True)
class Draft:
    """What the rules read of an article."""

    body: str
    blocks: tuple[Block, ...]
    key_points: tuple[KeyPoint, ...]


def draft_of(text: str) -> Draft:
    """Return the article that a case describes."""
    body = ""
    blocks: list[Block] = []
    key_points: list[KeyPoint] = []
    for line in filter(None, text.split("\n")):
        words = line.removeprefix(_POINT)
        start, end = len(body), len(body) + len(words)
        if line.startswith(_POINT):
            label, _, value = words.partition(": ")
            key_points.append(KeyPoint(label, value, end - len(value), end))
        kind = BlockKind.KEY_POINT if line.startswith(_POINT) else BlockKind.PARAGRAPH
        blocks.append(Block(kind, start, end))
        body += words + "\n"
    return Draft(body, tuple(blocks), tuple(key_points))
