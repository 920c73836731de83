"""The dateline: where and when a dispatch was filed, and for which agency.

"BUSAN, South Korea (Oct. 30, 2025) — …" · "WASHINGTON (AP) — …" · "SYDNEY, 07 January 2024: …"
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from flows.articles.moments import DAY, MONTH, MONTHS, YEAR

# The longest dateline on record has place, state, date and two credits in about 100 characters.
LONGEST_DATELINE_CHARS = 140
MOST_PLACE_WORDS = 7
MOST_BREAKS = 4

_BREAK = re.compile(
    r"\s*[—–―]\s*|\s*--+\s*|\s+-\s+|(?<=\))\.?\s*-\s*|(?<=\)):?\s+(?=[“\"'A-Z])|:\s+|\s+\|\s+"
)
_BREAK_MARKS = frozenset("—–―-):|")
_BRACKETS = re.compile(r"\(([^()]{1,60})\)|/([A-Z][^/()]{1,40})/")
# The same three parts again, for "30 October 2025": a pattern names each group once.
_SECOND = tuple(part.replace(">", "2>", 1) for part in (DAY, MONTH, YEAR))
_DATE = re.compile(
    rf"\b(?:{MONTH}\s+{DAY}(?:,?\s+{YEAR})?"
    rf"|{_SECOND[0]}(?:\.|\s+de)?\s+{_SECOND[1]}(?:,?\s+(?:de\s+)?{_SECOND[2]})?"
    r"|(?P<year3>\d{4})-(?P<month3>[01]\d)-(?P<day3>[0-3]\d)"
    r"|(?P<day4>[0-3]?\d)\.(?P<month4>[01]?\d)\.(?P<year4>\d{4}))(?!\w)",
    re.IGNORECASE,
)
# A weekday repeats the date; "[India]" is a desk's addition.
_NO_PART = re.compile(
    r",?\s?\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\[[^\[\]]{1,30}\]", re.IGNORECASE
)
_ABBREVIATED = re.compile(r"\.\w\.$")
_PLACE = re.compile(r"[^\W\d_][\w.'’/\- ]*(?:,\s*[^\W\d_][\w.'’\- ]*){0,3}")
_CREDIT = re.compile(r"[^\W\d_][\w .&'’/\-]{1,39}")
_SMALL_WORDS = frozenset(
    """
    of the de la le du and y el al von am an der den di da do dos
    """.split()  # noqa: SIM905 - a word list reads better without quotes
)

AGENCIES = frozenset(
    """
    ap reuters afp dpa efe ansa upi pa tass xinhua kyodo yonhap bernama ani pti ians aap
    cp bloomberg bbc cnn npr cbs nbc abc ritzau ntb tt belga apa mti lusa anp ats sda ktla
    cbc
    """.split()  # noqa: SIM905 - a word list reads better without quotes
) | frozenset(
    {
        "associated press", "the associated press", "dow jones", "business wire", "prnewswire",
        "pr newswire", "globe newswire", "globenewswire", "thomson reuters", "canadian press",
        "the canadian press", "press association", "ats afp", "the conversation",
    }
)  # fmt: skip

# Words in capitals before a colon or dash that name a kind of text, not a place.
NO_PLACE = frozenset(
    """
    breaking update updated watch video exclusive opinion correction corrected photos
    photo live analysis factbox note editors listen more review explainer advisory
    alert poll quiz interview column commentary editorial q a related recap preview
    summary headline warning important contact source copyright tldr ps nb faq about
    disclaimer
    """.split()  # noqa: SIM905 - a word list reads better without quotes
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What the head of a dispatch says; each part is None where it is not given."""

    place: str | None
    day: date | None
    month_and_day: tuple[int, int] | None
    credit: str | None


def dateline_of(paragraph: str) -> Dateline | None:
    """Return the dateline that opens the paragraph, or None where none does."""
    head = paragraph[:LONGEST_DATELINE_CHARS]
    if _BREAK_MARKS.isdisjoint(head):
        return None
    breaks = list(_BREAK.finditer(head))[:MOST_BREAKS]
    for number, found in enumerate(breaks):
        dateline = _dateline_in(head[: found.start()], mark=found.group().strip())
        if dateline is not None:
            after = breaks[number + 1].start() if number + 1 < len(breaks) else found.end()
            return _with_notes_after(dateline, head[found.end() : after])
    return None


