"""The round of all sources: ask each for its list, and fetch what is new on it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from http import HTTPStatus

from flows.errors import FetchError
from flows.sources.client import Client
from flows.sources.listings import (
    Link,
    Listing,
    listing_in_feed,
    listing_in_folder,
    listing_in_sitemap,
)
from flows.sources.request import Reply
from flows.sources.shelf import FEED_SUFFIX, Known, Shelf, file_suffix, page_suffix
from flows.sources.stores import Store
from flows.sources.subscriptions import Kind, Source

# Hosts are asked side by side, each at its own pace; more would only wait on one line.
SOURCES_AT_ONCE = 8
# A day's news of a large outlet; what is older was listed on an earlier round.
MOST_PAGES = 200
# A sitemap index lists its newest parts first; the older ones hold an archive.
MOST_SITEMAPS = 5


@dataclass(slots=True)
class Report:
    """What one source gave. `problems` holds a sentence for each failure."""

    source: Source
    saved: int = 0
    unchanged: int = 0
    problems: list[str] = field(default_factory=list[str])
    is_worth_retrying: bool = False

    @contextlib.contextmanager
    def failures(self) -> Generator[None]:
        """Note a failure and go on."""
        try:
            yield
        except FetchError as error:
            self.problems.append(str(error))
            self.is_worth_retrying |= not error.is_lasting


def collect(sources: Sequence[Source], client: Client, shelf: Shelf) -> list[Report]:
    """Ask every source, several at once, and return what each gave, in the same order."""

    def ask(source: Source) -> Report:
        return _Round(client, shelf, source).go()

    with ThreadPoolExecutor(SOURCES_AT_ONCE) as threads:
        return list(threads.map(ask, sources))


class _Round:
    """One source's turn."""

    def __init__(self, client: Client, shelf: Shelf, source: Source) -> None:
        self.client = client
        self.shelf = shelf
        self.report = Report(source)
        self.pages_left = MOST_PAGES

    def go(self) -> Report:
        start = Link(self.report.source.url)
        take: dict[Kind, Callable[[Link], None]] = {
            Kind.FEED: self._take_feed,
            Kind.SITEMAP: self._take_sitemap,
            Kind.PAGE: self._take_page,
            Kind.FOLDER: self._take_store if self.report.source.is_store else self._take_folder,
        }
        with self.report.failures():
            take[self.report.source.kind](start)
        return self.report

    def _take_feed(self, link: Link) -> None:
        if (reply := self._changed(link)) is None:
            return
        listing = listing_in_feed(reply.content, reply.url)
        if listing.is_full:
            self._keep(link, reply, FEED_SUFFIX)
        else:
            self._take_listed(link, reply, listing)

    def _take_sitemap(self, link: Link) -> None:
        if (reply := self._changed(link)) is None:
            return
        listing = listing_in_sitemap(reply.content, reply.url, self.client.limits.most_bytes)
        if not listing.listings:
            self._take_listed(link, reply, listing)
        # An index is not remembered: it may stay the same while its parts change.
        for part in listing.listings[:MOST_SITEMAPS]:
            with self.report.failures():
                self._take_part(part)

    def _take_part(self, link: Link) -> None:
        """Take one sitemap of an index; the index of an index is not followed."""
        if (reply := self._changed(link)) is not None:
            listing = listing_in_sitemap(reply.content, reply.url, self.client.limits.most_bytes)
            self._take_listed(link, reply, listing)

    def _take_folder(self, link: Link) -> None:
        """Take the files of a folder on the web; the list has no dates, so each file is asked."""
        reply = self.client.get(link.url, {})
        for file in listing_in_folder(reply.content, reply.url).pages[:MOST_PAGES]:
            with self.report.failures():
                if (changed := self._changed(file)) is not None:
                    self._keep(file, changed, file_suffix(file.url))

    def _take_store(self, link: Link) -> None:
        store = Store(link.url)
        most_bytes = self.client.limits.most_bytes
        for file in store.files():
            with self.report.failures():
                if _is_current(file.link, self.shelf.known(file.link.url)):
                    self.report.unchanged += 1
                    continue
                if file.size_bytes > most_bytes:
                    reason = f"has {file.size_bytes:,} bytes; {most_bytes:,} are the limit"
                    raise FetchError(file.link.url, reason, is_lasting=True)
                self._keep(file.link, store.content_of(file), file_suffix(file.link.url))

    def _take_listed(self, link: Link, reply: Reply, listing: Listing) -> None:
        if not listing.pages:
            raise FetchError(link.url, "lists nothing", is_lasting=True)
        for page in listing.pages[: self.pages_left]:
            self.pages_left -= 1
            with self.report.failures():
                self._take_page(page)
        # Forgotten, the list is asked for in full again, and so is each page that failed.
        if not self.report.is_worth_retrying:
            self.shelf.remember(link, reply)

    def _take_page(self, link: Link) -> None:
        reply = self._changed(link)
        if reply is not None:
            self._keep(link, reply, page_suffix(link.url, reply))

    def _changed(self, link: Link) -> Reply | None:
        """Return the answer where it is new; count it where it is not."""
        known = self.shelf.known(link.url)
        if _is_current(link, known):
            self.report.unchanged += 1
            return None
        reply = self.client.get(link.url, known.validators if known else {})
        if known is None or reply.status != HTTPStatus.NOT_MODIFIED:
            return reply
        # A 304 may leave headers out that still hold (RFC 9111 §4.3.4).
        self.shelf.remember(link, replace(reply, headers={**known.headers, **reply.headers}))
        self.report.unchanged += 1
        return None

    def _keep(self, link: Link, reply: Reply, suffix: str) -> None:
        if self.shelf.keep(link, reply, suffix):
            self.report.saved += 1
        else:
            self.report.unchanged += 1


def _is_current(link: Link, known: Known | None) -> bool:
    """Say whether the list itself tells that nothing has changed."""
    return known is not None and link.stamp is not None and link.stamp == known.stamp
