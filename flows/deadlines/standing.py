"""Whether what a sentence plans still stands: not negated, overtaken or called off."""

from __future__ import annotations

import re
from datetime import date

from flows.deadlines import triggers
from flows.deadlines.assignment import Surroundings
from flows.deadlines.event_words import QUANTITIES, RESCHEDULING, lemma_of
from flows.deadlines.events import Event
from flows.deadlines.expressions import Expression
from flows.deadlines.reading import Tense
from flows.deadlines.sentence import Sentence
from flows.deadlines.word_lists import listed
from flows.records import EventType, Granularity, Relation

_TURNS = frozenset(("now", "instead", "has", "have", "will"))
_CALLED_OFF = re.compile(
    r"\b(?:called off|cancell?ed|scrapped|abandoned|withdrawn|dropped|shelved|axed"
    r"|no longer (?:needed|necessary|planned|on the table|going ahead|take place|happen)"
    r"|(?:will|would) not (?:now )?(?:be held|take place|go ahead|happen))\b"
)
_CALLING_OFF = re.compile(
    r"\bcalling off|\b(?:cancell?ing|scrapping|abandoning|withdrawing)\b"
    r"|\b(?:cancell?ed|scrapped|shelved|called off) (?:an?|the|its|his|her|their|all)\b"
)
_CLAUSE_OPENERS = frozenset((",", "and", "but", ":", "–", "—"))
# "until Friday to move" is no date that something is moved from.
_LATEST = listed("until till to by before within")
_NEW_DATE = listed("to until till for")
_CLAUSE_START = 5
_WAS = frozenset(("was", "were"))
_LONG = (Granularity.MONTH, Granularity.QUARTER, Granularity.HALF, Granularity.YEAR)
_REPORTS = listed("report results earnings dividend figures data")
_NAMED_BY_DATE = listed("attacks attack terrorist terror hijackings bombings commission movement")
_QUOTES = listed("\" “ ” ' ‘ ’")
_ENDLESS = ("decade", "century")
_HAPPENS = listed("held place ahead happen")
# A horizon this far off is a forecast, unless somebody commits to it.
_FORECAST_YEARS = 10
_CLAUSE_WORDS = 9
# "Friday's hearing at the Labour Court of Osterby has been cancelled" is no longer than this.
_CALLED_OFF_WORDS = 14


def still_stands(around: Surroundings, event: Event, relation: Relation, anchor: date) -> bool:
    """Say whether the plan is neither negated nor overtaken, and no mere forecast."""
    expression = around.date
    if event.first < expression.first_word < event.head or event.is_unreal:
        return False
    is_off = is_negated_to_happen(around.sentence, event)
    if event.is_negated and relation is not Relation.UNTIL and not is_off:
        return False
    if _was_superseded(around, event) or _is_forecast(around, event, anchor):
        return False
    if _is_past_already(around, event, anchor) or _is_generic(around.sentence, expression):
        return False
    return not (_is_name(around.sentence, expression) or _is_reported_period(around, event))


def _is_past_already(around: Surroundings, event: Event, anchor: date) -> bool:
    """Say whether it is past, or a mere purpose, although its day or month is not over.

    So "was made this month", "sought to soften it today", "the polls of this year".
    """
    expression = around.date
    if expression.first is None or expression.first > anchor:
        return False
    if around.sentence.text(expression.first_word) == "earlier":
        return True
    if event.trigger == "to" and around.sentence.text(event.first - 1) not in triggers.PRESENT_BE:
        return True
    verb = around.governor or next((e for e in around.right if not e.is_noun), None)
    if verb is not None and verb.tense is Tense.PAST:
        return True
    if not event.is_noun and not event.is_schedule and event.tense is Tense.NONE:
        is_condition = around.sentence.text(event.first - 1) in ("if", "once", "unless")
        return event.lemma not in RESCHEDULING and not is_condition
    is_long = expression.granularity in _LONG
    return is_long and (verb is None or verb.tense is not Tense.FUTURE or event.is_noun)


def _is_generic(sentence: Sentence, expression: Expression) -> bool:
    before = sentence.text(expression.first_word - 1)
    if before in ("a", "any") and expression.rule == "weekday":
        return True
    following = sentence.text(expression.last_word + 1)
    if expression.rule == "in_units" and following in ("in", "when", "that", "where"):
        return True
    if following == "than":
        return True
    if before == "at" and sentence.text(expression.last_word) == "day":
        return True
    near = range(expression.first_word - _CLAUSE_WORDS, expression.last_word + 2)
    return any(sentence.text(place) in triggers.GENERIC for place in near)


def _is_name(sentence: Sentence, expression: Expression) -> bool:
    """Say whether the date names something: "the Sept. 11 attacks", the show "Today"."""
    before = sentence.text(expression.first_word - 1)
    following = sentence.text(expression.last_word + 1)
    return following in _NAMED_BY_DATE or (before in _QUOTES and following in _QUOTES)


