"""Whether an outlet writes 3/4/2026 for the third of April or for March 4."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from flows.records import Article

# Regions (ISO 3166, as in "en-GB" and in ".uk") whose English press writes the day first. Canada
# writes both and is left out; so are the countries that write the year first.
_REGIONS_WITH_THE_DAY_FIRST = """
    gb uk ie au nz in za pk bd lk sg my hk ng gh ke ug tz zm zw jm tt mt cy il ae eu fr de it es nl
    be pt at ch dk no fi pl cz gr ru ua tr br ar mx
    """
_DAY_FIRST = frozenset(_REGIONS_WITH_THE_DAY_FIRST.split())
_MONTH_FIRST = frozenset(("us", "ph"))
_SECOND_LEVEL_OF_US = (".gov", ".mil")
_REGION = re.compile(r"[a-z]{2,3}[-_]([a-z]{2})\b", re.IGNORECASE)
_EDITIONS = (
    (re.compile(r"\b(?:US|U\.S\.|USA|American|United States)(?!\w)"), False),
    (re.compile(r"\b(?:UK|U\.K\.|British|Irish|Europe(?:an)?|Australian?|India)(?!\w)"), True),
)


def writes_day_first(article: Article) -> bool | None:
    """Return whether 3/4 is the third of April to the article's outlet; None where nobody knows.

    The article's language tag ("en-GB") says so, else its edition, else its web address.
    """
    edition = article.edition or ""
    by_edition = (is_first for name, is_first in _EDITIONS if name.search(edition))
    told = (_order_in(_region_of_language(article)), next(by_edition, None))
    by_address = _order_in(_region_of_address(article))
    return next((order for order in (*told, by_address) if order is not None), None)


def _order_in(region: str) -> bool | None:
    if region in _MONTH_FIRST:
        return False
    return True if region in _DAY_FIRST else None


def _region_of_language(article: Article) -> str:
    tag = _REGION.match(article.language or "")
    return tag.group(1).lower() if tag else ""


def _region_of_address(article: Article) -> str:
    """Return "uk" for www.example.co.uk; an address without a country has none."""
    try:
        host = urlsplit(article.url or "").hostname or ""
    except ValueError:
        return ""
    return "us" if host.endswith(_SECOND_LEVEL_OF_US) else host.rpartition(".")[2]
