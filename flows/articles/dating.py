"""When an article was published: the newsroom's order of trust.

The metadata, else the feed, the dateline, the slug (slug line or address), the file name, and
last the file's own time. The file's own time alone dates only a dispatch that counts days from
its own ("said on Tuesday"): such a text was written to be read at once, while any other text
without a date could be of any year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from flows.articles.moments import Moment, day_moment
from flows.records import Precision, PublishedBasis

if TYPE_CHECKING:
    from flows.articles.dateline import Dateline
    from flows.articles.draft import Draft
    from flows.records import SourceFile

_DATED_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_.-]?)([01]\d)\2([0-3]\d)(?!\d)", re.ASCII)
_RELATIVE_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|tonight)\b",
    re.IGNORECASE,
)
# A dispatch is filed at most a few days before it lies in a folder; time zones add one.
_AHEAD = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Dating:
    """When an article was published and what says so."""

    moment: Moment
    basis: PublishedBasis
    stated_by: str


def dating_of(
    draft: Draft, dateline: Dateline | None, source: SourceFile, text: str
) -> Dating | None:
    """Return when the article was published, or None where nothing says it."""
    if draft.published:
        basis = PublishedBasis.FEED if draft.is_feed else PublishedBasis.METADATA
        return Dating(draft.published.value, basis, draft.published.basis)
    file_day = source.modified_at.date() if source.modified_at else None
    if dateline and (day := dateline_day(dateline, file_day)):
        return _dated(day, PublishedBasis.DATELINE, "dateline")
    if draft.slug_date:
        return Dating(draft.slug_date.value, PublishedBasis.SLUG, draft.slug_date.basis)
    if draft.url and (day := day_in_name(draft.url.value)):
        return _dated(day, PublishedBasis.SLUG, "url")
    for name in (draft.member, source.name):
        if name and (day := day_in_name(name)):
            return _dated(day, PublishedBasis.FILENAME, "filename")
    return _by_file_time(draft, dateline, source, text)


def dateline_day(dateline: Dateline, latest: date | None) -> date | None:
    """Return the dateline's day; a missing year is that of the last such day up to `latest`."""
    if dateline.day or not dateline.month_and_day or not latest:
        return dateline.day
    return _last_such_day(*dateline.month_and_day, latest)


def _last_such_day(month: int, day: int, latest: date) -> date | None:
    for year in range(latest.year + 1, latest.year - 5, -1):
        try:
            candidate = date(year, month, day)
        except ValueError:
            continue
        if candidate <= latest + _AHEAD:
            return candidate
    return None


def _dated(day: date, basis: PublishedBasis, stated_by: str) -> Dating | None:
    moment = day_moment(day)
    return Dating(moment, basis, stated_by) if moment else None


def day_in_name(name: str) -> date | None:
    """2025-10-30-harbour.txt, /2025/10/30/harbour, 20251030T081500.xml."""
    for found in _DATED_NAME.finditer(name):
        try:
            return date(int(found[1]), int(found[3]), int(found[4]))
        except ValueError:
            continue
    return None


def _by_file_time(
    draft: Draft, dateline: Dateline | None, source: SourceFile, text: str
) -> Dating | None:
    is_dispatch = dateline is not None or draft.filing_place is not None
    if source.modified_at is None or not is_dispatch or not _RELATIVE_DAY.search(text):
        return None
    at = source.modified_at
    moment = Moment(at, Precision.DAY, at.date())
    return Dating(moment, PublishedBasis.FILE_TIME, "file time")
