"""The story of a page: paragraphs and headings, without navigation, comments and captions.

Three witnesses: the JSON-LD's own `articleBody`, which has the words without the site around
them but seldom the paragraphs; an extractor, which has the paragraphs but sometimes the site; and
the element that holds most long paragraphs. Where the first is whole, the page's paragraphs that
it confirms are the story. An element of paragraphs alone needs no extractor, which would lose some
of its headings. The extractor's quick way is believed where it holds what the element has; it then
differs from its thorough way on hardly any page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree
from trafilatura import bare_extraction
from trafilatura.settings import Extractor

from flows.articles.draft import Passage
from flows.articles.html_blocks import passages_in, passages_of_html
from flows.articles.html_container import BESIDE, Container, words_in
from flows.articles.passages import folded, unwrapped
from flows.records import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import html

    from flows.articles.xml_tree import Element

# A shorter articleBody is a teaser or a caption.
FEWEST_STATED_WORDS = 60
# Below this share of the page's long paragraphs, articleBody is cut at a paywall.
LEAST_STATED_SHARE = 0.6
# The page must show nearly all that articleBody states, or the two differ in form.
LEAST_CONFIRMED_SHARE = 0.9
LONG_PARAGRAPH_WORDS = 15
# News pages have one to six thousand elements; the extractor needs seconds for ten times that.
MOST_ELEMENTS = 20_000
# Captions and bylines make the witnesses differ by some tenths.
FURTHEST_RATIO = 1.3
# A heading or a quotation of few words is taken only where it directly continues the story.
FEW_WORDS = 4
NEXT_CHARS = 8
FURTHER_CHARS = 2500

# Of nine pages in ten the quick way holds this much, and of those it loses nothing; where it holds
# less, it has mostly missed the story.
LEAST_HELD_SHARE = 0.6
# No story stands in these. A button may hold one: one that is never closed holds all below it.
_STORYLESS = ("head", "input", "img", "picture", "link", "meta", "source")

_GOES_ON = re.compile(r"\s*(?:[’',;]\s*)?[a-z]")
_COUNT = etree.XPath("count(//*)")
# Any format but its own, which writes the text once more.
_QUICK, _THOROUGH = (
    Extractor(output_format="txt", fast=is_quick, comments=False, tables=False)
    for is_quick in (True, False)
)
# The extractor answers in TEI; these are the same things in HTML.
_HTML_NAMES = {"head": "h2", "list": "ul", "item": "li", "quote": "blockquote", "lb": "br"}


def body_passages(
    tree: html.HtmlElement, container: Container, stated: str | None
) -> tuple[Passage, ...]:
    """Return the passages of the page's story; `stated` is its JSON-LD's articleBody.

    Takes from the tree what no reader sees.
    """
    etree.strip_elements(tree, *_STORYLESS, with_tail=False)
    extracted = container.without_teasers(_extracted_passages(tree, container))
    if stated is None or _agree(_words(extracted), len(stated.split())):
        return extracted
    if confirmed := _confirmed_passages(tree, _plain(stated)):
        return confirmed
    is_lost = 2 * _words(extracted) < len(stated.split())
    return _stated_passages(stated) if is_lost else extracted


def _agree(extracted: int, stated: int) -> bool:
    """Say whether the two witnesses tell about as much; a teaser is no witness."""
    return (
        stated < FEWEST_STATED_WORDS or 1 / FURTHEST_RATIO <= extracted / stated <= FURTHEST_RATIO
    )


def _plain(stated: str) -> str:
    is_markup = "</" in stated
    return " ".join(p.text for p in passages_of_html(stated)) if is_markup else stated


def _words(passages: Sequence[Passage]) -> int:
    return sum(words_in(passage.text) for passage in passages)


def _stated_passages(stated: str) -> tuple[Passage, ...]:
    if "</" in stated:
        return passages_of_html(stated)
    lines = unwrapped([line.strip() for line in stated.split("\n")])
    return tuple(Passage(BlockKind.PARAGRAPH, line) for line in lines if line)


def _confirmed_passages(tree: html.HtmlElement, stated: str) -> tuple[Passage, ...]:
    """Return the page's passages that stand in articleBody, if those are all of it."""
    words = folded(stated)
    shown = tuple(passages_in(tree))
    long = [p for p in shown if words_in(p.text) >= LONG_PARAGRAPH_WORDS]
    count = len(words.split())
    if count < FEWEST_STATED_WORDS or count < LEAST_STATED_SHARE * _words(long):
        return ()
    kept = tuple(_standing_in(words, shown))
    share = sum(len(folded(passage.text)) + 1 for passage in kept) / len(words)
    return kept if share >= LEAST_CONFIRMED_SHARE else ()


def _standing_in(words: str, shown: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the passages that follow one another in the words, in order."""
    cursor = 0
    for passage in shown:
        text = folded(passage.text)
        if not text:
            continue
        reach = FURTHER_CHARS if words_in(text) >= FEW_WORDS else NEXT_CHARS
        place = words.find(text, cursor, cursor + reach + len(text))
        if place >= 0:
            yield passage
            cursor = place + len(text)


def _extracted_passages(tree: html.HtmlElement, container: Container) -> tuple[Passage, ...]:
    if container.is_story or _COUNT(tree) > MOST_ELEMENTS:
        return container.passages
    if container.passages:
        etree.strip_elements(tree, *BESIDE, with_tail=False)
    quick = _extracted(tree, _QUICK)
    is_whole = container.share_in(quick) >= LEAST_HELD_SHARE
    return quick if is_whole else _extracted(tree, _THOROUGH)


def _extracted(tree: html.HtmlElement, options: Extractor) -> tuple[Passage, ...]:
    # The extractor works on a copy of its own.
    found = bare_extraction(tree, options=options)
    body = getattr(found, "body", None)
    if body is None:
        return ()
    for element in body.iter(*_HTML_NAMES):
        element.tag = _HTML_NAMES[element.tag]
    for paragraph in body.findall(".//p"):
        _join_with_bare_words(paragraph)
    return tuple(passages_in(body))


def _join_with_bare_words(paragraph: Element) -> None:
    """Join a paragraph to the bare words behind it, where the next one goes on in the sentence.

    The extractor makes two paragraphs of "urged <a>Holt</a> to go" where line breaks part a story.
    """
    following = paragraph.getnext()
    if following is None or following.tag != "p" or not (paragraph.tail or "").strip():
        return
    if _GOES_ON.match("".join(following.itertext())):
        paragraph.tag = following.tag = "span"
