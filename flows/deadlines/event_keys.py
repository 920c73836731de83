"""One key for one event: made of who, what and where, never of the date.

Two claims get one key only where their words leave little doubt: two events that are wrongly
merged hide a date, one event in two rows only repeats it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from flows.deadlines.claims import Claim
from flows.deadlines.event_words import VERB_LEMMAS
from flows.deadlines.phrase_of_event import event_span
from flows.deadlines.triggers import BEFORE_INFINITIVE
from flows.records import EventType
from flows.text.names import NameKind, names_within

_MEETINGS = frozenset(
    "meet meeting meetings summit summits talks negotiations round session".split()
)
_VISITS = frozenset("visit visits trip trips travel tour".split())
_ENDS = frozenset("expire expiry expiration extend extension lapse end run term".split())
_ELECTIONS = frozenset("election elections elect poll polls re-election reelection".split())
_PAIRS = re.compile(
    r"(?:the|both|their) (?:two )?(?:\w+ )?(?:leaders|presidents|ministers|sides|men|women|delegations|"
    r"governments|countries|teams|rivals|candidates|prime ministers|allies|nations)\b|\bthe pair\b|^they\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b(?:in|at) (?:the )?((?:[A-ZÀ-Þ][\w’'.-]+ ?)+)")
_CONTENT = re.compile(r"[^\W\d_]{3,}")
_CLAUSE = re.compile(
    r"\b(?:that|which|who|whose|forged|signed|reached|between|including|after|before|if)\b|[,—–(]"
)
_EMPTY = frozenset(
    """
    the and for are was were has have had will would can could may might must shall should set due
    expected scheduled planned plans said says that this these those with from into its their his
    her our your not but also then than them they who which what when where while date dates next
    last new first second final round day days week weeks month months year years two three four
    been being about over under after before until between take takes taken hold held holds come
    comes make made again still now would earlier later which does did more most other another
    begin begins start starts two both all
    """.split()
)
_MONTH_OR_DAY = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b.*",
    re.IGNORECASE,
)
# Chinese, Korean and Vietnamese names have the family name first: Xi Jinping is Xi.
_FAMILY_NAMES_FIRST = frozenset(
    """
    xi li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng
    liang xie tang han cao deng feng peng jiang lu wen qin kim lee park choi jung cho yoon moon
    roh nguyen tran pham le phan vo tsai chiang lam tung
    """.split()
)
_MOST_NAMES = 2


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells one event from another."""

    kind: str
    who: frozenset[str]
    where: frozenset[str]
    what: frozenset[str]

    @property
    def is_weak(self) -> bool:
        """Say whether these words fit many events: "the vote", "the accord expires"."""
        return not self.who and len(self.what) + len(self.where) <= 1

    def holds(self, other: Identity) -> bool:
        """Say whether the other says nothing that this one does not say."""
        same = self.kind == other.kind and other.who <= self.who and other.what <= self.what
        return same and (other.where <= self.where)

    def key(self) -> str:
        """Return the identity as one string."""
        parts = (self.who, self.where, self.what)
        return "|".join([self.kind, *("+".join(sorted(part)) for part in parts)])


def keys_of(body: str, claims: Sequence[Claim]) -> list[str]:
    """Return the event key of each claim of one article."""
    identities = [_identity(body, claim) for claim in claims]
    return [_settled(identity, identities, body).key() for identity in identities]


def _settled(identity: Identity, others: Sequence[Identity], body: str) -> Identity:
    """Return the fullest identity in the article that this one can only mean."""
    fuller = [
        other
        for other in dict.fromkeys(others)
        if other != identity and other.holds(identity) and not identity.holds(other)
    ]
    largest = [one for one in fuller if all(one.holds(other) for other in fuller)]
    if largest and _says_something(identity):
        return _settled_alone(largest[0], body)
    return _settled_alone(identity, body)


def _says_something(identity: Identity) -> bool:
    return bool(identity.who or identity.where or identity.what)


def _settled_alone(identity: Identity, body: str) -> Identity:
    if not identity.is_weak:
        return identity
    return replace(identity, who=_subjects_of(body))


