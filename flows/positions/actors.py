"""Who takes a stand: many names, one actor.

`actors.toml` beside this file holds the names that an analyst edits. Other people and bodies
go by the name that the article itself gives them in full.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

_FILE = Path(__file__).with_name("actors.toml")

# What makes "Chinese …" or "the Trump …" speak for the state.
_OFFICE = re.compile(
    r"(?:(?:foreign|defen[cs]e|trade|finance|commerce|interior|health|energy|justice) )?"
    r"(?:government|administration|authorities|officials?|ministry|ministers?|leaders?"
    r"|leadership|regime|cabinet|diplomats?|negotiators?|delegation|military|army|side)",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"[A-ZÀ-Þ][\w’'.-]*\Z")
_LINKS = frozenset({"of", "the", "for", "and", "de", "von", "van", "der", "bin", "al"})
_POSSESSIVE = re.compile(r"[’']s?\Z")


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor; `side` is the state or body that a person acts for, where it is known."""

    name: str
    side: str | None = None


@dataclass(frozen=True, slots=True)
class ActorBook:
    """The names that the actors file knows."""

    by_alias: dict[str, Actor]
    by_adjective: dict[str, Actor]
    ranks: frozenset[str]


@cache
def actor_book() -> ActorBook:
    """Return the names of the actors file that ships with Dateline."""
    document = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    by_alias: dict[str, Actor] = {}
    by_adjective: dict[str, Actor] = {}
    for row in cast("list[dict[str, object]]", document["actor"]):
        actor = Actor(str(row["name"]), cast("str | None", row.get("side")))
        for alias in [actor.name, *cast("list[str]", row.get("aliases", []))]:
            by_alias[alias] = actor
        for adjective in cast("list[str]", row.get("adjectives", [])):
            by_adjective[adjective] = actor
        if actor.side is not None:
            by_alias.setdefault(actor.name.split()[-1], actor)
    ranks = frozenset(cast("list[str]", document["ranks"]))
    return ActorBook(by_alias, by_adjective, ranks)


def actor_of(phrase: str, people: dict[str, str]) -> Actor | None:
    """Return the actor that a noun phrase names; None where it names none.

    "the Chinese government" and "Beijing" are China; "U.S. Treasury Secretary Scott Bessent"
    is Scott Bessent, and so is "Bessent" where `people` knows the name in full.
    """
    words = phrase.split()
    while words and words[0].lower() in {"the", "a", "an", "both"}:
        words = words[1:]
    if not words:
        return None
    words[-1] = _POSSESSIVE.sub("", words[-1])
    known = actor_book().by_alias.get(" ".join(words))
    return known or _office_of(words) or _named(words, people)


def _office_of(words: Sequence[str]) -> Actor | None:
    """Return the state behind "Chinese officials" or "Israel's foreign ministry"."""
    book = actor_book()
    for cut in (1, 2):
        first = _POSSESSIVE.sub("", " ".join(words[:cut]))
        state = book.by_adjective.get(first) or book.by_alias.get(first)
        if state is not None and _OFFICE.fullmatch(" ".join(words[cut:])):
            return Actor(state.side or state.name)
    return None


def _named(words: Sequence[str], people: dict[str, str]) -> Actor | None:
    name: list[str] = []
    for word in reversed(words):
        plain = word.rstrip(".,").lower()
        if plain in actor_book().ranks or not (
            _NAME_WORD.match(word) or (name and plain in _LINKS)
        ):
            break
        name.insert(0, word)
    while name and name[0] in _LINKS:
        name.pop(0)
    full = people.get(" ".join(name), " ".join(name))
    known = actor_book().by_alias.get(full)
    if known is not None or len(full.split()) > 1:
        return known or Actor(full)
    return None
