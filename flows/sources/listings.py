"""What a feed, a sitemap or a folder lists. Pure: bytes in, links out."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownArgumentType=false
# pyright: reportUnknownVariableType=false
# feedparser carries no complete types.

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urldefrag, urljoin, urlsplit

import feedparser
from lxml import etree, html

# Shorter than this is a teaser; the shortest agency items with a quote are about so long.
FULL_STORY_CHARS = 1_000
# sitemaps.org allows 50,000 addresses in one sitemap; more are not looked at.
MOST_LINKS = 50_000
_GZIP_MAGIC = b"\x1f\x8b"
_GZIP_WINDOW_BITS = 31


@dataclass(frozen=True, slots=True)
class Link:
    """One listed page; `stamp` is when the list says it last changed, as written there."""

    url: str
    stamp: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """The pages that one document lists, and the further listings that it points at.

    `is_full` says that the document carries the whole stories itself.
    """

    pages: tuple[Link, ...] = ()
    listings: tuple[Link, ...] = ()
    is_full: bool = False


def listing_in_feed(content: bytes, url: str) -> Listing:
    """Return the pages of the entries, in the feed's order; none where it is no feed."""
    # A stream, because feedparser would open plain bytes as a file's name.
    parsed = cast("dict[str, Any]", feedparser.parse(io.BytesIO(content), sanitize_html=False))
    entries = cast("list[dict[str, Any]]", parsed["entries"])[:MOST_LINKS]
    links = (Link(str(entry.get("link") or ""), _stamp(entry)) for entry in entries)
    full = sum(_carries_its_story(entry) for entry in entries)
    return Listing(_fetchable(links, url), is_full=full * 2 > len(entries))


def _stamp(entry: dict[str, Any]) -> str | None:
    # Asked for a missing `updated`, feedparser warns and answers with `published`.
    return entry.get("updated" if "updated" in entry else "published")


def _carries_its_story(entry: dict[str, Any]) -> bool:
    texts = [str(content.get("value") or "") for content in entry.get("content", [])]
    return any(len(text) >= FULL_STORY_CHARS for text in texts)


def listing_in_sitemap(content: bytes, url: str, most_bytes: int) -> Listing:
    """Return what a sitemap lists, the newest first; it may be an index, text, or gzipped."""
    plain = _unzipped(content, most_bytes)
    if not plain.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        lines = plain.decode("utf-8-sig", "replace").splitlines()
        return Listing(_fetchable((Link(line.strip()) for line in lines[:MOST_LINKS]), base=""))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    root = cast("Any", etree.fromstring(plain, parser))
    if root is None:
        return Listing()
    newest = sorted(_locations(root), key=lambda link: link.stamp or "", reverse=True)
    links = _fetchable(newest, url)
    is_index = etree.QName(root).localname == "sitemapindex"
    return Listing(listings=links) if is_index else Listing(links)


def listing_in_folder(content: bytes, url: str) -> Listing:
    """Return the files directly in a folder, as a web server lists them."""
    root = html.document_fromstring(content) if content.strip() else None
    folder = url.partition("?")[0].rpartition("/")[0] + "/"
    hrefs = [] if root is None else [str(a.get("href") or "") for a in root.iter("a")]
    files = _fetchable((Link(href) for href in hrefs[:MOST_LINKS]), folder)
    return Listing(tuple(file for file in files if _is_directly_in(folder, file.url)))


def _is_directly_in(folder: str, url: str) -> bool:
    name = url.removeprefix(folder)
    return url.startswith(folder) and name != "" and "/" not in name and "?" not in name


def _unzipped(content: bytes, most_bytes: int) -> bytes:
    if not content.startswith(_GZIP_MAGIC):
        return content
    try:
        return zlib.decompressobj(_GZIP_WINDOW_BITS).decompress(content, most_bytes)
    except zlib.error:
        return b""


def _locations(root: Any) -> Iterator[Link]:  # noqa: ANN401 # lxml names no public class
    for entry in list(root)[:MOST_LINKS]:
        # Pictures have a `loc` of their own, one level down; the date of news:news lies there too.
        named = [(etree.QName(child).localname, child) for child in entry.iter(etree.Element)]
        texts = {
            name: (child.text or "").strip()
            for name, child in named
            if child.getparent() is entry or name == "publication_date"
        }
        yield Link(texts.get("loc", ""), texts.get("lastmod") or texts.get("publication_date"))


def _fetchable(links: Iterable[Link], base: str) -> tuple[Link, ...]:
    found: dict[str, Link] = {}
    for link in links:
        url = _absolute(link.url, base)
        if url is not None and url not in found:
            found[url] = Link(url, link.stamp)
    return tuple(found.values())


def _absolute(url: str, base: str) -> str | None:
    try:
        whole = urldefrag(urljoin(base, url)).url if url else ""
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if parts.scheme in {"http", "https"} and parts.hostname else None
