"""HTML elements to passages: what a browser would show as separate blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree, html

from flows.articles.draft import Passage
from flows.records import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.articles.xml_tree import Element

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = HEADINGS | frozenset(
    """
    address article aside blockquote body center dd details div dl dt fieldset figcaption
    figure footer form header hr li main menu nav ol p pre section summary table tbody td tfoot
    th thead tr ul video
    """.split()  # noqa: SIM905 - a word list reads better without quotes
)
# Nothing in these is text of the story.
UNSHOWN = frozenset(
    """
    audio button canvas embed figure form head iframe input label math menu nav noscript
    object option picture script select source style svg template textarea title video
    """.split()  # noqa: SIM905 - a word list reads better without quotes
)
_BREAK = "\n"
_BLANK_LINE = re.compile(r"\n\s*\n")
FEWEST_STORY_LINES = 4
STORY_LINE_CHARS = 100

_PARSER = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
# lxml.html asks a Python function for the class of each element; one class for all is as good.
_PARSER.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))


def tree_of(markup: str) -> html.HtmlElement | None:
    """Return the parsed markup; None where there is nothing in it."""
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=_PARSER)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def stands_elsewhere(element: html.HtmlElement) -> bool:
    """Say whether it stands among the readers' comments or in a menu ("Member List").

    A story may have a footer of its own, with its author in it.
    """
    return any(
        around.tag == "nav"
        or (around.tag == "footer" and next(around.iterancestors("article"), None) is None)
        or "comment" in f"{around.get('class') or ''} {around.get('id') or ''}".lower()
        for around in element.iterancestors()
        # "comments-open" says of a whole page that it has some.
        if around.tag != "body"
    )


def passages_of_html(markup: str) -> tuple[Passage, ...]:
    """Return the passages of a piece of HTML, such as the text field of a feed entry."""
    tree = tree_of(markup)
    return tuple(passages_in(tree)) if tree is not None else ()


def passages_in(root: Element) -> Iterator[Passage]:
    """Yield the passages below the element in reading order."""
    words: list[str] = []
    kinds: list[BlockKind] = [BlockKind.PARAGRAPH]
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        is_start = event == "start"
        # What has no name is an entity that was not expanded: only its tail is text.
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in BLOCKS:
            yield from _flushed(words, kinds[-1])
            kinds.append(_kind_of(tag, kinds[-1])) if is_start else kinds.pop()
        if is_start and tag in UNSHOWN:
            walk.skip_subtree()
        elif text := _text_at(element, tag, is_start=is_start, is_root=element is root):
            words.append(text)
    yield from _flushed(words, kinds[-1])


def _text_at(element: Element, tag: str, *, is_start: bool, is_root: bool) -> str | None:
    """Return the text that stands where the element opens, or behind where it closes."""
    if is_start and tag == "br":
        return _BREAK
    is_text = bool(tag) if is_start else not is_root
    text = (element.text if is_start else element.tail) if is_text else None
    return text.replace("\n", " ") if text else None


def _kind_of(tag: str, outer: BlockKind) -> BlockKind:
    if tag in HEADINGS:
        return BlockKind.HEADING
    if tag == "li":
        return BlockKind.LIST_ITEM
    if tag == "blockquote":
        return BlockKind.BLOCKQUOTE
    return outer


def _flushed(words: list[str], kind: BlockKind) -> Iterator[Passage]:
    if not words:
        return
    text = "".join(words)
    words.clear()
    for part in _BLANK_LINE.split(text) if _BREAK in text else (text,):
        for paragraph in _paragraphs(part):
            yield Passage(kind, paragraph)


def _paragraphs(part: str) -> list[str]:
    """Return the lines of a story whose every paragraph ends in one <br>, else one paragraph."""
    if _BREAK not in part:
        text = " ".join(part.split())
        return [text] if text else []
    lines = [text for line in part.split(_BREAK) if (text := " ".join(line.split()))]
    is_story = len(lines) >= FEWEST_STORY_LINES and len(part) >= len(lines) * STORY_LINE_CHARS
    return lines if is_story or not lines else [" ".join(lines)]
