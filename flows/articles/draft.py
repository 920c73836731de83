"""What a reader saw in one article, before the newsroom decides between the values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from datetime import date

    from flows.articles.moments import Moment
    from flows.records import BlockKind

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Stated(Generic[Value]):
    """A value and the place that stated it ("json-ld", "slug line", "byline")."""

    value: Value
    basis: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph-like run of text; `label` is the "Key Issues" of a fact-box line."""

    kind: BlockKind
    text: str
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A value that a place states, chosen or not; `day` is set for a day of publication."""

    field: str
    value: str
    basis: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as its file states it. What a file does not state is None.

    `created` is when the document was made, which only hints at its publication; `text_field`
    names the field that the text was taken from, where there were several; `claims` are other
    values that the file states for what is stated here.
    """

    source_format: str
    passages: tuple[Passage, ...]
    headline: Stated[str] | None = None
    outlet: Stated[str] | None = None
    authors: Stated[tuple[str, ...]] | None = None
    edition: Stated[str] | None = None
    section: Stated[str] | None = None
    filing_place: Stated[str] | None = None
    dateline_place: Stated[str] | None = None
    dateline_date: Stated[date] | None = None
    published: Stated[Moment] | None = None
    slug_date: Stated[Moment] | None = None
    created: Stated[Moment] | None = None
    modified: Stated[Moment] | None = None
    language: Stated[str] | None = None
    url: Stated[str] | None = None
    publisher_id: Stated[str] | None = None
    credit: Stated[str] | None = None
    summary: Stated[str] | None = None
    topics: Stated[tuple[str, ...]] | None = None
    encoding: Stated[str] | None = None
    claims: tuple[Claim, ...] = ()
    text_field: str | None = None
    is_feed: bool = False
    member: str | None = None
