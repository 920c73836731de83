"""What a page states about itself: JSON-LD, then meta tags, then what the reader sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.articles.bylines import authors_in, unique_names
from flows.articles.draft import Draft, Stated
from flows.articles.json_ld import LinkedData, linked_data_of
from flows.articles.moments import Moment, moment_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import html

FORMAT = "html"

META_HEADLINE = ("og:title", "twitter:title", "dc.title", "title")
META_AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "byl",
    "parsely-author",
    "sailthru.author",
)
META_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "date", "pubdate",
    "publishdate", "dc.date", "dc.date.issued", "dcterms.created", "parsely-pub-date",
    "sailthru.date", "article.published", "publish-date", "cxenseparse:recs:publishtime",
)  # fmt: skip
META_MODIFIED = ("article:modified_time", "og:updated_time", "last-modified", "datemodified")
META_OUTLET = ("og:site_name", "application-name", "dc.publisher", "publisher")
META_SUMMARY = ("og:description", "description", "twitter:description")
META_SECTION = ("article:section", "section", "parsely-section")
META_TOPICS = ("article:tag", "news_keywords", "keywords", "parsely-tags")


def metadata_of(tree: html.HtmlElement) -> Draft:
    """Return the page's own statements; what it does not state is None."""
    data, meta = linked_data_of(tree), _meta_of(tree)
    return Draft(
        source_format=FORMAT,
        passages=(),
        headline=_headline(data, meta, tree),
        outlet=_either(data.outlet, meta, META_OUTLET),
        authors=_authors(data, meta, tree),
        section=_either(data.section, meta, META_SECTION),
        published=_published(data, meta, tree),
        modified=_moment(data.modified, meta, META_MODIFIED),
        url=_url(data, meta, tree),
        summary=_either(data.summary, meta, META_SUMMARY),
        topics=_topics(data, meta),
    )


def _meta_of(tree: html.HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _first_meta(meta: Mapping[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((meta[name][0] for name in names if name in meta), None)


def _either(
    linked: str | None, meta: Mapping[str, list[str]], names: tuple[str, ...]
) -> Stated[str] | None:
    if linked:
        return Stated(linked, "json-ld")
    found = _first_meta(meta, names)
    return Stated(" ".join(found.split()), "meta") if found else None


def _headline(
    data: LinkedData, meta: Mapping[str, list[str]], tree: html.HtmlElement
) -> Stated[str] | None:
    if stated := _either(data.headline, meta, META_HEADLINE):
        return stated
    for tag in ("h1", "title"):
        for element in tree.iter(tag):
            if text := " ".join(element.text_content().split()):
                return Stated(text, tag)
    return None


def _authors(
    data: LinkedData, meta: Mapping[str, list[str]], tree: html.HtmlElement
) -> Stated[tuple[str, ...]] | None:
    if data.authors:
        return Stated(data.authors, "json-ld")
    named = [value for name in META_AUTHORS for value in meta.get(name, ())]
    if names := unique_names([name for value in named[:1] for name in authors_in(value)]):
        return Stated(names, "meta")
    for element in tree.xpath(
        "//*[@rel='author' or contains(@class, 'byline') or @itemprop='author']"
    )[:3]:
        if names := authors_in(" ".join(element.text_content().split())[:200]):
            return Stated(names, "byline")
    return None


def _moment(
    linked: Moment | None, meta: Mapping[str, list[str]], names: tuple[str, ...]
) -> Stated[Moment] | None:
    if linked:
        return Stated(linked, "json-ld")
    values = (value for name in names for value in meta.get(name, ()))
    read = next((moment for value in values if (moment := moment_of(value))), None)
    return Stated(read, "meta") if read else None


def _published(
    data: LinkedData, meta: Mapping[str, list[str]], tree: html.HtmlElement
) -> Stated[Moment] | None:
    if stated := _moment(data.published, meta, META_PUBLISHED):
        return stated
    for element in tree.iter("time"):
        if read := moment_of(element.get("datetime") or element.text_content()):
            return Stated(read, "time")
    return None


def _url(
    data: LinkedData, meta: Mapping[str, list[str]], tree: html.HtmlElement
) -> Stated[str] | None:
    for element in tree.iter("link"):
        address = (element.get("href") or "").strip()
        if (element.get("rel") or "").lower() == "canonical" and address.startswith("http"):
            return Stated(address, "canonical")
    return _either(data.url, meta, ("og:url",))


def _topics(data: LinkedData, meta: Mapping[str, list[str]]) -> Stated[tuple[str, ...]] | None:
    if data.topics:
        return Stated(data.topics, "json-ld")
    named = next((name for name in META_TOPICS if name in meta), "")
    values = meta.get(named, ())
    topics = unique_names([topic for value in values for topic in value.split(",")])
    return Stated(topics, "meta") if topics else None
