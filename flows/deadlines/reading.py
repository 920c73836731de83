"""What a date phrase is read as, and the scene that it is read in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from enum import Enum, StrEnum

from flows.deadlines.periods import Period


class TimexType(StrEnum):
    """The types of TIMEX3 (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Tense(Enum):
    """Where the sentence around a date looks."""

    PAST = -1
    NONE = 0
    FUTURE = 1


@dataclass(frozen=True, slots=True)
class Reading:
    """One phrase, read: a TIMEX3 value and, where it names dates, the period."""

    timex_type: TimexType
    value: str
    period: Period | None = None
    at: time | None = None
    zone: str | None = None


class Scene:
    """Where the narrative stands: the anchor day, and the last date that the text gave."""

    def __init__(self, anchor: date) -> None:
        self.anchor = anchor
        self.day_first: bool | None = None
        self.given: Period | None = None
        self.tense: Callable[[], Tense] = lambda: Tense.NONE

    def heard(self, reading: Reading) -> None:
        """Remember the date, so that "the following day" has a day to follow."""
        if reading.period is not None and reading.timex_type in (TimexType.DATE, TimexType.TIME):
            self.given = reading.period

    @property
    def reference(self) -> date:
        """The day that "two years later" is counted from."""
        return self.given.first if self.given else self.anchor


def dated(period: Period | None) -> Reading | None:
    """Return a DATE reading of the period, or None for a date outside the calendar."""
    return Reading(TimexType.DATE, period.value, period) if period else None
