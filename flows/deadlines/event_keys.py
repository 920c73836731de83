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
from flows.deadlines.event_phrase import event_span
from flows.deadlines.event_words import NOUN_TYPES, RESCHEDULING, lemma_of
from flows.deadlines.triggers import BEFORE_DATE, BEFORE_INFINITIVE, MODALS, PAST_FORMS, REPORTING
from flows.deadlines.vocabulary import MONTHS, WEEKDAYS
from flows.deadlines.word_lists import listed
from flows.records import EventType
from flows.text.names import Name, NameKind, names_within

# Words for one kind of event; elsewhere the verb or noun itself is the kind.
_KINDS: dict[str, frozenset[str]] = {
    "summit": frozenset(("summit", "summits")),
    "meeting": listed("meet meeting meetings talks negotiations round"),
    "visit": listed("visit visits trip trips travel tour"),
    "election": listed("election elections elect poll polls re-election by-election"),
    "vote": listed("vote votes voting ballot"),
    "hearing": listed("hearing hearings hear"),
    "expiry": listed("expire expires expiry expiration lapse end run term mandate"),
}
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
# Chinese, Korean and Vietnamese names have the family name first: Xi Jinping is Xi.
_FAMILY_NAMES_FIRST = listed("""
    xi li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng
    liang xie tang han cao deng feng peng jiang lu wen qin kim lee park choi jung cho yoon moon
    roh nguyen tran pham le phan vo tsai chiang lam tung
    """)
# A weak identity borrows the names that its article speaks of most.
_MOST_NAMES = 2
_PLACE_CHARS = 100


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


def keys_of(body: str, claims: Sequence[Claim]) -> list[str]:
    """Return the event key of each claim of one article."""
    if not claims:
        return []
    identities = [_identity(body, claim) for claim in claims]
    subjects = _subjects_of(body) if any(one.is_weak for one in identities) else frozenset[str]()
    distinct = list(dict.fromkeys(identities))
    keys = [_settled(identity, distinct, subjects).key() for identity in identities]
    return _told_apart(claims, keys)


def _settled(identity: Identity, others: Sequence[Identity], subjects: frozenset[str]) -> Identity:
    """Return the fullest identity of the article that this one can only mean."""
    fuller = [other for other in others if other != identity and other.holds(identity)]
    largest = [one for one in fuller if all(one.holds(other) for other in fuller)]
    if largest and not identity.is_empty:
        identity = largest[0]
    return replace(identity, who=identity.who | subjects) if identity.is_weak else identity


def _told_apart(claims: Sequence[Claim], keys: list[str]) -> list[str]:
    """Keep two days that one sentence gives one verb apart: "in June and again in January"."""
    seen: Counter[tuple[int, int, str]] = Counter()
    apart: list[str] = []
    for claim, key in zip(claims, keys, strict=True):
        place = (claim.sentence.span.start, claim.event.head, key)
        apart.append(f"{key}|{seen[place] + 1}" if seen[place] else key)
        seen[place] += 1
    return apart


def _subjects_of(body: str) -> frozenset[str]:
    """Return the two names that the article speaks of most."""
    names = names_within(body, 0, len(body))
    counts = Counter(key for name in names if (key := _name_key(name.text, name.kind)) is not None)
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    return frozenset(ranked[:_MOST_NAMES])


def _name_key(name: str, kind: NameKind) -> str | None:
    """Return the last name of a person, the whole name of others; None for what names nobody."""
    words = re.sub(r"[’']s?$", "", name).lower().split()
    if not words or any(word in _EMPTY or word in NOUN_TYPES for word in words):
        return None
    if kind is not NameKind.PERSON:
        return " ".join(words)
    return words[0] if words[0] in _FAMILY_NAMES_FIRST else words[-1]


def _kind_of(claim: Claim) -> str:
    word, lemma = claim.sentence.text(claim.event.head), claim.event.lemma
    for kind, words in _KINDS.items():
        if lemma in words or word in words:
            return kind
    if lemma in _EXTENSIONS or word in _EXTENSIONS:
        return "expiry"
    return "expiry" if claim.event.event_type is EventType.EXPIRY else lemma


