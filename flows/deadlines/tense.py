"""Where the words around a date look: back, or ahead.

The nearest verb before the date decides, because English puts the time after its verb ("said
Thursday", "will meet Thursday"). Only where none stands before it does the verb after it count
("On Thursday, voters will choose").
"""

from __future__ import annotations

from itertools import pairwise

from flows.deadlines.event_words import NOUN_TYPES, STRONG_TYPES
from flows.deadlines.reading import Tense
from flows.deadlines.triggers import ADVERBS, BEFORE_INFINITIVE
from flows.deadlines.verb_groups import is_infinitive
from flows.deadlines.word_lists import listed
from flows.deadlines.words import Word, Words

_AHEAD = listed(
    """
    will shall would may might could can should must wo 'll due scheduled slated upcoming likely
    plans plan planned planning expects expect expected intends intend intended aims aim hopes hope
    calls begins starts opens ends expires runs takes comes goes meets hits votes visits returns
    leaves arrives closes flies travels faces hosts plays resumes convenes reopens sails concludes
    payable effective deadline demands wants seeks urges insists
    """
)
_BACK = listed(
    """
    said was were had did told went came took made got gave became began rose fell saw found left
    won lost met held spoke wrote ran hit grew sold bought paid led kept sent brought thought felt
    stood struck broke chose drew drove flew knew meant shot ended thrown slain seen shown born
    according beat fought heard built caught taught sought threw swore rode sank sang wore tore hid
    slid stole stuck swept swung woke overthrew overtook withdrew forgot froze fled dealt bled bred
    ended since sat slept ate drank swam shook laid crept dug rang clung spun leapt
    """
)
# A past event that an infinitive hangs on looks back too: "refused to leave on Friday".
_PAST_BEFORE_INFINITIVE = listed(
    "failed tried refused managed began had able used helped continued attempted rushed happened"
)
# Their past is written like their present; after a subject and no helper it is the past.
_UNCHANGED = listed("set cut put read let shut quit split cast spread bid bet burst hurt cost")
_HELPERS = listed(
    "to will would shall should may might can could must do does did not be is are was were been"
    " being have has had get gets getting and or"
)
# "Will stay shut" tells a state.
_STAYING = listed("stay stays stayed remain remains remained keep keeps kept")
_VERBS = ("word", "spend")
# As nouns these look nowhere: "revised his withdrawal plans in October".
_PLANS, _PLANNED = listed("plans plan hopes hope aims aim"), ("to", "for")
# Nobody knows these beforehand: "the attack on Friday" is over.
_DISASTERS = listed(
    """
    attack bombing blast explosion killing shooting crash accident earthquake death slaying massacre
    murder arrest storm fire raid incident violence
    """
)
# Named by their day, these are over too: "Wednesday's ruling".
_UNFORESEEN = _DISASTERS | listed(
    "ruling decision verdict announcement statement remark comment action loss defeat victory win"
    " drop fall rise gain"
)
_WHERE = frozenset(("on", "in", "at", "of", "capitalised", "comma", "the"))
# "Forced Berg to resign" says that he did.
_ACHIEVED = listed("forced prompted led caused persuaded convinced")
_MODALS = listed("will would could may might can must should be")
# Opening a sentence or an aside, these tell where something was said.
_SPEAKING = listed("speaking talking appearing addressing testifying")
_WOULD = listed("would could should might may must")
_OWNED = listed("to a an the until no its their his her")
_TELLING = listed("say comment confirm discuss elaborate disclose")
# The bare form of these is no noun: "the ministers meet Monday" tells a timetable.
_TIMETABLE = listed("meet begin arrive expire convene resume")
# Nor are these before a name: "City host Rovers on Saturday".
_MATCHES = listed("host face visit entertain")
_DETERMINERS = listed("the a an this that these those its his her their our my your")
_BE = listed("be been being is are am 's")
_PASSIVE = _BE | {"get", "gets", "getting"}
_NOT_PAST = listed("need indeed speed feed seed breed unprecedented united hundred red bed led")
# Verbs whose present tense tells a date in a timetable: "the polls close on Thursday".
_SCHEDULED = listed("go close open meet begin start end expire vote leave arrive return run play")
_MOVED = listed(
    """
    extended postponed rescheduled deferred adjourned prolonged renewed delayed moved off back
    forward
    """
)
_CALLED_OFF = _MOVED | listed("called cancelled canceled scrapped put pushed brought")
# A limit without a past verb is still to come: "it stays shut until autumn".
_LIMITS = frozenset(("until", "by"))
_MONTHS = ("month", "weak_month")
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
_REACH = 25
# "ordered the service to publish": so far may the infinitive stand from what it hangs on.
_WIDEST_GAP = 7
_GOVERNORS = frozenset(BEFORE_INFINITIVE)
_STOPS = frozenset(("stop", "break"))
# A third of all words: asked first, for it is quick.
_NO_VERBS = listed("the a of in and or that for on at as by from comma")
_QUOTES = frozenset(("“", "‘", '"', "`"))


