"""Reads whom an article names, once, before anybody asks who "she" is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from flows.quotes.bearers import Bearers
from flows.quotes.coreference import Cast
from flows.quotes.encounters import Encounters
from flows.quotes.full_names import FullNames, Gender
from flows.quotes.kinds import Kinds
from flows.quotes.ledger import HINT, Ledger, gender_of_pronoun, pronoun_behind, signs_of
from flows.quotes.marks import Run
from flows.quotes.nouns import is_person_noun
from flows.quotes.role import role_behind
from flows.quotes.speaker_words import BODIES, PERSON_ENDINGS, ROLE_NOUNS
from flows.quotes.subjects import Subject, subject_of
from flows.quotes.whole_names import is_office, names_of
from flows.records import Block, Span
from flows.text.names import Name, NameKind, given_names, is_place, names_within
from flows.text.sentences import sentences_within


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence, its block and its names outside of quotation marks."""

    span: Span
    block: int
    names: tuple[Name, ...]
    subject: Subject | None


def cast_of(body: str, blocks: Sequence[Block], runs: Sequence[Run] = ()) -> Cast:
    """Read every name of the article, and what the article shows of each."""
    full = FullNames(body)
    names: list[Name] = []
    starts = [run.start for run in runs]
    read: list[tuple[int, Span, tuple[Name, ...]]] = []
    for number, block in enumerate(blocks):
        for span in sentences_within(body, block.start, block.end):
            found = list(names_within(body, span.start, span.end))
            names += found
            _add(body, full, span, found)
            outside = tuple(
                name
                for name in found
                if not _is_inside(name.start, starts, runs) and not is_office(name)
            )
            read.append((number, span, outside))
    sentences = [
        _Sentence(span, number, outside, subject_of(body, span, outside, full))
        for number, span, outside in read
    ]
    ledger = _ledger_of(body, full, sentences)
    subjects = [sentence.subject for sentence in sentences if sentence.subject is not None]
    kinds = Kinds(full, ledger)
    bearers, met = Bearers(body, names, kinds), Encounters(body, kinds, subjects)
    return Cast(body, names, kinds, bearers, met)


def _add(body: str, full: FullNames, sentence: Span, names: Sequence[Name]) -> None:
    for name in names:
        if is_office(name):
            continue
        # The label of a script ("KEANE: …") is a name wherever it stands.
        is_label = body[name.end : name.end + 1] == ":"
        full.add(name, is_first=name.start == sentence.start and not is_label)
    if any(name.kind is NameKind.BODY for name in names):
        for whole in names_of(body, sentence.start, sentence.end):
            if whole.kind is NameKind.BODY:
                full.add(whole, is_first=False)


def _is_inside(position: int, starts: Sequence[int], runs: Sequence[Run]) -> bool:
    index = bisect_right(starts, position) - 1
    return index >= 0 and position < runs[index].end


def _ledger_of(body: str, full: FullNames, sentences: Sequence[_Sentence]) -> Ledger:
    ledger = Ledger()
    before: _Sentence | None = None
    for sentence in sentences:
        for name in sentence.names:
            if len(name.words) > 1 or not is_place(name.text):
                _note(body, full, ledger, (name, sentence))
        if before is not None and before.block == sentence.block and sentence.subject is not None:
            _note_next(full, ledger, before, sentence.subject)
        before = sentence
    return ledger


def _note(body: str, full: FullNames, ledger: Ledger, place: tuple[Name, _Sentence]) -> None:
    name, sentence = place
    limit = sentence.span.end
    fullest = full.fullest(name)
    if _is_shown_as_person(body, name, limit):
        ledger.add_person(fullest)
    elif _is_shown_as_body(body, name, limit):
        ledger.add_body(fullest)
    is_subject = sentence.subject is not None and sentence.subject.name == name
    for gender, weight in signs_of(body, name, limit, is_subject=is_subject):
        ledger.add(fullest, gender, weight)


