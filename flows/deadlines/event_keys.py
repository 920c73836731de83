"""One key for one event: made of who, what and where, and of its days where none is told.

Two claims get one key only where their words leave little doubt: two events that are wrongly
merged hide a date, one event in two rows only repeats it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from flows.deadlines.article_names import ArticleNames, key_of
from flows.deadlines.claims import Claim
from flows.deadlines.event import Event
from flows.deadlines.event_words import RESCHEDULING, lemma_of
from flows.deadlines.triggers import BEFORE_DATE, BEFORE_INFINITIVE, MODALS, PAST_FORMS, REPORTING
from flows.deadlines.vocabulary import MONTHS, WEEKDAYS
from flows.deadlines.word_lists import listed
from flows.records import EventType
from flows.text.names import NameKind

# Words for one kind of event; elsewhere the verb or noun itself is the kind.
_KINDS: dict[str, frozenset[str]] = {
    "summit": frozenset(("summit", "summits")),
    "meeting": listed("meet meeting meetings talks negotiations round"),
    "visit": listed("visit visits trip trips travel tour"),
    "election": listed("election elections elect poll polls re-election by-election"),
    "primary": listed("primary primaries caucus caucuses"),
    "halt": listed("stop stops halt halts suspend suspends suspension pause pauses"),
    "vote": listed("vote votes voting ballot"),
    "hearing": listed("hearing hearings hear"),
    "begin": listed("begin begins began start starts started commence commences kick"),
    "expiry": listed("expire expires expiry expiration lapse end run term mandate"),
}
# "keep the accord alive until": what is kept is what would end.
_KEEPING = frozenset(("keep", "leave"))
_EXTENSIONS = listed("extend extension prolong renew")
# "The two leaders will meet": the names stand before.
_PAIRS = re.compile(
    r"\b(?:the|both|their) (?:two )?(?:\w+ )?(?:leaders|presidents|ministers|sides|men|women|"
    r"delegations|governments|countries|teams|rivals|candidates|allies|nations)\b"
    r"|\bthe pair\b|^they\b",
    re.IGNORECASE,
)
_LEADERS = re.compile(
    r"\b(?:leaders|presidents|prime ministers|premiers|chancellors)\b", re.IGNORECASE
)
# Where leaders meet so often that the place alone names no summit.
_HUBS = listed("""
    brussels geneva vienna washington moscow beijing london paris berlin tokyo rome madrid ottawa
    new york delhi cairo riyadh doha dubai istanbul ankara singapore strasbourg kyiv warsaw
    """)
_PLACE = re.compile(r"\b(?:in|at) (?:the )?([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2})(?!\w)")
# "The Lindholm summit" takes place in Lindholm.
_NAMED_PLACE = re.compile(r"\b[Tt]he ([A-ZÀ-Þ][\w’'-]+) \Z")
_CONTENT = re.compile(r"[^\W\d_]{3,}")
_CLAUSE = re.compile(
    r"\b(?:that|which|who|whose|forged|signed|reached|between|including|after|before|if|unless)\b"
    r"|[,—–(:“”\"]"
)
_AGREEMENT = re.compile(
    r"((?:[^\W\d_]+ ){0,3}(?:accord|agreement|deal|contract|truce|ceasefire|treaty|pact|licen[cs]e"
    r"|permit|lease|waiver|moratorium)s?)\b"
)
_EMPTY = listed("""
    the and for are was were has have had will would can could may might must shall should
    says that this these those with from into its their his her our your not but also then than
    them they who which what when where while date dates day days week weeks month months year years
    next last new first second final two three four been being about over under after before until
    between take takes taken come comes make made again still now earlier later does did more most
    other another all off only she him because hour hours once one whether
    cancelling canceling cancelled canceled calling called hold held holds
    """) | frozenset((*MONTHS, *WEEKDAYS))
_NO_CONTENT = (
    frozenset((*BEFORE_INFINITIVE, *BEFORE_DATE, *MODALS)) | PAST_FORMS | REPORTING | _EMPTY
)
_PLACE_CHARS = 100
# Names farther back than this are not "the two leaders".
_FAR_CHARS = 600
# An article with more events than this is a list, and each of its lines stands for itself.
_MOST_EVENTS = 200


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells one event from another."""

    kind: str
    who: frozenset[str] = frozenset()
    where: frozenset[str] = frozenset()
    what: frozenset[str] = frozenset()

    @property
    def is_weak(self) -> bool:
        """Say whether these words fit many events: "the vote", "the accord expires"."""
        is_placed = self.kind == "summit" and bool(self.where)
        return not self.who and not is_placed and len(self.what) + len(self.where) <= 1

    @property
    def is_empty(self) -> bool:
        """Say whether nothing but the kind is known."""
        return not (self.who or self.where or self.what)

    def holds(self, other: Identity) -> bool:
        """Say whether the other says nothing that this one does not say."""
        is_same = self.kind == other.kind and other.who <= self.who
        return is_same and other.what <= self.what and other.where <= self.where

    def key(self) -> str:
        """Return the identity as one string."""
        parts = (self.who, self.where, self.what)
        return "|".join([self.kind, *("+".join(sorted(part)) for part in parts)])


