"""What a sentence denies, doubts or calls off."""

from __future__ import annotations

import re
from itertools import pairwise

from flows.deadlines.event import Event
from flows.deadlines.reading import Tense
from flows.deadlines.sentence import Sentence
from flows.deadlines.surroundings import Surroundings
from flows.deadlines.triggers import NOT
from flows.deadlines.word_lists import listed
from flows.records import Relation

_CALLED_OFF = re.compile(
    r"\b(?:called off|cancell?ed|scrapped|abandoned|withdrawn|dropped|shelved|axed"
    r"|no longer (?:needed|necessary|planned|on the table|going ahead|take place|happen)"
    r"|(?:will|would) not (?:now )?(?:be held|take place|go ahead|happen))\b"
)
_CALLING_OFF = re.compile(
    r"\bcalling off|\b(?:cancell?ing|scrapping|abandoning|withdrawing)\b"
    r"|\b(?:cancell?ed|scrapped|shelved|called off) (?:an?|the|its|his|her|their|all)\b"
)
_CLAUSE_OPENERS = frozenset((",", "and", "but", ":", "–", "—"))
_BELIEVING = listed("mean think believe expect")
_ASKING = listed("ask asks asked asking wonder wonders wondered unclear unsure know see")
_OPEN = frozenset(("if", "whether"))
_HAPPENS = listed("held place ahead happen")
_CLAUSE_WORDS = 9
# "Friday's hearing at the Labour Court of Osterby has been cancelled" is no longer than this.
_CALLED_OFF_WORDS = 14


def is_denied(sentence: Sentence, event: Event, relation: Relation) -> bool:
    """Say whether the event is told as not planned: "will not rule on Friday", "no vote is set".

    What will not end until a date ends then, and what "will not take place" is called off.
    """
    if _is_open_question(sentence, event) or _is_doubted(sentence, event):
        return True
    is_off = is_negated_to_happen(sentence, event)
    return event.is_negated and relation is not Relation.UNTIL and not is_off


def _is_open_question(sentence: Sentence, event: Event) -> bool:
    """Say whether the clause only asks: "would not say whether it would pay on Monday".

    So does "asked if he would hold a meeting before Friday".
    """
    if sentence.vocabulary.isdisjoint(_OPEN):
        return False
    before = clause_before(sentence, event.first - _CLAUSE_WORDS, event.first)
    is_asked = any(one in _ASKING and two == "if" for one, two in pairwise(before))
    is_told_by_a_verb = not event.is_noun or event.tense is Tense.FUTURE
    return is_told_by_a_verb and ("whether" in before or is_asked)


def _is_doubted(sentence: Sentence, event: Event) -> bool:
    """Say whether the clause is what nobody believes: "doesn't mean he stops on Friday"."""
    if sentence.vocabulary.isdisjoint(_BELIEVING):
        return False
    before = clause_before(sentence, event.first - _CLAUSE_WORDS, event.first)
    return any(
        two in _BELIEVING and (one in NOT or one.endswith(("n’t", "n't")))
        for one, two in pairwise(before)
    )


def is_called_off(around: Surroundings, event: Event) -> bool:
    """Say whether the clause calls the event off: "has been called off", "cancelling a visit"."""
    sentence, date = around.sentence, around.date
    is_until = sentence.text(date.first_word - 1) in ("until", "till")
    if is_negated_to_happen(sentence, event) and not is_until:
        return True
    end = next(
        (other.first_word for other in sentence.dates if other.first_word > date.last_word),
        date.last_word + _CALLED_OFF_WORDS,
    )
    after = sentence.texts(date.last_word + 1, min(end, date.last_word + _CALLED_OFF_WORDS))
    before = sentence.texts(event.first - _CLAUSE_WORDS, event.first)
    return bool(_CALLED_OFF.search(" ".join(after)) or _CALLING_OFF.search(" ".join(before)))


def is_negated_to_happen(sentence: Sentence, event: Event) -> bool:
    """Say whether it is told as not going to happen: "will not take place on March 17"."""
    words = (sentence.text(event.head), sentence.text(event.head + 1))
    return event.is_negated and not _HAPPENS.isdisjoint(words)


def clause_before(sentence: Sentence, first: int, end: int) -> list[str]:
    """Return the words before the verb, back to where its clause begins."""
    words = sentence.texts(first, end)
    openers = (place for place in range(len(words), 0, -1) if words[place - 1] in _CLAUSE_OPENERS)
    return words[next(openers, 0) :]