# "Voss, 33," has an age, and "Voss, of the Hale Institute," belongs to it: no body does.
_OF_PERSON = re.compile(r",\s(?:\d{1,2}(?=[,.;)])|of\s(?:the\s)?(?=[A-Z]))")
# In "secretary of state Karl Voss" the word is part of an office.
_WORD_BEFORE = re.compile(r"(?<!\bof\s)\b([a-z][a-z-]+)\s$")
_WORD_CHARS = 20
# "Karl Voss, another passenger,"
_ASIDE_NOUN = re.compile(r",\s(?:an?|another|the)\s(?:[a-z-]+\s){0,2}(?P<noun>[a-z-]+)(?=[,.;])")


def _is_shown_as_person(body: str, name: Name, limit: int) -> bool:
    """Say whether the words around a name tell a person: a title, an age, a role, "who"."""
    if name.kind is NameKind.PERSON and name.title_start < name.start:
        return True
    if pronoun_behind(body, name, limit) == "who" or _OF_PERSON.match(body, name.end, limit):
        return True
    if name.kind is NameKind.BODY:
        return False
    start = max(0, name.title_start - _WORD_CHARS)
    before = _WORD_BEFORE.search(body, start, name.title_start)
    if before is not None and before.group(1) in ROLE_NOUNS:
        return True
    return len(name.words) > 1 and _has_role_behind(body, name, limit)


_BODY_CHARS = 60
_BODY_ASIDE = re.compile(r",\s(?:an?|another|the)\s(?P<what>[^,.;“”\"\n]{1,60})")
_BODY_ENDS = re.compile(r"\s(?:of|for|with|in|that|which|based|at|from|to|on|and)\s.*", re.DOTALL)


def _is_shown_as_body(body: str, name: Name, limit: int) -> bool:
    """Say whether "which" follows a name, or a word beside it calls it a bank, app or party."""
    if name.title_start < name.start or pronoun_behind(body, name, limit) == "which":
        return name.title_start == name.start
    if _is_behind_the(body, name):
        return True
    before = _WORD_BEFORE.search(body, max(0, name.start - _WORD_CHARS), name.start)
    if before is not None and before.group(1).rsplit("-", 1)[-1] in BODIES:
        return True
    aside = _BODY_ASIDE.match(body, name.end, min(limit, name.end + _BODY_CHARS))
    what = _BODY_ENDS.sub("", aside.group("what")).split() if aside else []
    noun = what[-1].rsplit("-", 1)[-1] if what else ""
    # A producer with two names is a person, one with a single name a company.
    return noun in BODIES and (" " not in name.text or not noun.endswith(PERSON_ENDINGS))


# What follows a name that is not only whose or what: "the Lee plan" is a plan.
_ON_ITS_OWN = re.compile(
    r"\s*(?:[,.;:)”\"]|$)|\s(?:said|says|is|was|has|had|will|would|and|of|in|on|at|to|for|by|from"
    r"|with|that|which|reported|reports|won|lost)\b"
)


def _is_behind_the(body: str, name: Name) -> bool:
    """Say whether a name is a paper’s, team’s or party’s: "the Alden Rovers", and never a Lee’s."""
    *given, last = name.words
    is_the = body[max(0, name.start - 4) : name.start].lower() == "the "
    if not is_the or not given or any(word in given_names() for word in given):
        return False
    return last.endswith("s") or _ON_ITS_OWN.match(body, name.end) is not None


def _has_role_behind(body: str, name: Name, limit: int) -> bool:
    aside = _ASIDE_NOUN.match(body, name.end, limit)
    if aside is not None and is_person_noun(aside.group("noun")):
        return True
    role = role_behind(body, name.end, limit)
    return role is not None and role.title is not None


def is_of_person(name: Name) -> bool:
    """Say whether a name may be a person's: no place, no body, no GDP."""
    is_initials = name.text.isupper() and len(name.words) == 1
    return name.kind is not NameKind.BODY and not is_place(name.text) and not is_initials


def _note_next(full: FullNames, ledger: Ledger, before: _Sentence, subject: Subject) -> None:
    """Count "She" behind a sentence about one person alone."""
    gender = gender_of_pronoun(subject.pronoun)
    if gender is None or gender is Gender.IT or before.subject is None:
        return
    people = {full.fullest(name) for name in before.names if is_of_person(name)}
    if before.subject.name is not None and len(people) == 1:
        ledger.add(people.pop(), gender, HINT)
