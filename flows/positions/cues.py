"""The words that take a stand, as data: which verb, what follows it, which kind of stand.

What may follow:
    to          "threatened to walk out": the statement is what comes after "to"
    other       "urged Oslo to cut": the other party and what it shall do
    noun        "demanded a pact": the thing
    done        "wants sanctions lifted": the thing and what shall become of it
    that        "demanded that Oslo cut": the clause
    that shall  "insists that Oslo cut": the clause, if its verb is bare
    a word      "called for talks": the thing after that word ("for", "out", "against")
and narrower ones, each explained where it is read, in `statements.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from flows.records import PositionType

GOAL, REQUEST, OFFER = PositionType.GOAL, PositionType.REQUEST, PositionType.OFFER
THREAT, REFUSAL = PositionType.THREAT, PositionType.REFUSAL
SUPPORT, OPPOSITION = PositionType.SUPPORT, PositionType.OPPOSITION

# Verb; then each kind of follower, in the order tried, with its kind of stand.
VERBS: dict[str, tuple[tuple[str, PositionType], ...]] = {
    "threaten": (("to", THREAT), ("with", THREAT), ("harm", THREAT)),
    "tell": (("name other", REQUEST),),
    "warn": (("name other", REQUEST),),
    "vow": (("to", GOAL), ("noun", GOAL)),
    "pledge": (("to", GOAL), ("noun", GOAL)),
    "promise": (("to", GOAL), ("noun", GOAL)),
    "plan": (("to", GOAL),),
    "intend": (("to", GOAL),),
    "aim": (("to", GOAL),),
    "seek": (("to", GOAL), ("noun", GOAL)),
    "want": (("to", GOAL), ("other", REQUEST), ("done", REQUEST), ("noun", GOAL)),
    "demand": (("that", REQUEST), ("noun", REQUEST)),
    "urge": (("other", REQUEST), ("noun", REQUEST)),
    "press": (("other", REQUEST), ("for", REQUEST)),
    "push": (("for", REQUEST), ("to", GOAL)),
    "call": (("on other", REQUEST), ("for", REQUEST)),
    "appeal": (("to other", REQUEST), ("for", REQUEST)),
    "ask": (("other", REQUEST), ("for", REQUEST), ("name for", REQUEST)),
    "plead": (("with other", REQUEST), ("for", REQUEST)),
    "request": (("noun", REQUEST),),
    "insist": (("on thing", REQUEST), ("that shall", REQUEST)),
    "offer": (("to", OFFER), ("concession", OFFER)),
    "propose": (("to", GOAL), ("that", OFFER), ("noun", GOAL)),
    "refuse": (("to", REFUSAL), ("noun", REFUSAL)),
    "reject": (("noun", REFUSAL),),
    "decline": (("to", REFUSAL),),
    "turn": (("down", REFUSAL),),
    "balk": (("at", REFUSAL),),
    "resist": (("demand", REFUSAL),),
    "rule": (("out", REFUSAL), ("it out", REFUSAL)),
    "dismiss": (("demand", REFUSAL),),
    "back": (("noun", SUPPORT),),
    "support": (("noun", SUPPORT),),
    "endorse": (("noun", SUPPORT),),
    "favor": (("noun", SUPPORT),),
    "favour": (("noun", SUPPORT),),
    "welcome": (("plan", SUPPORT),),
    "oppose": (("noun", OPPOSITION),),
    "object": (("to thing", OPPOSITION),),
    "criticise": (("plan", OPPOSITION),),
    "criticize": (("plan", OPPOSITION),),
    "condemn": (("plan", OPPOSITION),),
    "denounce": (("plan", OPPOSITION),),
    "vote": (("against", OPPOSITION), ("for", SUPPORT)),
    "come": (
        ("out against", OPPOSITION),
        ("out in support of", SUPPORT),
        ("out in favor of", SUPPORT),
        ("out in favour of", SUPPORT),
    ),
    "speak": (("out against", OPPOSITION),),
    "stand": (("ready to", OFFER),),
    "throw": tuple((f"{owner} weight behind", SUPPORT) for owner in ("its", "his", "her")),
    "take": (("a stand against", OPPOSITION),),
}
# After a form of "to be": "is willing to", "are opposed to".
ADJECTIVES: dict[str, tuple[tuple[str, PositionType], ...]] = {
    "ready": (("to", OFFER),),
    "willing": (("to", OFFER),),
    "unwilling": (("to", REFUSAL),),
    "keen": (("to", GOAL),),
    "looking": (("to", GOAL),),
    "prepared": (("to", OFFER),),
    "open": (("to either", OFFER),),
    "committed": (("to either", GOAL),),
    "determined": (("to", GOAL),),
    "opposed": (("to thing", OPPOSITION),),
    "against": (("noun", OPPOSITION),),
}
# The other party is expected to grant something: "expects Oslo to cut its quota".
EXPECT = ("expect",)
# Verbs that hand the word to somebody: what follows may be another's stand.
SPEECH = (
    "say", "tell", "add", "announce", "insist", "warn", "argue", "confirm", "write", "note",
    "signal",
)  # fmt: skip
IRREGULAR = {
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "come": ("comes", "came", "coming"),
    "speak": ("speaks", "spoke", "speaking"),
    "stand": ("stands", "stood", "standing"),
    "throw": ("throws", "threw", "throwing"),
    "take": ("takes", "took", "taking"),
    "plead": ("pleads", "pleaded", "pleading"),
    "seek": ("seeks", "sought", "seeking"),
    "write": ("writes", "wrote", "writing"),
}
# Of these verbs the form after "has" is another than the past: "has come out against".
PARTICIPLES = {"spoken": "speak", "thrown": "throw", "taken": "take"}
# What somebody announces with "would": harm, where the verb is one of these.
HOSTILE = frozenset(
    {
        "appeal", "bar", "block", "blockade", "board", "boycott", "challenge", "close", "cut",
        "defund", "expel", "fight", "halt", "impose", "nullify", "punish", "quit",
        "respond", "retaliate", "revoke", "sanction", "scrap", "seize", "shoot", "shut", "slap",
        "stop", "strike", "sue", "suspend", "veto", "walk", "withdraw", "withhold",
    }
)  # fmt: skip
# Harm in several words, by the first of them.
HOSTILE_PHRASES = {
    "go": ("go to court", "go to war", "go on strike"),
    "leave": ("leave the",),
    "pull": ("pull out",),
    "take": ("take legal action", "take countermeasures"),
}
# What sounds like harm and is none.
HARMLESS = (
    "fight back",
    "fight for",
    "fight in",
    "fight on",
    "leave the board",
    "leave the foundation",
    "leave the race",
)
# Of these, the ones that fight another's plan inside politics.
FIGHTING = frozenset({"block", "fight", "oppose", "defeat", "resist", "stop", "repeal", "undo"})
# Promises of support: "vowed to sign it".
FRIENDLY = frozenset({"back", "endorse", "sign", "support"})
# Verbs of promise, whose object decides what the promise is.
PROMISES = frozenset({"vow", "pledge", "promise"})
# Of these plans the friendly ones are support: "plans to back the nominee".
PLANS_OF_ONE = frozenset({"plan", "intend", "aim"})
# What somebody decides to do; "will not" before other verbs is a mere forecast.
WILFUL = frozenset(
    {
        "abandon", "accept", "agree", "allow", "apologise", "apologize", "approve", "attend",
        "back", "bow", "budge", "cave", "cede", "change", "commit", "compromise", "concede",
        "consider", "cooperate", "cut", "discuss", "drop", "endorse", "extend", "extradite",
        "give", "grant", "hand", "host", "impose", "join", "lift", "negotiate", "pay", "permit",
        "quit", "raise", "ratify", "recognise", "recognize", "release", "renegotiate", "renew",
        "reopen", "resign", "restore", "resume", "retreat", "reverse", "run", "seek",
        "sell", "send", "share", "sign", "stop", "submit", "support", "surrender", "take",
        "testify", "tolerate", "touch", "trade", "withdraw", "yield",
    }
)  # fmt: skip
# Promises of harm; a promise to close or to cut may be a kindness.
HARMFUL = frozenset(
    {
        "appeal", "avenge", "blockade", "boycott", "challenge", "expel", "impose", "punish",
        "retaliate", "retaliation", "revenge", "sanction", "seize", "strike", "sue", "vengeance",
        "veto", "withhold",
    }
)  # fmt: skip
# What a state is expected to do for another; other expectations are forecasts.
COOPERATIVE = frozenset(
    {
        "accept", "allow", "buy", "cut", "delay", "drop", "ease", "end", "extend", "free",
        "grant", "halt", "lift", "lower", "open", "pause", "postpone", "purchase", "reduce",
        "release", "remove", "reopen", "restore", "resume", "return", "roll", "scrap", "sign",
        "suspend", "withdraw",
    }
)  # fmt: skip
# What a politician announces to do himself: "said she would abolish the fee".
DECISIONS = COOPERATIVE - {"accept", "allow", "return", "sign"} | {
    "abolish", "appoint", "ban", "build", "cancel", "create", "decriminalise",
    "decriminalize", "deploy", "deport", "dissolve", "eliminate", "establish", "expand", "fund",
    "increase", "introduce", "invest", "join", "launch", "nationalise", "nationalize", "nominate",
    "overhaul", "overturn", "phase", "privatise", "privatize", "ratify", "rebuild", "reform",
    "renegotiate", "reinstate", "repeal", "replace", "require", "reverse", "rewrite", "sell",
    "spend", "tax", "tighten", "triple", "double", "halve",
}  # fmt: skip
# What cannot be done for want of will: "cannot accept the amendment".
ASSENTS = frozenset(
    {"accept", "agree", "allow", "approve", "back", "endorse", "support", "tolerate"}
)
# Verbs whose "-s" form is a noun as well: "plans to build" may be the subject.
NOUNS = frozenset(
    {
        "aim", "appeal", "back", "call", "demand", "favor", "favour", "object", "offer", "plan",
        "pledge", "promise", "push", "request", "support", "vote", "vow",
    }
)  # fmt: skip
# Verbs of a state of mind: "wanted" without "said" before it tells a story of the past.
MINDSETS = frozenset(
    {"aim", "favor", "favour", "intend", "oppose", "plan", "seek", "support", "want"}
)  # fmt: skip
# Not to do these is to oppose.
BACKINGS = frozenset({"back", "endorse", "favor", "favour", "support"})
# Followers after which stands something that the actor itself does.
DEEDS = frozenset({"to", "to either", "ready to"})
# To refuse or want these is a matter of talk and not of policy.
TALK = frozenset(
    {
        "acknowledge", "address", "answer", "be", "believe", "comment", "confirm", "disclose",
        "convince", "demonstrate", "discuss", "do", "elaborate", "explain", "hear", "identify",
        "know", "let", "make", "name", "persuade", "prove", "say", "see", "show", "speak",
        "speculate", "talk",
        "tell", "thank", "think", "understand",
    }
)  # fmt: skip
# To decline these is to say nothing.
SILENCE = TALK | {
    "assail", "attack", "characterise", "characterize", "criticise", "criticize", "define",
    "detail", "directly", "follow", "give", "offer", "provide", "react", "respond", "return",
    "specify", "take", "weigh",
}  # fmt: skip
# To want others to do these asks for nothing that is done.
THOUGHTS = frozenset(
    {
        "believe", "feel", "forget", "imagine", "know", "look", "realise", "realize",
        "recall", "remember", "see", "think", "understand",
    }
)  # fmt: skip
# What can be dismissed as a stand; a suggestion may be a mere opinion.
DEMANDS = frozenset(
    {"appeal", "call", "calls", "demand", "demands", "offer", "proposal", "proposals", "request",
     "ultimatum"}
)  # fmt: skip
# Alone these point at what was said before: "rejected the demand".
POINTING = DEMANDS | {"decision", "idea", "move", "order", "step", "steps", "suggestion"}
# What can be welcomed as a stand; remarks and guests cannot.
PLANS = frozenset(
    {
        "agreement", "bill", "call", "calls", "deal", "decision", "demand", "demands", "idea",
        "law", "measure", "move", "offer", "plan", "plans", "proposal", "proposals", "request",
        "rule", "ruling", "suggestion", "truce",
    }
)  # fmt: skip
# What products do as well, in the present: "the router supports two protocols".
SERVICES = frozenset({"support", "offer"})
# What only somebody with a will supports or offers.
CAUSES = PLANS | {
    "ban", "bans", "ceasefire", "concessions", "cut", "cuts", "effort", "efforts", "increase",
    "lawsuit", "legislation", "merger", "pact", "raise", "reform", "reforms", "resolution",
    "right", "rights", "sanctions", "settlement", "strike", "tariff", "tariffs", "tax", "treaty",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a cue word: base, s, ed, en, ing, adjective, noun, modal or duty."""

    word: str
    form: str
    follows: tuple[tuple[str, PositionType], ...] = ()
    is_speech: bool = False
    is_expectation: bool = False
    # "Oslo's call for a ban": whoever speaks in the sentence does not vouch for it.
    is_presupposed: bool = False


