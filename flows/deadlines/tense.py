"""Where the words around a date look: back, or ahead.

The nearest verb before the date decides, because English puts the time after its verb ("said
Thursday", "will meet Thursday"). Only where none stands before it does the verb after it count
("On Thursday, voters will choose").
"""

from __future__ import annotations

from flows.deadlines.beside_date import (
    follows_the_unforeseen,
    is_day_of_the_unforeseen,
    is_span,
    is_told_to_come,
    names_an_event,
    stands_alone,
)
from flows.deadlines.reading import Tense
from flows.deadlines.triggers import ADVERBS, NO_PAST_FORMS
from flows.deadlines.verb_groups import is_infinitive
from flows.deadlines.verb_tense import BACK, WIDEST_GAP, is_told_by_form, tense_of
from flows.deadlines.word_lists import listed
from flows.deadlines.words import Word, Words

# A limit without a past verb is still to come: "it stays shut until autumn".
_LIMITS = frozenset(("until", "by"))
# Words farther away than this belong to another clause.
_REACH = 25
# "Asked about it in", "took high office in": a verb so close before a date is the date's own.
_CLOSE = 5
_STOPS = frozenset(("stop", "break"))
# A third of all words: asked first, for it is quick.
_NO_VERBS = listed("the a of in and or that for on at as by from comma")
_QUOTES = frozenset(("“", "‘", '"', "`"))


def tense_at(words: Words, first: int, last: int) -> Tense:
    """Return where the clause around the words `first` to `last` looks, by its nearest verb.

    A date that names an event looks nowhere: "wanted to sway the Nov. 8 election".
    """
    told = _told_after(words.words, last)
    if told is not Tense.NONE:
        return told
    tense = _tense_around(words.words, first, last)
    is_name = tense is Tense.PAST and names_an_event(words.words, first, last)
    return Tense.NONE if is_name else tense


def has_past_verb(words: Words, first: int) -> bool:
    """Say whether a past verb stands close before a date: "took office in February"."""
    near = range(max(0, first - _CLOSE), first)
    return any(tense_of(words.words, place) is Tense.PAST for place in near)


def _tense_around(row: list[Word], first: int, last: int) -> Tense:
    if is_told_to_come(row, first, last) or stands_alone(row, first, last):
        return Tense.FUTURE
    if is_day_of_the_unforeseen(row, last) or follows_the_unforeseen(row, first):
        return Tense.PAST
    if _follows_a_noun(row, first):
        after = _verb_right_after(row, last + 1)
        if after is not Tense.NONE:
            return after
    is_possessive = last + 1 < len(row) and row[last + 1].kind == "possessive"
    before = range(first - 1, max(-1, first - 1 - _REACH), -1)
    tense = _nearest(row, before, skips_infinitives=is_possessive)
    if tense is not Tense.NONE:
        return tense
    if _has_infinitive(row, before):
        return Tense.FUTURE
    tense = _nearest(row, range(last + 1, min(len(row), last + 1 + _REACH)), stops=_QUOTES)
    is_limit = first > 0 and (row[first - 1].kind in _LIMITS or is_span(row, first, last))
    return Tense.FUTURE if tense is Tense.NONE and is_limit else tense


def _told_after(row: list[Word], last: int) -> Tense:
    """Return where the clause looks that describes the date: "Thursday night, when many called"."""
    after = row[last + 1 : last + 3]
    if len(after) < len((",", "when")) or after[0].kind != "comma":
        return Tense.NONE
    if after[1].lower not in ("when", "where"):
        return Tense.NONE
    return _nearest(row, range(last + 3, min(len(row), last + 1 + WIDEST_GAP)))


def _follows_a_noun(row: list[Word], first: int) -> bool:
    """Say whether no verb stands just before the date: "the meeting Thursday will", "On Friday"."""
    return first == 0 or not _is_past_form(row[first - 1].lower)


def _is_past_form(text: str) -> bool:
    return text in BACK or (text.endswith("ed") and text not in NO_PAST_FORMS)


def _verb_right_after(row: list[Word], place: int) -> Tense:
    """Return where the verb looks that follows at once: "the meeting Thursday will", "was"."""
    while place < len(row) and row[place].lower in ADVERBS:
        place += 1
    if place >= len(row):
        return Tense.NONE
    text = row[place].lower
    if text in ("will", "would"):
        return Tense.NONE if is_told_by_form(row, place) else Tense.FUTURE
    return Tense.PAST if _is_past_form(text) else Tense.NONE


def _nearest(
    row: list[Word],
    places: range,
    *,
    stops: frozenset[str] = frozenset(),
    skips_infinitives: bool = False,
) -> Tense:
    for place in places:
        if row[place].kind in _NO_VERBS:
            continue
        if row[place].kind in _STOPS or row[place].text == ":" or row[place].text in stops:
            return Tense.NONE
        if skips_infinitives and row[place].text == "to":
            continue
        tense = tense_of(row, place)
        if tense is not Tense.NONE:
            return tense
    return Tense.NONE


def _has_infinitive(row: list[Word], places: range) -> bool:
    """Say whether an infinitive of the same sentence stands before the date."""
    for place in places:
        if row[place].kind in _STOPS:
            return False
        if row[place].text == "to" and is_infinitive(row, place):
            return True
    return False
