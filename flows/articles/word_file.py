"""Word documents (.docx): paragraphs by their styles, metadata from the core properties.

Tracked insertions count as text and tracked deletions do not: what a reader sees.
"""

from __future__ import annotations

import io
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from flows.articles.bylines import authors_in
from flows.articles.draft import Draft, Passage, Stated
from flows.articles.encoding import clean_text
from flows.articles.moments import Moment, moment_of
from flows.articles.passages import folded
from flows.articles.plain_text import draft_of_lines
from flows.articles.rejections import Reason, unreadable
from flows.records import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

    from flows.records import SourceFile

FORMAT = "docx"
# What the libraries below raise on a file that is no whole document: python-docx believes that
# every part and attribute is there.
DAMAGE = (
    BadZipFile, NotImplementedError, zlib.error, etree.LxmlError, LookupError, ValueError, OSError,
    EOFError, AttributeError, TypeError, AssertionError,
)  # fmt: skip
# Word's template name; it says nothing about the writer.
_NOBODY = frozenset({"", "python-docx", "user", "administrator", "microsoft office user"})


def drafts_of(source: SourceFile) -> list[Draft]:
    """Return the article of the document.

    Raises UnreadableFileError where the file is damaged.
    """
    try:
        return [_draft_of(Document(io.BytesIO(source.content)))]
    except RuntimeError as problem:
        # What the library of ZIP files raises on a part that asks for a password.
        raise unreadable(source.name, Reason.ENCRYPTED, "a part asks for a password") from problem
    except DAMAGE as problem:
        detail = "it is no Word document that can be opened"
        raise unreadable(source.name, Reason.DAMAGED, detail) from problem


def _draft_of(document: WordDocument) -> Draft:
    passages = tuple(_passages(document))
    head = draft_of_lines([passage.text for passage in passages])
    return _with_properties(_with_styles(head, passages), document)


def _passages(document: WordDocument) -> Iterator[Passage]:
    for paragraph in document.paragraphs:
        text = clean_text(_shown_text(paragraph)).strip()
        if text:
            yield Passage(_kind_of(paragraph), text)


def _shown_text(paragraph: Paragraph) -> str:
    """Return the text as shown: `w:t` also of tracked insertions; deletions are `w:delText`."""
    text, breaks = qn("w:t"), (qn("w:br"), qn("w:tab"))
    return "".join(
        (element.text or "") if element.tag == text else " "
        for element in paragraph.paragraph_format.element.iter(text, *breaks)
    )


def _style(paragraph: Paragraph) -> str:
    return (paragraph.style.name or "").lower() if paragraph.style is not None else ""


def _kind_of(paragraph: Paragraph) -> BlockKind:
    style = _style(paragraph)
    if style.startswith(("heading", "title")):
        return BlockKind.HEADING
    if style.startswith("list"):
        return BlockKind.LIST_ITEM
    return BlockKind.BLOCKQUOTE if "quote" in style else BlockKind.PARAGRAPH


def _with_styles(head: Draft, passages: tuple[Passage, ...]) -> Draft:
    """Give the text's passages the kinds that their styles say."""
    kinds = {folded(passage.text): passage.kind for passage in passages}
    styled = (
        replace(passage, kind=kinds.get(folded(passage.text), passage.kind))
        if passage.kind is BlockKind.PARAGRAPH
        else passage
        for passage in head.passages
    )
    return replace(head, source_format=FORMAT, passages=tuple(styled))


def _with_properties(draft: Draft, document: WordDocument) -> Draft:
    core = document.core_properties
    title = " ".join((core.title or "").split())
    author = (core.author or "").strip()
    authors = authors_in(author) if author.lower() not in _NOBODY else ()
    created: Moment | None = moment_of(core.created)
    return replace(
        draft,
        headline=draft.headline or (Stated(title, "document properties") if title else None),
        authors=draft.authors or (Stated(authors, "document properties") if authors else None),
        created=Stated(created, "document properties") if created and authors else None,
    )
