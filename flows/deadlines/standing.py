"""Whether what a sentence plans still stands: not negated, overtaken or called off."""

from __future__ import annotations

from itertools import pairwise

from flows.deadlines import triggers
from flows.deadlines.clauses import opens
from flows.deadlines.denials import clause_before, is_denied
from flows.deadlines.event import Event
from flows.deadlines.event_words import QUANTITIES, RESCHEDULING, lemma_of
from flows.deadlines.expressions import Expression
from flows.deadlines.habits import is_of_no_one_day
from flows.deadlines.happening import happens, is_planned
from flows.deadlines.reading import Tense
from flows.deadlines.sentence import Sentence
from flows.deadlines.surroundings import Surroundings
from flows.deadlines.word_lists import listed
from flows.records import EventType, Granularity, Relation

_TURNS = frozenset(("now", "instead", "has", "have", "will"))
_QUANTITIES = (("go", "up"), ("go", "down"), ("add", "up"))
# "until Friday to move" is no date that something is moved from.
_LATEST = listed("until till to by before within")
_CLAUSE_START = 5
_FOLLOWING_WORDS = 9
_ARRANGED = RESCHEDULING | listed(
    "announced announce called call cancelled canceled confirmed brought put thrown due to"
)
# A day that the words do not fix: the one before as well as the one to come.
_NEAR_DAYS = ("weekday", "weekend", "period", "relative_day", "part_of_day")
_NOWADAYS = listed("remain stay last face continue")
_WAS = frozenset(("was", "were"))
_BEFORE_PARTICIPLES = triggers.ADVERBS | triggers.BE | {"had", "not"}
_LONG = (Granularity.MONTH, Granularity.QUARTER, Granularity.HALF, Granularity.YEAR)
_REPORTS = listed("report results earnings dividend figures data")
_FIGURES = ("number", "digits", "decimal", "day", "numeral")
_HOUSES = listed(
    "house houses parliament commons lords assembly senate council court chamber dail mps"
)
_COUNTED = ("in_units", "within", "from_now")
_ENDLESS = ("decade", "century")
# A horizon this far off is a forecast, unless somebody commits to it.
_FORECAST_YEARS = 10
_CLAUSE_WORDS = 9


def still_stands(around: Surroundings, event: Event, relation: Relation) -> bool:
    """Say whether the plan is neither negated nor overtaken, and no mere forecast."""
    sentence, date = around.sentence, around.date
    is_split = event.first < date.first_word < event.head
    if is_split or event.is_unreal or is_denied(sentence, event, relation):
        return False
    if not happens(around, event, relation) or is_of_no_one_day(sentence, event, date):
        return False
    if event.is_noun and date.rule in _NEAR_DAYS and _was_then(around, event):
        return False
    is_overtaken = _was_superseded(around, event) or _is_forecast(around, event)
    is_told = _is_past_already(around, event, relation)
    return not (is_overtaken or is_told or _is_reported_period(around, event))


def _was_then(around: Surroundings, noun: Event) -> bool:
    """Say whether the noun's own verb is past: "this weekend's debate gave", "the vote was close".

    Not so what was arranged or put off: "Friday's hearing was announced", "was to begin".
    """
    sentence, end = around.sentence, max(noun.head, around.date.last_word)
    verb = next((event for event in around.right if event.head > end), None)
    if verb is None or verb.is_noun or verb.tense is not Tense.PAST or verb.is_reporting:
        return False
    if not all(_belongs_to_a_noun(sentence, place) for place in range(end + 1, verb.first)):
        return False
    after = verb.head
    while sentence.text(after) in _BEFORE_PARTICIPLES:
        after += 1
    return lemma_of(sentence.text(after)) not in _ARRANGED and not sentence.is_trigger(after)


def _belongs_to_a_noun(sentence: Sentence, place: int) -> bool:
    word = sentence.words[place]
    is_noun = word.kind in ("word", "capitalised", "possessive", "in", "of", "for", "the", "on")
    return is_noun and not opens(sentence, place)


def _is_past_already(around: Surroundings, event: Event, relation: Relation) -> bool:
    """Say whether it is past, or a mere purpose, although its day or month is not over.

    So "was made this month", "sought to soften it today", "the polls of this year".
    """
    if not around.is_current:
        return False
    if _is_told_as_over(around, event):
        return True
    verb = around.governor or next((e for e in around.right if not e.is_noun), None)
    if verb is not None and verb.tense is Tense.PAST:
        return True
    if not event.is_noun and not event.is_schedule and event.tense is Tense.NONE:
        is_condition = around.sentence.text(event.first - 1) in ("if", "once", "unless")
        is_moved = event.lemma in RESCHEDULING and relation is not Relation.ON
        return not is_moved and not is_condition
    is_long = around.date.granularity in _LONG
    return is_long and (verb is None or verb.tense is not Tense.FUTURE or event.is_noun)