def _dateline_in(head: str, mark: str) -> Dateline | None:
    place, dated, credit = _parts_of(head)
    if place is None:
        is_credit_line = credit is not None and credit.lower() in AGENCIES and not dated
        return Dateline(None, None, None, credit) if is_credit_line else None
    if not _is_place(place) or not _has_evidence(place, credit, dated, mark):
        return None
    return Dateline(_cased(place), *_day_of(dated), credit)


def _parts_of(head: str) -> tuple[str | None, re.Match[str] | None, str | None]:
    """Part a head into place, date and credit; dates and credits may stand in brackets."""
    notes = [first or second for first, second in _BRACKETS.findall(head)]
    outside = _BRACKETS.sub(" ", head)
    dated = next((found for part in (outside, *notes) if (found := _DATE.search(part))), None)
    credited = (note for note in notes if _CREDIT.fullmatch(note) and not _DATE.search(note))
    place = " ".join(_NO_PART.sub(" ", _DATE.sub(" ", outside)).split()).strip(" ,;:|/—–-")
    place = place if _ABBREVIATED.search(place) else place.rstrip(".")
    return place or None, dated, next(credited, None)


def _is_place(place: str) -> bool:
    words = place.replace(",", " ").split()
    if not _PLACE.fullmatch(place) or len(words) > MOST_PLACE_WORDS:
        return False
    if words[0].strip(".").lower() in NO_PLACE:
        return False
    return all(word[0].isupper() or word.lower() in _SMALL_WORDS for word in words)


def _has_evidence(place: str, credit: str | None, dated: re.Match[str] | None, mark: str) -> bool:
    """Say whether more than its place speaks for a dateline: capitals, a date or an agency."""
    city = place.partition(",")[0]
    if dated is not None or (credit is not None and credit.lower() in AGENCIES):
        return True
    if not _is_capitals(city):
        return False
    return credit is not None or mark != ":" or len(city.split()) <= 2  # noqa: PLR2004 - "NEW DELHI"


def _is_capitals(city: str) -> bool:
    letters = [character for character in city if character.isalpha()]
    return len(letters) >= 3 and all(letter.isupper() for letter in letters)  # noqa: PLR2004 - "UAE"


def _cased(place: str) -> str:
    """BUSAN, South Korea → Busan, South Korea; "D.C." and "UAE" keep their capitals."""
    return ", ".join(_cased_part(part.strip()) for part in place.split(","))


def _cased_part(part: str) -> str:
    is_shouted = part.isupper() and len(part) > len("UAE") and not _ABBREVIATED.search(part)
    if not is_shouted:
        return part
    first, *rest = part.title().replace("’S", "’s").replace("'S", "'s").split()
    small = (word.lower() if word.lower() in _SMALL_WORDS else word for word in rest)
    return " ".join((first, *small))


def _day_of(found: re.Match[str] | None) -> tuple[date | None, tuple[int, int] | None]:
    if found is None:
        return None, None
    parts = {name.rstrip("234"): text for name, text in found.groupdict().items() if text}
    month = MONTHS.get(parts["month"].lower()) or int(parts["month"])
    try:
        # 2000 is a leap year: it only proves that the month has such a day.
        whole = date(int(parts.get("year", "2000")), month, int(parts["day"]))
    except ValueError:
        return None, None
    return (whole, None) if "year" in parts else (None, (month, whole.day))


def _with_notes_after(dateline: Dateline, between: str) -> Dateline:
    """Add what stands alone between two dashes: "BERLIN – 30 October 2025 – …"."""
    rest, dated, credit = _parts_of(between)
    if rest is not None:
        return dateline
    if dated is not None and not (dateline.day or dateline.month_and_day):
        day, month_and_day = _day_of(dated)
        dateline = replace(dateline, day=day, month_and_day=month_and_day)
    return replace(dateline, credit=dateline.credit or credit)


def stated_dateline(text: str) -> Dateline | None:
    """Return the dateline of a metadata field, where nothing has to prove that it is one."""
    found = _BREAK.search(text)
    head = text[: found.start()] if found and found.start() else text.rstrip(" -–—")
    place, dated, credit = _parts_of(head[:LONGEST_DATELINE_CHARS])
    words = (place or "").split()
    if len(words) > 1 and words[-1].lower() in AGENCIES and words[-1].isupper():
        place, credit = " ".join(words[:-1]), words[-1]
    if not place or not _is_place(place):
        return None
    return Dateline(_cased(place), *_day_of(dated), credit)
