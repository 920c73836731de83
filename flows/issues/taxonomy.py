"""The taxonomy of issues: read, checked, and handed on as records.

`taxonomy.toml` beside this file is what an analyst edits; its head explains the format.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from flows.errors import TaxonomyError
from flows.issues.media_topics import media_topics
from flows.issues.places import Place, place_of
from flows.issues.terms import forms_of

TAXONOMY_FILE = Path(__file__).with_name("taxonomy.toml")

_ID = re.compile(r"[a-z][a-z0-9-]*\Z")
_TOML_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)|\(at end of document\)")
_KEYS = ("id", "name", "parent", "media_topic", "about", "terms", "careful", "never")
_CAREFUL_KEYS = ("terms", "near", "unless")


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


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """The checked file. `not_issues` are keywords of publishers that name no issue."""

    entries: tuple[Entry, ...]
    not_issues: tuple[str, ...]
    sha256: str


@cache
def default_taxonomy() -> Taxonomy:
    """Return the taxonomy that ships with Dateline.

    Raises TaxonomyError where the file has a mistake.
    """
    return taxonomy_of(TAXONOMY_FILE.read_text(encoding="utf-8"), TAXONOMY_FILE.name)


def taxonomy_of(text: str, file: str) -> Taxonomy:
    """Return the taxonomy written in the text of a file.

    Raises TaxonomyError, naming line and column, where it has a mistake.
    """
    reader = _Reader(text, file)
    document = reader.document()
    rows = reader.tables(document.get("issue", []), "issue")
    entries = tuple(reader.entry(row, index) for index, row in enumerate(rows))
    reader.check_together(entries)
    not_issues = reader.texts(document, "not_issues", None)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Taxonomy(entries, not_issues, digest)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Checks one file and knows where each mistake stands."""

    text: str
    file: str

    def error(
        self, problem: str, index: int | None = None, key: str | None = None, value: str = ""
    ) -> TaxonomyError:
        """Return the error for a problem in the issue of this number, at its key or value."""
        place = Place(1, 1) if index is None else place_of(self.text, index, key, value)
        return TaxonomyError(self.file, place.line, place.column, problem)

    def document(self) -> dict[str, object]:
        """Return the file as TOML reads it."""
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            found = _TOML_PLACE.search(str(error))
            problem = _TOML_PLACE.sub("", str(error)).strip()
            line, column = found.groups() if found else (None, None)
            if line is None or column is None:
                line, column = self.text.count("\n") + 1, 1
            raise TaxonomyError(self.file, int(line), int(column), problem) from error

    def entry(self, row: dict[str, object], index: int) -> Entry:
        """Return one checked issue."""
        for key in row:
            if key not in _KEYS:
                known = ", ".join(_KEYS)
                problem = f'unknown key "{key}"; an issue has {known}'
                raise self.error(problem, index, key)
        return Entry(
            issue_id=self._id(row, index),
            name=self._needed(row, "name", index),
            parent_id=self._optional(row, "parent", index),
            subject_code=self._subject_code(row, index),
            about=self._needed(row, "about", index),
            terms=self._terms(row, index),
            never=self.texts(row, "never", index),
        )

    def texts(self, row: dict[str, object], key: str, index: int | None) -> tuple[str, ...]:
        """Return a list of words under a key, or none if the key is absent."""
        values = row.get(key, [])
        if not isinstance(values, list):
            problem = f'"{key}" must be a list of texts in [ ]'
            raise self.error(problem, index, key)
        for value in cast("list[object]", values):
            if not isinstance(value, str) or not value.strip("*= "):
                problem = f'"{key}" holds {value!r}, which is no words'
                raise self.error(problem, index, key)
        return tuple(cast("list[str]", values))

    def tables(self, value: object, key: str) -> list[dict[str, object]]:
        """Return the rows under a key."""
        rows = cast("list[object]", value) if isinstance(value, list) else [value]
        if not all(isinstance(row, dict) for row in rows):
            problem = f'each "{key}" must start with [[{key}]]'
            raise self.error(problem)
        return cast("list[dict[str, object]]", rows)

    def check_together(self, entries: tuple[Entry, ...]) -> None:
        """Check what concerns more than one issue: ids, parents, shared terms."""
        owners: dict[str, str] = {}
        ids = {entry.issue_id for entry in entries}
        seen: set[str] = set()
        for index, entry in enumerate(entries):
            parent = entry.parent_id
            if entry.issue_id in seen:
                problem = f'the id "{entry.issue_id}" is already taken'
                raise self.error(problem, index, "id")
            seen.add(entry.issue_id)
            if parent is not None and parent not in ids - {entry.issue_id}:
                problem = f'the parent "{parent}" is no issue'
                raise self.error(problem, index, "parent", parent)
            self._check_owners(entry, index, owners)

    def _check_owners(self, entry: Entry, index: int, owners: dict[str, str]) -> None:
        for term in entry.terms:
            # Two issues may share a word where its context tells them apart.
            if term.near:
                continue
            # A plural may be written as a term of its own, so spellings are compared.
            spellings = {form.folded for form in forms_of(term.words)}
            taken = {owners.setdefault(spelling, entry.issue_id) for spelling in spellings}
            for owner in taken - {entry.issue_id}:
                problem = f'"{term.words}" already belongs to "{owner}"; give it a "near"'
                raise self.error(problem, index, "terms", term.words)

    def _id(self, row: dict[str, object], index: int) -> str:
        issue_id = self._needed(row, "id", index)
        if not _ID.match(issue_id):
            problem = f'the id "{issue_id}" may have a-z, 0-9 and - alone'
            raise self.error(problem, index, "id")
        return issue_id

    def _subject_code(self, row: dict[str, object], index: int) -> str | None:
        number = self._optional(row, "media_topic", index)
        if number is None:
            return None
        code = f"medtop:{number}"
        if code not in media_topics():
            problem = f'"{number}" is no IPTC Media Topic in use'
            raise self.error(problem, index, "media_topic")
        return code

    def _terms(self, row: dict[str, object], index: int) -> tuple[Term, ...]:
        terms = [Term(words) for words in self.texts(row, "terms", index)]
        for group in self.tables(row.get("careful", []), "careful"):
            for key in group:
                if key not in _CAREFUL_KEYS:
                    problem = f'unknown key "{key}" in "careful"'
                    raise self.error(problem, index, "careful")
            near, unless = self.texts(group, "near", index), self.texts(group, "unless", index)
            if not near and not unless:
                problem = '"careful" needs "near" or "unless"'
                raise self.error(problem, index, "careful")
            terms += [Term(word, near, unless) for word in self.texts(group, "terms", index)]
        return tuple(terms)

    def _needed(self, row: dict[str, object], key: str, index: int) -> str:
        value = self._optional(row, key, index)
        if value is None:
            problem = f'this issue has no "{key}"'
            raise self.error(problem, index)
        return value

    def _optional(self, row: dict[str, object], key: str, index: int) -> str | None:
        value = row.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            problem = f'"{key}" must be text in quotation marks'
            raise self.error(problem, index, key)
        return value
