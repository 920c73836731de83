"""What a page states about itself: JSON-LD, then meta tags, then what the reader sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.articles.bylines import authors_in, unique_names
from flows.articles.draft import Claim, Draft, Stated
from flows.articles.html_authors import page_authors
from flows.articles.html_dates import published_on_page
from flows.articles.html_headline import headline_of, without_site
from flows.articles.json_ld import LinkedData
from flows.articles.moments import Moment, moment_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from lxml import html

FORMAT = "html"
MOST_META_AUTHORS = 10

META_HEADLINE = ("og:title", "twitter:title", "dc.title", "title")
META_AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dcterms.creator",
    "citation_author",
    "cxenseparse:author",
)
# WordPress labels what a shared link shows: "Written by", "Ann Lee".
AUTHOR_LABELS = frozenset({"written by", "by", "author", "posted by", "words by", "interview by"})
MOST_SHARED_LABELS = 3
META_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "date", "pubdate",
    "publishdate", "dc.date", "dc.date.issued", "dcterms.created", "parsely-pub-date",
    "sailthru.date", "article.published", "publish-date", "cxenseparse:recs:publishtime",
    "published", "published_date", "published-date", "publication_date", "dcterms.issued",
    "dcterms.date", "citation_publication_date", "citation_date", "originalpublicationdate",
    "displaydate", "article.created", "release_date",
)  # fmt: skip
META_MODIFIED = ("article:modified_time", "og:updated_time", "last-modified", "datemodified")
META_OUTLET = ("og:site_name", "application-name", "dc.publisher", "publisher")
META_SUMMARY = ("og:description", "description", "twitter:description")
META_SECTION = ("article:section", "section", "parsely-section")
META_TOPICS = ("article:tag", "news_keywords", "keywords", "parsely-tags")


def metadata_of(data: LinkedData, tree: html.HtmlElement, not_after: datetime | None) -> Draft:
    """Return the page's own statements; what it does not state is None."""
    meta = _meta_of(tree)
    nobody: list[str] = []
    outlet = _either(data.outlet, meta, META_OUTLET)
    site = _first_meta(meta, META_OUTLET) or data.outlet
    headline = headline_of(data.headline, _first_meta(meta, META_HEADLINE), tree, site)
    by_meta = _names_in(meta)[:MOST_META_AUTHORS]
    addresses = meta.get("article:author", nobody)
    return Draft(
        source_format=FORMAT,
        passages=(),
        headline=headline,
        outlet=outlet,
        authors=page_authors(data, [*by_meta, *addresses], tree, site),
        section=_either(data.section, meta, META_SECTION),
        published=_moment(data.published, meta, META_PUBLISHED)
        or published_on_page(tree, headline.value if headline else "", not_after),
        modified=_moment(data.modified, meta, META_MODIFIED),
        url=_url(data, meta, tree),
        summary=_either(data.summary, meta, META_SUMMARY),
        topics=_topics(data, meta),
        claims=tuple(_claims(data, meta, site)),
    )


def _claims(data: LinkedData, meta: Mapping[str, list[str]], site: str | None) -> Iterator[Claim]:
    """Yield what JSON-LD and the meta tags say, each for itself."""
    title = _first_meta(meta, META_HEADLINE)
    texts = (
        ("headline", without_site(data.headline, site) if data.headline else None, "json-ld"),
        ("headline", without_site(title, site) if title else None, "meta"),
        ("outlet", data.outlet, "json-ld"),
        ("outlet", _first_meta(meta, META_OUTLET), "meta"),
        ("authors", ", ".join(data.people), "json-ld"),
        ("authors", ", ".join(n for text in _names_in(meta) for n in authors_in(text)), "meta"),
    )
    yield from (Claim(field, text, basis) for field, text, basis in texts if text)
    moments = (
        (data.published, "json-ld"),
        (_first_moment(meta, META_PUBLISHED), "meta"),
    )
    for moment, basis in moments:
        if moment:
            yield Claim("published_at", moment.day.isoformat(), basis, moment.day)


def _first_moment(meta: Mapping[str, list[str]], names: tuple[str, ...]) -> Moment | None:
    values = (value for name in names for value in meta.get(name, ()))
    return next((moment for value in values if (moment := moment_of(value))), None)


def _meta_of(tree: html.HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _names_in(meta: Mapping[str, list[str]]) -> list[str]:
    """Return the first author tag that holds names; some hold the address of a page."""
    for name in META_AUTHORS:
        if names := [value for value in meta.get(name, ()) if not value.startswith("http")]:
            return names
    for number in range(1, MOST_SHARED_LABELS + 1):
        label = meta.get(f"twitter:label{number}", [""])[0]
        if label.lower().strip(" :") in AUTHOR_LABELS:
            return meta.get(f"twitter:data{number}", [])
    return []


def _first_meta(meta: Mapping[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((meta[name][0] for name in names if name in meta), None)


def _either(
    linked: str | None, meta: Mapping[str, list[str]], names: tuple[str, ...]
) -> Stated[str] | None:
    if linked:
        return Stated(linked, "json-ld")
    found = _first_meta(meta, names)
    return Stated(" ".join(found.split()), "meta") if found else None


def _moment(
    linked: Moment | None, meta: Mapping[str, list[str]], names: tuple[str, ...]
) -> Stated[Moment] | None:
    if linked:
        return Stated(linked, "json-ld")
    read = _first_moment(meta, names)
    return Stated(read, "meta") if read else None


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
