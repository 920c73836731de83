"""Which articles a new taxonomy reads otherwise than the one before it.

Only what differs is looked for: the spellings whose meaning changed, the names by which issues
are stated, and the keywords that name none. Every other article would be tagged as it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ahocorasick_rs import AhoCorasick

from flows.issues.find import Tagger
from flows.issues.stated import Stated, slug_of, stated_in
from flows.issues.taxonomy import Taxonomy
from flows.issues.terms import folded
from flows.records import KeyPoint

_K = TypeVar("_K")
_V = TypeVar("_V")


@dataclass(frozen=True, slots=True)
class Change:
    """What a taxonomy changed: spellings in the text, names of issues, and mere keywords."""

    new: Taxonomy
    spellings: AhoCorasick | None
    names: frozenset[str]
    keywords: frozenset[str]

    def touches(
        self, headline: str, body: str, key_points: Sequence[KeyPoint], topics: Sequence[str]
    ) -> bool:
        """Say whether the article may carry other issues now, or carry them otherwise."""
        if any(topic.lower() in self.keywords for topic in topics):
            return True
        stated = list(stated_in(body, key_points, topics, self.new))
        if any(self._renames(one) for one in stated):
            return True
        texts = (headline, body, *(one.wording for one in stated))
        spellings = self.spellings
        return spellings is not None and any(
            spellings.find_matches_as_indexes(folded(text)) for text in texts
        )

    def _renames(self, stated: Stated) -> bool:
        code = stated.media_topic and stated.media_topic.code
        return slug_of(stated.wording) in self.names or code in self.names


def change_between(old: Tagger, new: Tagger) -> Change | None:
    """Return what differs between two taxonomies; None where every article stays as it is."""
    spellings = {words for words, _ in _different(_meanings(old), _meanings(new))}
    names = _different(old.by_name, new.by_name)
    keywords = set(old.taxonomy.not_issues) ^ set(new.taxonomy.not_issues)
    if not spellings and not names and not keywords:
        return None
    automaton = AhoCorasick(sorted(spellings)) if spellings else None
    return Change(new.taxonomy, automaton, frozenset(names), frozenset(keywords))


def _meanings(tagger: Tagger) -> dict[tuple[str, bool], frozenset[object]]:
    """Return what each spelling can mean, in terms that hold in another taxonomy too."""
    subjects = tagger.subjects
    return {
        (spelling.folded, spelling.is_open): frozenset(
            (
                None if claim.entry < 0 else subjects[claim.entry],
                claim.exact,
                claim.near,
                claim.unless,
            )
            for claim in spelling.claims
        )
        for spelling in tagger.matcher.spellings
        if spelling.claims
    }


def _different(old: Mapping[_K, _V], new: Mapping[_K, _V]) -> set[_K]:
    """Return the keys that stand for something else, or that only one of the two has."""
    return {key for key in {*old, *new} if old.get(key) != new.get(key)}
