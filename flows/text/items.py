"""The items of a list that stands in one line: "tariffs, rare earths and Taiwan"."""

from __future__ import annotations

import re

from flows.records import Span

# A comma inside a number ("1,000 troops") separates nothing.
_SEPARATOR = re.compile(r"\s*(?:;|•|\||,(?!\d))\s*(?:(?:and|or|plus|&)\s)?\s*|\s/\s")
_LAST_AND = re.compile(r"\s+(?:and|or|&)\s+")
_TRIM = " \t\n.;,:–—-"


def items_within(text: str, start: int, end: int) -> list[Span]:
    """Return the items of the list at `start:end`, each trimmed of space and stops.

    "Tariffs, fentanyl and Taiwan" has three items; "oil and gas, migration" has two, because
    an "and" joins items only where the list ends.
    """
    items: list[Span] = []
    begin = start
    for separator in _SEPARATOR.finditer(text, start, end):
        items.append(Span(begin, separator.start()))
        begin = separator.end()
    items += _around_last_and(text, begin, end)
    return [span for item in items if (span := _trimmed(text, item)).start < span.end]


def _around_last_and(text: str, start: int, end: int) -> list[Span]:
    joined = _LAST_AND.search(text, start, end)
    if joined is None:
        return [Span(start, end)]
    return [Span(start, joined.start()), Span(joined.end(), end)]


def _trimmed(text: str, item: Span) -> Span:
    start, end = item
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return Span(start, end)
