"""Date phrases as patterns over the kinds of words.

A pattern names kinds: `month day comma? year?` reads "Nov. 10, 2025". The first pattern that
matches at a word wins, so longer phrases stand before shorter ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flows.deadlines.words import LETTERS, Word, Words

# Kinds that stand in the same places.
_UNIONS = {
    "count": "(?:numeral hyphen? numeral|(?:numeral|a) multiplier|a several|a? couple of?|several|integer|a|another)",
    "integer": "(?:day|number|digits|numeral|decimal|year)",
    "nth": "(?:ordinal|second)",
    "time_unit": "(?:unit|second)",
}

_NAME = re.compile(r"(?<![A-Z<])\b[a-z_]+\b(?!>)")


def _expanded(pattern: str) -> str:
    """Return the pattern with unions written out and each kind as its letter."""

    def letter(name: re.Match[str]) -> str:
        if name.group() in _UNIONS:
            return _expanded(_UNIONS[name.group()])
        return LETTERS[name.group()]

    return _NAME.sub(letter, pattern).replace(" ", "")


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of one date phrase, and the name of the pattern that read them."""

    rule: str
    words: list[Word]
    first: int

    @property
    def start(self) -> int:
        """Where the phrase begins in the text."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the phrase ends in the text."""
        return self.words[-1].end

    @property
    def last(self) -> int:
        """The number of the phrase's last word in the text."""
        return self.first + len(self.words) - 1

    def has(self, *kinds: str) -> bool:
        """Say whether a word of one of the kinds is in the phrase."""
        return any(word.kind in kinds for word in self.words)

    def word(self, *kinds: str) -> Word | None:
        """Return the first word of one of the kinds."""
        return next((word for word in self.words if word.kind in kinds), None)

    def number(self, *kinds: str) -> int | None:
        """Return what the first word of one of the kinds counts or numbers."""
        word = self.word(*kinds)
        return word.value if word is not None and isinstance(word.value, int) else None

    def name(self, *kinds: str) -> str | None:
        """Return what the first word of one of the kinds names."""
        word = self.word(*kinds)
        return word.value if word is not None and isinstance(word.value, str) else None


class Grammar:
    """An ordered set of patterns, compiled into one."""

    def __init__(self, patterns: dict[str, str]) -> None:
        self._names = list(patterns)
        self._pattern = re.compile(
            "|".join(f"(?P<{name}>{_expanded(pattern)})" for name, pattern in patterns.items())
        )

    def phrases_in(self, words: Words) -> Iterator[Phrase]:
        """Yield the phrases of the text, in order; none overlap."""
        for match in self._pattern.finditer(words.kinds):
            first, last = match.span()
            yield Phrase(match.lastgroup or "", words.words[first:last], first)
