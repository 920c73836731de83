"""Who the subject of a verb is: read leftwards from the verb, or not at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from flows.positions.actors import actor_of, group_of, side_of
from flows.positions.book import Actor, actor_book
from flows.positions.grammar import (
    ADVERBS,
    AUXILIARIES,
    BEFORE_CLAUSES,
    CLAIMS,
    CLAUSE_MARKS,
    DOUBTS,
    LINKS,
    NEUTRAL_SPEECH,
    OPENERS,
    OWNERS,
    PAST_VERBS,
    PROMPTS,
    SPEECH,
    STARTERS,
    TIMES,
)
from flows.positions.people import People
from flows.positions.scene import GOVERNMENT, Scene
from flows.positions.words import Words, is_adverb

_CONTRACTED = re.compile(r"[a-z]+n[’']t\Z")
# "he's", "they'll" and what their ends stand for; "it's" may be "it has" as well.
_SHORTENED = re.compile(r"(he|she|it|they|we|i)[’'](s|re|m|ll|d|ve)")
_LONG = {"s": "is", "re": "are", "m": "is", "ll": "will", "d": "would", "ve": "have"}
# "Oslo's demands": what follows is no verb.
_OWNER = re.compile(r"[’']s\Z|s[’']\Z")
_NAME_WORD = re.compile(r"[A-ZÀ-Þ][\w’'.&-]*\Z")
_BARE_LINKS = LINKS - {"the"}
_WORDS_APPOSITION = 16
_WORDS_GROUP = 4
_WORDS_PHRASE = 12
# "told reporters in Oslo on Monday that": so far back the speech may be.
_WORDS_SPEECH = 7


class Manner(Enum):
    """How the subject is given."""

    NAMED = auto()
    PRONOUN = auto()
    SHARED = auto()
    LISTED = auto()
    FIRST_PERSON = auto()
    PROMPTED = auto()
    TRAILING = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a verb: its actors, and the word where its phrase begins.

    `helpers` are the auxiliaries and adverbs between it and the verb, in lower case.
    """

    actors: tuple[Actor, ...]
    start: int
    helpers: frozenset[str]
    manner: Manner
    is_doubtful: bool = False
    # "U.S. plans" may be plans of the U.S.
    is_adjective: bool = False
    # "Stone, who backs the bill": the statement ends with the clause.
    is_relative: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """Another whom a sentence names: "Oslo" in "expects Oslo to cut"; `end` is the verb."""

    actor: Actor
    end: int


