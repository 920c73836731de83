"""A news page saved from the web: metadata by cascade, body without the site around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from flows.articles.boilerplate import is_furniture
from flows.articles.encoding import text_of
from flows.articles.html_blocks import tree_of
from flows.articles.html_body import body_passages
from flows.articles.html_container import container_of
from flows.articles.html_metadata import metadata_of
from flows.articles.json_ld import linked_data_of
from flows.articles.passages import folded
from flows.articles.rejections import Reason, unreadable

if TYPE_CHECKING:
    from flows.articles.draft import Draft, Passage
    from flows.records import SourceFile

# No reader sees these; without them, a page is a third smaller.
_UNSEEN = ("script", "style", "svg", "iframe", "canvas")


def drafts_of(source: SourceFile) -> list[Draft]:
    """Return the article of the page."""
    return [draft_of(source)]


def draft_of(source: SourceFile) -> Draft:
    """Return what the page states and its story.

    Raises UnreadableFileError where no document can be read from the markup.
    """
    tree = tree_of(text_of(source.content, source.declared_encoding))
    if tree is None:
        raise unreadable(source.name, Reason.BROKEN_HTML, "no element can be read")
    data = linked_data_of(tree)
    etree.strip_elements(tree, *_UNSEEN, with_tail=False)
    container = container_of(tree)
    container.free()
    draft = metadata_of(data, tree, source.modified_at)
    heads = _heads_of(draft)
    story = (p for p in body_passages(tree, container, data.text) if _is_story(p, heads))
    return replace(draft, passages=tuple(story))


def _heads_of(draft: Draft) -> frozenset[str]:
    """Return what stands above a story on its page and is no part of it."""
    headline = draft.headline.value if draft.headline else ""
    authors = draft.authors.value if draft.authors else ()
    names = (" ".join(authors), " and ".join(authors))
    lines = (headline, *names, *(f"by {name}" for name in names))
    return frozenset(folded(line) for line in lines)


def _is_story(passage: Passage, heads: frozenset[str]) -> bool:
    return not is_furniture(passage.text) and folded(passage.text) not in heads
