"""What the article says a speaker is, and for whom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from flows.text.names import Name

ROLE_NOUNS = frozenset(
    """
    fellow analyst economist strategist professor lecturer researcher scientist scholar historian
    expert director president chairman chairwoman chair chairperson chief officer executive
    secretary minister premier chancellor senator congressman congresswoman representative
    lawmaker governor mayor councillor councilman councilwoman ambassador diplomat envoy
    spokesman spokeswoman spokesperson spokespeople adviser advisor aide counsel counselor lawyer
    attorney solicitor barrister judge prosecutor sheriff detective sergeant captain commander
    general colonel admiral lieutenant coach manager player striker captain goalkeeper midfielder
    founder co-founder cofounder partner owner head leader coordinator organizer organiser activist
    campaigner farmer teacher student nurse doctor physician surgeon engineer author writer
    journalist editor reporter columnist novelist actor actress singer producer publisher
    consultant pollster operative candidate nominee veteran member co-author deputy superintendent
    principal dean pastor priest bishop rabbi imam inspector commissioner trader broker investor
    resident neighbour neighbor voter worker employee volunteer witness retiree driver owner
    pilot astronaut biologist chemist physicist psychologist epidemiologist virologist geologist
    ecologist climatologist meteorologist astronomer astrophysicist vice-president ceo cfo coo cto
    treasurer trustee delegate parliamentarian mp
    """.split()
)

_ORGANISATION = re.compile(
    r"(?:the\s+)?(?P<body>(?:[^\W\d_a-zß-öø-ÿ][\w.’'&-]*)"
    r"(?:\s+(?:of|for|and|the|on|in|&|at)\s+(?:the\s+)?[^\W\d_a-zß-öø-ÿ][\w.’'&-]*|\s+[^\W\d_a-zß-öø-ÿ][\w.’'&-]*)*)"
)
_AFTER_NAME = re.compile(r"\s+(?:of|at|from|with)\s+")
_APPOSITIVE = re.compile(r",\s+(?!who\b|which\b|and\b|but\b)(?P<role>[^,.;:“”\"()]{3,160})")
_AT = re.compile(r"\s+(?:at|of|for|with|from|in)\s+(?=(?:the\s+)?[A-Z])")
_ARTICLE = re.compile(r"(?:a|an|the|one of the)\s+", re.IGNORECASE)
_LEADING = re.compile(r"(?:(?:(?<=\s)|^)(?:[\w.-]+[’']s?|[\w.-]+)\s+){1,8}$")
_REACH_CHARS = 120
_BREAKS = frozenset(
    "said says told that and but the a an when as while with by from to in on at for of is was are were "
    "between among against over under about into through has had have who which because if or than his her their its after before ahead meanwhile".split()
)


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody is, and the body that they are it for."""

    title: str | None
    affiliation: str | None


def role_of(body: str, mentions: Iterable[Name]) -> Role:
    """Return the first role and affiliation that the article gives for these mentions.

    "Ann Lee, a senior fellow at the Hale Institute" is "senior fellow", "Hale Institute".
    """
    title = affiliation = None
    for name in mentions:
        found = _role_at(body, name)
        title = title or found.title
        affiliation = affiliation or found.affiliation
        if title:
            break
    return Role(title, affiliation)


def _role_at(body: str, name: Name) -> Role:
    after = _after(body, name.end)
    if after is not None:
        return after
    return Role(_before(body, name), None)


def _after(body: str, end: int) -> Role | None:
    """Read ", a fellow at …" or " of the …" behind a name."""
    limit = min(len(body), end + 200)
    link = _AFTER_NAME.match(body, end, limit)
    if link is not None:
        organisation = _ORGANISATION.match(body, link.end(), limit)
        return Role(None, _clean(organisation.group("body"))) if organisation else None
    appositive = _APPOSITIVE.match(body, end, limit)
    if appositive is None:
        return None
    return _split(appositive.group("role").split("\n")[0])


def _split(text: str) -> Role | None:
    """Split "a senior fellow at the Hale Institute" into role and affiliation."""
    text = re.split(r"\s+(?:who|which|that|said|says|told)\b", text)[0].strip()
    at = _AT.search(text)
    title = _ARTICLE.sub("", text[: at.start()] if at else text, count=1)
    if not any(word.lower().strip("’'s") in ROLE_NOUNS for word in re.split(r"[\s-]+", title)):
        return None
    if at is None:
        return Role(title, None)
    organisation = _ORGANISATION.match(text, at.end())
    return Role(title, _clean(organisation.group("body")) if organisation else None)


def _before(body: str, name: Name) -> str | None:
    """Read "U.S. Treasury Secretary" or "China's foreign ministry spokesperson" before a name."""
    start = max(body.rfind("\n", 0, name.start) + 1, name.title_start - _REACH_CHARS)
    words = body[start : name.start].split()
    if not words:
        return None
    if name.title_start == name.start and words[-1].lower() not in ROLE_NOUNS:
        return None
    taken: list[str] = []
    for word in reversed(words):
        if word.lower().strip('“”"(') in _BREAKS - ({"of"} if taken else set()):
            break
        if word[-1] in ',.;:—–”"“(' and word not in {"U.S.", "U.K.", "U.N.", "Sen.", "Rep."}:
            break
        taken.append(word)
    while taken and taken[-1] in {"of"}:
        taken.pop()
    title = " ".join(reversed(taken))
    return title or None


def _clean(text: str) -> str:
    return re.sub(r"[’']s?$", "", text).rstrip(".,")
