"""Which event of a sentence happens on which of its dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from flows.deadlines.events import LIGHT_VERBS, Event
from flows.deadlines.expressions import Expression
from flows.deadlines.periods import shifted
from flows.deadlines.reading import Tense, TimexType
from flows.deadlines.sentence import Sentence
from flows.deadlines.words import Word
from flows.records import Certainty, EventType, Granularity, Relation

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
_BEFORE_A_DATE = frozenset("the a an of about around at on in for early late its as".split())
_SUPERSEDED = frozenset("originally initially previously formerly".split())
# Verbs whose object lasts so long: "delay the curbs for one year".
_LASTING = frozenset("delay postpone extend suspend defer freeze pause halt renew prolong".split())
_QUANTITIES = frozenset("rise grow fall increase decline top soar exceed climb drop shrink".split())
_FORECASTS = frozenset("projected predicted forecast estimated forecasts predicts".split())


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
    """Return what the sentence says is to happen, one claim for each date."""
    claims = [claim for d in sentence.dates if (claim := _claim(sentence, d, anchor))]
    return claims


def _claim(sentence: Sentence, expression: Expression, anchor: date) -> Claim | None:
    found = _event_for(sentence, expression)
    if found is None:
        return None
    event, rule = found
    if event.first < expression.first_word < event.head:
        return None
    if event.is_negated or _is_forecast(sentence, event):
        return None
    if expression.timex_type is TimexType.DURATION:
        return _lasting(sentence, expression, event, anchor)
    if expression.first is None or expression.last is None or expression.granularity is None:
        return None
    relation = _relation_before(sentence, expression)
    if relation is None:
        return None
    if _is_cancelled(sentence, event, expression):
        event = replace(event, certainty=Certainty.CANCELLED)
    return Claim(
        sentence,
        expression,
        event,
        relation,
        expression.first,
        expression.last,
        expression.granularity,
        rule,
    )


def _lasting(
    sentence: Sentence, expression: Expression, event: Event, anchor: date
) -> Claim | None:
    """Return when a delay "for one year" or a term "within 90 days" runs out."""
    words = sentence.words
    before = (
        words[expression.first_word - 1].text.lower()
        if expression.first_word > sentence.first
        else ""
    )
    if expression.rule == "within" and expression.last and event.tense is Tense.FUTURE:
        return Claim(
            sentence,
            expression,
            event,
            Relation.WITHIN,
            expression.last,
            expression.last,
            Granularity.DAY,
            "within",
        )
    unit = next(
        (
            w.value
            for w in words[expression.first_word : expression.last_word + 1]
            if w.kind.endswith("_unit")
        ),
        None,
    )
    if (
        before not in ("for", "by")
        or event.lemma not in _LASTING
        or event.tense is not Tense.FUTURE
        or not isinstance(unit, str)
    ):
        return None
    count = expression.value.strip("PTDWMYQ")
    if not count.isdigit():
        return None
    end = shifted(anchor, unit, int(count))
    if end is None or unit not in _GRANULARITIES:
        return None
    with_for = replace(expression, start=words[expression.first_word - 1].start)
    return Claim(
        sentence, with_for, event, Relation.UNTIL, end, end, _GRANULARITIES[unit], "lasting"
    )


_GRANULARITIES = {
    "day": Granularity.DAY,
    "week": Granularity.WEEK,
    "month": Granularity.MONTH,
    "quarter": Granularity.QUARTER,
    "year": Granularity.YEAR,
}


def _is_cancelled(sentence: Sentence, event: Event, expression: Expression) -> bool:
    """Say whether the clause calls the event off: "has been called off", "will not be held"."""
    after = " ".join(
        w.text.lower() for w in sentence.words[expression.last_word + 1 : expression.last_word + 9]
    )
    return bool(_CALLED_OFF.search(after))


_CALLED_OFF = re.compile(
    r"\b(?:called off|cancell?ed|scrapped|abandoned|withdrawn|(?:will|would) not (?:be held|take place|go ahead|happen))\b"
)


def _is_forecast(sentence: Sentence, event: Event) -> bool:
    """Say whether a quantity is foretold, which is no deadline: "will rise by 5 percent"."""
    if event.lemma in _QUANTITIES:
        return True
    return any(
        sentence.words[i].text.lower() in _FORECASTS for i in range(event.first, event.head + 1)
    )


def _event_for(sentence: Sentence, expression: Expression) -> tuple[Event, str] | None:
    """Return the event that the date belongs to, and the rule that says so."""
    after = _noun_after(sentence, expression)
    if after is not None:
        return after, "noun_after_date"
    left = [e for e in sentence.events if e.head < expression.first_word]
    if left:
        found = _from_left(sentence, expression, left)
        if found is not None:
            return found
        if left[-1].tense is Tense.PAST and expression.first_word - left[-1].head <= 3:
            return None
    right = [e for e in sentence.events if e.head > expression.last_word]
    if right and not left:
        for event in right:
            if event.tense is Tense.PAST:
                return None
            if event.tense is Tense.FUTURE:
                return event, "verb_after_date"
    return None


def _noun_after(sentence: Sentence, expression: Expression) -> Event | None:
    for event in sentence.events:
        if event.is_noun and 0 < event.head - expression.last_word <= 3:
            between = sentence.words[expression.last_word + 1 : event.head]
            if all(
                w.kind in ("possessive", "word", "capitalised", "ordinal", "hyphen")
                and w.text.lower() not in _BEFORE_A_DATE
                for w in between
            ):
                return event
    return None


def _from_left(
    sentence: Sentence, expression: Expression, left: Sequence[Event]
) -> tuple[Event, str] | None:
    nearest = left[-1]
    verb = next(
        (
            e
            for e in reversed(left)
            if not e.is_noun and e.lemma not in ("expected", "due", "scheduled", "planned", "set")
        ),
        None,
    )
    if nearest.lemma in (
        "due",
        "scheduled",
        "slated",
        "timed",
        "effective",
        "expected",
        "planned",
        "likely",
        "targeted",
        "anticipated",
        "proposed",
        "upcoming",
    ):
        noun = next((e for e in reversed(left[:-1]) if e.is_noun), None)
        if _was_superseded(sentence, nearest):
            return None
        head = noun or nearest
        return replace(head, tense=Tense.FUTURE, certainty=nearest.certainty), "scheduled_for"
    if verb is None:
        return (nearest, "noun_before_date") if nearest.is_noun else None
    if verb.tense is Tense.PAST:
        if nearest.is_noun and expression.first_word - nearest.head <= 3 and not verb.is_reporting:
            return nearest, "noun_before_date"
        return None
    if _was_superseded(sentence, verb):
        return None
    if nearest.is_noun and verb.lemma in LIGHT_VERBS:
        return replace(
            nearest, first=verb.first, tense=Tense.FUTURE, certainty=verb.certainty
        ), "light_verb"
    return verb, "verb_before_date"


def _was_superseded(sentence: Sentence, event: Event) -> bool:
    """Say whether the plan is one that no longer holds: "had been due", "originally set"."""
    before = [
        w.text.lower()
        for w in sentence.words[max(sentence.first, event.first - 4) : event.first + 1]
    ]
    return bool(_SUPERSEDED.intersection(before)) or ("had" in before and "been" in before)


def _relation_before(sentence: Sentence, expression: Expression) -> Relation | None:
    place = expression.first_word - 1
    for _ in range(3):
        if place < sentence.first:
            break
        text = sentence.words[place].text.lower()
        if text in _RELATIONS:
            return _RELATIONS[text]
        if text in ("since", "over", "during", "throughout"):
            return None
        if text not in _BEFORE_A_DATE:
            break
        place -= 1
    return Relation.ON
