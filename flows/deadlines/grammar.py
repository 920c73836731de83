"""Date phrases as patterns over the kinds of words.

A pattern names kinds: `any_month day comma? year?` reads "Nov. 10, 2025". The first pattern that
matches at a word wins, so longer phrases stand before shorter ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flows.deadlines.kinds import LETTERS, Word, Words
from flows.deadlines.vocabulary import UNIT_KINDS

# Kinds that stand in the same places.
MONTH_KINDS = ("month", "weak_month")
NTH_KINDS = ("ordinal", "dayth", "second")
DAY_KINDS = ("day", *NTH_KINDS)
_UNIONS = {
    "unit": "|".join(UNIT_KINDS) + "|second",
    "calendar_unit": "day_unit|week_unit|weekend_unit|month_unit|quarter_unit|year_unit|decade_unit"
    "|century_unit",
    "any_month": "|".join(MONTH_KINDS),
    "any_weekday": "weekday|weak_weekday",
    "nth": "|".join(NTH_KINDS),
    "day_number": "|".join(DAY_KINDS),
    "integer": "day|number|digits|numeral|decimal|year",
    "count": "numeral hyphen? numeral|(?:numeral|a) multiplier|a several|a? couple of?|several"
    "|(?:day|number|numeral) hyphen? (?:and hyphen? a hyphen?)? (?:fraction|half)|fraction|integer"
    "|a|another",
    "dashes": "dash|hyphen",
    "before_a_date": "in|by|of|since|from|until|before|after|through|during|for|late|early|mid|next"
    "|last|this|and|or|to|between|on|hyphen|dash|open|each|past|as",
}
_NAME = re.compile(r"[a-z_]+")


def _expanded(pattern: str) -> str:
    """Return the pattern with unions written out and each kind as its letter."""

    def letters(name: re.Match[str]) -> str:
        union = _UNIONS.get(name.group())
        return f"(?:{_expanded(union)})" if union else LETTERS[name.group()]

    return "".join(_NAME.sub(letters, pattern).split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of one date phrase, and the name of the pattern that read them.

    `first` is the number of its first word in the text.
    """

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
        return self.word(*kinds) is not None

    def word(self, *kinds: str) -> Word | None:
        """Return the first word of one of the kinds."""
        for word in self.words:
            if word.kind in kinds:
                return word
        return None

    def number(self, *kinds: str) -> int | None:
        """Return what the first word of one of the kinds counts or numbers."""
        word = self.word(*kinds)
        return word.value if word is not None and isinstance(word.value, int) else None

    def name(self, *kinds: str) -> str | None:
        """Return what the first word of one of the kinds names."""
        word = self.word(*kinds)
        return word.value if word is not None and isinstance(word.value, str) else None

    def unit(self) -> str | None:
        """Return the first unit of time: "week" of "the week of March 6"."""
        word = self.word(*UNIT_KINDS, "second")
        if word is None:
            return None
        return word.value if isinstance(word.value, str) else "second"

    def part(self, begin: int, end: int | None = None) -> Phrase:
        """Return the words `begin` to `end` of the phrase as a phrase."""
        return Phrase(self.rule, self.words[begin:end], self.first + begin)

    def place(self, *kinds: str) -> int:
        """Return the number, in the phrase, of the first word of one of the kinds."""
        return next(i for i, word in enumerate(self.words) if word.kind in kinds)


# No phrase starts with these; most words are of these kinds, so most are passed over at once.
_NEVER_FIRST = (
    "word|capitalised|comma|stop|other|break|open|close|possessive|of|to|and|or|for|by|over|in|into"
    "|on|from|until|before|after|through|during|since|between|as|ago|hence|hyphen|dash|slash|than"
)
# Nor does one that opens with these hold a plain word next: "the council", "a good", "this vote".
_DETERMINERS = "the|a|this|that|these|last|next|past|each|several|half|more|full|early|late|end"
_PLAIN = "word|capitalised|comma|stop|break|other|possessive"


class Grammar:
    """An ordered set of patterns, compiled into one."""

    def __init__(self, patterns: dict[str, str]) -> None:
        """Compile the patterns, the first of which wins."""
        # The name stands behind its pattern, for a group that fails costs time.
        alternatives = (f"(?:{_expanded(one)})(?P<{name}>)" for name, one in patterns.items())
        never, determiners, plain = (
            f"[{''.join(LETTERS[kind] for kind in kinds.split('|'))}]"
            for kinds in (_NEVER_FIRST, _DETERMINERS, _PLAIN)
        )
        may_begin = f"(?!{never}|{determiners}{plain})"
        self._pattern = re.compile(f"{may_begin}(?:{'|'.join(alternatives)})")

    def phrases_in(self, words: Words) -> Iterator[Phrase]:
        """Yield the phrases of the text, in order; none overlap."""
        for match in self._pattern.finditer(words.kinds):
            first, last = match.span()
            yield Phrase(match.lastgroup or "", words.words[first:last], first)