@dataclass(frozen=True, slots=True)
class _Told:
    """What an article tells of an event, and of which days."""

    identity: Identity
    first: date
    last: date


def keys_of(
    names: ArticleNames, claims: Sequence[Claim], spans: Sequence[tuple[int, int]]
) -> list[str]:
    """Return the event key of each claim of one article; `spans` are those of its words."""
    reader = _Reader(names)
    told = [
        _Told(reader.identity(claim, *span), claim.first, claim.last)
        for claim, span in zip(claims, spans, strict=True)
    ]
    distinct = list(dict.fromkeys(told))
    others = distinct if len(distinct) <= _MOST_EVENTS else []
    settled = [replace(one, identity=_settled(one, others)) for one in told]
    if any(one.identity.is_weak for one in settled):
        subjects = reader.names.most_spoken_of()
        settled = [_with_subjects(one, subjects) for one in settled]
    return _told_apart(claims, [one.identity.key() for one in settled])


def _settled(one: _Told, others: Sequence[_Told]) -> Identity:
    """Return the fullest identity of the article that this one can only mean.

    A bare "primary" means the one that is told of the same days.
    """
    fuller = [
        other.identity
        for other in others
        if other.identity != one.identity
        and other.identity.holds(one.identity)
        and (not one.identity.is_empty or (other.first, other.last) == (one.first, one.last))
    ]
    largest = [identity for identity in fuller if all(map(identity.holds, fuller))]
    return largest[0] if largest else one.identity


def _with_subjects(one: _Told, subjects: frozenset[str]) -> _Told:
    """Return a weak identity with the names that its article speaks of most.

    A bare "primary" has its days too: a season of campaigning has twenty of them.
    """
    identity = one.identity
    if not identity.is_weak:
        return one
    days = frozenset((f"{one.first}/{one.last}",)) if identity.is_empty else identity.what
    return replace(one, identity=replace(identity, who=subjects, what=days))


def _told_apart(claims: Sequence[Claim], keys: list[str]) -> list[str]:
    """Keep two days that one sentence gives one verb apart: "in June and again in January"."""
    seen: Counter[tuple[int, int, str]] = Counter()
    apart: list[str] = []
    for claim, key in zip(claims, keys, strict=True):
        place = (claim.sentence.span.start, claim.event.head, key)
        apart.append(f"{key}|{seen[place] + 1}" if seen[place] else key)
        seen[place] += 1
    return apart


def _kind_of(claim: Claim) -> str:
    word, lemma = claim.sentence.text(claim.event.head), claim.event.lemma
    for kind, words in _KINDS.items():
        if lemma in words or word in words:
            return kind
    if lemma in _EXTENSIONS or word in _EXTENSIONS:
        return "expiry"
    return "expiry" if claim.event.event_type is EventType.EXPIRY else lemma


def _moved_event(claim: Claim, start: int) -> str | None:
    """Return the hearing of "has moved its hearing to March 26": it is still the same event."""
    noun = _moved_noun(claim, start)
    return _kind_of(replace(claim, event=noun)) if noun is not None else None


def _moved_noun(claim: Claim, start: int) -> Event | None:
    if claim.event.lemma not in RESCHEDULING - _EXTENSIONS:
        return None
    events = [
        event
        for event in claim.sentence.events
        if event.is_noun and claim.sentence.words[event.head].start >= start
    ]
    return next((event for event in events if event.head < claim.date.first_word), None)


