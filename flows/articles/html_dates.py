"""When a page was published: JSON-LD, meta tags, time elements, the date under the headline.

What the page does not mark is left to htmldate in its careful mode, which reads marked-up dates
only; its wide search guesses from any year on the page, and a guess is not presented as a fact.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from htmldate import find_date
from lxml import etree

from flows.articles.draft import Stated
from flows.articles.html_blocks import passages_in
from flows.articles.html_headline import text_of
from flows.articles.moments import LONGEST_DATE_CHARS, Moment, moment_of
from flows.records import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from lxml import html

# A page's date stands among the first elements around its headline, its readers' dates below.
MOST_DATE_ELEMENTS = 40
LINES_BELOW = 8
LINES_ABOVE = 3
# Clocks of publishers and of this machine differ by time zones at most.
_AHEAD = timedelta(days=2)
_EARLIEST = "1990-01-01"
_LATEST = "2100-01-01"

_MARKED = etree.XPath(
    "//*[@itemprop='datePublished' or contains(@class, 'publish') or contains(@class, 'Publish')"
    " or contains(@class, 'date') or contains(@class, 'Date') or contains(@class, 'timestamp')"
    " or contains(@class, 'Timestamp') or contains(@class, 'time')]"
)


def published_on_page(tree: html.HtmlElement, not_after: datetime | None) -> Stated[Moment] | None:
    """Return the publication time that the page shows, or None where it shows none."""
    for element in tree.iter("time"):
        if read := moment_of(element.get("datetime")) or moment_of(text_of(element)):
            return Stated(read, "time")
    if read := _first_date(_MARKED(tree)[:MOST_DATE_ELEMENTS]):
        return Stated(read, "date line")
    latest = (not_after + _AHEAD).date().isoformat() if not_after else _LATEST
    found = find_date(
        tree, extensive_search=False, original_date=True, min_date=_EARLIEST, max_date=latest
    )
    if read := moment_of(found):
        return Stated(read, "page")
    read = _date_near_headline(tree)
    return Stated(read, "date line") if read else None


def _date_near_headline(tree: html.HtmlElement) -> Moment | None:
    """Return the date of a short line just above or below the headline."""
    shown = list(passages_in(tree))
    head = next((n for n, p in enumerate(shown) if p.kind is BlockKind.HEADING), None)
    if head is None:
        return None
    below, above = (
        shown[head + 1 : head + 1 + LINES_BELOW],
        shown[max(0, head - LINES_ABOVE) : head],
    )
    lines = [
        passage.text for passage in (*below, *above) if len(passage.text) <= LONGEST_DATE_CHARS
    ]
    return next((moment for line in lines if (moment := moment_of(line))), None)


def _first_date(elements: Iterable[html.HtmlElement]) -> Moment | None:
    for element in elements:
        if element.get("content") and (read := moment_of(element.get("content"))):
            return read
        text = text_of(element)
        if len(text) <= LONGEST_DATE_CHARS and (read := moment_of(text)):
            return read
    return None
