"""What the article says a speaker is, and for whom."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from flows.quotes.speaker_words import BODIES, ROLE_NOUNS
from flows.text.names import TITLES, Name, NameKind, kind_of, words_of

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w.’'&-]*"
_ORGANISATION = re.compile(
    rf"(?:the\s+)?"
    rf"(?P<body>{_CAPITAL}(?:\s+(?:(?:of|for|and|on|in|&|at)\s+(?:the\s+)?)?{_CAPITAL})*)"
)
_BELONGING = re.compile(r"\s+(?:of|at|from|with)\s+")
_APPOSITIVE = re.compile(r",\s+(?P<role>[^,;:“”\"()\n]{3,160})")
_AT = re.compile(r"\s+(?P<link>at|of|for|with|from|in)\s+(?=(?:the\s+)?[A-Z])")
_ARTICLE = re.compile(
    r"(?:now\s+|also\s+|then\s+)?(?:an?|one of the|its|his|her|their|the(?!\s[\w-]+[’']s?\s))\s+"
    r"|(?:now|also)\s+",
    re.IGNORECASE,
)
_AGE = re.compile(r"(?:,\s\d{1,3}(?=,)|\s\([^()\n]{1,30}\)(?=,))")
_WHO_IS = re.compile(
    r",\s+who\s+(?:is|was|serves as|served as|works as|worked as|became)\s+"
    r"(?P<role>(?:an?|the|its|now|also|one of)\s[^,;:“”\"()\n]{3,160})"
)
_WHO_LEADS = re.compile(
    r",\s+who\s+(?:leads?|led|heads?|headed|runs?|ran|chairs?|chaired|directs?|founded|edits|owns)"
    r"\s+(?=(?:the\s+)?[A-Z])"
    r"|,\s+who\s+(?:teaches|works|studies|researches|lectures)\b[^,.“”\"\n]{0,60}?\s(?:at|for)"
    r"\s+(?=(?:the\s+)?[A-Z])"
)
# Where "Its chief executive, " before a name may begin.
_OPENS_ROLE = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Ww]hose|[Oo]ur|[Mm]y|[Aa]n?|[Aa]nother"
    r"|(?:[A-ZÀ-Þ][\w.-]*\s)?[A-ZÀ-Þ][\w.-]*[’']s?|[A-ZÀ-Þ][\w.-]*)\s"
)
_PHRASE_ENDS = ',;:“”"()\n!?'
_ENDS_ASIDE = re.compile(r"\s*(?:[,.;:)”\"—–]|$)")
_OWNER = re.compile(r"(?P<the>[Tt]he\s)?(?P<owner>[\w-]+)[’']s?\s")
_OWNED_BODY = re.compile(
    r"(?:the\s+)?(?P<body>[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,2}[’']s?(?:\s[a-z][\w’'-]*){1,6})"
)
# "U.K. think-tank Chatham House", "Danish investment company Saxo Bank"
_DESCRIBED_BODY = re.compile(
    r"(?:the\s+)?[A-Z][\w.-]*\s(?:[a-z-]+\s){0,3}(?:think[- ]tank|bank|firm|giant|group|party"
    r"|company|university|charity|newspaper|agency|consultancy|broker|school)\s(?=[A-Z])"
)
# "the Ukrainian president’s office" names no body with its first word.
_PLAIN_WORD = re.compile(r"\s([a-z]+)")
_GOES_ON = words_of(
    "in and who said says told for at on when as to with from where but during after before since"
)
_WHEN = re.compile(r"\s+(?:during|since|until|under|before|after|in the|in an?|in(?=\s\d))\s+")
_CLAUSE = re.compile(r"\s+(?:who|which|that|said|says|told|whose|when|where)\b|(?<=[a-z]{2})\.\s")
_BEHIND_HEAD = re.compile(r"\s+(?:of|to|for|on|in|at|with|from|and)\s+")
# "hydrologist", "photographer", "paediatrician": too many to list.
_ROLE_ENDINGS = ("ologist", "ographer", "onomist", "ematician", "trician")
_POSSESSIVE = re.compile(r"[’']s?$")
_REACH_CHARS = 120
_MOST_ROLE_WORDS = 11
# A minister of justice is not minister for whom, but of what.
_OF_OFFICES = words_of("minister secretary")
# "UN General Assembly president"; more capitals are somebody's name.
_MOST_CAPITALS = 3
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
    """
)


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody is, and the body that they are it for.

    `owner` is the word that stands for that body where its name does not: "its", "union".
    """

    title: str | None
    affiliation: str | None
    owner: str = ""


UNKNOWN = Role(None, None)


def role_of(body: str, mentions: Iterable[Name], whose: Callable[[str, int], str | None]) -> Role:
    """Return the first full role that the article gives for these mentions of one person.

    "Ann Lee, a senior fellow at the Hale Institute" is "senior fellow", "Hale Institute". A
    short title ("Sen.") counts only where the article says nothing better. `whose` tells the body
    that "its" stands for at a position.
    """
    found = [_owned(role_at(body, name), name.title_start, whose) for name in mentions]
    titles = [role.title for role in found if role.title]
    affiliated = next((role for role in found if role.title and role.affiliation), None)
    if affiliated is not None:
        return affiliated
    affiliation = next((role.affiliation for role in found if role.affiliation), None)
    long = next((title for title in titles if " " in title), None)
    return Role(long or next(iter(titles), None), affiliation)


def _owned(role: Role, position: int, whose: Callable[[str, int], str | None]) -> Role:
    if not role.owner or role.affiliation is not None:
        return role
    return Role(role.title, whose(role.owner, position))


def role_at(body: str, name: Name) -> Role:
    """Return what the words around one mention of a name say."""
    aside = role_behind(body, name.end, len(body))
    if aside is not None and aside.title:
        return aside
    before = beside(body, name)
    if before is not None:
        return before
    title = _before(body, name)
    if title is not None:
        return Role(title, aside.affiliation if aside else None)
    return aside or UNKNOWN


def role_behind(body: str, end: int, limit: int) -> Role | None:
    """Read ", a fellow at the Hale Institute" or " of the Hale Institute" behind a name."""
    limit = min(limit, end + _REACH_CHARS + _REACH_CHARS)
    age = _AGE.match(body, end, limit)
    end = age.end() if age else end
    leads = _WHO_LEADS.match(body, end, limit)
    if leads is not None:
        affiliation = _affiliation(body[leads.end() : limit], allow_any=True)
        return Role(None, affiliation) if affiliation else None
    appositive = _WHO_IS.match(body, end, limit) or _APPOSITIVE.match(body, end, limit)
    if appositive is not None:
        role = _split(_CLAUSE.split(" " + appositive.group("role"))[0].strip(" ."))
        if role is not None and role.affiliation is None and not role.owner:
            return Role(role.title, _body_behind(body, appositive.end(), limit))
        if role is not None:
            return role
        end = appositive.start("role") - 1
    link = _BELONGING.match(body, end, limit)
    affiliation = _affiliation(body[link.end() : limit]) if link else None
    return Role(None, affiliation) if affiliation else None


_NEXT = re.compile(r",\s+(?=(?:the\s)?[A-Z])")


def _body_behind(body: str, end: int, limit: int) -> str | None:
    """Return the body of ", Director, Orth Securities": one that ends its own aside."""
    comma = _NEXT.match(body, end, limit)
    found = _ORGANISATION.match(body, comma.end(), limit) if comma else None
    if found is None or kind_of(found.group("body").rstrip(".")) is not NameKind.BODY:
        return None
    is_alone = body[found.end() - 1] == "." or _ENDS_ASIDE.match(body, found.end())
    return found.group("body").rstrip(".") if is_alone else None


def beside(body: str, name: Name) -> Role | None:
    """Read "Its chief executive, Oskar Brandvold" or "the mayor of Alden, Per Lund"."""
    if body[name.title_start - 2 : name.title_start] != ", ":
        return None
    if not _ENDS_ASIDE.match(body, name.end):
        return None
    start = max(0, name.title_start - _REACH_CHARS)
    before = body[start : name.title_start - 2]
    cut = max((before.rfind(mark) for mark in _PHRASE_ENDS), default=-1)
    phrase = before[cut + 1 :]
    for opening in reversed(list(_OPENS_ROLE.finditer(phrase))):
        role = _split(phrase[opening.start() :])
        if role is not None:
            return role
    return None


def _split(text: str) -> Role | None:
    """Split "a senior fellow at the Hale Institute" into role and affiliation."""
    at = _at_body(text)
    title = text[: at.start()] if at else text
    article = _ARTICLE.match(title)
    its = article.group().strip().lower() if article else ""
    owned_by = its if its in {"its", "their"} else ""
    title = title[article.end() :] if article else title
    title = _WHEN.split(title)[0]
    head = _head_of(title)
    if not head or len(title.split()) > _MOST_ROLE_WORDS or not _is_role_noun(head[-1]):
        return None
    if sum(_is_plain_capital(word) for word in head) > _MOST_CAPITALS:
        return None
    owner = _OWNER.match(title)
    affiliation: str | None = None
    if owner is not None and (owner.group("the") or owner.group("owner").islower()):
        # "the union’s general secretary" is a general secretary; whose, the text says elsewhere.
        title = title[owner.end() :]
        affiliation = _affiliation(owner.group("owner"))
        owned_by = owner.group("owner").lower()
    elif head[0] in BODIES and len(head) > 1:
        # "a company spokeswoman"
        owned_by = head[0]
    if at is None:
        return Role(title, affiliation, owned_by)
    if at.group("link") == "of" and head[-1].lower() in _OF_OFFICES:
        office = _ORGANISATION.match(text, at.end())
        return Role(f"{title} of {office.group()}" if office else title, affiliation)
    is_place = at.group("link") in {"from", "in"}
    return Role(title, _affiliation(text[at.end() :], allow_any=not is_place))


# "Head of Research at Orth Securities": what follows "of" is a part of the body behind "at".
_DEPARTMENT = re.compile(r"(?:of|for)\s[^,;]*?(?=\sat\s(?:the\s)?[A-Z])")


def _head_of(title: str) -> list[str]:
    """Return the words up to the role's noun: "chief of staff" has "chief"."""
    head, *rest = _BEHIND_HEAD.split(title)
    if rest and not _is_role_noun(head.rsplit(" ", 1)[-1]):
        # "Research and Advocacy Director for …"
        head = f"{head} {rest[0]}" if _is_joined(title, head) else head
    return head.split()


