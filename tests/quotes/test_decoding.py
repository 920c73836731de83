"""The likeliest labels of a text, and the arithmetic that finds them fast."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from flows.quotes.labels import CONTENT, FOLLOWS, FORBIDDEN, LABELS, Floats, Layer, decided

NO_FAVOUR = np.zeros(LABELS, dtype=np.float32)


def path_of(chances: Floats, paragraph: list[int], moves: Floats) -> list[int]:
    return decided(chances, np.array(paragraph, np.int32), moves, NO_FAVOUR).tolist()


def cheapest(chances: Floats, moves: Floats) -> tuple[int, ...]:
    """Try every path of one paragraph."""
    costs = -np.log(chances)

    def cost(path: tuple[int, ...]) -> float:
        enters = 0 if FOLLOWS[0, path[0]] else FORBIDDEN
        steps = sum(moves[a, b] for a, b in pairwise(path))
        return float(enters + steps + sum(costs[i, label] for i, label in enumerate(path)))

    return min(product(range(LABELS), repeat=len(chances)), key=cost)


@pytest.mark.parametrize("seed", range(5))
def test_decided_path_is_the_cheapest_of_all(seed: int) -> None:
    random = np.random.default_rng(seed)
    chances = random.dirichlet(np.full(LABELS, 0.5), size=5).astype(np.float32)
    chances = np.maximum(chances, np.float32(1e-3))
    moves = random.normal(size=(LABELS, LABELS)).astype(np.float32)
    moves[~FOLLOWS] = FORBIDDEN
    assert tuple(path_of(chances, [0] * 5, moves)) == cheapest(chances, moves)


def sure(*labels: int) -> Floats:
    chances = np.full((len(labels), LABELS), 0.001, dtype=np.float32)
    chances[np.arange(len(labels)), labels] = 0.999
    return chances


def test_no_span_crosses_a_paragraph() -> None:
    moves = np.where(FOLLOWS, np.float32(0), FORBIDDEN)
    chances = sure(1, 2, 2, 2)
    chances[2] = (0.0, 0.2, 0.8, 0, 0, 0, 0)
    path = path_of(chances, [0, 0, 1, 1], moves)
    assert list(Layer.of(np.array(path, np.int8), CONTENT).spans()) == [(0, 2), (2, 4)]


def test_word_in_doubt_joins_the_sure_words_around_it() -> None:
    moves = np.where(FOLLOWS, np.float32(0), FORBIDDEN)
    moves[2, 0] = moves[0, 1] = 2
    chances = sure(1, 2, 2, 2, 0)
    chances[2] = (0.5, 0.1, 0.4, 0, 0, 0, 0)
    path = path_of(chances, [0] * 5, moves)
    assert list(Layer.of(np.array(path, np.int8), CONTENT).spans()) == [(0, 4)]


def test_favour_decides_between_near_labels() -> None:
    moves = np.where(FOLLOWS, np.float32(0), FORBIDDEN)
    chances = np.array([[0.6, 0.0, 0.0, 0.4, 0, 0, 0]], dtype=np.float32)
    favour = np.array([0, 0, 0, 1, 1, 0, 0], dtype=np.float32)
    assert path_of(chances, [0], moves) == [0]
    assert decided(chances, np.zeros(1, np.int32), moves, favour).tolist() == [3]


def test_empty_text_has_no_labels() -> None:
    moves = np.zeros((LABELS, LABELS), dtype=np.float32)
    assert path_of(sure(), [], moves) == []
