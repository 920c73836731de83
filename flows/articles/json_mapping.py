"""A desk's own JSON: which file it is, and where in it the headline, the text and the rest stand.

A mapping says it in JMESPath (https://jmespath.org): "texts.main", "paragraphs[].text", or
"'Northgate Ledger'" for words that stand in no file. The first mapping that fits is used.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

import jmespath
from jmespath.exceptions import JMESPathError

from flows.articles.json_values import JsonValue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jmespath.parser import ParsedResult

JsonObject = dict[str, object]


@dataclass(frozen=True, slots=True)
class JsonMapping:
    """How one kind of JSON is read.

    It fits an object in which every path of `has` leads to something. `list_path` leads to the
    objects, where several articles stand in one. `paths` holds, for each of our fields, the
    paths to try, in order.
    """

    name: str
    has: tuple[str, ...]
    paths: tuple[tuple[str, tuple[str, ...]], ...]
    list_path: str | None = None


@dataclass(frozen=True, slots=True)
class Mapped:
    """One article of a desk's own JSON in our names, and its place in the file."""

    place: str | None
    fields: JsonObject
    mapping: str


def mapped_articles(value: JsonValue, mappings: tuple[JsonMapping, ...]) -> list[Mapped]:
    """Return the articles that the first fitting mapping finds in the value, or none."""
    for mapping in mappings:
        if found := list(_articles_by(mapping, value)):
            return found
    return []


def _articles_by(mapping: JsonMapping, value: JsonValue) -> Iterator[Mapped]:
    for place, entry in _entries(mapping, value):
        if not all(_found(path, entry) for path in mapping.has):
            continue
        fields: JsonObject = {
            name: found for name, paths in mapping.paths if (found := _first(paths, entry))
        }
        if "headline" in fields and "text" in fields:
            yield Mapped(place, fields, mapping.name)


def _entries(mapping: JsonMapping, value: JsonValue) -> Iterator[tuple[str | None, object]]:
    listed = _found(mapping.list_path, value.value) if mapping.list_path else value.value
    if not isinstance(listed, list):
        yield value.place, listed
        return
    for number, entry in enumerate(cast("list[object]", listed), start=1):
        yield ", ".join(part for part in (value.place, f"entry {number}") if part), entry


def _first(paths: tuple[str, ...], entry: object) -> object:
    return next((found for path in paths if (found := _found(path, entry))), None)


def _found(path: str, entry: object) -> object:
    """Return what the path leads to; a path that does not suit this object leads to nothing."""
    try:
        return cast("object", compiled(path).search(entry))
    except (JMESPathError, TypeError, ValueError, AttributeError, RecursionError):
        return None


@cache
def compiled(path: str) -> ParsedResult:
    """Return the path ready for use. Raises JMESPathError where it is none."""
    return jmespath.compile(path)
