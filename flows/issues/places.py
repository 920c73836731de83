"""Where in the taxonomy file something stands, so that an error can point at it."""

from __future__ import annotations

import re
from typing import NamedTuple

_HEADER = re.compile(r"^\[\[issue\]\]", re.MULTILINE)


class Place(NamedTuple):
    """A line and a column, both counted from one."""

    line: int
    column: int


def place_of(text: str, index: int, key: str | None = None, value: str = "") -> Place:
    """Return where the issue of this number stands, or its key, or a value of that key.

    What is not found is pointed at by what holds it: the value's key, the key's issue.
    """
    headers = [header.start() for header in _HEADER.finditer(text)]
    if index >= len(headers):
        return Place(1, 1)
    start = headers[index]
    end = headers[index + 1] if index + 1 < len(headers) else len(text)
    at = start
    if key is not None:
        found = re.compile(rf"^{re.escape(key)}\s*=", re.MULTILINE).search(text, start, end)
        at = found.start() if found else start
    if value:
        quoted = text.find(f'"{value}"', at, end)
        at = quoted if quoted >= 0 else at
    return _place_at(text, at)


def place_of_key(text: str, key: str) -> Place:
    """Return where a key or a table of this name first stands outside the issues."""
    found = re.search(rf"^\[*\s*{re.escape(key)}\b", text, re.MULTILINE)
    return _place_at(text, found.start() if found else 0)


def _place_at(text: str, at: int) -> Place:
    return Place(text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
