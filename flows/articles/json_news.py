"""JSON and JSON Lines: schema.org NewsArticle, ninjs, news-please, JSON Feed and their like."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, cast

from flows.articles.bylines import authors_in, unique_names
from flows.articles.contradictions import unread_date
from flows.articles.draft import Draft, Passage, Stated
from flows.articles.encoding import clean_text, decoded
from flows.articles.html_blocks import passages_of_html
from flows.articles.json_mapping import mapped_articles
from flows.articles.json_values import json_values_of
from flows.articles.moments import Moment, moment_of
from flows.articles.passages import passages_of, unwrapped
from flows.articles.rejections import Reason, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flows.articles.json_mapping import JsonMapping
    from flows.articles.json_values import JsonValue
    from flows.errors import UnreadableFileError
    from flows.records import SourceFile

JsonObject = dict[str, object]

FORMAT = "json"
MOST_ARTICLES = 100_000

_BLOCK_TAG = re.compile(
    r"<(?:p|br|div|h[1-6]|ul|ol|li|table|blockquote|section|article)\b[^<>]{0,500}/?>",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?(?:b|i|q|u|em|strong|a|span|sup|sub)\b[^<>]{0,500}>", re.IGNORECASE)
_HTML_FIELDS = frozenset({"content_html", "body_html", "body_xhtml"})

# In order of trust: the first field that holds something is taken.
NAMES: Mapping[str, tuple[str, ...]] = {
    "headline": ("headline", "title", "headlines", "head", "name", "headline_main"),
    "text": (
        "articleBody", "body_html", "body_xhtml", "body_text", "bodies", "maintext", "content_html",
        "content_text", "article_text", "full_text", "body", "text", "content", "story",
        "description", "summary", "abstract",
    ),
    "authors": ("author", "authors", "byline", "by", "bylines", "creator", "contributors"),
    "published": (
        "datePublished", "date_publish", "date_published", "published_at", "publishedAt",
        "published", "pubDate", "publish_date", "publication_date", "pub_date", "firstcreated",
        "firstCreated", "firstpublished", "date", "published_date", "versioncreated",
        "versionCreated", "dateCreated", "created_at", "timestamp",
    ),
    "modified": (
        "dateModified", "date_modify", "date_modified", "modified_at", "updated_at", "updated",
        "versioncreated", "versionCreated", "modified",
    ),
    "outlet": (
        "publisher", "outlet", "source", "provider", "source_name", "sourceOrganization",
        "copyrightholder", "source_domain", "site_name",
        "infosources", "copyrightHolder",
    ),
    "section": ("articleSection", "section", "category"),
    "edition": ("edition", "printEdition"),
    "summary": ("description", "summary", "abstract", "description_text", "standfirst", "lead"),
    "url": ("url", "canonical_url", "link", "mainEntityOfPage", "external_url", "web_url"),
    "publisher_id": ("uri", "id", "guid", "identifier", "@id", "altids"),
    "place": ("located", "dateline_place", "locationCreated"),
    "credit": ("creditline", "creditText", "credit"),
    "language": ("language", "inLanguage", "lang"),
    "topics": ("keywords", "topics", "tags", "subject", "subjects"),
}  # fmt: skip
CONTAINERS = (
    "@graph", "articles", "items", "entries", "results", "docs", "data", "itemListElement",
)  # fmt: skip
# What holds one article, perhaps one level further down.
WRAPPERS = ("data", "item", "article", "_source", "record")


def drafts_of(
    source: SourceFile, mappings: tuple[JsonMapping, ...] = ()
) -> list[Draft | UnreadableFileError]:
    """Return one draft for each article in the JSON or JSON Lines, and what its bad lines lack.

    A desk's own mappings are tried first.

    Raises UnreadableFileError where it is broken or holds no article.
    """
    values = json_values_of(decoded(source.content, source.declared_encoding), source.name)
    found = list(islice(_found_in(values.good, mappings), MOST_ARTICLES + 1))
    if not found:
        raise unreadable(source.name, Reason.NOT_AN_ARTICLE, "no object has a headline and a text")
    if len(found) > MOST_ARTICLES:
        raise unreadable(source.name, Reason.TOO_MANY, f"{MOST_ARTICLES:,} articles")
    return [*(_draft(entry, member, basis) for member, entry, basis in found), *values.problems]


def _found_in(
    values: Sequence[JsonValue], mappings: tuple[JsonMapping, ...]
) -> Iterator[tuple[str | None, JsonObject, str]]:
    """Yield each article with its place and what is told as the basis of its values."""
    for value in values:
        mapped = mapped_articles(value, mappings) if mappings else []
        for article in mapped:
            # Our own names of the fields come first among those that are known.
            fields = {NAMES[field][0]: found for field, found in article.fields.items()}
            yield article.place, fields, f"mapping {article.mapping}"
        if not mapped:
            for member, entry in _articles_in([(value.place, value.value)]):
                yield member, entry, FORMAT


def _articles_in(
    values: list[tuple[str | None, object]],
) -> Iterator[tuple[str | None, JsonObject]]:
    """Yield each object that has a headline and a text, also out of lists and containers."""
    for member, value in values:
        if isinstance(value, list):
            entries = cast("list[object]", value)
            yield from _articles_in(
                [(_inner(member, n), v) for n, v in enumerate(entries, start=1)]
            )
        elif isinstance(value, dict):
            yield from _articles_of_object(member, cast("JsonObject", value))


def _articles_of_object(
    member: str | None, found: JsonObject
) -> Iterator[tuple[str | None, JsonObject]]:
    for name in CONTAINERS:
        inner = found.get(name)
        if isinstance(inner, list):
            entries = [_inherited(found, entry) for entry in cast("list[object]", inner)]
            yield from _articles_in([(member, entries)])
            return
    if _first(found, "headline") and _first(found, "text"):
        yield member, found
        return
    for name in WRAPPERS:
        inner = found.get(name)
        if isinstance(inner, dict):
            wrapped = _with_story(cast("JsonObject", inner), found)
            yield from _articles_in([(member, wrapped)])


def _inherited(feed: JsonObject, entry: object) -> object:
    """Give an entry of a JSON Feed what the feed says for all of them."""
    if not isinstance(entry, dict) or ("feed_url" not in feed and "home_page_url" not in feed):
        return cast("object", entry)
    shared = {"author": feed.get("author") or feed.get("authors"), "outlet": feed.get("title")}
    return shared | cast("JsonObject", entry)


def _with_story(inner: JsonObject, outer: JsonObject) -> JsonObject:
    """AP's content API keeps the story beside the item, under "nitf"."""
    story = outer.get("nitf")
    if not isinstance(story, dict):
        return inner
    told: JsonObject = cast("JsonObject", story) if "headline" in inner else {"nitf": story}
    return inner | told


