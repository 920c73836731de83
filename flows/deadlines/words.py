"""A text as a row of words, each with its kind, so that a phrase is a pattern over kinds.

Every kind has one letter. The kinds of a text, one letter a word, make a string of their own,
and the grammar is regular expressions over that string: short, and fast on long texts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from flows.deadlines import vocabulary
from flows.deadlines.named_days import NAMED_DAYS

Value = int | str | None

_SHAPES = (
    "word capitalised stop comma hyphen dash possessive open close money percent slash break other "
    "day year number decimal ordinal fraction clock iso slashed digits decade month_day_name "
    "month weekday weekdays unit season day_part meridiem noon numeral multiplier relative_day "
    "reference how_often named_day zone second may apostrophe_year ambiguous_month"
).split()

_KINDS = tuple(dict.fromkeys([*_SHAPES, *vocabulary.FUNCTION_WORDS.values()]))
# Letters from a range where no character means anything to a regular expression.
LETTERS = {kind: chr(0x4E00 + index) for index, kind in enumerate(_KINDS)}

_SHORT_NAMES = sorted(
    name for name in {**vocabulary.MONTHS, **vocabulary.WEEKDAYS} if len(name) <= len("thurs")
)
_ABBREVIATED = "|".join(name.capitalize() for name in reversed(_SHORT_NAMES))
_TOKEN = re.compile(
    rf"""
    (?P<named_day>(?=[A-Z])(?:{"|".join(NAMED_DAYS)}))
    |(?P<iso>\d{{4}}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))
    |(?P<slashed>(?<![\w/])\d{{1,4}}(?:/\d{{1,2}}/|-\d{{1,2}}-|\.\d{{1,2}}\.)\d{{2,4}}(?![\w/]))
    |(?P<clock>\d{{1,2}}[:.]\d\d(?=\s?[ap]\.?m\b)|\d{{1,2}}:\d\d(?::\d\d)?)
    |(?P<ordinal>\d{{1,3}}(?:st|nd|rd|th)\b)
    |(?P<decade>[’']?\d{{2,4}}[’']?s\b)
    |(?P<fraction>\d+/\d+(?![\w/])|[¼½¾])
    |(?P<decimal>\d[\d,]*\.\d+)
    |(?P<number>\d{{1,3}}(?:,\d\d\d)+|\d+)
    |(?P<apostrophe_year>(?<!\w)[’']\d\d(?!\w))
    |(?P<meridiem>[apAP](?:[mM]\b|\.\s?[mM]\.))
    |(?P<abbreviated>(?:{_ABBREVIATED})\.(?=[\s,]))
    |(?P<possessive>[’']s\b|(?<=s)[’'](?=\s))
    |(?P<word>[^\W\d_]+(?:[’'](?!s\b)[^\W\d_]+)*)
    |(?P<break>\n\s*\n)
    |(?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)

_MARKS = {
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
    "$": "money",
    "£": "money",
    "€": "money",
    "¥": "money",
    "%": "percent",
    "/": "slash",
}
_ZONES = frozenset("gmt utc est edt cst cdt mst mdt pst pdt bst cet cest et pt ct ist jst".split())
_LAST_DAY_OF_MONTH = 31
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_FRACTIONS = {"¼": "1/4", "½": "1/2", "¾": "3/4"}


@dataclass(frozen=True, slots=True)
class Word:
    """One word, number or mark: `value` is what it counts or names, where it does."""

    kind: str
    start: int
    end: int
    text: str
    value: Value = None


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, and their kinds as one string with a letter for each word."""

    words: list[Word]
    kinds: str


@cache
def _lexicon() -> dict[str, tuple[str, Value]]:
    """Return the kind and value of every known word, in lower case."""
    known: dict[str, tuple[str, Value]] = {}
    known |= {word: (kind, None) for word, kind in vocabulary.FUNCTION_WORDS.items()}
    for kind, values in (
        ("month", vocabulary.MONTHS),
        ("weekday", vocabulary.WEEKDAYS),
        ("weekdays", vocabulary.WEEKDAY_PLURALS),
        ("unit", vocabulary.UNITS),
        ("season", vocabulary.SEASONS),
        ("day_part", vocabulary.DAY_PARTS),
        ("numeral", vocabulary.NUMERALS),
        ("multiplier", vocabulary.MULTIPLIERS),
        ("ordinal", vocabulary.ORDINALS),
        ("relative_day", vocabulary.RELATIVE_DAYS),
        ("reference", vocabulary.REFERENCES),
        ("how_often", vocabulary.HOW_OFTEN),
    ):
        known |= {word: (kind, value) for word, value in values.items()}
    known |= {word: ("zone", word.upper()) for word in _ZONES}
    known |= {"noon": ("noon", 12), "midday": ("noon", 12), "midnight": ("noon", 24)}
    known["second"] = ("second", 2)
    known["may"] = ("may", 5)
    return known


def words_of(text: str, start: int = 0, end: int | None = None) -> Words:
    """Return the words of `text[start:end]` in order, each with its kind."""
    stop = len(text) if end is None else end
    words = [_word(match) for match in _TOKEN.finditer(text, start, stop)]
    return Words(words, "".join([LETTERS[word.kind] for word in words]))


def _word(match: re.Match[str]) -> Word:
    shape = match.lastgroup or "other"
    text = match.group()
    kind, value = _READERS[shape](text)
    return Word(kind, match.start(), match.end(), text, value)


def _read_word(text: str) -> tuple[str, Value]:
    lowered = text.lower()
    known = _lexicon().get(lowered)
    if known is None:
        return ("capitalised" if text[0].isupper() else "word"), None
    kind, value = known
    if kind == "month" and not text[0].isupper():
        if lowered in vocabulary.MONTHS_WITH_ANOTHER_SENSE or len(lowered) <= len("sept"):
            return "ambiguous_month", value
    elif kind == "may":
        return ("month" if text[0].isupper() else "ambiguous_month"), value
    elif (kind == "weekday" and len(lowered) <= len("thurs")) or (
        kind == "zone" and not text.isupper()
    ):
        return "word", None
    return kind, value


def _read_abbreviated(text: str) -> tuple[str, Value]:
    name = text[:-1].lower()
    if name in vocabulary.MONTHS:
        return "month", vocabulary.MONTHS[name]
    return "weekday", vocabulary.WEEKDAYS[name]


def _read_number(text: str) -> tuple[str, Value]:
    if "," in text or len(text) > len("9999"):
        return "digits", int(text.replace(",", "")) if len(text) < _LONGEST_NUMBER else None
    number = int(text)
    if len(text) == len("2026") and _FIRST_YEAR <= number <= _LAST_YEAR:
        return "year", number
    if 1 <= number <= _LAST_DAY_OF_MONTH and len(text) <= len("31"):
        return "day", number
    return "number", number


# Longer runs of digits count nothing in the news, and Python refuses to read the longest.
_LONGEST_NUMBER = 16


def _read_ordinal(text: str) -> tuple[str, Value]:
    return "ordinal", int(text[:-2])


_READERS = {
    "named_day": lambda text: ("named_day", text),
    "iso": lambda text: ("iso", text),
    "slashed": lambda text: ("slashed", text),
    "clock": lambda text: ("clock", text.replace(".", ":")),
    "ordinal": _read_ordinal,
    "decade": lambda text: ("decade", text.strip("’'s").rstrip("’'")),
    "fraction": lambda text: ("fraction", _FRACTIONS.get(text, text)),
    "decimal": lambda text: ("decimal", None),
    "number": _read_number,
    "apostrophe_year": lambda text: ("apostrophe_year", int(text[1:])),
    "meridiem": lambda text: ("meridiem", text[0].lower()),
    "abbreviated": _read_abbreviated,
    "possessive": lambda text: ("possessive", None),
    "word": _read_word,
    "break": lambda text: ("break", None),
    "mark": lambda text: (_MARKS.get(text, "other"), None),
}