@dataclass(frozen=True, slots=True)
class _Reader:
    """One article, read for who does what and where."""

    names: ArticleNames

    @property
    def body(self) -> str:
        """The text of the article."""
        return self.names.body

    def identity(self, claim: Claim, start: int, end: int) -> Identity:
        """Return who does what and where, of a moved event that of the event itself."""
        kind = _moved_event(claim, start) or _kind_of(claim)
        if kind == "expiry":
            return Identity(kind, what=self._thing(claim, start, end))
        where = self._places(claim, start, end)
        who = self._parties(start, end) - where
        if kind == "meeting" and _LEADERS.search(self.body, start, end):
            kind = "summit"
        if kind == "summit" and where and not where & _HUBS:
            return Identity(kind, self._hosts(claim, start), where)
        if kind in ("summit", "meeting", "visit") and (who or where):
            return Identity(kind, who, where)
        named = {part for name in who | where for part in name.split()}
        return Identity(kind, who, where, self._what(claim, start, end) - named)

    def _what(self, claim: Claim, start: int, end: int) -> frozenset[str]:
        """Return the words for the thing; that a vote is moved says nothing of the vote."""
        what = _content(self.body[start:end], claim)
        noun = _moved_noun(claim, start)
        if noun is None:
            return what
        return what - {_singular(claim.sentence.text(noun.head)), "back", "forward", "off"}

    def _parties(self, start: int, end: int) -> frozenset[str]:
        """Return who meets; "the two leaders" are the last two that were named."""
        keys = self.names.keys_within(start, end)
        if keys or not _PAIRS.search(self.body, start, end):
            return keys
        far = max(0, start - _FAR_CHARS)
        before = self.names.within(self.body.rfind("\n", far, start) + 1 or far, start)
        people = [name for name in before if name.kind is NameKind.PERSON] or before
        found = (key_of(name.text, name.kind) for name in people[-2:])
        return frozenset(key for key in found if key is not None)

    def _hosts(self, claim: Claim, start: int) -> frozenset[str]:
        """Return the APEC of "the APEC summit in Busan": a place alone names no body's summit."""
        head = claim.sentence.words[claim.event.head]
        names = self.names.within(start, head.start) if claim.event.is_noun else []
        return frozenset(
            name.text.lower()
            for name in names
            if (name.text.isupper() or name.kind is NameKind.BODY) and name.end == head.start - 1
        )

    def _places(self, claim: Claim, start: int, end: int) -> frozenset[str]:
        """Return where: "in Busan", or the Lindholm of "the Lindholm summit"."""
        head = claim.sentence.words[claim.event.head]
        named = _NAMED_PLACE.search(self.body, start, head.start) if claim.event.is_noun else None
        if named is not None and not named.group(1).isupper():
            return frozenset((named.group(1).lower(),))
        stop = min(claim.sentence.span.end, max(end, claim.date.end) + _PLACE_CHARS)
        for place in _PLACE.finditer(self.body, start, stop):
            words = re.sub(r"[’']s$", "", place.group(1)).lower().split()
            if words[0] not in _EMPTY:
                return frozenset((" ".join(words),))
        return frozenset()

    def _thing(self, claim: Claim, start: int, end: int) -> frozenset[str]:
        """Return the words for what ends: the subject of "expires", the object of "extend"."""
        words, event = claim.sentence.words, claim.event
        subject = self.body[start : words[event.first].start]
        rest = self.body[words[event.head].end : end]
        is_object = event.lemma in _EXTENSIONS | _KEEPING or event.is_noun
        for part in (rest, subject) if is_object else (subject, rest):
            thing = _content(part, claim) - {"extension", "alive"}
            if thing:
                return self._in_full(thing)
        agreement = _AGREEMENT.search(self.body, claim.sentence.span.start, start)
        return _content(agreement.group(1) if agreement else self.body[start:end], claim)

    def _in_full(self, thing: frozenset[str]) -> frozenset[str]:
        """Return the grain transit accord for "the accord", where the article has but that one."""
        if len(thing) > 1:
            return thing
        (word,) = thing
        told = (_words_of(named.group(1)) for named in _AGREEMENT.finditer(self.body))
        fuller = {words for words in told if word in words and len(words) > 1}
        return next(iter(fuller)) if len(fuller) == 1 else thing


def _words_of(text: str) -> frozenset[str]:
    words = (_singular(word.lower()) for word in _CONTENT.findall(text))
    return frozenset(word for word in words if word not in _NO_CONTENT)


def _content(text: str, claim: Claim) -> frozenset[str]:
    """Return the words that name the thing: "a grain transit accord that keeps …" has three."""
    head = claim.sentence.text(claim.event.head)
    words = [word.lower() for word in _CONTENT.findall(_CLAUSE.split(text, maxsplit=1)[0])]
    return frozenset(
        _singular(word)
        for word in words
        if word not in _NO_CONTENT and word != head and lemma_of(word) not in _KINDS["expiry"]
    )


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > len("ties"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word
