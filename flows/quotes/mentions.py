"""How the words that name a speaker are built: whom they are about, and what kind of speaker."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from flows.quotes.cues import SPEECH
from flows.quotes.role import ROLE_NOUNS
from flows.quotes.speaker_words import (
    BODIES,
    CROWD,
    DOCUMENTS,
    MANY,
    PEOPLE,
    PERSON_ENDINGS,
    PLURAL_PEOPLES,
    SOURCES,
)
from flows.quotes.whole_names import body_from, names_of
from flows.records import Span, SpeakerKind
from flows.text.names import Name, NameKind, is_place, words_of
from flows.text.sentences import sentences_within


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that name a speaker, taken apart.

    `name` is whom they are about: None for a role, a group or several people. `noun` is what a
    mention without a name calls the speaker, and `modifiers` stand before it: "the Texas senator"
    has "senator" and "Texas". `is_definite` where the reader is to know who it is.
    """

    span: Span
    kind: SpeakerKind | None
    name: Name | None = None
    noun: str = ""
    modifiers: tuple[str, ...] = ()
    is_definite: bool = False


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
_NAMING = frozenset({"named", "known", "called", "identified"})
_AND = re.compile(r"\s+(?:and|or|&|nor)\s+|,\s+(?:as well as|along with|together with)\s+")
_ALSO_BEHIND = re.compile(r",?\s*(?:and|as well as|along with|together with|&)\s+")
_WORD = re.compile(r"[^\W_][\w’'.-]*")
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
_DETERMINERS = words_of(
    "the this that his her its their our my your a an one another no any every each some"
)
_DEFINITE = words_of("the this that his her its their our my your")
_BESIDE_NAME = re.compile(r",\s+(?=[\w])")
_AFTER_NAME = re.compile(r"\s*(?:[,.:;(—–”\"]|$|[a-z])")
# "one of his victims, Ann Lee" and the rest of "Another" " villager, Ann Lee".
_ONE = words_of("one another")
_MOST_NAME_WORDS = 3
# Room for a title and a name behind a role and a comma.
_NAME_CHARS = 80


def mention_of(body: str, span: Span, names: Sequence[Name]) -> Mention:
    """Return what the mention is about; `names` are the article's, in order.

    "Mara Ellison, a fellow at the Hale Institute" is about Mara Ellison, "the mayor, Per Lund"
    about Per Lund; "a spokesman for Mara Ellison", "Ellison supporters" and "Ellison and Grant"
    are about nobody with a name.
    """
    span = _with_whole_names(span, names)
    aside = _ASIDE.search(body, span.start, span.end)
    head = Span(span.start, aside.start() if aside and aside.start() > span.start else span.end)
    parts = list(names_of(body, head.start, head.end))
    core = Span(span.start, _core_end(body, head, parts))
    together = _together(body, core, head, span)
    if together is not None:
        return together
    inside = [name for name in parts if name.end <= core.end]
    if inside and _ends_with(body, inside[-1], core.end):
        return _broken_off(body, span, inside[-1]) or _named(body, span, inside[-1])
    called = (
        _called(body, span, core.end, head)
        or _behind_office(body, span, core, parts)
        or _body_called(body, span, core)
    )
    if called is not None:
        return called
    return _unnamed(body, span, core)


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
    return not _POSSESSIVE.sub("", body[name.end : end]).strip(" \t\xa0\"'’”“*")


def _together(body: str, core: Span, head: Span, span: Span) -> Mention | None:
    """Return several speakers named together; None where there is one."""
    joint = _AND.search(body, core.start, core.end)
    if joint is not None:
        parts = list(names_of(body, head.start, head.end))
        inside = any(name.start < joint.start() < name.end for name in parts)
        if not inside and not _has_two_roles(body, head, joint, parts):
            if _is_one_body(body, head, joint, parts):
                return Mention(
                    span,
                    SpeakerKind.ORGANISATION,
                    body_from(body, _after_article(body, head), head.end),
                )
            return Mention(span, SpeakerKind.GROUP)
    behind = body[head.end : span.end]
    also = _ALSO_BEHIND.match(behind)
    if also is not None and _starts_with_name(behind[also.end() :]):
        return Mention(span, SpeakerKind.GROUP)
    return _listed(body, head, span)


