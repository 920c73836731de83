"""What is worded as a stand and is none: favours, silence, campaigning, a product's work."""

from __future__ import annotations

from collections.abc import Sequence

from flows.positions.actors import may_be_product
from flows.positions.book import actor_book
from flows.positions.cues import CAUSES, PLANS_OF_ONE, PROMISES, SERVICES, SILENCE, TALK
from flows.positions.grammar import ADVERBS
from flows.positions.verbs import Verb

_TALK_WORDS = 4


def is_idle(verb: Verb, follower: str, words: Sequence[str]) -> bool:
    """Say whether these words after the cue are no stand; `follower` is how they follow it."""
    # "pledged his support": for whom, the sentence says elsewhere.
    is_backing = verb.cue.word in PROMISES and words[1:2] == ("support",)
    is_thing = is_backing or _is_favour(verb, words) or _is_service(verb, words)
    return is_thing or (follower == "to" and _is_idle_deed(verb, words))


def _is_favour(verb: Verb, words: Sequence[str]) -> bool:
    """Say whether one person asked something of another who holds no office."""
    if verb.cue.word != "ask" or not verb.is_past or not verb.subject.actors[0].can_be_he:
        return False
    book = actor_book()
    return not (book.offices | book.bodies) & set(words[:_TALK_WORDS])


def _is_service(verb: Verb, thing: Sequence[str]) -> bool:
    """Say whether a product does its work: "the browser supports two protocols"."""
    if verb.cue.word not in SERVICES or verb.cue.form != "s":
        return False
    return not CAUSES & set(thing) and any(may_be_product(one) for one in verb.subject.actors)


def _is_idle_deed(verb: Verb, words: Sequence[str]) -> bool:
    """Say whether the deed is none: "we want to thank", "sought to rally", "refused to say"."""
    if verb.is_adjective:
        is_mood = verb.cue.word in {"looking", "keen"} and words[0] in TALK
        return is_mood or words[0] == "fight"
    if verb.cue.word == "decline":
        # "declined to use the word" is silence too.
        return words[0] in SILENCE or bool({"word", "term"} & set(words[:_TALK_WORDS]))
    # "promised to respond" says nothing of how.
    is_vague = words[0] == "respond" and verb.cue.word in PROMISES | PLANS_OF_ONE
    is_tried = verb.cue.word == "seek" and verb.cue.form == "ed"
    is_wished = verb.is_first_person and verb.cue.word == "want"
    # "refused to discuss the case" is silence, "… to discuss a settlement" a refusal.
    is_refused = verb.cue.word == "refuse" and bool(CAUSES & set(words[:_TALK_WORDS]))
    return is_vague or is_tried or is_wished or (words[0] in TALK and not is_refused)


def is_duty(deed: Sequence[str]) -> bool:
    """Say whether these words after "must" ask for a deed: "cut", "be cut"; not "be proud"."""
    while deed and (deed[0] in ADVERBS or deed[0] == "not"):
        deed = deed[1:]
    if deed[:1] == ("be",):
        return any(word.endswith(("ed", "en")) for word in deed[1:3])
    return bool(deed) and deed[0].isalpha() and deed[0] not in TALK | {"ask", "have"}
