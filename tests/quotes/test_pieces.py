"""Words cut into pieces, as the network that the vocabulary comes from cuts them."""

from __future__ import annotations

import pytest

from flows.quotes.pieces import MOST_PIECES, NO_PIECE, pieces_of, vocabulary


def written(word: str) -> list[str]:
    names = {number: piece for piece, number in vocabulary().items()}
    return [names[number] for number in pieces_of(word) if number != NO_PIECE]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("reporters", ["reporters"]),
        ("Spokeswoman", ["spoke", "##sw", "##oman"]),
        ("café", ["cafe"]),
        ("U.S.", ["u", ".", "s", "."]),
        ("don’t", ["don", "’", "t"]),
        ("non-interventionist", ["non", "-", "intervention", "##ist"]),
        ("☃", ["[UNK]"]),
    ],
)
def test_longest_pieces_that_fit_are_taken(word: str, pieces: list[str]) -> None:
    assert written(word) == pieces


def test_word_has_always_as_many_numbers() -> None:
    assert {len(pieces_of(word)) for word in ("a", "", "-", "a-b-c-d-e-f-g")} == {MOST_PIECES}


def test_what_is_left_out_is_no_piece() -> None:
    assert pieces_of("reporters")[1:] == (NO_PIECE,) * (MOST_PIECES - 1)
