"""The JSON-LD of a page: the schema.org article that it describes itself as."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, cast

from flows.articles.bylines import authors_in, unique_names
from flows.articles.moments import Moment, moment_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import html

JsonObject = dict[str, object]

# Pages carry a few kilobytes; beyond this it is no description but a data dump.
LONGEST_SCRIPT_CHARS = 2_000_000
DEEPEST_NESTING = 12
# What these hold is another work than the page.
UNRELATED = frozenset({"comment", "isPartOf", "hasPart"})

_ARTICLE_TYPE = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report|\w*News\w*|Review)")
_CONTROL = re.compile(r"[\x00-\x1f]+")


@dataclass(frozen=True, slots=True)
class LinkedData:
    """What the JSON-LD of a page states; empty where the page has none.

    `others` is the one person whom the page describes without saying what he did.
    """

    headline: str | None = None
    people: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    author_urls: tuple[str, ...] = ()
    outlet: str | None = None
    section: str | None = None
    published: Moment | None = None
    modified: Moment | None = None
    url: str | None = None
    summary: str | None = None
    text: str | None = None
    topics: tuple[str, ...] = ()


def linked_data_of(tree: html.HtmlElement) -> LinkedData:
    """Return what the first described article of the page states."""
    objects = list(_objects_in(tree))
    article = next((found for found in objects if _is_article(found)), None)
    others = _only_person(objects)
    if article is None:
        return LinkedData(others=others, published=_page_day(objects))
    by_id = {str(found["@id"]): found for found in objects if "@id" in found and "name" in found}
    topics = _strings(article.get("keywords"), by_id)
    authors = list(_authors(article.get("author") or article.get("creator"), by_id))
    return LinkedData(
        headline=_string(article.get("headline") or article.get("name"), by_id),
        people=_names(authors, by_id, is_body=False),
        bodies=_names(authors, by_id, is_body=True),
        others=others,
        author_urls=tuple(str(author.get("url")) for author in authors if author.get("url")),
        outlet=_string(article.get("publisher") or article.get("sourceOrganization"), by_id),
        section=_string(article.get("articleSection"), by_id),
        published=moment_of(article.get("datePublished")),
        modified=moment_of(article.get("dateModified")),
        url=_address(article),
        summary=_string(article.get("description"), by_id),
        text=_raw(article.get("articleBody")),
        topics=unique_names([part for topic in topics for part in topic.split(",")]),
    )


def _objects_in(tree: html.HtmlElement) -> Iterator[JsonObject]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = (script.text or "")[:LONGEST_SCRIPT_CHARS]
        try:
            yield from _nested(json.loads(_CONTROL.sub(" ", text)), DEEPEST_NESTING)
        except (ValueError, RecursionError):
            continue


def _nested(value: object, depth: int) -> Iterator[JsonObject]:
    """Yield the object and the objects within it, outer ones first."""
    if depth == 0:
        return
    if isinstance(value, list):
        for entry in cast("list[object]", value):
            yield from _nested(entry, depth - 1)
    elif isinstance(value, dict):
        found = cast("JsonObject", value)
        yield found
        for name, inner in found.items():
            if name not in UNRELATED:
                yield from _nested(inner, depth - 1)


def _is_article(found: JsonObject) -> bool:
    kinds = found.get("@type")
    names = cast("list[object]", kinds) if isinstance(kinds, list) else [kinds]
    is_article = any(isinstance(name, str) and _ARTICLE_TYPE.fullmatch(name) for name in names)
    return is_article and bool(found.get("headline") or found.get("datePublished"))


def _page_day(objects: list[JsonObject]) -> Moment | None:
    """Return when the page was published: blogs describe the page and forget the story on it."""
    pages = (found for found in objects if found.get("@type") == "WebPage")
    return next((day for page in pages if (day := moment_of(page.get("datePublished")))), None)


def _only_person(objects: list[JsonObject]) -> tuple[str, ...]:
    """Return the name of the only person described: blogs forget to say that he is the author."""
    people = [found for found in objects if found.get("@type") == "Person"]
    names = unique_names([name for found in people for name in _strings(found.get("name"), {})])
    return names if len(names) == 1 else ()


def _strings(value: object, by_id: dict[str, JsonObject]) -> list[str]:
    if isinstance(value, str):
        return [unescape(value).strip()]
    if isinstance(value, list):
        return [text for entry in cast("list[object]", value) for text in _strings(entry, by_id)]
    if isinstance(value, dict):
        found = cast("JsonObject", value)
        named = found if "name" in found else by_id.get(str(found.get("@id")), {})
        name = named.get("name")
        return _strings(name, {})
    return []


def _string(value: object, by_id: dict[str, JsonObject]) -> str | None:
    text = next(iter(_strings(value, by_id)), "")
    return " ".join(text.split()) or None


def _raw(value: object) -> str | None:
    return unescape(value) if isinstance(value, str) else None


def _authors(value: object, by_id: dict[str, JsonObject]) -> Iterator[JsonObject]:
    """Yield each author as an object, whether it is a name, an object or a reference."""
    if isinstance(value, str) and value.strip():
        yield {"name": value}
    elif isinstance(value, list):
        for entry in cast("list[object]", value):
            yield from _authors(entry, by_id)
    elif isinstance(value, dict):
        found = cast("JsonObject", value)
        yield found if "name" in found else by_id.get(str(found.get("@id")), found)


def _names(
    authors: list[JsonObject], by_id: dict[str, JsonObject], *, is_body: bool
) -> tuple[str, ...]:
    chosen = [author for author in authors if ("Organi" in str(author.get("@type"))) == is_body]
    names = [name for author in chosen for name in _strings(author.get("name"), by_id)]
    if is_body:
        return unique_names(names)
    return unique_names([name for text in names for name in authors_in(text)])


def _address(article: JsonObject) -> str | None:
    page = article.get("mainEntityOfPage")
    inner = cast("JsonObject", page).get("@id") if isinstance(page, dict) else page
    candidates = (article.get("url"), inner, article.get("@id"))
    return next((str(a) for a in candidates if isinstance(a, str) and a.startswith("http")), None)
