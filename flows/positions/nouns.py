"""Stands told by a noun: "Oslo's refusal to pay", "repeated his call for a ban", "has no plans to".

The noun presupposes the stand, so whoever owns it takes it: the owner ("Oslo's", "his"), or the
subject of a verb that says no more than that it was voiced ("renewed", "made", "has").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from flows.positions.cues import (
    GOAL,
    OFFER,
    OPPOSITION,
    REFUSAL,
    REQUEST,
    SUPPORT,
    THREAT,
    Cue,
    forms_of,
)
from flows.positions.grammar import ADVERBS, ARTICLES, AUXILIARIES, NOT_A_THING
from flows.positions.words import Words
from flows.records import PositionType

# A demand with "for" may be a market's: that one is read where something is demanded outright.
_NOUNS: dict[str, tuple[tuple[str, PositionType], ...]] = {
    "demand": (("that", REQUEST), ("for one", REQUEST)),
    "demands": (("for", REQUEST), ("that", REQUEST)),
    "call": (("for", REQUEST), ("to", REQUEST), ("on other", REQUEST)),
    "calls": (("for", REQUEST), ("to", REQUEST), ("on other", REQUEST)),
    "plea": (("for", REQUEST), ("to other", REQUEST)),
    "appeal": (("for", REQUEST), ("to other", REQUEST)),
    "request": (("for", REQUEST),),
    "requests": (("for", REQUEST),),
    "insistence": (("on thing", REQUEST), ("that shall", REQUEST)),
    "refusal": (("to", REFUSAL),),
    "rejection": (("of", REFUSAL),),
    "threat": (("to", THREAT), ("of harm", THREAT)),
    "threats": (("to", THREAT), ("of harm", THREAT)),
    "offer": (("to", OFFER), ("of", OFFER)),
    "opposition": (("to thing", OPPOSITION),),
    "objection": (("to thing", OPPOSITION),),
    "objections": (("to thing", OPPOSITION),),
    "plan": (("to", GOAL),),
    "plans": (("to", GOAL),),
    "pledge": (("to", GOAL),),
    "pledges": (("to", GOAL),),
    "promise": (("to", GOAL),),
    "promises": (("to", GOAL),),
    "vow": (("to", GOAL),),
    "proposal": (("to", GOAL),),
    "proposals": (("to", GOAL),),
    "intention": (("to", GOAL), ("of", GOAL)),
}
# Only with a verb before it: her support may be of long ago, and a goal anybody's.
_VOICED_NOUNS: dict[str, tuple[tuple[str, PositionType], ...]] = {
    "support": (("for", SUPPORT),),
    "willingness": (("to", OFFER),),
    "readiness": (("to", OFFER),),
    "goal": (("of", GOAL),),
    "target": (("of", GOAL),),
    "commitment": (("to either", GOAL),),
}
# What somebody has none of, and so refuses.
_LACKED = frozenset({"plan", "plans", "intention", "desire", "interest"})
_LACKING = (("to", REFUSAL), ("of", REFUSAL), ("in", REFUSAL))
# "is in favour of", "came out in support of".
_FAVOURS = frozenset({"favor", "favour", "support"})
_FAVOURING = (("of", SUPPORT),)
_VOICING = (
    "renew", "repeat", "reiterate", "restate", "reaffirm", "issue", "voice", "express", "announce",
    "signal", "declare", "outline", "unveil", "underline", "stress",
)  # fmt: skip
_IRREGULAR_VOICING = {
    "makes": "s", "made": "ed", "make": "base", "making": "ing", "sets": "s", "set": "ed",
    "lays": "s", "laid": "ed", "puts": "s",
}  # fmt: skip
_HAVING = {"has": "s", "have": "base", "had": "ed"}
_OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they"}
_LOOSE = frozenset({"a", "an", "the", "any"})
_PARTICLES = frozenset({"out", "forward"})
_POSSESSIVE = re.compile(r"[’']s\Z|s[’']\Z")
_PLAIN = re.compile(r"[a-z][a-z-]*\Z")
# What was held once, what only seems so, and what is remembered.
_FORMER = frozenset(
    {"apparent", "earlier", "failed", "first", "former", "initial", "old", "original", "past",
     "possible", "previous", "seeming"}
)  # fmt: skip
_MEMORY = frozenset({"recalled", "recalls", "remembered"})
# "its long-standing and firm opposition" is read no further than this.
_ADJECTIVES = 2


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that tells a stand, and whose it is.

    `verb` is the place of the verb that voices it, `owner` that of the word after the owner's
    name; `pronoun` is what "his" or "its" stands for.
    """

    cue: Cue
    verb: int | None = None
    voicing: Cue | None = None
    owner: int | None = None
    pronoun: str | None = None


def noun_at(words: Words, at: int) -> Noun | None:
    """Return the noun at this word, if it tells a stand of somebody."""
    word = words.lower[at]
    if word not in _CUE_NOUNS:
        return None
    left = _before_adjectives(words, at)
    if left < 0 or not _FORMER.isdisjoint(words.lower[left:at]):
        return None
    last = words.lower[left]
    if last == "no":
        return _lacked(words, word, left - 1)
    if last == "in" and word in _FAVOURS:
        return Noun(Cue(word, "noun", _FAVOURING), left, Cue("be", "adjective"))
    return _voiced(words, word, left) or _owned(words, word, left)