def _identity(body: str, claim: Claim) -> Identity:
    """Return who does what and where, of a moved event that of the event itself."""
    start, end = event_span(claim)
    kind, moved = _kind_of(claim), _moved_event(claim, start)
    kind = moved or kind
    if kind == "expiry":
        return Identity(kind, what=_thing(body, claim))
    where = _places(body, claim, start, end)
    who = _parties(body, claim, start, end) - where
    if kind == "meeting" and _LEADERS.search(body, start, end):
        kind = "summit"
    if kind == "summit" and where and not where & _HUBS:
        return Identity(kind, _hosts(body, claim, start), where)
    if kind in ("summit", "meeting", "visit") and (who or where):
        return Identity(kind, who, where)
    names = {part for name in who | where for part in name.split()}
    return Identity(kind, who, where, _content(body[start:end], claim) - names)


def _hosts(body: str, claim: Claim, start: int) -> frozenset[str]:
    """Return the APEC of "the APEC summit in Busan": a place alone names no body's summit."""
    head = claim.sentence.words[claim.event.head]
    names = names_within(body, start, head.start) if claim.event.is_noun else ()
    return frozenset(
        name.text.lower()
        for name in names
        if (name.text.isupper() or name.kind is NameKind.BODY) and name.end == head.start - 1
    )


def _moved_event(claim: Claim, start: int) -> str | None:
    """Return the hearing of "has moved its hearing to March 26": it is still the same event."""
    if claim.event.lemma not in RESCHEDULING - _EXTENSIONS:
        return None
    events = [
        event
        for event in claim.sentence.events
        if event.is_noun and claim.sentence.words[event.head].start >= start
    ]
    noun = next((event for event in events if event.head < claim.date.first_word), None)
    return _kind_of(replace(claim, event=noun)) if noun is not None else None


def _places(body: str, claim: Claim, start: int, end: int) -> frozenset[str]:
    head = claim.sentence.words[claim.event.head]
    named = _NAMED_PLACE.search(body, start, head.start) if claim.event.is_noun else None
    if named is not None and not named.group(1).isupper():
        return frozenset((named.group(1).lower(),))
    stop = min(claim.sentence.span.end, max(end, claim.date.end) + _PLACE_CHARS)
    for place in _PLACE.finditer(body, start, stop):
        words = re.sub(r"[’']s$", "", place.group(1)).lower().split()
        if words[0] not in _EMPTY:
            return frozenset((" ".join(words),))
    return frozenset()


def _thing(body: str, claim: Claim) -> frozenset[str]:
    """Return the words for what ends: the subject of "expires", the object of "extend"."""
    words, event = claim.sentence.words, claim.event
    start, end = event_span(claim)
    subject, rest = body[start : words[event.first].start], body[words[event.head].end : end]
    parts = (rest, subject) if event.lemma in _EXTENSIONS or event.is_noun else (subject, rest)
    for part in parts:
        thing = _content(part, claim) - {"extension"}
        if thing:
            return thing
    agreement = _AGREEMENT.search(body, claim.sentence.span.start, start)
    return _content(agreement.group(1) if agreement else body[start:end], claim)


def _parties(body: str, claim: Claim, start: int, end: int) -> frozenset[str]:
    names = _names(body, start, end)
    if names or not _PAIRS.search(body, start, end):
        return names
    line = body.rfind("\n", 0, claim.sentence.span.start) + 1
    before = list(names_within(body, line, start))
    people = [name for name in before if name.kind is NameKind.PERSON] or before
    keys = (_name_key(name.text, name.kind) for name in people[-2:])
    return frozenset(key for key in keys if key is not None)


def _names(body: str, start: int, end: int) -> frozenset[str]:
    """Return the names in the span; "Trump-Xi" holds two."""
    keys: set[str | None] = set()
    for name in names_within(body, start, end):
        if not _only_opens(body, name):
            is_body = name.kind is NameKind.BODY
            parts = [name.text] if is_body else re.split(r"[-–]", name.text)
            keys.update(_name_key(part, name.kind) for part in parts)
    return frozenset(key for key in keys if key is not None)


def _only_opens(body: str, name: Name) -> bool:
    """Say whether a single word has its capital only because a sentence begins with it."""
    if " " in name.text or name.kind is not NameKind.UNKNOWN:
        return False
    opens = (
        name.start == 0
        or body[name.start - 1] == "\n"
        or body[name.start - 2 : name.start - 1] in ".!?:“"
    )
    return opens and f" {name.text}" not in body.replace(f". {name.text}", "")


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
