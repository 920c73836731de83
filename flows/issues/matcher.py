"""Every term of the taxonomy, found in one pass over a text.

The automaton is Aho and Corasick's (1975), by the `ahocorasick_rs` library: its time grows
with the text and not with the number of terms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from flows.issues.taxonomy import Taxonomy, Term
from flows.issues.terms import Form, folded, forms_of, spaced
from flows.records import Span

# Stands for a phrase that no issue owns and that hides the terms inside it.
NO_ISSUE = -1


class Mention(NamedTuple):
    """Words of the text that show an issue: which of the taxonomy's, and where."""

    entry: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One issue's claim on a spelling, and the words that the claim depends on."""

    entry: int
    exact: str | None
    near: frozenset[str]
    unless: frozenset[str]


@dataclass(frozen=True, slots=True)
class Spelling:
    """All that one spelling can mean: terms of issues, or context for other terms."""

    folded: str
    is_open: bool
    claims: list[Claim] = field(default_factory=list[Claim])
    context: set[str] = field(default_factory=set[str])


class _Hit(NamedTuple):
    """A spelling in the text. As tuples, hits sort by place, the longest first."""

    start: int
    minus_end: int
    spelling: int


@dataclass(frozen=True, slots=True)
class Matcher:
    """The taxonomy, ready to be looked for."""

    automaton: AhoCorasick
    spellings: tuple[Spelling, ...]

    def mentions_in(self, text: str, paragraphs: Sequence[Span], title: str = "") -> list[Mention]:
        """Return the mentions in the text, longest first where they overlap, in order.

        The words of the title count as context in every paragraph.
        """
        hits = self._hits(text)
        title_words = self._context_of(self._hits(title)) if title and hits else set[str]()
        mentions: list[Mention] = []
        for paragraph_hits in _by_paragraph(hits, paragraphs):
            words = self._context_of(paragraph_hits) | title_words
            mentions += self._longest(text, paragraph_hits, words)
        return mentions

    def _hits(self, text: str) -> list[_Hit]:
        """Return each spelling that stands in the text as whole words, in order of the text."""
        small = folded(text)
        hits: list[_Hit] = []
        for index, start, end in self.automaton.find_matches_as_indexes(small, overlapping=True):
            if start and small[start - 1].isalnum():
                continue
            if not small[end : end + 1].isalnum():
                hits.append(_Hit(start, -end, index))
            elif self.spellings[index].is_open:
                hits.append(_Hit(start, -_word_end(small, end), index))
        hits.sort()
        return hits

    def _context_of(self, hits: Sequence[_Hit]) -> set[str]:
        return {word for hit in hits for word in self.spellings[hit.spelling].context}

    def _longest(self, text: str, hits: Sequence[_Hit], words: set[str]) -> Iterator[Mention]:
        """Yield the claims that hold, each on characters that no earlier one has taken."""
        free_from = 0
        for start, minus_end, index in hits:
            if start < free_from:
                continue
            spelling = self.spellings[index]
            # Of an open ending the letters that were asked for are compared, not what follows.
            written = text[start : start + len(spelling.folded)]
            entries = {claim.entry for claim in spelling.claims if _holds(claim, written, words)}
            if entries:
                free_from = -minus_end
            for entry in sorted(entries - {NO_ISSUE}):
                yield Mention(entry, start, -minus_end)


def matcher_of(taxonomy: Taxonomy) -> Matcher:
    """Return the matcher of a taxonomy."""
    lexicon = _Lexicon({})
    for index, entry in enumerate(taxonomy.entries):
        for term in entry.terms:
            lexicon.add(index, term)
        for phrase in entry.never:
            lexicon.add(NO_ISSUE, Term(phrase))
    spellings = tuple(lexicon.spellings.values())
    patterns = [spelling.folded for spelling in spellings]
    automaton = AhoCorasick(patterns, matchkind=MatchKind.Standard, store_patterns=False)
    return Matcher(automaton, spellings)


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The spellings gathered so far, each once, with or without an open end."""

    spellings: dict[tuple[str, bool], Spelling]

    def add(self, entry: int, term: Term) -> None:
        near, unless = frozenset(term.near), frozenset(term.unless)
        for form in forms_of(term.words):
            self._spelling(form).claims.append(Claim(entry, form.exact, near, unless))
        for word in near | unless:
            for form in forms_of(word):
                self._spelling(form).context.add(word)

    def _spelling(self, form: Form) -> Spelling:
        key = (form.folded, form.is_open)
        return self.spellings.setdefault(key, Spelling(*key))


def _word_end(text: str, end: int) -> int:
    while end < len(text) and text[end].isalnum():
        end += 1
    return end


def _by_paragraph(hits: list[_Hit], paragraphs: Sequence[Span]) -> Iterator[list[_Hit]]:
    """Yield the hits of each paragraph; what lies outside every paragraph is left out."""
    at = 0
    for start, end in paragraphs:
        while at < len(hits) and hits[at].start < start:
            at += 1
        begin = at
        while at < len(hits) and hits[at].start < end:
            at += 1
        if at > begin:
            yield hits[begin:at]


def _holds(claim: Claim, written: str, words: set[str]) -> bool:
    if claim.exact is not None and spaced(written) not in (claim.exact, claim.exact.upper()):
        return False
    if claim.near and not claim.near & words:
        return False
    return not claim.unless & words