def _voiced(words: Words, word: str, left: int) -> Noun | None:
    """Return a noun with the verb that voices it: "renewed its call"."""
    last = words.lower[left]
    verb = left - 1 if last in _OWNERS or last in _LOOSE else left
    verb -= verb > 0 and words.lower[verb] in _PARTICLES
    voicing = voicing_verbs().get(words.lower[verb]) if verb >= 0 else None
    if voicing is None:
        return None
    follows = _NOUNS.get(word) or _VOICED_NOUNS.get(word, ())
    return Noun(Cue(word, "noun", follows), verb, voicing)


def _owned(words: Words, word: str, left: int) -> Noun | None:
    """Return a noun with its owner: "Oslo's call", "its call"."""
    cue = Cue(word, "noun", _NOUNS.get(word, ()), is_presupposed=True)
    last = words.lower[left]
    if not cue.follows:
        return None
    if _POSSESSIVE.search(words.text[left]):
        return Noun(cue, owner=left + 1)
    if last not in _OWNERS or (left > 0 and words.lower[left - 1] in _MEMORY):
        return None
    return Noun(cue, owner=left, pronoun=_OWNERS[last])


def _lacked(words: Words, word: str, verb: int) -> Noun | None:
    """Return what somebody has none of: "has no plans to"."""
    if verb < 0 or word not in _LACKED or words.lower[verb] not in _HAVING:
        return None
    return Noun(Cue(word, "noun", _LACKING), verb, Cue("have", _HAVING[words.lower[verb]]))


def _before_adjectives(words: Words, at: int) -> int:
    """Return the word before the noun and what describes it: "its" in "its firm opposition"."""
    left = at - 1
    while at - left <= _ADJECTIVES and left > 0 and _describes(words, left):
        left -= 1
    return left


def _describes(words: Words, at: int) -> bool:
    word, before = words.lower[at], words.lower[at - 1]
    if not _PLAIN.match(words.text[at]) or word in _NO_ADJECTIVES or word in _CUE_NOUNS:
        return False
    # "its renewed call" has an adjective there, "Oslo renewed calls" a verb.
    is_owned = before in _OWNERS or before in _LOOSE or _POSSESSIVE.search(words.text[at - 1])
    return bool(is_owned) or word not in voicing_verbs()


# After these a verb belongs to what is wanted: "review how dangerous they are".
_EMBEDDING = frozenset({"how", "what", "whatever", "whether", "where"})
_RELATIVES = frozenset({"that", "which", "who"})
_FINITE = AUXILIARIES - {"be", "been", "being", "not", "never", "have"} | {
    "said", "says", "caused", "drew", "prompted", "raised", "sparked", "came", "met",
    "won", "led", "left", "made", "took", "fell", "ran",
}  # fmt: skip
_CUE_NOUNS = _NOUNS.keys() | _VOICED_NOUNS.keys() | _LACKED | _FAVOURS
_NO_ADJECTIVES = _OWNERS.keys() | _LOOSE | _PARTICLES | AUXILIARIES | NOT_A_THING | {"no", "then"}


def noun_end(words: Words, begin: int, end: int) -> int:
    """Return where the statement ends if the noun is part of a clause that goes on.

    "a ban" in "his call for a ban drew", and in "called his push for a ban “a disgrace”".
    """
    for at in range(begin + 1, end):
        word, before = words.lower[at], words.lower[at - 1]
        if word in _EMBEDDING:
            return end
        if words.quoted[at] and not words.quoted[at - 1] and not _leads_on(words, at - 1):
            return at
        is_had = word == "have" and before != "to"
        if is_had or word in _FINITE or _is_simple_past(words, at, end):
            clause = (one for one in range(begin + 1, at) if words.lower[one] in _RELATIVES)
            return next(clause, at - (before in ADVERBS))
    return end


def _leads_on(words: Words, at: int) -> bool:
    """Say whether the word needs another after it: "the", "for", "an alleged"."""
    word = words.lower[at]
    is_open = word in ARTICLES or word in NOT_A_THING or not words.text[at][-1].isalnum()
    return is_open or words.lower[at - 1] in ARTICLES


def _is_simple_past(words: Words, at: int, end: int) -> bool:
    """Say whether the word can be the verb of a clause: "angered Warsaw", not "rigged economy"."""
    if not words.lower[at].endswith("ed") or at + 1 >= end or not words.text[at - 1][-1].isalnum():
        return False
    following = words.lower[at + 1]
    has_object = (
        following in ARTICLES or following in NOT_A_THING or words.text[at + 1][0].isupper()
    )
    return has_object and words.lower[at - 1] not in _NO_ADJECTIVES


@cache
def cue_nouns() -> dict[str, Cue]:
    """Return the nouns that may tell a stand; without whose it is they tell none."""
    return {word: Cue(word, "noun") for word in _CUE_NOUNS}


@cache
def voicing_verbs() -> dict[str, Cue]:
    """Return the verbs that say no more than that a stand was voiced, by their form."""
    regular = {
        spelled: Cue(verb, form) for verb in _VOICING for form, spelled in forms_of(verb).items()
    }
    return regular | {word: Cue(word, form) for word, form in _IRREGULAR_VOICING.items()}
