"""Which event of a sentence a date belongs to.

The rules stand in `RULES` in order; the first that finds an event wins, and its name is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from flows.deadlines import triggers
from flows.deadlines.describing import describes_a_noun
from flows.deadlines.event_words import LIGHT_VERBS, RESCHEDULING, STRONG_TYPES
from flows.deadlines.events import Event
from flows.deadlines.expressions import Expression
from flows.deadlines.reading import Tense, TimexType
from flows.deadlines.sentence import Sentence
from flows.deadlines.triggers import MODALS
from flows.deadlines.word_lists import listed
from flows.deadlines.words import Word
from flows.records import Certainty

# "rescheduled for Monday", "brought forward to Monday".
_NEW_DATE = listed("to until till for")
# Of a security the date is part of its name: "the notes due 2031".
_SECURITIES = listed("bonds bond notes note debentures debenture securities debt paper")
_ANYONE = listed("a an any every each")
_GRANTS = listed("has have given gives gave")
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
# "According to a report Tuesday", "after three wins on Tuesday": that is when those were.
_BACKWARD = listed("after following since despite according")
_OTHER_PHRASES = _BACKWARD | listed("but although though whereas")
_PREPOSITIONS_OF_DATES = listed("on in by")
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
        between = _without_short_names(around.sentence.words, around.date.last_word + 1, event.head)
        if len(between) >= _BESIDE or not all(word.kind in _BETWEEN for word in between):
            return None
        if any(word.lower in triggers.BE | triggers.PREPOSITIONS for word in between):
            return None
        if event.is_noun:
            return event
    return None


def _without_short_names(words: Sequence[Word], first: int, end: int) -> list[Word]:
    """Return the words, without the stops and letters of "the U.S. presidential election"."""
    row = words[first : min(end, first + _FAR)]
    is_letter = [len(word.text) == 1 and word.text.isupper() for word in row]
    return [
        word
        for place, word in enumerate(row)
        if not is_letter[place] and not (word.kind == "stop" and place and is_letter[place - 1])
    ]


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
    if governor is None or not governor.is_schedule or _is_of_a_security(around, governor):
        return None
    between = [e for e in around.left if e.head > governor.head]
    if between or around.date.first_word - governor.head > _BESIDE + 2:
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


def _is_of_a_security(around: Surroundings, schedule: Event) -> bool:
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
    reach = _NEAR if governor is None or is_for else _BESIDE
    if near is None or not near.is_noun or around.date.first_word - near.head > reach:
        return None
    if governor is None:
        return None if _is_told_of(around, near) else near
    if _only_says_whither(around, near, governor):
        return None
    is_strong = near.event_type in STRONG_TYPES
    if governor.tense is Tense.PAST:
        return near if is_strong or governor.lemma in _PROMISES else None
    is_weak = governor.lemma in LIGHT_VERBS or governor.is_schedule
    if governor.lemma in RESCHEDULING or not (is_weak or is_strong):
        return None
    return replace(
        near, tense=Tense.FUTURE, certainty=governor.certainty, is_negated=governor.is_negated
    )


def _is_told_of(around: Surroundings, noun: Event) -> bool:
    """Say whether the date is of what the noun is said to be: "the fair is a draw this week"."""
    between = range(noun.head + 1, around.date.first_word - 1)
    return any(around.sentence.text(place) in triggers.BE for place in between)


def _only_says_whither(around: Surroundings, noun: Event, verb: Event) -> bool:
    """Say whether the noun describes the verb's object: "select delegates to the convention"."""
    sentence = around.sentence
    places = (p for p in range(noun.head - 1, noun.head - _BESIDE, -1) if sentence.text(p) == "to")
    to = next(places, None)
    if to is None or verb.tense is not Tense.FUTURE or verb.head >= to - 1:
        return False
    is_verb = any(event.head == to - 1 for event in sentence.events)
    return not is_verb and sentence.text(to - 1).endswith("s")


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
    if not nouns:
        return None
    said = {around.sentence.text(p) for p in range(place + 1, around.date.first_word)}
    return replace(nouns[-1], certainty=Certainty.EXPECTED) if "expected" in said else nouns[-1]


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


