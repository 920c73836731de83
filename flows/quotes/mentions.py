"""How the words that name a speaker are built: whom they are about, and what kind of speaker."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from flows.quotes.cues import SPEECH
from flows.quotes.joint_speakers import together
from flows.quotes.names_beside import name_behind, name_beside
from flows.quotes.nouns import DETERMINERS, WORD, is_person_noun, kind_of_noun
from flows.quotes.speaker import Mention
from flows.quotes.speaker_words import BODIES, CROWD, DOCUMENTS, PLURAL_PEOPLES
from flows.quotes.whole_names import names_of
from flows.records import Span, SpeakerKind
from flows.text.names import Name, NameKind, is_place, without_possessive, words_of

# Behind the head comes an aside: ", a fellow at …", "(R-Ohio)", "who chairs …".
_ASIDE = re.compile(
    r"\s*[,(;:—–“\"\[]|\s--?\s|\s(?:who|which|that|whose|whom|when|where|while|because|as)\b"
)
# A preposition or a participle ends what the head itself says.
_LINK = re.compile(
    r"\s(?P<link>of|for|from|in|at|with|to|by|on|against|near|across|among|outside|inside|behind"
    r"|under|around|about|within|over|into|including|like|such|supporting|representing|close"
    r"|familiar|working|speaking|living|named|known|called|identified|involved|opposed|briefed"
    r"|himself|herself|itself|themselves|alike|present|attending|than|based|led|run"
    r"|released|published|conducted|out"
    r"|I|we|he|she|they|you)\b"
)
_DEFINITE = words_of("the this that his her its their our my your")
# "crowds outside a bank are chanting": where somebody is, and not who.
_WHERE = re.compile(r"(?:outside|inside|near|behind)\s")
_A = words_of("a an one another")
_MOST_NAME_WORDS = 3


def mention_of(body: str, span: Span, names: Sequence[Name]) -> Mention:
    """Return what the mention is about; `names` are the article's, in order.

    "Mara Ellison, a fellow at the Hale Institute" is about Mara Ellison, "the mayor, Per Lund"
    about Per Lund; "a spokesman for Mara Ellison", "Ellison supporters" and "Ellison and Grant"
    are about nobody with a name.
    """
    span = _with_whole_names(span, names)
    if _WHERE.match(body, span.start, span.end):
        return Mention(span, None)
    aside = _ASIDE.search(body, span.start, span.end)
    head = Span(span.start, aside.start() if aside and aside.start() > span.start else span.end)
    parts = list(names_of(body, head.start, head.end))
    core = Span(span.start, _core_end(body, head, parts))
    several = together(body, core, head, span)
    if several is not None:
        return several
    inside = [name for name in parts if name.end <= core.end and not _is_half(body, name)]
    if inside and _ends_with(body, inside[-1], core.end):
        return name_behind(body, span, inside[-1]) or _named(body, span, inside[-1])
    return name_beside(body, span, head, (core, parts)) or _unnamed(body, span, core)


_PREFIX = re.compile(r"\b(?:[Aa]nti|[Pp]ro|[Nn]on|[Ee]x|[Pp]re|[Pp]ost)[-–]$")
_PREFIX_CHARS = 6


def _is_half(body: str, name: Name) -> bool:
    """Say whether a name is only the end of a word, as in "anti-Keane league"."""
    return bool(_PREFIX.search(body, max(0, name.start - _PREFIX_CHARS), name.start))


def _with_whole_names(span: Span, names: Sequence[Name]) -> Span:
    """Widen a mention that breaks off inside a name or before it, behind its title."""
    start, end = span
    index = bisect_right(names, end - 1, key=lambda name: name.title_start) - 1
    if index >= 0 and _is_cut(names[index], end):
        end = names[index].end
    index = bisect_right(names, start, key=lambda name: name.start) - 1
    if index >= 0 and _is_cut(names[index], start):
        start = names[index].start
    return Span(start, end)


def _is_cut(name: Name, position: int) -> bool:
    """Say whether a position lies inside a name; a long run of capitals is a headline."""
    is_inside = name.title_start < position < name.end or name.end == position + 1
    return is_inside and len(name.words) <= _MOST_NAME_WORDS


def _core_end(body: str, head: Span, parts: Sequence[Name]) -> int:
    """Return where the head's own words end: before the first preposition outside a name."""
    for link in _LINK.finditer(body, head.start, head.end):
        inside = any(name.title_start <= link.start() < name.end for name in parts)
        is_owner = _OWNS_ROLE.search(body, link.end(), head.end) is not None
        if not inside and not is_owner and link.start() > head.start:
            return link.start()
    return head.end


