"""The learned part: a network that reads an article's words and clauses in one pass.

Dilated convolutions (Strubell et al. 2017) over words, then over clauses, then over words again.
`labels.py` decides from it which words are reported, which name the speaker and which are the
verb, and `pointers.py` which of them belong together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from flows.quotes.features import MARKS, Encoded
from flows.quotes.labels import Floats
from flows.quotes.weights import Convolution, Linear, Weights

# An article's tokens are read in windows, so that memory stays flat for a body of any length.
_WINDOW_TOKENS = 4096
# What a window sees of those beside it.
_MARGIN_TOKENS = 512
_STEADY = np.float32(1e-5)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network makes of each token.

    `chances` has the shape (tokens, labels): outside, then first and inner word of reported
    words, of a speaker and of a verb. `states` are what the pointers look at.
    """

    chances: Floats
    states: npt.NDArray[np.float16]
    paragraph: npt.NDArray[np.int32]


def read(encoded: Encoded, trained: Weights) -> Reading:
    """Return the network's view of every token of an article."""
    # Half floats, which a pointer reads as well: a body of a million words must fit.
    states = np.empty((len(encoded.starts), trained.heads[0].shape[0]), dtype=np.float16)
    chances = np.empty((len(encoded.starts), trained.heads[0].shape[1]), dtype=np.float32)
    for begin in range(0, len(states), _WINDOW_TOKENS):
        window = slice(begin, begin + _WINDOW_TOKENS)
        seen = _states(encoded, begin, trained)
        states[window] = seen
        chances[window] = softmax(applied(seen, trained.heads))
    return Reading(chances, states, encoded.paragraph)


def _states(encoded: Encoded, begin: int, trained: Weights) -> Floats:
    """Read words beside words, then clauses beside clauses, then words again with both."""
    margin = min(begin, _MARGIN_TOKENS)
    part = slice(begin - margin, begin + _WINDOW_TOKENS + _MARGIN_TOKENS)
    x = _embedded(encoded, part, trained)
    _convolve(x, trained.words)
    clause = encoded.clause[part]
    x += _clause_states(x, clause, trained)[clause - clause[0]]
    _convolve(x, trained.again)
    return _normed(x[margin:][:_WINDOW_TOKENS], trained.last_norm)


def _embedded(encoded: Encoded, part: slice, trained: Weights) -> Floats:
    """Return what each word and its place mean, before any is read beside another."""
    form = encoded.form[part]
    forms = encoded.forms
    if len(form) < len(encoded.form):
        used, form = np.unique(form, return_inverse=True)
        forms = forms[used]
    words = _mean_pieces(forms[:, MARKS:], trained.pieces)
    for table, buckets in zip(trained.tables, forms.T[:MARKS], strict=False):
        words += table[buckets]
    x = words[form]
    for table, buckets in zip(trained.tables[MARKS:], encoded.places[part].T, strict=True):
        x += table[buckets]
    return x


def _mean_pieces(pieces: npt.NDArray[np.int32], table: Floats) -> Floats:
    """Return the mean vector of each word's pieces; most words are one."""
    mean = table[pieces[:, 0]]
    longer = np.flatnonzero(pieces[:, 1])
    counts = np.count_nonzero(pieces[longer], axis=1).astype(np.float32)
    mean[longer] = table[pieces[longer]].sum(axis=1) / counts[:, None]
    return mean


def _clause_states(x: Floats, clause: npt.NDArray[np.int32], trained: Weights) -> Floats:
    starts = np.flatnonzero(np.diff(clause, prepend=-1))
    y = _normed(x, trained.pool[0])
    counts = np.diff(starts, append=len(clause)).astype(np.float32)
    pooled = np.empty((len(starts), 2 * y.shape[1]), dtype=np.float32)
    pooled[:, : y.shape[1]] = np.add.reduceat(y, starts, axis=0) / counts[:, None]
    pooled[:, y.shape[1] :] = np.maximum.reduceat(y, starts, axis=0)
    z = np.maximum(applied(pooled, trained.pool[1]), 0)
    _convolve(z, trained.clauses)
    return applied(_normed(z, trained.back[0]), trained.back[1])


def _convolve(x: Floats, layers: Sequence[Convolution]) -> None:
    """Add what each layer makes of its neighbours to every vector, in place.

    The norm's own scale and shift are in the weights, and one room serves all layers: making
    new arrays took longer than the arithmetic.
    """
    length, width = x.shape
    room = np.empty((length, 3 * width), dtype=np.float32)
    here = room[:, width : 2 * width]
    made = np.empty_like(x)
    for layer in layers:
        away = layer.away
        np.multiply(x, _steepness(x)[:, None], out=here)
        room[away:, :width] = here[:-away]
        room[:away, :width] = 0
        room[:-away, 2 * width :] = here[away:]
        room[-away:, 2 * width :] = 0
        np.matmul(room, layer.weight, out=made)
        made += layer.bias
        made[:away] -= layer.edges[0]
        made[-away:] -= layer.edges[1]
        np.maximum(made, 0, out=made)
        x += made


def _steepness(x: Floats) -> Floats:
    """Return one over the spread of each vector."""
    width = x.shape[1]
    mean = x @ np.full(width, 1 / width, dtype=np.float32)
    variance = np.einsum("ij,ij->i", x, x) / np.float32(width) - mean * mean
    return 1 / np.sqrt(np.maximum(variance, 0) + _STEADY)


def _normed(x: Floats, norm: Linear) -> Floats:
    width = x.shape[1]
    y = x - (x @ np.full(width, 1 / width, dtype=np.float32))[:, None]
    y *= (1 / np.sqrt(np.einsum("ij,ij->i", y, y) / np.float32(width) + _STEADY))[:, None]
    y *= norm[0]
    y += norm[1]
    return y


def softmax(logits: Floats) -> Floats:
    """Return probabilities along the last axis."""
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def applied(x: Floats, layer: Linear) -> Floats:
    """Return what a linear layer makes of each vector."""
    return x @ layer[0] + layer[1]
