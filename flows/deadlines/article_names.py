"""The names of an article, as they tell events apart."""

from __future__ import annotations

import re
from collections import Counter

from flows.deadlines.event_words import NOUN_TYPES
from flows.deadlines.vocabulary import MONTHS, WEEKDAYS
from flows.deadlines.word_lists import listed
from flows.text.names import Name, NameKind, kind_of, names_within

_DAYS = frozenset((*MONTHS, *WEEKDAYS))
_NO_NAMES = _DAYS | NOUN_TYPES.keys() | listed("date day next new first last the this that act")
# Chinese, Korean and Vietnamese names have the family name first: Xi Jinping is Xi.
_FAMILY_NAMES_FIRST = listed(
    """
    xi li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng
    liang xie tang han cao deng feng peng jiang lu wen qin kim lee park choi jung cho yoon moon
    roh nguyen tran pham le phan vo tsai chiang lam tung
    """
)
# A capital after a small letter or a comma belongs to a name and not to a sentence's first word.
_INNER_CAPITAL = re.compile(r"[a-z,;] ([A-ZÀ-Þ][\w-]*)")
_FULL_NAME = re.compile(r"\b([A-ZÀ-Þ][\w’-]+(?: [A-Z]\.)? ([A-ZÀ-Þ][\w’-]+))\b")
_OPENING_MARKS = frozenset("\n.!?:“\"‘'—")
_MOST_SPOKEN_OF = 2


class ArticleNames:
    """Who is named in one article, and where."""

    def __init__(self, body: str) -> None:
        """Take the article whose names are asked for."""
        self.body = body
        self._inner = frozenset(_INNER_CAPITAL.findall(body))
        self._full: dict[str, str] = {}
        for full, last in _FULL_NAME.findall(body):
            self._full.setdefault(last, full)

    def within(self, start: int, end: int) -> list[Name]:
        """Return the names in the span that are no days and no mere first words of sentences."""
        return [
            name
            for name in names_within(self.body, start, end)
            if name.text.lower() not in _DAYS and not self._only_opens(name)
        ]

    def keys_within(self, start: int, end: int) -> frozenset[str]:
        """Return the names in the span as keys; "Trump-Xi" holds two."""
        keys: set[str | None] = set()
        for name in self.within(start, end):
            is_body = name.kind is NameKind.BODY
            parts = [name.text] if is_body else re.split(r"[-–]", name.text)
            keys.update(key_of(part, name.kind) for part in parts)
        return frozenset(key for key in keys if key is not None)

    def most_spoken_of(self) -> frozenset[str]:
        """Return the two names that the article speaks of most."""
        names = self.within(0, len(self.body))
        counts = Counter(key for n in names if (key := key_of(n.text, n.kind)) is not None)
        ranked = sorted(counts, key=lambda name: (-counts[name], name))
        return frozenset(ranked[:_MOST_SPOKEN_OF])

    def person_called(self, name: str) -> str:
        """Return the full name of a person whom the article names in full elsewhere."""
        full = self._full.get(name, name)
        return full if kind_of(full) is NameKind.PERSON else name

    def _only_opens(self, name: Name) -> bool:
        """Say whether a single word has its capital only because a sentence begins with it."""
        if " " in name.text or name.kind is not NameKind.UNKNOWN or name.text in self._inner:
            return False
        before = self.body[max(0, name.start - 2) : name.start].strip(" ")
        return not before or before[-1] in _OPENING_MARKS


def key_of(name: str, kind: NameKind) -> str | None:
    """Return the last name of a person, the whole name of others; None for what names nobody."""
    words = re.sub(r"[’']s?$", "", name).lower().split()
    if not words or any(word in _NO_NAMES for word in words):
        return None
    if kind is not NameKind.PERSON:
        return " ".join(words)
    return words[0] if words[0] in _FAMILY_NAMES_FIRST else words[-1]
