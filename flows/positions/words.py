"""A sentence as words, each with its place and whether it stands in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from flows.records import Block, Span

_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S.
    r"|[A-Z]\.(?=\s+[A-Z])"  # an initial
    r"|(?:Sens?|Reps?|Gov|Mrs?|Ms|Dr|Gen|Lt|Col|St|Jr|Sr|Inc|Corp|Ltd)\."
    r"|[\w$€£]+(?:[-.,’'&](?=\w)\w+)*(?:[’'](?=\s))?%?"  # workers', 1,000, don't
    r"|``|''|\S"
)
_MARKS = re.compile(r"[“”\"]|''|``")

# Headlines in title case put capitals on words that are no names.
_LONG_WORD = 4
_TITLE_WORDS = 4
_TITLE_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one sentence. `lower` has the same words in lower case."""

    text: tuple[str, ...]
    lower: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    quoted: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.text)

    @property
    def is_title(self) -> bool:
        """Say whether nearly every long word has a capital, as in a headline."""
        long_words = [word for word in self.text if len(word) >= _LONG_WORD and word[0].isalpha()]
        capitals = sum(word[0].isupper() for word in long_words)
        return len(long_words) >= _TITLE_WORDS and capitals >= _TITLE_SHARE * len(long_words)

    def phrase(self, start: int, end: int) -> str:
        """Return the words from `start` up to `end` with single spaces."""
        return " ".join(self.text[start:end])


def words_of(body: str, sentence: Span, quotes: list[Span]) -> Words:
    """Return the words of a sentence; `quotes` are the quoted runs of its block, in order."""
    found = list(_WORD.finditer(body, *sentence))
    text = tuple([word.group() for word in found])
    spans = tuple([word.span() for word in found])
    quoted = [False] * len(found)
    for quote in _quotes_among(quotes, sentence):
        for at in range(bisect_left(spans, (quote.start,)), bisect_left(spans, (quote.end,))):
            quoted[at] = True
    return Words(text, tuple([word.lower() for word in text]), spans, tuple(quoted))


def _quotes_among(quotes: list[Span], sentence: Span) -> list[Span]:
    """Return the quotations that overlap the sentence."""
    first = bisect_right(quotes, sentence.start, key=lambda quote: quote.end)
    last = bisect_left(quotes, sentence.end, key=lambda quote: quote.start)
    return quotes[first:last]


def is_adverb(word: str) -> bool:
    """Say whether the word tells how, by its ending: "firmly", and not "Italy"."""
    return word.endswith("ly") and word[0].islower() and len(word) >= len("only")


def quotes_in(body: str, block: Block) -> list[Span]:
    """Return the runs in quotation marks of one block, marks and all.

    A run without a closing mark goes on to the end of the block.
    """
    quotes: list[Span] = []
    opened: int | None = None
    for mark in _MARKS.finditer(body, block.start, block.end):
        if opened is None:
            opened = mark.start()
        elif mark.group() not in {"“", "``"}:
            quotes.append(Span(opened, mark.end()))
            opened = None
    if opened is not None:
        quotes.append(Span(opened, block.end))
    return quotes
