"""What the article says a speaker is, and for whom."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from flows.quotes.affiliations import ENDS_ASIDE, ORGANISATION, affiliation_at, body_behind
from flows.quotes.nouns import is_role_noun
from flows.quotes.role_before import MOST_ROLE_WORDS, has_role, is_owner, owned_role, role_before
from flows.quotes.speaker import UNKNOWN, Role
from flows.quotes.speaker_words import BODIES, STANDINGS
from flows.text.names import Name, NameKind, kind_of, words_of

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
_OWNER = re.compile(r"(?P<the>[Tt]he\s)?(?P<owner>[\w-]+)[’']s?\s")
_WHEN = re.compile(
    r"\s+(?:during|since|until|under|before|after|at the time|in the|in an?|in(?=\s\d)|involved"
    r"|based|familiar|close|known|running|working|serving)(?:\s+|$)"
)
# A full stop ends it, unless behind a title.
_CLAUSE = re.compile(
    r"\s+(?:who|which|that|said|says|told|whose|when|where)\b"
    r"|(?<=[a-z]{2})(?<!\b(?:Mrs|Gov|Sen|Rep|Gen))\.\s"
)
_BEHIND_HEAD = re.compile(r"\s+(?:of|to|for|on|in|at|with|from|and)\s+")
_REACH_CHARS = 120
# A minister of justice is not minister for whom, but of what.
_OF_OFFICES = words_of("minister secretary")
_OFFICES = _OF_OFFICES | words_of("commissioner undersecretary envoy rapporteur coordinator mec")
# "UN General Assembly president"; more capitals are somebody's name.
_MOST_CAPITALS = 3
_BEING = words_of("is are was were be been has had")
# What somebody once was, or is among others.
_FAINT = words_of("veteran member friend supporter critic resident") | STANDINGS
# Tells the body that stands for the owner of a role at a position.
Whose = Callable[[Role, int], str | None]


def role_of(body: str, mentions: Iterable[Name], whose: Whose) -> Role:
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


def _owned(role: Role, position: int, whose: Whose) -> Role:
    """Return the role with the body that its owner stands for, or as it is written."""
    affiliation = role.affiliation or (whose(role, position) if role.owner else None)
    is_whole = role.whole is not None and affiliation != role.owner
    return Role(role.whole if is_whole else role.title, affiliation)


def role_at(body: str, name: Name) -> Role:
    """Return what the words around one mention of a name say."""
    aside = role_behind(body, name.end, len(body))
    if aside is not None and aside.title and not _is_faint(aside.title):
        return aside
    told = beside(body, name) or role_before(body, name)
    if told is None or (aside is not None and aside.title and not told.title):
        return aside or UNKNOWN
    is_bare = told.affiliation is None and not told.owner
    is_same = aside is not None and not aside.title
    return replace(told, affiliation=aside.affiliation) if aside and is_same and is_bare else told


def _is_faint(title: str) -> bool:
    """Say whether a role tells less than an office before the name would: "a veteran of …"."""
    return _head_of(title)[-1].lower() in _FAINT


def role_behind(body: str, end: int, limit: int) -> Role | None:
    """Read ", a fellow at the Hale Institute" or " of the Hale Institute" behind a name."""
    limit = min(limit, end + _REACH_CHARS + _REACH_CHARS)
    line_end = body.find("\n", end, limit)
    limit = limit if line_end < 0 else line_end
    age = _AGE.match(body, end, limit)
    end = age.end() if age else end
    leads = _WHO_LEADS.match(body, end, limit)
    if leads is not None:
        affiliation = affiliation_at(body[leads.end() : limit], allow_any=True)
        return Role(None, affiliation) if affiliation else None
    appositive = _WHO_IS.match(body, end, limit) or _APPOSITIVE.match(body, end, limit)
    if appositive is not None:
        role = _split(_CLAUSE.split(" " + appositive.group("role"))[0].strip(" ."))
        if role is not None and role.affiliation is None and not role.owner:
            return Role(role.title, body_behind(body, appositive.end(), limit))
        if role is not None:
            return role
        end = appositive.start("role") - 1
    link = _BELONGING.match(body, end, limit)
    affiliation = affiliation_at(body[link.end() : limit]) if link else None
    return Role(None, affiliation) if affiliation else None


def beside(body: str, name: Name) -> Role | None:
    """Read "Its chief executive, Oskar Brandvold" or "the mayor of Alden, Per Lund"."""
    if body[name.title_start - 2 : name.title_start] != ", ":
        return None
    if not ENDS_ASIDE.match(body, name.end):
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
    if not head or len(title.split()) > MOST_ROLE_WORDS or not is_role_noun(head[-1]):
        return None
    if sum(_is_plain_capital(word) for word in head) > _MOST_CAPITALS or head[0] in _BEING:
        return None
    owner = _OWNER.match(title)
    affiliation: str | None = None
    if owner is not None and (owner.group("the") or owner.group("owner").islower()):
        # "the union’s general secretary" is a general secretary; whose, the text says elsewhere.
        title = title[owner.end() :]
        affiliation = affiliation_at(owner.group("owner"))
        owned_by = owner.group("owner").lower()
    elif head[0] in BODIES and len(head) > 1:
        # "a company spokeswoman"
        owned_by = head[0]
    if at is None:
        is_owned = owned_by or affiliation is not None
        return Role(title, affiliation, owned_by) if is_owned else owned_role(title)
    portfolio = _portfolio(text, at, head[-1].lower())
    if portfolio is not None:
        return Role(f"{title} {portfolio}", affiliation)
    is_place = at.group("link") in {"from", "in"}
    return Role(title, affiliation_at(text[at.end() :], allow_any=not is_place))


def _portfolio(text: str, at: re.Match[str], noun: str) -> str | None:
    """Return "for Refugees", which an office is for, and no body that it belongs to."""
    link = at.group("link")
    found = ORGANISATION.match(text, at.end()) if link in {"of", "for"} else None
    if found is None or noun not in _OFFICES:
        return None
    is_body = kind_of(found.group("body")) is NameKind.BODY
    if is_body and not (link == "of" and noun in _OF_OFFICES):
        return None
    return f"{link} {found.group()}"


# "Head of Research at Orth Securities": what follows "of" is a part of the body behind "at".
_DEPARTMENT = re.compile(r"(?:of|for)\s[^,;]*?(?=\sat\s(?:the\s)?[A-Z])")


def _head_of(title: str) -> list[str]:
    """Return the words up to the role's noun: "chief of staff" has "chief"."""
    head, *rest = _BEHIND_HEAD.split(title)
    if rest and not is_role_noun(head.rsplit(" ", 1)[-1]):
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
    return word[0].isupper() and not has_role([word]) and not is_owner(word)
