"""Which speaker and which verb each piece of reported words points to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from flows.quotes.labels import Floats
from flows.quotes.tagger import Reading, applied, softmax
from flows.quotes.weights import Pointer

# Speakers further away were never seen in training.
REACH_TOKENS = 256
# Paragraphs further away are as far as this one.
MOST_PARAGRAPHS = 3
# Pieces that point together; targets out of their reach are not looked at.
_PIECES_AT_ONCE = 64
_IMPOSSIBLE = np.float32(-1e9)


@dataclass(frozen=True, slots=True)
class Pointing:
    """Which target each piece points to (-1 for none), and how probable that is."""

    target: npt.NDArray[np.int64]
    probability: Floats


def pointed(
    reading: Reading,
    pieces: npt.NDArray[np.int64],
    targets: npt.NDArray[np.int64],
    pointer: Pointer,
) -> Pointing:
    """Return, for each piece, the target it points to.

    `pieces` has the first and the last token of each piece, `targets` the first token of every
    speaker (or verb), both in the order of the text.
    """
    found = [
        _pointed(reading, pieces[begin : begin + _PIECES_AT_ONCE], targets, pointer)
        for begin in range(0, len(pieces), _PIECES_AT_ONCE)
    ]
    if not found:
        return Pointing(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32))
    return Pointing(
        np.concatenate([part.target for part in found]),
        np.concatenate([part.probability for part in found]),
    )


def _pointed(
    reading: Reading,
    pieces: npt.NDArray[np.int64],
    targets: npt.NDArray[np.int64],
    pointer: Pointer,
) -> Pointing:
    low, high = np.searchsorted(
        targets, (pieces[0, 0] - REACH_TOKENS, pieces[:, 1].max() + REACH_TOKENS)
    )
    near = targets[low:high]
    asked = applied(_states(reading, pieces[:, 0]), pointer.first)
    asked += applied(_states(reading, pieces[:, 1]), pointer.last)
    keys = applied(_states(reading, near), pointer.keys)
    away = near[None] - pieces[:, :1]
    after = near[None] - pieces[:, 1:]
    scale = np.float32(np.sqrt(asked.shape[1]))
    bucket = _distance_bucket(away, after)
    passed = reading.paragraph[near][None] - reading.paragraph[pieces[:, :1]]
    passed = np.clip(passed, -MOST_PARAGRAPHS, MOST_PARAGRAPHS) + MOST_PARAGRAPHS
    scores = asked @ keys.T / scale + pointer.distance[bucket]
    scores += np.take_along_axis(asked @ pointer.distances.T, bucket, axis=1)
    scores += np.take_along_axis(asked @ pointer.paragraphs.T, passed, axis=1)
    scores[np.abs(away) > REACH_TOKENS] = _IMPOSSIBLE
    none = asked @ pointer.nothing[:, None] / scale
    chances = softmax(np.concatenate((none, scores), axis=1))
    best = chances.argmax(axis=1)
    return Pointing(np.where(best > 0, best - 1 + low, -1), chances[np.arange(len(best)), best])


def _states(reading: Reading, tokens: npt.NDArray[np.int64]) -> Floats:
    return reading.states[tokens].astype(np.float32)


def _distance_bucket(
    away: npt.NDArray[np.int64], after: npt.NDArray[np.int64]
) -> npt.NDArray[np.int64]:
    """Return the bucket of a token's place: before the piece, inside it, or behind it.

    Buckets grow by a third of a doubling, so that near words are told apart and far ones not.
    """
    before = 1 + np.minimum(np.log2(np.maximum(-away, 1)) * 3, 20).astype(np.int64)
    behind = 22 + np.minimum(np.log2(np.maximum(after, 1)) * 3, 20).astype(np.int64)
    return np.where(away < 0, before, np.where(after > 0, behind, 0))
