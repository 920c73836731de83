"""The paragraph-like blocks of a body whose structure is not known: one a line."""

from __future__ import annotations

import re

from flows.records import Block, BlockKind

_LINE = re.compile(r"\S[^\n]*")


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return one paragraph block for each line with something on it."""
    return tuple(
        Block(BlockKind.PARAGRAPH, line.start(), line.start() + len(line.group().rstrip()))
        for line in _LINE.finditer(text)
    )
