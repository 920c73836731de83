"""Publication times as metadata and people write them. What is ambiguous stays unread."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from flows.records import Precision

# No newspaper page is older, and a date beyond is a slip; both ends are wide on purpose.
EARLIEST_YEAR = 1600
LATEST_YEAR = 2100
LONGEST_DATE_CHARS = 80
# An offset beyond fourteen hours exists nowhere on earth.
WIDEST_OFFSET = timedelta(hours=14)

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier enero gennaio janeiro januari",
            "february feb februar février febrero febbraio fevereiro februari",
            "march mar märz mars marzo março maart",
            "april apr avril abril aprile",
            "may mai mayo maggio maio mei",
            "june jun juni juin junio giugno junho",
            "july jul juli juillet julio luglio julho",
            "august aug août agosto augustus augusti",
            "september sept sep septembre septiembre settembre setembro",
            "october oct oktober octobre octubre ottobre outubro",
            "november nov novembre noviembre novembro",
            "december dec dezember décembre diciembre dicembre dezembro",
        ),
        start=1,
    )
    for name in names.split()
}
MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
YEAR = r"(?P<year>\d{4})"
_CLOCK = (
    r"(?:(?:,|\s|at|-|–|\||T|@)*\s*(?P<hour>[0-2]?\d)[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>UTC|GMT|Z|EST|EDT|ET|PST|PDT|PT|CST|CDT|CT|MST|MDT|BST|CET|CEST|[+-]\d\d:?\d\d)?)?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
MONTH_DAY_YEAR = rf"{MONTH}\s+{DAY}(?:,\s*|\s+){YEAR}"
DAY_MONTH_YEAR = rf"{DAY}(?:\.|\s+(?:of|de))?\s+{MONTH},?\s+(?:de\s+)?{YEAR}"
_WRITTEN = tuple(
    re.compile(rf"{_WEEKDAY}{form}\b{_CLOCK}", re.IGNORECASE)
    for form in (MONTH_DAY_YEAR, DAY_MONTH_YEAR)
)
# A date with dots has the day first wherever it is written; with slashes it has not.
_DOTTED = re.compile(r"\b([0-3]?\d)\.\s?([01]?\d)\.\s?(\d{4})\b")
_COMPACT = re.compile(
    r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?\s*(Z|[+-]\d\d:?\d\d)?", re.IGNORECASE
)
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{4}/\d\d/\d\d")
_HAS_SECONDS = re.compile(r"\d\d:\d\d:\d\d|T\d{6}")
_HAS_CLOCK = re.compile(r"\d:\d\d|T\d{4}")
_MAIL_FORM = re.compile(
    r"(?:[a-z]{3,9},\s*)?\d{1,2}\s[a-z]{3,9}\s\d{2,4}\s\d{1,2}:\d\d(?::\d\d)?(?:\s(?:[+-]\d{4}|[A-Z]{1,4})\b|$)",
    re.IGNORECASE,
)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_ZONE_HOURS = {
    "est": -5, "edt": -4, "et": -5, "cst": -6, "cdt": -5, "ct": -6, "mst": -7, "mdt": -6,
    "pst": -8, "pdt": -7, "pt": -8, "bst": 1, "cet": 1, "cest": 2,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Moment:
    """A time in UTC, how exactly it is known, and the calendar day that was written.

    `is_local` says that it was written with the zone of a place, and so with that place's day.
    """

    at: datetime
    precision: Precision
    day: date
    is_local: bool = False


def moment_of(written: object) -> Moment | None:
    """Return the time that a metadata value states, or None where it states none.

    "2025-10-30T08:15:00+09:00" is a second, "Oct. 30, 2025" a day; "12/11/2025" could be
    two days and is None. A time without a zone is read as UTC.
    """
    if isinstance(written, datetime):
        return _sane(written, Precision.SECOND)
    if isinstance(written, date):
        return day_moment(written)
    if isinstance(written, int) and not isinstance(written, bool):
        written = str(written)
    if not isinstance(written, str):
        return None
    text = " ".join(written[:LONGEST_DATE_CHARS].split())
    for read in (_iso, _compact, _mail, _words, _dotted, _epoch):
        if moment := read(text):
            return moment
    return None


def day_moment(day: date) -> Moment | None:
    """Return the day as a moment: midnight UTC, known to the day."""
    return _sane(datetime(day.year, day.month, day.day, tzinfo=UTC), Precision.DAY)


def day_in(text: str) -> date | None:
    """Return the first full date written out in words in the text."""
    for form in _WRITTEN:
        if (found := form.search(text)) and (day := _calendar_day(found)):
            return day
    return None


def _sane(at: datetime, precision: Precision) -> Moment | None:
    offset = at.utcoffset()
    is_real = (
        EARLIEST_YEAR <= at.year <= LATEST_YEAR and abs(offset or timedelta()) <= WIDEST_OFFSET
    )
    if not is_real:
        return None
    aware = at if offset is not None else at.replace(tzinfo=UTC)
    return Moment(aware.astimezone(UTC), precision, at.date(), is_local=bool(offset))


def _precision(text: str) -> Precision:
    if _HAS_SECONDS.search(text):
        return Precision.SECOND
    return Precision.MINUTE if _HAS_CLOCK.search(text) else Precision.DAY


def _iso(text: str) -> Moment | None:
    if not _ISO_DATE.match(text):
        return None
    tidy = text.replace("/", "-").removesuffix(" UTC").removesuffix(" GMT").replace(" +", "+")
    try:
        return _sane(datetime.fromisoformat(tidy), _precision(text))
    except ValueError:
        return None


def _compact(text: str) -> Moment | None:
    found = _COMPACT.fullmatch(text)
    if found is None:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    clock = f"T{hour}:{minute}:{second or '00'}{zone or ''}" if hour else ""
    try:
        at = datetime.fromisoformat(f"{year}-{month}-{day}{clock}".replace("z", "Z"))
    except ValueError:
        return None
    if not hour:
        return _sane(at, Precision.DAY)
    return _sane(at, Precision.SECOND if second else Precision.MINUTE)


def _mail(text: str) -> Moment | None:
    """RFC 5322, the form of mail and RSS: "Thu, 30 Oct 2025 08:15:00 +0900"."""
    if not _MAIL_FORM.match(text):
        return None
    try:
        return _sane(parsedate_to_datetime(text), _precision(text))
    except (ValueError, IndexError, TypeError, OverflowError):
        return None


def _words(text: str) -> Moment | None:
    for form in _WRITTEN:
        found = form.search(text)
        if found and (day := _calendar_day(found)):
            return _with_clock(day, found)
    return None


def _dotted(text: str) -> Moment | None:
    found = _DOTTED.search(text)
    try:
        return day_moment(date(*(int(part) for part in found.groups()[::-1]))) if found else None
    except ValueError:
        return None


def _calendar_day(found: re.Match[str]) -> date | None:
    month = MONTHS[found["month"].lower()]
    try:
        return date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        return None


def _with_clock(day: date, found: re.Match[str]) -> Moment | None:
    if not found["hour"]:
        return day_moment(day)
    hour = int(found["hour"])
    if half := found["half"]:
        hour = hour % 12 + (12 if half.lower().startswith("p") else 0)
    if hour > 23:  # noqa: PLR2004 - the hours of a day
        return day_moment(day)
    local = datetime(day.year, day.month, day.day, hour, int(found["minute"]), tzinfo=UTC)
    precision = Precision.SECOND if found["second"] else Precision.MINUTE
    seconds = timedelta(seconds=int(found["second"] or 0))
    offset = _zone_offset(found["zone"])
    shifted = _sane(local + seconds - offset, precision)
    return Moment(shifted.at, precision, day, is_local=bool(offset)) if shifted else None


def _zone_offset(zone: str | None) -> timedelta:
    if not zone or zone.lower() in ("utc", "gmt", "z"):
        return timedelta()
    if (named := _ZONE_HOURS.get(zone.lower())) is not None:
        return timedelta(hours=named)
    sign = -1 if zone[0] == "-" else 1
    return sign * timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))


def _epoch(text: str) -> Moment | None:
    if not _EPOCH.fullmatch(text):
        return None
    seconds = int(text) / (1000 if len(text) > 10 else 1)  # noqa: PLR2004 - milliseconds
    return _sane(datetime.fromtimestamp(seconds, UTC), Precision.SECOND)
