"""What follows a cue: where the statement begins, if this follower fits the cue at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise

from flows.positions.cues import DEMANDS, PLANS, THOUGHTS
from flows.positions.grammar import (
    DAYS,
    DETERMINERS,
    DOINGS,
    EMPTY_THINGS,
    LINKS,
    NOT_A_THING,
    OPENING,
    PRIVATE,
    SPELLS,
    STOPS,
    TIMES,
)
from flows.positions.words import Words, is_adverb

_PLAIN = re.compile(r"[a-zß-ÿ][a-zß-ÿ’'-]*\Z")
_EMPTY_WORDS = 4
_CLAUSE_WORDS = 9
# What an offer that is no promise to act consists of.
_CONCESSIONS = re.compile(
    r"\d ?(?:percent|%|million|billion|trillion|bn|mn)"
    r"|\b(?:aid|amnesty|asylum|cash|ceasefire|compromise|concessions?|deal|escorts?|extension"
    r"|financing|funding|funds?|grants?|guarantees?|help|incentives?|loans?|mediation|money"
    r"|protection|rebates?|relief|settlement|shelter|subsidies|talks|troops|truce|weapons)\b"
)
_CONCESSION_WORDS = 6
# What is threatened; "the harvest" or "his life" is rather what is in danger.
_HARM = re.compile(
    r"(?:an?|new|more|further|fresh|sweeping|heavy|higher|steep|tough|stiff|additional|unspecified|military"
    r"|legal|retaliatory|punitive|economic|massive|\d[\d.,]*%?)\s|(?:tariffs|sanctions|duties"
    r"|retaliation|strikes|action|reprisals|consequences|war|lawsuits)\b"
)
_DONE = re.compile(
    r"[a-z]{2,}ed\Z|(?:spent|cut|held|sent|paid|kept|built|made|shut|freed|gone|stopped|out)\Z"
)
_PARTY_WORDS = 12
_DONE_WORDS = 8

_CANDIDACY = re.compile(
    r"(?:run|running|bid) for\b|(?:become|becoming) (?:the |his |her )|have a good\b"
    r"|(?:catch|beat|win|defeat) (?:[A-Z]|the (?:state|race|election|primary|caucuses))"
    r"|(?:the |an? |his |her |their |your )?(?:[A-Z]\w+ )*(?:White House|Oval Office|presidency"
    r"|nomination|office|re-?election|seat|votes?|delegates)(?:\W|\Z)"
)

Follower = Callable[[Words, int, int], "int | None"]


def begin_of(words: Words, at: int, end: int, follower: str) -> int | None:
    """Return the word where the statement begins, given the word after the cue.

    None where what follows is not of that kind.
    """
    while at < end and _is_aside(words, at):
        at += 1
    if at >= end:
        return None
    return FOLLOWERS.get(follower, _after_words(follower))(words, at, end)


def is_candidacy(words: Words, begin: int, end: int) -> bool:
    """Say whether what is sought is an office or votes, which is no stand on anything."""
    return _CANDIDACY.match(words.phrase(begin, end)) is not None


def _is_aside(words: Words, at: int) -> bool:
    """Say whether this word tells only how or when: "firmly", "on Monday", "last week"."""
    word, following = words.lower[at], words.lower[at + 1 : at + 2]
    # "wants night shifts cut": only a day alone tells when.
    if word in DAYS or is_adverb(words.text[at]):
        return True
    return word in {"on", "late", "early", "last", "this", "again"} and (
        word == "again" or bool(TIMES & set(following))
    )


def _to(words: Words, at: int, end: int) -> int | None:
    if words.lower[at] != "to" or at + 1 >= end:
        return None
    # "to “end” the ban": the mark belongs to the statement.
    verb = at + 2 if words.lower[at + 1] in OPENING and at + 2 < end else at + 1
    deed = words.text[verb]
    is_deed = _PLAIN.match(deed) and deed not in (NOT_A_THING | DETERMINERS) - DOINGS
    return at + 1 if is_deed else None


def _noun(words: Words, at: int, end: int) -> int | None:
    if words.lower[at] in NOT_A_THING or words.lower[at] in STOPS - {"“", '"'}:
        return None
    if words.lower[at : at + 2] == ("it", "to"):
        return None
    # "rejected the idea that": an opinion, and no stand.
    is_opinion = "that" in words.lower[at + 1 : min(at + _EMPTY_WORDS, end)]
    # "promised offenders will be dealt with": a clause, and no thing.
    # "want people to see this": not even a request.
    is_thought = _asks_to_think(words, at, end)
    is_clause = bool({"will", "would"} & set(words.lower[at + 1 : min(at + _CLAUSE_WORDS, end)]))
    return None if is_opinion or is_thought or is_clause or _is_empty(words, at, end) else at


def _asks_to_think(words: Words, at: int, end: int) -> bool:
    near = words.lower[at : min(at + _PARTY_WORDS, end)]
    return any(pair[0] == "to" and pair[1] in THOUGHTS for pair in pairwise(near))


def _harm(words: Words, at: int, end: int) -> int | None:
    return at if _HARM.match(words.phrase(at, end).lower()) else None


def _concession(words: Words, at: int, end: int) -> int | None:
    near = words.phrase(at, min(at + _CONCESSION_WORDS, end))
    if _noun(words, at, end) is None or not _CONCESSIONS.search(near):
        return None
    return at


def _plan(words: Words, at: int, end: int) -> int | None:
    head = words.lower[at : min(at + _EMPTY_WORDS, end)]
    # "criticised Oslo for the plan" is about Oslo.
    thing = head[: head.index("for")] if "for" in head else head
    return _noun(words, at, end) if PLANS & set(thing) else None


def _demand(words: Words, at: int, end: int) -> int | None:
    head = words.lower[at : min(at + _EMPTY_WORDS, end)]
    return _noun(words, at, end) if any(word in DEMANDS for word in head) else None


def _that(words: Words, at: int, end: int) -> int | None:
    return at + 1 if words.lower[at] == "that" and at + 1 < end else None


def _that_shall(words: Words, at: int, end: int) -> int | None:
    """Accept "insists that Ukraine withdraw", where the verb is bare, and no mere opinion."""
    begin = _that(words, at, end)
    if begin is None:
        return None
    verb = begin
    while verb < end and verb - begin < _PARTY_WORDS and not _PLAIN.match(words.text[verb]):
        verb += 1
    if verb == begin or verb >= end:
        return None
    word = words.lower[verb]
    is_bare = word in {"should", "must"} or (
        _PLAIN.match(word) is not None
        and not word.endswith(("s", "ed", "ly", "ing"))
        and words.lower[begin] not in {"it", "he", "she", "they", "there", "this", "that"}
        and word
        not in NOT_A_THING
        | {"who", "which", "whose"}
        | {"will", "would", "can", "could", "does", "did", "may"}
    )
    return begin if is_bare else None


def _other(words: Words, at: int, end: int) -> int | None:
    """Accept "Oslo to cut its quota"."""
    # "he asked the woman to speak up": what passed between two people is no stand.
    is_talk = words.lower[at - 1] in {"asks", "asked", "asking"} and bool(
        PRIVATE & set(words.lower[at : at + 2])
    )
    # Whoever asks voters for anything asks for their votes.
    is_talk = is_talk or "voters" in words.lower[at : at + _EMPTY_WORDS]
    if is_talk or words.lower[at] in NOT_A_THING - {"him", "her", "them"}:
        return None
    for index in range(at + 1, min(at + _PARTY_WORDS, end)):
        if words.lower[index] in STOPS - OPENING or words.lower[index] in {"that", "if"}:
            return None
        if words.lower[index] == "to":
            deed = _to(words, index, end)
            return None if deed is None or words.lower[deed] in THOUGHTS else at
    return None


def _done(words: Words, at: int, end: int) -> int | None:
    """Accept "sanctions lifted"."""
    if _noun(words, at, end) is None:
        return None
    for index in range(at + 1, min(at + _DONE_WORDS, end)):
        if words.lower[index] in STOPS or words.lower[index] in NOT_A_THING:
            return None
        if _DONE.match(words.lower[index]) and words.lower[index - 1] not in DETERMINERS:
            return at
    return None


def _name_other(words: Words, at: int, end: int) -> int | None:
    """Accept "Oslo to cut its quota", where the other has a name: not "told reporters to wait"."""
    name = at + (words.lower[at] == "the")
    last = name
    while last < end and (
        words.text[last][0].isupper() or (last > name and words.lower[last] in LINKS)
    ):
        last += 1
    last += words.lower[last : last + 1] == ("not",)
    is_asked = last > name and words.lower[last : last + 1] == ("to",)
    return _other(words, at, end) if is_asked else None


def _name_for(words: Words, at: int, end: int) -> int | None:
    """Accept "the World Bank for a loan"."""
    if not words.text[at + (words.lower[at] == "the" and at + 1 < end)][0].isupper():
        return None
    for index in range(at + 1, min(at + _PARTY_WORDS, end)):
        if words.lower[index] == "for":
            return _after_words("for")(words, index, end)
        if words.lower[index] in STOPS | NOT_A_THING - {"of"}:
            return None
    return None


def _other_after(word: str) -> Follower:
    """Accept "on Oslo to cut its quota", and no call on a friend."""

    def follows(words: Words, at: int, end: int) -> int | None:
        return _other(words, at + 1, end) if words.lower[at] == word and at + 1 < end else None

    return follows


def _for_one(words: Words, at: int, end: int) -> int | None:
    """Accept "for a pact"; a demand for steel or power is the market's."""
    is_one = words.lower[at : at + 1] == ("for",) and {"a", "an", "the"} & set(
        words.lower[at + 1 : at + 2]
    )
    return _after_words("for")(words, at, end) if is_one else None


