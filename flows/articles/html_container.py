"""The element of a page that holds its story: where the paragraphs with real sentences are.

After Arc90's Readability: each paragraph gives points to the elements around it, the nearest
most. Alone it is a coarse extractor; here it only says what stands behind the story.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.articles.html_blocks import passages_in
from flows.articles.passages import folded

if TYPE_CHECKING:
    from lxml import html

    from flows.articles.draft import Passage

FEWEST_WORDS = 8
# What each of the three nearest elements around a paragraph gets of its points.
SHARES = (1.0, 0.6, 0.35)
ASIDE_SHARE = 0.2
LEVELS_OF_MARKS = 6
# The container must hold this share of the extracted words, or the two disagree on the story.
LEAST_HELD_SHARE = 0.7
# Teasers behind a story have few words each; its own last paragraphs have more.
MOST_TEASER_WORDS = 25
# A shorter passage may stand in the container's text by chance.
FEWEST_CHARS = 40

_ASIDE = re.compile(
    r"comment|sidebar|related|foot(?:er|note)|promo|share|social|newsletter|recirc|recommend|outbrain"
    r"|taboola|widget|nav|menu|sponsor|most-?read|trending|popular|signup|subscribe|disqus|caption"
    r"|gallery",
    re.IGNORECASE,
)


def without_teasers(extracted: tuple[Passage, ...], tree: html.HtmlElement) -> tuple[Passage, ...]:
    """Return the passages without the teasers of other stories behind the story."""
    container = story_container(tree)
    if container is None:
        return extracted
    inside = [folded(passage.text) for passage in passages_in(container)]
    known, text = frozenset(inside), " ".join(inside)
    held = [_is_held(folded(passage.text), known, text) for passage in extracted]
    words = [len(passage.text.split()) for passage in extracted]
    held_words = sum(count for count, is_held in zip(words, held, strict=True) if is_held)
    if held_words == 0 or held_words < LEAST_HELD_SHARE * sum(words):
        return extracted
    end = len(held) - held[::-1].index(True)
    is_teasers = end < len(words) and sum(words[end:]) <= MOST_TEASER_WORDS * len(words[end:])
    return extracted[:end] if is_teasers else extracted


def _is_held(text: str, known: frozenset[str], whole: str) -> bool:
    return text in known or (len(text) > FEWEST_CHARS and text in whole)


def story_container(tree: html.HtmlElement) -> html.HtmlElement | None:
    """Return the element with the most points, or None where no paragraph is long enough."""
    points: dict[html.HtmlElement, float] = {}
    for paragraph in tree.iter("p", "pre", "td"):
        given = _points_of(paragraph)
        for share, around in zip(SHARES, paragraph.iterancestors(), strict=False):
            points[around] = points.get(around, 0.0) + share * given
    best = max(points.values(), default=0.0)
    return next((element for element, given in points.items() if given == best > 0), None)


def _points_of(paragraph: html.HtmlElement) -> float:
    text = " ".join(paragraph.itertext())
    words = len(text.split())
    if words < FEWEST_WORDS:
        return 0.0
    # One point for being there, up to three for length, a little for each comma of its sentences.
    given = 1 + min(words / 20, 3) + 0.2 * text.count(",")
    return given * ASIDE_SHARE if _stands_aside(paragraph) else given


def _stands_aside(element: html.HtmlElement | None) -> bool:
    for _ in range(LEVELS_OF_MARKS):
        if element is None:
            return False
        if _ASIDE.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            return True
        element = element.getparent()
    return False
