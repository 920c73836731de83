"""A glance that spares a paragraph without any word of time the reading of its words."""

from __future__ import annotations

import re
from functools import cache

from flows.deadlines.lexicon import known_words
from flows.deadlines.word_lists import listed

# Every date phrase holds a word of one of these kinds, or figures, or a day's own name.
_KINDS_OF_TIME = listed(
    """
    month weak_month weekday weak_weekday weekdays season day_part noon relative_day reference
    how_often decade_word multiplier numeral period current future past half second
    """
)
_NAMES_OF_DAYS = listed(
    """
    christmas easter thanksgiving halloween juneteenth pentecost epiphany christi mayo eve
    purim passover shavuot hashanah kippur sukkot hanukkah chanukah
    """
)
_FIGURES = re.compile(r"\d[^\s,]|\d\s[ap]\.?m|[QqH][1-4]|FY")
_LETTERS = re.compile(r"[^\W\d_]+")


@cache
def _words_of_time() -> frozenset[str]:
    known = known_words().items()
    timed = {w.lower() for w, (kind, _) in known if kind in _KINDS_OF_TIME or kind[-5:] == "_unit"}
    return frozenset(timed | _NAMES_OF_DAYS)


def may_name_a_time(text: str) -> bool:
    """Return False only where no date phrase can stand; most paragraphs without one are told."""
    if _FIGURES.search(text) is not None:
        return True
    return not _words_of_time().isdisjoint(_LETTERS.findall(text.lower()))
