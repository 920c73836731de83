"""The body of an article: passages joined by blank lines, with exact offsets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.articles.encoding import visible
from flows.records import Block, BlockKind, KeyPoint

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flows.articles.draft import Passage

SEPARATOR = "\n\n"


@dataclass(frozen=True, slots=True)
class Body:
    """The text that every offset of the article counts in."""

    text: str
    blocks: tuple[Block, ...]
    key_points: tuple[KeyPoint, ...]


def body_of(passages: Iterable[Passage]) -> Body:
    """Return the joined passages that say something: "* * *" and a million marks do not.

    A labelled fact-box line is "Label: text".
    """
    texts: list[str] = []
    blocks: list[Block] = []
    key_points: list[KeyPoint] = []
    start = 0
    for passage in passages:
        text = " ".join(visible(passage.text).split())
        if not any(map(str.isalnum, text)):
            continue
        line = f"{passage.label}: {text}" if passage.label else text
        end = start + len(line)
        texts.append(line)
        blocks.append(Block(passage.kind, start, end))
        if passage.label and passage.kind is BlockKind.KEY_POINT:
            key_points.append(KeyPoint(passage.label, text, end - len(text), end))
        start = end + len(SEPARATOR)
    return Body(SEPARATOR.join(texts), tuple(blocks), tuple(key_points))
