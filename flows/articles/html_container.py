"""The element of a page that holds its story: where the paragraphs with real sentences are.

After Arc90's Readability: each paragraph gives points to the elements around it, the nearest
most. Alone it is a coarse extractor; here it says what the story must hold and what stands
behind it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from flows.articles.html_blocks import passages_in
from flows.articles.passages import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

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


@dataclass(frozen=True)
class Container:
    """What stands in the element of the story; nothing where no paragraph is long enough."""

    passages: tuple[Passage, ...]

    @cached_property
    def lines(self) -> frozenset[str]:
        """The words of each passage."""
        return frozenset(folded(passage.text) for passage in self.passages)

    @cached_property
    def text(self) -> str:
        """The words of all of them."""
        return " ".join(folded(passage.text) for passage in self.passages)

    def share_in(self, passages: Sequence[Passage]) -> float:
        """Return which share of its words stands in the same paragraphs there."""
        shared = self.lines & {folded(passage.text) for passage in passages}
        return _words(shared) / max(1, _words(self.lines))

    def without_teasers(self, extracted: tuple[Passage, ...]) -> tuple[Passage, ...]:
        """Return the passages without the teasers of other stories behind the story."""
        held = [self._holds(folded(passage.text)) for passage in extracted]
        words = [len(passage.text.split()) for passage in extracted]
        held_words = sum(count for count, is_held in zip(words, held, strict=True) if is_held)
        if held_words == 0 or held_words < LEAST_HELD_SHARE * sum(words):
            return extracted
        end = len(held) - held[::-1].index(True)
        is_teasers = end < len(words) and sum(words[end:]) <= MOST_TEASER_WORDS * len(words[end:])
        return extracted[:end] if is_teasers else extracted

    def _holds(self, line: str) -> bool:
        return line in self.lines or (len(line) > FEWEST_CHARS and line in self.text)


def _words(lines: frozenset[str]) -> int:
    return sum(len(line.split()) for line in lines)


def container_of(tree: html.HtmlElement) -> Container:
    """Return what stands in the element with the most points."""
    points: dict[html.HtmlElement, float] = {}
    aside: dict[html.HtmlElement, bool] = {}
    for paragraph in tree.iter("p", "pre", "td"):
        if not (given := _points_of(paragraph)):
            continue
        if _stands_aside(paragraph, aside):
            given *= ASIDE_SHARE
        for share, around in zip(SHARES, paragraph.iterancestors(), strict=False):
            points[around] = points.get(around, 0.0) + share * given
    best = max(points.values(), default=0.0)
    element = next((element for element, given in points.items() if given == best > 0), None)
    return Container(() if element is None else tuple(passages_in(element)))


def _points_of(paragraph: html.HtmlElement) -> float:
    text = " ".join(paragraph.itertext())
    words = len(text.split())
    if words < FEWEST_WORDS:
        return 0.0
    # One point for being there, up to three for length, a little for each comma of its sentences.
    return 1 + min(words / 20, 3) + 0.2 * text.count(",")


def _stands_aside(element: html.HtmlElement | None, known: dict[html.HtmlElement, bool]) -> bool:
    """Say whether the marks around it say so; `known` keeps what those of each element say."""
    for _ in range(LEVELS_OF_MARKS):
        if element is None:
            return False
        if element not in known:
            marks = f"{element.get('class') or ''} {element.get('id') or ''}"
            known[element] = _ASIDE.search(marks) is not None
        if known[element]:
            return True
        element = element.getparent()
    return False
