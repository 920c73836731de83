"""Where one verb looks, by its form and the words before it: back, or ahead."""

from __future__ import annotations

from flows.deadlines.event_words import VERB_LEMMAS
from flows.deadlines.grammar import MONTH_KINDS
from flows.deadlines.reading import Tense
from flows.deadlines.triggers import (
    ADVERBS,
    AHEAD,
    ARTICLES_AND_OWNERS,
    BEFORE_INFINITIVE,
    NO_PAST_BE,
    NO_PAST_FORMS,
    PAST_FORMS,
)
from flows.deadlines.verb_groups import is_achieved, is_infinitive
from flows.deadlines.word_lists import listed
from flows.deadlines.words import Word

_AHEAD = listed(
    """
    will shall would may might could can should must wo 'll due scheduled slated upcoming likely
    poised plans plan planned planning expects expect expected intends intend intended aims aim
    hopes hope calls begins starts opens ends expires runs takes comes goes meets hits votes visits
    returns leaves arrives closes flies travels faces hosts holds plays resumes convenes reopens
    sails nears approaches looms
    concludes payable effective deadline demands wants seeks urges insists
    """
)
# "According to", "since Monday", "was ended by": these look back too.
BACK = PAST_FORMS | listed("said telling saying hit ended according since")
# A past event that an infinitive hangs on looks back too: "refused to leave on Friday".
_PAST_BEFORE_INFINITIVE = listed(
    "failed tried refused managed began had able used helped continued attempted rushed happened"
    " appeared seemed"
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
# Opening a sentence or an aside, these tell where something was said.
_SPEAKING = listed("speaking talking appearing addressing testifying")
_WOULD = listed("would could should might may must")
_OWNED = listed("to a an the until no its their his her")
_TELLING = listed("say comment confirm discuss elaborate disclose")
# The bare form of these is no noun: "the ministers meet Monday" tells a timetable.
_TIMETABLE = listed("meet begin arrive expire convene resume")
# Nor are these before a name: "City host Rovers on Saturday".
_MATCHES = listed("host face visit entertain")
_NO_FINITE = _HELPERS | ARTICLES_AND_OWNERS | _STAYING
# "States that voted": there it is a verb.
_BEFORE_ADJECTIVES = ARTICLES_AND_OWNERS - {"that"}
_PASSIVE = NO_PAST_BE | {"get", "gets", "getting"}
# "Are waiting for Friday's report", but "are hailing Thursday's speech".
_LOOKING_AHEAD = listed(
    """
    waiting going coming heading preparing bracing hoping looking flying travelling traveling
    planning expecting counting competing vying running working getting moving taking making
    """
)
# Verbs whose present tense tells a date in a timetable: "the polls close on Thursday".
_BEFORE_PLANS = NO_PAST_BE | listed("eligible entitled qualified free ready eager")
_SUBJECTS = listed("he she it who that there")
_SCHEDULED = listed("go close open meet begin start end expire vote leave arrive return run play")
# "ordered the service to publish": so far may the infinitive stand from what it hangs on.
WIDEST_GAP = 7
_GOVERNORS = frozenset(BEFORE_INFINITIVE)


def tense_of(row: list[Word], place: int) -> Tense:
    """Return where one verb looks; NONE for any other word, among them "May" of "May 7"."""
    text = row[place].lower
    before = row[place - 1].lower if place else ""
    if text == "to":
        return _tense_of_infinitive(row, place)
    if _is_denied(row, place if text == "could" else place - 1) or is_told_by_form(row, place):
        return Tense.PAST
    if text == "be" or _is_present_plan(row, place, before):
        return Tense.FUTURE
    if text in _UNCHANGED:
        return _tense_of_unchanged(row, place, before)
    if text in _AHEAD and row[place].kind not in MONTH_KINDS:
        return _tense_of_plan(row, place, before)
    return _tense_of_form(row, place, before)


def is_told_by_form(row: list[Word], place: int) -> bool:
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
        is_past = text.startswith(("did", "was", "were", "had", "has", "have"))
        return Tense.PAST if is_past else Tense.FUTURE
    is_verb = row[place].kind in _VERBS or _opens_a_sentence(row, place)
    is_past_form = text.endswith("ed") and text not in NO_PAST_FORMS and is_verb
    if is_past_form and _is_adjective(row, place):
        return Tense.NONE
    is_past = (text in BACK and row[place].kind != "weak_weekday") or is_past_form
    return _tense_of_past_form(row, place, before) if is_past else Tense.NONE


def _opens_a_sentence(row: list[Word], place: int) -> bool:
    """Say whether a participle opens the sentence: "Launched in June, the scheme is …"."""
    is_first = place == 0 or row[place - 1].kind in ("stop", "break", "other")
    return is_first and place + 1 < len(row) and row[place + 1].kind in ("in", "on", "at", "by")


def _tense_of_unchanged(row: list[Word], place: int, before: str) -> Tense:
    """Return PAST for "Albright set aside", NONE for "is set to meet" and "will set"."""
    following = row[place + 1].lower if place + 1 < len(row) else ""
    is_finite = before not in _NO_FINITE and following not in ("to", "for")
    is_clear = before.isalpha() and not before.endswith(("s", "ly"))
    return Tense.PAST if is_finite and is_clear else Tense.NONE


def _is_denied(row: list[Word], place: int) -> bool:
    """Say whether nothing came of it: "could not be reached", "neither could be found"."""
    place -= place > 0 and row[place].lower == "not"
    if place < 0 or row[place].lower != "could":
        return False
    near = [word.lower for word in row[max(0, place - WIDEST_GAP) : place + 2]]
    return any(word in ("not", "neither", "nobody", "none") for word in near)


def _is_adjective(row: list[Word], place: int) -> bool:
    """Say whether the participle describes: "an extended loan", "a still unspecified date"."""
    before = row[place - 1].lower if place else ""
    if before in ADVERBS and place > 1:
        before = row[place - 2].lower
    return before in _BEFORE_ADJECTIVES or before == "-"


def _tense_of_plan(row: list[Word], place: int, before: str) -> Tense:
    """Return FUTURE for "plans to", NONE for "the plan", PAST for "had planned"."""
    following = row[place + 1].lower if place + 1 < len(row) else ""
    if row[place].lower in _PLANS and following not in _PLANNED:
        return Tense.NONE
    if row[place].lower == "likely" and following != "to" and before not in NO_PAST_BE:
        return Tense.NONE
    if before in ARTICLES_AND_OWNERS and row[place].lower != "deadline":
        return Tense.NONE
    return Tense.PAST if is_bygone(row, place) else Tense.FUTURE


def _is_present_plan(row: list[Word], place: int, before: str) -> bool:
    """Say whether a present verb tells a plan: "are waiting", "the polls close", "if approved"."""
    text = row[place].lower
    following = row[place + 1].lower if place + 1 < len(row) else ""
    is_short = row[place].kind == "possessive" and before in _SUBJECTS
    if text in ("is", "are") or is_short or text.endswith(("’re", "'re", "’m", "'m")):
        is_arranged = following in VERB_LEMMAS or following in _LOOKING_AHEAD
        return is_arranged and following.endswith("ing")
    beside = {word.kind for word in (*row[max(0, place - 1) : place], *row[place + 1 : place + 2])}
    is_match = text in _MATCHES and beside == {"capitalised"}
    if (text in _TIMETABLE or is_match) and row[place].text == text:
        near = {word.lower for word in row[max(0, place - 3) : place]}
        return not near & _HELPERS - {"and"} and not before.endswith(("n't", "n’t"))
    is_condition = before in ("if", "once", "unless") and text.endswith("ed")
    is_plural = before.endswith("s") and before.isalpha() and before not in ARTICLES_AND_OWNERS
    return is_condition or (text in _SCHEDULED and is_plural)


def is_bygone(row: list[Word], place: int) -> bool:
    """Say whether the plan is itself past: "had been due", "had planned"."""
    return any(row[i].lower == "had" for i in range(max(0, place - 2), place))


def _tense_of_infinitive(row: list[Word], place: int) -> Tense:
    """Return FUTURE for "to meet", NONE for "to $16", PAST for "had been due to expire"."""
    if not is_infinitive(row, place):
        return Tense.NONE
    before = row[place - 1].lower if place else ""
    following = [word.lower for word in row[place + 1 : place + 3]]
    governors = {word.lower for word in row[max(0, place - WIDEST_GAP) : place]}
    if before == "able" and governors & AHEAD:
        return Tense.FUTURE
    is_done = before in _PAST_BEFORE_INFINITIVE or is_achieved(row, place)
    if is_done or is_bygone(row, place - 1):
        return Tense.PAST
    is_planned = bool(governors & _GOVERNORS) or before in _BEFORE_PLANS
    if following == ["have", "been"] and not is_planned:
        return Tense.PAST
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
