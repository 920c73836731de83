"""Whom the article has just spoken of: what "he", "it" and "the union" stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from flows.positions.actors import Actor, actor_book

# Nouns for the state of whoever was spoken of last.
GOVERNMENT = frozenset({"government", "administration", "country", "cabinet", "nation"})
# So many actors, and so many sentences without one, are remembered.
_MEMORY = 12
_MAX_AGE = 2


@dataclass(slots=True)
class Scene:
    """The subjects of this sentence, of the last one that had any, and of those before."""

    current: list[Actor] = field(default_factory=list[Actor])
    last: list[Actor] = field(default_factory=list[Actor])
    known: list[Actor] = field(default_factory=list[Actor])
    mentioned: list[Actor] = field(default_factory=list[Actor])
    age: int = 0

    def next_sentence(self) -> None:
        """Begin a new sentence."""
        if self.current:
            self.last, self.current, self.age = self.current, [], 0
        self.mentioned = []
        self.age += 1

    def note(self, actor: Actor) -> None:
        """Remember that the sentence speaks of this actor; what is known of it is kept."""
        before = next((one for one in self.known if one.name == actor.name), None)
        if before is not None:
            self.known.remove(before)
            actor = before if actor.side is None else actor
        self.known.append(actor)
        del self.known[:-_MEMORY]
        if actor.name not in {one.name for one in self.current}:
            self.current.append(actor)
        self.mention(actor)

    def mention(self, actor: Actor) -> None:
        """Remember that the sentence names this actor, be it as the subject or not."""
        if actor.name not in {one.name for one in self.mentioned}:
            self.mentioned.append(actor)

    def pronoun(self, word: str) -> Actor | None:
        """Return whom "he", "it" or "they" means; None where it could mean two."""
        for actors in (self.mentioned, self.last if self.age <= _MAX_AGE else ()):
            fitting = [actor for actor in actors if _fits(actor, word)]
            if fitting:
                return fitting[0] if len(fitting) == 1 else None
        return None

    def named_again(self, noun: str) -> Actor | None:
        """Return what "the union" or "his government" means; None if it is not clear."""
        if noun in GOVERNMENT:
            return _state_among(self.known)
        for actor in reversed(self.known):
            if actor.name.split()[-1].lower() == noun:
                return actor
        return None


def _fits(actor: Actor, word: str) -> bool:
    match word:
        case "he" | "she":
            return actor.can_be_he and word != actor_book().unlike(actor.name)
        case "it":
            return actor.can_be_it and not actor.is_plural
        case _:
            return actor.is_plural


def _state_among(actors: Sequence[Actor]) -> Actor | None:
    states = {state.name for state in actor_book().by_adjective.values()}
    for actor in reversed(actors):
        if actor.side is not None:
            return Actor(actor.side)
        if actor.name in states:
            return actor
    return None
