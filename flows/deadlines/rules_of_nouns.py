"""Which event noun a date belongs to: "Friday's vote", "the vote on Friday", "is set for Friday".

Each rule returns its event, or None where it knows none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flows.deadlines import triggers
from flows.deadlines.clauses import are_apart, is_present, opens
from flows.deadlines.event import Event
from flows.deadlines.event_words import LIGHT_VERBS, RESCHEDULING, STRONG_TYPES
from flows.deadlines.noun_phrases import begin_of, is_set_apart
from flows.deadlines.reading import Tense
from flows.deadlines.surroundings import BESIDE, FAR, Surroundings
from flows.deadlines.triggers import MODALS
from flows.deadlines.word_lists import listed
from flows.deadlines.words import Word
from flows.records import Certainty

# Of a security the date is part of its name: "the notes due 2031".
_SECURITIES = listed("bonds bond notes note debentures debenture securities debt paper")
_AIMS = listed("goal target deadline ultimatum deadlines")
_MERE_KINDS = listed("meeting meetings contest contests results")
_OF_A_YEAR = listed("mandate term")
_TO_THE_END = ("to", "until", "through", "dash", "hyphen")
_AFTER_A_NOUN = (
    triggers.PREPOSITIONS
    | triggers.ADVERBS
    | triggers.BE
    | triggers.PRONOUNS
    | frozenset((*triggers.BEFORE_DATE, *triggers.BEFORE_INFINITIVE, *triggers.MODALS))
    | listed("and or but than as here there between against during before while when where next no")
)
_NEAR = 8
# "promised a release by the end of the month": what is promised is still to come.
_PROMISES = frozenset(triggers.BEFORE_INFINITIVE)
_BETWEEN_SUBJECT_AND_VERB = (
    triggers.BE | triggers.ADVERBS | triggers.NOT | {"which", "that", "had", "has", "have"}
)
_COPULAS = listed("is are be was were")
_TO_A_DATE = listed("no later than on in by at for not until expected set")
_NO_PART_OF_NAMES = triggers.BE | triggers.PREPOSITIONS
_BETWEEN = listed("word capitalised possessive ordinal hyphen weak_month second year fiscal")


def noun_after_date(around: Surroundings) -> Event | None:
    """Return the vote of "next week's vote", "the July 25 vote"."""
    if around.date.rule == "end_of_period":
        return None
    for event in around.right:
        between = _without_short_names(around.sentence.words, around.date.last_word + 1, event.head)
        if len(between) > BESIDE or not all(word.kind in _BETWEEN for word in between):
            return None
        if any(word.lower in _NO_PART_OF_NAMES for word in between):
            return None
        if event.is_noun:
            # "The 2026 volume mandate" is of that year, and does not end in it.
            return None if event.lemma in _OF_A_YEAR else _last_of_a_row(around, event)
    return None


def _last_of_a_row(around: Surroundings, noun: Event) -> Event:
    """Return the debate of "Thursday's primary debate", but the summit of "a summit meeting"."""
    following = (event for event in around.right if event.head == noun.head + 1)
    named = (event for event in following if event.is_noun and event.lemma not in _MERE_KINDS)
    return next(named, noun)


def _without_short_names(words: Sequence[Word], first: int, end: int) -> list[Word]:
    """Return the words, without the stops and letters of "the U.S. presidential election"."""
    row = words[first : min(end, first + FAR)]
    is_letter = [len(word.text) == 1 and word.text.isupper() for word in row]
    return [
        word
        for place, word in enumerate(row)
        if not is_letter[place] and not (word.kind == "stop" and place and is_letter[place - 1])
    ]


def aim_before_date(around: Surroundings) -> Event | None:
    """Return the goal of "its goal of a 50% share by 2030"."""
    near = around.left[-1] if around.left else None
    if near is None or near.lemma not in _AIMS or around.date.first_word - near.head > FAR:
        return None
    is_by = around.sentence.text(around.date.first_word - 1) in ("by", "is", "of", "on")
    return near if is_by or around.date.first_word - near.head <= BESIDE else None


def scheduled_for(around: Surroundings) -> Event | None:
    """Return the hearing of "the hearing is scheduled for March 26"."""
    governor = around.governor
    if governor is None or not governor.is_schedule or is_of_a_security(around, governor):
        return None
    between = [e for e in around.left if e.head > governor.head]
    if between or around.date.first_word - governor.head > BESIDE + 2:
        return None
    # "Activists had planned marches": the word before "had" plans, and is not planned.
    if around.sentence.text(governor.head - 1) == "had":
        return None
    subject = _subject_of(around, governor)
    return replace(
        subject,
        first=min(subject.first, governor.first),
        tense=Tense.FUTURE,
        certainty=governor.certainty,
    )


def is_of_a_security(around: Surroundings, schedule: Event) -> bool:
    """Say whether the date only names a bond: "convertible debentures, due March 15, 2007"."""
    is_due = schedule.is_schedule and schedule.lemma == "due"
    return is_due and _subject_of(around, schedule).lemma in _SECURITIES


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
    is_for = around.sentence.text(around.date.first_word - 1) == "for"
    reach = _NEAR if governor is None or is_for else BESIDE
    if near is None or not near.is_noun or around.date.first_word - near.head > reach:
        return None
    if _only_names_another(around, near) or _is_of_then(around, near):
        return None
    if _is_named_apart(around, near):
        return None
    if governor is None:
        return None if _is_told_of(around, near) else near
    return _governed(around, near, governor)


def _is_of_then(around: Surroundings, noun: Event) -> bool:
    """Say whether the noun comes from that day: "the rescheduled game from February"."""
    sentence, date = around.sentence, around.date
    is_from = sentence.text(date.first_word - 1) == "from"
    goes_on = sentence.words[min(date.last_word + 1, sentence.last)].kind in _TO_THE_END
    return is_from and noun.event_type in STRONG_TYPES and not (date.ends or goes_on)


def _is_named_apart(around: Surroundings, noun: Event) -> bool:
    """Say whether a clause begins between the noun and the date: "in the report: Today many"."""
    sentence = around.sentence
    return any(opens(sentence, place) for place in range(noun.head + 1, around.date.first_word))


def _only_names_another(around: Surroundings, noun: Event) -> bool:
    """Say whether the noun belongs to the next: "the primary calendar", "deposition requests"."""
    sentence, following = around.sentence, noun.head + 1
    if following >= around.date.first_word or sentence.words[following].kind != "word":
        return False
    text = sentence.text(following)
    is_linked = text in _AFTER_A_NOUN or sentence.is_verb(following)
    is_linked = is_linked or is_present(sentence, following)
    return not is_linked and not text.endswith(("ed", "ing", "ly"))


def _governed(around: Surroundings, near: Event, governor: Event) -> Event | None:
    """Return the noun as its verb tells it; None where the verb is past or has another object."""
    if _only_says_whither(around, near, governor):
        return None
    is_strong = near.event_type in STRONG_TYPES
    if governor.tense is Tense.PAST:
        return near if is_strong or governor.lemma in _PROMISES else None
    if governor.is_schedule and around.sentence.text(governor.head - 1) == "had":
        return None
    is_weak = governor.lemma in LIGHT_VERBS or governor.is_schedule
    if governor.lemma in RESCHEDULING or not (is_weak or is_strong):
        return None
    if _stands_by_itself(around, near):
        return replace(near, tense=Tense.FUTURE)
    return replace(
        near, tense=Tense.FUTURE, certainty=governor.certainty, is_negated=governor.is_negated
    )


def _stands_by_itself(around: Surroundings, noun: Event) -> bool:
    """Say whether the noun is to come whatever the verb: "could cost her votes in the election".

    Not so "plans to speak at a rally": there may be none without the plan.
    """
    sentence = around.sentence
    is_any = sentence.text(begin_of(sentence, noun.head)) in ("a", "an")
    return is_set_apart(sentence, noun.head) and not is_any


def _is_told_of(around: Surroundings, noun: Event) -> bool:
    """Say whether the date is of what the noun is said to be: "the fair is a draw this week"."""
    between = range(noun.head + 1, around.date.first_word - 1)
    return any(around.sentence.text(place) in triggers.BE for place in between)


def _only_says_whither(around: Surroundings, noun: Event, verb: Event) -> bool:
    """Say whether the noun describes the verb's object: "select delegates to the convention"."""
    sentence = around.sentence
    places = (p for p in range(noun.head - 1, noun.head - BESIDE, -1) if sentence.text(p) == "to")
    to = next(places, None)
    if to is None or verb.tense is not Tense.FUTURE or verb.head >= to - 1:
        return False
    is_verb = any(event.head == to - 1 for event in sentence.events)
    is_verb = is_verb or is_present(sentence, to - 1)
    return not is_verb and sentence.text(to - 1).endswith("s")


