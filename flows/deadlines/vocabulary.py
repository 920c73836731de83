"""The words that date phrases are made of, by kind (data only)."""

from __future__ import annotations


def _numbered(words: str, *, start: int) -> dict[str, int]:
    """Return the words with their numbers, counted from `start`."""
    return {word: number for number, word in enumerate(words.split(), start)}


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

# Names that are also other words ("may", "march", "an august body"): they need a number beside
# them, or a preposition before them.
MONTHS_WITH_ANOTHER_SENSE = frozenset({"may", "march"})
LONGEST_SHORT_NAME = len("thurs")
# As short as an abbreviation, and none: a full stop after them ends the sentence.
WHOLE_NAMES = frozenset({"march", "april", "may", "june", "july"})

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        ),
        start=1,
    )
    for name in names.split()
}

WEEKDAY_PLURALS = {f"{name}s": number for name, number in WEEKDAYS.items() if name.endswith("day")}

# Each unit is a kind of its own; the value is the unit's name.
UNITS = {
    form: unit
    for unit, forms in {
        "second": "seconds",
        "minute": "minute minutes min mins",
        "hour": "hour hours hr hrs",
        "day": "day days",
        "week": "week weeks",
        "fortnight": "fortnight",
        "month": "month months",
        "quarter": "quarter quarters qtr qtrs",
        "year": "year years yr yrs",
        "decade": "decade decades",
        "century": "century centuries",
        "millennium": "millennium millennia",
        "weekend": "weekend weekends",
    }.items()
    for form in forms.split()
}
UNIT_KINDS = tuple(f"{unit}_unit" for unit in dict.fromkeys(UNITS.values()))

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

DAY_PARTS = {
    "morning": "MO",
    "mornings": "MO",
    "afternoon": "AF",
    "afternoons": "AF",
    "evening": "EV",
    "evenings": "EV",
    "night": "NI",
    "nights": "NI",
}

_ONES = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMERALS = _numbered(_ONES, start=0) | {
    word: 10 * number for word, number in _numbered(_TENS, start=2).items()
}

MULTIPLIERS = {"hundred": 100, "thousand": 1000, "dozen": 12}

_NTHS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
"""
ORDINALS = _numbered(_NTHS, start=1) | {"thirtieth": 30}

# "the nineties": the tens of a decade of the century.
_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties"
DECADES = {word: 10 * number for word, number in _numbered(_DECADES, start=2).items()}

RELATIVE_DAYS = {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1}

# "recently" names no date; TIMEX3 has one value for each direction.
REFERENCES = {
    "now": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "recently": "PAST_REF",
}

HOW_OFTEN = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "annually": "P1Y",
    "yearly": "P1Y",
    "hourly": "PT1H",
}

# One kind for each word with a job of its own; the kind has the name of its first word.
FUNCTION_WORDS = {
    form: kind
    for kind, forms in {
        "the": "the",
        "a": "a an",
        "this": "this",
        "these": "these",
        "that": "that those",
        "next": "next",
        "coming": "coming upcoming forthcoming",
        "following": "following subsequent",
        "last": "last",
        "past": "past",
        "previous": "previous preceding prior",
        "same": "same",
        "current": "current",
        "latest": "latest",
        "latter": "latter",
        "comparable": "comparable corresponding",
        "earlier": "earlier",
        "later": "later",
        "sometime": "sometime",
        "early": "early",
        "late": "late",
        "mid": "mid",
        "middle": "middle",
        "end": "end close",
        "start": "start beginning",
        "starting": "starting commencing",
        "long": "long",
        "half": "half",
        "ago": "ago",
        "hence": "hence",
        "old": "old",
        "of": "of",
        "in": "in",
        "into": "into",
        "within": "within",
        "on": "on",
        "at": "at",
        "by": "by",
        "until": "until till",
        "before": "before",
        "after": "after",
        "from": "from",
        "to": "to",
        "through": "through thru",
        "during": "during",
        "for": "for",
        "over": "over",
        "since": "since",
        "between": "between",
        "and": "and",
        "or": "or",
        "each": "each every",
        "per": "per",
        "fiscal": "fiscal financial",
        "calendar": "calendar",
        "business": "business working trading",
        "full": "full entire whole consecutive straight successive",
        "several": "several few many some",
        "couple": "couple",
        "another": "another additional",
        "more": "more",
        "than": "than",
        "less": "less",
        "about": "about around nearly almost roughly approximately",
        "least": "least",
        "only": "only just mere",
        "future": "future",
        "recent": "recent",
        "near": "near foreseeable",
        "period": "period",
        "times": "times",
        "once": "once twice",
        "local": "local",
        "single": "single",
        "spend": "spend spends spent spending took lasted waited",
        "time": "time",
        "as": "as",
        "ended": "ended ending",
        "ahead": "ahead",
    }.items()
    for form in forms.split()
}
