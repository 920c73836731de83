"""Who wrote a page: people before bodies, statements before what stands under the headline."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from lxml import etree

from flows.articles.bylines import authors_in, unique_names
from flows.articles.draft import Stated
from flows.articles.passages import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml import html

    from flows.articles.json_ld import LinkedData

# A longer text under a byline mark is a biography or a whole column.
LONGEST_BYLINE_CHARS = 240
MOST_BYLINES = 12
MOST_NAME_WORDS = 5
# A byline is a handful of words, links and line breaks.
MOST_PIECES = 20

_OTHER_MARK = re.compile(
    r"bio|about|avatar|comment|related|social|share|follow|image|photo|img|more|recent|desc|list"
    r"|newsletter|disclosure|job|title|count|authori[sz]|card-grid",
    re.IGNORECASE,
)
_MARKED = etree.XPath(
    "//*[@rel='author' or @itemprop='author' or contains(@class, 'uthor')"
    " or contains(@class, 'yline') or contains(@data-testid, 'yline')]"
)
_ADDRESS = re.compile(r"https?://[^\s\[\]]{1,300}$")
_OPENS_BYLINE = re.compile(
    r"\s*(?:by|written by|posted by|words by|author:)(?:\s|$)", re.IGNORECASE
)
_TAIL = re.compile(
    r"\s*(?:[|•·—–@\[(]|\d|\b(?:updated|published|posted|last|modified|view all|read|follow|share"
    r"|staff|special to|for the|for|on (?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul"
    r"|aug|sep|oct|nov|dec))\b).*",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = re.compile(
    r"^.{0,60}?\b(?:written by|posted by|story by|words by|view all posts by|posts by|by|von|par)"
    r"\b[:\s]*",
    re.IGNORECASE | re.DOTALL,
)
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’\-]*")
_PARTICLES = frozenset({"de", "da", "di", "du", "del", "der", "den", "la", "le", "van", "von", "al",
                        "el", "bin", "ibn", "dos", "ter", "y", "e", "of", "the"})  # fmt: skip
_NOBODY = frozenset(
    {"no author", "by", "written by", "author", "authors", "staff", "none", "null", "unknown",
     "the author", "editor", "share", "posted by", "view all posts", "guest"}
)  # fmt: skip
_AUTHOR_PATH = re.compile(
    r"/(?:authors?|people|profiles?|user|contributors?|by|staff|journalists?|writers?)"
    r"/([a-z]+(?:-[a-z]+){1,3})/?$"
)


def page_authors(
    data: LinkedData, meta_names: Sequence[str], tree: html.HtmlElement, site: str | None
) -> Stated[tuple[str, ...]] | None:
    """Return the authors and where they stand; a publisher only where no person is named."""
    bodies = {folded(site or ""), folded(data.outlet or "")}
    return next((stated for stated in _named(data, meta_names, tree, bodies) if stated.value), None)


def _named(
    data: LinkedData, meta_names: Sequence[str], tree: html.HtmlElement, bodies: set[str]
) -> Iterator[Stated[tuple[str, ...]]]:
    """Yield what each place says, the surest first; a page is searched only when it must be."""
    linked = _somebody(data.people)
    meta = _somebody(name for value in meta_names for name in authors_in(value))
    yield Stated(_persons(linked, bodies), "json-ld")
    yield Stated(_persons(meta, bodies), "meta")
    yield Stated(_names_in_addresses((*meta_names, *data.author_urls)), "author address")
    yield Stated(_people_in(_marked_bylines(tree), bodies), "byline")
    yield Stated(_people_in(islice(_opened_bylines(tree), MOST_BYLINES), bodies), "byline")
    yield Stated(_somebody(data.bodies) or linked, "json-ld")
    yield Stated(meta, "meta")


def _somebody(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in unique_names([*names]) if folded(name) not in _NOBODY)


def _persons(names: Iterable[str], bodies: set[str]) -> tuple[str, ...]:
    return tuple(name for name in names if folded(name) not in bodies)


def _people_in(bylines: Iterable[str], bodies: set[str]) -> tuple[str, ...]:
    """Return the names of the first byline that holds names of people."""
    for text in bylines:
        names = [name for name in authors_in(_byline_in(text)) if _is_name(name)]
        if people := _persons(_somebody(names), bodies):
            return people
    return ()


def _opened_bylines(tree: html.HtmlElement) -> Iterator[str]:
    """Yield the short texts that open with "By" or "Written by", in page order."""
    for element in tree.iter(
        "p", "div", "span", "li", "a", "em", "strong", "small", "address", "h2"
    ):
        if not _OPENS_BYLINE.match(element.text or ""):
            continue
        whole = element if len((element.text or "").split()) > 1 else element.getparent()
        text = "\n".join(islice((whole if whole is not None else element).itertext(), MOST_PIECES))
        if len(text) <= LONGEST_BYLINE_CHARS:
            yield text


def _marked_bylines(tree: html.HtmlElement) -> Iterator[str]:
    """Yield the short texts that the page marks as bylines, the surest marks first."""
    marked = [element for element in _MARKED(tree) if not _OTHER_MARK.search(_marks_of(element))]
    for element in sorted(marked, key=_is_unsure)[:MOST_BYLINES]:
        text = "\n".join(element.itertext())
        if len(text) <= LONGEST_BYLINE_CHARS:
            yield text


def _marks_of(element: html.HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('data-testid') or ''}"


def _is_unsure(element: html.HtmlElement) -> bool:
    return "yline" not in _marks_of(element) and not element.get("rel")


def _byline_in(text: str) -> str:
    """Return the part of a byline that can hold names: "By A B | 3 May" → "A B"."""
    lines = " , ".join(line for line in text.split("\n") if line.strip())
    return _TAIL.sub("", _HEAD.sub("", " ".join(lines.split()).strip(" ,")))


def _is_name(name: str) -> bool:
    words = name.split()
    if not 1 < len(words) <= MOST_NAME_WORDS:
        return False
    return all(
        _NAME_WORD.fullmatch(word) and (word[0].isupper() or word.lower() in _PARTICLES)
        for word in words
    )


def _names_in_addresses(addresses: Iterable[str]) -> tuple[str, ...]:
    """https://paper.example/authors/ann-lee → Ann Lee."""
    paths = (urlsplit(address).path.lower() for address in addresses if _ADDRESS.match(address))
    slugs = [found[1] for path in paths if (found := _AUTHOR_PATH.search(path))]
    return tuple(slug.replace("-", " ").title() for slug in slugs)
