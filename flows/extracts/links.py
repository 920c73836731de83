"""Which addresses may become a link that a reader clicks."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from flows.extracts.extract import Cell

WEB_SCHEMES = ("http", "https")

# White space, control characters and the marks that browsers drop from or mend in an
# address; none of them stands in a well-formed one (RFC 3986).
NO_ADDRESS = re.compile(r"[\s\x00-\x20\x7f-\x9f\"<>\\^`{|}\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def web_link(url: Cell) -> str | None:
    """Return the address if it leads to a web page, and nothing for "javascript:…"."""
    if not isinstance(url, str) or NO_ADDRESS.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in WEB_SCHEMES and parts.hostname else None
