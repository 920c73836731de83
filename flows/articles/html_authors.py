"""Who wrote a page: people before bodies, statements before what stands under the headline."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from lxml import etree

from flows.articles.bylines import authors_in, unique_names
from flows.articles.draft import Stated
from flows.articles.html_blocks import stands_elsewhere
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
    r"\W{0,6}(?:(?:written |posted |words |story |text |article )?by|(?:autor(?:in)?|auteur)(?=:|$)"
    r"|author(?=:|$)|von|par)\b:?(?:\s|$)",
    re.IGNORECASE,
)
# "Dec. 19, 2025 · Ann Lee": what stands between the marks of a byline.
_MARK = re.compile(r"\s+[|•·—–]\s+")
_TAIL = re.compile(
    r"\s*(?:[|•·—–@\[(]|\d|,\s(?:in|at|on)\s,|\b(?:updated|published|posted|last|modified|view all"
    r"|read|follow|share|staff|special to|for the|for|on behalf of"
    r"|on (?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))\b).*",
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
     "the author", "editor", "share", "posted by", "view all posts", "guest",
     "twitter", "facebook", "twitter facebook", "facebook twitter"}
)  # fmt: skip
_AUTHOR_PLACE = (
    r"/(?:authors?|people|profiles?|user|contributors?|by|staff|journalists?|writers?|reporters)"
)
_AUTHOR_PATH = re.compile(rf"{_AUTHOR_PLACE}/([a-z]+(?:-[a-z]+){{1,3}})/?$")
_AUTHOR_LINK = re.compile(rf"{_AUTHOR_PLACE}/[\w.+%-]{{2,80}}/?(?:[?#].*)?$")
# A name on a link is short; a teaser on a link is not.
LONGEST_LINK_CHARS = 60


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
    written = [value for value in meta_names if folded(value) not in bodies]
    meta = _somebody(name for value in written for name in authors_in(value))
    if (linked or meta) and not _is_shown((*linked, *meta), tree):
        # The account of whoever put the page up is told to machines alone.
        yield Stated(_people_in(islice(_opened_bylines(tree), MOST_BYLINES), bodies), "byline")
    yield Stated(_persons(linked, bodies), "json-ld")
    yield Stated(_persons(filter(_is_full, meta), bodies), "meta")
    yield Stated(_names_in_addresses((*meta_names, *data.author_urls)), "author address")
    yield Stated(_people_in(_marked_bylines(tree), bodies), "byline")
    yield Stated(_people_in(islice(_opened_bylines(tree), MOST_BYLINES), bodies), "byline")
    yield Stated(_people_in(islice(_author_links(tree), MOST_BYLINES), bodies), "author link")
    yield Stated(_persons(_somebody(data.others), bodies), "json-ld")
    yield Stated(_persons(meta, bodies), "meta")
    yield Stated(_signature(tree, bodies), "byline")
    yield Stated(_somebody(data.bodies) or linked, "json-ld")
    yield Stated(_somebody(authors_in(", ".join(meta_names))), "meta")


def _somebody(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in unique_names([*names]) if folded(name) not in _NOBODY)


def _persons(names: Iterable[str], bodies: set[str]) -> tuple[str, ...]:
    return tuple(name for name in names if folded(name) not in bodies and not _is_account(name))


def _is_account(name: str) -> bool:
    """Say whether this is what somebody logs in with, or a credit: "jdoe", "Design: A. Lee"."""
    return ":" in name or (name.islower() and " " not in name)


def _is_full(name: str) -> bool:
    return " " in name


def _people_in(bylines: Iterable[str], bodies: set[str]) -> tuple[str, ...]:
    """Return the names of the first byline that holds names of people."""
    for text in bylines:
        for part in _MARK.split(text):
            names = [name for name in authors_in(_byline_in(part)) if _is_name(name)]
            if people := _persons(_somebody(names), bodies):
                return people
    return ()


def _is_shown(names: Sequence[str], tree: html.HtmlElement) -> bool:
    """Say whether a reader sees any of the names on the page, in whatever case."""
    body = next(tree.iter("body"), tree)
    text = body.text_content()
    if any(name in text for name in names):
        return True
    shown = " ".join(" ".join(body.itertext()).casefold().split())
    return any(name.casefold() in shown for name in names)


def _opened_bylines(tree: html.HtmlElement) -> Iterator[str]:
    """Yield the short texts that open with "By" or "Written by", in page order."""
    for element in tree.iter(
        "p", "div", "span", "li", "a", "em", "strong", "small", "address", "h2", "h3", "h4", "h5"
    ):
        if not _OPENS_BYLINE.match(element.text or ""):
            continue
        for whole in (element, element.getparent(), element.getnext()):
            if whole is None:
                continue
            text = "\n".join(islice(whole.itertext(), MOST_PIECES))
            if len(text) <= LONGEST_BYLINE_CHARS and _OPENS_BYLINE.sub("", text).strip():
                yield text
                break


def _author_links(tree: html.HtmlElement) -> Iterator[str]:
    """Yield the texts of links that lead to an author's page, in page order."""
    for element in tree.iter("a"):
        if not _AUTHOR_LINK.search(element.get("href") or ""):
            continue
        text = " ".join(element.itertext())
        if len(text) <= LONGEST_LINK_CHARS and not stands_elsewhere(element):
            yield text


def _signature(tree: html.HtmlElement, bodies: set[str]) -> tuple[str, ...]:
    """Return a pen name or a desk ("Lars", "Courier Staff"), which only a marked byline proves."""
    for text in _marked_bylines(tree):
        name = _HEAD.sub("", " ".join(text.split()))
        words = name.split()
        is_name = 0 < len(words) <= MOST_NAME_WORDS and all(map(_is_capitalised, words))
        if is_name and (names := _persons(_somebody([name]), bodies)):
            return names
    return ()


def _is_capitalised(word: str) -> bool:
    return _NAME_WORD.fullmatch(word) is not None and word[0].isupper()


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
    return _somebody(slug.replace("-", " ").title() for slug in slugs)
