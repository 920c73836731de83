"""A role that stands before a name: "Treasury Secretary Ann Lee", "Apple CEO Per Lund"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from flows.quotes.nouns import is_role_noun
from flows.quotes.speaker import Role
from flows.quotes.speaker_words import BODIES
from flows.quotes.whole_names import names_of
from flows.text.names import TITLES, Name, NameKind, words_of

_POSSESSIVE = re.compile(r"[’']s?$")
_REACH_CHARS = 120
MOST_ROLE_WORDS = 11
# A longer run of capitals before a name is a headline.
_MOST_TITLE_WORDS = 5
# A lower-case word of this kind may stand before a capitalised title: "former President".
_BEFORE_TITLE = words_of("former then current acting late longtime retired outgoing ex")
# A form of address says nothing of what somebody is.
_MERE_TITLES = words_of("Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Sir Dame Lord Lady Hon.")
_STOPPED_TITLES = words_of("U.S. U.K. U.N. E.U. D.C. Sen. Rep. Gov. Gen. Lt. Col. Dr. Prof.")
# "chief of staff", but never "disgust of Democrat".
_OF_WHAT = words_of("staff police operations research communications surgery medicine state")
_BREAKS = words_of(
    """
    said says told that and but the a an when as while with by from to in on at for of is was are
    were between among against over under about into through has had have who which because if or
    than his her their its after before ahead meanwhile fellow like unlike including did does do be
    been will would could should how why what where not then versus swirling amid
    week month year today yesterday tonight monday tuesday wednesday thursday friday saturday sunday
    """
)


_NAMED_OWNER = re.compile(r"(?P<owner>(?:The\s)?[A-Z][\w&-]*(?:\s[A-Z][\w&-]*){0,2})[’']s?\s$")
_OWNER = re.compile(r"(?P<owner>[A-Z][\w&-]*(?:\s[A-Z][\w&-]*){0,2})(?:[’']s|(?<=s)[’'])\s")
_OWNING_THING = re.compile(r"(?P<owner>[a-z-]+)[’']s\s")
_FIRST_WORD = re.compile(r"(?P<owner>[A-Z][\w&-]*)\s")


# "News industry analyst": no name alone.
_GENERAL = words_of("news campaign media capital energy")
# "Top Republican Party donor": no word of the party's name.
_DESCRIBES_BODY = words_of("Top Senior Former Longtime Prominent Leading Veteran Local Big")


def role_before(body: str, name: Name) -> Role | None:
    """Read "U.S. Treasury Secretary" or "China's foreign ministry spokesperson" before a name."""
    reach = max(0, name.title_start - _REACH_CHARS)
    start = max(body.rfind("\n", reach, name.start) + 1, reach)
    title = body[name.title_start : name.start].split()
    if len(title) > _MOST_TITLE_WORDS or (title and not has_role(title)):
        return None
    words = body[start : name.title_start].split()
    if not title and not (words and is_role_noun(words[-1])):
        return _by_owner_alone(body, start, name)
    taken = _leading(words, _is_part_of_title if title else _is_part_of_role)
    whole = " ".join([*taken, *title])
    if not whole:
        return None
    return (None if title else _at_whole_body(body, start, name, taken)) or owned_role(whole)


def _by_owner_alone(body: str, start: int, name: Name) -> Role | None:
    """Read "NBC’s Ann Lee": whose she is, and nothing of what she is."""
    owner = _NAMED_OWNER.search(body, start, name.start) if name.title_start == name.start else None
    return Role(None, None, owner.group("owner")) if owner else None


def _at_whole_body(body: str, start: int, name: Name, taken: Sequence[str]) -> Role | None:
    """Read "Union of Rail Workers president": a body in full, and a role behind it."""
    bodies = [one for one in names_of(body, start, name.title_start) if one.kind is NameKind.BODY]
    role = body[bodies[-1].end : name.title_start].split() if bodies else []
    if not role or not " ".join(role).islower() or list(taken[-len(role) :]) != role:
        return None
    words = [*bodies[-1].words]
    if len(words) == 1 and words[0].lower() in BODIES | _GENERAL:
        return None
    while words and words[0] in _DESCRIBES_BODY:
        words.pop(0)
    is_first = len(taken) - len(role) <= len(bodies[-1].words)
    return Role(" ".join(role), " ".join(words)) if words and is_first else None


def owned_role(whole: str) -> Role:
    """Return a role apart from whose it is: "NASA’s administrator", "Apple CEO"."""
    thing = _OWNING_THING.match(whole)
    if thing is not None:
        # "the company’s founder" is the founder; of what, the text says elsewhere.
        return Role(whole[thing.end() :], None, thing.group("owner"))
    owner = _OWNER.match(whole) or _FIRST_WORD.match(whole)
    title = whole[owner.end() :] if owner else ""
    if owner is None or not title or (owner.re is _FIRST_WORD and not _is_plain_role(title)):
        return Role(whole, None)
    return Role(title, None, owner.group("owner"), whole)


def _is_plain_role(title: str) -> bool:
    """Say whether what follows a capital is a role in small letters, or short as CEO."""
    return title.islower() or (title.isupper() and is_role_noun(title))


def has_role(words: Sequence[str]) -> bool:
    """Say whether any of the words is what somebody may be, and no mere form of address."""
    return any(
        (word in TITLES and word not in _MERE_TITLES) or is_role_noun(word) for word in words
    )


def is_owner(word: str) -> bool:
    """Say whether the word tells whose: "NASA’s", "News’"."""
    return _POSSESSIVE.search(word) is not None


def _leading(words: Sequence[str], is_part: Callable[[str, str], bool]) -> list[str]:
    """Return the words before a name, from the last backwards, that belong to its role."""
    taken: list[str] = []
    is_owned = False
    for word in reversed(words):
        # Behind "Fox News’" stands no more than the rest of that name.
        is_name = word[0].isupper() and word.lower() not in _BREAKS
        is_taken = is_name if is_owned else is_part(word, taken[-1] if taken else "")
        if len(taken) == MOST_ROLE_WORDS or not is_taken:
            break
        taken.append(word)
        is_owned = is_owned or is_owner(word)
    return taken[::-1]


def _is_part_of_title(word: str, _following: str) -> bool:
    return word in _BEFORE_TITLE or is_owner(word)


# Markup of a page: `day="2016">Keane`.
_NO_WORD = re.compile(r"[<>=\"“”/]")


def _is_part_of_role(word: str, following: str) -> bool:
    if word == "of":
        return following in _OF_WHAT
    if not word[0].isalnum() or (not word[-1].isalnum() and word not in _STOPPED_TITLES):
        return False
    if _NO_WORD.search(word):
        return False
    return word.lower() not in _BREAKS and not (word.islower() and word.endswith("ed"))
