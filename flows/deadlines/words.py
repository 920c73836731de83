"""A text as a row of words, each with its kind, so that a phrase is a pattern over kinds.

Every kind has one letter. The kinds of a text, one letter a word, make a string of their own,
and the grammar is regular expressions over that string: short, and fast on long texts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from flows.deadlines import vocabulary
from flows.deadlines.kinds import LETTERS, MARKS, Word, Words
from flows.deadlines.lexicon import Value, known_words
from flows.deadlines.named_days import NAMED_DAYS
from flows.deadlines.spoken import with_spoken_numbers

_SHORT_NAMES = sorted(
    name
    for name in {**vocabulary.MONTHS, **vocabulary.WEEKDAYS}
    if len(name) <= vocabulary.LONGEST_SHORT_NAME and name not in vocabulary.WHOLE_NAMES
)
_ABBREVIATED = "|".join(name.capitalize() for name in reversed(_SHORT_NAMES))
# "Christmas eve" and "Election day" stand in many a paper.
_NAMED = "|".join(NAMED_DAYS).replace("Day", "[Dd]ay").replace("Eve", "[Ee]ve")
# Their stop ends no sentence.
_TITLES = "Mr|Mrs|Ms|Dr|Sens?|Reps?|Govs?|Gen|Lt|Col|Sgt|Capt|Prof|Rev|St"
# Most words are small letters between spaces, so these are tried first and outside any group, for
# a group costs time even where it fails; the rest is asked for by its first character.
_TOKEN = re.compile(
    rf"""
    [a-z]+(?=[\s,])|[a-z][a-z]+(?=\.\s)|[,;](?=\s)
    |(?P<share>[¼½¾])
    |(?=[^\W\d_])(?:
        (?P<name>(?:Super|Bloody|Fat|Shrove|Stormy)\ [A-Z][a-z]+day\b
            |(?:{_TITLES})\.(?=\s[A-Z])|U\.[SNK]\.(?=\s\w))
        |(?P<named_day>(?=[A-Z])(?:{_NAMED}))
        |(?P<other>(?:https?://|www\.)\S+)
        |(?P<abbreviated>(?:{_ABBREVIATED})\.(?=[\s,])(?!\s+The\b))
        |(?P<quarter_code>[QqH][1-4](?!\w))
        |(?P<fiscal_code>FY\s?[’']?(?:\d\d){{1,2}}(?!\w))
        |(?P<word>(?![ap]\.m|[AP]\.M)[^\W\d_]+(?:[’'](?!s\b)[^\W\d_]+)*)
        |(?P<meridiem>[apAP]\.\s?[mM]\b\.?)
    )
    |(?=\d)(?:
        (?P<year_pair>(?<![\w/])(?:1[89]|20)\d\d/(?:(?:19|20)?\d\d)(?![\w/]))
        |(?P<fraction>\d+/\d+(?![\w/]))
        |(?P<iso>\d{{4}}-\d\d-\d\d
            (?:[T\ ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))
        |(?P<numeric>(?<![\w/.])\d{{1,4}}
            (?:/\d{{1,2}}/\d{{2,4}}|-\d{{1,2}}-\d{{4}}|\.\d{{1,2}}\.\d{{4}}) (?![\w/]))
        |(?P<year_month>(?<![\w/.-])(?:1[89]|20)\d\d-(?:0[1-9]|1[0-2])(?![\w-]))
        |(?P<clock>\d{{1,2}}[:.]\d\d(?=\s?(?:[ap]\.?m|GMT|BST|CET)\b)|\d{{1,2}}:\d\d(?::\d\d)?(?![\d:]|\.\d))
        |(?P<dayth>\d{{1,3}}(?:st|nd|rd|th)\b)
        |(?P<decade>(?<!\w)\d\d\d0[’']?s\b)
        |(?P<short_decade>(?<!\w)\d0[’']?s\b)
        |(?P<decimal>\d[\d,]{{0,15}}\.\d+)
        |(?P<number>\d{{1,3}}(?:,\d\d\d)+|\d+)
    )
    |(?=[’'])(?:
        (?P<possessive>[’']s\b|(?<=s)[’'](?=\s))
        |(?P<decade_cut>(?<!\w)[’']\d0s\b)
        |(?P<apostrophe_year>(?<!\w)[’']\d\d(?!\w))
    )
    |(?P<break>\n\s*\n)
    |[^\w\s]
    """,
    re.VERBOSE,
)
_LAST_DAY_OF_MONTH = 31
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
# Longer runs of digits count nothing in the news, and Python refuses to read the longest.
_LONGEST_NUMBER = 12


_PLAIN: tuple[str, Value] = ("word", None)
_CAPITALISED: tuple[str, Value] = ("capitalised", None)
_OTHER: tuple[str, Value] = ("other", None)
# The words of an article come again and again; those of a hostile text are let go.
_MOST_REMEMBERED, _LONG = 1 << 14, 40


# Words are made by the million: the tuple's own way is twice as fast as the named one.
_new: Callable[[type[Word], tuple[str, int, int, str, str, Value]], Word] = tuple.__new__  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType] # an open stub


def words_of(text: str, start: int = 0, end: int | None = None) -> Words:
    """Return the words of `text[start:end]` in order, each with its kind."""
    words: list[Word] = []
    add, common = words.append, _common_words()
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        shape, written = match.lastgroup, match.group()
        if shape is None:
            lower = written
            kind, value = common.get(written) or _entry_without_shape(written)
        elif len(written) < _LONG:
            kind, value, lower = _entry(shape, written)
        else:
            kind, value, lower = _entry_of(shape, written)
        begin, stop = match.span()
        add(_new(Word, (kind, begin, stop, written, lower, value)))
    return with_spoken_numbers(Words(words, "".join([LETTERS[word[0]] for word in words])))


@cache
def _common_words() -> dict[str, tuple[str, Value]]:
    """Return what is known of the small words and of the marks."""
    return known_words() | {mark: (kind, None) for mark, kind in MARKS.items()}


def _entry_without_shape(text: str) -> tuple[str, Value]:
    return _PLAIN if text[0].isalpha() else _OTHER


def _entry_of(shape: str, text: str) -> tuple[str, Value, str]:
    """Return kind, value and small letters of a word with a capital, a mark or a number."""
    lower = text.lower()
    if shape == "word":
        kind, value = known_words().get(text) or (_CAPITALISED if text[0].isupper() else _PLAIN)
    else:
        reader = _READERS.get(shape)
        kind, value = reader(text) if reader is not None else (shape, text)
    return kind, value, lower


_entry = lru_cache(maxsize=_MOST_REMEMBERED)(_entry_of)


def _read_ordinal(text: str) -> tuple[str, Value]:
    number = int(text[:-2])
    return ("dayth" if number <= _LAST_DAY_OF_MONTH else "ordinal"), number


def _read_number(text: str) -> tuple[str, Value]:
    if len(text) > _LONGEST_NUMBER:
        return "other", None
    number = int(text.replace(",", ""))
    if len(text) == len("2026") and _FIRST_YEAR <= number <= _LAST_YEAR:
        return "year", number
    if len(text) <= len("31") and 1 <= number <= _LAST_DAY_OF_MONTH:
        return "day", number
    return ("digits" if "," in text else "number"), number


def _read_abbreviated(text: str) -> tuple[str, Value]:
    name = text[:-1].lower()
    if name in vocabulary.MONTHS:
        return "month", vocabulary.MONTHS[name]
    return "weekday", vocabulary.WEEKDAYS[name]


def _read_name(_text: str) -> tuple[str, Value]:
    return _CAPITALISED


def _read_short_year(text: str) -> tuple[str, Value]:
    return "apostrophe_year", int(text[1:])


def _read_meridiem(text: str) -> tuple[str, Value]:
    return "meridiem", text[0].lower()


def _read_clock(text: str) -> tuple[str, Value]:
    return "clock", text.replace(".", ":")


def _read_share(text: str) -> tuple[str, Value]:
    return "fraction", text


def _read_cut_decade(text: str) -> tuple[str, Value]:
    return "decade", text


_READERS: dict[str, Callable[[str], tuple[str, Value]]] = {
    "share": _read_share,
    "decade_cut": _read_cut_decade,
    "number": _read_number,
    "name": _read_name,
    "dayth": _read_ordinal,
    "abbreviated": _read_abbreviated,
    "apostrophe_year": _read_short_year,
    "meridiem": _read_meridiem,
    "clock": _read_clock,
}
