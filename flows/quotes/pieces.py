"""Words as pieces: what stands for a word that no corpus of ours has shown.

The pieces are the vocabulary of all-MiniLM-L6-v2 (see MODEL_CARD.md). A piece that goes on inside
a word begins with "##". The longest piece that fits is always taken (Wu et al. 2016).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

# Behind so many pieces the rest of a word is endings.
MOST_PIECES = 4
NO_PIECE = 0
_NOTHING = (NO_PIECE,) * MOST_PIECES
_UNKNOWN = "[UNK]"
_PARTS = re.compile(r"[^\W_]+|[^\s\w]")


@cache
def vocabulary() -> dict[str, int]:
    """Return the number of every piece, read from the package once a process."""
    text = files("flows.quotes").joinpath("pieces.txt").read_text(encoding="utf-8")
    return {piece: number for number, piece in enumerate(text.split("\n")[:-1])}


def pieces_of(word: str) -> tuple[int, ...]:
    """Return the numbers of a word's first pieces, filled up with `NO_PIECE`."""
    whole = vocabulary().get(word.lower())
    if whole is not None:
        return (whole, *_NOTHING[1:])
    found: list[int] = []
    for part in _PARTS.findall(_without_accents(word.lower())):
        found += _pieces_within(part)
        if len(found) >= MOST_PIECES:
            break
    return (*found, *_NOTHING)[:MOST_PIECES]


def _without_accents(word: str) -> str:
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")


def _pieces_within(part: str) -> list[int]:
    numbers = vocabulary()
    found: list[int] = []
    start = 0
    while start < len(part):
        ahead = "##" if start else ""
        end = next(
            (end for end in range(len(part), start, -1) if ahead + part[start:end] in numbers), 0
        )
        if not end:
            return [numbers[_UNKNOWN]]
        found.append(numbers[ahead + part[start:end]])
        start = end
    return found
