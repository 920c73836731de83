"""Numbers as they are spoken, made one word: "nineteen ninety-six", "the twenty-first"."""

from __future__ import annotations

import re

from flows.deadlines.kinds import LETTERS, Word, Words
from flows.deadlines.vocabulary import MULTIPLIERS
from flows.deadlines.word_lists import listed

_NUMERAL, _HYPHEN, _MULTIPLIER, _ORDINAL, _SECOND, _AND = (
    LETTERS[kind] for kind in ("numeral", "hyphen", "multiplier", "ordinal", "second", "and")
)
# "Two thousand" is a year only after one of these: "in two thousand", "October two thousand".
_BEFORE_A_YEAR = "".join(
    LETTERS[kind]
    for kind in listed("in of since until by from to before after month weak_month season")
)
_COUNTED = "".join(LETTERS[kind] for kind in LETTERS if kind.endswith("_unit")) + _HYPHEN
_ENDS_A_YEAR = f"(?![{_COUNTED}{_MULTIPLIER}{LETTERS['word']}])"
_TWO = f"{_NUMERAL}{_HYPHEN}?{_NUMERAL}"
_SPOKEN = re.compile(
    f"(?P<year_of>(?<={LETTERS['year_unit']}){_NUMERAL}{_MULTIPLIER}"
    f"(?:{_AND}?(?:{_TWO}|{_NUMERAL}))?)"
    f"|(?P<thousands>(?<=[{_BEFORE_A_YEAR}]){_NUMERAL}{_MULTIPLIER}"
    f"(?:{_AND}?(?:{_TWO}|{_NUMERAL}))?{_ENDS_A_YEAR})"
    f"|(?P<year>{_NUMERAL}{_TWO}(?![{_COUNTED}])|{_NUMERAL}{_NUMERAL}(?![{_COUNTED}]))"
    f"|(?P<ordinal>{_NUMERAL}{_HYPHEN}?(?:{_ORDINAL}|{_SECOND}))"
)
_CENTURIES = range(15, 21)
_TENS = frozenset((20, 30))
_CENTURY, _MILLENNIUM, _LAST_YEAR, _LAST_ONE = 100, 1000, 2100, 9


def with_spoken_numbers(words: Words) -> Words:
    """Return the words with each year and each ordinal of two words as one."""
    if _NUMERAL not in words.kinds:
        return words
    row: list[Word] = []
    done = 0
    for match in _SPOKEN.finditer(words.kinds):
        first, end = match.span()
        one = _one_word(match.lastgroup or "", words.words[first:end])
        if one is not None:
            row += words.words[done:first]
            row.append(one)
            done = end
    if not done:
        return words
    row += words.words[done:]
    return Words(row, "".join([LETTERS[word.kind] for word in row]))


def _one_word(shape: str, parts: list[Word]) -> Word | None:
    numbers = [p.value for p in parts if p.kind != "multiplier" and isinstance(p.value, int)]
    if shape == "ordinal":
        kind, value = "ordinal", _ordinal(numbers)
    else:
        kind, value = "year", _year(parts, numbers)
    if value is None:
        return None
    text = "-".join(part.text for part in parts if part.kind != "hyphen")
    return Word(kind, parts[0].start, parts[-1].end, text, text.lower(), value)


def _ordinal(numbers: list[int]) -> int | None:
    """Return 21 for "twenty-first"."""
    tens, one = numbers
    return tens + one if tens in _TENS and one <= _LAST_ONE else None


def _year(parts: list[Word], numbers: list[int]) -> int | None:
    """Return 1996 for "nineteen ninety-six", 2015 for "two thousand and fifteen"."""
    multiplier = next((part.lower for part in parts if part.kind == "multiplier"), "")
    rest = sum(numbers[1:])
    if multiplier:
        year = numbers[0] * MULTIPLIERS[multiplier] + rest
        return year if _MILLENNIUM <= year < _LAST_YEAR and rest < _CENTURY else None
    is_year = numbers[0] in _CENTURIES and _LAST_ONE < rest < _CENTURY
    return numbers[0] * _CENTURY + rest if is_year else None
