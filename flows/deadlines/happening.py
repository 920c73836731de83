"""Whether a verb tells something that happens on a day, and no state or mere possibility."""

from __future__ import annotations

from collections.abc import Callable

from flows.deadlines.event import Event
from flows.deadlines.event_words import type_of_verb
from flows.deadlines.reading import Tense
from flows.deadlines.sentence import Sentence
from flows.deadlines.surroundings import Surroundings
from flows.deadlines.triggers import ADVERBS, BEFORE_INFINITIVE, PRESENT_BE, REPORTING
from flows.deadlines.verb_groups import is_participle
from flows.deadlines.word_lists import listed
from flows.records import EventType, Granularity, Relation

# What is known, felt or the case has no day on which it falls due.
_STATES = listed(
    """
    know see feel need want like think believe mean represent enjoy seem look depend matter
    understand love hate fear wonder doubt contain consist belong deserve own resemble suit tend
    bet imagine read await sound signal remind thank congratulate mention
    """
)
# "Appears in court", and not "appears to agree": that only seems so.
_APPEARS = listed("before in at on for with")
# "could cause", "would hurt": what may come of something, and no plan. A plan is told by its
# verb ("could rule on Friday"), or by somebody who says so ("said he would return on Friday").
_COMES_ABOUT = listed("come happen occur take follow")
_MERELY_POSSIBLE = listed("could can cannot may might")
# "Can vote this year", "can be forgiven": what somebody is able to do is no event; "can apply
# until Friday" is a deadline.
_ABLE = listed("can cannot")
# In the present these tell what is so, and no timetable: "remains stalled this weekend".
_SO_NOW = listed("remain stay last cut reduce raise increase")
# "Will be home on Friday" tells a journey.
_PLACES = listed("back home here there away onstage out ready")
_EVERYONE = listed("you one")
_SPEAKERS = listed("i we us you")
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
    is_plan = event.lemma in _COMES_ABOUT or type_of_verb(event.lemma) is not EventType.OTHER
    is_limit = relation in _LIMITS
    if any(rule(around, event, relation) for rule in _NO_EVENTS):
        return False
    if event.trigger in _ABLE:
        return is_plan and (is_limit or relation is Relation.FROM)
    return is_plan or is_limit or _is_a_plan_of_somebody(around, event, relation)


def _is_a_plan_of_somebody(around: Surroundings, event: Event, relation: Relation) -> bool:
    """Say whether somebody says or plans what any verb tells: "he would return, he said"."""
    if event.trigger in _MERELY_POSSIBLE or _is_a_mere_wish(around, event, relation):
        return False
    return event.trigger != "would" or not around.sentence.vocabulary.isdisjoint(_SAYS)


def _is_vague(around: Surroundings, event: Event, relation: Relation) -> bool:
    """Say whether it falls on no day: "after 2018", "must win delegates after May 3"."""
    is_any = type_of_verb(event.lemma) is EventType.OTHER and event.lemma not in _COMES_ABOUT
    is_year = around.date.granularity is Granularity.YEAR
    return relation is Relation.AFTER and (is_year or is_any)


def _is_so_now(around: Surroundings, event: Event, relation: Relation) -> bool:
    """Say whether the present tense tells what is so, and no timetable: "opens on Friday".

    It does with a verb that lasts, some hours of a day, and a month or year not over:
    "remains stalled this weekend", "airs from 6 to 9 a.m.", "hosts meetings this year".
    """
    date = around.date
    if not event.is_present:
        return False
    is_lasting = event.lemma in _SO_NOW and relation not in _LIMITS
    is_hours = date.rule == "time_of_day" and relation is Relation.FROM
    is_meeting = type_of_verb(event.lemma) is EventType.MEETING
    is_now = around.is_current and date.granularity in _LONG
    return is_lasting or is_hours or (is_meeting and is_now)


def _is_of_the_talk(around: Surroundings, event: Event, _relation: Relation) -> bool:
    """Say whether a speaker tells what is said: "tonight I will say", "as you will see today"."""
    sentence = around.sentence
    near = set(sentence.texts(event.first - 2, event.first))
    is_today = around.is_current and around.date.rule in ("relative_day", "part_of_day")
    is_spoken = bool(near & _SPEAKERS) and is_today
    return type_of_verb(event.lemma) is EventType.OTHER and (is_spoken or bool(near & _EVERYONE))


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
    if text(place) != "be" or type_of_verb(event.lemma) is not EventType.OTHER:
        return False
    is_doing = text(event.head).endswith("ing")
    is_done = is_participle(around.sentence.words, event.head)
    is_quality = not (is_doing or is_done or text(event.head) in _PLACES)
    is_compared = text(event.head + 1) == "than"
    is_unlimited = relation not in _LIMITS or event.trigger in _MERELY_POSSIBLE
    return is_compared or (is_quality and is_unlimited)


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


_NO_EVENTS: tuple[Callable[[Surroundings, Event, Relation], bool], ...] = (
    _is_vague,
    _is_a_state,
    _is_of_the_talk,
    _is_so_now,
)
