"""When a page was published, where its metadata does not say: labels, time elements, date lines.

What the page does not mark is left to htmldate in its careful mode, which reads marked-up dates
only; its wide search guesses from any year on the page, and a guess is not presented as a fact.
"""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING

from htmldate import find_date
from lxml import etree

from flows.articles.draft import Stated
from flows.articles.html_blocks import passages_in, stands_elsewhere
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
# A date and its label are a handful of pieces.
MOST_PIECES = 6
_EARLIEST = "1990-01-01"
_LATEST = "2100-01-01"

_MARKED = etree.XPath(
    "//*[@itemprop='datePublished' or contains(@class, 'publish') or contains(@class, 'Publish')"
    " or contains(@class, 'date') or contains(@class, 'Date') or contains(@class, 'timestamp')"
    " or contains(@class, 'Timestamp') or contains(@class, 'time')]"
)

_LABEL = re.compile(
    r"\W{0,4}(?:(?:\(?re\)?|first |originally )?(?:published|posted)|publication date"
    r"|date published|written)\b(?:\s+(?:on|at))?\s*:?\s*",
    re.IGNORECASE,
)
# What stands behind a date is often when the page was changed; alone, it is the best there is.
_CHANGED = re.compile(
    r"(?<=\w)\W+(?:updated|modified|edited|reviewed)\b.*", re.IGNORECASE | re.DOTALL
)
_PARTING = re.compile(r"\s+[|·•/–—]\s+")


def published_on_page(tree: html.HtmlElement, not_after: datetime | None) -> Stated[Moment] | None:
    """Return the publication time that the page shows, or None where it shows none."""
    if read := _labelled_date(tree):
        return Stated(read, "date line")
    for element in tree.iter("time"):
        if read := moment_of(element.get("datetime")) or moment_of(text_of(element)):
            return Stated(read, "time")
    marked = _MARKED(tree)[:MOST_DATE_ELEMENTS]
    if read := _date_near_headline(tree) or _first_date(marked):
        return Stated(read, "date line")
    latest = (not_after + _AHEAD).date().isoformat() if not_after else _LATEST
    found = find_date(
        tree, extensive_search=False, original_date=True, min_date=_EARLIEST, max_date=latest
    )
    read = moment_of(found)
    return Stated(read, "page") if read else None


def _labelled_date(tree: html.HtmlElement) -> Moment | None:
    """Return the date behind "Published" or "Posted on", in its element or around it."""
    for element in tree.iter("p", "div", "span", "li", "strong", "b", "em", "small", "dt", "td"):
        if not _LABEL.match(element.text or "") or stands_elsewhere(element):
            continue
        around = element.getparent()
        for whole in (element, around) if around is not None else (element,):
            text = " ".join(islice(whole.itertext(), MOST_PIECES))
            if read := moment_of(_CHANGED.sub("", _LABEL.sub("", text, count=1)).strip()):
                return read
    return None


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
    lines = (
        part
        for passage in (*below, *above)
        if len(passage.text) <= LONGEST_DATE_CHARS
        for part in _PARTING.split(_CHANGED.sub("", passage.text))
    )
    return next((moment for line in lines if (moment := moment_of(line))), None)


def _first_date(elements: Iterable[html.HtmlElement]) -> Moment | None:
    for element in elements:
        if element.get("content") and (read := moment_of(element.get("content"))):
            return read
        text = text_of(element)
        if len(text) <= LONGEST_DATE_CHARS and (read := moment_of(text)):
            return read
    return None
