"""What the words beside a date say of it, whatever the verb: that it is to come, or is over."""

from __future__ import annotations

from itertools import pairwise

from flows.deadlines.event_words import NOUN_TYPES, STRONG_TYPES
from flows.deadlines.grammar import MONTH_KINDS
from flows.deadlines.triggers import ARTICLES_AND_OWNERS, NO_PAST_BE
from flows.deadlines.verb_tense import WIDEST_GAP, is_bygone
from flows.deadlines.word_lists import listed
from flows.deadlines.words import Word

# Nobody knows these beforehand: "the attack on Friday" is over.
_DISASTERS = listed(
    """
    attack bombing blast explosion killing shooting crash accident earthquake death slaying massacre
    murder arrest storm fire raid incident violence victory victories defeat
    """
)
# Named by their day, these are over too: "Wednesday's ruling".
_UNFORESEEN = _DISASTERS | listed(
    "ruling decision verdict announcement statement remark comment action loss defeat victory win"
    " drop fall rise gain"
)
_LONGEST_NAME = len(("the", "Ostrava", "church"))
_WHERE = frozenset(("on", "in", "at", "of", "capitalised", "comma", "the", "and"))
_MOVED = listed(
    """
    extended postponed rescheduled deferred adjourned prolonged renewed delayed moved off back
    forward
    """
)
_CALLED_OFF = _MOVED | listed("called cancelled canceled scrapped put pushed brought")
# "The Nov. 8 U.S. presidential election" has stops in it.
_IN_A_NAME = ("word", "capitalised", "stop")
_ARRANGED = listed("called call calls set announced announces fixed booked convened scheduled")
_CALLED_FOR = tuple((verb, "for") for verb in ("called", "call", "calls", "calling"))
_WAITED = frozenset(("had", "waited"))
_GIVEN_UP = ("pulled out of", "ruled out of", "withdrew from", "withdrawn from", "dropped for")
_NEW_DATE = frozenset(("until", "through", "to"))
# "The hearing, set for Wednesday, was postponed": the plan looks ahead.
_SET = listed("set planned slated scheduled due billed pencilled booked earmarked")
# Words farther away than this belong to another clause.
_REACH = 14


def is_told_to_come(row: list[Word], first: int, last: int) -> bool:
    """Say whether the words beside the date set it ahead, whatever the verb."""
    is_new = _is_moved_to(row, first) or _is_at_the_earliest(row, first)
    is_near = _is_on(row, first) or _is_ahead_of(row, first)
    is_set = _is_set_for(row, first) or _is_arranged_for(row, first)
    is_off = _is_called_off(row, last) or _is_given_up(row, first, last)
    is_term = _is_limit(row, first, last) or _is_in_force_from(row, first)
    return is_new or is_near or is_set or is_term or is_off


def _is_set_for(row: list[Word], first: int) -> bool:
    """Say whether the date is the one that something is "set for", "is forecast for"."""
    if first < len(("is", "set", "for")) or row[first - 1].kind != "for":
        return False
    verb = row[first - 2].lower
    is_plan = verb in _SET or (verb == "forecast" and row[first - 3].lower in NO_PAST_BE)
    return is_plan and not is_bygone(row, first - 2)


def _is_on(row: list[Word], first: int) -> bool:
    """Say whether the present tense puts an event on the date: "the funeral is on Friday"."""
    verb = first - 2 if first and row[first - 1].kind in ("on", "at") else first - 1
    return verb > 0 and row[verb].lower in ("is", "are")


def _is_ahead_of(row: list[Word], first: int) -> bool:
    """Say whether the date is what something is done for: "ahead of Friday's election"."""
    return first > 1 and row[first - 1].kind == "of" and row[first - 2].kind == "ahead"


def _is_at_the_earliest(row: list[Word], first: int) -> bool:
    """Say whether the date is the first possible one: "as early as Tuesday"."""
    near = [word.lower for word in row[max(0, first - 3) : first]]
    return near in (["as", "early", "as"], ["as", "soon", "as"])


def _is_called_off(row: list[Word], last: int) -> bool:
    """Say whether the date is of what is called off: "Friday's hearing has been cancelled"."""
    after = [word.lower for word in row[last + 1 : last + 1 + _REACH]]
    if not after or row[last + 1].kind != "possessive" or "been" not in after:
        return False
    been = after.index("been")
    return after[been - 1] in ("has", "have") and not _CALLED_OFF.isdisjoint(
        after[been + 1 : been + 3]
    )


def _is_given_up(row: list[Word], first: int, last: int) -> bool:
    """Say whether somebody will not be there: "pulled out of Thursday's quarter-final"."""
    if last + 1 >= len(row) or row[last + 1].kind != "possessive":
        return False
    near = " ".join(word.lower for word in row[max(0, first - 3) : first])
    return near.endswith(_GIVEN_UP)


