"""The actors file: names, states, ranks and bodies, read and checked.

`actors.toml` beside this file is the one that an editor changes; its head explains the format.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NoReturn, cast

from flows.errors import ActorsError
from flows.positions.grammar import STARTERS

_FILE = Path(__file__).with_name("actors.toml")
_POSSESSIVE = re.compile(r"[’']s?\Z")
_LISTS = ("ranks", "trades", "bodies", "offices", "persons", "things")
_TEXTS = ("name", "side")
_TEXT_LISTS = ("aliases", "adjectives")
_FLAGS = ("person", "plural")
_HEAD = re.compile(r"(?m)^\s*\[\[\s*actor\s*\]\]")
_TOML_PLACE = re.compile(r"\s*\((?:at line (?P<line>\d+), column (?P<column>\d+)|at end.*)\)")


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor; `side` is the state or body that a person acts for, where it is known.

    A name alone may leave open whether "he" or "it" can stand for it: then both can.
    """

    name: str
    side: str | None = None
    is_plural: bool = False
    can_be_he: bool = False
    can_be_it: bool = True


@dataclass(frozen=True, slots=True)
class ActorBook:
    """What the actors file knows: names, the words for a state's officials, ranks, bodies."""

    by_alias: dict[str, Actor]
    by_adjective: dict[str, Actor]
    ranks: frozenset[str]
    trades: frozenset[str]
    bodies: frozenset[str]
    offices: frozenset[str]
    persons: frozenset[str]
    things: frozenset[str]
    # Made of these once, since they are asked for at every word: what stands before a name, what
    # ends the name of a body, what begins no person's name (in lower case), every state.
    titles: frozenset[str]
    groups: frozenset[str]
    not_names: frozenset[str]
    states: frozenset[str]

    def state_of(self, word: str) -> str | None:
        """Return the state or body behind "Chinese" or "Norway's"."""
        bare = _POSSESSIVE.sub("", word)
        actor = self.by_adjective.get(bare)
        if actor is None and bare != word:
            actor = self.by_alias.get(bare)
        return None if actor is None else actor.side or actor.name


@cache
def actor_book() -> ActorBook:
    """Return what the actors file that ships with Dateline knows.

    Raises ActorsError where the file has a mistake.
    """
    return book_of(_FILE.read_text(encoding="utf-8"), _FILE.name)


def book_of(text: str, file: str) -> ActorBook:
    """Return the book written in the text of a file.

    Raises ActorsError, naming line and column, where it has a mistake.
    """
    return _Reader(text, file).book()


@dataclass(frozen=True, slots=True)
class _Reader:
    """Checks one file and knows where each mistake stands."""

    text: str
    file: str

    def book(self) -> ActorBook:
        document = self._document()
        by_alias: dict[str, Actor] = {}
        by_adjective: dict[str, Actor] = {}
        for index, row in enumerate(cast("list[dict[str, object]]", document["actor"])):
            actor = self._actor(row, index)
            for alias in [actor.name, *self._words(row, "aliases", index)]:
                self._add(by_alias, alias, actor, index)
            for adjective in self._words(row, "adjectives", index):
                self._add(by_adjective, adjective, actor, index)
        lists = {key: frozenset(self._words(document, key, None)) for key in _LISTS}
        return ActorBook(
            by_alias,
            by_adjective,
            **lists,
            titles=lists["ranks"] | lists["trades"] | lists["offices"],
            groups=lists["trades"] | lists["bodies"],
            not_names=STARTERS | lists["ranks"] | lists["trades"] | lists["bodies"],
            states=frozenset(actor.name for actor in by_adjective.values()),
        )

    def _document(self) -> dict[str, object]:
        try:
            document = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            found = _TOML_PLACE.search(str(error))
            line = int(found["line"] or 0) if found else 0
            column = int(found["column"] or 1) if found else 1
            problem = _TOML_PLACE.sub("", str(error))
            last = self.text.count("\n") + 1
            raise ActorsError(self.file, line or last, column, problem) from error
        for key in document:
            if key not in ("actor", *_LISTS):
                self._fail(f'"{key}" is not known here', None, key)
        for key in ("actor", *_LISTS):
            if key not in document:
                self._fail(f'there is no "{key}"', None, None)
        return document

    def _actor(self, row: dict[str, object], index: int) -> Actor:
        for key, value in row.items():
            if key not in (*_TEXTS, *_TEXT_LISTS, *_FLAGS):
                self._fail(f'unknown key "{key}"', index, key)
            if key in _TEXTS and not (isinstance(value, str) and value.strip()):
                self._fail(f'"{key}" must be text in quotation marks', index, key)
            if key in _FLAGS and not isinstance(value, bool):
                self._fail(f'"{key}" must be true or false', index, key)
        if "name" not in row:
            self._fail('this actor has no "name"', index, None)
        is_person = bool(row.get("person"))
        return Actor(
            name=str(row["name"]),
            side=cast("str | None", row.get("side")),
            is_plural=bool(row.get("plural")),
            can_be_he=is_person,
            can_be_it=not is_person,
        )

    def _add(self, names: dict[str, Actor], word: str, actor: Actor, index: int) -> None:
        owner = names.setdefault(word, actor)
        if owner is not actor:
            self._fail(f'"{word}" already means "{owner.name}"', index, None, word)

    def _words(self, row: dict[str, object], key: str, index: int | None) -> list[str]:
        values = row.get(key, [])
        words = cast("list[object]", values) if isinstance(values, list) else [None]
        if not all(isinstance(word, str) and word.strip() for word in words):
            self._fail(f'"{key}" must be a list of texts in [ ]', index, key)
        return cast("list[str]", words)

    def _fail(
        self, problem: str, index: int | None, key: str | None, word: str | None = None
    ) -> NoReturn:
        """Raise the error at a key or a word, of the actor of this number if there is one."""
        heads = [head.start() for head in _HEAD.finditer(self.text)]
        start = 0 if index is None else heads[index]
        later = [head for head in heads if head > start]
        end = later[0] if index is not None and later else len(self.text)
        wanted = rf"(?m)^\s*(?P<here>{re.escape(key)})\s*=" if key else r"(?P<here>\S)"
        if word is not None:
            wanted = rf"(?P<here>\"{re.escape(word)}\")"
        found = re.compile(wanted).search(self.text, start, end)
        at = found.start("here") if found else start
        line_start = self.text.rfind("\n", 0, at) + 1
        line = self.text.count("\n", 0, at) + 1
        raise ActorsError(self.file, line, at - line_start + 1, problem)
