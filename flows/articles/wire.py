"""IPTC 7901, the line protocol of news wires: header, keywords, headline up to "=", text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from flows.articles.bylines import authors_in
from flows.articles.dateline import dateline_of
from flows.articles.draft import Draft, Stated
from flows.articles.encoding import clean_text, decoded
from flows.articles.moments import Moment, moment_of
from flows.articles.passages import passages_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flows.records import SourceFile

FORMAT = "iptc-7901"
# Keyword line, labels and a headline of up to four lines stand above the text.
HEAD_LINES = 14

_LABEL = re.compile(
    r"(?:(?:\d+(?:st|nd|rd|th) )?lead|refile|extra|urgent|update\d*|correction|corrected|summary"
    r"|roundup|advisory|situation|[^:]{0,40}:|)\s*",
    re.IGNORECASE,
)
# Below stand contacts and remarks that are not for publication.
_NOTES = re.compile(r"#+ ?(?:\w+ )?note(?:book|s)\b|\* \* \*|#+ ?links\b", re.IGNORECASE)
_SENT = re.compile(rb"\x03\s*(\d\d)(\d{4})\s+(?:GMT\s+)?([a-z]{3})\s+(\d\d)\b", re.IGNORECASE)
_BYLINE = re.compile(r"by\s", re.IGNORECASE)
_MARKS = re.compile("[\x01\x04-\x08\x7f]")
# Start-of-text stands before the headline; this sign survives cleaning.
_HEAD_MARK = "\u25b6"


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a dispatch, and its lines."""

    keywords: str
    headline: str
    byline: str
    story: tuple[str, ...]


def drafts_of(source: SourceFile) -> list[Draft]:
    """Return the dispatch."""
    text = _MARKS.sub("", decoded(source.content).partition("\x03")[0].replace("\x02", _HEAD_MARK))
    header, _, rest = clean_text(text).strip().partition("\n")
    head = _head_of([line.strip() for line in rest.split("\n")])
    passages = tuple(passages_of(_paragraphs(head.story), head.headline))
    authors = authors_in(head.byline)
    dateline = dateline_of(passages[0].text) if passages else None
    words = header.split()
    outlet = (dateline.credit if dateline else None) or (words[-2] if len(words) > 1 else "")
    return [
        Draft(
            source_format=FORMAT,
            passages=passages,
            headline=Stated(head.headline, FORMAT) if head.headline else None,
            section=Stated(head.keywords, FORMAT) if head.keywords else None,
            outlet=Stated(outlet, FORMAT) if outlet else None,
            authors=Stated(authors, "byline") if authors else None,
            published=_sent(source.content),
        )
    ]


def _paragraphs(lines: Sequence[str]) -> list[str]:
    """Join the lines between blank ones, up to the desk's own notes."""
    story = takewhile(lambda line: not _NOTES.match(line), lines)
    return [" ".join(group) for has_text, group in groupby(story, key=bool) if has_text]


def _sent(content: bytes) -> Stated[Moment] | None:
    """Read the time of sending behind the text: "131137 GMT Nov 13"."""
    found = _SENT.search(content)
    if found is None:
        return None
    day, clock, month, year = (part.decode("ascii") for part in found.groups())
    moment = moment_of(f"{day} {month} 20{year} {clock[:2]}:{clock[2:]}")
    return Stated(moment, FORMAT) if moment else None


def _head_of(lines: Sequence[str]) -> Head:
    """Part the lines at the "=" that closes the headline."""
    close = next((n for n, line in enumerate(lines[:HEAD_LINES]) if line.endswith("=")), None)
    if close is None:
        return Head("", "", "", tuple(lines))
    above = [line for line in lines[: close + 1] if line]
    marked = next((n for n, line in enumerate(above) if line.startswith(_HEAD_MARK)), 0)
    titles = [line.strip(f"{_HEAD_MARK}= ") for line in above[marked:]]
    bylines = [title for title in titles if _BYLINE.match(title)]
    headline = " ".join(t for t in titles if t not in bylines and not _LABEL.fullmatch(t))
    keywords = above[0].strip("/ ") if marked else ""
    return Head(keywords, headline, " ".join(bylines), tuple(lines[close + 1 :]))
