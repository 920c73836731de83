"""Where a clause begins and where it has its verb, so that a date stays with its own.

A date in "which in March will face a hearing" is none of the verb before "which", and one
after "the vote is" is none of the verb before "is".
"""

from __future__ import annotations

from flows.deadlines.sentence import Sentence
from flows.deadlines.triggers import DETERMINERS, PRESENT_BE, VERB_FORMS
from flows.deadlines.word_lists import listed

_OPENERS = listed(
    """
    which who whom whose when where while because although though if unless whether how why what
    whoever whatever wherever whereas
    """
)
# "As he turns to", but "as president until May"; "before they meet", but "before May".
_WITH_A_SUBJECT = listed("as after before since until once so and but")
_SUBJECTS = listed("he she it they we i you there")
# "Said that the ships sail", but "will hold that vote".
_OPENING_A_CLAUSE = _SUBJECTS | DETERMINERS | VERB_FORMS
# After a noun these forms of the present have a subject, and are no nouns themselves.
_PRESENT = PRESENT_BE | listed(
    """
    has does wins turns gathers sits becomes gets makes gives goes comes keeps seems says tells
    thinks knows believes wants needs includes remains appears follows contains allows requires
    brings tries provides produces suggests describes represents begins reconvenes helps loses
    """
)


def opens(sentence: Sentence, place: int) -> bool:
    """Say whether a clause of its own begins with the word."""
    text, after = sentence.text(place), sentence.text(place + 1)
    if text in _OPENERS or text == ":":
        return True
    if text in _WITH_A_SUBJECT:
        return after in _SUBJECTS
    is_clause = after in _OPENING_A_CLAUSE or place + 1 in sentence.verbs
    return text == "that" and is_clause


def are_apart(sentence: Sentence, verb: int, date: int) -> bool:
    """Say whether a clause or another verb of the present begins between a verb and a date."""
    return any(
        opens(sentence, place) or is_present(sentence, place) for place in range(verb + 1, date)
    )


def is_present(sentence: Sentence, place: int) -> bool:
    """Say whether the word is a verb of the present, and no noun: "meets its needs by May"."""
    return sentence.text(place) in _PRESENT and sentence.text(place - 1) not in DETERMINERS
