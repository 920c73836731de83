"""Every word that the grammar knows, as it may be written, with its kind and value."""

from __future__ import annotations

from functools import cache

from flows.deadlines import vocabulary
from flows.deadlines.word_lists import listed

Value = int | str | None

_ZONES = listed(
    """
    GMT UTC EST EDT CST CDT MST MDT PST PDT ET PT CT BST CET CEST EET EEST MSK SAST IST JST KST HKT
    SGT AEST AEDT ACST AWST NZST NZDT
    """
)


@cache
def known_words() -> dict[str, tuple[str, Value]]:
    """Return the kind and value of every known word, as it is written."""
    known: dict[str, tuple[str, Value]] = {}
    known |= {word: (kind, word) for word, kind in vocabulary.FUNCTION_WORDS.items()}
    known |= {word: (f"{unit}_unit", unit) for word, unit in vocabulary.UNITS.items()}
    for kind, values in (
        ("weekdays", vocabulary.WEEKDAY_PLURALS),
        ("season", vocabulary.SEASONS),
        ("day_part", vocabulary.DAY_PARTS),
        ("numeral", vocabulary.NUMERALS),
        ("multiplier", vocabulary.MULTIPLIERS),
        ("ordinal", vocabulary.ORDINALS),
        ("decade_word", vocabulary.DECADES),
        ("relative_day", vocabulary.RELATIVE_DAYS),
        ("reference", vocabulary.REFERENCES),
        ("how_often", vocabulary.HOW_OFTEN),
    ):
        known |= {word: (kind, value) for word, value in values.items()}
    known |= {"noon": ("noon", 12), "midday": ("noon", 12), "midnight": ("noon", 24)}
    known |= {"second": ("second", 2), "am": ("meridiem", "a"), "pm": ("meridiem", "p")}
    known |= {word.capitalize(): entry for word, entry in known.items()}
    known |= {zone: ("zone", zone) for zone in _ZONES}
    known |= {"AM": ("meridiem", "a"), "PM": ("meridiem", "p")}
    return known | _names_of_days_and_months()


def _names_of_days_and_months() -> dict[str, tuple[str, Value]]:
    known: dict[str, tuple[str, Value]] = {}
    for kind, names in (("month", vocabulary.MONTHS), ("weekday", vocabulary.WEEKDAYS)):
        for name, number in names.items():
            is_short = len(name) <= vocabulary.LONGEST_SHORT_NAME
            is_short = is_short and name not in vocabulary.WHOLE_NAMES
            is_weak = is_short or name in vocabulary.MONTHS_WITH_ANOTHER_SENSE
            known[name.capitalize()] = (f"weak_{kind}" if is_weak else kind, number)
            known[name.upper()] = known[name.capitalize()]
            if not is_weak or (kind == "month" and name != "may"):
                known[name] = (f"weak_{kind}" if is_weak or name == "august" else kind, number)
    return known
