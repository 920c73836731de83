"""Dates that only describe a noun: "this year's divisions", "the 2016 race", "Vision 2030"."""

from __future__ import annotations

from flows.deadlines.expressions import Expression
from flows.deadlines.sentence import Sentence
from flows.deadlines.triggers import ADVERBS, BE, DETERMINERS, MODALS, PREPOSITIONS
from flows.deadlines.word_lists import listed
from flows.deadlines.words import Word

# Dates that are written out: "the May 7 memo". Of "the next week voters" nothing is known.
_WRITTEN = listed("year month weak_month weekday day dayth")
_NOUNS = frozenset(("word", "capitalised"))
_NO_NOUNS = PREPOSITIONS | ADVERBS | BE | frozenset(MODALS) | listed("and or but that when if than")


def describes_a_noun(sentence: Sentence, date: Expression) -> bool:
    """Say whether the date is said of a noun and not of the verb.

    What happens then is that noun, if it is an event at all: of "the November showdown" nothing
    but the showdown is in November, and "the problems of today", "same-day appointments" and
    "the lesson of 2016" are no events.
    """
    words, last = sentence.words, date.last_word
    kind = words[date.first_word].kind
    if kind in ("relative_day", "year") and sentence.text(date.first_word - 1) == "of":
        return True
    following = words[last + 1] if last < sentence.last else None
    if following is not None and following.kind == "possessive":
        return True
    if _is_joined(sentence, date):
        return True
    if words[date.first_word].kind not in _WRITTEN or date.first_word == sentence.first:
        return False
    before = words[date.first_word - 1]
    is_year = words[date.first_word].kind == "year"
    if is_year and before.kind == "capitalised" and date.first_word - 1 > sentence.first:
        return True
    is_owned = before.lower in DETERMINERS or before.kind == "possessive"
    return is_owned and following is not None and _is_noun(following)


def _is_joined(sentence: Sentence, date: Expression) -> bool:
    """Say whether a hyphen makes the date one word with another: "next-day appointments"."""
    words = sentence.words
    if any(word.kind == "hyphen" for word in words[date.first_word : date.last_word + 1]):
        return words[date.last_word].kind == "day_unit"
    if date.last_word + 1 < sentence.last:
        hyphen, after = words[date.last_word + 1 : date.last_word + 3]
        if hyphen.kind == "hyphen" and hyphen.start == date.end and after.kind == "word":
            return after.start == hyphen.end
    return False


def _is_noun(word: Word) -> bool:
    is_hour = word.kind.endswith("_unit")
    return is_hour or (word.kind in _NOUNS and word.lower not in _NO_NOUNS)
