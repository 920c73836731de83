"""From the bytes of one file to its articles: decides the format and hands over.

The content decides, never the extension: a page saved as .json is still a page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.articles import html_page, json_news, markdown, plain_text
from flows.articles.assemble import article_of
from flows.articles.encoding import text_of
from flows.articles.rejections import Reason, unreadable
from flows.errors import UnreadableFileError

if TYPE_CHECKING:
    from flows.articles.draft import Draft
    from flows.records import Article, SourceFile

# A long book is about 3 MB of text; pages with all their scripts reach some 10 MB.
MOST_TEXT_BYTES = 20 * 1024 * 1024
# The longest real paragraph is a few thousand characters; one-line JSON and HTML are longer.
LONGEST_LINE_CHARS = 2_000_000
# NUL and other control bytes beyond this share mean that the bytes are no text.
MOST_CONTROL_SHARE = 0.02
SNIFFED_CHARS = 4096

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x7fELF", "a program"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
_CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
_HTML = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)?(?:<!doctype html|<html|<head|<body|<article|<main|<div|<p>|<h1)"
    r"|.{0,3000}?<(?:html|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def articles_of(source: SourceFile) -> list[Article]:
    """Return every article in the file, at least one.

    Raises UnreadableFileError, with a reason that a person understands, where there is none.
    """
    _check_bytes(source)
    text = text_of(source.content)
    if not text.strip():
        raise unreadable(source.name, Reason.EMPTY)
    drafts = _drafts_of(text, source)
    if len(drafts) == 1:
        return [article_of(drafts[0], source)]
    return _articles_of_many(drafts, source)


def _check_bytes(source: SourceFile) -> None:
    content = source.content
    if not content.strip():
        raise unreadable(source.name, Reason.EMPTY)
    if len(content) > MOST_TEXT_BYTES:
        raise unreadable(source.name, Reason.TOO_LARGE, f"{MOST_TEXT_BYTES // 2**20} MB")
    for magic, name in _MAGIC:
        if content.startswith(magic):
            raise unreadable(source.name, Reason.BINARY, name)
    is_wide = content.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff"))
    control = len(content) - len(content.translate(None, _CONTROL))
    if not is_wide and control > len(content) * MOST_CONTROL_SHARE:
        raise unreadable(source.name, Reason.BINARY, "control characters all over")


def _drafts_of(text: str, source: SourceFile) -> list[Draft]:
    head = text.lstrip()[:SNIFFED_CHARS]
    if head.startswith(("{", "[")) and json_news.is_json(head):
        return json_news.drafts_of(text, source.name)
    if _HTML.match(head):
        return [html_page.draft_of(text, source)]
    if max(map(len, text.split("\n"))) > LONGEST_LINE_CHARS:
        raise unreadable(source.name, Reason.LINE_TOO_LONG, f"{LONGEST_LINE_CHARS:,} characters")
    if markdown.is_markdown(text):
        return [markdown.draft_of(text, source.name)]
    return [plain_text.draft_of(text)]


def _articles_of_many(drafts: list[Draft], source: SourceFile) -> list[Article]:
    """Return the articles of a container; its bad members fail it only if all are bad."""
    articles: list[Article] = []
    problems: list[UnreadableFileError] = []
    for draft in drafts:
        try:
            articles.append(article_of(draft, source))
        except UnreadableFileError as problem:
            problems.append(problem)
    if articles:
        return articles
    if problems:
        raise problems[0]
    raise unreadable(source.name, Reason.NOT_AN_ARTICLE, "no entry has a headline and a text")
