"""WARC, as web crawlers write it: one page for each good response."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownArgumentType=false
# pyright: reportUnknownVariableType=false
# The library carries no complete types.

from __future__ import annotations

import io
import zlib
from contextlib import redirect_stderr
from dataclasses import replace
from typing import TYPE_CHECKING

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from flows.articles import html_page
from flows.articles.draft import Stated
from flows.articles.encoding import text_of
from flows.articles.formats import is_html
from flows.articles.rejections import Reason, unreadable
from flows.records import SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.articles.draft import Draft

FORMAT = "warc"
GOOD_STATUS = "200"
# The library itself stumbles over some damaged headers: an AttributeError, and an OverflowError
# where a record says that it is longer than any file.
DAMAGE = (
    *(ArchiveLoadFailed, EOFError, OSError, ValueError, zlib.error),
    *(AttributeError, OverflowError),
)
MOST_RECORDS = 100_000
MOST_PAGE_BYTES = 8 * 1024 * 1024


def drafts_of(source: SourceFile) -> list[Draft]:
    """Return one draft for each page, each page once.

    Raises UnreadableFileError where the archive holds no page that can be read.
    """
    drafts: dict[str, Draft] = {}
    # The library prints a warning for each odd record; the reasons here say it better.
    with redirect_stderr(io.StringIO()):
        responses = list(_responses(source))
    for address, content in responses:
        text = text_of(content)
        if address in drafts or not is_html(text):
            continue
        page = SourceFile(source.name, content, source.modified_at)
        draft = html_page.draft_of(page)
        url = draft.url or Stated(address, "warc")
        drafts[address] = replace(draft, source_format=FORMAT, member=address, url=url)
    if not drafts:
        raise unreadable(source.name, Reason.NOT_AN_ARTICLE, "the archive holds no news page")
    return list(drafts.values())


def _responses(source: SourceFile) -> Iterator[tuple[str, bytes]]:
    """Yield address and body of each page; what follows a damaged record is lost."""
    records = ArchiveIterator(io.BytesIO(source.content))
    try:
        for number, record in enumerate(records):
            if number >= MOST_RECORDS:
                raise unreadable(source.name, Reason.TOO_MANY, f"{MOST_RECORDS:,} records")
            if record.rec_type != "response" or record.http_headers is None:
                continue
            address = str(record.rec_headers.get_header("WARC-Target-URI"))
            kind = record.http_headers.get_header("Content-Type") or ""
            is_good = record.http_headers.get_statuscode() == GOOD_STATUS
            content = record.content_stream().read(MOST_PAGE_BYTES + 1)
            if is_good and "html" in kind.lower() and len(content) <= MOST_PAGE_BYTES:
                yield address, content
    except DAMAGE:
        return