def _of_harm(words: Words, at: int, end: int) -> int | None:
    return _harm(words, at + 1, end) if words.lower[at] == "of" and at + 1 < end else None


def _on_thing(words: Words, at: int, end: int) -> int | None:
    """Accept "on a ban"; who insists on doing something asks nobody."""
    begin = _after_words("on")(words, at, end)
    return None if begin is None or words.lower[begin].endswith("ing") else begin


def _to_thing(words: Words, at: int, end: int) -> int | None:
    """Accept "to the ban", after "objects" or "is open"."""
    return _noun(words, at + 1, end) if words.lower[at] == "to" and at + 1 < end else None


def _it_out(words: Words, at: int, end: int) -> int | None:
    """Accept "that out", after "ruled"."""
    return at if words.lower[at + 1 : min(at + 2, end)] == ("out",) else None


def _to_either(words: Words, at: int, end: int) -> int | None:
    return at + 1 if words.lower[at] == "to" and at + 1 < end else None


def _after_words(wanted: str) -> Follower:
    """Accept a thing after these words: "for talks", "out against the dam"."""
    before = tuple(wanted.split())

    def follows(words: Words, at: int, end: int) -> int | None:
        begin = at + len(before)
        if words.lower[at:begin] != before or begin >= end:
            return None
        if before[-1] == "to":
            return _to(words, begin - 1, end)
        # "pushed for a decade" and "insisted on Monday that" name no thing.
        if (SPELLS | {"that"}) & set(words.lower[begin : min(begin + _EMPTY_WORDS - 1, end)]):
            return None
        return _noun(words, begin, end)

    return follows


def _is_empty(words: Words, at: int, end: int) -> bool:
    return any(word in EMPTY_THINGS for word in words.lower[at : min(at + _EMPTY_WORDS, end)])


FOLLOWERS: Mapping[str, Follower] = {
    "to": _to,
    "noun": _noun,
    "harm": _harm,
    "concession": _concession,
    "plan": _plan,
    "demand": _demand,
    "that": _that,
    "that shall": _that_shall,
    "other": _other,
    "done": _done,
    "name other": _name_other,
    "name for": _name_for,
    "on other": _other_after("on"),
    "to other": _other_after("to"),
    "with other": _other_after("with"),
    "for one": _for_one,
    "of harm": _of_harm,
    "on thing": _on_thing,
    "to thing": _to_thing,
    "to either": _to_either,
    "it out": _it_out,
}
