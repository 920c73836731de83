"""The learned part: which words are reported, which name the speaker, which are the verb.

A small dilated convolution network (Strubell et al. 2017) reads an article's tokens in one pass
and points from each reported piece to its speaker and its verb. The weights are data, made by
`python -m flows.quotes.train` and described in MODEL_CARD.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
import numpy.typing as npt

from flows.quotes.features import Encoded

Floats = npt.NDArray[np.float32]
Linear = tuple[Floats, Floats]

# An article's tokens are read in windows, so that memory stays flat for a body of any length.
_WINDOW_TOKENS = 4096
# Speakers further away were never seen in training.
REACH_TOKENS = 256
_LAYERS = 3
_STEADY = np.float32(1e-5)
_IMPOSSIBLE = np.float32(-1e9)
# Pieces that point together; targets out of their reach are not looked at.
_PIECES_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Pointer:
    """What points from a piece, by its first and last token, to a speaker or a verb."""

    first: Linear
    last: Linear
    keys: Linear
    nothing: Floats
    distance: Floats


@dataclass(frozen=True, slots=True)
class Weights:
    """The trained numbers, in the order in which they are used."""

    tables: tuple[Floats, ...]
    norms: tuple[Linear, ...]
    convolutions: tuple[Linear, ...]
    dilations: tuple[int, ...]
    heads: Linear
    speaker: Pointer
    verb: Pointer


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network makes of each token: probabilities of outside, first and inside.

    `labels` has the shape (tokens, 3 layers, 3 labels); the layers are content, source, cue.
    """

    labels: Floats
    states: Floats


@cache
def weights() -> Weights:
    """Return the trained weights, read from the package once a process."""
    with as_file(files("flows.quotes").joinpath("tagger.npz")) as path, np.load(path) as arrays:
        return weights_from({name: arrays[name] for name in arrays.files})


def weights_from(arrays: dict[str, npt.NDArray[np.generic]]) -> Weights:
    """Arrange the arrays of a weights file."""

    def floats(name: str) -> Floats:
        return np.ascontiguousarray(arrays[name], dtype=np.float32)

    def linear(name: str) -> Linear:
        return np.ascontiguousarray(floats(f"{name}_weight").T), floats(f"{name}_bias")

    def pointer(number: int) -> Pointer:
        width = arrays["nothing"].shape[1]
        half = slice(number * width, (number + 1) * width)

        def side(name: str) -> Linear:
            weight, bias = linear(name)
            return np.ascontiguousarray(weight[:, half]), bias[half]

        return Pointer(
            first=side("first"),
            last=side("last"),
            keys=side("keys"),
            nothing=floats("nothing")[number],
            distance=floats("distance")[number],
        )

    dilations = tuple(int(number) for number in arrays["dilations"])
    tables = sum(name.startswith("tables_") for name in arrays)
    norms = [f"norms_{i}" for i in range(len(dilations))] + ["last_norm"]
    return Weights(
        tables=tuple(floats(f"tables_{i}_weight") for i in range(tables)),
        norms=tuple((floats(f"{name}_weight"), floats(f"{name}_bias")) for name in norms),
        convolutions=tuple(linear(f"convolutions_{i}") for i in range(len(dilations))),
        dilations=dilations,
        heads=linear("heads"),
        speaker=pointer(0),
        verb=pointer(1),
    )


def read(encoded: Encoded, trained: Weights) -> Reading:
    """Return the network's view of every token of an article."""
    margin = sum(trained.dilations)
    states = np.concatenate(
        [
            _states(
                encoded.buckets[max(0, begin - margin) : begin + _WINDOW_TOKENS + margin], trained
            )[min(begin, margin) :][:_WINDOW_TOKENS]
            for begin in range(0, len(encoded.tokens), _WINDOW_TOKENS)
        ]
    )
    weight, bias = trained.heads
    logits = (states @ weight + bias).reshape(-1, _LAYERS, 3)
    return Reading(_softmax(logits), states)


def _states(buckets: npt.NDArray[np.int32], trained: Weights) -> Floats:
    x = trained.tables[0][buckets[:, 0]]
    for column, table in enumerate(trained.tables[1:], start=1):
        x += table[buckets[:, column]]
    layers = zip(trained.norms, trained.convolutions, trained.dilations, strict=False)
    for norm, (weight, bias), dilation in layers:
        y = _normed(x, norm)
        sides = np.zeros((len(y), 3, y.shape[1]), dtype=np.float32)
        sides[:, 1] = y
        sides[dilation:, 0] = y[:-dilation]
        sides[:-dilation, 2] = y[dilation:]
        x += np.maximum(sides.reshape(len(y), -1) @ weight + bias, 0)
    return _normed(x, trained.norms[-1])


def _normed(x: Floats, norm: Linear) -> Floats:
    centred = x - x.mean(axis=1, keepdims=True)
    spread = np.sqrt(np.einsum("ij,ij->i", centred, centred) / x.shape[1] + _STEADY)
    centred *= (1 / spread)[:, None]
    return centred * norm[0] + norm[1]


def _softmax(logits: Floats) -> Floats:
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


