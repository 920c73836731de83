"""PDF with a text layer: its printed lines joined to paragraphs again.

A PDF keeps lines and not paragraphs. A paragraph ends where the next line stands further below
than lines do, where it is indented, or where a short line closes a sentence.
"""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownArgumentType=false
# pyright: reportUnknownVariableType=false
# The library carries no complete types.

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby, pairwise, takewhile
from statistics import median
from typing import TYPE_CHECKING

import pypdfium2
from pypdfium2 import PdfiumError

from flows.articles.bylines import authors_in
from flows.articles.draft import Draft, Stated
from flows.articles.encoding import clean_text
from flows.articles.moments import Moment, moment_of
from flows.articles.passages import folded
from flows.articles.pdf_lines import lines_of
from flows.articles.plain_text import draft_of_lines
from flows.articles.rejections import Reason, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flows.articles.pdf_lines import Line
    from flows.records import SourceFile

FORMAT = "pdf"
SHORTEST_PART_CHARS = 4
# In units of the line's own height.
WIDEST_STEP = 3.0
HEADLINE_SIZE = 1.25
SAME_SIZE = 0.9
INDENT = 0.8
# In units of the usual distance between lines.
PARAGRAPH_STEP = 1.4
# Lines whose left edges fall into one such strip, in points, stand in one column.
COLUMN_GRID = 24
# A line that ends well before its column does was not broken by the column.
FULL_LINE_SHARE = 0.85

_SENTENCE_END = re.compile(r"[.!?:][\"'”’)]*$")
_RUNNING_HEAD = re.compile(r"page \d{1,4}(?: of\b.*)?|\d{1,4}|.{0,60}\|.{0,60}", re.IGNORECASE)
_HYPHEN = re.compile(r"(?<=[a-z])-$")
_PDF_DATE = re.compile(r"D:(\d{14})(Z|[+-]\d\d'?\d\d)?")


def drafts_of(source: SourceFile) -> list[Draft]:
    """Return the article of the document.

    Raises UnreadableFileError where it is locked, damaged, or a picture without text.
    """
    try:
        document = pypdfium2.PdfDocument(source.content)
    except PdfiumError as problem:
        is_locked = "password" in str(problem).lower()
        reason = Reason.ENCRYPTED if is_locked else Reason.DAMAGED
        detail = "it opens with a password only" if is_locked else "it cannot be opened"
        raise unreadable(source.name, reason, detail) from problem
    try:
        lines = lines_of(document)
        properties = dict(document.get_metadata_dict())
    except PdfiumError as problem:
        raise unreadable(source.name, Reason.DAMAGED, "a page cannot be opened") from problem
    finally:
        document.close()
    if not lines:
        raise unreadable(source.name, Reason.NO_TEXT_LAYER)
    return [_draft(lines, properties)]


def _draft(lines: Sequence[Line], properties: dict[str, str]) -> Draft:
    title = _known(properties.get("Title"))
    head, body = _parted(lines, title)
    running = _running_heads(lines)
    story = [line for line in body if line not in running]
    masthead = _masthead(lines)
    headline = " ".join(line.text for line in head) or title
    draft = draft_of_lines([*([headline] if headline else []), *_paragraphs(story)])
    authors = authors_in(_known(properties.get("Author")) or "")
    created = _created(properties.get("CreationDate") or "")
    return replace(
        draft,
        source_format=FORMAT,
        outlet=draft.outlet or (Stated(masthead, "masthead") if masthead else None),
        authors=draft.authors or (Stated(authors, "document properties") if authors else None),
        created=created,
    )


def _masthead(lines: Sequence[Line]) -> str:
    """Return the paper's name in "Courier | Late Edition" at the head of the first page."""
    return next((line.text.partition("|")[0].strip() for line in lines[:3] if "|" in line.text), "")


def _known(value: str | None) -> str | None:
    return None if not value or value.startswith("(") else clean_text(value)


def _created(written: str) -> Stated[Moment] | None:
    found = _PDF_DATE.match(written)
    zone = (found[2] or "").replace("'", "") if found else ""
    moment = moment_of(f"{found[1][:8]}T{found[1][8:]}{zone}") if found else None
    return Stated(moment, "document properties") if moment else None


def _parted(lines: Sequence[Line], title: str | None) -> tuple[list[Line], list[Line]]:
    """Part the headline's lines from what follows: the title's words, else the largest letters."""
    size = median(line.height for line in lines)
    first_page = [line for line in lines if line.page == 0]
    wanted = folded(title or "")
    head = [line for line in first_page if _is_part_of(line.text, wanted)]
    if not head:
        largest = max((line.height for line in first_page), default=0.0)
        least = max(SAME_SIZE * largest, HEADLINE_SIZE * size)
        head = [line for line in first_page if line.height > least]
    if not head:
        return [], list(lines)
    first, parts = lines.index(head[0]), frozenset(head)
    headline = list(takewhile(lambda line: line in parts, lines[first:]))
    return headline, list(lines[first + len(headline) :])


def _is_part_of(text: str, title: str) -> bool:
    words = folded(text)
    return len(words) >= SHORTEST_PART_CHARS and words in title


def _running_heads(lines: Sequence[Line]) -> frozenset[Line]:
    """Return the lines at the edges of the pages that repeat there, or only number them."""
    pages = [list(page) for _, page in groupby(lines, key=lambda line: line.page)]
    edges = [line for page in pages for line in (*page[:2], *page[-2:])]
    return frozenset(line for line in edges if _RUNNING_HEAD.fullmatch(line.text))


def _paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    spacing = _spacing_of(lines)
    columns = _column_ends(lines)
    words = ""
    for last, line, following in zip([None, *lines], lines, [*lines[1:], None], strict=False):
        if last is not None:
            is_full = _is_full(last, columns[_column(last)])
            if _begins_paragraph(last, line, following, spacing, is_full=is_full):
                yield words
                words = ""
        is_hyphened = bool(_HYPHEN.search(words)) and line.text[0].islower()
        words = words + line.text if is_hyphened else f"{words} {line.text}".strip()
    if words:
        yield words


def _spacing_of(lines: Sequence[Line]) -> float:
    """Return the usual distance from one line to the next."""
    steps = [
        last.bottom - line.bottom
        for last, line in pairwise(lines)
        if last.page == line.page and 0 < last.bottom - line.bottom < WIDEST_STEP * line.height
    ]
    return median(steps) if steps else 0.0


def _column(line: Line) -> tuple[int, int]:
    return line.page, round(line.left / COLUMN_GRID)


def _column_ends(lines: Sequence[Line]) -> dict[tuple[int, int], float]:
    ends: dict[tuple[int, int], float] = {}
    for line in lines:
        ends[_column(line)] = max(ends.get(_column(line), 0.0), line.right)
    return ends


def _is_full(line: Line, column_end: float) -> bool:
    return line.right - line.left >= FULL_LINE_SHARE * (column_end - line.left)


def _begins_paragraph(
    last: Line, line: Line, following: Line | None, spacing: float, *, is_full: bool
) -> bool:
    """Say whether the line begins a paragraph; at the head of a column, its indent tells it."""
    is_closed = bool(_SENTENCE_END.search(last.text))
    step = last.bottom - line.bottom
    if line.page != last.page or step < 0:
        is_over_next = following is not None and line.bottom - following.bottom > 0
        is_indented = is_over_next and _is_indented(line, following)
        return is_closed and (is_indented or not is_full)
    return step > PARAGRAPH_STEP * spacing or (is_closed and _is_indented(line, last))


def _is_indented(line: Line, other: Line | None) -> bool:
    return other is not None and line.left - other.left > INDENT * line.height