def _is_joined(title: str, head: str) -> bool:
    return title[len(head) :].lstrip().startswith("and ")


def _at_body(text: str) -> re.Match[str] | None:
    """Match what stands between a role and its body."""
    at = _AT.search(text)
    if at is None or at.group("link") not in {"of", "for"}:
        return at
    if at.group("link") == "of" and text.startswith("the ", at.end()):
        # "director of the Hale Center at Alden University"
        return at
    department = _DEPARTMENT.match(text, at.start("link"))
    return _AT.match(text, department.end()) if department else at


def _is_plain_capital(word: str) -> bool:
    return word[0].isupper() and not _has_role([word]) and not _POSSESSIVE.search(word)


def _affiliation(text: str, *, allow_any: bool = False) -> str | None:
    """Return the body at the head of the text; a place or a person is none."""
    described = _DESCRIBED_BODY.match(text)
    if described is not None:
        text = text[described.end() :]
    owned = _OWNED_BODY.match(text)
    words = owned.group("body").split(" ") if owned else []
    lasts = [number for number, word in enumerate(words) if word in BODIES]
    if lasts:
        return " ".join(words[: lasts[-1] + 1])
    found = _ORGANISATION.match(text)
    if found is None:
        return None
    body = found.group("body").rstrip(".,")
    body = _POSSESSIVE.sub("", body)
    behind = _PLAIN_WORD.match(text, found.end())
    if behind is not None and " " not in body and behind.group(1) not in _GOES_ON:
        return None
    return body if allow_any or kind_of(body) is NameKind.BODY else None


