"""A text as a row of words, each with its kind, so that a phrase is a pattern over kinds.

Every kind has one letter. The kinds of a text, one letter a word, make a string of their own,
and the grammar is regular expressions over that string: short, and fast on long texts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from flows.deadlines import vocabulary
from flows.deadlines.named_days import NAMED_DAYS

Value = int | str | None

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
    "/": "slash",
}
_SHAPES = (
    "word capitalised break other day year number digits decimal ordinal dayth second fraction "
    "clock iso year_month numeric decade quarter_code fiscal_code apostrophe_year meridiem possessive month weak_month "
    "weekday weak_weekday weekdays season day_part noon numeral multiplier relative_day reference "
    "how_often named_day zone"
).split()
KINDS = tuple(
    dict.fromkeys(
        [
            *_SHAPES,
            *_MARKS.values(),
            *vocabulary.UNIT_KINDS,
            *vocabulary.FUNCTION_WORDS.values(),
        ]
    )
)
# Letters from a range where no character means anything to a regular expression.
LETTERS = {kind: chr(0x4E00 + index) for index, kind in enumerate(KINDS)}

_SHORT_NAMES = sorted(
    name
    for name in {**vocabulary.MONTHS, **vocabulary.WEEKDAYS}
    if len(name) <= vocabulary.LONGEST_SHORT_NAME
)
_ABBREVIATED = "|".join(name.capitalize() for name in reversed(_SHORT_NAMES))
_TOKEN = re.compile(
    rf"""
    (?P<name>(?:Super|Bloody|Fat|Shrove|Stormy)\ [A-Z][a-z]+day\b)
    |(?P<named_day>(?=[A-Z])(?:{"|".join(NAMED_DAYS)}))
    |(?P<abbreviated>(?:{_ABBREVIATED})\.(?=[\s,]))
    |(?P<fraction>\d+/\d+(?![\w/])|[¼½¾])
    |(?P<quarter_code>[QqH][1-4](?!\w))
    |(?P<fiscal_code>FY\s?[’']?(?:\d\d){{1,2}}(?!\w))
    |(?P<word>(?![ap]\.m|[AP]\.M)[^\W\d_]+(?:[’'](?!s\b)[^\W\d_]+)*)
    |(?P<iso>\d{{4}}-\d\d-\d\d(?:[T\ ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))
    |(?P<numeric>(?<![\w/.])\d{{1,4}}(?:/\d{{1,2}}/|-\d{{1,2}}-|\.\d{{1,2}}\.)\d{{2,4}}(?![\w/-]))
    |(?P<year_month>(?<![\w/.-])(?:1[89]|20)\d\d-(?:0[1-9]|1[0-2])(?![\w-]))
    |(?P<clock>\d{{1,2}}[:.]\d\d(?=\s?[ap]\.?m\b)|\d{{1,2}}:\d\d(?::\d\d)?(?![\d:]))
    |(?P<dayth>\d{{1,3}}(?:st|nd|rd|th)\b)
    |(?P<decade>(?<!\w)(?:\d\d)?\d0[’']?s\b)
    |(?P<decimal>\d[\d,]*\.\d+)
    |(?P<number>\d{{1,3}}(?:,\d\d\d)+|\d+)
    |(?P<apostrophe_year>(?<!\w)[’']\d\d(?!\w))
    |(?P<meridiem>[apAP]\.\s?[mM]\b\.?)
    |(?P<possessive>[’']s\b|(?<=s)[’'](?=\s))
    |(?P<break>\n\s*\n)
    |(?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)
_ZONES = frozenset("GMT UTC EST EDT CST CDT MST MDT PST PDT BST CET CEST ET PT CT IST JST".split())
_LAST_DAY_OF_MONTH = 31
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
# Longer runs of digits count nothing in the news, and Python refuses to read the longest.
_LONGEST_NUMBER = 12


class Word(NamedTuple):
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


def _known_words() -> dict[str, tuple[str, Value]]:
    """Return the kind and value of every known word, as it is written."""
    known: dict[str, tuple[str, Value]] = {}
    known |= {word: (kind, word) for word, kind in vocabulary.FUNCTION_WORDS.items()}
    known |= {word: (f"{unit}_unit", unit) for word, unit in vocabulary.UNITS.items()}
    for kind, values in (
        ("weekdays", vocabulary.WEEKDAY_PLURALS),
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
    known |= {"noon": ("noon", 12), "midday": ("noon", 12), "midnight": ("noon", 24)}
    known |= {"second": ("second", 2), "am": ("meridiem", "a"), "pm": ("meridiem", "p")}
    known |= {word.capitalize(): entry for word, entry in known.items()}
    known |= {zone: ("zone", zone) for zone in _ZONES}
    known |= {"AM": ("meridiem", "a"), "PM": ("meridiem", "p")}
    return known | _names_of_days_and_months()


def _names_of_days_and_months() -> dict[str, tuple[str, Value]]:
    known: dict[str, tuple[str, Value]] = {}
    for kind, names in (("month", vocabulary.MONTHS), ("weekday", vocabulary.WEEKDAYS)):
        for name, number in names.items():
            is_short = len(name) <= vocabulary.LONGEST_SHORT_NAME and name not in (
                "june",
                "july",
                "april",
                "march",
            )
            is_weak = is_short or name in vocabulary.MONTHS_WITH_ANOTHER_SENSE
            known[name.capitalize()] = (f"weak_{kind}" if is_weak else kind, number)
            known[name.upper()] = known[name.capitalize()]
            if not is_weak or kind == "month":
                known[name] = (f"weak_{kind}" if is_weak or name == "august" else kind, number)
    return known


_KNOWN = _known_words()


def words_of(text: str, start: int = 0, end: int | None = None) -> Words:
    """Return the words of `text[start:end]` in order, each with its kind."""
    words: list[Word] = []
    add = words.append
    known = _KNOWN
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        shape, written = match.lastgroup, match.group()
        if shape == "word":
            entry = known.get(written)
            if entry is None:
                entry = ("capitalised" if written[0].isupper() else "word"), None
        elif shape == "mark":
            entry = _MARKS.get(written, "other"), None
        else:
            entry = _read(shape or "", written)
        add(Word(entry[0], match.start(), match.end(), written, entry[1]))
    return Words(words, "".join([LETTERS[word[0]] for word in words]))


def _read(shape: str, text: str) -> tuple[str, Value]:
    """Return the kind and value of what is no plain word: a number, a clock, a short name."""
    match shape:
        case "number":
            return _read_number(text)
        case "name":
            return "capitalised", None
        case "dayth":
            number = int(text[:-2])
            return ("dayth" if number <= _LAST_DAY_OF_MONTH else "ordinal"), number
        case "abbreviated":
            return _read_abbreviated(text[:-1].lower())
        case "apostrophe_year":
            return shape, int(text[1:])
        case "meridiem":
            return shape, text[0].lower()
        case "clock":
            return shape, text.replace(".", ":")
        case _:
            return shape, text


def _read_number(text: str) -> tuple[str, Value]:
    if len(text) > _LONGEST_NUMBER:
        return "other", None
    number = int(text.replace(",", ""))
    if len(text) == len("2026") and _FIRST_YEAR <= number <= _LAST_YEAR:
        return "year", number
    if len(text) <= len("31") and 1 <= number <= _LAST_DAY_OF_MONTH:
        return "day", number
    return ("digits" if "," in text else "number"), number


def _read_abbreviated(name: str) -> tuple[str, Value]:
    if name in vocabulary.MONTHS:
        return "month", vocabulary.MONTHS[name]
    return "weekday", vocabulary.WEEKDAYS[name]
