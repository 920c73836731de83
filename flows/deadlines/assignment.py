"""Which event of a sentence a date belongs to.

The rules stand in `RULES` in order; the first that finds an event wins, and its name is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from flows.deadlines import triggers
from flows.deadlines.event_words import LIGHT_VERBS, RESCHEDULING, STRONG_TYPES
from flows.deadlines.events import Event
from flows.deadlines.expressions import Expression
from flows.deadlines.reading import Tense
from flows.deadlines.sentence import Sentence
from flows.deadlines.triggers import MODALS
from flows.deadlines.word_lists import listed

# "rescheduled for Monday", "brought forward to Monday".
_NEW_DATE = listed("to until till for")
# Of a security the date is part of its name: "the notes due 2031".
_SECURITIES = listed("bonds bond notes note debentures debenture securities debt paper")
_AIMS = listed("goal target deadline ultimatum deadlines")
# "waited until Friday to reply" has replied.
_WAITS = listed("wait waited waits delay delayed take took")
# Words between an event and the date beside it: "the meeting on Friday", "next week's big vote".
_BESIDE = 4
_NEAR = 8
_FAR = 14
# "promised a release by the end of the month": what is promised is still to come.
_PROMISES = frozenset(triggers.BEFORE_INFINITIVE)
_BETWEEN_SUBJECT_AND_VERB = (
    triggers.BE | triggers.ADVERBS | triggers.NOT | {"which", "that", "had", "has", "have"}
)
_CLAUSES = listed("and but because while although if when")
_COPULAS = listed("is are be was were")
_TO_A_DATE = listed("no later than on in by at for not until expected set")
_BETWEEN = listed("word capitalised possessive ordinal hyphen weak_month second year the fiscal")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The events of the sentence around one of its dates; `governor` is the verb before it."""

    sentence: Sentence
    date: Expression
    left: tuple[Event, ...]
    right: tuple[Event, ...]
    governor: Event | None


def surroundings_of(sentence: Sentence, date: Expression) -> Surroundings:
    """Return the events before and after the date, and the verb that governs it."""
    left = tuple(
        event
        for event in sentence.events
        if event.head < date.first_word and not _starts_the_date(sentence, event, date)
    )
    right = tuple(event for event in sentence.events if event.head > date.last_word)
    governor = next((event for event in reversed(left) if not event.is_noun), None)
    return Surroundings(sentence, date, left, right, governor)


def _starts_the_date(sentence: Sentence, event: Event, date: Expression) -> bool:
    """Say whether the verb only opens the date: "starting in April"."""
    is_near = date.first_word - event.head <= len(("starting", "in"))
    return is_near and sentence.text(event.head) in ("starting", "beginning", "effective")


def noun_after_date(around: Surroundings) -> Event | None:
    """Return the vote of "next week's vote", "the July 25 vote"."""
    for event in around.right:
        if event.head - around.date.last_word > _BESIDE:
            return None
        between = around.sentence.words[around.date.last_word + 1 : event.head]
        if not all(word.kind in _BETWEEN for word in between):
            return None
        if any(word.lower in triggers.BE | triggers.PREPOSITIONS for word in between):
            return None
        if event.is_noun:
            return event
    return None


def aim_before_date(around: Surroundings) -> Event | None:
    """Return the goal of "its goal of a 50% share by 2030"."""
    near = around.left[-1] if around.left else None
    if near is None or near.lemma not in _AIMS or around.date.first_word - near.head > _FAR:
        return None
    is_by = around.sentence.text(around.date.first_word - 1) in ("by", "is", "of", "on")
    return near if is_by or around.date.first_word - near.head <= _BESIDE else None


def scheduled_for(around: Surroundings) -> Event | None:
    """Return the hearing of "the hearing is scheduled for March 26"."""
    governor = around.governor
    if governor is None or not governor.is_schedule:
        return None
    between = [e for e in around.left if e.head > governor.head]
    if between or around.date.first_word - governor.head > _BESIDE + 2:
        return None
    subject = _subject_of(around, governor)
    if governor.lemma == "due" and subject.lemma in _SECURITIES:
        return None
    return replace(
        subject,
        first=min(subject.first, governor.first),
        tense=Tense.FUTURE,
        certainty=governor.certainty,
    )


def _subject_of(around: Surroundings, schedule: Event) -> Event:
    """Return the noun that is due: the last event noun before it, else the word before "is"."""
    nouns = [event for event in around.left if event.is_noun and event.head < schedule.head]
    if nouns:
        return nouns[-1]
    place = schedule.head - 1
    while around.sentence.text(place) in _BETWEEN_SUBJECT_AND_VERB:
        place -= 1
    while place > around.sentence.first and around.sentence.words[place].kind == "comma":
        place -= 1
    if place >= around.sentence.first and around.sentence.words[place].kind == "word":
        lemma = around.sentence.text(place)
        return replace(
            schedule, head=place, first=place, lemma=lemma, is_noun=True, is_schedule=False
        )
    return schedule


def noun_before_date(around: Surroundings) -> Event | None:
    """Return the vote of "waiting for the confidence vote on Friday"."""
    near, governor = around.left[-1] if around.left else None, around.governor
    reach = _BESIDE if governor is not None else _NEAR
    if near is None or not near.is_noun or around.date.first_word - near.head > reach:
        return None
    if governor is None:
        return near
    is_strong = near.event_type in STRONG_TYPES
    if governor.tense is Tense.PAST:
        return near if is_strong or governor.lemma in _PROMISES else None
    is_weak = governor.lemma in LIGHT_VERBS or governor.is_schedule
    if governor.lemma in RESCHEDULING or not (is_weak or is_strong):
        return None
    return replace(
        near, tense=Tense.FUTURE, certainty=governor.certainty, is_negated=governor.is_negated
    )


