"""What kind of event a claim tells: by its verb or noun, and by what the verb is said of.

The rules stand in `RULES` in order; the first that knows wins. Where none does, the kind is that
of the event's own word (`event_words`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import takewhile

from flows.deadlines.event import Event
from flows.deadlines.event_words import LIGHT_VERBS, STRONG_TYPES
from flows.deadlines.surroundings import Surroundings
from flows.deadlines.triggers import BE, NOT, PRESENT_BE
from flows.deadlines.word_lists import listed
from flows.records import EventType, Relation

# Verbs that any event can have: "the trial begins", "the vote takes place".
_ANY_EVENT = LIGHT_VERBS | listed(
    """
    begin start open end resume conclude complete finish take occur come continue place adjourn
    win halt receive put go proceed happen follow kick convene sit
    """
)
# What a weak verb is said of tells what happens: "enter service", "go on sale".
_OBJECTS: dict[str, EventType] = {
    word: kind
    for kind, words in (
        (EventType.LAUNCH, "service market markets sale shelves stores shops theaters theatres"),
        (EventType.LAUNCH, "cinemas screens airwaves trading skies flight flights"),
        (EventType.LAUNCH, "available operational"),
        (EventType.EFFECTIVE, "effect force law effective"),
        (EventType.VOTE, "ballot ballots delegates primaries polls"),
        (EventType.MEETING, "council committee visit talks"),
        (EventType.HEARING, "court trial judge case"),
        (EventType.CLOSE, "transaction deal acquisition merger takeover purchase buyout"),
    )
    for word in words.split()
}
_SUBJECTS: dict[str, EventType] = {
    **dict.fromkeys(listed("flight flights services"), EventType.LAUNCH),
    **dict.fromkeys(listed("change changes rule rules law laws ban bans"), EventType.EFFECTIVE),
    **dict.fromkeys(listed("takeover merger acquisition buyout deal sale"), EventType.CLOSE),
}
_TAKES_OBJECT = _ANY_EVENT | listed("enter reach hit go be become trade return serve in join")
_OBJECT_REACH = 4
_NAMED = frozenset(EventType) - {EventType.OTHER}
# What comes after these is not the verb's own object.
_OTHER_OBJECT = listed("of for by to")
_CLAUSES = listed("but and while though although before after")
# Words that only an election has.
_ELECTORAL = listed(
    """
    voters polls delegates ballot ballots election elections electorate primary primaries caucus
    caucuses referendum nominee
    """
)
_ELECTING = listed("elect select choose pick support back decide vote")
_DUTIES = listed(
    """
    must ordered order orders required requires obliged told asked asks urged promised promises
    pledged pledges deadline instructed directed forced demanded demands mandate mandates until
    have has given gives gave be agreed agree agrees
    """
)
# Kinds that stay what they are also where somebody is bound to them.
_FIXED = STRONG_TYPES | {EventType.EXPIRY, EventType.DELAY, EventType.EFFECTIVE}
_AIMS = listed("aims aim aimed aiming goal target wants want wanted seeks committed hopes hope")
_MEASURES = listed("% percent percentage zero net neutral share deficit emissions")
_PLEDGES = listed("pledged pledges pledge promised promises vowed vows")
_WAYS = listed("to on home from for in after")
_AFTER_THE_VERB = 8
_BY = (Relation.BY, Relation.BEFORE, Relation.WITHIN)
# How far from its verb a noun still says what happens.
_NEAR = 12


@dataclass(frozen=True, slots=True)
class _Told:
    """One event with its date and how it stands to it."""

    around: Surroundings
    event: Event
    relation: Relation

    def after(self, reach: int) -> list[str]:
        """Return the words after the verb."""
        head, text = self.event.head, self.around.sentence.text
        return [text(place) for place in range(head + 1, head + 1 + reach)]


def type_of_claim(around: Surroundings, event: Event, relation: Relation) -> EventType:
    """Return a hearing for "the trial begins", a duty for "must … by Friday"."""
    told = _Told(around, event, relation)
    return next((kind for rule in RULES if (kind := rule(told)) is not None), event.event_type)


def moved(told: _Told) -> EventType | None:
    """Return a delay for an event that is moved to a date, and none for records that are."""
    event = told.event
    if event.is_noun or event.lemma not in ("move", "push"):
        return None
    nouns = (other for other in told.around.sentence.events if other.is_noun)
    is_event = any(abs(noun.head - event.head) <= _NEAR for noun in nouns)
    return EventType.DELAY if is_event else None


def goal(told: _Told) -> EventType | None:
    """Return a target for "aims to … by 2030", "hopes to control 5% of the market by 1992"."""
    words = {told.event.trigger, told.event.lemma}
    if told.relation not in _BY or not words & (_AIMS | _PLEDGES):
        return None
    near = [told.around.sentence.text(told.event.head), *told.after(_AFTER_THE_VERB)]
    is_sure = not words & _PLEDGES and not told.event.trigger.startswith("hope")
    return EventType.TARGET if is_sure or not _MEASURES.isdisjoint(near) else None


def way_back(told: _Told) -> EventType | None:
    """Return nothing special for "trains return on Monday": what is returned has an object."""
    is_way = told.event.lemma == "return" and not told.event.is_noun
    following = told.around.sentence.text(told.event.head + 1)
    is_dated = told.event.head + 1 == told.around.date.first_word
    return EventType.OTHER if is_way and (is_dated or following in _WAYS) else None


def end_of_what_runs(told: _Told) -> EventType | None:
    """Return an expiry for "runs out"."""
    is_out = told.event.lemma == "run" and told.after(1) == ["out"]
    return EventType.EXPIRY if is_out else None


def rule_from(told: _Told) -> EventType | None:
    """Return a rule that starts to apply for "from July, landlords must register"."""
    if told.event.is_noun or told.relation is not Relation.FROM:
        return None
    group = range(told.event.first, told.event.head)
    is_bound = any(told.around.sentence.text(place) in ("must", "have", "has") for place in group)
    return EventType.EFFECTIVE if is_bound else None


def duty(told: _Told) -> EventType | None:
    """Return a duty for what somebody must do by a date: "ordered that … be released by"."""
    event = told.event
    if event.is_noun or event.event_type in _FIXED:
        return None
    if told.relation is Relation.UNTIL and (
        event.head > told.around.date.last_word or _had_until_before(told)
    ):
        return EventType.DUE
    before = told.around.sentence.text(event.first - 1)
    is_other = event.event_type is EventType.OTHER
    is_to = is_other and event.trigger == "to" and before in PRESENT_BE
    is_bound = is_to or event.trigger in _DUTIES
    return EventType.DUE if told.relation in _BY and is_bound else None


def _had_until_before(told: _Told) -> bool:
    """Say whether others had until another date: "until May to move, and small ones until June"."""
    places = range(told.event.first - _AFTER_THE_VERB, told.event.first)
    return any(told.around.sentence.text(place) == "until" for place in places)


def object_of_weak_verb(told: _Told) -> EventType | None:
    """Return a launch for "enter service", "be in stores", "go on sale"."""
    if told.event.is_noun:
        return None
    head = told.around.sentence.text(told.event.head)
    if head == "place":
        return EventType.EFFECTIVE
    if head in _OBJECTS and told.around.sentence.text(told.event.head - 1) in BE | {"in", "on"}:
        return _OBJECTS[head]
    is_weak = told.event.lemma in _TAKES_OBJECT or told.event.event_type is EventType.OTHER
    words = list(takewhile(lambda word: word not in _OTHER_OBJECT, told.after(_OBJECT_REACH)))
    objects = (_OBJECTS[word] for word in words if word in _OBJECTS)
    return next(objects, None) if is_weak else None


def noun_of_weak_verb(told: _Told) -> EventType | None:
    """Return the vote, hearing or meeting that a verb like "begins" or "holds" is said of."""
    event = told.event
    if event.is_noun or event.lemma not in _ANY_EVENT:
        return None
    takes_place = told.after(1) == ["place"]
    noun = _event_noun_near(told, _NAMED if takes_place else STRONG_TYPES)
    return noun.event_type if noun is not None else None


def at_an_event(told: _Told) -> EventType | None:
    """Return a meeting for what is done at one: "is expected to act at its final meeting"."""
    if told.event.is_noun or told.event.event_type is not EventType.OTHER:
        return None
    noun = _event_noun_near(told, STRONG_TYPES)
    if noun is None or noun.head < told.event.head:
        return None
    before = range(noun.head - _OBJECT_REACH, noun.head)
    is_at = any(told.around.sentence.text(place) in ("at", "during") for place in before)
    return noun.event_type if is_at else None


def _event_noun_near(told: _Told, kinds: Collection[EventType]) -> Event | None:
    """Return the noun of these kinds next to the verb; one before the date before one after it."""
    date, head = told.around.date, told.event.head
    nouns = [
        other
        for other in told.around.sentence.events
        if other.is_noun
        and other.event_type in kinds
        and abs(other.head - head) <= _NEAR
        and not _is_cut_off(told, other)
    ]
    return min(nouns, key=lambda n: (n.head > date.last_word, abs(n.head - head)), default=None)


def _is_cut_off(told: _Told, noun: Event) -> bool:
    """Say whether another clause begins between the verb or the date and the noun."""
    sentence, date = told.around.sentence, told.around.date
    if noun.head < told.event.head:
        places = range(noun.head + 1, told.event.first)
        return any(
            sentence.words[place].kind == "comma" and sentence.text(place + 1) in _CLAUSES
            for place in places
        )
    words = sentence.words[date.last_word + 1 : noun.head]
    return any(word.kind in ("comma", "stop", "dash") for word in words)


def subject_of_weak_verb(told: _Told) -> EventType | None:
    """Return a launch for "the first flight is to take place", "services will continue"."""
    if told.event.is_noun or told.event.lemma not in _ANY_EVENT | {"leave", "depart"}:
        return None
    sentence, first = told.around.sentence, told.event.first
    words = (sentence.text(place) for place in range(first - 1, first - 1 - _NEAR, -1))
    return next((_SUBJECTS[word] for word in words if word in _SUBJECTS), None)


def begun(told: _Told) -> EventType | None:
    """Return a launch for what begins to be done: "will begin to fly the route in May"."""
    event, sentence = told.event, told.around.sentence
    words = set(sentence.texts(event.first - 1, event.head))
    is_begun = not words.isdisjoint(("begin", "start")) and event.event_type is EventType.OTHER
    return EventType.LAUNCH if is_begun else None


def done_by(told: _Told) -> EventType | None:
    """Return a duty for what is to be done or made by a date."""
    is_done = told.event.lemma in ("done", "made", "make", "do") and told.relation in _BY
    return EventType.DUE if is_done else None


def state_until(told: _Told) -> EventType | None:
    """Return an expiry for a state that holds until a date: "will be free until September"."""
    event = told.event
    is_state = event.event_type not in (EventType.DELAY, *STRONG_TYPES) and not event.is_negated
    is_until = told.relation is Relation.UNTIL and event.head < told.around.date.first_word
    between = range(event.head + 1, told.around.date.first_word)
    if any(told.around.sentence.text(place) in NOT for place in between):
        return None
    return EventType.EXPIRY if is_until and is_state else None


def no_goal(told: _Told) -> EventType | None:
    """Return nothing special for "will cut its shifts in June": a goal has a last day."""
    is_goal = told.event.event_type is EventType.TARGET and not told.event.is_noun
    return EventType.OTHER if is_goal and told.relation not in _BY else None


def choice_of_voters(told: _Told) -> EventType | None:
    """Return a vote for "will select its delegates", and for "results" where voters are named."""
    sentence, event = told.around.sentence, told.event
    before = [sentence.text(place) for place in range(event.first - _OBJECT_REACH, event.head)]
    is_choice = event.lemma in _ELECTING and not event.is_noun
    if not is_choice and "results" not in [*before, event.lemma]:
        return None
    words = sentence.all_texts
    return EventType.VOTE if any(word in _ELECTORAL for word in words) else None


RULES: tuple[Callable[[_Told], EventType | None], ...] = (
    moved,
    goal,
    way_back,
    end_of_what_runs,
    rule_from,
    duty,
    object_of_weak_verb,
    choice_of_voters,
    noun_of_weak_verb,
    at_an_event,
    subject_of_weak_verb,
    begun,
    done_by,
    state_until,
    no_goal,
)
