"""RSS and Atom with full content: one article for each entry."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownArgumentType=false
# pyright: reportUnknownVariableType=false
# The library carries no complete types.

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from time import struct_time
from typing import TYPE_CHECKING, cast

import feedparser

from flows.articles.bylines import authors_in, unique_names
from flows.articles.contradictions import unread_date
from flows.articles.draft import Draft, Stated
from flows.articles.encoding import clean_text
from flows.articles.html_blocks import passages_of_html
from flows.articles.moments import Moment, moment_of
from flows.articles.rejections import Reason, unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flows.articles.draft import Passage
    from flows.records import SourceFile

Entry = dict[str, object]

FORMAT = "feed"
# A feed carries some tens of entries; an archive some thousands.
MOST_ENTRIES = 10_000

_ENTRY = re.compile(rb"<(?:item|entry)[\s>]", re.IGNORECASE)
# Saved from a browser, a feed stands inside a page.
_WRAPPED = re.compile(rb"(?<=<body>)\s{0,100}<feed\s.*</feed>", re.DOTALL | re.IGNORECASE)


def drafts_of(source: SourceFile) -> list[Draft]:
    """Return one draft for each entry.

    Raises UnreadableFileError where the feed is broken, or has none or far too many.
    """
    if len(_ENTRY.findall(source.content)) > MOST_ENTRIES:
        raise unreadable(source.name, Reason.TOO_MANY, f"{MOST_ENTRIES:,} entries")
    wrapped = _WRAPPED.search(source.content)
    content = wrapped[0] if wrapped else source.content
    # Never bare bytes: the library would first try to open a file of that name.
    try:
        parsed = cast("Entry", feedparser.parse(BytesIO(content), sanitize_html=False))
    except ValueError as problem:
        # The library fails on references to characters that do not exist.
        detail = " ".join(str(problem).split())[:120]
        raise unreadable(source.name, Reason.BROKEN_XML, detail) from problem
    # Plain dictionaries: the library's own answer "updated" where only "published" is known.
    entries = [dict(entry) for entry in cast("list[Entry]", parsed["entries"])]
    if not entries:
        raise unreadable(source.name, Reason.NOT_AN_ARTICLE, "the feed has no entries")
    outlet = _text(cast("Entry", parsed.get("feed", {})), "title")
    drafts = [_draft(entry, outlet) for entry in entries]
    return [replace(draft, member=f"entry {n}") for n, draft in enumerate(drafts, start=1)]


def _draft(entry: Entry, outlet: str | None) -> Draft:
    def stated(text: str | None) -> Stated[str] | None:
        return Stated(text, FORMAT) if text else None

    authors = _authors(entry)
    published = _moment(entry, "published")
    tags = cast("list[Entry]", entry.get("tags", []))
    topics = unique_names([str(tag.get("term") or "") for tag in tags])
    return Draft(
        source_format=FORMAT,
        passages=_passages(entry),
        headline=stated(_text(entry, "title")),
        outlet=stated(_text(cast("Entry", entry.get("source", {})), "title") or outlet),
        authors=Stated(authors, FORMAT) if authors else None,
        published=published or _moment(entry, "updated"),
        modified=_moment(entry, "updated"),
        url=stated(cast("str | None", entry.get("link"))),
        publisher_id=stated(cast("str | None", entry.get("id"))),
        topics=Stated(topics, FORMAT) if topics else None,
        is_feed=True,
        claims=() if published else unread_date(entry.get("published"), FORMAT),
    )


def _passages(entry: Entry) -> tuple[Passage, ...]:
    """Return the longest of the entry's texts: some feeds put the story into the summary."""
    contents = cast("list[Entry]", entry.get("content", []))
    texts = [str(content.get("value") or "") for content in contents]
    texts.append(str(entry.get("summary") or ""))
    return passages_of_html(clean_text(max(texts, key=len)))


def _text(values: Mapping[str, object], name: str) -> str | None:
    value = values.get(name)
    if not isinstance(value, str):
        return None
    text = " ".join(passage.text for passage in passages_of_html(clean_text(value)))
    return text or None


def _authors(entry: Entry) -> tuple[str, ...]:
    people = cast("list[Entry]", entry.get("authors", []))
    named = [str(person.get("name") or "") for person in people]
    return unique_names([name for text in named for name in authors_in(clean_text(text))])


def _moment(entry: Entry, name: str) -> Stated[Moment] | None:
    read = moment_of(entry.get(name)) or _moment_of_library(entry.get(f"{name}_parsed"))
    return Stated(read, FORMAT) if read else None


def _moment_of_library(parsed: object) -> Moment | None:
    """Return a date that only the library could read; it also reads years that never were."""
    if not isinstance(parsed, struct_time):
        return None
    try:
        return moment_of(datetime.fromtimestamp(calendar.timegm(parsed), UTC))
    except (ValueError, OverflowError, OSError):
        return None
