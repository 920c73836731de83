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
from flows.articles.html_blocks import HEADINGS, passages_in, stands_elsewhere
from flows.articles.html_headline import text_of
from flows.articles.moments import LONGEST_DATE_CHARS, Moment, moment_of
from flows.articles.passages import folded
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
_UPDATE_LABEL = re.compile(
    r"\W{0,4}(?:(?:page )?last )?(?:updated|modified|reviewed)\b(?:\s+on)?\s*:?\s*", re.IGNORECASE
)
# What stands behind a date is often when the page was changed; alone, it is the best there is.
_CHANGED = re.compile(
    r"(?:(?<=\w)\W+|(?<=\d))(?:updated|modified|edited|reviewed)\b.*", re.IGNORECASE | re.DOTALL
)
_PARTING = re.compile(r"\s+[|·•/–—]\s+")


def published_on_page(
    tree: html.HtmlElement, headline: str, not_after: datetime | None
) -> Stated[Moment] | None:
    """Return the publication time that the page shows, or None where it shows none."""
    if read := _labelled_date(tree, _LABEL):
        return Stated(read, "date line")
    near = _date_near_headline(tree, headline)
    timed = _first_time(tree, headline)
    if timed and (near is None or near.day == timed.day):
        return Stated(timed, "time")
    if read := near or _first_date(_MARKED(tree)[:MOST_DATE_ELEMENTS]):
        return Stated(read, "date line")
    latest = (not_after + _AHEAD).date().isoformat() if not_after else _LATEST
    found = find_date(
        tree, extensive_search=False, original_date=True, min_date=_EARLIEST, max_date=latest
    )
    if read := moment_of(found):
        return Stated(read, "page")
    updated = _labelled_date(tree, _UPDATE_LABEL)
    return Stated(updated, "date line") if updated else None


def _first_time(tree: html.HtmlElement, headline: str) -> Moment | None:
    """Return the marked-up time of the headline's own section, else the nearest above, else any."""
    sections: list[list[html.HtmlElement]] = [[]]
    words, own = folded(headline), 0
    for element in tree.iter("time", *HEADINGS):
        if element.tag == "time":
            sections[-1].append(element)
            continue
        sections.append([])
        if not own and folded(text_of(element)) == words:
            own = len(sections) - 1
    ordered = (sections[own], *reversed(sections[:own]), *sections[own + 1 :])
    read = (moment_of(e.get("datetime")) or moment_of(text_of(e)) for s in ordered for e in s)
    return next((moment for moment in read if moment), None)


def _labelled_date(tree: html.HtmlElement, label: re.Pattern[str]) -> Moment | None:
    """Return the date behind the label ("Posted on"), in its element or around it."""
    for element in tree.iter("p", "div", "span", "li", "strong", "b", "em", "small", "dt", "td"):
        if not label.match(element.text or "") or stands_elsewhere(element):
            continue
        around = element.getparent()
        for whole in (element, around) if around is not None else (element,):
            text = " ".join(islice(whole.itertext(), MOST_PIECES))
            if read := moment_of(_CHANGED.sub("", label.sub("", text, count=1)).strip()):
                return read
    return None


def _date_near_headline(tree: html.HtmlElement, headline: str) -> Moment | None:
    """Return the date of a short line just above or below the headline."""
    shown = [p for p in passages_in(tree) if any(map(str.isalnum, p.text))]
    heads = [n for n, p in enumerate(shown) if p.kind is BlockKind.HEADING]
    words = folded(headline)
    head = next((n for n in heads if folded(shown[n].text) == words), heads[0] if heads else None)
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
