"""Where a page tells who wrote it: elements that it marks, texts that open with "By", links."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from flows.articles.html_blocks import stands_elsewhere
from flows.articles.passages import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import html

# A longer text under a byline mark is a biography or a whole column.
LONGEST_BYLINE_CHARS = 240
MOST_BYLINES = 12
# A byline is a handful of words, links and line breaks.
MOST_PIECES = 20
# Two decks may part a byline from its story.
MOST_LINES_ABOVE = 3
# "Mia Holt, MD" has "/staff/holt-mia".
FEWEST_NAMES = 2
# A name on a link is short; a teaser on a link is not.
LONGEST_LINK_CHARS = 60

_OTHER_MARK = re.compile(
    r"bio|about|avatar|comment|related|social|share|follow|image|photo|img|more|recent|desc|list"
    r"|newsletter|disclosure|job|title|count|authori[sz]|card-grid",
    re.IGNORECASE,
)
_MARKED = etree.XPath(
    "//*[@rel='author' or @itemprop='author' or contains(@class, 'uthor')"
    " or contains(@class, 'yline') or contains(@data-testid, 'yline')]"
)
_OPENS_BYLINE = re.compile(
    r"\W{0,6}(?:(?:written |posted |words |story |text |article )?by|(?:autor(?:in)?|auteur)(?=:|$)"
    r"|author(?=:|$)|von|par)\b:?(?:\s|$)",
    re.IGNORECASE,
)
_MAY_OPEN = (
    "p", "div", "span", "li", "a", "em", "strong", "small", "address", "h2", "h3", "h4", "h5",
)  # fmt: skip
_AUTHOR_LINK = re.compile(
    r"/(?:(?:authors?|contributors?|journalists?|writers?|reporters)"
    r"|(?P<of_anybody>people|profiles?|user|userprofile|by|staff))"
    r"/(?P<slug>[\w.+%-]{2,80})/?(?:[?#].*)?$"
)


def opened_bylines(tree: html.HtmlElement) -> Iterator[str]:
    """Yield the first short texts that open with "By" or "Written by", in page order."""
    texts = (_opened_text(element) for element in tree.iter(*_MAY_OPEN))
    return islice((text for text in texts if text), MOST_BYLINES)


def _opened_text(element: html.HtmlElement) -> str | None:
    """Return the text of a byline that the element opens: its own, or with what stands by it."""
    if not _OPENS_BYLINE.match(element.text or "") or stands_elsewhere(element):
        return None
    # A link that opens so leads to its author, or stands in a menu: "By company size".
    if element.tag == "a" and not _AUTHOR_LINK.search(element.get("href") or ""):
        return None
    has_own_line = len(element) > 0 and element[0].tag == "br"
    wholes = (element, element.getparent(), element.getnext())
    texts = (
        "\n".join(islice(whole.itertext(), MOST_PIECES)) for whole in wholes if whole is not None
    )
    candidates = (element.text or "", *texts) if has_own_line else texts
    return next((text for text in candidates if _is_byline(text)), None)


def _is_byline(text: str) -> bool:
    return len(text) <= LONGEST_BYLINE_CHARS and bool(_OPENS_BYLINE.sub("", text).strip())


def author_links(tree: html.HtmlElement, *, is_named_so: bool = False) -> Iterator[str]:
    """Yield the texts of the first links that lead to an author's page, in page order.

    `is_named_so` wants the page to be named as the link is: "Amanda" leads to "/author/amanda".
    """
    return islice(_linked_texts(tree, is_named_so=is_named_so), MOST_BYLINES)


def _linked_texts(tree: html.HtmlElement, *, is_named_so: bool) -> Iterator[str]:
    for element in tree.iter("a"):
        found = _AUTHOR_LINK.search(element.get("href") or "")
        text = " ".join(element.itertext()) if found else ""
        if found is None or len(text) > LONGEST_LINK_CHARS or stands_elsewhere(element):
            continue
        words, slug = folded(text).split(), folded(found["slug"])
        if is_named_so:
            is_theirs = words == slug.split()
        else:
            # Anybody has a profile; "/user/login" is nobody's.
            shared = sum(word in slug for word in words)
            is_theirs = not found["of_anybody"] or shared >= min(FEWEST_NAMES, len(words))
        if is_theirs:
            yield text


def marked_bylines(tree: html.HtmlElement) -> Iterator[str]:
    """Yield the short texts that the page marks as bylines, the surest marks first."""
    marked = [element for element in _MARKED(tree) if not _OTHER_MARK.search(_marks_of(element))]
    for element in sorted(marked, key=_is_unsure)[:MOST_BYLINES]:
        text = "\n".join(element.itertext())
        if len(text) <= LONGEST_BYLINE_CHARS and not stands_elsewhere(element):
            yield text


def lines_above_story(tree: html.HtmlElement) -> Iterator[str]:
    """Yield the short paragraphs right above the first long one, the nearest first."""
    first = next((p for p in tree.iter("p") if len(p.text_content()) > LONGEST_BYLINE_CHARS), None)
    above = () if first is None else first.itersiblings("p", preceding=True)
    for element in islice(above, MOST_LINES_ABOVE):
        text = " ".join(element.text_content().split())
        if text and len(text) <= LONGEST_LINK_CHARS:
            yield text


def _marks_of(element: html.HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('data-testid') or ''}"


def _is_unsure(element: html.HtmlElement) -> bool:
    return "yline" not in _marks_of(element) and not element.get("rel")
