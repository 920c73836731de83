"""The slug line: "headline/ outlet/ place/ byline/ edition/ lead" on the first line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flows.articles.moments import Moment, moment_of

FEWEST_PARTS = 4
MOST_PARTS = 6
LONGEST_PART_CHARS = 90
LONGEST_HEADLINE_CHARS = 400

# A slash within a word ("AC/DC", "2025/26") is no separator: white space must follow it.
_SLASH = re.compile(r"\s?/\s")


@dataclass(frozen=True, slots=True)
class SlugLine:
    """The parts of a slug line; a part that the line leaves out is None."""

    headline: str
    outlet: str | None
    place: str | None
    byline: str | None
    edition: str | None
    lead: str | None
    dated: Moment | None


def slug_line_of(line: str) -> SlugLine | None:
    """Return the parts of a slug line, or None where the line is none."""
    parts = [part.strip() for part in _SLASH.split(line, maxsplit=MOST_PARTS)]
    if not _is_slug(parts):
        return None
    dated = next((moment for part in parts[1:] if (moment := _date_alone(part))), None)
    kept = [part for part in parts if not _date_alone(part)]
    if len(kept) > MOST_PARTS:
        kept[MOST_PARTS - 1 :] = ["/ ".join(kept[MOST_PARTS - 1 :])]
    headline, outlet, place, byline, edition, lead = (
        *(part or None for part in kept),
        *[None] * (MOST_PARTS - len(kept)),
    )
    if not headline:
        return None
    return SlugLine(headline, outlet, place, byline, edition, lead, dated)


def _is_slug(parts: list[str]) -> bool:
    if len(parts) < FEWEST_PARTS or not 0 < len(parts[0]) <= LONGEST_HEADLINE_CHARS:
        return False
    middle = parts[1 : MOST_PARTS - 1]
    return all(len(part) <= LONGEST_PART_CHARS for part in middle) and sum(map(bool, middle)) > 1


def _date_alone(part: str) -> Moment | None:
    """Return the date of a part that is nothing but a date."""
    is_short = len(part) <= 20 and any(character.isdigit() for character in part)  # noqa: PLR2004
    return moment_of(part) if is_short else None
