"""The story of a page: paragraphs and headings, without navigation, comments and captions."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from trafilatura import bare_extraction

from flows.articles.html_blocks import passages_in

if TYPE_CHECKING:
    from lxml import html

    from flows.articles.draft import Passage

# The extractor answers in TEI; these are the same things in HTML.
_HTML_NAMES = {"head": "h2", "list": "ul", "item": "li", "quote": "blockquote", "lb": "br"}


def body_passages(tree: html.HtmlElement) -> tuple[Passage, ...]:
    """Return the passages of the page's story."""
    found = bare_extraction(deepcopy(tree), include_comments=False, include_tables=False)
    body = getattr(found, "body", None)
    if body is None:
        return ()
    for element in body.iter(*_HTML_NAMES):
        element.tag = _HTML_NAMES[element.tag]
    return tuple(passages_in(body))
