"""What a date phrase is read as, and the scene that it is read in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time
from enum import Enum, StrEnum

from flows.deadlines.periods import Period
from flows.records import Granularity

# The value of "now": TIMEX3 gives it no day.
PRESENT = "PRESENT_REF"


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


@dataclass(frozen=True, slots=True)
class Expression:
    """One temporal expression: `text[start:end]`.

    `first` and `last` are the days it resolves to, inclusive; none where it names no dates.
    `ends` are the expressions that a range or a list of days is made of: "May 5" and "May 9".
    """

    start: int
    end: int
    timex_type: TimexType
    value: str
    rule: str
    first: date | None = None
    last: date | None = None
    granularity: Granularity | None = None
    at: time | None = None
    zone: str | None = None
    # The numbers of its first and last word among the words of the text.
    first_word: int = 0
    last_word: int = 0
    ends: tuple[Expression, ...] = ()


def _no_tense() -> Tense:
    return Tense.NONE


def _is_not() -> bool:
    return False


@dataclass(slots=True)
class Scene:
    """Where the narrative stands: the anchor day, and the last dates that the text gave.

    `day_first` says whether the outlet writes 3/4 for the third of April; None where nobody knows.
    """

    anchor: date
    day_first: bool | None = None
    given: Period | None = None
    quarter: Period | None = None
    given_here: Period | None = None
    listed_after: date | None = None
    word_before: str = ""
    next_word: str = ""
    tense: Callable[[], Tense] = field(default=_no_tense)
    is_record: Callable[[], bool] = field(default=_is_not)
    is_compared: Callable[[], bool] = field(default=_is_not)
    is_by_a_past_verb: Callable[[], bool] = field(default=_is_not)

    def heard(self, reading: Reading) -> None:
        """Remember the date, so that "the following day" has a day to follow."""
        if reading.period is None or reading.timex_type not in (TimexType.DATE, TimexType.TIME):
            return
        if reading.value == PRESENT:
            return
        self.given = reading.period
        if reading.period.granularity is Granularity.QUARTER and self._is_newer(reading.period):
            self.quarter = reading.period

    def _is_newer(self, quarter: Period) -> bool:
        """Say whether a report on this quarter is newer than one on the quarter so far."""
        is_over = quarter.last < self.anchor
        return is_over and (self.quarter is None or quarter.first > self.quarter.first)

    @property
    def reference(self) -> date:
        """The day that "two years later" is counted from."""
        return self.given.first if self.given else self.anchor


def dated(period: Period | None) -> Reading | None:
    """Return a DATE reading of the period, or None for a date outside the calendar."""
    return Reading(TimexType.DATE, period.value, period) if period else None