def tense_at(words: Words, first: int, last: int) -> Tense:
    """Return where the clause around the words `first` to `last` looks, by its nearest verb.

    A date that names an event looks nowhere: "wanted to sway the Nov. 8 election".
    """
    if _was_when(words.words, last):
        return Tense.PAST
    tense = _tense_around(words.words, first, last)
    is_name = tense is Tense.PAST and _names_an_event(words.words, first, last)
    return Tense.NONE if is_name else tense


def _tense_around(row: list[Word], first: int, last: int) -> Tense:
    if _is_told_to_come(row, first, last) or _stands_alone(row, first, last):
        return Tense.FUTURE
    if _is_day_of_the_unforeseen(row, last) or _follows_the_unforeseen(row, first):
        return Tense.PAST
    if _follows_a_noun(row, first):
        after = _verb_right_after(row, last + 1)
        if after is not Tense.NONE:
            return after
    is_possessive = last + 1 < len(row) and row[last + 1].kind == "possessive"
    before = range(first - 1, max(-1, first - 1 - _REACH), -1)
    tense = _nearest(row, before, skips_infinitives=is_possessive)
    if tense is not Tense.NONE:
        return tense
    if _has_infinitive(row, before):
        return Tense.FUTURE
    tense = _nearest(row, range(last + 1, min(len(row), last + 1 + _REACH)), stops=_QUOTES)
    is_limit = first > 0 and (row[first - 1].kind in _LIMITS or _is_span(row, first, last))
    return Tense.FUTURE if tense is Tense.NONE and is_limit else tense


def _is_told_to_come(row: list[Word], first: int, last: int) -> bool:
    """Say whether the words beside the date set it ahead, whatever the verb."""
    is_new = _is_moved_to(row, first) or _is_at_the_earliest(row, first) or _is_on(row, first)
    is_set = _is_set_for(row, first) or _is_arranged_for(row, first)
    is_off = _is_called_off(row, last) or _is_given_up(row, first, last)
    return is_new or is_set or _is_limit(row, first, last) or is_off


def _is_set_for(row: list[Word], first: int) -> bool:
    """Say whether the date is the one that something is "set for", "is forecast for"."""
    if first < len(("is", "set", "for")) or row[first - 1].kind != "for":
        return False
    verb = row[first - 2].lower
    is_plan = verb in _SET or (verb == "forecast" and row[first - 3].lower in _BE)
    return is_plan and not _is_bygone(row, first - 2)


def _is_on(row: list[Word], first: int) -> bool:
    """Say whether the present tense puts an event on the date: "the funeral is on Friday"."""
    verb = first - 2 if first and row[first - 1].kind in ("on", "at") else first - 1
    return verb > 0 and row[verb].lower in ("is", "are")


def _stands_alone(row: list[Word], first: int, last: int) -> bool:
    """Say whether the date is all there is, as in a diary: "Friday", "Next talks: Friday"."""
    is_end = last + 1 == len(row) or (row[last + 1].kind == "stop" and last + 2 == len(row))
    return is_end and (first == 0 or row[first - 1].text == ":")


def _is_span(row: list[Word], first: int, last: int) -> bool:
    """Say whether the date opens a span: "is in force from Thursday until Friday"."""
    is_open = row[first - 1].kind == "from" and last + 1 < len(row)
    return is_open and row[last + 1].kind == "until"


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


def _is_day_of_the_unforeseen(row: list[Word], last: int) -> bool:
    """Say whether the date is the day of what nobody arranged: "Wednesday's court ruling"."""
    if last + 1 >= len(row) or row[last + 1].kind != "possessive":
        return False
    after = {word.lower.removesuffix("s") for word in row[last + 2 : last + 5]}
    after |= {word.lower for word in row[last + 2 : last + 5]}
    return bool(after & _UNFORESEEN) or not after & NOUN_TYPES.keys()


def _follows_the_unforeseen(row: list[Word], first: int) -> bool:
    """Say whether the date is that of "the attack in Ostrava on Friday"."""
    for place in range(first - 1, max(0, first - 1 - _WIDEST_GAP), -1):
        if row[place].kind in _WHERE:
            continue
        is_noun = row[place - 1].lower in _DETERMINERS or row[place - 1].kind == "possessive"
        return is_noun and row[place].lower.removesuffix("s") in _DISASTERS
    return False


