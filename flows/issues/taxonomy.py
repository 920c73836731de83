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
    not_issues = reader.texts(document, "not_issues", Place(1, 1))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Taxonomy(entries, not_issues, digest)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Checks one file and knows where each mistake stands."""

    text: str
    file: str

    def error(self, place: Place, problem: str) -> TaxonomyError:
        return TaxonomyError(self.file, place.line, place.column, problem)

    def document(self) -> dict[str, object]:
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            found = _TOML_PLACE.search(str(error))
            problem = _TOML_PLACE.sub("", str(error)).strip()
            if found is None or found.group(1) is None:
                raise self.error(Place(self.text.count("\n") + 1, 1), problem) from error
            place = Place(int(found.group(1)), int(found.group(2)))
            raise self.error(place, problem) from error

    def entry(self, row: dict[str, object], index: int) -> Entry:
        here = place_of(self.text, index)
        for key in row:
            if key not in _KEYS:
                known = ", ".join(_KEYS)
                place = place_of(self.text, index, key)
                raise self.error(place, f'unknown key "{key}"; an issue has {known}')
        return Entry(
            issue_id=self._id(row, index),
            name=self._needed(row, "name", here),
            parent_id=self._optional(row, "parent", here),
            subject_code=self._subject_code(row, index),
            about=self._needed(row, "about", here),
            terms=self._terms(row, index),
            never=self.texts(row, "never", here),
        )

    def texts(self, row: dict[str, object], key: str, place: Place) -> tuple[str, ...]:
        values = row.get(key, [])
        if not isinstance(values, list):
            raise self.error(place, f'"{key}" must be a list of texts in [ ]')
        for value in cast("list[object]", values):
            if not isinstance(value, str) or not value.strip("*= "):
                raise self.error(place, f'"{key}" holds {value!r}, which is no words')
        return tuple(cast("list[str]", values))

    def tables(self, value: object, key: str) -> list[dict[str, object]]:
        rows = cast("list[object]", value) if isinstance(value, list) else [value]
        if not all(isinstance(row, dict) for row in rows):
            raise self.error(Place(1, 1), f'each "{key}" must start with [[{key}]]')
        return cast("list[dict[str, object]]", rows)

    def check_together(self, entries: tuple[Entry, ...]) -> None:
        """Check what concerns more than one issue: ids, parents, shared terms."""
        owners: dict[str, str] = {}
        ids = {entry.issue_id for entry in entries}
        seen: set[str] = set()
        for index, entry in enumerate(entries):
            if entry.issue_id in seen:
                place = place_of(self.text, index, "id")
                raise self.error(place, f'the id "{entry.issue_id}" is already taken')
            seen.add(entry.issue_id)
            if entry.parent_id is not None and entry.parent_id not in ids - {entry.issue_id}:
                place = place_of(self.text, index, "parent", entry.parent_id)
                raise self.error(place, f'the parent "{entry.parent_id}" is no issue')
            self._check_owners(entry, index, owners)

    def _check_owners(self, entry: Entry, index: int, owners: dict[str, str]) -> None:
        for term in entry.terms:
            # Two issues may share a word where its context tells them apart.
            if term.near:
                continue
            owner = owners.setdefault(term.words, entry.issue_id)
            if owner != entry.issue_id:
                place = place_of(self.text, index, "terms", term.words)
                problem = f'"{term.words}" already belongs to "{owner}"; give it a "near"'
                raise self.error(place, problem)

    def _id(self, row: dict[str, object], index: int) -> str:
        issue_id = self._needed(row, "id", place_of(self.text, index))
        if not _ID.match(issue_id):
            place = place_of(self.text, index, "id")
            raise self.error(place, f'the id "{issue_id}" may have a-z, 0-9 and - alone')
        return issue_id

    def _subject_code(self, row: dict[str, object], index: int) -> str | None:
        place = place_of(self.text, index, "media_topic")
        number = self._optional(row, "media_topic", place)
        if number is None:
            return None
        code = f"medtop:{number}"
        if code not in media_topics():
            raise self.error(place, f'"{number}" is no IPTC Media Topic in use')
        return code

    def _terms(self, row: dict[str, object], index: int) -> tuple[Term, ...]:
        place = place_of(self.text, index, "terms")
        terms = [Term(words) for words in self.texts(row, "terms", place)]
        place = place_of(self.text, index, "careful")
        for group in self.tables(row.get("careful", []), "careful"):
            for key in group:
                if key not in _CAREFUL_KEYS:
                    raise self.error(place, f'unknown key "{key}" in "careful"')
            near = self.texts(group, "near", place)
            unless = self.texts(group, "unless", place)
            if not near and not unless:
                raise self.error(place, '"careful" needs "near" or "unless"')
            words = self.texts(group, "terms", place)
            terms += [Term(word, near, unless) for word in words]
        return tuple(terms)

    def _needed(self, row: dict[str, object], key: str, place: Place) -> str:
        value = self._optional(row, key, place)
        if value is None:
            raise self.error(place, f'this issue has no "{key}"')
        return value

    def _optional(self, row: dict[str, object], key: str, place: Place) -> str | None:
        value = row.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            raise self.error(place, f'"{key}" must be text in quotation marks')
        return value
