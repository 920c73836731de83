"""The file of mappings for a desk's own JSON, checked; a mistake is told with line and column."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import cast

from jmespath.exceptions import JMESPathError, ParseError

from flows.articles.json_mapping import JsonMapping, compiled
from flows.errors import MappingError

# What a mapping may say where to find, and how the JSON reader calls it.
FIELDS = {
    "headline": "headline",
    "body": "text",
    "published": "published",
    "modified": "modified",
    "authors": "authors",
    "outlet": "outlet",
    "section": "section",
    "edition": "edition",
    "summary": "summary",
    "url": "url",
    "id": "publisher_id",
    "place": "place",
    "credit": "credit",
    "language": "language",
    "topics": "topics",
}
_REQUIRED = ("name", "has", "headline", "body")
_KEYS = ("name", "has", "list", *FIELDS)
_TOML_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)|\(at end of document\)")
_HEADER = re.compile(r"\s*\[\[\s*mapping\s*\]\]")


def mappings_of(text: str, file: str) -> tuple[JsonMapping, ...]:
    """Return the mappings that the text of the file holds, in order.

    Raises MappingError, naming line and column, where it has a mistake.
    """
    return _Reader(text, file).mappings()


@dataclass(frozen=True, slots=True)
class _Reader:
    """Checks one file and knows where each mistake stands."""

    text: str
    file: str

    def mappings(self) -> tuple[JsonMapping, ...]:
        try:
            document = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            raise self._broken(error) from error
        entries = document.get("mapping", [])
        if set(document) - {"mapping"} or not isinstance(entries, list):
            raise MappingError(
                self.file, 1, 1, "only tables that begin with [[mapping]] may be here"
            )
        tables = cast("list[object]", entries)
        return tuple(self._mapping(table, number) for number, table in enumerate(tables))

    def _broken(self, error: tomllib.TOMLDecodeError) -> MappingError:
        found = _TOML_PLACE.search(str(error))
        line, column = found.groups() if found else (None, None)
        problem = _TOML_PLACE.sub("", str(error)).strip()
        last = self.text.count("\n") + 1
        return MappingError(self.file, int(line or last), int(column or 1), problem)

    def _mapping(self, table: object, number: int) -> JsonMapping:
        keys = cast("dict[str, object]", table) if isinstance(table, dict) else {}
        for key in keys:
            if key not in _KEYS:
                raise self._error(number, key, f'"{key}" is not known here')
        for key in _REQUIRED:
            if not keys.get(key):
                raise self._error(number, "", f'"{key}" is missing')
        texts = {key: self._texts(keys[key], number, key) for key in keys}
        for key, paths in texts.items():
            if key != "name":
                self._check_paths(paths, number, key)
        return JsonMapping(
            name=texts["name"][0],
            has=texts["has"],
            paths=tuple((FIELDS[key], texts[key]) for key in texts if key in FIELDS),
            list_path=texts["list"][0] if "list" in texts else None,
        )

    def _texts(self, value: object, number: int, key: str) -> tuple[str, ...]:
        values = cast("list[object]", value) if isinstance(value, list) else [value]
        texts = tuple(text for text in values if isinstance(text, str) and text.strip())
        if len(texts) != len(values):
            raise self._error(number, key, f'"{key}" is a text or a list of texts')
        return texts

    def _check_paths(self, paths: tuple[str, ...], number: int, key: str) -> None:
        for path in paths:
            try:
                compiled(path)
            except JMESPathError as error:
                offset = error.lex_position if isinstance(error, ParseError) else 0
                problem = f'"{path}" is no path (see jmespath.org)'
                raise self._error(number, key, problem, path, max(0, offset)) from error

    def _error(
        self, number: int, key: str, problem: str, value: str = "", offset: int = 0
    ) -> MappingError:
        line, column = self._place(number, key, value)
        return MappingError(self.file, line, column + offset, problem)

    def _place(self, number: int, key: str, value: str) -> tuple[int, int]:
        """Return line and column of the key, or of the value behind it, in this mapping."""
        lines = self.text.split("\n")
        heads = [place for place, line in enumerate(lines) if _HEADER.match(line)]
        start = heads[number] if number < len(heads) else 0
        end = heads[number + 1] if number + 1 < len(heads) else len(lines)
        opening = re.compile(rf"\s*(?:\"{re.escape(key)}\"|{re.escape(key)})\s*=")
        at = next((n for n in range(start, end) if key and opening.match(lines[n])), start)
        for place in range(at, end) if value else ():
            if (column := lines[place].find(value)) >= 0:
                return place + 1, column + 1
        return at + 1, len(lines[at]) - len(lines[at].lstrip()) + 1