def _subjects_of(body: str) -> frozenset[str]:
    """Return the two names that the article speaks of most."""
    counts = Counter(
        _name_key(n.text, n.kind)
        for n in names_within(body, 0, len(body))
        if not _MONTH_OR_DAY.match(n.text)
    )
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    return frozenset(ranked[:_MOST_NAMES])


def _name_key(name: str, kind: NameKind) -> str:
    words = re.sub(r"[’']s$", "", name).lower().split()
    if kind is not NameKind.PERSON:
        return " ".join(words)
    return words[0] if words[0] in _FAMILY_NAMES_FIRST else words[-1]


def _kind_of(claim: Claim) -> str:
    word = claim.sentence.words[claim.event.head].text.lower()
    lemma = claim.event.lemma or VERB_LEMMAS.get(word, word)
    for name, group in (
        ("meeting", _MEETINGS),
        ("visit", _VISITS),
        ("expiry", _ENDS),
        ("election", _ELECTIONS),
    ):
        if lemma in group or word in group:
            return name
    if claim.event.event_type is EventType.EXPIRY:
        return "expiry"
    return lemma.removesuffix("s")


def _identity(body: str, claim: Claim) -> Identity:
    start, end = event_span(claim)
    kind = _kind_of(claim)
    sentence_end = claim.sentence.span.end
    place = _PLACE.search(body, start, min(sentence_end, max(end, claim.date.end) + 100))
    where = frozenset()
    if place and not _MONTH_OR_DAY.match(place.group(1)):
        where = frozenset((place.group(1).strip(" ,.").lower(),))
    who = _parties(body, claim, start, end) - where
    if kind in ("meeting", "visit"):
        return Identity(
            kind, who, where, frozenset() if who or where else _content(body[start:end], claim)
        )
    what = _content(body[start:end], claim)
    if kind == "expiry":
        return Identity(kind, frozenset(), frozenset(), _thing(body, claim))
    return Identity(kind, who, where, what)


def _thing(body: str, claim: Claim) -> frozenset[str]:
    """Return the words for what ends: the subject of "expires", the object of "extend"."""
    words, event = claim.sentence.words, claim.event
    start, end = event_span(claim)
    subject, rest = body[start : words[event.first].start], body[words[event.head].end : end]
    if event.lemma in _TAKES_AN_OBJECT:
        return _content(rest, claim) or _content(subject, claim)
    return _content(subject, claim) or _content(rest, claim) or _content(body[start:end], claim)


_TAKES_AN_OBJECT = frozenset("extend end prolong renew extension".split())


def _parties(body: str, claim: Claim, start: int, end: int) -> frozenset[str]:
    names = _names(body, start, end)
    if names or not _PAIRS.search(body, start, end):
        return names
    line = body.rfind("\n", 0, claim.sentence.span.start) + 1
    before = list(names_within(body, line, start))
    people = [n for n in before if n.kind is NameKind.PERSON] or before
    return frozenset(_name_key(n.text, n.kind) for n in people[-2:])


def _names(body: str, start: int, end: int) -> frozenset[str]:
    """Return the names in the span; "Trump-Xi" holds two."""
    keys: set[str] = set()
    for name in names_within(body, start, end):
        parts = [name.text] if name.kind is NameKind.BODY else re.split(r"[-–]", name.text)
        keys.update(_name_key(part, name.kind) for part in parts if part)
    return frozenset(k for k in keys if k not in _EMPTY and not _MONTH_OR_DAY.match(k))


def _content(text: str, claim: Claim) -> frozenset[str]:
    """Return the words that name the thing: "grain transit accord that keeps …" has three."""
    head = claim.sentence.words[claim.event.head].text.lower()
    words = [w.lower() for w in _CONTENT.findall(_CLAUSE.split(text, maxsplit=1)[0])]
    return frozenset(
        _singular(w)
        for w in words
        if w not in _EMPTY
        and w != head
        and w not in BEFORE_INFINITIVE
        and not _MONTH_OR_DAY.fullmatch(w)
        and VERB_LEMMAS.get(w) != "expire"
    )


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
