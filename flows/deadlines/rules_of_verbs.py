"""Which verb a date belongs to: "will vote on Friday", "on Friday they will vote".

Each rule returns its event, or None where it knows none.
"""

from __future__ import annotations

from flows.deadlines import triggers
from flows.deadlines.clauses import are_apart, opens
from flows.deadlines.event import Event
from flows.deadlines.event_words import RESCHEDULING, type_of
from flows.deadlines.reading import Tense, TimexType
from flows.deadlines.rules_of_nouns import is_of_a_security
from flows.deadlines.surroundings import BESIDE, FAR, Surroundings
from flows.deadlines.word_lists import listed
from flows.records import EventType

_MOVES_TO = triggers.BEFORE_NEW_DATE | listed("from by through beyond past the a of on")
_GRANTS = listed("has have given gives gave")
# "waited until Friday to reply" has replied.
_WAITS = listed("wait waited waits delay delayed take took")
_CLAUSES = listed("and but because while although if when as")
_BEFORE_A_DATE = listed("on in by at from until before after over during the this of early late")
_LINKS = triggers.ADVERBS | listed("that and but or so if then than")
# "According to a report Tuesday", "after three wins on Tuesday": that is when those were.
_BACKWARD = listed("after following since despite according")
_OTHER_PHRASES = _BACKWARD | listed("but although though whereas")
_PREPOSITIONS_OF_DATES = listed("on in by")


def rescheduled_to(around: Surroundings) -> Event | None:
    """Return the extension of "would extend its bid, due to expire last Thursday, to Nov. 6"."""
    before = around.sentence.text(around.date.first_word - 1)
    if before not in triggers.BEFORE_NEW_DATE:
        return None
    verbs = [event for event in around.left if event.lemma in RESCHEDULING]
    if not verbs or verbs[-1].is_noun:
        return None
    governor = around.governor
    if before == "until" and governor is not None and governor.head > verbs[-1].head:
        return None  # "At the pace they moved, he won't get a vote until 2017"
    is_far = around.date.first_word - verbs[-1].head > BESIDE
    return None if before == "for" and is_far else verbs[-1]


def infinitive_after_date(around: Surroundings) -> Event | None:
    """Return the reply of "will have until Friday to reply", "gave it until Friday to reply"."""
    is_until = around.sentence.text(around.date.first_word - 1) in ("until", "till")
    governor = around.governor
    if not is_until or (governor is not None and governor.lemma in _WAITS):
        return None
    following = around.right[0] if around.right else None
    if following is None or following.first - around.date.last_word > BESIDE:
        return None
    return following if around.sentence.text(following.first) == "to" else None


def infinitive_after_term(around: Surroundings) -> Event | None:
    """Return the reply of "has ten days to reply", "gave the ministry 30 days to reply"."""
    sentence, first = around.sentence, around.date.first_word
    if around.date.timex_type is not TimexType.DURATION or not around.right:
        return None
    following = around.right[0]
    is_next = following.first == around.date.last_word + 1 and not following.is_noun
    is_waiting = around.governor is not None and around.governor.lemma in _WAITS
    if following.lemma == "go" or is_waiting:
        return None  # "We have three weeks to go", "must wait five years to buy"
    granted = [sentence.text(place) for place in range(first - 2 * BESIDE, first)]
    # "A tenant has ten days to reply" is a rule for everybody.
    is_anyone = not triggers.ANY.isdisjoint(granted)
    is_granted = is_next and not is_anyone and any(text in _GRANTS for text in granted[-5:])
    return following if is_granted and sentence.text(following.first) == "to" else None