def _is_moved_to(row: list[Word], first: int) -> bool:
    """Say whether the date is the new one of "extended the loans through January"."""
    if first < 1 or row[first - 1].kind not in _NEW_DATE:
        return False
    near = range(first - 2, max(-1, first - 2 - _REACH), -1)
    verbs = (row[place].lower for place in near)
    return any(verb in _MOVED for verb in verbs)


def _was_when(row: list[Word], last: int) -> bool:
    """Say whether the date is when something was: "a debate Thursday night, when many called"."""
    after = row[last + 1 : last + 3]
    if len(after) < len((",", "when")) or after[0].kind != "comma" or after[1].lower != "when":
        return False
    return _nearest(row, range(last + 3, min(len(row), last + 1 + _WIDEST_GAP))) is Tense.PAST


def _names_an_event(row: list[Word], first: int, last: int) -> bool:
    """Say whether the date is part of an event's name: "the Nov. 8 U.S. presidential election"."""
    if row[first].kind not in _MONTHS or not first or row[first - 1].text not in _DETERMINERS:
        return False
    for word in row[last + 1 : last + 1 + _WIDEST_GAP]:
        if word.kind not in _IN_A_NAME:
            return False
        if word.lower in NOUN_TYPES and NOUN_TYPES[word.lower] in STRONG_TYPES:
            return True
    return False


def _is_arranged_for(row: list[Word], first: int) -> bool:
    """Say whether something is called or set for the date: "called a march for Sunday"."""
    preposition = row[first - 1].text if first else ""
    if preposition == "in":
        return _is_called_for(row, first)
    near = range(first - 2, max(-1, first - 2 - _REACH), -1)
    return preposition == "for" and any(row[place].lower in _ARRANGED for place in near)


def _is_called_for(row: list[Word], first: int) -> bool:
    """Say whether the event just before the date is asked for: "called for elections in May"."""
    near = [word.lower for word in row[max(0, first - 2 - _WIDEST_GAP) : first - 1]]
    is_event = bool(near) and near[-1] in NOUN_TYPES
    return is_event and any(pair in _CALLED_FOR for pair in pairwise(near))


def _follows_a_noun(row: list[Word], first: int) -> bool:
    """Say whether no verb stands just before the date: "the meeting Thursday will", "On Friday"."""
    return first == 0 or row[first - 1].lower not in _BACK


def _verb_right_after(row: list[Word], place: int) -> Tense:
    """Return where the verb looks that follows the date at once: "the meeting Thursday will"."""
    if place >= len(row):
        return Tense.NONE
    text = row[place].lower
    if text in ("will", "would"):
        return Tense.NONE if _is_told_by_form(row, place) else Tense.FUTURE
    return Tense.PAST if text in ("was", "were") else Tense.NONE


def _nearest(
    row: list[Word],
    places: range,
    *,
    stops: frozenset[str] = frozenset(),
    skips_infinitives: bool = False,
) -> Tense:
    for place in places:
        if row[place].kind in _NO_VERBS:
            continue
        if row[place].kind in _STOPS or row[place].text == ":" or row[place].text in stops:
            return Tense.NONE
        if skips_infinitives and row[place].text == "to":
            continue
        tense = _tense_of(row, place)
        if tense is not Tense.NONE:
            return tense
    return Tense.NONE


def _has_infinitive(row: list[Word], places: range) -> bool:
    """Say whether an infinitive of the same sentence stands before the date."""
    for place in places:
        if row[place].kind in _STOPS:
            return False
        if row[place].text == "to" and is_infinitive(row, place):
            return True
    return False


def _tense_of(row: list[Word], place: int) -> Tense:
    """Return where one verb looks; NONE for any other word, among them "May" of "May 7"."""
    text = row[place].lower
    before = row[place - 1].lower if place else ""
    if text == "to":
        return _tense_of_infinitive(row, place)
    if _is_denied(row, place if text == "could" else place - 1) or _is_told_by_form(row, place):
        return Tense.PAST
    if text == "be" or _is_present_plan(row, place, before):
        return Tense.FUTURE
    if text in _UNCHANGED:
        return _tense_of_unchanged(row, place, before)
    if text in _AHEAD and row[place].kind not in _MONTHS:
        return _tense_of_plan(row, place, before)
    return _tense_of_form(row, place, before)


def _is_told_by_form(row: list[Word], place: int) -> bool:
    """Say whether the form looks back: "could have won", "wouldn't say", "Speaking to us"."""
    text, after = row[place].lower, [word.lower for word in row[place + 1 : place + 3]]
    if text in _SPEAKING:
        before = row[place - 1] if place else None
        return row[place].text != text or (before is not None and before.kind == "comma")
    if text in _WOULD:
        return after[:1] == ["have"] and not _OWNED & set(after[1:])
    if text.startswith("would") and (text != "would" or after[:1] == ["not"]):
        return bool(_TELLING & set(after))
    return False


