"""The trained numbers, as the package's file holds them and as arithmetic wants them.

The file is made by `python -m flows.quotes.train` and described in MODEL_CARD.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
import numpy.typing as npt

from flows.quotes.labels import FOLLOWS, FORBIDDEN, Floats

Linear = tuple[Floats, Floats]


@dataclass(frozen=True, slots=True)
class Pointer:
    """What points from a piece, by its first and last token, to a speaker or a verb.

    `distances` and `paragraphs` hold a key for each distance, in tokens and in paragraphs: what
    a place is worth depends on the piece. `distance` is what it is worth to any piece.
    """

    first: Linear
    last: Linear
    keys: Linear
    nothing: Floats
    distance: Floats
    distances: Floats
    paragraphs: Floats


@dataclass(frozen=True, slots=True)
class Convolution:
    """A layer that reads each vector beside those `away` before and behind it.

    The norm before it is part of its weights; `edges` is what the first and last vectors, which
    lack a neighbour, have too much by that.
    """

    weight: Floats
    bias: Floats
    edges: Linear
    away: int


@dataclass(frozen=True, slots=True)
class Weights:
    """The trained numbers, in the order in which they are used."""

    tables: tuple[Floats, ...]
    pieces: Floats
    words: tuple[Convolution, ...]
    pool: tuple[Linear, Linear]
    clauses: tuple[Convolution, ...]
    back: tuple[Linear, Linear]
    again: tuple[Convolution, ...]
    last_norm: Linear
    heads: Linear
    moves: Floats
    speaker: Pointer
    verb: Pointer


@cache
def weights() -> Weights:
    """Return the trained weights, read from the package once a process."""
    with as_file(files("flows.quotes").joinpath("tagger.npz")) as path, np.load(path) as arrays:
        return weights_from({name: arrays[name] for name in arrays.files})


def weights_from(arrays: Mapping[str, npt.NDArray[np.generic]]) -> Weights:
    """Arrange the arrays of a weights file."""
    file = _File(arrays)
    return Weights(
        tables=file.tables(),
        pieces=file.pieces(),
        words=file.convolutions("words"),
        pool=(file.norm("pool_norm"), file.linear("pool")),
        clauses=file.convolutions("clauses"),
        back=(file.norm("back_norm"), file.linear("back")),
        again=file.convolutions("again"),
        last_norm=file.norm("last_norm"),
        heads=file.linear("heads"),
        moves=file.moves(),
        speaker=file.pointer(0),
        verb=file.pointer(1),
    )


class _File:
    """The arrays of a weights file, by the names that training gave them."""

    def __init__(self, arrays: Mapping[str, npt.NDArray[np.generic]]) -> None:
        self._arrays = arrays

    def tables(self) -> tuple[Floats, ...]:
        count = sum(name.startswith("tables_") for name in self._arrays)
        return tuple(self._floats(f"tables_{number}_weight") for number in range(count))

    def pieces(self) -> Floats:
        return self._floats("pieces") * self._floats("pieces_scale")

    def norm(self, name: str) -> Linear:
        return self._floats(f"{name}_weight"), self._floats(f"{name}_bias")

    def linear(self, name: str) -> Linear:
        weight, bias = self.norm(name)
        return np.ascontiguousarray(weight.T), bias

    def convolutions(self, name: str) -> tuple[Convolution, ...]:
        return tuple(
            self._convolution(name, number, int(away))
            for number, away in enumerate(self._arrays[f"{name}_away"])
        )

    def _convolution(self, name: str, number: int, away: int) -> Convolution:
        scale, shift = self.norm(f"{name}_norms_{number}")
        weight, bias = self.linear(f"{name}_layers_{number}")
        sides = weight.reshape(3, len(scale), -1)
        shifts = np.einsum("i,sij->sj", shift, sides)
        scaled = scale[:, None] * sides
        scaled -= scaled.mean(axis=1, keepdims=True)
        return Convolution(
            weight=scaled.reshape(weight.shape),
            bias=bias + shifts.sum(axis=0),
            edges=(shifts[0], shifts[2]),
            away=away,
        )

    def moves(self) -> Floats:
        """Return what each label costs behind each; an inner word follows its like alone."""
        moves = -self._floats("moves")
        moves[~FOLLOWS] = FORBIDDEN
        return moves

    def pointer(self, number: int) -> Pointer:
        width = self._arrays["nothing"].shape[1]
        half = slice(number * width, (number + 1) * width)

        def side(name: str) -> Linear:
            weight, bias = self.linear(name)
            return np.ascontiguousarray(weight[:, half]), bias[half]

        return Pointer(
            first=side("first"),
            last=side("last"),
            keys=side("keys"),
            nothing=self._floats("nothing")[number],
            distance=self._floats("distance")[number],
            distances=self._floats("distances")[number],
            paragraphs=self._floats("paragraphs")[number],
        )

    def _floats(self, name: str) -> Floats:
        return np.ascontiguousarray(self._arrays[name], dtype=np.float32)