def _is_limit(row: list[Word], first: int, last: int) -> bool:
    """Say whether something must be done by then: "has until Friday to reply"."""
    is_until = first > 1 and row[first - 1].kind == "until" and row[first - 2].lower not in _WAITED
    return is_until and last + 1 < len(row) and row[last + 1].text == "to"


def _is_moved_to(row: list[Word], first: int) -> bool:
    """Say whether the date is the new one of "extended the loans through January"."""
    if first < 1 or row[first - 1].kind not in _NEW_DATE:
        return False
    near = range(first - 2, max(-1, first - 2 - _REACH), -1)
    verbs = (row[place].lower for place in near)
    return any(verb in _MOVED for verb in verbs)


def _is_arranged_for(row: list[Word], first: int) -> bool:
    """Say whether something is called or set for the date: "called a march for Sunday"."""
    preposition = row[first - 1].text if first else ""
    if preposition == "in":
        return _is_called_for(row, first)
    near = range(first - 2, max(-1, first - 2 - _REACH), -1)
    return preposition == "for" and any(row[place].lower in _ARRANGED for place in near)


def _is_called_for(row: list[Word], first: int) -> bool:
    """Say whether the event just before the date is asked for: "called for elections in May"."""
    near = [word.lower for word in row[max(0, first - 2 - WIDEST_GAP) : first - 1]]
    is_event = bool(near) and near[-1] in NOUN_TYPES
    return is_event and any(pair in _CALLED_FOR for pair in pairwise(near))


def stands_alone(row: list[Word], first: int, last: int) -> bool:
    """Say whether the date is all there is, as in a diary: "Friday", "Next talks: Friday"."""
    is_end = last + 1 == len(row) or (row[last + 1].kind == "stop" and last + 2 == len(row))
    return is_end and (first == 0 or row[first - 1].text == ":")


def is_span(row: list[Word], first: int, last: int) -> bool:
    """Say whether the date opens a span: "is in force from Thursday until Friday"."""
    is_open = row[first - 1].kind == "from" and last + 1 < len(row)
    return is_open and row[last + 1].kind == "until"


def _is_in_force_from(row: list[Word], first: int) -> bool:
    """Say whether it begins to hold then: "a warning is in force from Friday"."""
    near = [word.lower for word in row[max(0, first - 4) : first]]
    return (
        len(near) > len(("in", "from"))
        and near[-1] == "from"
        and near[-3] == "in"
        and (near[-2] in ("force", "effect", "place") and near[0] in ("is", "are"))
    )


def is_day_of_the_unforeseen(row: list[Word], last: int) -> bool:
    """Say whether the date is the day of what nobody arranged: "Wednesday's court ruling"."""
    if last + 1 >= len(row) or row[last + 1].kind != "possessive":
        return last + 1 < len(row) and row[last + 1].lower.removesuffix("s") in _UNFORESEEN
    after = {word.lower.removesuffix("s") for word in row[last + 2 : last + 5]}
    after |= {word.lower for word in row[last + 2 : last + 5]}
    return bool(after & _UNFORESEEN) or not after & NOUN_TYPES.keys()


def follows_the_unforeseen(row: list[Word], first: int) -> bool:
    """Say whether the date is that of "the attack in Ostrava on Friday"."""
    for place in range(first - 1, max(0, first - 1 - _REACH), -1):
        if row[place].kind in _WHERE:
            continue
        text = row[place].lower
        is_such = text in _DISASTERS or text.removesuffix("s") in _DISASTERS
        return is_such and _is_noun(row, place)
    return False


def _is_noun(row: list[Word], place: int) -> bool:
    """Say whether an article or owner stands before it: "the Ostrava church massacre"."""
    for word in reversed(row[max(0, place - _LONGEST_NAME) : place]):
        if word.lower in ARTICLES_AND_OWNERS or word.kind == "possessive":
            return True
        if word.kind not in ("word", "capitalised"):
            return False
    return False


def names_an_event(row: list[Word], first: int, last: int) -> bool:
    """Say whether the date is part of an event's name: "the Nov. 8 U.S. presidential election"."""
    is_month = row[first].kind in MONTH_KINDS
    if not is_month or not first or row[first - 1].text not in ARTICLES_AND_OWNERS:
        return False
    for word in row[last + 1 : last + 1 + WIDEST_GAP]:
        if word.kind not in _IN_A_NAME:
            return False
        if word.lower in NOUN_TYPES and NOUN_TYPES[word.lower] in STRONG_TYPES:
            return True
    return False