def _starts_with_name(text: str) -> bool:
    return bool(re.match(r"(?:the |his |her |its |an? )?[A-Z]|(?:his|her|its|their) ", text))


_COMMA = re.compile(r",\s+")


def _listed(body: str, head: Span, span: Span) -> Mention | None:
    """Return "Lee, Orth and Hale": a name behind the comma, and one more behind "and"."""
    comma = _COMMA.match(body, head.end, span.end)
    if comma is None:
        return None
    first = next(names_of(body, head.start, head.end), None)
    names = list(names_of(body, comma.end(), span.end))
    if first is None or not names[1:] or names[0].title_start > comma.end():
        return None
    between = body[names[-2].end : names[-1].title_start]
    both_people = first.kind is not NameKind.BODY and names[0].kind is not NameKind.BODY
    if both_people and _AND.fullmatch(between):
        return Mention(span, SpeakerKind.GROUP)
    return None


def _has_two_roles(body: str, head: Span, joint: re.Match[str], parts: Sequence[Name]) -> bool:
    """Say whether one person has two roles: "his chief pollster and strategist Per Lund"."""
    parts = [name for name in parts if not is_person_noun(name.text.lower())]
    last = parts[-1] if parts else None
    if last is None or last.kind is not NameKind.PERSON or last.start < joint.end():
        return not parts and _is_double(body, head, joint)
    before = _WORD.findall(body[head.start : joint.start()])
    between = _WORD.findall(body[joint.end() : last.title_start])
    is_name = any(name.end == joint.start() for name in parts)
    is_role = bool(before) and not is_name and is_person_noun(before[-1].lower())
    starts_new = bool(between) and between[0].lower() in _DETERMINERS
    return is_role and not starts_new and not before[-1].endswith("s")


def _is_double(body: str, head: Span, joint: re.Match[str]) -> bool:
    """Say whether one unnamed person has two roles: "the delegate and activist"."""
    before = _WORD.findall(body[head.start : joint.start()])
    after = _WORD.findall(body[joint.end() : head.end])
    if not before or not after:
        return False
    if after[0] in _ONE and before[0].lower() not in _DETERMINERS:
        # "Author and one of the organisers, Ann Lee"
        return is_person_noun(before[-1].lower())
    if after[0].lower() in _DETERMINERS:
        return False
    nouns = (before[-1].lower(), after[-1].lower())
    return all(noun in _ONE or (is_person_noun(noun) and noun[-1] != "s") for noun in nouns)


def _is_one_body(body: str, head: Span, joint: re.Match[str], parts: Sequence[Name]) -> bool:
    """Say whether "and" stands inside a body's name: "the Food and Drug Administration"."""
    match parts:
        case [first, second]:
            touches = first.end == joint.start() and second.start == joint.end()
            at_start = first.start == _after_article(body, head)
            kinds = (first.kind, second.kind)
            return touches and at_start and kinds == (NameKind.UNKNOWN, NameKind.BODY)
        case _:
            return False


def _after_article(body: str, head: Span) -> int:
    article = re.compile(r"[Tt]he\s+").match(body, head.start, head.end)
    return article.end() if article else head.start


def _named(body: str, span: Span, name: Name) -> Mention:
    if len(name.text) == 1:
        # "Q" and "A" stand for nobody's name.
        return Mention(span, None)
    before = _WORD.findall(body[span.start : name.title_start])
    is_crowd = any(word.lower() in CROWD for word in before)
    if is_crowd or name.words[-1] in PLURAL_PEOPLES or _is_people(name, before):
        return Mention(span, SpeakerKind.GROUP)
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


