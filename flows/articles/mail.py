"""Mail: a message, or an mbox of them. A newsletter is one article under its subject."""

from __future__ import annotations

import email
import re
from dataclasses import replace
from email import policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr
from typing import TYPE_CHECKING

from flows.articles.boilerplate import is_furniture
from flows.articles.contradictions import unread_date
from flows.articles.draft import Draft, Stated
from flows.articles.encoding import clean_text, decoded
from flows.articles.html_blocks import passages_of_html
from flows.articles.moments import moment_of
from flows.articles.passages import passages_of, unwrapped
from flows.articles.rejections import Reason, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.articles.draft import Passage
    from flows.records import SourceFile

FORMAT = "mail"
MOST_MESSAGES = 10_000
# Real messages nest three or four parts deep; the parser itself recurses.
DEEPEST_PARTS = 40
# Some newsletters put the story into the plain part only and pictures into the other.
FULLER_SHARE = 1.3

_MBOX_LINE = re.compile(rb"^From \S+ .{8,60}\d{4}\r?$", re.MULTILINE)
_ADDRESS = re.compile(r"https?://\S+")
_FOOTER = re.compile(
    r"(?:x-[\w-]+|msgid|message-[\w-]+):.*"
    r"|(?:to )?(?:unsubscribe|subscribe|sign up|manage your|update your|change your"
    r"|you (?:are|have been) receiving|this (?:e-?mail|message|newsletter) (?:was|is)"
    r"|the e-?mail address for your|to learn about advertising"
    r"|copyright|©|all rights reserved|privacy policy|view (?:this|in) .{0,20}browser)\b.*",
    re.IGNORECASE | re.DOTALL,
)


def drafts_of(source: SourceFile) -> list[Draft]:
    """Return one draft for each message of the file.

    Raises UnreadableFileError where it holds too many messages or nests too deep.
    """
    if not source.content.startswith(b"From "):
        return [_draft(source.content, source.name)]
    messages = list(_messages(source.content))
    if len(messages) > MOST_MESSAGES:
        raise unreadable(source.name, Reason.TOO_MANY, f"{MOST_MESSAGES:,} messages")
    drafts = [_draft(message, source.name) for message in messages]
    return [replace(draft, member=f"message {n}") for n, draft in enumerate(drafts, start=1)]


def _messages(content: bytes) -> Iterator[bytes]:
    """Yield the messages of an mbox, with their ">From " lines as written."""
    starts = [found.start() for found in _MBOX_LINE.finditer(content)]
    for start, end in zip(starts, [*starts[1:], len(content)], strict=True):
        body = content[start:end].partition(b"\n")[2]
        yield re.sub(rb"(?m)^>(>*From )", rb"\1", body)


def _draft(content: bytes, name: str) -> Draft:
    try:
        message = email.message_from_bytes(content, _class=EmailMessage, policy=policy.default)
        passages = _fullest(message)
    except RecursionError as problem:
        raise unreadable(name, Reason.TOO_DEEP, f"{DEEPEST_PARTS} parts") from problem
    subject, sender = _header(message, "subject"), _header(message, "from")
    sender_name = parseaddr(sender)[0] or sender.partition("@")[2].strip(" >")
    dated = _header(message, "date")
    moment = moment_of(dated)
    identifier = _header(message, "message-id")
    return Draft(
        source_format=FORMAT,
        passages=passages,
        headline=Stated(subject, "subject") if subject else None,
        outlet=Stated(sender_name, "sender") if sender_name else None,
        published=Stated(moment, "date header") if moment else None,
        publisher_id=Stated(identifier, "message id") if identifier else None,
        claims=() if moment else unread_date(dated, "date header"),
    )


def _fullest(message: EmailMessage) -> tuple[Passage, ...]:
    """Return the HTML part's text, or the plain part's where that has clearly more."""
    rich, plain = (
        tuple(_passages(part)) if (part := message.get_body(preferencelist=(kind,))) else ()
        for kind in ("html", "plain")
    )
    is_fuller = _letters(plain) > FULLER_SHARE * _letters(rich)
    return plain if is_fuller else rich


def _letters(passages: tuple[Passage, ...]) -> int:
    return sum(len(_ADDRESS.sub("", passage.text)) for passage in passages)


def _header(message: EmailMessage, name: str) -> str:
    """Return a header as text; raw bytes in it are read as files are."""
    try:
        value = str(message[name] or "")
    except (LookupError, ValueError, AttributeError, OverflowError):
        # The library fails on some encoded words; the undecoded header is then the best there is.
        value = next((str(v) for k, v in message.raw_items() if k.lower() == name), "")
    raw = value.encode("utf-8", "surrogateescape")
    return " ".join(clean_text(decoded(raw)).split())


def _passages(part: MIMEPart) -> Iterator[Passage]:
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    text = clean_text(_with_charset(content, charset))
    if part.get_content_subtype() == "html":
        passages: Iterator[Passage] = iter(passages_of_html(text))
    else:
        lines = unwrapped([line.strip() for line in text.split("\n")])
        passages = passages_of(lines, "")
    for passage in passages:
        if not is_furniture(passage.text) and not _FOOTER.match(passage.text):
            yield passage


def _with_charset(content: bytes, charset: str | None) -> str:
    try:
        return content.decode(charset) if charset else decoded(content)
    except (LookupError, ValueError):  # no such charset, not these bytes, or a NUL in its name
        return decoded(content)