@dataclass(slots=True)
class Layer:
    """One layer of labels, decided: which tokens stand in a span, and which open one."""

    inside: npt.NDArray[np.bool_]
    opens: npt.NDArray[np.bool_]

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


_FORBIDDEN = np.float32(1e6)
_OUTSIDE, _FIRST, _INSIDE = range(3)
_EDGES = np.array([[0, 1, 0], [1, 0, 0], [1, 0, 0]], dtype=np.float32)
_RESTARTS = np.array([[0, 0, 0], [0, 1, 0], [0, 1, 0]], dtype=np.float32)
# An inside never follows an outside.
_ALLOWED = np.array([[0, 0, _FORBIDDEN], [0, 0, 0], [0, 0, 0]], dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Leaning:
    """What decides between near labels, in nats, chosen on articles held apart from training.

    `change` is what a new label costs, so that no span breaks off for one unlikely word;
    `outside` is what leaving a word out costs, so that as much is missed as is overdone.
    """

    change: float
    outside: float


def decided(encoded: Encoded, labels: Floats, leaning: Leaning) -> Layer:
    """Return the likeliest labels of one layer (Viterbi 1967); no span crosses a paragraph.

    All paragraphs are decided at once, word by word: a body of many paragraphs costs no more
    steps than its longest.
    """
    starts, lengths = _stretches(encoded.paragraph)
    order = np.argsort(-lengths, kind="stable")
    # A bonus for spans is none for breaking one in two.
    restart = np.float32(max(leaning.change, 0))
    moves = np.float32(leaning.change) * _EDGES + restart * _RESTARTS + _ALLOWED
    costs = -np.log(labels + _TINY)
    costs[:, _OUTSIDE] += np.float32(leaning.outside)
    path = _likeliest(costs, moves.astype(np.float32), starts[order], lengths[order])
    return Layer(path != _OUTSIDE, path == _FIRST)


_TINY = np.float32(1e-9)
# No paragraph of prose is longer; one that is gets decided in stretches of this length.
_STRETCH_TOKENS = 1024


def _stretches(
    paragraph: npt.NDArray[np.int32],
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return where each paragraph, or stretch of a very long one, starts, and how long it is."""
    tokens = np.arange(len(paragraph))
    opens = np.ones(len(paragraph), dtype=np.bool_)
    opens[1:] = paragraph[1:] != paragraph[:-1]
    first = np.maximum.accumulate(np.where(opens, tokens, 0))
    starts = np.flatnonzero((tokens - first) % _STRETCH_TOKENS == 0)
    return starts, np.diff(starts, append=len(paragraph))


def _likeliest(
    costs: Floats, moves: Floats, starts: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64]
) -> npt.NDArray[np.int8]:
    """Return the cheapest labels of paragraphs that start at `starts`, the longest first."""
    back = np.zeros(costs.shape, dtype=np.int8)
    total = costs[starts] + np.array([0, 0, _FORBIDDEN], dtype=np.float32)
    longest = int(lengths[0])
    ends = -lengths
    going: list[int] = np.searchsorted(ends, -np.arange(1, longest + 1), side="right").tolist()
    for step in range(1, longest):
        live = going[step]
        paths = total[:live, :, None] + moves
        back[starts[:live] + step] = paths.argmin(axis=1)
        total[:live] = paths.min(axis=1) + costs[starts[:live] + step]
    path = np.zeros(len(costs), dtype=np.int8)
    path[starts + lengths - 1] = total.argmin(axis=1)
    for step in range(longest - 1, 0, -1):
        here = starts[: going[step]] + step
        path[here - 1] = back[here, path[here]]
    return path


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
    asked = _applied(reading.states[pieces[:, 0]], pointer.first)
    asked += _applied(reading.states[pieces[:, 1]], pointer.last)
    keys = _applied(reading.states[near], pointer.keys)
    away = near[None] - pieces[:, :1]
    after = near[None] - pieces[:, 1:]
    scale = np.float32(np.sqrt(asked.shape[1]))
    scores = asked @ keys.T / scale + pointer.distance[_distance_bucket(away, after)]
    scores[np.abs(away) > REACH_TOKENS] = _IMPOSSIBLE
    none = asked @ pointer.nothing[:, None] / scale
    chances = _softmax(np.concatenate((none, scores), axis=1))
    best = chances.argmax(axis=1)
    return Pointing(np.where(best > 0, best - 1 + low, -1), chances[np.arange(len(best)), best])


def _applied(x: Floats, layer: Linear) -> Floats:
    return x @ layer[0] + layer[1]


def _distance_bucket(
    away: npt.NDArray[np.int64], after: npt.NDArray[np.int64]
) -> npt.NDArray[np.int64]:
    """Return the bucket of a token's place: before the piece, inside it, or behind it.

    Buckets grow by a third of a doubling, so that near words are told apart and far ones not.
    """
    before = 1 + np.minimum(np.log2(np.maximum(-away, 1)) * 3, 20).astype(np.int64)
    behind = 22 + np.minimum(np.log2(np.maximum(after, 1)) * 3, 20).astype(np.int64)
    return np.where(away < 0, before, np.where(after > 0, behind, 0))