def _called(body: str, span: Span, core_end: int, head: Span) -> Mention | None:
    """Read a name that a role is put beside: "the mayor, Per Lund", "a man named Per Lund"."""
    link = _LINK.match(body, core_end, head.end)
    if link is not None and link.group("link") in _NAMING:
        name = next(names_of(body, link.end(), head.end), None)
        return Mention(span, SpeakerKind.PERSON, name) if name else None
    words = _WORD.findall(body[span.start : core_end])
    rest = _rest_of_role(body, span)
    if not words or (rest is None and not _is_one_person(words)):
        return None
    comma = rest or _BESIDE_NAME.match(body, head.end)
    name = _name_beside(body, comma.end()) if comma else None
    if name is None:
        return None
    return Mention(Span(span.start, max(span.end, name.end)), SpeakerKind.PERSON, name)


_LAST_ASIDE = re.compile(r",\s+(?=[A-ZÀ-Þ])[^,]*$")


def _body_called(body: str, span: Span, core: Span) -> Mention | None:
    """Read a body that its name ends: "the firm that runs it, Orth Productions"."""
    words = _WORD.findall(body[core.start : core.end])
    if not words or words[-1] not in BODIES:
        return None
    aside = _LAST_ASIDE.search(body, core.end, span.end)
    begin = aside.start() + 2 if aside else span.end
    name = next(names_of(body, begin, span.end), None)
    if name is None or is_place(name.text) or len(name.words) == 1:
        # "a team in Greenbelt, Maryland"
        return None
    is_all = name.title_start == begin and name.end == span.end
    return Mention(span, SpeakerKind.ORGANISATION, name) if is_all else None


def _name_beside(body: str, begin: int) -> Name | None:
    """Return the person whose name, perhaps behind another role, opens the text."""
    limit = _line_end(body, begin, begin + _NAME_CHARS)
    sentence = next(sentences_within(body, begin, limit), None)
    name = next(names_of(body, begin, sentence.end), None) if sentence else None
    if name is None or name.kind is NameKind.BODY or is_place(name.text):
        return None
    role = body[begin : name.title_start].split()
    if role and not (all(word.islower() for word in role) and is_person_noun(role[-1])):
        return None
    is_alone = not name.text.isupper() and _AFTER_NAME.match(body, name.end)
    return name if is_alone else None


def _behind_office(body: str, span: Span, core: Span, parts: Sequence[Name]) -> Mention | None:
    """Read a name right behind an office: "minister of mines and energy Per Lund"."""
    words: list[str] = _WORD.findall(body[core.start : core.end])
    if not parts or not words or not _is_one_person(words):
        return None
    name = parts[-1]
    before: list[str] = _WORD.findall(body[core.end : name.title_start])
    last = before[-1] if before else ""
    if name.title_start < name.start and last in {"to", "of"}:
        # "China’s ambassador to Britain Liu Xiaming"
        return Mention(span, SpeakerKind.PERSON, name)
    if name.kind is not NameKind.PERSON or not last.islower() or last in _NO_OFFICE:
        return None
    return None if is_person_noun(last) else Mention(span, SpeakerKind.PERSON, name)


_NO_OFFICE = words_of(
    "of for from in at with to by on against near and or the a an his her its their who that"
)
_ROLE_GOES_ON = re.compile(r"(?:\s[a-z][a-z-]+){1,4},?\s+(?=[A-ZÀ-Þ])")


def _rest_of_role(body: str, span: Span) -> re.Match[str] | None:
    """Match what a broken-off mention leaves: "the previous" " party leader, Ann Lee"."""
    rest = _ROLE_GOES_ON.match(body, span.end)
    if rest is None:
        return None
    words = rest.group().rstrip(", ").split()
    has_verb = any(word in SPEECH or word in _NO_OFFICE for word in words)
    has_comma = "," in rest.group()
    is_role = is_person_noun(words[-1]) if has_comma else words[-1] in ROLE_NOUNS
    return rest if is_role and not has_verb else None


def _line_end(body: str, start: int, limit: int) -> int:
    end = body.find("\n", start, limit)
    return min(limit, len(body)) if end < 0 else end


