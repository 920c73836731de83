"""Why a peer's test case and we differ: by a convention of `conventions.md`, or by a mistake.

Each rule is narrow: it looks at both readings, and what no rule explains counts as wrong.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from rich.table import Table

from flows.deadlines.words import words_of
from tests.kits.lines import Line

Days = tuple[date | None, date | None]

_DAY, _WEEK, _YEARS = timedelta(days=1), 7, (365, 366)
_SHORTER_THAN_A_DAY = re.compile(r"\b(?:min(?:ute)?s?|hours?|seconds?|secs?)\b|\dmin\b")
_RELATIONS = re.compile(
    r"\b(?:before|after|since|until|till|through|later|starting|beginning|greater|than|from)\b|[<>]"
)
_PARTS = re.compile(r"\b(?:early|mid(?:dle)?|late|beginning|start|end|earlier|later)\b|\bmid-")
_SHORT_OR_SMALL = re.compile(
    r"(?:mon|tue|wed|thu|fri|sat|sun)\.?|tmr.*|tonite|at the EOM|the [BE]OY"
    r"|(?:my|the) day(?: after)?|(?:.* )?(?:till|to) date|at present"
)
_NAMES = {"word", "capitalised"}
_BESIDE_A_NAME = {
    *("the", "of", "in", "before", "next", "last", "possessive", "year", "weekday", "weak_month"),
    *("day_unit", "year_unit", "weekend_unit", "numeral", "multiplier", "hyphen"),
}
_FIGURES = re.compile(r"[\d./-]+")


@dataclass(frozen=True, slots=True)
class Difference:
    """One expected date of a peer, and what we read in its place (nothing, or first and last)."""

    text: str
    reference: date
    theirs: tuple[Days, ...]
    ours: tuple[date, date] | None
    ours_text: str


def _end_left_out(case: Difference) -> bool:
    """Their range ends before the last day, month, quarter or year that the words name."""
    if case.ours is None:
        return False
    first, last = case.ours
    starts = (
        last,
        last.replace(day=1),
        last.replace(month=(last.month - 1) // 3 * 3 + 1, day=1),
        last.replace(month=1, day=1),
    )
    ends = {start - _DAY for start in starts}
    return any(one == first and other in ends for one, other in case.theirs)


def _open_range(case: Difference) -> bool:
    """Theirs is open at one end and closed by a bound of ours, or by the day beside it."""
    if case.ours is None or not _RELATIONS.search(case.text):
        return False
    near = {day + shift for day in case.ours for shift in (-_DAY, timedelta(), _DAY)}
    bounds = {one or other for one, other in case.theirs if one is None or other is None}
    weeks = {day + sign * timedelta(days=_WEEK) for day in case.ours for sign in (1, -1)}
    return bool(bounds & (near | weeks))


def _end_is_its_last_day(case: Difference) -> bool:
    """ "The end of" a period is one day to us and its last part to them."""
    ours = case.ours
    is_end = ours is not None and ours[0] == ours[1] and re.search(r"\bend of\b", case.text)
    return bool(is_end) and any(ours and other == ours[1] for _, other in case.theirs)


def _within_ends(case: Difference) -> bool:
    """ "Within nine months" is the whole run of days to them, the day it is over to us."""
    if case.ours is None or "within" not in case.text:
        return False
    day = case.ours[1]
    return any(one == case.reference and other in (day, day - _DAY) for one, other in case.theirs)


def _other_thirds(case: Difference) -> bool:
    """Early, mid and late are other days to them, and overlap with ours."""
    if case.ours is None or not _PARTS.search(case.text):
        return False
    first, last = case.ours
    return any(one and other and one <= last and first <= other for one, other in case.theirs)


def _other_week_or_year(case: Difference) -> bool:
    """The same weekday of another week, or the same day of another year."""
    words = len(case.text.split()) - len(case.ours_text.split())
    if case.ours is None or words > len(("from",)):
        return False
    apart = {abs((one - case.ours[0]).days) for one, _ in case.theirs if one}
    return _WEEK in apart or any(days in apart for days in _YEARS)


def _upcoming(case: Difference) -> bool:
    """ "Upcoming two months" is the second of them to Duckling."""
    return "upcoming" in case.text


def _less_than_a_day(case: Difference) -> bool:
    """A time that is counted in minutes names no day to us."""
    return case.ours is None and bool(_SHORTER_THAN_A_DAY.search(case.text))


def _uncounted(case: Difference) -> bool:
    """ "A few days ago" is three days ago to them and no day to us."""
    return case.ours is None and "few" in case.text


def _short_or_small(case: Difference) -> bool:
    """Short forms of notes and of chat, and names of days without capitals."""
    return bool(_SHORT_OR_SMALL.fullmatch(case.text))


def _bare_figures(case: Difference) -> bool:
    """Figures that may be a price, a score, a file's name or no day of the calendar."""
    is_no_day = (None, None) in case.theirs
    return bool(_FIGURES.fullmatch(case.text)) or (case.ours is None and is_no_day)


