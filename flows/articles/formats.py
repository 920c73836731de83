"""Which format a file has. The content decides: a page saved as .json is still a page."""

from __future__ import annotations

import re
from enum import StrEnum

from flows.articles.encoding import decoded

SNIFFED_BYTES = 8192
# One line such as "From: the desk" opens many a text; two known headers open a mail.
FEWEST_MAIL_HEADERS = 2
# NUL and other control bytes beyond this share mean that the bytes are no text.
MOST_CONTROL_SHARE = 0.05


class Format(StrEnum):
    """Every format that is read; the value is the module that reads it."""

    PDF = "pdf_file"
    WORD = "word_file"
    WEB_ARCHIVE = "web_archive"
    WIRE = "wire"
    MAIL = "mail"
    NITF = "nitf"
    NEWSML_G2 = "newsml_g2"
    NEWSML_1 = "newsml_1"
    FEED = "feed"
    JSON = "json_news"
    HTML = "html_page"
    MARKDOWN = "markdown"
    TEXT = "plain_text"


# Files that desks drop in by mistake, by their first bytes.
NO_TEXT: tuple[tuple[bytes, str], ...] = (
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound, film or picture"),
    (b"PK\x03\x04", "an office document that is not Word's"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save it as .docx"),
    (b"7z\xbc\xaf", "a 7z archive; pack it as .zip"),
    (b"Rar!", "a RAR archive; pack it as .zip"),
    (b"\xfd7zXZ", "an xz archive; pack it as .gz"),
    (b"SQLite format 3", "a database"),
)

_XML_FORMATS = {
    "nitf": Format.NITF,
    "newsmessage": Format.NEWSML_G2,
    "newsitem": Format.NEWSML_G2,
    "packageitem": Format.NEWSML_G2,
    "newsml": Format.NEWSML_1,
    "rss": Format.FEED,
    "feed": Format.FEED,
    "rdf": Format.FEED,
    "html": Format.HTML,
}

_CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_WIRE = re.compile("[\x7f\\s]*\x01[a-z]{2,3}\\d{3,4} ", re.IGNORECASE)
_MBOX = re.compile(r"From \S+ .{8,60}\d{4}\r?\n")
_HEADER = re.compile(r"[!-9;-~]{1,76}:[ \t]")
_MAIL_HEADERS = re.compile(
    r"^(from|to|subject|date|message-id|received|return-path|mime-version):",
    re.IGNORECASE | re.MULTILINE,
)
_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]{0,40}:)?([A-Za-z_][\w.-]{0,60})")
_WRAPPED_FEED = re.compile(r"<feed\s[^<>]{0,300}2005/Atom|<rss\s[^<>]{0,300}version", re.IGNORECASE)
_JSON = re.compile(r"[{\[]\s*(?:[{\[\"}\]]|-?\d|true|false|null|NaN)|[{\[]\s*$")
_SCALAR = re.compile(r"\s*(?:null|true|false|-?\d{1,30}(?:\.\d{1,30})?|\"[^\"\n]*\")\s*")
_HTML = re.compile(
    r"(?:<!--.{0,2000}?-->\s*)?(?:<!doctype html"
    r"|<(?:html|head|body|title|meta|link|style|script|article|main|header|section|div|p|h1)\b)"
    r"|.{0,3000}?<(?:html|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN = re.compile(r"(?:---|\+\+\+)[ \t]*\n|#{1,2} \S")


def format_of(content: bytes) -> Format | None:
    """Return the format of the bytes, or None where they are no text at all."""
    if content.lstrip()[:1024].find(b"%PDF-") >= 0:
        return Format.PDF
    if content.startswith(b"PK\x03\x04") and b"word/" in content:
        return Format.WORD
    if content.lstrip().startswith(b"WARC/"):
        return Format.WEB_ARCHIVE
    if no_text_reason(content):
        return None
    head = decoded(content[:SNIFFED_BYTES]).lstrip("\ufeff\x00")
    return _wire_or_mail(head) or _markup(head.lstrip()) or _plain(head.lstrip())


def no_text_reason(content: bytes) -> str | None:
    """Return what the bytes are instead of text, or None where they can be text."""
    for magic, name in NO_TEXT:
        if content.startswith(magic):
            return name
    control = len(content) - len(content.translate(None, _CONTROL))
    if not content.startswith(_WIDE) and control > len(content) * MOST_CONTROL_SHARE:
        return "control characters all over"
    return None


def is_html(text: str) -> bool:
    """Say whether the text opens as a page does."""
    return _HTML.match(text[:SNIFFED_BYTES].lstrip()) is not None


def _wire_or_mail(head: str) -> Format | None:
    if _WIRE.match(head):
        return Format.WIRE
    headers = {name.lower() for name in _MAIL_HEADERS.findall(head)}
    is_mail = _HEADER.match(head) is not None and len(headers) >= FEWEST_MAIL_HEADERS
    return Format.MAIL if is_mail or _MBOX.match(head) else None


def _markup(head: str) -> Format | None:
    if _WRAPPED_FEED.search(head):
        return Format.FEED
    if head.startswith("<"):
        root = _ROOT.search(head)
        named = _XML_FORMATS.get(root[1].lower()) if root else None
        if named is not None:
            return named
    if _JSON.match(head) or _SCALAR.fullmatch(head):
        return Format.JSON
    return Format.HTML if _HTML.match(head) else None


def _plain(head: str) -> Format:
    return Format.MARKDOWN if _MARKDOWN.match(head) else Format.TEXT