def noun_that_will(around: Surroundings) -> Event | None:
    """Return the walkout of "said the walkout on March 16 would go on"."""
    near = around.left[-1] if around.left else None
    following = around.right[0] if around.right else None
    if near is None or not near.is_noun or around.date.first_word - near.head > _BESIDE:
        return None
    if following is None or following.first != around.date.last_word + 1:
        return None
    if around.sentence.text(following.first) not in MODALS:
        return None
    return replace(near, tense=Tense.FUTURE, certainty=following.certainty)


def noun_is_on_date(around: Surroundings) -> Event | None:
    """Return the launch of "the target date for the launch is no later than October"."""
    place = around.date.first_word - 1
    while around.sentence.text(place) in _TO_A_DATE or around.sentence.words[place].kind == "other":
        place -= 1
    if around.sentence.text(place) not in _COPULAS:
        return None
    nouns = [event for event in around.left if event.is_noun and event.head < place]
    return nouns[-1] if nouns else None


def rescheduled_to(around: Surroundings) -> Event | None:
    """Return the extension of "would extend its bid, due to expire last Thursday, to Nov. 6"."""
    before = around.sentence.text(around.date.first_word - 1)
    if before not in _NEW_DATE:
        return None
    verbs = [event for event in around.left if event.lemma in RESCHEDULING]
    if not verbs or verbs[-1].is_noun:
        return None
    is_far = around.date.first_word - verbs[-1].head > _BESIDE
    return None if before == "for" and is_far else verbs[-1]


def object_of_light_verb(around: Surroundings) -> Event | None:
    """Return the hearing of "will hold a hearing in Geneva on March 19"."""
    governor = around.governor
    if governor is None or governor.lemma not in LIGHT_VERBS or governor.tense is not Tense.FUTURE:
        return None
    objects = [e for e in around.left if e.is_noun and e.head > governor.head]
    if not objects:
        return None
    return replace(
        objects[0],
        first=governor.first,
        tense=Tense.FUTURE,
        certainty=governor.certainty,
        is_negated=governor.is_negated,
    )


def infinitive_after_date(around: Surroundings) -> Event | None:
    """Return the reply of "will have until Friday to reply", "gave it until Friday to reply"."""
    is_until = around.sentence.text(around.date.first_word - 1) in ("until", "till")
    governor = around.governor
    if not is_until or (governor is not None and governor.lemma in _WAITS):
        return None
    following = around.right[0] if around.right else None
    if following is None or following.first - around.date.last_word > _BESIDE:
        return None
    return following if around.sentence.text(following.first) == "to" else None


def verb_before_date(around: Surroundings) -> Event | None:
    """Return the verb of "will meet on Thursday"."""
    governor, sentence = around.governor, around.sentence
    if governor is None or governor.is_reporting or governor.tense is Tense.PAST:
        return None
    opener = around.date.first_word - 1
    opener = opener - 1 if sentence.text(opener) == "on" else opener
    # "critics who on Sunday cast doubt": the verb of the date is still to come.
    return None if sentence.text(opener) == "who" else governor


def verb_after_date(around: Surroundings) -> Event | None:
    """Return the verb of "On Thursday, voters will choose a mayor"."""
    governor = around.governor
    if governor is not None and around.date.first_word - governor.head <= _BESIDE:
        return None
    if governor is not None and not governor.is_reporting:
        return None
    following = next((e for e in around.right if not e.is_noun and not e.is_schedule), None)
    if following is None or following.tense is not Tense.FUTURE or _is_told(around, following):
        return None
    between = range(around.date.last_word + 1, following.first)
    is_apart = len(between) > _FAR or any(around.sentence.text(p) in _CLAUSES for p in between)
    return None if is_apart else following


def _is_told(around: Surroundings, event: Event) -> bool:
    """Say whether the date tells when it was said: "on Monday ordered companies to disclose"."""
    trigger, before = around.sentence.text(event.first), around.sentence.text(event.first - 1)
    return trigger.endswith("ed") and event.first != event.head and before not in triggers.BE


def item_after_date(around: Surroundings) -> Event | None:
    """Return the vote of the list item "March 9: the vote on the levy"."""
    if around.date.first_word > around.sentence.first + 2 or not around.right:
        return None
    is_labelled = around.sentence.text(around.date.last_word + 1) == ":"
    if not is_labelled:
        return None
    return next((e for e in around.right if e.is_noun or e.tense is Tense.FUTURE), None)


RULES: tuple[Callable[[Surroundings], Event | None], ...] = (
    item_after_date,
    noun_after_date,
    rescheduled_to,
    aim_before_date,
    noun_is_on_date,
    scheduled_for,
    infinitive_after_date,
    noun_that_will,
    noun_before_date,
    object_of_light_verb,
    verb_before_date,
    verb_after_date,
)


def event_for(around: Surroundings) -> tuple[Event, str] | None:
    """Return the event that the date belongs to and the rule that says so; None if no rule does."""
    for rule in RULES:
        event = rule(around)
        if event is not None:
            return event, rule.__name__
    return None
