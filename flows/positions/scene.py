"""Whom the article has just spoken of: what "he", "it" and "the union" stand for."""

from __future__ import annotations

from dataclasses import dataclass, field

from flows.positions.actors import Actor, actor_book

# Nouns that name again what stood there in full, as "the union" after "the Dockers' Union".
_GOVERNMENT = frozenset({"government", "administration", "country", "cabinet", "nation"})
_MEMORY = 12


@dataclass(slots=True)
class Scene:
    """The actors named so far, the latest last."""

    actors: list[Actor] = field(default_factory=list[Actor])

    def note(self, actor: Actor) -> None:
        """Remember that the text has just spoken of this actor."""
        known = next((one for one in self.actors if one.name == actor.name), None)
        if known is not None:
            self.actors.remove(known)
            actor = known if actor.side is None else actor
        self.actors.append(actor)
        del self.actors[:-_MEMORY]

    def pronoun(self, word: str) -> Actor | None:
        """Return whom "he", "she", "it" or "they" means: the latest that it can mean."""
        for actor in reversed(self.actors):
            if word in {"he", "she"} and actor.can_be_he:
                return actor
            if word == "it" and actor.can_be_it:
                return actor
            if word == "they" and (actor.can_be_it or actor.is_plural):
                return actor
        return None

    def named_again(self, noun: str) -> Actor | None:
        """Return what "the union" or "his government" means; None if it is not clear."""
        if noun in _GOVERNMENT:
            return self._state()
        for actor in reversed(self.actors):
            if actor.name.split()[-1].lower() == noun:
                return actor
        return None

    def _state(self) -> Actor | None:
        states = {state.name for state in actor_book().by_adjective.values()}
        for actor in reversed(self.actors):
            if actor.side is not None:
                return Actor(actor.side)
            if actor.name in states:
                return actor
        return None
