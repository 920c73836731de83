"""What is said of no one day: habits, rules for everybody, and dates that are mere names."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from flows.deadlines.event import Event
from flows.deadlines.expressions import Expression
from flows.deadlines.sentence import Sentence
from flows.deadlines.triggers import ANY, GENERIC
from flows.deadlines.word_lists import listed

_UNITS = listed("day week month year")
_NAMED_BY_DATE = listed("attacks attack terrorist terror hijackings bombings commission movement")
_QUOTES = listed("\" “ ” ' ‘ ’")
_CLAUSE_WORDS = 9
_HABITS = GENERIC | {"every"}


def is_of_no_one_day(sentence: Sentence, event: Event, date: Expression) -> bool:
    """Say whether the date is none on which the event falls due once."""
    return any(rule(sentence, event, date) for rule in RULES)


def on_any_such_day(sentence: Sentence, _event: Event, date: Expression) -> bool:
    """So are "on a Friday", "every Friday", and "until noon on Saturdays"."""
    before = sentence.text(date.first_word - 1)
    after = sentence.words[date.last_word + 1 : date.last_word + 3]
    is_any = before in ("a", "any") and date.rule == "weekday"
    return is_any or before == "every" or any(word.kind == "weekdays" for word in after)


def after_any_such_day(sentence: Sentence, _event: Event, date: Expression) -> bool:
    """So is "within 60 days of a dissolution"."""
    is_counted = date.rule == "within" and sentence.text(date.last_word + 1) in ("of", "after")
    return is_counted and sentence.text(date.last_word + 2) in ANY


def as_a_habit(sentence: Sentence, event: Event, date: Expression) -> bool:
    """So is what is "usually" or "every year" done."""
    if sentence.vocabulary.isdisjoint(_HABITS):
        return False
    near = sentence.texts(date.first_word - _CLAUSE_WORDS, date.last_word + 2)
    group = sentence.texts(event.first, event.head)
    is_habit = not GENERIC.isdisjoint(near) or not GENERIC.isdisjoint(group)
    return is_habit or any(one == "every" and two in _UNITS for one, two in pairwise(near))


def as_a_measure(sentence: Sentence, _event: Event, date: Expression) -> bool:
    """So are "more in two weeks than", "in ten years when", and "at the end of the day"."""
    following = sentence.text(date.last_word + 1)
    if following == "than":
        return True
    is_saying = (
        sentence.text(date.first_word - 1) == "at" and sentence.text(date.last_word) == "day"
    )
    return is_saying or (date.rule == "in_units" and following in ("in", "when", "that", "where"))


def as_a_name(sentence: Sentence, _event: Event, date: Expression) -> bool:
    """So are "the Sept. 11 attacks", the show "Today" and "Last Week Tonight"."""
    before, following = sentence.text(date.first_word - 1), sentence.text(date.last_word + 1)
    day, previous = sentence.words[date.first_word], sentence.words[date.first_word - 1]
    is_inside = date.first_word > sentence.first and day.kind == "relative_day"
    is_title = is_inside and day.text[0].isupper() and previous.text[0].isupper()
    is_quoted = before in _QUOTES and following in _QUOTES
    return is_title or is_quoted or following in _NAMED_BY_DATE


RULES: tuple[Callable[[Sentence, Event, Expression], bool], ...] = (
    on_any_such_day,
    after_any_such_day,
    as_a_habit,
    as_a_measure,
    as_a_name,
)
