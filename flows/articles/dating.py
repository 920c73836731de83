"""When an article was published: the newsroom's order of trust.

The metadata, else the feed, the dateline, the slug (slug line or address), the file name, when
the document was made, and last the file's own time. The file's own time alone dates only a
dispatch that counts days from its own ("said on Tuesday"): such a text was written to be read at
once, while any other text without a date could be of any year.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
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
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|tonight"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|heute|gestern"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|aujourd.hui|hier"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|hoy|ayer)\b"
    r"|الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت"
    r"|星期[一二三四五六日]|周[一二三四五六日]|今天|昨天",
    re.IGNORECASE,
)
# A dispatch is filed at most a few days before it lies in a folder; time zones add one.
_AHEAD = timedelta(days=2)
_FURTHEST_ZONES = (timedelta(hours=-12), timedelta(hours=14))


@dataclass(frozen=True, slots=True)
class Dating:
    """When an article was published and what says so."""

    moment: Moment
    basis: PublishedBasis
    stated_by: str


@dataclass(frozen=True, slots=True)
class _Evidence:
    """All that can date one article."""

    draft: Draft
    dateline: Dateline | None
    source: SourceFile
    text: str


def dating_of(
    draft: Draft, dateline: Dateline | None, source: SourceFile, text: str
) -> Dating | None:
    """Return when the article was published, or None where nothing says it."""
    evidence = _Evidence(draft, dateline, source, text)
    return next((dating for rule in RULES if (dating := rule(evidence))), None)


def _by_statement(evidence: _Evidence) -> Dating | None:
    published = evidence.draft.published
    basis = PublishedBasis.FEED if evidence.draft.is_feed else PublishedBasis.METADATA
    if published is None:
        return None
    url = evidence.draft.url
    moment = _counted_there(published.value, day_in_name(url.value if url else ""))
    return Dating(moment, basis, published.basis)


def _counted_there(moment: Moment, url_day: date | None) -> Moment:
    """Return the moment on the publisher's own day, which the address of its page has.

    A time in UTC falls on the next day when a paper in New York publishes in the evening.
    """
    is_open = moment.precision is not Precision.DAY and not moment.is_local
    days = {(moment.at + offset).date() for offset in _FURTHEST_ZONES}
    return replace(moment, day=url_day) if is_open and url_day in days else moment


def _by_dateline(evidence: _Evidence) -> Dating | None:
    modified_at = evidence.source.modified_at
    latest = modified_at.date() if modified_at else None
    day = dateline_day(evidence.dateline, latest) if evidence.dateline else None
    return _dated(day, PublishedBasis.DATELINE, "dateline")


def _by_slug(evidence: _Evidence) -> Dating | None:
    slug, url = evidence.draft.slug_date, evidence.draft.url
    if slug:
        return Dating(slug.value, PublishedBasis.SLUG, slug.basis)
    return _dated(day_in_name(url.value if url else ""), PublishedBasis.SLUG, "url")


def _by_file_name(evidence: _Evidence) -> Dating | None:
    day = day_in_name(evidence.draft.member or "") or day_in_name(evidence.source.name)
    return _dated(day, PublishedBasis.FILENAME, "filename")


def _by_document(evidence: _Evidence) -> Dating | None:
    created = evidence.draft.created
    return Dating(created.value, PublishedBasis.METADATA, created.basis) if created else None


def _by_file_time(evidence: _Evidence) -> Dating | None:
    at = evidence.source.modified_at
    is_dispatch = evidence.dateline is not None or evidence.draft.filing_place is not None
    if at is None or not is_dispatch or not _RELATIVE_DAY.search(evidence.text):
        return None
    return Dating(Moment(at, Precision.DAY, at.date()), PublishedBasis.FILE_TIME, "file time")


# Order is trust.
RULES: tuple[Callable[[_Evidence], Dating | None], ...] = (
    _by_statement,
    _by_dateline,
    _by_slug,
    _by_file_name,
    _by_document,
    _by_file_time,
)


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


def _dated(day: date | None, basis: PublishedBasis, stated_by: str) -> Dating | None:
    moment = day_moment(day) if day else None
    return Dating(moment, basis, stated_by) if moment else None


def day_in_name(name: str) -> date | None:
    """2025-10-30-harbour.txt, /2025/10/30/harbour, 20251030T081500.xml."""
    for found in _DATED_NAME.finditer(name):
        try:
            return date(int(found[1]), int(found[3]), int(found[4]))
        except ValueError:
            continue
    return None
