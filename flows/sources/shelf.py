"""Where fetched files lie in the inbox, and what is remembered of each beside it.

Beside `news.example.org/story-kfbmcdpi.html` lies `.story-kfbmcdpi.headers.json`, hidden from
the ingest: where the file came from, when, and the headers that came with it.
"""

from __future__ import annotations

import hashlib
import json
import re
import threading
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from flows.errors import FetchError
from flows.sources.listings import Link
from flows.sources.request import Reply

SUFFIXES = {
    "": ".html",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/json": ".json",
    "application/ld+json": ".json",
    "application/feed+json": ".json",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
}
FEED_SUFFIX = ".xml"
# Enough of an address for a person to know the page, short enough for every file system.
SLUG_CHARS = 60
HASH_CHARS = 12
_HTTP_VALIDATORS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
# Cookies are secrets, and of no use to a reader.
_SECRET_HEADERS = frozenset({"set-cookie"})
# A row of digits in a file's name could be read as its date, so the hash is all letters.
_AS_LETTERS = str.maketrans("0123456789", "ghijklmnop")


@dataclass(frozen=True, slots=True)
class Known:
    """What is remembered of an address from the last time."""

    stamp: str | None
    headers: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def validators(self) -> dict[str, str]:
        """The request headers that let a server answer "not modified"."""
        return {
            asked: self.headers[name]
            for name, asked in _HTTP_VALIDATORS.items()
            if name in self.headers
        }


@dataclass(frozen=True, slots=True)
class Shelf:
    """The inbox as a place for fetched files. `as_of` is the moment they are stamped with."""

    inbox: Path
    as_of: datetime

    def known(self, url: str) -> Known | None:
        """Return what is remembered of the address; None where it is new or unreadable."""
        try:
            text = self._beside(url).read_text(encoding="utf-8")
            kept = cast("dict[str, object]", json.loads(text))
            headers = cast("dict[str, str]", kept["headers"])
            return Known(cast("str | None", kept["stamp"]), headers)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, link: Link, reply: Reply, suffix: str) -> bool:
        """Put the content into the inbox, remember it, and say whether it is new or changed."""
        path = self.inbox / f"{place_of(link.url)}{suffix}"
        is_new = not path.is_file() or path.read_bytes() != reply.content
        if is_new:
            _write(path, reply.content)
        self.remember(link, reply)
        return is_new

    def remember(self, link: Link, reply: Reply) -> None:
        """Write down where an answer came from, and its headers."""
        headers = {
            name: value for name, value in reply.headers.items() if name not in _SECRET_HEADERS
        }
        told = {
            "url": link.url,
            "final_url": reply.url,
            "stamp": link.stamp,
            "status": reply.status,
            "fetched_at": self.as_of.isoformat(),
            "headers": headers,
        }
        text = json.dumps(told, indent=2, sort_keys=True, ensure_ascii=False)
        _write(self._beside(link.url), f"{text}\n".encode())

    def _beside(self, url: str) -> Path:
        place = self.inbox / place_of(url)
        return place.with_name(f".{place.name}.headers.json")


def place_of(url: str) -> str:
    """Return an address's place below the inbox: "news.example.org/harbour-vote-kfbmcdpi…"."""
    parts = urlsplit(url)
    folder = re.sub(r"[^a-z0-9.-]", "-", parts.netloc.rpartition("@")[2].lower()).strip(".-")
    last = parts.path.rstrip("/").rpartition("/")[2].rpartition(".")
    slug = re.sub(r"[^A-Za-z0-9]+", "-", last[0] or last[2])[:SLUG_CHARS].strip("-")
    unique = hashlib.sha256(url.encode()).hexdigest()[:HASH_CHARS].translate(_AS_LETTERS)
    return f"{folder or 'unnamed'}/{slug or 'page'}-{unique}"


def page_suffix(url: str, reply: Reply) -> str:
    """Return the suffix of the page's file.

    Raises FetchError where the content is of a type that holds no article.
    """
    content_type = reply.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type not in SUFFIXES:
        raise FetchError(url, f"is {content_type}, which holds no article", is_lasting=True)
    return SUFFIXES[content_type]


def file_suffix(url: str) -> str:
    """Return the suffixes of a file in a folder: what it is called there, ".json.gz"."""
    name = urlsplit(url).path.rpartition("/")[2]
    return "".join(re.findall(r"\.[A-Za-z0-9]{1,8}", name)[-2:]).lower()


def _write(path: Path, content: bytes) -> None:
    """Put the file in place whole: until then it is hidden from the ingest."""
    path.parent.mkdir(parents=True, exist_ok=True)
    arriving = path.with_name(f".{path.name}.{threading.get_ident()}.partial")
    arriving.write_bytes(content)
    arriving.replace(path)
