"""The taxonomy of issues: its shapes, and how an analyst's own entries change it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from flows.issues.terms import forms_of


@dataclass(frozen=True, slots=True)
class Term:
    """Words that show an issue.

    With `near`, one of those words must stand in the same paragraph or the headline; with
    `unless`, none of those may.
    """

    words: str
    near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One issue of the taxonomy. `never` are longer phrases that look like a term of it."""

    issue_id: str
    name: str
    parent_id: str | None
    subject_code: str | None
    about: str
    terms: tuple[Term, ...]
    never: tuple[str, ...]

    def with_more(self, more: Entry) -> Entry:
        """Return the issue with the terms of another one as well."""
        return replace(self, terms=self.terms + more.terms, never=self.never + more.never)

    def without(self, spellings: set[str]) -> Entry:
        """Return the issue without the terms that can be written so."""
        kept = tuple(term for term in self.terms if not spellings & spellings_of(term))
        return self if len(kept) == len(self.terms) else replace(self, terms=kept)


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """The checked file. `not_issues` are keywords of publishers that name no issue."""

    entries: tuple[Entry, ...]
    not_issues: tuple[str, ...]

    def with_changes(self, own: OwnEntries) -> Taxonomy:
        """Return the taxonomy as an analyst wants it: her own entries win over it.

        A word that she gives to an issue of hers is taken from every other; what stood under
        an issue that she removed stands under that one's parent.
        """
        hers = {spelling for entry in own.all() for spelling in spellings_alone(entry)}
        entries = {
            entry.issue_id: entry.without(hers)
            for entry in self.entries
            if entry.issue_id not in own.removed
        }
        entries |= own.whole
        for issue_id, more in own.more.items():
            entries[issue_id] = entries[issue_id].with_more(more)
        parents = {entry.issue_id: entry.parent_id for entry in self.entries}
        lifted = tuple(_lifted(entry, own.removed, parents) for entry in entries.values())
        return Taxonomy(lifted, self.not_issues + own.not_issues)


@dataclass(frozen=True, slots=True)
class OwnEntries:
    """What an analyst's file says: whole issues, more terms for issues, issues to be dropped."""

    whole: dict[str, Entry]
    more: dict[str, Entry]
    removed: frozenset[str]
    not_issues: tuple[str, ...] = ()

    def all(self) -> Iterable[Entry]:
        """Return every entry that has terms."""
        return (*self.whole.values(), *self.more.values())


def spellings_of(term: Term) -> set[str]:
    """Return the ways in which the term may be written, in lower case."""
    return {form.folded for form in forms_of(term.words)}


def spellings_alone(entry: Entry) -> set[str]:
    """Return the spellings that show the issue without any company."""
    # Two issues may share a word where its context tells them apart.
    return {word for term in entry.terms if not term.near for word in spellings_of(term)}


def _lifted(entry: Entry, removed: frozenset[str], parents: dict[str, str | None]) -> Entry:
    """Return the issue below the nearest wider issue that is still there."""
    parent = entry.parent_id
    while parent in removed:
        parent = parents[parent]
    return entry if parent == entry.parent_id else replace(entry, parent_id=parent)
