"""What a sentence says is to happen, and when: one claim for each of its dates."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from flows.deadlines import triggers
from flows.deadlines.assignment import Surroundings, event_for, surroundings_of
from flows.deadlines.durations import SHORTER_THAN_A_DAY
from flows.deadlines.event_types import type_of_claim
from flows.deadlines.event_words import LASTING, QUANTITIES, RESCHEDULING, lemma_of
from flows.deadlines.events import Event
from flows.deadlines.expressions import Expression
from flows.deadlines.periods import shifted
from flows.deadlines.reading import Tense, TimexType
from flows.deadlines.sentence import Sentence
from flows.deadlines.word_lists import listed
from flows.records import Certainty, Granularity, Relation

_RELATIONS = {
    "by": Relation.BY,
    "until": Relation.UNTIL,
    "till": Relation.UNTIL,
    "through": Relation.UNTIL,
    "to": Relation.UNTIL,
    "before": Relation.BEFORE,
    "after": Relation.AFTER,
    "from": Relation.FROM,
    "starting": Relation.FROM,
    "beginning": Relation.FROM,
    "within": Relation.WITHIN,
    "than": Relation.BY,
}
# Words that may stand between a preposition and the date: "by at least the end of May".
_BEFORE_A_DATE = listed("the a an of about around at on in for early late its as least between")
# "over the coming year" says how long, "since Monday" looks back.
_TURNS = frozenset(("now", "instead", "has", "have", "will"))
_LISTING = frozenset(("and", "or", "to", "through", ",", "on", "-", "–"))
_NO_RELATION = listed("since over during throughout per")
_GRANULARITIES = {unit: Granularity(unit) for unit in ("day", "week", "month", "quarter", "year")}
_COUNT = re.compile(r"PT?(\d+)[A-Z]")
_CALLED_OFF = re.compile(
    r"\b(?:called off|cancell?ed|scrapped|abandoned|withdrawn"
    r"|(?:will|would) not (?:be held|take place|go ahead|happen))\b"
)
_CALLING_OFF = re.compile(r"\b(?:calling off|cancell?ing|scrapping|abandoning|withdrawing)\b")
# A horizon this far off is a forecast, unless somebody commits to it.
_FORECAST_YEARS = 10
_CLAUSE_WORDS = 9


@dataclass(frozen=True, slots=True)
class Claim:
    """An event of a sentence, tied to one of its dates."""

    sentence: Sentence
    date: Expression
    event: Event
    relation: Relation
    first: date
    last: date
    granularity: Granularity
    rule: str


def claims_of(sentence: Sentence, anchor: date) -> list[Claim]:
    """Return what the sentence says is to happen, one claim for each date or list of dates."""
    claims: list[Claim] = []
    for expression in sentence.dates:
        claim = _claim(sentence, expression, anchor)
        if claim is not None and claims and _is_listed(claims[-1], claim):
            claims[-1] = _joined(claims[-1], claim)
        elif claim is not None:
            claims.append(claim)
    return claims


def _is_listed(one: Claim, two: Claim) -> bool:
    """Say whether two dates are one list: "on Saturday and Sunday", "between 2014 and 2016"."""
    between = range(one.date.last_word + 1, two.date.first_word)
    is_joined = bool(between) and all(one.sentence.text(place) in _LISTING for place in between)
    return is_joined and one.first <= two.last and one.date.timex_type == two.date.timex_type


def _joined(one: Claim, two: Claim) -> Claim:
    whole = replace(one.date, end=two.date.end, last_word=two.date.last_word, last=two.last)
    return replace(one, date=whole, last=two.last, granularity=Granularity.RANGE)


def _claim(sentence: Sentence, expression: Expression, anchor: date) -> Claim | None:
    around = surroundings_of(sentence, expression)
    found = event_for(around)
    if found is None:
        return None
    event, rule = found
    relation = _relation_before(sentence, expression)
    if relation is None or not _still_stands(around, event, relation, anchor):
        return None
    event = replace(event, event_type=type_of_claim(around, event, relation))
    if expression.timex_type is TimexType.DURATION:
        return _after_a_while(around, event, anchor)
    if expression.first is None or expression.last is None or expression.granularity is None:
        return None
    first, last, granularity = expression.first, expression.last, expression.granularity
    if relation is Relation.FROM and (length := _length_before(around, event)) is not None:
        first, relation, granularity = (
            shifted(first, "day", length) or first,
            Relation.BY,
            Granularity.DAY,
        )
        last = first
    if (
        granularity is Granularity.RANGE
        and relation is Relation.FROM
        and event.lemma in RESCHEDULING
    ):
        first, relation, granularity = last, Relation.UNTIL, Granularity.DAY
    if _is_called_off(sentence, expression, event):
        event = replace(event, certainty=Certainty.CANCELLED)
    return Claim(sentence, expression, event, relation, first, last, granularity, rule)


def _still_stands(around: Surroundings, event: Event, relation: Relation, anchor: date) -> bool:
    """Say whether the plan is neither negated nor overtaken, and no mere forecast."""
    expression = around.date
    if event.first < expression.first_word < event.head or event.is_unreal:
        return False
    if event.is_negated and relation is not Relation.UNTIL:
        return False
    if _was_superseded(around, event) or _is_forecast(around, event, anchor):
        return False
    if _is_past_today(around, event, anchor) or _is_generic(around.sentence, expression):
        return False
    return not _is_reported_period(around, event)


def _is_past_today(around: Surroundings, event: Event, anchor: date) -> bool:
    """Say whether what happens today is past or a mere purpose: "was made", "sought to soften"."""
    if around.date.first != anchor or around.date.last != anchor:
        return False
    if event.trigger == "to":
        return True
    verb = around.governor or next((e for e in around.right if not e.is_noun), None)
    return verb is not None and verb.tense is Tense.PAST


def _is_generic(sentence: Sentence, expression: Expression) -> bool:
    if sentence.text(expression.first_word - 1) in ("a", "any") and expression.rule == "weekday":
        return True
    near = range(expression.first_word - _CLAUSE_WORDS, expression.first_word)
    return any(sentence.text(place) in triggers.GENERIC for place in near)


def _is_reported_period(around: Surroundings, event: Event) -> bool:
    """Say whether a report is of the period: "will report a loss for the fourth quarter"."""
    sentence, expression = around.sentence, around.date
    if sentence.text(expression.last_word + 1) in ("ended", "ending"):
        return True
    before = sentence.text(expression.first_word - 1)
    before = sentence.text(expression.first_word - 2) if before in triggers.DETERMINERS else before
    is_long = expression.granularity in (Granularity.QUARTER, Granularity.YEAR, Granularity.HALF)
    return before == "for" and is_long and not event.is_noun and not event.is_schedule


def _was_superseded(around: Surroundings, event: Event) -> bool:
    """Say whether the plan no longer holds: "had been due", "originally set", "was due …, but"."""
    sentence, governor = around.sentence, around.governor
    end = governor.head if governor is not None and governor.is_schedule else event.head
    before = [sentence.text(place) for place in range(event.first - 5, end)]
    if triggers.SUPERSEDED.intersection(before):
        return True
    if "had" in before and ("been" in before or event.trigger in triggers.BEFORE_INFINITIVE):
        return True
    is_past_plan = bool({"was", "were"}.intersection(before[-3:])) and event.trigger != "to"
    return is_past_plan and _turns_after(sentence, event)


def _turns_after(sentence: Sentence, event: Event) -> bool:
    """Say whether a ", but" tells what holds now: "but has now said", "but was postponed"."""
    buts = (
        place
        for place in range(event.head + 1, sentence.last + 1)
        if sentence.text(place) == "but" and sentence.text(place - 1) == ","
    )
    but = next(buts, None)
    if but is None:
        return False
    after = [sentence.text(place) for place in range(but, but + _CLAUSE_WORDS)]
    return any(text in _TURNS or lemma_of(text) in RESCHEDULING for text in after)


def _is_forecast(around: Surroundings, event: Event, anchor: date) -> bool:
    """Say whether a quantity or a far future is foretold: "will rise", "in 30 years"."""
    group = {around.sentence.text(place) for place in range(event.first, event.head)}
    if event.trigger in triggers.COMMITMENTS or group & triggers.COMMITMENTS:
        return False
    if event.lemma in QUANTITIES or group & triggers.FORECASTS:
        return True
    is_counted = around.date.rule in ("in_units", "within") and around.date.last is not None
    return (
        is_counted
        and around.date.last is not None
        and around.date.last.year - anchor.year >= _FORECAST_YEARS
    )


def _is_called_off(sentence: Sentence, expression: Expression, event: Event) -> bool:
    """Say whether the clause calls the event off: "has been called off", "cancelling a visit"."""
    after = range(expression.last_word + 1, expression.last_word + _CLAUSE_WORDS)
    before = range(event.first - _CLAUSE_WORDS, event.first)
    return bool(
        _CALLED_OFF.search(" ".join(sentence.text(place) for place in after))
        or _CALLING_OFF.search(" ".join(sentence.text(place) for place in before))
    )


def _relation_before(sentence: Sentence, expression: Expression) -> Relation | None:
    if expression.rule == "within":
        return Relation.WITHIN
    for place in range(expression.first_word - 1, expression.first_word - 4, -1):
        text = sentence.text(place)
        if text in _RELATIONS:
            return _RELATIONS[text]
        if text in _NO_RELATION:
            return None
        if text not in _BEFORE_A_DATE:
            break
    return Relation.ON


def _length_before(around: Surroundings, event: Event) -> int | None:
    """Return the days of "a 60-day deadline starting Thursday"."""
    for expression in around.sentence.dates:
        is_before = 0 < event.head - expression.last_word <= len(("rebel", "ceasefire", "deadline"))
        if expression.timex_type is TimexType.DURATION and event.is_noun and is_before:
            count = _COUNT.fullmatch(expression.value)
            return int(count.group(1)) if count and expression.value.endswith("D") else None
    return None


def _after_a_while(around: Surroundings, event: Event, anchor: date) -> Claim | None:
    """Return when a delay "for one year" or a term "within 90 days" runs out."""
    sentence, expression = around.sentence, around.date
    is_ahead = event.tense is Tense.FUTURE and bool(event.trigger)
    if expression.rule == "within" and expression.last is not None:
        if not is_ahead and not event.is_noun:
            return None
        end, start = expression.last, expression.start
        return _lasting(sentence, expression, event, (end, Granularity.DAY, Relation.WITHIN, start))
    place = _place_of_for(sentence, expression)
    unit = next(
        (
            w.value
            for w in sentence.words[expression.first_word : expression.last_word + 1]
            if w.kind.endswith("_unit")
        ),
        None,
    )
    count = _COUNT.fullmatch(expression.value)
    if place is None or event.lemma not in LASTING or not is_ahead or count is None:
        return None
    if not isinstance(unit, str) or unit in SHORTER_THAN_A_DAY or unit not in _GRANULARITIES:
        return None
    end = shifted(anchor, unit, int(count.group(1)))
    if end is None:
        return None
    start = sentence.words[place].start
    return _lasting(sentence, expression, event, (end, _GRANULARITIES[unit], Relation.UNTIL, start))


def _place_of_for(sentence: Sentence, expression: Expression) -> int | None:
    """Return the "for" of "for one year" or "for at least two more weeks"."""
    place = expression.first_word - 1
    while sentence.text(place) in ("at", "least", "about", "another"):
        place -= 1
    return place if sentence.text(place) == "for" else None


def _lasting(
    sentence: Sentence,
    expression: Expression,
    event: Event,
    end: tuple[date, Granularity, Relation, int],
) -> Claim:
    day, granularity, relation, start = end
    with_preposition = replace(expression, start=start)
    return Claim(sentence, with_preposition, event, relation, day, day, granularity, "lasting")
