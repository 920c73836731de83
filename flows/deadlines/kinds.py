"""The kinds of words, each with a letter of its own, and what a word is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from flows.deadlines import vocabulary
from flows.deadlines.lexicon import Value
from flows.deadlines.word_lists import listed

MARKS = {
    ".": "stop",
    "!": "stop",
    "?": "stop",
    ";": "stop",
    "…": "stop",
    ",": "comma",
    "-": "hyphen",
    "‐": "hyphen",
    "‑": "hyphen",
    "–": "dash",
    "—": "dash",
    "(": "open",
    "[": "open",
    ")": "close",
    "]": "close",
    "/": "slash",
}
_SHAPES = listed(
    """
    word capitalised break other day year number digits decimal ordinal dayth second
    fraction clock iso year_month year_pair numeric decade short_decade decade_word quarter_code
    fiscal_code apostrophe_year meridiem possessive month weak_month weekday weak_weekday weekdays
    season day_part noon numeral multiplier relative_day reference how_often named_day zone
    """
)
KINDS = tuple(
    dict.fromkeys(
        [
            *sorted(_SHAPES),
            *MARKS.values(),
            *vocabulary.UNIT_KINDS,
            *vocabulary.FUNCTION_WORDS.values(),
        ]
    )
)
# Letters from a range where no character means anything to a regular expression.
LETTERS = {kind: chr(0x4E00 + index) for index, kind in enumerate(KINDS)}


class Word(NamedTuple):
    """One word, number or mark: `value` is what it counts or names, where it does."""

    kind: str
    start: int
    end: int
    text: str
    lower: str
    value: Value = None


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, and their kinds as one string with a letter for each word."""

    words: list[Word]
    kinds: str
