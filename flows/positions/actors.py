"""Who takes a stand: many names, one actor.

`actors.toml` beside this file holds the names that an analyst edits. Other people and bodies
go by the name that the article itself gives them in full.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.positions.book import Actor, actor_book
from flows.positions.grammar import LINKS, TIMES
from flows.positions.people import People
from flows.text.names import given_names

_NAME_WORD = re.compile(r"[A-ZÀ-Þ][\w’'.&-]*\Z")
_POSSESSIVE = re.compile(r"[’']s?\Z")
_OWNED = re.compile(r"[A-ZÀ-Þ][\w.-]*(?:[’']s|(?<=s)[’'])")
# "Arvenia's farmers' union": so many words may stand between the owner and what it is.
_GROUP_WORDS = 4
_ARTICLES = frozenset({"the", "a", "an", "both", "his", "her", "its", "their"})


def unlike(name: str) -> str:
    """Return the pronoun that cannot mean this person, going by the first name."""
    first = name.split(maxsplit=1)[0]
    if first in given_names().men:
        return "she"
    return "he" if first in given_names().women else ""


def speaks_for(voice: Actor, actor: Actor) -> bool:
    """Say whether somebody may be taken at his word about what the actor wants.

    A minister speaks for his state and a state for its minister. Of a person nobody else knows,
    and neither does another state; somebody whose side is not told is believed about a body.
    """
    if {voice.name, voice.side} & ({actor.name, actor.side} - {None}):
        return True
    is_person = actor.name.split()[0] in given_names() or not actor.can_be_it
    is_stranger = voice.side is not None or not voice.can_be_he
    return not is_person and not is_stranger


def may_be_product(actor: Actor) -> bool:
    """Say whether the name could be that of a product: of no known person, state or body."""
    words = actor.name.split()
    is_body = actor.side is not None or words[-1].lower() in actor_book().bodies
    return not (is_body or actor.name in actor_book().by_alias or words[0] in given_names())


def actor_of(phrase: str, people: People) -> Actor | None:
    """Return the actor that a noun phrase names; None where it names none.

    "the Chinese government" and "Beijing" are China; "U.S. Treasury Secretary Scott Bessent"
    is Scott Bessent, and so is "Bessent" where the article has the full name.
    """
    words = phrase.split()
    while words and words[0].lower() in _ARTICLES:
        words = words[1:]
    if not words:
        return None
    plain = [*words[:-1], _POSSESSIVE.sub("", words[-1])]
    name = " ".join(plain)
    book = actor_book()
    person = people.by_last_name.get(name)
    # "Jordan" is a person where the article has a Michael Jordan, and else the state.
    is_person = person is not None and person.split()[0] in given_names()
    if person is not None and (is_person or name not in book.by_alias):
        return _known(person, can_be_it=True)
    known = book.by_alias.get(name) or _office_of(plain)
    return known or group_of(plain) or _named(plain, people)


def group_of(words: Sequence[str]) -> Actor | None:
    """Return a body without a name of its own, in the article's words: "Arvenia's farmers' union".

    Its side is its owner.
    """
    book = actor_book()
    if not 1 < len(words) <= _GROUP_WORDS or not _OWNED.fullmatch(words[0]):
        return None
    if words[-1] not in book.groups or _is_time(words[0]):
        return None
    return Actor(" ".join(words), book.state_of(words[0]) or _POSSESSIVE.sub("", words[0]))


def side_of(words: Sequence[str]) -> str | None:
    """Return the state that a title speaks of: "Norway's fisheries minister", "U.S. envoy"."""
    book = actor_book()
    for cut in (1, 2):
        state = book.state_of(" ".join(words[:cut]))
        if state is not None:
            return state
    owners = [at for at, word in enumerate(words) if _OWNED.fullmatch(word)]
    if not owners or _is_time(words[owners[0]]):
        return None
    # "Apple's chief executive" acts for Apple, whatever Apple is.
    owner = [word for word in words[: owners[0] + 1] if word.lower() not in _ARTICLES]
    return _POSSESSIVE.sub("", " ".join(owner))


def _is_time(word: str) -> bool:
    return _POSSESSIVE.sub("", word).lower() in TIMES


def _known(name: str, *, can_be_it: bool, side: str | None = None) -> Actor:
    """Return the actor of the file, or a new one that may be a person."""
    known = actor_book().by_alias.get(name)
    return known or Actor(name, side, can_be_he=True, can_be_it=can_be_it)


def _office_of(words: Sequence[str]) -> Actor | None:
    """Return the state behind "Chinese officials" or "Israel's foreign ministry"."""
    book = actor_book()
    for cut in (1, 2, 3):
        first, office = " ".join(words[:cut]), " ".join(words[cut:])
        alias = book.by_alias.get(first)
        state = book.state_of(first) or (alias and (alias.side or alias.name))
        # A person's officials may be those of a campaign; an administration is a state's.
        is_person = alias is not None and alias.can_be_he
        offices = {"administration"} if is_person else book.offices
        if state is not None and office in offices:
            return Actor(state)
    return None


def _named(words: Sequence[str], people: People) -> Actor | None:
    """Return the person or body that the last words of the phrase name."""
    book = actor_book()
    start = len(words)
    for at in range(len(words) - 2):
        # "Ministry of Foreign Affairs": the ranks in it are words of its name.
        is_body = words[at][0].isupper() and words[at].lower() in book.bodies
        is_first = at == 0 or not words[at - 1][0].isupper()
        is_whole = all(word[0].isupper() or word in LINKS for word in words[at:])
        if is_body and is_first and is_whole and words[at + 1] == "of":
            return _by_name(words[at:], people, [], side_of(words[:at]))
    is_body = words[-1].lower() in book.bodies
    while start > 0 and _is_of_name(words, start - 1):
        before = words[start - 1].lower()
        is_trade = before in book.trades
        # "Union of Rail Workers" is a name, and "union leader" a title.
        if is_trade and words[start - 1][0].isupper() and words[start : start + 1] == ["of"]:
            start -= 1
            continue
        is_title = is_trade or before in book.ranks
        # "Energy" in "Dunaj Energy" is no title, and neither is "Transport" in a body's name.
        if is_title and not is_body and start < len(words):
            break
        start -= 1
    while start < len(words) and words[start].lower() in LINKS:
        start += 1
    title = [word.lower() for word in words[:start]]
    return _by_name(_bare_name(words[start:], people), people, title, side_of(words[:start]))


def _bare_name(name: Sequence[str], people: People) -> Sequence[str]:
    """Return the name without what surrounds it: "Oslo Post's Kari Lunde of Bergen"."""
    full_names = people.full_names
    for start in range(len(name)):
        for end in range(len(name), start, -1):
            if " ".join(name[start:end]) in full_names and (end == len(name) or name[end] == "of"):
                before = name[start - 1].lower() if start else ""
                is_title = not before or before in actor_book().ranks
                return name[start:end] if is_title or _POSSESSIVE.search(before) else name
    return name


def _is_of_name(words: Sequence[str], at: int) -> bool:
    is_link = words[at].lower() in LINKS and at + 1 < len(words)
    if words[at].endswith("-based"):
        return False
    return is_link or _NAME_WORD.match(words[at]) is not None


def _titled(last_name: str, people: People, title: Sequence[str]) -> str | None:
    """Return which of two namesakes "Mr." or "Mrs." means."""
    names = given_names()
    by_title = {"mr.": names.men, "mrs.": names.women, "ms.": names.women}
    first_names = by_title.get(title[-1] if title else "", frozenset[str]())
    namesakes = people.namesakes.get(last_name, ())
    return next((name for name in namesakes if name.split()[0] in first_names), None)


def _by_name(
    name: Sequence[str], people: People, title: Sequence[str], side: str | None
) -> Actor | None:
    """Return the actor of this name; a bare word is a name only where the article shows it."""
    book = actor_book()
    full = " ".join(name)
    last = name[-1].lower() if name else ""
    if not name or last in book.persons or last in book.things or full.lower() in book.things:
        return None
    if all(word in book.ranks or word in book.trades for word in map(str.lower, name)):
        return None
    is_person = bool(title) and title[-1] in book.ranks
    if name[-1].lower() in book.bodies and full not in book.by_alias:
        # "the College": which one, the article has said before or not at all.
        return Actor(full, side) if len(name) > 1 else None
    person = _titled(name[-1], people, title) or people.by_last_name.get(name[-1])
    if person is not None and (len(name) == 1 or person == full):
        return _known(person, can_be_it=not is_person, side=side)
    is_titled = is_person or (bool(title) and title[-1] in book.trades)
    if full in book.by_alias or len(name) > 1 or is_person:
        return _known(full, can_be_it=not is_person, side=side)
    is_name = is_titled or full in people.names
    return Actor(full, side) if is_name else None