# "Accountants of Arvenia’s chief economist": the role stands behind whose it is.
_OWNS_ROLE = re.compile(
    r"[A-Z][\w-]*[’']s?\s(?:[a-z-]+\s){0,2}(?:economist|chief|director|president"
    r"|chairman|chairwoman|leader|secretary|spokesman|spokeswoman|officer|executive|analyst)\b"
)


def _ends_with(body: str, name: Name, end: int) -> bool:
    rest = body[name.end : end].split()
    if rest and name.kind is NameKind.PERSON and SPEECH.issuperset(rest):
        # "As Ann Lee reports", where the verb was taken in.
        return True
    return not without_possessive(body[name.end : end]).strip(" \t\xa0\"'’”“*")


def _named(body: str, span: Span, name: Name) -> Mention:
    if len(name.text) == 1:
        # "Q" and "A" stand for nobody's name.
        return Mention(span, None)
    before = WORD.findall(body[span.start : name.title_start])
    is_crowd = any(word.lower() in CROWD for word in before)
    if is_crowd or name.words[-1] in PLURAL_PEOPLES or _is_people(name, before):
        return Mention(span, SpeakerKind.GROUP)
    last = before[-1].lower() if before else ""
    if last in _A and len(name.words) == 1 and is_place(name.text) and not name.text.isupper():
        # "one Republican", "a German"
        return Mention(span, SpeakerKind.ANONYMOUS, noun=name.text.lower())
    if name.kind is NameKind.BODY:
        return Mention(span, SpeakerKind.ORGANISATION, name)
    role = before[-1] if before else ""
    if name.title_start == name.start and role.rsplit("-", 1)[-1] in BODIES:
        # "the investment bank Orth Lindqvist"
        return Mention(span, SpeakerKind.ORGANISATION, name)
    is_told = role.islower() and role != "former" and is_person_noun(role)
    return Mention(span, SpeakerKind.PERSON if is_told else None, name)


def _is_people(name: Name, before: Sequence[str]) -> bool:
    """Say whether a name is a whole people: "the Chinese", "the Saudis"."""
    is_the = bool(before) and before[-1].lower() == "the"
    return is_the and is_place(name.text) and name.text.endswith(("ese", "sh", "ch", "is"))


def _unnamed(body: str, span: Span, core: Span) -> Mention:
    words: list[str] = WORD.findall(body[core.start : core.end])
    while words and words[-1] in SPEECH and words[-1] not in DOCUMENTS:
        words.pop()
    if not words:
        return Mention(span, None)
    lowered = [word.lower() for word in words]
    noun = without_possessive(lowered[-1])
    opening = lowered[0]
    is_owned = any(without_possessive(word) != word for word in words[:-1])
    is_definite = opening in _DEFINITE or is_owned
    inner = words[1:-1] if opening in DETERMINERS else words[:-1]
    kind = kind_of_noun(noun, lowered, is_definite=is_definite, text=body[span.start : span.end])
    if kind is None and words[-1].isupper() and len(noun) > 1:
        # "an anti-Keane PAC"
        kind = SpeakerKind.ORGANISATION
    return Mention(
        span, kind, noun=noun, modifiers=tuple(inner), is_definite=is_definite and not is_owned
    )
