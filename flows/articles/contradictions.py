"""Where the places that describe one article disagree: JSON-LD, meta tags, address and text.

One value is chosen by the order of trust; the others are kept beside it, for a reader to judge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.articles.draft import Claim
from flows.articles.moments import LONGEST_DATE_CHARS
from flows.articles.passages import folded
from flows.records import MetadataClaim

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# The same moment falls on two days in two time zones.
NEIGHBOURING_DAYS = 1


def contradictions_in(
    claims: Sequence[Claim], chosen: Mapping[str, str]
) -> tuple[MetadataClaim, ...]:
    """Return the claims on each thing that is stated in different ways, each value once.

    `chosen` is the basis of the value that the article has, by field.
    """
    found: list[MetadataClaim] = []
    for field in dict.fromkeys(claim.field for claim in claims):
        own = [claim for claim in claims if claim.field == field]
        distinct: list[Claim] = []
        for claim in own:
            if not any(_agree(claim, other) for other in distinct):
                distinct.append(claim)
        if len(distinct) > 1:
            basis = chosen.get(field)
            first = next((claim for claim in distinct if claim.basis == basis), distinct[0])
            found += [
                MetadataClaim(field, claim.value, claim.basis, claim is first) for claim in distinct
            ]
    return tuple(found)


def unread_date(written: object, basis: str) -> tuple[Claim, ...]:
    """Return a stated date of publication that is none ("3013-07-07"), to stand beside another."""
    text = " ".join(written.split())[:LONGEST_DATE_CHARS] if isinstance(written, str) else ""
    return (Claim("published_at", text, basis),) if text else ()


def _agree(one: Claim, other: Claim) -> bool:
    if one.day and other.day:
        return abs((one.day - other.day).days) <= NEIGHBOURING_DAYS
    if one.field == "authors":
        names = set(map(folded, one.value.split(", ")))
        return bool(names & set(map(folded, other.value.split(", "))))
    ours, theirs = folded(one.value).replace(" ", ""), folded(other.value).replace(" ", "")
    return ours in theirs or theirs in ours