def _is_told_as_over(around: Surroundings, event: Event) -> bool:
    """Say whether the words beside the event tell that it was, or that it is a mere purpose."""
    sentence = around.sentence
    is_purpose = event.trigger == "to" and not is_planned(sentence, event)
    is_earlier = sentence.text(around.date.first_word) == "earlier"
    is_followed = event.is_noun and _follows(sentence, event)
    return is_purpose or is_earlier or is_followed or _is_there(around, event)


def _is_there(around: Surroundings, event: Event) -> bool:
    """Say whether it is what is so "today": "the challenges facing us", "the world we face"."""
    is_bare = event.first == event.head and not event.is_noun
    is_so = event.lemma in _NOWADAYS or around.sentence.text(event.head).endswith("ing")
    return is_bare and is_so and around.sentence.text(around.date.last_word) == "today"


def _follows(sentence: Sentence, event: Event) -> bool:
    """Say whether the event is told as over: "after an emergency meeting this morning"."""
    before = clause_before(sentence, event.head - _FOLLOWING_WORDS, event.head)
    return any(text in ("after", "following", "since", "despite") for text in before)


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
    before = clause_before(sentence, event.first - _CLAUSE_START, event.head)
    if governor is not None and (governor.is_schedule or event.is_noun):
        before = clause_before(sentence, governor.head - _CLAUSE_START, governor.head)
    is_first_plan = governor is not None and governor.is_schedule and before[-1:] == ["first"]
    if is_first_plan or triggers.SUPERSEDED.intersection(before):
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
            if any(pair == ("no", "longer") for pair in pairwise(after)):
                return True
            return any(
                text in turns or text == "off" or lemma_of(text) in RESCHEDULING for text in after
            )
    return False


def _is_forecast(around: Surroundings, event: Event) -> bool:
    """Say whether a quantity or a far future is foretold: "will rise", "in 30 years"."""
    group = {around.sentence.text(place) for place in range(event.first - 1, event.head)}
    if event.trigger in triggers.COMMITMENTS or group & triggers.COMMITMENTS:
        return False
    is_goal = event.event_type is EventType.TARGET
    pair = (event.lemma, around.sentence.text(event.head + 1))
    is_quantity = event.lemma in QUANTITIES and not _is_of_a_house(around, event)
    is_quantity = is_quantity or _may_reach(around, event)
    if is_quantity or pair in _QUANTITIES or group & triggers.FORECASTS:
        return True
    if _is_endless(around.date) and not is_goal:
        return True
    is_counted = around.date.rule in _COUNTED and around.date.last is not None
    return (
        is_counted
        and around.date.last is not None
        and around.date.last.year - around.sentence.anchor.year >= _FORECAST_YEARS
    )


def _may_reach(around: Surroundings, event: Event) -> bool:
    """Say whether a figure may be reached: "could reach 40 percent by 2050"."""
    words, place = around.sentence.words, event.head + 1
    is_figure = place < around.sentence.last and words[place].kind in _FIGURES
    return event.lemma == "reach" and event.trigger in ("could", "may", "might") and is_figure


def _is_of_a_house(around: Surroundings, event: Event) -> bool:
    """Say whether a house goes into recess: "parliament rises on 27 March"."""
    return event.lemma == "rise" and around.sentence.text(event.first - 1) in _HOUSES


def _is_endless(expression: Expression) -> bool:
    """Say whether the words name a decade or a century: "by the 2050s"."""
    first, last = expression.first, expression.last
    is_long = first is not None and last is not None and last.year - first.year > 1
    is_range = expression.granularity is Granularity.RANGE and expression.rule not in _ENDLESS
    return is_long and not is_range


def is_moved_away(around: Surroundings) -> bool:
    """Say whether the sentence moves the event to another date: "moved from Friday to Monday"."""
    sentence, date = around.sentence, around.date
    if sentence.text(date.first_word - 1) in _LATEST:
        return False
    later = next((other for other in sentence.dates if other.first_word > date.last_word), None)
    if later is None or sentence.text(later.first_word - 1) not in triggers.BEFORE_NEW_DATE:
        return False
    moves = [event for event in sentence.events if event.lemma in RESCHEDULING]
    is_from = sentence.text(date.first_word - 1) == "from"
    return any(
        date.last_word < move.head < later.first_word or (is_from and move.head < date.first_word)
        for move in moves
    )
