"""Words that name an event, by type (data only).

Of a word that fits two types the first one wins: a meeting that is postponed is a delay.
"""

from __future__ import annotations

from flows.deadlines.word_lists import listed
from flows.records import EventType

_NOUNS: dict[EventType, str] = {
    EventType.EXPIRY: "expiry expiration lapse term mandate",
    EventType.EFFECTIVE: "accession implementation enforcement suspension introduction",
    EventType.MEETING: """
        meeting meetings summit summits talks negotiations conference visit visits trip trips tour
        debate debates ceremony ceremonies match matches game games concert concerts rally rallies
        convention conventions congress gathering forum session sessions funeral memorial wedding
        festival celebration celebrations anniversary inauguration parade protest exercises
        semi-final semifinal quarter-final quarterfinal final finals race dinner lunch event round
        briefing speech address exhibition tournament gala appearance mission clash showdown fixture
        contest contests kick-off kickoff march marches protests demonstration demonstrations
        vigil vigils
    """,
    EventType.VOTE: """
        vote votes voting election elections by-election by-elections re-election referendum
        referendums polls polling primary primaries caucus caucuses runoff run-off ballot
        ballots
    """,
    EventType.HEARING: """
        hearing hearings trial trials ruling rulings verdict verdicts judgment judgement sentencing
        arraignment deposition inquest
    """,
    EventType.DUE: """
        deadline deadlines ultimatum payment payments filing dividend report results earnings
        cutoff bids answers
    """,
    EventType.LAUNCH: """
        release releases launch launches opening debut premiere delivery deliveries flight
        publication rollout production broadcast
    """,
    EventType.DELAY: "postponement delay extension adjournment",
    EventType.CLOSE: """
        closing closure completion redemption shutdown withdrawal pullout acquisition
    """,
    EventType.TARGET: "target goal",
    EventType.OTHER: """
        strike strikes walkout deal decision resignation retirement departure arrival
    """,
}

_VERBS: dict[EventType, str] = {
    EventType.EXPIRY: "expire lapse end remain last stay",
    EventType.EFFECTIVE: "join become apply adopt replace",
    EventType.MEETING: """
        meet visit travel attend host gather convene discuss speak address perform play celebrate
        debate campaign tour resume hold face mark
    """,
    EventType.VOTE: "vote elect re-elect pass approve choose",
    EventType.HEARING: "hear rule testify sentence arraign appear",
    EventType.DUE: """
        submit file pay report comply respond return publish hand present complete decide
        define issue surrender quit withdraw finish
    """,
    EventType.LAUNCH: """
        launch release open start begin commence debut ship introduce unveil air broadcast premiere
        deliver receive sell reopen restart relaunch kick
    """,
    EventType.DELAY: "delay postpone extend reschedule adjourn defer renew prolong",
    EventType.CLOSE: "close redeem shut cease conclude retire stop halt suspend pause",
    EventType.TARGET: "cut reduce raise achieve double eliminate halve increase",
    EventType.OTHER: "leave depart arrive reach move push hit run",
}

# "will be available", "will be in service": something starts, though the word is no noun of it.
_STATES = listed("available operational service")
# Nouns that are events by themselves: "the vote on Friday" needs no verb.
STRONG_TYPES = frozenset((EventType.MEETING, EventType.VOTE, EventType.HEARING))
# Verbs that put an event on a date: in any tense the date after them is still to come.
RESCHEDULING = listed(
    "delay postpone extend reschedule adjourn defer move push suspend prolong renew"
)
# Verbs of a state that lasts: "will remain for two more weeks".
LASTING = RESCHEDULING | listed("remain last stay freeze pause halt")
# In "will hold a hearing" the event is the hearing.
LIGHT_VERBS = listed(
    "hold have face schedule set be make take give attend announce get do wait call"
)
# A quantity that is foretold is no deadline: "will rise by 5 percent by 2030".
QUANTITIES = listed(
    "rise grow fall increase decline top soar exceed climb drop shrink jump plunge total"
)


def _forms(verb: str) -> list[str]:
    """Return the forms of a regular verb: expire, expires, expired, expiring."""
    stem, ending = verb.removesuffix("e"), verb[-1]
    if ending == "y" and verb[-2] not in "aeiou":
        return [verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"]
    plural = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    doubled = verb + ending
    return [verb, plural, f"{stem}ed", f"{stem}ing", f"{doubled}ed", f"{doubled}ing"]


IRREGULAR = {
    "met": "meet",
    "held": "hold",
    "begun": "begin",
    "began": "begin",
    "heard": "hear",
    "spoke": "speak",
    "spoken": "speak",
    "gave": "give",
    "paid": "pay",
    "left": "leave",
    "became": "become",
    "withdrawn": "withdraw",
    "withdrew": "withdraw",
    # What is valid lasts.
    "valid": "last",
}
VERB_TYPES = {verb: kind for kind, words in reversed(_VERBS.items()) for verb in words.split()}
_KNOWN_VERBS = [*VERB_TYPES, *RESCHEDULING, *LASTING, *QUANTITIES, "continue"]
VERB_LEMMAS = {form: verb for verb in _KNOWN_VERBS for form in _forms(verb)} | IRREGULAR
NOUN_TYPES = {word: kind for kind, words in reversed(_NOUNS.items()) for word in words.split()}


def lemma_of(word: str) -> str:
    """Return the verb that a form belongs to, or the word itself, in lower case."""
    lowered = word.lower()
    return VERB_LEMMAS.get(lowered, lowered)


# Nouns of an event whose verb tells none: "that he could match", "will target voters".
_NO_VERBS_OF_EVENTS = listed("match term deal result results round target event final")


def type_of_verb(word: str) -> EventType:
    """Return what kind of event a verb tells: "will march", but not "will match"."""
    return EventType.OTHER if word.lower() in _NO_VERBS_OF_EVENTS else type_of(word)


def type_of(word: str) -> EventType:
    """Return what kind of event the verb, noun or state names."""
    lowered = word.lower()
    if lowered in _STATES:
        return EventType.LAUNCH
    verb = VERB_TYPES.get(lemma_of(lowered))
    return verb or NOUN_TYPES.get(lowered, EventType.OTHER)