def _broken_off(body: str, span: Span, name: Name) -> Mention | None:
    """Read on behind "the previous Republican", which "party leader, Ann Lee" should follow."""
    rest = _rest_of_role(body, span) if name.kind is NameKind.UNKNOWN else None
    if rest is None:
        return None
    limit = _line_end(body, rest.end(), rest.end() + _NAME_CHARS)
    named = next(names_of(body, rest.end(), limit), None)
    if named is None or named.title_start > rest.end() or named.kind is not NameKind.PERSON:
        return None
    return Mention(Span(span.start, named.end), SpeakerKind.PERSON, named)


def _is_one_person(words: Sequence[str]) -> bool:
    noun = _POSSESSIVE.sub("", words[-1]).lower()
    if noun in _ONE:
        return True
    is_crowd = any(word.lower() in CROWD for word in words)
    return not is_crowd and noun not in BODIES and (is_person_noun(noun) or noun == "republican")


def _unnamed(body: str, span: Span, core: Span) -> Mention:
    words: list[str] = _WORD.findall(body[core.start : core.end])
    while words and words[-1] in SPEECH and words[-1] not in DOCUMENTS:
        words.pop()
    if not words:
        return Mention(span, None)
    lowered = [word.lower() for word in words]
    noun = _POSSESSIVE.sub("", lowered[-1])
    opening = lowered[0]
    is_owned = any(_POSSESSIVE.search(word) for word in words[:-1])
    is_definite = opening in _DEFINITE or is_owned
    inner = words[1:-1] if opening in _DETERMINERS else words[:-1]
    kind = _kind_of(noun, lowered, is_definite=is_definite, text=body[span.start : span.end])
    return Mention(
        span, kind, noun=noun, modifiers=tuple(inner), is_definite=is_definite and not is_owned
    )


def _kind_of(
    noun: str, words: Sequence[str], *, is_definite: bool, text: str
) -> SpeakerKind | None:
    """Say what a mention without a name calls the speaker."""
    is_one = SpeakerKind.PERSON if is_definite else SpeakerKind.ANONYMOUS
    is_corps = noun == "guard" and bool(_GUARDED.intersection(words))
    told: tuple[tuple[bool, SpeakerKind], ...] = (
        (noun in SOURCES or "familiar with" in text or "anonym" in text, SpeakerKind.ANONYMOUS),
        (noun in MANY or any(word in CROWD for word in words[:-1]), SpeakerKind.GROUP),
        (noun in DOCUMENTS, SpeakerKind.DOCUMENT),
        (noun in BODIES or is_corps, SpeakerKind.ORGANISATION),
        (_is_plural(noun), SpeakerKind.GROUP),
        (is_person_noun(noun) or noun.endswith("-year-old"), is_one),
        (noun in _ONE, SpeakerKind.ANONYMOUS),
    )
    return next((kind for is_so, kind in told if is_so), None)


# "the coast guard" is no guard.
_GUARDED = words_of("coast border national revolutionary home")


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is"))


def is_common_noun(word: str) -> bool:
    """Say whether a capitalised word is likelier a noun at a sentence's head than a name."""
    noun = word.lower()
    return (
        noun in MANY
        or noun in DOCUMENTS
        or noun in BODIES
        or noun in SOURCES
        or noun in PEOPLE
        or noun in ROLE_NOUNS
        or _is_plural(noun)
    )


# These end like what a person is, and are nothing of the kind.
_NO_NOUNS = words_of(
    """
    after for other over under however whether never ever or nor former another rather together
    later earlier per either neither further higher lower major minor super better greater longer
    number order matter power water paper letter summer winter offer answer were her their our
    your per than important significant prior senior junior inner outer upper
    """
)


def is_person_noun(noun: str) -> bool:
    """Say whether a lower-case noun is what one person may be."""
    last = noun.rsplit("-", 1)[-1]
    if last in _NO_NOUNS or noun in BODIES or noun in DOCUMENTS or last in BODIES:
        return False
    return last in ROLE_NOUNS or last in PEOPLE or last.endswith(PERSON_ENDINGS)
