"""The headline of a page: what JSON-LD, the visible h1, Open Graph and the title tag agree on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flows.articles.draft import Stated
from flows.articles.passages import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import html

LONGEST_HEADLINE_CHARS = 400
# An h1 that shares fewer words with the stated titles heads something else: a site, a box.
LEAST_SHARED_WORDS = 0.5
# A one-word h1 ("News") shares its word with many titles.
FEW_WORDS = 2

_SITE_SEPARATOR = re.compile(r"\s+[|–—•·»:-]{1,2}\s+|\s*\|\s*")
_BAR = re.compile(r"\s+\|\s+")


def headline_of(
    linked: str | None, open_graph: str | None, tree: html.HtmlElement, site: str | None
) -> Stated[str] | None:
    """Return the headline: JSON-LD's, unless what the reader sees and Open Graph outvote it."""
    title = next((text_of(element) for element in tree.iter("title")), "")
    stated = [without_site(text, site) for text in (linked, open_graph, title) if text]
    visible = _section_in_title(tree, title) or _visible_headline(tree, stated, site)
    shared = without_site(open_graph, site) if open_graph else None
    if visible and shared and _is_headline_of(visible, shared):
        return Stated(visible, "h1")
    ordered = (
        (without_site(linked, site) if linked else None, "json-ld"),
        (visible, "h1"),
        (_longest_part(shared) if shared else None, "meta"),
        (_longest_part(without_site(title, site)), "title"),
    )
    return next((Stated(text, basis) for text, basis in ordered if text), None)


def text_of(element: html.HtmlElement) -> str:
    """Return the element's text on one line."""
    for line_break in element.iter("br"):
        line_break.tail = f" {line_break.tail or ''}"
    return " ".join(element.text_content().split())


def without_site(title: str, site: str | None) -> str:
    """Drop the site's name from either end: "Bridge closes | Courier" → "Bridge closes"."""
    title = " ".join(title[:LONGEST_HEADLINE_CHARS].split())
    marks = list(_SITE_SEPARATOR.finditer(title))
    name = folded(site or "")
    if not marks or not name:
        return title
    first, last = marks[0], marks[-1]
    if _names_site(title[last.end() :], name):
        return title[: last.start()]
    return title[first.end() :] if _names_site(title[: first.start()], name) else title


def _names_site(part: str, name: str) -> bool:
    words = folded(part)
    is_shorter_name = len(words) >= len("AFP") and words in name
    return words == name or is_shorter_name or (bool(words) and name in words)


def _longest_part(title: str) -> str:
    """Return the story's part of "Bridge closes after flood | Region"; bars part nothing else."""
    return max(_BAR.split(title), key=len)


def _is_headline_of(visible: str, title: str) -> bool:
    """Say whether the title is this headline, alone or before a mark: "Bridge closes | Region"."""
    heads = (title[: mark.start()] for mark in _BAR.finditer(title))
    return folded(visible) in (folded(title), *(folded(head) for head in heads))


def _section_in_title(tree: html.HtmlElement, title: str) -> str | None:
    """Return the second-level heading in the title where the h1 is the site's name.

    Blogs put their own name into the h1, as a link to their front page.
    """
    if not any(_leads_home(element) for element in tree.iter("h1")):
        return None
    words = f" {folded(title)} "
    seconds = (
        text_of(element) for element in tree.iter("h1", "h2", "h3") if not _leads_home(element)
    )
    return next((text for text in seconds if _stands_in(words, folded(text))), None)


def _stands_in(title: str, words: str) -> bool:
    return len(words.split()) > FEW_WORDS and f" {words} " in title


def _leads_home(heading: html.HtmlElement) -> bool:
    """Say whether the heading is a link to the front page."""
    parent = heading.getparent()
    links = [*heading.iter("a"), *([parent] if parent is not None and parent.tag == "a" else [])]
    return any(link.get("rel") == "home" or _is_front_page(link.get("href")) for link in links)


def _is_front_page(address: str | None) -> bool:
    try:
        parts = urlsplit((address or "#").strip())
    except ValueError:
        return False
    return parts.path in ("", "/") and not parts.query and (bool(parts.netloc) or parts.path == "/")


def _visible_headline(
    tree: html.HtmlElement, stated: Sequence[str], site: str | None
) -> str | None:
    """Return the h1 that heads the story, or None where no h1 does."""
    elements = [element for element in tree.iter("h1") if not _leads_home(element)]
    texts = [text for element in elements if (text := text_of(element))]
    heads = [text for text in texts if _can_head(text, site)]
    if not heads:
        return None
    scores = [max((_likeness(head, title) for title in stated), default=0.0) for head in heads]
    best = max(scores)
    is_outvoted = len(stated) > 1 and len({folded(title) for title in stated}) == 1
    is_headline = best >= LEAST_SHARED_WORDS or (len(heads) == 1 and not is_outvoted)
    return heads[scores.index(best)] if is_headline else None


def _can_head(text: str, site: str | None) -> bool:
    return len(text) <= LONGEST_HEADLINE_CHARS and folded(text) != folded(site or "")


def _likeness(head: str, title: str) -> float:
    ours, theirs = set(folded(head).split()), set(folded(title).split())
    shared = len(ours & theirs) / max(1, min(len(ours), len(theirs)))
    return shared + (0.1 if len(ours) > FEW_WORDS else 0.0)
