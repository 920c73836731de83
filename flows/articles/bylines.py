"""Bylines to names: "By Jane Doe and John Roe, Staff Writers" → Jane Doe, John Roe."""

from __future__ import annotations

import re

from flows.articles.dateline import AGENCIES
from flows.articles.moments import DAY_MONTH_YEAR, MONTH_DAY_YEAR
from flows.text.names import NameKind, kind_of

MOST_AUTHORS = 50
LONGEST_NAME_CHARS = 80
LONGEST_BYLINE_CHARS = 2000
# "JD" and "TV" are initials; a shouted word of a name is longer.
SHORTEST_SHOUTED_CHARS = 3

MOST_NAME_WORDS = 5
NAME_WORD = re.compile(r"[^\W\d_][\w.'’\-]*")
_PARTICLES = frozenset({"de", "da", "di", "du", "del", "der", "den", "la", "le", "van", "von", "al",
                        "el", "bin", "ibn", "dos", "ter", "y", "e", "of", "the"})  # fmt: skip
# A byline in a line of its own names three or four people at most.
LONGEST_LINE_CHARS = 120
_BY = re.compile(r"by\s+(?=[^\W\d_])", re.IGNORECASE)
_OPENING = re.compile(
    r"^\s*(?:by|von|par|from|written by|posted by|story by|words by|authors?|report(?:ed|ing) by)"
    r"\s*[:\s]\s*",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[(<\[]?\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}[)>\]]?")
_BRACKETS = re.compile(r"\([^()]*\)?")
_DATES = tuple(re.compile(form, re.IGNORECASE) for form in (MONTH_DAY_YEAR, DAY_MONTH_YEAR))
_SPLIT = re.compile(r"\s*(?:;|\||/|&|\n|,\s*and\s+|\s+and\s+|,)\s*")
_ROLE = re.compile(
    r"\b(?:staff|writer|reporter|editor|correspondent|columnist|producer|contributor|photographer"
    r"|journalist|bureau|chief|desk|newsroom|special to|former|phd|md|esq|jr|sr|ii|iii"
    r"|manager|director|head of|officer|president|founder|co-founder|specialist|analyst"
    r"|consultant|strategist|strategy|marketing|representative|professor|university|institute)\b\.?",
    re.IGNORECASE,
)
_BODY_WORDS = frozenset({"NEWS", "RADIO", "REPORTS", "SERVICE", "SERVICES", "PRESS", "MEDIA"})
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|no|de|uk|fr|info)", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|phd|ph\.d|md|m\.d|esq)\.?", re.IGNORECASE)
# "Ann Lee, MS, RDN": what somebody has passed.
_DEGREE = re.compile(r"[A-Z][A-Za-z]?[A-Z.]{1,5}")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*|(?<!\w)@\w+|^#\S*", re.IGNORECASE)


def authors_in(byline: str) -> tuple[str, ...]:
    """Return the names in a byline, in order, each once."""
    text = _ADDRESS.sub(" ", _MAIL.sub(" ", byline[:LONGEST_BYLINE_CHARS]))
    for form in (_BRACKETS, *_DATES):
        text = form.sub(" ", text)
    text = _OPENING.sub("", text)
    parts = _without_roles(_joined_suffixes(_SPLIT.split(text)))
    return unique_names([_cased(part) for part in parts])


def names_in_byline(line: str) -> tuple[str, ...]:
    """Return the names of a line that is a byline and nothing else: "By Ann Lee and Sam Okafor"."""
    if len(line) > LONGEST_LINE_CHARS or not _BY.match(line):
        return ()
    names = authors_in(line)
    return names if all(map(is_persons_name, names)) else ()


def is_persons_name(name: str) -> bool:
    """Say whether it has the form of a name, and names no place or body."""
    return is_name(name) and kind_of(name) is NameKind.PERSON


def is_name(name: str) -> bool:
    """Say whether it has two words or more, capitals, and nothing else but "van" or "of"."""
    words = name.split()
    return 1 < len(words) <= MOST_NAME_WORDS and all(
        NAME_WORD.fullmatch(word) and (word[0].isupper() or word.lower() in _PARTICLES)
        for word in words
    )


def _cased(name: str) -> str:
    """LENA MARCHETTI → Lena Marchetti; "BBC NEWS", "JD HALE" and "AFP" keep their capitals."""
    words = name.split()
    is_shouted = len(words) > 1 and name.isupper() and not any(map(_keeps_capitals, words))
    return name.title().replace("’S", "’s").replace("'S", "'s") if is_shouted else name


def _keeps_capitals(word: str) -> bool:
    is_initials = len(word) < SHORTEST_SHOUTED_CHARS and "." not in word
    return is_initials or word.lower() in AGENCIES or word in _BODY_WORDS


def unique_names(names: list[str]) -> tuple[str, ...]:
    """Return the names that can be names, each once."""
    kept: dict[str, str] = {}
    for name in names:
        clean = " ".join(_OPENING.sub("", _MAIL.sub(" ", name[:LONGEST_BYLINE_CHARS])).split())
        clean = clean.strip(" ,;:|–—-")
        if clean and len(clean) <= LONGEST_NAME_CHARS and not _ADDRESS.search(clean):
            kept.setdefault(clean.casefold(), clean)
    return tuple(kept.values())[:MOST_AUTHORS]


def _joined_suffixes(parts: list[str]) -> list[str]:
    """Keep "Jr." with its name: the comma before it parts no two people."""
    joined: list[str] = []
    for part in parts:
        if joined and _SUFFIX.fullmatch(part):
            joined[-1] += f" {part}"
        else:
            joined.append(part)
    return joined


def _without_roles(parts: list[str]) -> list[str]:
    """Drop ", Staff Writer" behind a name; a byline that is only a role stays."""
    return [part for place, part in enumerate(parts) if place == 0 or not _is_no_person(part)]


def _is_no_person(part: str) -> bool:
    is_body = part.strip().lower() in AGENCIES or _SITE.fullmatch(part.strip()) is not None
    is_degree = _DEGREE.fullmatch(part.strip()) is not None
    return is_body or is_degree or _ROLE.search(part) is not None