def noun_that_will(around: Surroundings) -> Event | None:
    """Return the walkout of "said the walkout on March 16 would go on"."""
    near = around.left[-1] if around.left else None
    following = around.right[0] if around.right else None
    if near is None or not near.is_noun or around.date.first_word - near.head > BESIDE:
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
    if not nouns or any(around.sentence.is_verb(p) for p in range(nouns[-1].head + 1, place - 1)):
        return None
    said = {around.sentence.text(p) for p in range(place + 1, around.date.first_word)}
    return replace(nouns[-1], certainty=Certainty.EXPECTED) if "expected" in said else nouns[-1]


def object_of_light_verb(around: Surroundings) -> Event | None:
    """Return the hearing of "will hold a hearing in Geneva on March 19"."""
    governor = around.governor
    if governor is None or governor.lemma not in LIGHT_VERBS or governor.tense is not Tense.FUTURE:
        return None
    objects = [e for e in around.left if e.is_noun and e.head > governor.head]
    if not objects or are_apart(around.sentence, governor.head, objects[0].head):
        return None
    if _only_names_another(around, objects[0]):
        return None
    return replace(
        objects[0],
        first=governor.first,
        tense=Tense.FUTURE,
        certainty=governor.certainty,
        is_negated=governor.is_negated,
    )


def item_after_date(around: Surroundings) -> Event | None:
    """Return the vote of the list item "March 9: the vote on the levy"."""
    if around.date.first_word > around.sentence.first + 2 or not around.right:
        return None
    is_labelled = around.sentence.text(around.date.last_word + 1) == ":"
    if not is_labelled:
        return None
    return next((e for e in around.right if e.is_noun or e.tense is Tense.FUTURE), None)