def _is_role_noun(word: str) -> bool:
    lowered = word.lower()
    return (
        lowered.endswith(_ROLE_ENDINGS)
        or lowered in ROLE_NOUNS
        or lowered.rsplit("-", 1)[-1] in ROLE_NOUNS
    )


def _has_role(words: Sequence[str]) -> bool:
    return any(
        (word in TITLES and word not in _MERE_TITLES) or _is_role_noun(word) for word in words
    )


def _before(body: str, name: Name) -> str | None:
    """Read "U.S. Treasury Secretary" or "China's foreign ministry spokesperson" before a name."""
    reach = max(0, name.title_start - _REACH_CHARS)
    start = max(body.rfind("\n", reach, name.start) + 1, reach)
    title = body[name.title_start : name.start].split()
    if len(title) > _MOST_TITLE_WORDS or (title and not _has_role(title)):
        return None
    words = body[start : name.title_start].split()
    if not title and not (words and _is_role_noun(words[-1])):
        return None
    taken = _leading(words, _is_part_of_title if title else _is_part_of_role)
    return " ".join([*taken, *title]) or None


def _leading(words: Sequence[str], is_part: Callable[[str, str], bool]) -> list[str]:
    """Return the words before a name, from the last backwards, that belong to its role."""
    taken: list[str] = []
    for word in reversed(words):
        if len(taken) == _MOST_ROLE_WORDS or not is_part(word, taken[-1] if taken else ""):
            break
        if taken and _POSSESSIVE.search(taken[-1]) and not word[0].isupper():
            break
        taken.append(word)
    return taken[::-1]


def _is_part_of_title(word: str, _following: str) -> bool:
    return word in _BEFORE_TITLE or _POSSESSIVE.search(word) is not None


def _is_part_of_role(word: str, following: str) -> bool:
    if word == "of":
        return following in _OF_WHAT
    if not word[0].isalnum() or (not word[-1].isalnum() and word not in _STOPPED_TITLES):
        return False
    return word.lower() not in _BREAKS and not (word.islower() and word.endswith("ed"))
