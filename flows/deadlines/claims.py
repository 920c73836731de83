"""What a sentence says is to happen, and when: one claim for each of its dates."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from flows.deadlines.assignment import event_for
from flows.deadlines.certainties import certainty_of_claim
from flows.deadlines.denials import is_called_off
from flows.deadlines.durations import SHORTER_THAN_A_DAY
from flows.deadlines.event import Event
from flows.deadlines.event_types import type_of_claim
from flows.deadlines.event_words import LASTING, RESCHEDULING
from flows.deadlines.expressions import Expression
from flows.deadlines.moves import old_day
from flows.deadlines.periods import shifted
from flows.deadlines.reading import Tense, TimexType
from flows.deadlines.sentence import Sentence
from flows.deadlines.standing import still_stands
from flows.deadlines.surroundings import Surroundings, surroundings_of
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
# "Too close to Election Day" and "rather than in 2018" tell no date of the verb.
_PAIRS: dict[tuple[str, str], Relation | None] = {
    ("prior", "to"): Relation.BEFORE,
    ("close", "to"): None,
    ("rather", "than"): None,
}
# Words that may stand between a preposition and the date: "by at least the end of May".
_BEFORE_A_DATE = listed("the a an of about around at on in for early late its as least between")
# "over the coming year" says how long, "since Monday" looks back.
_LISTING = frozenset(("and", "or", "to", "through", ",", "on", "-", "–"))
_NO_RELATION = listed("since over during throughout per")
_GRANULARITIES = {unit: Granularity(unit) for unit in ("day", "week", "month", "quarter", "year")}
_COUNT = re.compile(r"PT?(\d+)[A-Z]")


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
    # The day from which the sentence moves the event, where it says so.
    moved_from: date | None = None


def claims_of(sentence: Sentence) -> list[Claim]:
    """Return what the sentence says is to happen, one claim for each date or list of dates.

    Of "this year, on August 9" the closer one counts.
    """
    claims: list[Claim] = []
    for expression in sentence.dates:
        claim = _claim(sentence, expression)
        if claim is not None and claims and _is_listed(claims[-1], claim):
            is_closer = claims[-1].first <= claim.first and claim.last < claims[-1].last
            claims[-1] = claim if is_closer else _joined(claims[-1], claim)
        elif claim is not None:
            claims.append(claim)
    return claims


def _is_listed(one: Claim, two: Claim) -> bool:
    """Say whether two dates are one list: "on Saturday and Sunday", "between 2014 and 2016"."""
    between = range(one.date.last_word + 1, two.date.first_word)
    words = [one.sentence.text(place) for place in between]
    is_joined = bool(between) and all(word in _LISTING for word in words)
    is_of_days = not {"and", ","}.isdisjoint(words)
    if is_of_days and two.first > one.last + timedelta(days=1):
        return False
    return is_joined and one.first <= two.last and one.date.timex_type == two.date.timex_type


def _joined(one: Claim, two: Claim) -> Claim:
    whole = replace(one.date, end=two.date.end, last_word=two.date.last_word, last=two.last)
    return replace(one, date=whole, last=two.last, granularity=Granularity.RANGE)


def _claim(sentence: Sentence, expression: Expression) -> Claim | None:
    around = surroundings_of(sentence, expression)
    found = event_for(around)
    if found is None:
        return None
    event, rule = found
    relation = _relation_before(sentence, expression)
    if rule == "infinitive_after_term":
        relation = Relation.WITHIN
    if rule == "noun_after_date" and relation is not None:
        # "After Thursday's debate" the debate is on Thursday all the same.
        relation = Relation.ON
    if relation is None or not still_stands(around, event, relation):
        return None
    kind, certainty = type_of_claim(around, event, relation), certainty_of_claim(around, event)
    event = replace(event, event_type=kind, certainty=certainty)
    if expression.timex_type is TimexType.DURATION:
        return _after_a_while(around, event, relation)
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
    is_moved = event.lemma in RESCHEDULING and relation is Relation.FROM
    moved_from = old_day(sentence, expression)
    if is_moved and granularity is Granularity.RANGE:
        moved_from, expression = first, _new_date(sentence, expression)
        first, relation, granularity = last, Relation.UNTIL, Granularity.DAY
    if is_called_off(around, event):
        event = replace(event, certainty=Certainty.CANCELLED)
    days = (first, last, granularity)
    return Claim(sentence, expression, event, relation, *days, rule, moved_from)


def _relation_before(sentence: Sentence, expression: Expression) -> Relation | None:
    if expression.rule == "within":
        return Relation.WITHIN
    for place in range(expression.first_word - 1, expression.first_word - 4, -1):
        text, before = sentence.text(place), sentence.text(place - 1)
        if (before, text) in _PAIRS:
            return _PAIRS[before, text]
        if text in _RELATIONS:
            return _RELATIONS[text]
        if text in _NO_RELATION:
            is_weekend = expression.granularity is Granularity.WEEKEND and text in (
                "over",
                "during",
            )
            return Relation.ON if is_weekend else None
        if text not in _BEFORE_A_DATE:
            break
    return Relation.ON


def _new_date(sentence: Sentence, expression: Expression) -> Expression:
    """Return the March 26 of "moved from March 19 to March 26"."""
    places = range(expression.first_word, expression.last_word)
    to = next((p for p in places if sentence.words[p].kind in ("to", "until", "through")), None)
    return expression if to is None else replace(expression, start=sentence.words[to + 1].start)


def _length_before(around: Surroundings, event: Event) -> int | None:
    """Return the days of "a 60-day deadline starting Thursday"."""
    for expression in around.sentence.dates:
        is_before = 0 < event.head - expression.last_word <= len(("rebel", "ceasefire", "deadline"))
        if expression.timex_type is TimexType.DURATION and event.is_noun and is_before:
            count = _COUNT.fullmatch(expression.value)
            return int(count.group(1)) if count and expression.value.endswith("D") else None
    return None


def _after_a_while(around: Surroundings, event: Event, relation: Relation) -> Claim | None:
    """Return when a delay "for one year" or a term "within 90 days" runs out."""
    expression, is_term = around.date, relation is Relation.WITHIN
    is_ahead = event.tense is Tense.FUTURE and bool(event.trigger)
    if expression.rule == "within" and expression.last is not None:
        if not is_ahead and not event.is_noun:
            return None
        end = (expression.last, Granularity.DAY, relation, expression.start)
        return _lasting(around.sentence, expression, event, end)
    place = expression.first_word if is_term else _place_of_for(around.sentence, expression)
    if place is None or not is_ahead or not (is_term or event.lemma in LASTING):
        return None
    last, unit = _end_of_length(around)
    if last is None:
        return None
    granularity = Granularity.DAY if is_term else _GRANULARITIES[unit]
    relation = Relation.WITHIN if is_term else Relation.UNTIL
    end = (last, granularity, relation, around.sentence.words[place].start)
    return _lasting(around.sentence, expression, event, end)


def _end_of_length(around: Surroundings) -> tuple[date | None, str]:
    """Return the last day of "two weeks" from the anchor, and the unit; no day for "two hours"."""
    words = around.sentence.words[around.date.first_word : around.date.last_word + 1]
    unit = next((word.value for word in words if word.kind.endswith("_unit")), None)
    count = _COUNT.fullmatch(around.date.value)
    if count is None or not isinstance(unit, str) or unit in SHORTER_THAN_A_DAY:
        return None, ""
    if unit not in _GRANULARITIES:
        return None, ""
    return shifted(around.sentence.anchor, unit, int(count.group(1))), unit


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
