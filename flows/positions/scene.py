"""Whom the article has just spoken of: what "he", "it" and "the union" stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from flows.positions.actors import unlike
from flows.positions.book import Actor, actor_book

# Nouns for the state of whoever was spoken of last.
GOVERNMENT = frozenset({"government", "administration", "country", "cabinet", "nation"})
# So many actors are remembered.
_MEMORY = 12


@dataclass(slots=True)
class Scene:
    """Whom this sentence and the one before are about, and who was known before that."""

    current: list[Actor] = field(default_factory=list[Actor])
    last: list[Actor] = field(default_factory=list[Actor])
    mentioned: list[Actor] = field(default_factory=list[Actor])
    known: list[Actor] = field(default_factory=list[Actor])
    # Whose words the paragraph quoted last: a quotation that goes on without a tag is his.
    speaker: Actor | None = None

    def next_block(self) -> None:
        """Begin a new paragraph."""
        self.speaker = None

    def next_sentence(self) -> None:
        """Begin a new sentence."""
        self.last, self.current, self.mentioned = self.current, [], []

    def note(self, actor: Actor) -> Actor:
        """Remember that this actor is a subject of the sentence, and return what is known of it."""
        before = next((one for one in self.known if one.name == actor.name), None)
        if before is not None:
            self.known.remove(before)
            actor = before if actor.side is None else actor
        self.known.append(actor)
        del self.known[:-_MEMORY]
        if actor.name not in {one.name for one in self.current}:
            self.current.append(actor)
        return actor

    def mention(self, actor: Actor) -> None:
        """Remember that the sentence names this actor, be it as the subject or not."""
        self.mentioned.append(actor)

    def pronoun(self, word: str) -> Actor | None:
        """Return whom "he", "it" or "they" means; None where it could mean two.

        It means a subject of this sentence, or else of the last; a name that is no subject
        could be meant as well, and then nobody is.
        """
        named = [actor for actor in self.mentioned if _fits(actor, word)]
        fitting = [actor for actor in self.current if _fits(actor, word)]
        if named or fitting:
            others = {actor.name for actor in (*named, *fitting)}
            return fitting[0] if fitting and len(others) == 1 else None
        fitting = [actor for actor in self.last if _fits(actor, word)]
        return fitting[0] if len(fitting) == 1 else None

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
            return actor.can_be_he and word != unlike(actor.name)
        case "it":
            return actor.can_be_it and not actor.is_plural
        case _:
            return actor.is_plural


def _state_among(actors: Sequence[Actor]) -> Actor | None:
    states = actor_book().states
    for actor in reversed(actors):
        if actor.side is not None:
            return Actor(actor.side)
        if actor.name in states:
            return actor
    return None
