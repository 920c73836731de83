"""What we subscribe to: `sources.toml`, as its owner writes it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from flows.errors import SettingsError

EXAMPLE = """\
# What `dateline fetch` asks, and every `dateline run` that is given no paths.

# RSS and Atom. Entries with the whole story are taken as they are, else their pages are fetched.
feeds = ["https://news.example.org/politics/rss.xml"]

# Sitemaps, sitemap indexes, or plain text with one address a line; the newest pages first.
sitemaps = ["https://news.example.org/news-sitemap.xml"]

# Single pages, looked at each time.
pages = ["https://ministry.example.org/statements/latest"]

# Folders of files: a web server's listing, or an object store (pip install 'dateline[stores]').
folders = ["https://files.example.org/drop/", "s3://desk-bucket/incoming/"]
"""

# The web has readers of its own; the others would read this machine's own files.
_NOT_A_STORE = frozenset({"http", "https", "file", "local", "memory"})


class Kind(StrEnum):
    """What a source is: the names of the lists in `sources.toml`."""

    FEED = "feeds"
    SITEMAP = "sitemaps"
    PAGE = "pages"
    FOLDER = "folders"


@dataclass(frozen=True, slots=True)
class Source:
    """One line of `sources.toml`."""

    kind: Kind
    url: str

    @property
    def is_web(self) -> bool:
        """Say whether it is asked for over HTTP."""
        parts = urlsplit(self.url)
        return parts.scheme in {"http", "https"} and parts.hostname is not None

    @property
    def is_store(self) -> bool:
        """Say whether it is a folder of an object store or file server, by its own protocol."""
        scheme, mark, place = self.url.partition("://")
        is_elsewhere = scheme.isalnum() and scheme not in _NOT_A_STORE
        return self.kind is Kind.FOLDER and is_elsewhere and bool(mark and place)


def read_subscriptions(path: Path) -> list[Source]:
    """Return the sources in the file's order, each once.

    Raises SettingsError naming the file and what is wrong in it.
    """
    try:
        return subscriptions_in(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        message = f"{path} is missing. Write one such as this:\n\n{EXAMPLE}"
        raise SettingsError(message) from error
    except (SettingsError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = f"{path}: {error}"
        raise SettingsError(message) from error


def subscriptions_in(text: str) -> list[Source]:
    """Return the sources that the text lists.

    Raises SettingsError or TOMLDecodeError saying what is wrong.
    """
    listed: dict[str, object] = tomllib.loads(text)
    sources: dict[Source, None] = {}
    for name, urls in listed.items():
        if name not in set(Kind):
            message = f"{name!r} is unknown; there are {', '.join(Kind)}."
            raise SettingsError(message)
        for url in cast("list[object]", urls) if isinstance(urls, list) else [urls]:
            source = Source(Kind(name), str(url))
            if not (source.is_web or source.is_store):
                message = (
                    f"{url!r} is no address; write one such as https://news.example.org/rss.xml"
                )
                raise SettingsError(message)
            sources[source] = None
    return list(sources)