@cache
def cues() -> dict[str, Cue]:
    """Return every cue by its form in lower case."""
    found: dict[str, Cue] = {}
    for verb in (*SPEECH, *EXPECT, *VERBS):
        for form, spelled in forms_of(verb).items():
            found[spelled] = Cue(verb, form, VERBS.get(verb, ()), verb in SPEECH, verb in EXPECT)
    for participle, verb in PARTICIPLES.items():
        found[participle] = Cue(verb, "en", VERBS[verb])
    for word, follows in ADJECTIVES.items():
        found[word] = Cue(word, "adjective", follows)
    # Verbs of will count after "will" and "would".
    for word in (*WILFUL, *HOSTILE, *HOSTILE_PHRASES, *COOPERATIVE, *DECISIONS):
        found.setdefault(word, Cue(word, "modal"))
    return found | {word: Cue(word, "duty") for word in ("must", "should")}


def forms_of(verb: str) -> dict[str, str]:
    """Return base, s, ed and ing forms of a verb."""
    if verb in IRREGULAR:
        return dict(zip(("base", "s", "ed", "ing"), (verb, *IRREGULAR[verb]), strict=True))
    stem = verb.removesuffix("e")
    if verb.endswith("y"):
        return {"base": verb, "s": verb[:-1] + "ies", "ed": verb[:-1] + "ied", "ing": verb + "ing"}
    if verb == "plan":
        stem = "plann"
    s = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    return {"base": verb, "s": s, "ed": stem + "ed", "ing": stem + "ing"}
