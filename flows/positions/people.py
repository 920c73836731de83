"""The people and bodies that an article names in full, so that a last name is enough."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_NAME = r"[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ]"
_FULL_NAME = re.compile(
    rf"\b({_NAME}) ((?:[A-Z]\. )?(?:(?:de|von|van|der|bin|al|la|Mc) ){{0,2}}{_NAME})\b"
)
# A capital in the middle of a sentence belongs to a name.
_MID_SENTENCE = re.compile(r"(?<=[a-z,;] )([A-ZÀ-Þ][\w’'-]*)")
_POSSESSIVE = re.compile(r"[’']s?\Z")


@dataclass(frozen=True, slots=True)
class People:
    """Full names by last name, and every word that the article uses as a name."""

    by_last_name: dict[str, str] = field(default_factory=dict[str, str])
    names: frozenset[str] = frozenset()


def people_in(body: str, not_names: frozenset[str]) -> People:
    """Return the names of an article; the first full name of each last name wins.

    `not_names` are capitalised words, in lower case, that start no person's name.
    """
    by_last_name: dict[str, str] = {}
    at = 0
    while found := _FULL_NAME.search(body, at):
        first, last = found.group(1), _POSSESSIVE.sub("", found.group(2))
        if first.lower() in not_names:
            at = found.end(1)
            continue
        by_last_name.setdefault(last.split()[-1], f"{first} {last}")
        at = found.end()
    names = frozenset(_POSSESSIVE.sub("", word) for word in _MID_SENTENCE.findall(body))
    return People(by_last_name, names)