def verb_before_date(around: Surroundings) -> Event | None:
    """Return the verb of "will meet on Thursday"; none of "critics who on Sunday cast doubt"."""
    governor, sentence = around.governor, around.sentence
    if governor is None or governor.is_reporting or governor.tense is Tense.PAST:
        return None
    if governor.is_schedule and sentence.text(governor.head - 1) == "had":
        return None
    opener = around.date.first_word - 1
    opener = opener - 1 if sentence.text(opener) in _PREPOSITIONS_OF_DATES else opener
    if is_of_a_security(around, governor) or sentence.text(opener) == "who":
        return None
    if _is_no_new_date(around, governor):
        return None
    is_apart = are_apart(sentence, governor.head, around.date.first_word)
    return None if is_apart or _is_of_another_phrase(around, governor, opener) else governor


def _is_no_new_date(around: Surroundings, verb: Event) -> bool:
    """Say whether nothing is put off to the date: "moved closer to winning this weekend"."""
    is_past = verb.lemma in RESCHEDULING and verb.tense is Tense.NONE
    before = around.sentence.text(around.date.first_word - 1)
    return is_past and before not in _MOVES_TO


def _is_of_another_phrase(around: Surroundings, verb: Event, opener: int) -> bool:
    """Say whether the date belongs to what stands between it and the verb.

    So in "will lead after the wins on Tuesday", "will go, but they are leaving on Friday",
    "will pay more, and in six months they are out of work", "faces a test, with another on Friday",
    and behind a dash.
    """
    sentence, date = around.sentence, around.date
    if sentence.text(opener) in ("and", "but"):
        return sentence.text(date.last_word + 1) in triggers.PRONOUNS
    between = range(verb.head + 1, date.first_word - 1)
    dashes = sum(sentence.words[place].kind == "dash" for place in between)
    is_aside = any(
        sentence.text(place) == "," and sentence.text(place + 1) in ("with", "including")
        for place in between
    )
    return (
        is_aside or dashes == 1 or any(sentence.text(place) in _OTHER_PHRASES for place in between)
    )


def verb_after_date(around: Surroundings) -> Event | None:
    """Return the verb of "On Thursday, voters will choose a mayor"."""
    governor, sentence = around.governor, around.sentence
    if governor is not None and not _opens_its_clause(around):
        is_near = around.date.first_word - governor.head <= BESIDE
        if is_near or not governor.is_reporting:
            return None
    following = next((e for e in around.right if not e.is_noun and not e.is_schedule), None)
    if following is None or following.tense is not Tense.FUTURE or _is_told(around, following):
        return None
    if _is_inside_what_was(around) or _is_of_the_subject(around, following):
        return None
    between = range(around.date.last_word + 1, following.first)
    before = sentence.text(around.date.first_word - 1)
    if not between and before in ("", "what", "how", "that"):
        # "What next year will bring": the date itself is the subject.
        return None
    is_apart = len(between) > FAR or any(
        sentence.text(place) in _CLAUSES or opens(sentence, place) for place in between
    )
    return None if is_apart else following


def _is_of_the_subject(around: Surroundings, verb: Event) -> bool:
    """Say whether the date is said of the subject: "her success in November will be tied to".

    So it may be where no clause begins with it. Of an event's own verb it is said nevertheless:
    "the committee on Tuesday will vote".
    """
    sentence, place = around.sentence, around.date.first_word - 1
    while sentence.text(place) in _BEFORE_A_DATE:
        place -= 1
    is_noun = place >= sentence.first and sentence.words[place].kind in ("word", "capitalised")
    is_joined = opens(sentence, place) or sentence.is_verb(place) or sentence.text(place) in _LINKS
    return is_noun and not is_joined and type_of(verb.lemma) is EventType.OTHER


def _opens_its_clause(around: Surroundings) -> bool:
    """Say whether a clause begins with the date: "which in May will", "and in May it will"."""
    sentence, place = around.sentence, around.date.first_word - 1
    place -= sentence.text(place) in _PREPOSITIONS_OF_DATES
    is_joined = sentence.text(place) in ("and", "but")
    has_subject = sentence.text(around.date.last_word + 1) in triggers.PRONOUNS
    is_that = sentence.text(place) == "that"
    return opens(sentence, place) or is_that or (is_joined and has_subject)


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