def infinitive_after_term(around: Surroundings) -> Event | None:
    """Return the reply of "has ten days to reply", "gave the ministry 30 days to reply"."""
    sentence, first = around.sentence, around.date.first_word
    if around.date.timex_type is not TimexType.DURATION or not around.right:
        return None
    following = around.right[0]
    is_next = following.first == around.date.last_word + 1 and not following.is_noun
    granted = [sentence.text(place) for place in range(first - 2 * _BESIDE, first)]
    # "A tenant has ten days to reply" is a rule for everybody.
    is_anyone = not _ANYONE.isdisjoint(granted)
    is_granted = is_next and not is_anyone and any(text in _GRANTS for text in granted[-5:])
    return following if is_granted and sentence.text(following.first) == "to" else None


def verb_before_date(around: Surroundings) -> Event | None:
    """Return the verb of "will meet on Thursday"; none of "critics who on Sunday cast doubt"."""
    governor, sentence = around.governor, around.sentence
    if governor is None or governor.is_reporting or governor.tense is Tense.PAST:
        return None
    opener = around.date.first_word - 1
    opener = opener - 1 if sentence.text(opener) in _PREPOSITIONS_OF_DATES else opener
    if _is_of_a_security(around, governor) or sentence.text(opener) == "who":
        return None
    if _is_of_another_phrase(around, governor, opener):
        return None
    return governor


def _is_of_another_phrase(around: Surroundings, verb: Event, opener: int) -> bool:
    """Say whether the date belongs to what stands between it and the verb.

    So in "will lead after the wins on Tuesday", "will go, but they are leaving on Friday",
    "will pay more, and in six months they are out of work", and behind a dash.
    """
    sentence, date = around.sentence, around.date
    if sentence.text(opener) in ("and", "but"):
        return sentence.text(date.last_word + 1) in triggers.PRONOUNS
    between = range(verb.head + 1, date.first_word - 1)
    dashes = sum(sentence.words[place].kind == "dash" for place in between)
    return dashes == 1 or any(sentence.text(place) in _OTHER_PHRASES for place in between)


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
    if _is_inside_what_was(around):
        return None
    between = range(around.date.last_word + 1, following.first)
    before = around.sentence.text(around.date.first_word - 1)
    if not between and before in ("", "what", "how", "that"):
        # "What next year will bring": the date itself is the subject.
        return None
    is_apart = len(between) > _FAR or any(around.sentence.text(p) in _CLAUSES for p in between)
    return None if is_apart else following


def _is_inside_what_was(around: Surroundings) -> bool:
    """Say whether the date tells when something was: "after winning Ohio on March 15, he would"."""
    sentence, place = around.sentence, around.date.first_word - 2
    while place >= sentence.first and sentence.words[place].kind not in ("comma", "stop", "dash"):
        if sentence.text(place) in _BACKWARD:
            return True
        place -= 1
    return False


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
    infinitive_after_term,
    noun_that_will,
    noun_before_date,
    object_of_light_verb,
    verb_before_date,
    verb_after_date,
)

# "Friday's hearing was postponed to Monday": of what is moved the noun is read as well.
RULES_OF_A_NOUN = (noun_after_date,)


def event_for(around: Surroundings) -> tuple[Event, str] | None:
    """Return the event that the date belongs to and the rule that says so; None if no rule does."""
    is_of_a_noun = describes_a_noun(around.sentence, around.date)
    if is_of_a_noun and around.sentence.text(around.date.first_word - 1) in ("that", "those"):
        # "In that October speech": it was told before.
        return None
    for rule in RULES_OF_A_NOUN if is_of_a_noun else RULES:
        event = rule(around)
        if event is not None:
            return event, rule.__name__
    return None
