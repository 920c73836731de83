"""Who wrote a page: people before bodies, statements before what stands under the headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flows.articles.bylines import (
    MOST_NAME_WORDS,
    NAME_WORD,
    authors_in,
    is_name,
    is_persons_name,
    unique_names,
)
from flows.articles.draft import Stated
from flows.articles.html_bylines import (
    author_links,
    lines_above_story,
    marked_bylines,
    opened_bylines,
)
from flows.articles.passages import folded
from flows.text.names import given_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml import html

    from flows.articles.json_ld import LinkedData


_ADDRESS = re.compile(r"https?://[^\s\[\]]{1,300}$")
# "Dec. 19, 2025 · Ann Lee": what stands between the marks of a byline.
_MARK = re.compile(r"\s+[|•·—–]\s+")
_TAIL = re.compile(
    r"\s*(?:[|•·—–@\[(]|\d|,\s(?:in|at|on)\s,|\b(?:updated|published|posted|last|modified|view all"
    r"|(?:medically |fact[ -]?)?(?:reviewed|checked|edited) by|read|follow|share|staff|special to"
    r"|for the|for|on behalf of"
    r"|on (?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)\b).*",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = re.compile(
    r"^.{0,60}?\b(?:written by|posted by|story by|words by|view all posts by|posts by|by|von|par)"
    r"\b[:\s]*",
    re.IGNORECASE | re.DOTALL,
)
_POSTED = re.compile(r"\W{0,6}(?:written|posted) by\b", re.IGNORECASE)
_NOBODY = frozenset(
    {"no author", "by", "written by", "author", "authors", "staff", "none", "null", "unknown",
     "the author", "editor", "share", "posted by", "view all posts", "guest",
     "twitter", "facebook", "twitter facebook", "facebook twitter"}
)  # fmt: skip
_AUTHOR_PLACE = (
    r"/(?:authors?|people|profiles?|user|contributors?|by|staff|journalists?|writers?|reporters)"
)
_AUTHOR_PATH = re.compile(rf"{_AUTHOR_PLACE}/([a-z]+(?:-[a-z]+){{1,3}})/?$")


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
        yield Stated(_people_in(opened_bylines(tree), bodies), "byline")
    yield Stated(_persons(linked, bodies), "json-ld")
    yield Stated(_persons(filter(_is_full, meta), bodies), "meta")
    yield Stated(_names_in_addresses((*meta_names, *data.author_urls)), "author address")
    yield Stated(_people_in(marked_bylines(tree), bodies), "byline")
    own = authors_in(next(author_links(tree, is_named_so=True), ""))
    yield Stated(_persons(_somebody(own), bodies), "author link")
    yield Stated(_people_in(opened_bylines(tree), bodies), "byline")
    yield Stated(_people_in(author_links(tree), bodies), "author link")
    is_by_body = bool(linked or data.bodies)
    yield Stated(_names_alone(tree, bodies, is_by_body=is_by_body), "byline")
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
            names = [name for name in authors_in(_byline_in(part)) if is_name(name)]
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


def _signature(tree: html.HtmlElement, bodies: set[str]) -> tuple[str, ...]:
    """Return a pen name or a desk ("Lars", "Courier Staff"), which a mark or "Posted by" proves."""
    posted = (_byline_in(text) for text in opened_bylines(tree) if _POSTED.match(text))
    marked = (_HEAD.sub("", " ".join(text.split())) for text in marked_bylines(tree))
    for name in (*marked, *posted):
        words = name.split()
        is_signed = 0 < len(words) <= MOST_NAME_WORDS and all(map(_is_capitalised, words))
        if is_signed and (names := _persons(_somebody([name]), bodies)):
            return names
    return ()


def _names_alone(tree: html.HtmlElement, bodies: set[str], *, is_by_body: bool) -> tuple[str, ...]:
    """Return the names of a line above the story that says nothing else: "Ann Lee/Sam Okafor".

    The given names must be common ones, but where the paper names itself as the author.
    """
    for text in lines_above_story(tree):
        names = authors_in(text)
        is_known = is_by_body or any(name.split()[0] in given_names() for name in names)
        if names and is_known and all(map(is_persons_name, names)):
            return _persons(_somebody(names), bodies)
    return ()


def _is_capitalised(word: str) -> bool:
    return NAME_WORD.fullmatch(word) is not None and word[0].isupper()


def _byline_in(text: str) -> str:
    """Return the part of a byline that can hold names: "By A B | 3 May" → "A B"."""
    lines = " , ".join(line for line in text.split("\n") if line.strip())
    return _TAIL.sub("", _HEAD.sub("", " ".join(lines.split()).strip(" ,")))


def _names_in_addresses(addresses: Iterable[str]) -> tuple[str, ...]:
    """https://paper.example/authors/ann-lee → Ann Lee."""
    paths = (urlsplit(address).path.lower() for address in addresses if _ADDRESS.match(address))
    slugs = [found[1] for path in paths if (found := _AUTHOR_PATH.search(path))]
    return _somebody(slug.replace("-", " ").title() for slug in slugs)
