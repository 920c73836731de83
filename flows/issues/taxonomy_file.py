"""The taxonomy file: read, checked, and handed on as records.

`taxonomy.toml` beside this file ships with Dateline; its head explains the format. An analyst's
own file, on top of it, has the same format and two words more: `extend` and `remove`.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from flows.errors import TaxonomyError
from flows.issues.media_topics import media_topics
from flows.issues.places import Place, place_of, place_of_key
from flows.issues.taxonomy import Entry, OwnEntries, Taxonomy, Term, spellings_of
from flows.issues.terms import folded

TAXONOMY_FILE = Path(__file__).with_name("taxonomy.toml")

_ID = re.compile(r"[a-z][a-z0-9-]*\Z")
_TOML_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)|\(at end of document\)")
_TOP_KEYS = ("issue", "not_issues")
_TERM_KEYS = ("terms", "careful", "never")
_KEYS = ("id", "name", "parent", "media_topic", "about", *_TERM_KEYS)
_EXTENDING_KEYS = ("id", "extend", *_TERM_KEYS)
_REMOVING_KEYS = ("id", "remove")
_CAREFUL_KEYS = ("terms", "near", "unless")
# What may stand in a term: no sign of the term language inside, and single spaces.
_WORDS = r"[^*=\s]+(?: [^*=\s]+)*"
_TERM = re.compile(rf"(?:={_WORDS}|{_WORDS}\*?)\Z")
_NOTHING = Taxonomy((), ())


@cache
def default_taxonomy() -> Taxonomy:
    """Return the taxonomy that ships with Dateline.

    Raises TaxonomyError where the file has a mistake.
    """
    return taxonomy_of(TAXONOMY_FILE.read_text(encoding="utf-8"), TAXONOMY_FILE.name)


def taxonomy_of(text: str, file: str, base: Taxonomy = _NOTHING) -> Taxonomy:
    """Return the taxonomy written in the text of a file, on top of another one.

    Raises TaxonomyError, naming line and column, where it has a mistake.
    """
    return base.with_changes(_Reader(text, file).own_entries(base))


@dataclass(frozen=True, slots=True)
class _Row:
    """One [[issue]] of the file: which one it is, its keys, and what it gave."""

    index: int
    keys: dict[str, object]
    entry: Entry

    def has(self, key: str) -> bool:
        return key in self.keys


@dataclass(frozen=True, slots=True)
class _Reader:
    """Checks one file and knows where each mistake stands."""

    text: str
    file: str

    def error(
        self, problem: str, index: int | None = None, key: str | None = None, value: str = ""
    ) -> TaxonomyError:
        """Return the error for a problem in the issue of this number, at its key or value."""
        if index is not None:
            place = place_of(self.text, index, key, value)
        else:
            place = place_of_key(self.text, key) if key else Place(1, 1)
        return TaxonomyError(self.file, place.line, place.column, problem)

    def document(self) -> dict[str, object]:
        """Return the file as TOML reads it."""
        try:
            document = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            found = _TOML_PLACE.search(str(error))
            problem = _TOML_PLACE.sub("", str(error)).strip()
            line, column = found.groups() if found else (None, None)
            if line is None or column is None:
                line, column = self.text.count("\n") + 1, 1
            raise TaxonomyError(self.file, int(line), int(column), problem) from error
        for key in document:
            if key not in _TOP_KEYS:
                problem = f'"{key}" is not known here; an issue starts with [[issue]]'
                raise self.error(problem, key=key)
        return document

    def own_entries(self, base: Taxonomy) -> OwnEntries:
        """Return what the file says on top of another taxonomy, checked."""
        document = self.document()
        tables = self.tables(document.get("issue", []), "issue")
        rows = [_Row(index, keys, self.entry(keys, index)) for index, keys in enumerate(tables)]
        known = {entry.issue_id for entry in base.entries}
        removed = frozenset(row.entry.issue_id for row in rows if row.has("remove"))
        self._check_ids(rows, known)
        self._check_parents(rows, known - removed)
        owners: dict[str, str] = {}
        for row in rows:
            self._check_owners(row.entry, row.index, owners)
        whole = {row.entry.issue_id: row.entry for row in rows if "name" in row.keys}
        more: dict[str, Entry] = {}
        for row in rows:
            if row.has("extend"):
                before = more.get(row.entry.issue_id)
                more[row.entry.issue_id] = before.with_more(row.entry) if before else row.entry
        return OwnEntries(whole, more, removed, self.texts(document, "not_issues", None))

    def entry(self, row: dict[str, object], index: int) -> Entry:
        """Return one checked issue; of one that extends or removes another, what it gives."""
        is_whole = not self._says(row, "extend", index) and not self._says(row, "remove", index)
        self._check_keys(row, index)
        return Entry(
            issue_id=self._id(row, index),
            name=self._needed(row, "name", index) if is_whole else "",
            parent_id=self._optional(row, "parent", index),
            subject_code=self._subject_code(row, index),
            about=self._needed(row, "about", index) if is_whole else "",
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
            if index is not None and not _TERM.match(value):
                problem = f'"{value}" can never match: single spaces, "=" first or "*" last'
                raise self.error(problem, index, key, value)
        return tuple(cast("list[str]", values))

    def tables(self, value: object, key: str) -> list[dict[str, object]]:
        """Return the rows under a key."""
        rows = cast("list[object]", value) if isinstance(value, list) else [value]
        if not all(isinstance(row, dict) for row in rows):
            problem = f'each "{key}" must start with [[{key}]]'
            raise self.error(problem)
        return cast("list[dict[str, object]]", rows)

    def _check_keys(self, row: dict[str, object], index: int) -> None:
        allowed = _EXTENDING_KEYS if "extend" in row else _KEYS
        allowed = _REMOVING_KEYS if "remove" in row else allowed
        for key in row:
            if key not in allowed:
                known = ", ".join(allowed)
                problem = f'unknown key "{key}"; an issue has {known}'
                raise self.error(problem, index, key)

    def _check_ids(self, rows: list[_Row], known: set[str]) -> None:
        """Check that each id is given once, and that what is changed is there."""
        seen: set[str] = set()
        for row in rows:
            issue_id = row.entry.issue_id
            if row.has("remove") and issue_id not in known:
                problem = f'there is no issue "{issue_id}" to remove'
                raise self.error(problem, row.index, "id")
            if row.has("extend"):
                if issue_id not in known | seen:
                    problem = f'there is no issue "{issue_id}" to extend'
                    raise self.error(problem, row.index, "id")
                continue
            if issue_id in seen:
                problem = f'the id "{issue_id}" is already taken'
                raise self.error(problem, row.index, "id")
            seen.add(issue_id)

    def _check_parents(self, rows: list[_Row], known: set[str]) -> None:
        ids = known | {row.entry.issue_id for row in rows if not row.has("remove")}
        for row in rows:
            parent = row.entry.parent_id
            if parent is not None and parent not in ids - {row.entry.issue_id}:
                problem = f'the parent "{parent}" is no issue'
                raise self.error(problem, row.index, "parent", parent)

    def _check_owners(self, entry: Entry, index: int, owners: dict[str, str]) -> None:
        for term in entry.terms:
            # Two issues may share a word where its context tells them apart.
            if term.near:
                continue
            # A plural may be written as a term of its own, so spellings are compared.
            taken = {owners.setdefault(words, entry.issue_id) for words in spellings_of(term)}
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
            terms += self._careful_terms(group, index)
        hidden = {folded(phrase) for phrase in self.texts(row, "never", index)}
        for term in terms:
            if folded(term.words.strip("*=")) in hidden:
                problem = f'"{term.words}" can never match: it stands under "never" as well'
                raise self.error(problem, index, "never", term.words)
        return tuple(terms)

    def _careful_terms(self, group: dict[str, object], index: int) -> list[Term]:
        for key in group:
            if key not in _CAREFUL_KEYS:
                problem = f'unknown key "{key}" in "careful"'
                raise self.error(problem, index, "careful")
        near, unless = self.texts(group, "near", index), self.texts(group, "unless", index)
        if not near and not unless:
            problem = '"careful" needs "near" or "unless"'
            raise self.error(problem, index, "careful")
        words = self.texts(group, "terms", index)
        if near and set(near) <= set(unless):
            problem = f'{list(words)} can never match: its "near" stands under "unless" as well'
            raise self.error(problem, index, "careful")
        return [Term(word, near, unless) for word in words]

    def _says(self, row: dict[str, object], key: str, index: int) -> bool:
        if key in row and row[key] is not True:
            problem = f'"{key}" must be true, without quotation marks'
            raise self.error(problem, index, key)
        return key in row

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
