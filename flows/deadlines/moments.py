"""Times of day with a zone, as moments in UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

# Hours ahead of UTC. "IST" and "CST" name several zones: the American reading of CST is the usual
# one in English news; IST is left out.
_HOURS_AHEAD = {
    "GMT": 0,
    "UTC": 0,
    "BST": 1,
    "CET": 1,
    "CEST": 2,
    "EST": -5,
    "EDT": -4,
    "CST": -6,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
    "EET": 2,
    "EEST": 3,
    "SAST": 2,
    "MSK": 3,
    "HKT": 8,
    "SGT": 8,
    "AWST": 8,
    "JST": 9,
    "KST": 9,
    "AEST": 10,
    "AEDT": 11,
    "NZST": 12,
    "NZDT": 13,
}


def moment_of(day: date, at: time, zone: str) -> datetime | None:
    """Return the moment in UTC, or None for a zone that is not known for certain."""
    hours = _HOURS_AHEAD.get(zone)
    if hours is None:
        return None
    local = datetime.combine(day, at, timezone(timedelta(hours=hours)))
    return local.astimezone(UTC)
