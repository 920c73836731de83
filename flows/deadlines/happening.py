"""Whether a verb tells something that happens on a day, and no state or mere possibility."""

from __future__ import annotations

from flows.deadlines.assignment import Surroundings
from flows.deadlines.event_words import type_of
from flows.deadlines.events import Event
from flows.deadlines.reading import Tense
from flows.deadlines.sentence import Sentence
from flows.deadlines.triggers import ADVERBS, BEFORE_INFINITIVE, PRESENT_BE, REPORTING
from flows.deadlines.verb_groups import is_participle
from flows.deadlines.word_lists import listed
from flows.records import EventType, Granularity, Relation

# What is known, felt or the case has no day on which it falls due.
_STATES = listed(
    """
    know see feel need want like think believe mean represent enjoy seem look depend matter
    understand love hate fear wonder doubt contain consist belong deserve own resemble suit tend
    bet imagine read await
    """
)
# "Appears in court", and not "appears to agree": that only seems so.
_APPEARS = listed("before in at on for with")
# "could cause", "would hurt": what may come of something, and no plan. A plan is told by its
# verb ("could rule on Friday"), or by somebody who says so ("said he would return on Friday").
_COMES_ABOUT = listed("come happen occur take follow")
_MERELY_POSSIBLE = listed("could can cannot")
_QUOTES = listed("\" ' “ ‘")
_LONG = (
    *(Granularity.MONTH, Granularity.QUARTER, Granularity.SEASON),
    *(Granularity.HALF, Granularity.YEAR),
)
_LIMITS = (Relation.BY, Relation.UNTIL, Relation.BEFORE, Relation.WITHIN)
_SAYS = REPORTING | listed("says tells adds announces confirms promises pledges vows if unless")


def happens(around: Surroundings, event: Event, relation: Relation) -> bool:
    """Say whether the event is one that falls on a day."""
    if event.is_noun or event.is_schedule:
        return True
    # "After 2018" falls on no day.
    is_vague = relation is Relation.AFTER and around.date.granularity is Granularity.YEAR
    if is_vague or _is_a_state(around, event, relation):
        return False
    is_plan = event.lemma in _COMES_ABOUT or type_of(event.lemma) is not EventType.OTHER
    if is_plan or relation in _LIMITS:
        return True
    if event.trigger in _MERELY_POSSIBLE or _is_a_mere_wish(around, event, relation):
        return False
    sentence = around.sentence
    said = (sentence.text(place) for place in range(sentence.first, sentence.last + 1))
    return event.trigger != "would" or any(text in _SAYS for text in said)


def _is_a_mere_wish(around: Surroundings, event: Event, relation: Relation) -> bool:
    """Say whether an infinitive that nobody plans names a season, a month or a year.

    So in "how important it is to win in November", and "allows them to grow in 2020".
    """
    is_long = relation is Relation.ON and around.date.granularity in _LONG
    if event.trigger != "to" or not is_long:
        return False
    is_carried = any(_carries(other, event) for other in around.left)
    return not is_carried and not is_planned(around.sentence, event)


def _carries(verb: Event, infinitive: Event) -> bool:
    """Say whether a planned verb carries it: "will begin to fly", "will require banks to tell"."""
    is_near = verb.head == infinitive.first - 1 or verb.lemma in BEFORE_INFINITIVE
    return verb.tense is Tense.FUTURE and is_near


def _is_a_state(around: Surroundings, event: Event, relation: Relation) -> bool:
    is_known = event.lemma in _STATES or _only_seems(around, event)
    return is_known or _only_may_be_so(around, event, relation)


def _only_may_be_so(around: Surroundings, event: Event, relation: Relation) -> bool:
    """Say whether a state is foretold: "could be free of ice", "will be strong in May"."""
    text, place = around.sentence.text, event.head - 1
    while text(place) in ADVERBS or text(place) in _QUOTES:
        place -= 1
    if text(place) != "be" or type_of(event.lemma) is not EventType.OTHER:
        return False
    is_doing = text(event.head).endswith("ing")
    is_quality = not is_doing and not is_participle(around.sentence.words, event.head)
    is_compared = text(event.head + 1) == "than"
    is_long = relation is Relation.ON and around.date.granularity in _LONG
    is_vague = event.trigger in _MERELY_POSSIBLE or is_long
    return is_compared or (is_quality and is_vague)


def _only_seems(around: Surroundings, event: Event) -> bool:
    """Say whether "appears" is "seems": "appears to agree", "appears more forgiving"."""
    if event.lemma != "appear":
        return False
    following = around.sentence.text(event.head + 1)
    place = event.head + 2 if following.endswith("ly") else event.head + 1
    is_dated = around.date.first_word <= place <= around.date.last_word
    return not is_dated and around.sentence.text(place) not in _APPEARS


def is_planned(sentence: Sentence, event: Event) -> bool:
    """Say whether a bare infinitive tells a plan: "is to meet", the headline "Police to march".

    None is told by "how important it is to win".
    """
    if sentence.text(event.first - 1) in PRESENT_BE:
        return sentence.text(event.first - 2) != "it"
    is_headline = sentence.words[sentence.last].kind not in ("stop", "other")
    return is_headline and sentence.events[0] == event and event.first > sentence.first
