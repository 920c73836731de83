"""Words that name an event, by type (data only).

The order of the types decides where two fit: a meeting that is postponed is a delay.
"""

from __future__ import annotations

from flows.records import EventType

_NOUNS: dict[EventType, str] = {
    EventType.EXPIRY: """
        expiry expiration expirations lapse
    """,
    EventType.EFFECTIVE: """
        accession implementation enforcement
    """,
    EventType.MEETING: """
        meeting meetings summit summits talks negotiations conference visit visits trip trips tour
        debate debates ceremony ceremonies match matches game games concert concerts rally rallies
        convention conventions congress gathering forum session sessions funeral service wedding
        festival celebration celebrations anniversary inauguration parade march protest exercises
        semi-final semifinal quarter-final quarterfinal final finals race dinner lunch event round
        briefing speech address interview exhibition tournament
    """,
    EventType.VOTE: """
        vote votes voting election elections by-election by-elections re-election referendum
        referendums poll polls polling primary primaries caucus caucuses runoff run-off ballot
        ballots
    """,
    EventType.HEARING: """
        hearing hearings trial trials ruling rulings verdict verdicts judgment judgement sentencing
        appeal appeals arraignment deposition inquest
    """,
    EventType.DUE: """
        deadline deadlines ultimatum payment payments filing dividend report results earnings
        cutoff
    """,
    EventType.LAUNCH: """
        release releases launch launches opening debut premiere delivery deliveries start flight
        publication rollout introduction production broadcast
    """,
    EventType.DELAY: "postponement delay extension adjournment",
    EventType.CLOSE: "closing closure completion redemption shutdown withdrawal pullout",
    EventType.TARGET: "target goal",
    EventType.OTHER: "strike strikes walkout deal decision resignation retirement departure arrival",
}

_VERBS: dict[EventType, str] = {
    EventType.EXPIRY: "expire lapse run_out end remain last",
    EventType.EFFECTIVE: "take_effect come_into_force join become apply adopt enter_into_force replace",
    EventType.MEETING: """
        meet visit travel attend host gather convene discuss speak address perform play celebrate
        debate campaign tour resume hold face
    """,
    EventType.VOTE: "vote elect re-elect pass approve",
    EventType.HEARING: "hear rule testify sentence arraign appear",
    EventType.DUE: """
        submit file pay report comply respond return publish deliver hand present complete finish
        decide define issue surrender quit leave withdraw
    """,
    EventType.LAUNCH: """
        launch release open start begin commence debut ship introduce unveil air broadcast premiere
        deliver depart receive
    """,
    EventType.DELAY: "delay postpone extend reschedule adjourn defer move push",
    EventType.CLOSE: "close redeem shut cease complete conclude retire stop",
    EventType.TARGET: "cut reduce reach raise achieve double eliminate halve",
}

NOUN_TYPES = {word: kind for kind, words in reversed(_NOUNS.items()) for word in words.split()}


def _forms(verb: str) -> list[str]:
    """Return the forms of a regular verb: expire, expires, expired, expiring."""
    stem = verb.removesuffix("e")
    ending = verb[-1]
    if ending == "y" and verb[-2] not in "aeiou":
        return [verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"]
    plural = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    doubled = verb + ending
    return [verb, plural, f"{stem}ed", f"{stem}ing", f"{doubled}ed", f"{doubled}ing"]


_IRREGULAR = {
    "met": "meet",
    "held": "hold",
    "begun": "begin",
    "began": "begin",
    "heard": "hear",
    "spoke": "speak",
    "spoken": "speak",
    "paid": "pay",
    "left": "leave",
    "shut": "shut",
    "became": "become",
    "withdrawn": "withdraw",
}
VERB_LEMMAS = {
    form: verb for words in _VERBS.values() for verb in words.split() for form in _forms(verb)
} | _IRREGULAR
VERB_TYPES = {verb: kind for kind, words in reversed(_VERBS.items()) for verb in words.split()}