@dataclass(frozen=True, slots=True)
class SubjectReader:
    """Reads subjects in one sentence."""

    words: Words
    people: People
    scene: Scene

    def subject_of(self, verb: int) -> Subject:
        """Return the subject of the verb at this word."""
        end = verb
        while end > 0 and (_is_helper(self.words.text[end - 1]) or self._opens_quote(end - 1)):
            end -= 1
        helpers = frozenset(self.words.lower[end:verb])
        last = self.words.lower[end - 1] if end else ""
        if short := _SHORTENED.fullmatch(last):
            last, helpers = short[1], helpers | {_LONG[short[2]]}
        match last:
            case "":
                return Subject((), 0, helpers, Manner.UNKNOWN)
            case "he" | "she" | "it" | "they":
                return self._pronoun(end - 1, helpers)
            case "we" | "i":
                return Subject((), end - 1, helpers, Manner.FIRST_PERSON, self._doubts(end - 1))
            case "and" | "but" | "or" | "then" | "yet":
                return Subject((), end - 1, helpers, Manner.SHARED)
            case _:
                return self._phrase(end, helpers)

    def _phrase(self, end: int, helpers: frozenset[str]) -> Subject:
        """Read a noun phrase that ends here, be it "Stone, who" or "Stone, a Democrat,"."""
        last = self.words.lower[end - 1]
        if last == "to":
            return self._prompted(end - 1, helpers)
        if last == ",":
            return self._before_comma(end - 1, helpers)
        if last == "who" and self.words.lower[max(0, end - 2)] == ",":
            return replace(self._named(end - 2, helpers), is_relative=True)
        return self._named(end, helpers)

    def _opens_quote(self, at: int) -> bool:
        """Say whether a quotation begins here in the middle of a clause: Oslo "will not pay"."""
        is_mark = self.words.lower[at] in {'"', "“", "``", "''"}
        return is_mark and at > 0 and self.words.text[at - 1][-1:].isalnum()

    def owner_at(self, end: int, pronoun: str | None) -> Subject:
        """Return the owner whose name ends here, or whom "his" at this word means."""
        if pronoun is not None:
            actor = self.scene.pronoun(pronoun)
            return Subject((actor,) if actor else (), end, frozenset(), Manner.PRONOUN)
        start = self.phrase_start(end)
        actor = self.actor_at(start, end)
        return Subject((actor,) if actor else (), start, frozenset(), Manner.NAMED)

    def opening(self) -> Actor | None:
        """Return the actor that the sentence opens with."""
        return self.actor_at(0, self._phrase_end(0))

    def opening_subject(self, joint: int) -> Actor | None:
        """Return who opens the sentence, if it is the subject of the verb up to the joint.

        "Oslo called the plan reckless and" is about Oslo; with a clause between, nobody knows.
        """
        end = self._phrase_end(0)
        between = self.words.lower[end : joint - (self.words.lower[joint - 1] == ",")]
        is_verb = bool(between) and (between[0].endswith("ed") or between[0] in PAST_VERBS)
        if not is_verb or CLAUSE_MARKS & set(between):
            return None
        return self.actor_at(0, end)

    def inverted(self, verb: int) -> Subject | None:
        """Return the subject after a verb of speech: "…, said the minister, Kari Lunde"."""
        lower, start = self.words.lower, verb + 1
        if verb == 0 or lower[verb - 1] not in {",", "”", '"', "''"}:
            return None
        phrase = self.words.phrase(start, self._phrase_end(start))
        actor = actor_of(phrase, self.people)
        if actor is None:
            return None
        return Subject((actor,), verb, frozenset(), Manner.NAMED)

    def party_after(self, start: int, end: int) -> Party | None:
        """Return who shall act, in "Oslo to cut its quota"; None if it is nobody known."""
        phrase_end = self._phrase_end(start)
        if phrase_end + 1 >= end or self.words.lower[phrase_end] != "to":
            return None
        actor = self.actor_at(start, phrase_end)
        return None if actor is None else Party(actor, phrase_end + 1)

    def _phrase_end(self, start: int) -> int:
        """Return the word after the noun phrase that begins at `start`."""
        if start < len(self.words) and _OWNER.search(self.words.text[start]):
            for last in range(start + 2, min(len(self.words), start + _WORDS_GROUP) + 1):
                if group_of(self.words.text[start:last]) is not None:
                    return last
        end = start
        while end < min(len(self.words), start + _WORDS_PHRASE) and self._belongs(end, end + 2):
            end += 1
        while end > start and self.words.lower[end - 1] in LINKS:
            end -= 1
        return end

    def _prompted(self, end: int, helpers: frozenset[str]) -> Subject:
        """Read "prompting Oslo to threaten"; any other "to" has no subject of its own."""
        start = self.phrase_start(end)
        actor = self.actor_at(start, end)
        if actor is None or start == 0 or self.words.lower[start - 1] not in PROMPTS:
            return Subject((), end, helpers, Manner.UNKNOWN)
        return Subject((actor,), start - 1, helpers, Manner.PROMPTED)

    def actor_at(self, start: int, end: int) -> Actor | None:
        """Return the actor that these words name."""
        words = self.words
        actor = actor_of(words.phrase(start, end), self.people)
        if actor is None and words.lower[start : end - 1] in {("the",), ("his",), ("her",)}:
            actor = self.scene.named_again(words.lower[end - 1])
        if actor is None and words.lower[start : start + 1] == ("the",):
            person = self.people.by_title.get(" ".join(words.lower[start + 1 : end]))
            actor = None if person is None else actor_of(person, self.people)
        return actor

    def _pronoun(self, at: int, helpers: frozenset[str]) -> Subject:
        pronoun = _SHORTENED.sub(r"\1", self.words.lower[at])
        actor = self.scene.pronoun(pronoun) if self._opens_pronoun(at) else None
        actors = () if actor is None else (actor,)
        return Subject(actors, at, helpers, Manner.PRONOUN, self._doubts(at))

    def _named(self, end: int, helpers: frozenset[str]) -> Subject:
        start = self.phrase_start(end)
        is_owner = _OWNER.search(self.words.text[end - 1]) is not None
        actor = None if is_owner else self.actor_at(start, end)
        actors = () if actor is None else (actor,)
        actors, start = self._with_partners(actors, start)
        if not actors or not self._opens(start):
            actors, start = self._before_place(start)
        if not actors:
            return Subject((), start, helpers, Manner.UNKNOWN, self._doubts(start))
        is_adjective = self.words.text[end - 1] in actor_book().by_adjective
        return Subject(
            actors, start, helpers, Manner.NAMED, self._doubts(start), is_adjective=is_adjective
        )

    def _with_partners(
        self, actors: tuple[Actor, ...], start: int
    ) -> tuple[tuple[Actor, ...], int]:
        """Add what is joined to the left: "Chile, Peru and" before "Argentina"."""
        lower = self.words.lower
        joint = "and"
        while actors and start > 1 and lower[start - 1] == joint:
            partner_start = self.phrase_start(start - 1)
            if self._is_half_name(partner_start, start, actors[0]):
                whole = f"{self.words.text[start - 2]} and {actors[0].name}"
                return (replace(actors[0], name=whole),), partner_start
            partner = self.actor_at(partner_start, start - 1)
            if partner is None:
                break
            actors, start, joint = (partner, *actors), partner_start, ","
        return actors, start

    def _is_half_name(self, start: int, end: int, body: Actor) -> bool:
        """Say whether "and" joins the words of one body: "Devon and Cornwall Police"."""
        book, left = actor_book(), self.words.text[end - 2]
        is_body = body.name.split()[-1].lower() in book.bodies and body.name not in book.by_alias
        is_word = end - 2 - start <= (self.words.lower[start] == "the")
        return is_body and is_word and left[0].isupper() and left not in book.by_alias

    def _before_place(self, start: int) -> tuple[tuple[Actor, ...], int]:
        """Return the party before its place: "Republicans in the House"; else nobody."""
        lower = self.words.lower
        if start > 1 and lower[start - 1] == "in":
            party_start = self.phrase_start(start - 1)
            party = self.actor_at(party_start, start - 1)
            if party is not None and party.is_plural and self._opens(party_start):
                return (party,), party_start
        return (), start

    def _before_comma(self, comma: int, helpers: frozenset[str]) -> Subject:
        """Read "Iraq's minister, Salim Haddad, wants" and "Sen. Stone, a Democrat, wants"."""
        lower = self.words.lower
        first = max(0, comma - _WORDS_APPOSITION)
        opening = next((at for at in range(comma - 1, first, -1) if lower[at] == ","), None)
        if opening is None:
            return Subject((), comma, helpers, Manner.LISTED)
        before = self._named(opening, helpers)
        if self.phrase_start(comma) == opening + 1:
            person = self.actor_at(opening + 1, comma)
            if person is not None and person.can_be_he and not _is_person(before.actors):
                title = self.words.text[self.phrase_start(opening) : opening]
                person = replace(person, side=person.side or side_of(title))
                return Subject((person,), before.start, helpers, Manner.NAMED, before.is_doubtful)
        return before

    def phrase_start(self, end: int) -> int:
        """Return the word where the noun phrase that ends before `end` begins."""
        if self.words.lower[end - 1 : end] and self.words.lower[end - 1] in actor_book().groups:
            for first in range(max(0, end - _WORDS_GROUP), end - 1):
                if group_of(self.words.text[first:end]) is not None:
                    return first
        at = end
        while at > max(0, end - _WORDS_PHRASE) and self._belongs(at - 1, end):
            at -= 1
            if self.words.lower[at] == "the":
                break
        while at < end and (self.words.lower[at] in _BARE_LINKS or self.words.lower[at] in TIMES):
            at += 1
        return at

    def _belongs(self, at: int, end: int) -> bool:
        text, word = self.words.text[at], self.words.lower[at]
        book = actor_book()
        if _NAME_WORD.match(text):
            is_starter = at == 0 and word in STARTERS and word != "the"
            return not is_starter and word not in TIMES
        if word in book.titles or word in GOVERNMENT or word in OWNERS:
            return True
        is_link = at + 1 < end and at > 0 and word in LINKS and word != "and"
        return is_link and bool(
            _NAME_WORD.match(self.words.text[at - 1])
            or self.words.lower[at - 1] in book.ranks
            or self.words.lower[at - 1] in LINKS
        )

    def _opens(self, start: int) -> bool:
        """Say whether a clause can begin at this word."""
        if start == 0:
            return True
        before = self.words.lower[start - 1]
        if self.words.lower[max(0, start - 2) : start] == ("such", "as"):
            return False
        if before == "that":
            near = set(self.words.lower[max(0, start - _WORDS_SPEECH) : start])
            return bool(near & NEUTRAL_SPEECH)
        # "By 2030 Norway plans": a year may stand before the clause.
        is_free = is_adverb(self.words.text[start - 1]) or before.isdigit()
        return is_free or before in BEFORE_CLAUSES

    def _opens_pronoun(self, at: int) -> bool:
        """Say whether a clause begins at this pronoun; "the deal he sought" has none."""
        lower = self.words.lower
        before = lower[at - 1] if at else ","
        near = set(lower[max(0, at - _WORDS_SPEECH) : at])
        if before == "that":
            return bool(near & SPEECH)
        return before in OPENERS | DOUBTS | SPEECH | TIMES

    def _doubts(self, start: int) -> bool:
        before = self.words.lower[max(0, start - 2) : start]
        # "a price at which we would stop"
        if before[-1:] == ("which",):
            return True
        if before[-1:] == ("that",) and before[0] in CLAIMS:
            return True
        return bool(before) and (before[-1] in DOUBTS or before == ("not", "because"))


def _is_helper(word: str) -> bool:
    small = word.lower()
    is_small = small in AUXILIARIES or small in ADVERBS or _CONTRACTED.match(small) is not None
    return is_small or is_adverb(word)


def _is_person(actors: tuple[Actor, ...]) -> bool:
    return any(actor.can_be_he and not actor.can_be_it for actor in actors)