def _tense_of_form(row: list[Word], place: int, before: str) -> Tense:
    """Return where the form of the word looks: "we'll", "didn't", "landed"."""
    text = row[place].lower
    if text.endswith(("'ll", "’ll", "n't", "n’t")):
        is_past = text.startswith(("did", "was", "were", "had"))
        return Tense.PAST if is_past else Tense.FUTURE
    is_past_form = text.endswith("ed") and text not in _NOT_PAST and row[place].kind in _VERBS
    if is_past_form and _is_adjective(row, place):
        return Tense.NONE
    is_past = (text in _BACK and row[place].kind != "weak_weekday") or is_past_form
    return _tense_of_past_form(row, place, before) if is_past else Tense.NONE


def _tense_of_unchanged(row: list[Word], place: int, before: str) -> Tense:
    """Return PAST for "Albright set aside", NONE for "is set to meet" and "will set"."""
    following = row[place + 1].lower if place + 1 < len(row) else ""
    is_finite = before not in _HELPERS | _DETERMINERS | _STAYING and following not in ("to", "for")
    is_clear = before.isalpha() and not before.endswith(("s", "ly"))
    return Tense.PAST if is_finite and is_clear else Tense.NONE


def _is_denied(row: list[Word], place: int) -> bool:
    """Say whether nothing came of it: "could not be reached", "neither could be found"."""
    if place < 0 or row[place].lower != "could":
        return False
    near = [word.lower for word in row[max(0, place - _WIDEST_GAP) : place + 2]]
    return any(word in ("not", "neither", "nobody", "none") for word in near)


def _is_adjective(row: list[Word], place: int) -> bool:
    """Say whether the participle describes: "an extended loan", "a still unspecified date"."""
    before = row[place - 1].lower if place else ""
    if before in ADVERBS and place > 1:
        before = row[place - 2].lower
    return before in _DETERMINERS or before == "-"


def _tense_of_plan(row: list[Word], place: int, before: str) -> Tense:
    """Return FUTURE for "plans to", NONE for "the plan", PAST for "had planned"."""
    following = row[place + 1].lower if place + 1 < len(row) else ""
    if row[place].lower in _PLANS and following not in _PLANNED:
        return Tense.NONE
    if before in _DETERMINERS and row[place].lower != "deadline":
        return Tense.NONE
    return Tense.PAST if _is_bygone(row, place) else Tense.FUTURE


def _is_present_plan(row: list[Word], place: int, before: str) -> bool:
    """Say whether a present verb tells a plan: "are waiting", "the polls close", "if approved"."""
    text = row[place].lower
    following = row[place + 1].lower if place + 1 < len(row) else ""
    if text in ("is", "are"):
        return following.endswith("ing")
    is_match = text in _MATCHES and place + 1 < len(row) and row[place + 1].kind == "capitalised"
    if (text in _TIMETABLE or is_match) and row[place].text == text:
        near = {word.lower for word in row[max(0, place - 3) : place]}
        return not near & _HELPERS - {"and"} and not before.endswith(("n't", "n’t"))
    is_condition = before in ("if", "once", "unless") and text.endswith("ed")
    return is_condition or (text in _SCHEDULED and before.endswith("s") and before.isalpha())


def _is_bygone(row: list[Word], place: int) -> bool:
    """Say whether the plan is itself past: "had been due", "had planned"."""
    return any(row[i].lower == "had" for i in range(max(0, place - 2), place))


def _tense_of_infinitive(row: list[Word], place: int) -> Tense:
    """Return FUTURE for "to meet", NONE for "to $16", PAST for "had been due to expire"."""
    if not is_infinitive(row, place):
        return Tense.NONE
    before = row[place - 1].lower if place else ""
    governors = {word.lower for word in row[max(0, place - _WIDEST_GAP) : place]}
    is_done = bool(governors & _ACHIEVED) and not governors & _MODALS
    if before == "able" and governors & _MODALS:
        return Tense.FUTURE
    if before in _PAST_BEFORE_INFINITIVE or is_done or _is_bygone(row, place - 1):
        return Tense.PAST
    is_planned = bool(governors & _GOVERNORS) or before in _BE
    return Tense.FUTURE if is_planned else Tense.NONE


def _tense_of_past_form(row: list[Word], place: int, before: str) -> Tense:
    """Return NONE where the participle looks nowhere: "is held", "will stay closed"."""
    if before in _STAYING and row[place].lower.endswith("ed"):
        return Tense.NONE
    if before in _PASSIVE and row[place].kind == "word" and row[place].lower != "was":
        return Tense.NONE
    following = row[place + 1].lower if place + 1 < len(row) else ""
    if row[place].lower in ("was", "were") and following in (
        "to",
        "due",
        "scheduled",
        "expected",
    ):
        return Tense.FUTURE
    return Tense.PAST
