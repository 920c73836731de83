"""Which words are reported, which name a speaker, which are the verb: the likeliest labels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
# One label for each token.
Path = npt.NDArray[np.int8]
# Where stretches of tokens start, and how long each is or where it ends.
_Stretches = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]

OUTSIDE = 0
# The first and the inner label of each kind of span; an inner word follows its like alone.
CONTENT, SOURCE, CUE = (1, 2), (3, 4), (5, 6)
LABELS = 7
FOLLOWS = np.ones((LABELS, LABELS), dtype=np.bool_)
for _first, _inner in (CONTENT, SOURCE, CUE):
    FOLLOWS[:, _inner] = False
    FOLLOWS[[_first, _inner], _inner] = True
# Dearer than any sentence.
FORBIDDEN = np.float32(1e6)
_AT_START = np.where(FOLLOWS[OUTSIDE], np.float32(0), FORBIDDEN)
_TINY = np.float32(1e-9)
# A word that the network is as sure of keeps its label, and what stands before it is decided
# apart from what stands behind: few words are left to search for the likeliest path.
_SURE_LABEL = np.float32(0.95)
# No paragraph of prose is longer; one that is gets decided in stretches of this length.
_STRETCH_TOKENS = 1024


@dataclass(slots=True)
class Layer:
    """The spans of one kind: which tokens stand in one, and which open one."""

    inside: npt.NDArray[np.bool_]
    opens: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, path: Path, kind: tuple[int, int]) -> Layer:
        """Return the spans of one kind among the labels decided."""
        return cls((path == kind[0]) | (path == kind[1]), path == kind[0])

    def spans(self) -> Iterator[tuple[int, int]]:
        """Yield the token spans [first, end)."""
        if not len(self.inside):
            return
        opens = self.opens & self.inside
        opens[0] = self.inside[0]
        opens[1:] |= self.inside[1:] & ~self.inside[:-1]
        goes_on = self.inside[1:] & ~opens[1:]
        closes = self.inside & ~np.append(goes_on, [False])
        ends = np.flatnonzero(closes) + 1
        yield from zip(np.flatnonzero(opens).tolist(), ends.tolist(), strict=True)


def decided(
    chances: Floats, paragraph: npt.NDArray[np.int32], moves: Floats, favour: Floats
) -> Path:
    """Return the likeliest label of each token (Viterbi 1967); no span crosses a paragraph.

    `moves` says what each label costs behind each, `favour` how many nats each is worth beside
    its probability. All stretches of doubt are decided at once, word by word: a body of many
    paragraphs costs no more steps than its longest doubt.
    """
    sure = chances.max(axis=1) > _SURE_LABEL
    path = np.where(sure, chances.argmax(axis=1), LABELS).astype(np.int8)
    starts, lengths = _stretches(sure, paragraph)
    order = np.argsort(-lengths, kind="stable")
    starts, lengths = starts[order], lengths[order]
    if len(starts):
        costs = -np.log(chances + _TINY) - favour
        _open_and_close(costs, path, (starts, starts + lengths - 1), (paragraph, moves))
        _search(path, costs, moves, (starts, lengths))
    return path


def _stretches(sure: npt.NDArray[np.bool_], paragraph: npt.NDArray[np.int32]) -> _Stretches:
    """Return where each stretch of doubt starts, and how long it is."""
    tokens = np.arange(len(paragraph))
    opens = np.ones(len(paragraph), dtype=np.bool_)
    opens[1:] = (paragraph[1:] != paragraph[:-1]) | (sure[1:] != sure[:-1])
    first = np.maximum.accumulate(np.where(opens, tokens, 0))
    starts = np.flatnonzero((tokens - first) % _STRETCH_TOKENS == 0)
    lengths = np.diff(starts, append=len(paragraph))
    doubtful = ~sure[starts]
    return starts[doubtful], lengths[doubtful]


def _open_and_close(
    costs: Floats,
    path: Path,
    ends: _Stretches,
    article: tuple[npt.NDArray[np.int32], Floats],
) -> None:
    """Add what it costs to come from the sure word before a stretch, and to go on behind it."""
    paragraph, moves = article
    first, last = ends
    came_from = np.vstack((moves, np.zeros(LABELS), _AT_START)).astype(np.float32)
    goes_to = np.vstack((moves.T, np.zeros((2, LABELS)))).astype(np.float32)
    edge = np.int8(LABELS + 1)
    before = np.where(paragraph[first - 1] == paragraph[first], path[first - 1], edge)
    before[first == 0] = edge
    costs[first] += came_from[before]
    behind = np.minimum(last + 1, len(paragraph) - 1)
    after = np.where(paragraph[behind] == paragraph[last], path[behind], edge)
    after[behind == last] = edge
    costs[last] += goes_to[after]


def _search(path: Path, costs: Floats, moves: Floats, stretches: _Stretches) -> None:
    """Fill in the cheapest labels of the stretches, of which the longest come first."""
    starts, lengths = stretches
    longest = int(lengths[0])
    back = np.zeros(costs.shape, dtype=np.int8)
    total = costs[starts]
    going: list[int] = np.searchsorted(-lengths, -np.arange(1, longest + 1), side="right").tolist()
    for step in range(1, longest):
        live = going[step]
        paths = total[:live, :, None] + moves
        back[starts[:live] + step] = paths.argmin(axis=1)
        total[:live] = paths.min(axis=1) + costs[starts[:live] + step]
    path[starts + lengths - 1] = total.argmin(axis=1)
    for step in range(longest - 1, 0, -1):
        here = starts[: going[step]] + step
        path[here - 1] = back[here, path[here]]