def _unknown_name(case: Difference) -> bool:
    """The name of a feast that has no rule here, or is written small."""
    kinds = {word.kind for word in words_of(case.text).words}
    is_read_in_part = len(case.ours_text.split()) < len(case.text.split())
    return is_read_in_part and bool(kinds & _NAMES) and kinds <= _NAMES | _BESIDE_A_NAME


RULES: dict[str, Callable[[Difference], bool]] = {
    "upcoming two months: the second": _upcoming,
    "the last end of a range is left out": _end_left_out,
    "before, after, since: a range without a first or last day": _open_range,
    "the end of a period: its last part": _end_is_its_last_day,
    "within: the whole run of days": _within_ends,
    "early, mid, late: other parts": _other_thirds,
    "alone, next, last: another week or year": _other_week_or_year,
    "less than a day": _less_than_a_day,
    "a few days": _uncounted,
    "short forms in small letters": _short_or_small,
    "bare figures": _bare_figures,
    "feasts from tables, names in small letters": _unknown_name,
}
EXACT, WRONG = "exact", "wrong"


def conventions_table(gold: Iterable[Line], predictions: Iterable[Line]) -> Table:
    """Return how many expected dates are exact, differ by each convention, or are wrong."""
    found = {row["id"]: row["found"] for row in predictions}
    counts = Counter(
        _verdict(row, expected, found.get(row["id"], []))
        for row in gold
        for expected in row["expected"]
    )
    total = sum(counts.values())
    table = Table("why", title="expected dates, by why they differ", title_justify="left")
    table.add_column("dates", justify="right")
    table.add_column("%", justify="right")
    on_purpose = sum(counts[name] for name in RULES)
    rows = {
        EXACT: counts[EXACT],
        **{f"  {name}": counts[name] for name in RULES},
        "exact or on purpose": counts[EXACT] + on_purpose,
        WRONG: counts[WRONG],
    }
    judged = total - on_purpose
    for name, count in rows.items():
        table.add_row(name, str(count), f"{100 * count / max(1, total):.1f}")
    most = f"{100 * judged / max(1, total):.1f}"
    table.add_row("the most that can be exact beside these conventions", str(judged), most)
    exact = f"{100 * counts[EXACT] / max(1, judged):.1f}"
    table.add_row("exact, of those where no convention differs", str(judged), exact)
    return table


def _verdict(row: Line, expected: Line, found: list[Line]) -> str:
    case = _difference(row, expected, found)
    if case.ours in case.theirs:
        return EXACT
    return next((name for name, differs in RULES.items() if differs(case)), WRONG)


def _difference(row: Line, expected: Line, found: list[Line]) -> Difference:
    ours = max(found, key=lambda one: _overlap(one, expected), default=None)
    if ours is not None and _overlap(ours, expected) <= 0:
        ours = None
    pairs = [(expected["date_start"], expected["date_end"]), *expected.get("alternatives", [])]
    return Difference(
        text=expected["text"],
        reference=date.fromisoformat(row["reference"][:10]),
        theirs=tuple((_day(one), _day(other)) for one, other in pairs),
        ours=None if ours is None else (_known(ours["date_start"]), _known(ours["date_end"])),
        ours_text="" if ours is None else row["text"][ours["start"] : ours["end"]],
    )


def _overlap(one: Line, two: Line) -> int:
    return min(one["end"], two["end"]) - max(one["start"], two["start"])


def _known(written: str) -> date:
    return date.fromisoformat(written)


def _day(written: str | None) -> date | None:
    """Return the day; some of the cases expect "not resolved"."""
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return None
