"""From the bytes of one file to its articles: unpacks, decides the format and hands over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from flows.articles import json_news
from flows.articles.archive import members_of
from flows.articles.assemble import article_of
from flows.articles.draft import Stated
from flows.articles.encoding import read_bytes
from flows.articles.formats import Format, format_of, no_text_reason
from flows.articles.mojibake import repaired
from flows.articles.rejections import Reason, unreadable
from flows.errors import UnreadableFileError
from flows.records import SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flows.articles.archive import Member
    from flows.articles.draft import Draft
    from flows.articles.json_mapping import JsonMapping
    from flows.records import Article

# A long book is about 3 MB of text; pages with all their scripts reach some 10 MB.
MOST_TEXT_BYTES = 20 * 1024 * 1024
# Pictures make documents larger, pages make archives of the web larger still.
MOST_DOCUMENT_BYTES = 64 * 1024 * 1024
MOST_WEB_ARCHIVE_BYTES = 512 * 1024 * 1024
_BYTE_LIMITS = {
    Format.PDF: MOST_DOCUMENT_BYTES,
    Format.WORD: MOST_DOCUMENT_BYTES,
    Format.MAIL: MOST_DOCUMENT_BYTES,
    Format.JSON: MOST_DOCUMENT_BYTES,
    Format.WEB_ARCHIVE: MOST_WEB_ARCHIVE_BYTES,
}


# The others are XML, mail or binary, and say their encoding themselves.
_OF_PLAIN_BYTES = frozenset({"html", "text", "markdown", "json"})


class Reader(Protocol):
    """What every format's module offers."""

    def drafts_of(self, source: SourceFile) -> Sequence[Draft | UnreadableFileError]:
        """Return one draft for each article of the file, and the problems of its parts."""
        ...


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one file: its articles, and the reason for each part that gave none."""

    articles: tuple[Article, ...]
    problems: tuple[UnreadableFileError, ...]


def articles_of(source: SourceFile) -> list[Article]:
    """Return every article in the file, at least one.

    Raises UnreadableFileError, with a reason that a person understands, where there is none.
    """
    reading = reading_of(source)
    if not reading.articles:
        raise reading.problems[0]
    return list(reading.articles)


def reading_of(source: SourceFile, mappings: tuple[JsonMapping, ...] = ()) -> Reading:
    """Return the articles of the file and the problems of its parts: at least one of either.

    The mappings say how a desk's own JSON is read.
    A damaged archive gives no article at all: what stood before the damage may be half a set.
    """
    articles: list[Article] = []
    problems: list[UnreadableFileError] = []
    try:
        _check_name(source)
        for member in members_of(source):
            for outcome in _outcomes_of(member, source, mappings):
                if isinstance(outcome, UnreadableFileError):
                    problems.append(outcome)
                else:
                    articles.append(outcome)
    except UnreadableFileError as problem:
        return Reading((), (problem,))
    if not articles and not problems:
        problems.append(unreadable(source.name, Reason.NOT_AN_ARTICLE, "there is nothing in it"))
    return Reading(tuple(articles), tuple(problems))


def _check_name(source: SourceFile) -> None:
    """Turn away a Word document that lost its document: its parts are no articles."""
    is_named_so = source.name.lower().endswith(".docx") and bool(source.content)
    if is_named_so and format_of(source.content) is not Format.WORD:
        raise unreadable(source.name, Reason.DAMAGED, "it is no Word document that can be opened")


def _outcomes_of(
    member: Member, source: SourceFile, mappings: tuple[JsonMapping, ...]
) -> Iterator[Article | UnreadableFileError]:
    name = f"{source.name}/{member.path}" if member.path else source.name
    declared = None if member.path else source.declared_encoding
    part = SourceFile(name, member.content, source.modified_at, declared)
    try:
        drafts = _drafts_of(part, mappings)
    except UnreadableFileError as problem:
        yield problem
        return
    for draft in drafts:
        if isinstance(draft, UnreadableFileError):
            yield draft
            continue
        member_name = _joined(member.path, draft.member)
        placed = replace(draft, member=member_name, encoding=_encoding_of(part, draft))
        try:
            yield article_of(placed, source)
        except UnreadableFileError as problem:
            yield problem


def _encoding_of(part: SourceFile, draft: Draft) -> Stated[str] | None:
    """Return how the bytes were read, where the format leaves that open."""
    if draft.source_format not in _OF_PLAIN_BYTES:
        return None
    read = read_bytes(part.content, part.declared_encoding)
    is_repaired = repaired(read.text) != read.text
    note = ", UTF-8 that was once read as Windows-1252 repaired" if is_repaired else ""
    return Stated(read.encoding, f"{read.basis}{note}")


def _joined(path: str | None, member: str | None) -> str | None:
    return ", ".join(part for part in (path, member) if part) or None


def _drafts_of(
    source: SourceFile, mappings: tuple[JsonMapping, ...]
) -> Sequence[Draft | UnreadableFileError]:
    if not source.content.strip(b" \t\r\n\x0b\x0c\x00"):
        raise unreadable(source.name, Reason.EMPTY)
    found = format_of(source.content)
    if found is None:
        detail = no_text_reason(source.content) or "no known kind"
        raise unreadable(source.name, Reason.BINARY, detail)
    limit = _BYTE_LIMITS.get(found, MOST_TEXT_BYTES)
    if len(source.content) > limit:
        raise unreadable(source.name, Reason.TOO_LARGE, f"{limit // 2**20} MB")
    if found is Format.JSON:
        return json_news.drafts_of(source, mappings)
    return _reader_of(found).drafts_of(source)


def _reader_of(found: Format) -> Reader:
    """Import a format's module when its first file comes: PDF and feed libraries load slowly."""
    return cast("Reader", import_module(f"flows.articles.{found.value}"))
