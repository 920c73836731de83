"""Dates that only describe a noun: "this year's divisions", "the 2016 race", "Vision 2030"."""

from __future__ import annotations

from flows.deadlines.expressions import Expression
from flows.deadlines.sentence import Sentence
from flows.deadlines.triggers import (
    ADVERBS,
    BE,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    REPORTING,
)
from flows.deadlines.word_lists import listed
from flows.deadlines.words import Word

# Dates that are written out: "the May 7 memo". Of "the next week voters" nothing is known.
_MONTHS_AND_YEARS = listed("year month weak_month day dayth")
_WRITTEN = _MONTHS_AND_YEARS | {"weekday"}
_NOUNS = frozenset(("word", "capitalised"))
_NO_NOUNS = (
    PREPOSITIONS
    | ADVERBS
    | BE
    | PRONOUNS
    | frozenset(MODALS)
    | listed(
        """
        and or but that when if than while where as because before during against despite among
        amid against between according so come last next have has had do does did
        """
    )
)
_NO_ADJECTIVES = (_NO_NOUNS - ADVERBS) | REPORTING
_BEFORE_AN_ADJECTIVE = frozenset(("word", "capitalised", "numeral", "ordinal"))


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
    if date.first_word == sentence.first:
        return False
    is_feast = words[date.first_word].kind == "named_day" and following is not None
    if is_feast and following is not None and following.kind == "word" and _is_noun(following):
        # "For Christmas shopping", but "on Election Day voters will".
        return sentence.text(date.first_word - 1) not in ("on", ",")
    is_inside = words[date.first_word].kind in _WRITTEN
    return is_inside and _stands_before_its_noun(sentence, date, following)


def _stands_before_its_noun(sentence: Sentence, date: Expression, following: Word | None) -> bool:
    """Say whether a noun comes after the date that it describes: "the May 7 memo"."""
    before = sentence.words[date.first_word - 1]
    is_year = sentence.words[date.first_word].kind == "year"
    if is_year and before.kind == "capitalised" and date.first_word - 1 > sentence.first:
        return True
    if following is None or not _is_noun(following):
        return False
    is_owned = before.lower in DETERMINERS or before.kind == "possessive"
    return is_owned or _stands_without_its_preposition(sentence, date, following)


def _stands_without_its_preposition(sentence: Sentence, date: Expression, following: Word) -> bool:
    """Say whether the date stands as an adjective: "the key March 15 primary", "a 2016 opener".

    A month, a year or a day of a month tells when only with its "in" or "on", or at the end of
    its clause. A weekday needs none: "the council said Thursday voters would decide".
    """
    before, place = sentence.words[date.first_word - 1], date.first_word - 1
    kinds = {word.kind for word in sentence.words[date.first_word : date.last_word + 1]}
    if not kinds <= _MONTHS_AND_YEARS or before.kind not in _BEFORE_AN_ADJECTIVE:
        return False
    if before.lower in _NO_ADJECTIVES or sentence.is_verb(place):
        return False
    return following.kind == "word" or kinds == {"year"}


def _is_joined(sentence: Sentence, date: Expression) -> bool:
    """Say whether a hyphen makes the date one word with another: "next-day appointments"."""
    words = sentence.words
    if any(word.kind == "hyphen" for word in words[date.first_word : date.last_word + 1]):
        is_end = words[date.last_word].kind == "end" and date.last_word < sentence.last
        is_before_a_noun = is_end and _is_noun(words[date.last_word + 1])
        return is_before_a_noun or words[date.last_word].kind == "day_unit"
    if date.last_word + 1 < sentence.last:
        hyphen, after = words[date.last_word + 1 : date.last_word + 3]
        if hyphen.kind == "hyphen" and hyphen.start == date.end and after.kind == "word":
            return after.start == hyphen.end
    return False


def _is_noun(word: Word) -> bool:
    is_hour = word.kind.endswith("_unit")
    return is_hour or (word.kind in _NOUNS and word.lower not in _NO_NOUNS)
