"""Agency-style plain text: a slug line, or headline, byline and date on lines of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flows.articles.bylines import authors_in
from flows.articles.dateline import dateline_of
from flows.articles.draft import Draft, Stated
from flows.articles.encoding import text_of
from flows.articles.moments import moment_of
from flows.articles.passages import passages_of, unwrapped
from flows.articles.rejections import Reason, unreadable
from flows.articles.slug_line import SlugLine, slug_line_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flows.articles.moments import Moment
    from flows.records import SourceFile

FORMAT = "text"
# The longest real paragraph is a few thousand characters.
LONGEST_LINE_CHARS = 2_000_000
LONGEST_HEADLINE_CHARS = 250
# Headline, byline and date stand above the text within so many lines.
HEAD_LINES = 12
LONGEST_HEAD_LINE_CHARS = 120
LONGEST_DATE_LINE_CHARS = 60
MOST_OUTLET_WORDS = 5

FIELD_NAMES = {
    "title": "headline",
    "author": "byline",
    "authors": "byline",
    "source": "outlet",
    "published": "date",
    "published on": "date",
}

_RELEASE_LABEL = re.compile(
    r"\W{0,5}(?:for immediate release|(?:press|news|media) release)\b.{0,40}", re.IGNORECASE
)
_BYLINE = re.compile(r"(?:by|written by|reported by)[\s:]+(?=[^\W\d_])", re.IGNORECASE)
_FIELD = re.compile(
    r"(headline|title|authors?|byline|date|published(?: on)?|source|outlet|url|section|edition)"
    r"\s?:\s+(\S.*)",
    re.IGNORECASE,
)
# What papers are called; a line without such a word must stand in the story once more.
_OUTLET_WORD = re.compile(
    r"\b(?:daily|news|times|post|wire|press|gazette|herald|tribune|journal|chronicle|agency|radio"
    r"|television|tv|telegraph|observer|globe|mail|courier|dispatch|broadcasting|weekly)\b",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset({"of", "the", "and", "&", "for", "in", "de", "la"})
_DATE_OPENING = re.compile(r"(?:published|posted|date|updated)(?: on)?[:\s]+", re.IGNORECASE)


@dataclass(slots=True)
class Head:
    """The lines above the text: how many there are and what they state, field by field."""

    lines: int = 0
    fields: dict[str, str] = field(default_factory=dict[str, str])


def drafts_of(source: SourceFile) -> list[Draft]:
    """Return the article of the file."""
    return [draft_of(lined_text_of(source))]


def lined_text_of(source: SourceFile) -> str:
    """Return the text of a file that a person can have written.

    Raises UnreadableFileError where it is blank, or one line of it is longer than any paragraph.
    """
    text = text_of(source.content, source.declared_encoding)
    if not text.strip():
        raise unreadable(source.name, Reason.EMPTY)
    if max(map(len, text.split("\n"))) > LONGEST_LINE_CHARS:
        raise unreadable(source.name, Reason.LINE_TOO_LONG, f"{LONGEST_LINE_CHARS:,} characters")
    return text


def draft_of(text: str) -> Draft:
    """Return what the text states; the lines of the site around it are left out."""
    lines = [line.strip() for line in text.strip().split("\n")]
    if slug := slug_line_of(lines[0]):
        return _slugged(slug, unwrapped(lines[1:]))
    return draft_of_lines(unwrapped(lines))


def draft_of_lines(lines: Sequence[str]) -> Draft:
    """Return what the paragraphs of a text without slug line state, head lines first."""
    return _headed([line for line in lines if line])


def _slugged(slug: SlugLine, lines: Sequence[str]) -> Draft:
    is_edition = bool(slug.edition and "edition" in slug.edition.lower())
    authors = authors_in(slug.byline or "")
    return Draft(
        source_format=FORMAT,
        passages=tuple(passages_of(lines, slug.headline)),
        headline=_stated(slug.headline, "slug line"),
        outlet=_stated(slug.outlet, "slug line"),
        filing_place=_stated(slug.place, "slug line"),
        authors=Stated(authors, "slug line") if authors else None,
        edition=_stated(slug.edition, "slug line"),
        section=None if is_edition else _stated(slug.edition, "slug line"),
        summary=_stated(slug.lead, "slug line"),
        slug_date=Stated(slug.dated, "slug line") if slug.dated else None,
    )


def _headed(lines: Sequence[str]) -> Draft:
    head = head_of(lines)
    said = head.fields.get
    headline, authors = said("headline"), authors_in(said("byline") or "")
    moment = date_line_of(said("date") or "")
    return Draft(
        source_format=FORMAT,
        passages=tuple(passages_of(lines[head.lines :], headline or "")),
        headline=_stated(headline, "first lines"),
        authors=Stated(authors, "byline") if authors else None,
        published=Stated(moment, "first lines") if moment else None,
        outlet=_stated(said("outlet"), "first lines"),
        url=_stated(said("url"), "first lines"),
        section=_stated(said("section"), "first lines"),
        edition=_stated(said("edition"), "first lines"),
    )


def _stated(value: str | None, basis: str) -> Stated[str] | None:
    return Stated(value, basis) if value else None


def head_of(lines: Sequence[str]) -> Head:
    """Return what the lines above the text state: headline, byline, date, named fields."""
    head = Head()
    while head.lines < min(len(lines), HEAD_LINES) and _takes(head, lines):
        head.lines += 1
    return head


def _takes(head: Head, lines: Sequence[str]) -> bool:
    """Say whether the next line belongs to the head, and note there what it states."""
    line = lines[head.lines]
    return (
        _RELEASE_LABEL.fullmatch(line) is not None
        or _takes_field(head, line)
        or _takes_headline(head, line)
        or _takes_byline(head, line)
        or _takes_date(head, line)
        or _takes_outlet(head, lines)
    )


def _takes_field(head: Head, line: str) -> bool:
    field = _FIELD.fullmatch(line) if len(line) <= LONGEST_HEADLINE_CHARS else None
    if field is None:
        return False
    name = FIELD_NAMES.get(field[1].lower(), field[1].lower())
    head.fields.setdefault(name, field[2])
    return True


def _takes_headline(head: Head, line: str) -> bool:
    is_free = "headline" not in head.fields and len(line) <= LONGEST_HEADLINE_CHARS
    if not is_free or _BYLINE.match(line) or date_line_of(line) or dateline_of(line):
        return False
    head.fields["headline"] = line.lstrip("# ")
    return True


def _takes_byline(head: Head, line: str) -> bool:
    if len(line) > LONGEST_HEAD_LINE_CHARS or not _BYLINE.match(line):
        return False
    head.fields.setdefault("byline", line)
    if moment_of(line):
        head.fields.setdefault("date", line)
    return True


def _takes_date(head: Head, line: str) -> bool:
    if "date" in head.fields or not date_line_of(line) or dateline_of(line):
        return False
    head.fields["date"] = line
    return True


def _takes_outlet(head: Head, lines: Sequence[str]) -> bool:
    """Take the line between headline and date that names the paper, as the story does again."""
    line, rest = lines[head.lines], lines[head.lines + 1 :]
    if "headline" not in head.fields or "outlet" in head.fields or not rest:
        return False
    is_in_head = "byline" in head.fields or _is_byline_or_date(rest[0])
    words = line.split()
    is_name = len(words) <= MOST_OUTLET_WORDS and all(map(_is_name_word, words))
    if not is_in_head or not is_name:
        return False
    is_proved = _OUTLET_WORD.search(line) or any(line in below for below in rest)
    if is_proved:
        head.fields["outlet"] = line
    return bool(is_proved)


def _is_byline_or_date(line: str) -> bool:
    return _BYLINE.match(line) is not None or date_line_of(line) is not None


def _is_name_word(word: str) -> bool:
    return word[0].isupper() or word in _SMALL_WORDS


def date_line_of(line: str) -> Moment | None:
    """Return the time of a line that says little besides a date."""
    is_byline = _BYLINE.match(line) is not None
    is_short = len(line) <= LONGEST_DATE_LINE_CHARS and any(map(str.isdigit, line))
    if is_byline and len(line) <= LONGEST_HEAD_LINE_CHARS:
        return moment_of(line)
    return moment_of(_DATE_OPENING.sub("", line)) if is_short else None
