"""The people of an article by their last names, so that "Bessent" is Scott Bessent."""

from __future__ import annotations

import re

_FULL_NAME = re.compile(r"\b([A-ZÀ-Þ][\w’'-]+) ((?:[A-Z]\. )?[A-ZÀ-Þ][\w’'-]+)\b")


def people_in(body: str) -> dict[str, str]:
    """Return full names by last name; the first full name of the article wins."""
    people: dict[str, str] = {}
    for name in _FULL_NAME.finditer(body):
        people.setdefault(name.group(2), name.group())
    return people
