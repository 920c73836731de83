"""Which article this is: an id that stays the same over revisions, and a hash of its text."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

ID_HEX_CHARS = 16
LONGEST_URL_CHARS = 2000

# Parameters that say where a reader came from, never which article is meant.
TRACKING = re.compile(
    r"(?:utm|at|mc|pk|hsa|vero|oly|ns|ito|ref|cmp|ncid|icid|smid|smtyp|srsltid|fbclid|gclid|dclid|msclkid|igshid"
    r"|yclid|xtor|spm|sr_share|s_cid|cid|partner|source|campaign|share|rss|feed|output|outputtype|amp|print"
    r"|guccounter|taid|traffic_source|ftag|mod|sh|smprod|leadsource)(?:[_-].*|_?ref|src)?",
    re.IGNORECASE,
)
_AMP_HOST = re.compile(r"^(?:amp|m|mobile|www)\.", re.IGNORECASE)
_VARIANT_PATH = re.compile(
    r"/(?:amp|print|printable|mobile)(?=/|$)|(?<=[a-z0-9])[.-]amp(?=$|\.html?$)|/(?:index\.html?)$",
    re.IGNORECASE,
)


def canonical_url(url: str | None) -> str | None:
    """Return the address without tracking, AMP, print page or fragment; None if it is none.

    "http://m.paper.example/amp/a?utm_source=x#top" → "https://paper.example/a".
    """
    if not url or len(url) > LONGEST_URL_CHARS:
        return None
    try:
        parts = urlsplit(url.strip())
        host = _AMP_HOST.sub("", parts.hostname or "")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or "." not in host:
        return None
    kept = [pair for pair in parse_qsl(parts.query) if not TRACKING.fullmatch(pair[0])]
    path = _VARIANT_PATH.sub("", parts.path).rstrip("/")
    return urlunsplit(("https", host.lower(), path, urlencode(sorted(kept)), ""))


def article_id_of(
    *,
    url: str | None,
    publisher_id: str | None,
    outlet: str | None,
    headline: str,
    day: str,
) -> str:
    """Return the id: by canonical URL, else the publisher's own id, else outlet, headline, day."""
    if address := canonical_url(url):
        return _hashed("url", address)
    if publisher_id:
        return _hashed("publisher", outlet or "", publisher_id)
    return _hashed("headline", _folded(outlet or ""), _folded(headline), day)


def content_hash(headline: str, body: str) -> str:
    """Return the SHA-256 of what a reader reads: headline and body."""
    return hashlib.sha256(f"{headline}\n\n{body}".encode()).hexdigest()


def _hashed(*parts: str) -> str:
    return "a" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:ID_HEX_CHARS]


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
