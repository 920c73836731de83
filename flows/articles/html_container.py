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
    from collections.abc import Iterator, Sequence

    from lxml import html

    from flows.articles.draft import Passage

FEWEST_WORDS = 8
# What each of the three nearest elements around a paragraph gets of its points.
SHARES = (1.0, 0.6, 0.35)
ASIDE_SHARE = 0.2
LEVELS_OF_MARKS = 6
# The container must hold this share of the extracted words, or the two disagree on the story.
LEAST_HELD_SHARE = 0.7
# An element of paragraphs alone is the story where the page has hardly any others.
LEAST_STORY_SHARE = 0.9
# With fewer words, the page has its story in other elements than paragraphs.
FEWEST_STORY_WORDS = 100
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
# What stands beside a story.
BESIDE = (
    "nav", "aside", "footer", "figure", "noscript", "select", "textarea", "template", "object",
    "audio", "video", "dialog", "fieldset",
)  # fmt: skip
_OF_STORY = frozenset(
    """
    p h1 h2 h3 h4 h5 h6 blockquote ul ol figure hr br a b em i span strong
    """.split()  # noqa: SIM905 - a word list reads better without quotes
)


@dataclass(frozen=True)
class Container:
    """The element of the story and what stands in it; none where no paragraph is long enough.

    `is_story` says that it is the story as it stands, and needs no extractor.
    """

    element: html.HtmlElement | None
    passages: tuple[Passage, ...]
    is_story: bool = False

    def free(self) -> None:
        """Make plain elements of those around it that hold no story: they were never closed."""
        if self.element is not None and self.passages:
            for around in self.element.iterancestors(*BESIDE):
                around.tag = "div"

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
        words = [words_in(passage.text) for passage in extracted]
        held_words = sum(count for count, is_held in zip(words, held, strict=True) if is_held)
        if held_words == 0 or held_words < LEAST_HELD_SHARE * sum(words):
            return extracted
        end = len(held) - held[::-1].index(True)
        is_teasers = end < len(words) and sum(words[end:]) <= MOST_TEASER_WORDS * len(words[end:])
        return extracted[:end] if is_teasers else extracted

    def _holds(self, line: str) -> bool:
        return line in self.lines or (len(line) > FEWEST_CHARS and line in self.text)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph of some words, and the marks that part its sentences."""

    element: html.HtmlElement
    words: int
    commas: int

    @property
    def points(self) -> float:
        """One for being there, up to three for length, a little for each comma."""
        return 1 + min(self.words / 20, 3) + 0.2 * self.commas


def words_in(text: str) -> int:
    """Return how many words a passage of a page has; one space parts them."""
    return text.count(" ") + 1


def _words(lines: frozenset[str]) -> int:
    return sum(map(words_in, lines))


def container_of(tree: html.HtmlElement) -> Container:
    """Return what stands in the element with the most points."""
    paragraphs = list(_long_paragraphs(tree))
    points: dict[html.HtmlElement, float] = {}
    aside: dict[html.HtmlElement, bool] = {}
    for paragraph in paragraphs:
        given = paragraph.points
        if _stands_aside(paragraph.element, aside):
            given *= ASIDE_SHARE
        for share, around in zip(SHARES, paragraph.element.iterancestors(), strict=False):
            points[around] = points.get(around, 0.0) + share * given
    element = max(points, key=lambda around: points[around], default=None)
    if element is None:
        return Container(None, ())
    passages = tuple(passages_in(element))
    return Container(element, passages, is_story=bool(passages) and _is_story(element, paragraphs))


def _long_paragraphs(tree: html.HtmlElement) -> Iterator[_Paragraph]:
    for element in tree.iter("p", "pre", "td"):
        text = " ".join(element.itertext())
        words = len(text.split())
        if words >= FEWEST_WORDS:
            yield _Paragraph(element, words, text.count(","))


def _is_story(element: html.HtmlElement, paragraphs: Sequence[_Paragraph]) -> bool:
    """Say whether it holds nothing but paragraphs, and nearly all that the page has."""
    if any(child.tag not in _OF_STORY or _is_linked(child) for child in element):
        return False
    held = set(element.iter("p", "pre", "td"))
    words = sum(paragraph.words for paragraph in paragraphs if paragraph.element in held)
    total = sum(paragraph.words for paragraph in paragraphs)
    return words >= max(FEWEST_STORY_WORDS, LEAST_STORY_SHARE * total)


def _is_linked(child: html.HtmlElement) -> bool:
    """Say whether most of its text is in links, as where other stories are listed."""
    linked = sum(len(link.text_content()) for link in child.iter("a"))
    return linked > 0 and 2 * linked > len(child.text_content())


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