def _inner(member: str | None, number: int) -> str:
    return f"{member}, entry {number}" if member else f"entry {number}"


def _draft(found: JsonObject, member: str | None, basis: str) -> Draft:
    def stated(field: str) -> Stated[str] | None:
        text = _text(_first(found, field))
        return Stated(text, basis) if text else None

    def moment(field: str) -> Stated[Moment] | None:
        read = next((m for name in NAMES[field] if (m := moment_of(found.get(name)))), None)
        return Stated(read, basis) if read else None

    headline, published = stated("headline"), moment("published")
    dated = _first(found, "published")
    modified = moment("modified")
    authors, topics = _authors(found), unique_names(_texts(_first(found, "topics")))
    return Draft(
        source_format=FORMAT,
        passages=_passages(found, headline.value if headline else ""),
        headline=headline,
        outlet=stated("outlet"),
        authors=Stated(authors, basis) if authors else None,
        section=stated("section"),
        edition=stated("edition"),
        dateline_place=stated("place"),
        published=published,
        modified=modified,
        url=stated("url") or _address(found),
        language=stated("language"),
        publisher_id=stated("publisher_id"),
        credit=stated("credit"),
        summary=stated("summary"),
        topics=Stated(topics, basis) if topics else None,
        text_field=_text_field(found) if basis == FORMAT else basis,
        member=member,
        claims=() if moment_of(dated) else unread_date(dated, basis),
    )


def _address(found: JsonObject) -> Stated[str] | None:
    """Return a ninjs `uri` that is the address of the page."""
    uri = found.get("uri")
    return Stated(uri, FORMAT) if isinstance(uri, str) and uri.startswith("http") else None


def _first(found: JsonObject, field: str) -> object:
    return next((found[name] for name in NAMES[field] if found.get(name)), None)


def _texts(value: object) -> list[str]:
    """Return the texts in a value: itself, or the names in its list or objects."""
    if isinstance(value, str):
        return [clean_text(value)]
    if isinstance(value, list):
        return [text for entry in cast("list[object]", value) for text in _texts(entry)[:1]]
    if isinstance(value, dict):
        inner = cast("JsonObject", value)
        keys = ("by", "name", "value", "title", "@id", "url", "literal")
        nothing: list[str] = []
        return next((texts for key in keys if (texts := _texts(inner.get(key)))), nothing)
    return []


def _text(value: object) -> str | None:
    text = next(iter(_texts(value)), "")
    if _TAG.search(text) or _BLOCK_TAG.search(text):
        text = " ".join(passage.text for passage in passages_of_html(text))
    return " ".join(text.split()) or None


def _authors(found: JsonObject) -> tuple[str, ...]:
    value = _first(found, "authors")
    return unique_names([name for text in _texts(value) for name in authors_in(text)])


def _text_field(found: JsonObject) -> str:
    return next(name for name in NAMES["text"] if found.get(name))


def _passages(found: JsonObject, headline: str) -> tuple[Passage, ...]:
    name = _text_field(found)
    texts = _texts(found[name])
    is_paragraphs = isinstance(found[name], list) and name == NAMES["text"][0]
    text = "\n\n".join(texts) if is_paragraphs else max(texts, key=len, default="")
    if name in _HTML_FIELDS or _BLOCK_TAG.search(text):
        return passages_of_html(text)
    text = _TAG.sub("", text)
    lines = unwrapped([line.strip() for line in text.split("\n")])
    return tuple(passages_of(lines, headline))