def _is_reported_period(around: Surroundings, event: Event) -> bool:
    """Say whether a report is of the period: "a loss for the fourth quarter", "the May report"."""
    sentence, expression = around.sentence, around.date
    after = (sentence.text(expression.last_word + 1), sentence.text(expression.last_word + 2))
    if after[0] in ("ended", "ending"):
        return True
    if expression.granularity in _LONG and not _REPORTS.isdisjoint(after):
        return True
    before = sentence.text(expression.first_word - 1)
    before = sentence.text(expression.first_word - 2) if before in triggers.DETERMINERS else before
    is_long = expression.granularity in (Granularity.QUARTER, Granularity.YEAR, Granularity.HALF)
    return before == "for" and is_long and not event.is_noun and not event.is_schedule


def _was_superseded(around: Surroundings, event: Event) -> bool:
    """Say whether the plan no longer holds: "had been due", "originally set", "was due …, but"."""
    sentence, governor = around.sentence, around.governor
    if is_moved_away(around):
        return True
    before = _clause_before(sentence, event.first - _CLAUSE_START, event.head)
    if governor is not None and (governor.is_schedule or event.is_noun):
        before = _clause_before(sentence, governor.head - _CLAUSE_START, governor.head)
    if triggers.SUPERSEDED.intersection(before):
        return True
    if "had" in before and ("been" in before or event.trigger in triggers.BEFORE_INFINITIVE):
        return True
    is_past_plan = not _WAS.isdisjoint(before[-3:])
    if event.trigger == "to":
        is_past_plan = sentence.text(event.first - 1) in _WAS
    return is_past_plan and _turns_after(sentence, event)


def _turns_after(sentence: Sentence, event: Event) -> bool:
    """Say whether a ", but" tells what holds now: "but has now said", "but was postponed"."""
    for place in range(event.head + 1, sentence.last + 1):
        pair = (sentence.text(place - 1), sentence.text(place))
        if pair == ("and", "then"):
            return True
        if pair[1] == "but":
            after = [sentence.text(place + ahead) for ahead in range(_CLAUSE_WORDS)]
            turns = _TURNS if pair[0] == "," else ()
            return any(
                text in turns or text == "off" or lemma_of(text) in RESCHEDULING for text in after
            )
    return False


def _clause_before(sentence: Sentence, first: int, end: int) -> list[str]:
    """Return the words before the verb, back to where its clause begins."""
    words: list[str] = []
    for place in range(end - 1, first - 1, -1):
        if sentence.text(place) in _CLAUSE_OPENERS:
            break
        words.insert(0, sentence.text(place))
    return words


def is_moved_away(around: Surroundings) -> bool:
    """Say whether the sentence moves the event to another date: "moved from Friday to Monday"."""
    sentence, date = around.sentence, around.date
    if sentence.text(date.first_word - 1) in _LATEST:
        return False
    later = next((other for other in sentence.dates if other.first_word > date.last_word), None)
    if later is None or sentence.text(later.first_word - 1) not in _NEW_DATE:
        return False
    moves = [event for event in sentence.events if event.lemma in RESCHEDULING]
    is_from = sentence.text(date.first_word - 1) == "from"
    return any(
        date.last_word < move.head < later.first_word or (is_from and move.head < date.first_word)
        for move in moves
    )


def _is_forecast(around: Surroundings, event: Event, anchor: date) -> bool:
    """Say whether a quantity or a far future is foretold: "will rise", "in 30 years"."""
    group = {around.sentence.text(place) for place in range(event.first, event.head)}
    if event.trigger in triggers.COMMITMENTS or group & triggers.COMMITMENTS:
        return False
    is_goal = event.event_type is EventType.TARGET
    if event.lemma in QUANTITIES or group & triggers.FORECASTS:
        return True
    if _is_endless(around.date) and not is_goal:
        return True
    is_counted = around.date.rule in ("in_units", "within") and around.date.last is not None
    return (
        is_counted
        and around.date.last is not None
        and around.date.last.year - anchor.year >= _FORECAST_YEARS
    )


def _is_endless(expression: Expression) -> bool:
    """Say whether the words name a decade or a century: "by the 2050s"."""
    first, last = expression.first, expression.last
    is_long = first is not None and last is not None and last.year - first.year > 1
    is_range = expression.granularity is Granularity.RANGE and expression.rule not in _ENDLESS
    return is_long and not is_range


def is_called_off(around: Surroundings, event: Event) -> bool:
    """Say whether the clause calls the event off: "has been called off", "cancelling a visit"."""
    sentence, date = around.sentence, around.date
    if is_negated_to_happen(sentence, event):
        return True
    end = next(
        (other.first_word for other in sentence.dates if other.first_word > date.last_word),
        date.last_word + _CALLED_OFF_WORDS,
    )
    after = range(date.last_word + 1, min(end, date.last_word + _CALLED_OFF_WORDS))
    before = range(event.first - _CLAUSE_WORDS, event.first)
    return bool(
        _CALLED_OFF.search(" ".join(sentence.text(place) for place in after))
        or _CALLING_OFF.search(" ".join(sentence.text(place) for place in before))
    )


def is_negated_to_happen(sentence: Sentence, event: Event) -> bool:
    """Say whether it is told as not going to happen: "will not take place on March 17"."""
    words = (sentence.text(event.head), sentence.text(event.head + 1))
    return event.is_negated and not _HAPPENS.isdisjoint(words)
