r"""Bytes to text: byte-order mark, strict UTF-8, the declared encoding, Windows-1252.

The text that leaves here is NFC, has "\n" for every line end, and no invisible control
characters; offsets of every later finding count in it.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from flows.articles.mojibake import repaired, unusual_signs

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# HTML asks for the declaration within 1,024 bytes; real pages are later than that.
_DECLARATION_BYTES = 4096
_DECLARED = re.compile(
    rb"(?:charset|encoding)\s{0,4}=\s{0,4}[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
# A damaged UTF-8 file has a few bad bytes; another encoding makes nearly every accent bad.
_FEW_BAD = 3
_MOST_BAD_SHARE = 0.01

_LINE_ENDS = "\r\v\f\x85\u2028\u2029"
_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\u200b\u2060\u00ad\u200e\u200f"
    "\u202a-\u202e\u2066-\u2069\ud800-\udfff"
)
_ODD = re.compile(f"[{_LINE_ENDS}{_SPACES}{_INVISIBLE}]")
_LINE_END = re.compile(f"[{_LINE_ENDS}]")
_SPACE = re.compile(f"[{_SPACES}]")
# Replacing a sign costs a pass over the text.
_FEW_SIGNS = 12
# No script stacks more than a few marks on one letter; hundreds are a prank.
_PILED_MARKS = re.compile("([\u0300-\u036f]{3})[\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file, the encoding they were read in, and what told it."""

    text: str
    encoding: str
    basis: str


def text_of(content: bytes, declared: str | None = None) -> str:
    """Return the clean text of a file, whatever its encoding says or hides."""
    return clean_text(decoded(content, declared))


def decoded(content: bytes, declared: str | None = None) -> str:
    """Return the characters of the bytes, undecodable ones as U+FFFD.

    `declared` is what the server said that sent them.
    """
    return read_bytes(content, declared).text


@lru_cache(maxsize=1)  # a file's reader asks for its text, and then the article for its encoding
def read_bytes(content: bytes, declared: str | None = None) -> Decoded:
    """Return the characters of the bytes and how they were read."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text = content[len(mark) :].decode(encoding, errors="replace")
            return Decoded(text, encoding, "byte-order mark")
    try:
        return Decoded(content.decode("utf-8"), "utf-8", "its bytes")
    except UnicodeDecodeError:
        return _read_by_declaration(content, declared)


def clean_text(text: str) -> str:
    r"""Return the text as offsets count in it: NFC, "\n" line ends, plain spaces."""
    text = repaired(text)
    if not _is_composed(unusual_signs(text)):
        text = _PILED_MARKS.sub(r"\1", unicodedata.normalize("NFC", text))
    return visible(text.replace("\r\n", "\n") if "\r" in unusual_signs(text) else text)


def _is_composed(unusual: str) -> bool:
    """Say whether a text with these signs beyond ASCII is NFC: no letter before them takes them."""
    is_mark = any(map(unicodedata.combining, set(unusual)))
    return not is_mark and unicodedata.is_normalized("NFC", unusual)


def visible(text: str) -> str:
    """Return the text without signs that nobody sees and no table can hold."""
    odd = set(_ODD.findall(unusual_signs(text)))
    if len(odd) > _FEW_SIGNS:
        return _ODD.sub(lambda found: _plain(found[0]), text)
    for sign in odd:
        text = text.replace(sign, _plain(sign))
    return text


def _plain(odd: str) -> str:
    if _LINE_END.match(odd):
        return "\n"
    return " " if _SPACE.match(odd) else ""


def _read_by_declaration(content: bytes, declared: str | None) -> Decoded:
    """Return the characters; a file with few bad bytes is damaged UTF-8 whatever it declares."""
    lenient = content.decode("utf-8", errors="replace")
    good_beyond_ascii = sum(character > "\x7f" and character != "\ufffd" for character in lenient)
    bad = lenient.count("\ufffd")
    if good_beyond_ascii >= bad and bad <= max(_FEW_BAD, len(lenient) * _MOST_BAD_SHARE):
        return Decoded(lenient, "utf-8", f"its bytes, {bad} of them damaged")
    found = _DECLARED.search(content, 0, _DECLARATION_BYTES)
    inside = found[1].decode("ascii") if found else None
    for name, basis in ((declared, "server"), (inside, "declared")):
        encoding = _known_encoding(name) if name else None
        try:
            if encoding:
                return Decoded(content.decode(encoding), encoding, basis)
        except (UnicodeDecodeError, LookupError):
            continue
    return Decoded(content.decode("cp1252", errors="replace"), "cp1252", "no other fits")


def _known_encoding(name: str) -> str | None:
    try:
        codec = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    # Pages that say Latin-1 mean Windows-1252 (WHATWG Encoding, 4.2); UTF-7 hides scripts.
    renamed = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "utf-7": None}
    return renamed.get(codec, codec)
