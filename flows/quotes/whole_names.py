"""Names as a reader takes them: bodies in full, and no offices or days among them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.text.names import Name, NameKind, given_names, names_within, words_of

_WHOLE_BODY = re.compile(r"\s(?:of|for|on)\s(?:the\s)?|\sand\s|,\s(?=[^,]{1,30}\sand\s)")
_PLURAL_OWNER = re.compile(r"(?:(?:[A-Z][\w-]*s[’']|(?:People|Women|Men|Children)[’']s)\s)+$")
# "National Institute on Drug Abuse"; other bodies only are on something.
_ON_SOMETHING = words_of(
    "Institute Council Committee Subcommittee Commission Conference Center Centre Coalition Panel"
)
# A whole body's name is no longer than this many names: "Center for Strategic and …".
_MOST_PARTS = 4
_OWNER_CHARS = 40
_DAYS = words_of("Monday Tuesday Wednesday Thursday Friday Saturday Sunday Today Christmas Easter")
# These stand alone without a name; "King" and "Dean" may be one.
_OFFICES = words_of(
    """
    President Premier Minister Chancellor Secretary Ambassador Mayor Governor Senator Chairman
    Chairwoman Chair Director Commissioner Spokesman Spokeswoman Spokesperson Congressman
    Congresswoman Representative Superintendent Officer Former CEO CFO COO AG Leader MP MEC PM
    """
)


def names_of(body: str, start: int, end: int) -> Iterator[Name]:
    """Yield the names, those of bodies in full: "Union of Rail Workers", "Patients’ League"."""
    waiting: Name | None = None
    parts = 0
    for name in names_within(body, start, end):
        if is_office(name) or is_day(name):
            continue
        if waiting is not None and parts < _MOST_PARTS and _goes_on(body, waiting, name):
            waiting = body_from(body, waiting.start, name.end)
            parts += 1
            continue
        if waiting is not None:
            yield waiting
        waiting, parts = _with_owners(body, name, start), 1
    if waiting is not None:
        yield waiting


def is_office(name: Name) -> bool:
    """Say whether a run of capitals is an office without a name: "the Prime Minister"."""
    return name.words[-1] in _OFFICES


def is_day(name: Name) -> bool:
    """Say whether a capital is only that of a day: "a poll released Friday"."""
    return name.text in _DAYS


def _goes_on(body: str, name: Name, following: Name) -> bool:
    between = body[name.end : following.title_start]
    if name.kind is not NameKind.BODY or not _WHOLE_BODY.fullmatch(between):
        return False
    is_person = following.kind is NameKind.PERSON
    if between == " on ":
        has_title = following.title_start < following.start
        is_somebody = has_title or any(word in given_names() for word in following.words)
        return name.words[-1] in _ON_SOMETHING and not is_somebody
    has_of = " of " in body[name.start : name.end] or " for " in body[name.start : name.end]
    if between.startswith((" of", " for")):
        return not has_of
    return has_of and not is_person


def body_from(body: str, start: int, end: int) -> Name:
    """Return the name of a body that stands in `body[start:end]`."""
    return Name(body[start:end], start, end, NameKind.BODY, start)


def _with_owners(body: str, name: Name, start: int) -> Name:
    """Return "Patients’ League" for "League"; whose it is belongs to the name."""
    if name.kind is not NameKind.BODY or name.title_start < name.start:
        return name
    owner = _PLURAL_OWNER.search(body, max(start, name.start - _OWNER_CHARS), name.start)
    return name if owner is None else body_from(body, owner.start(), name.end)
