"""The people and bodies that an article names in full, so that a last name is enough."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from flows.positions.grammar import AUXILIARIES
from flows.text.names import given_names

_NAME = r"[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ]"
_FULL_NAME = re.compile(
    rf"\b({_NAME}) ((?:[A-Z]\. )?(?:(?:de|von|van|der|bin|al|la) ){{0,2}}{_NAME})\b"
)
_LAST = re.compile(rf" ({_NAME})\b")
# A first name without a last: "Elian", so often that all the story calls him so.
_ALONE = re.compile(rf"\b({_NAME})(?:[’']s)?\b(?! [A-ZÀ-Þ])")
_FAMILIAR = 3
# A capital in the middle of a sentence belongs to a name.
_MID_SENTENCE = re.compile(r"(?<=[a-z,;] )([A-ZÀ-Þ][\w’'-]*)")
_PLAIN_WORD = re.compile(r"\b[a-z]+\b")
_TITLED = re.compile(
    r"\b(?P<of>[A-Z][a-z]+ )?(?P<rank>President|Minister|Chancellor|Premier|Governor|Senator|Mayor"
    rf"|Secretary|Commissioner|Chairman|Ambassador) (?:{_NAME} (?:[A-Z]\. )?){{0,2}}"
    rf"(?P<last>{_NAME})\b"
)
_OWNING = ("", "’s", "'s", "’", "'")
# "Former President Holm" is no president.
_LESSER = frozenset({"vice", "deputy", "former", "late", "ex", "then"})
_POSSESSIVE = re.compile(r"[’']s?\Z")


@dataclass(frozen=True, slots=True)
class People:
    """Full names by last name, and every word that the article uses as a name."""

    by_last_name: dict[str, str] = field(default_factory=dict[str, str])
    # The last names and the full ones.
    full_names: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    # Who "the prime minister" is, where only one has that title here.
    by_title: dict[str, str] = field(default_factory=dict[str, str])
    # Full names by last name and by its possessive: "Lunde", "Lunde's".
    by_mention: dict[str, str] = field(default_factory=dict[str, str])
    # Every full name that shares a last name with another of the article.
    namesakes: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])


def people_in(body: str, not_names: frozenset[str]) -> People:
    """Return the names of an article: for each last name the full name that it gives.

    Of namesakes with known first names the first one wins, whom the rest of the article calls by
    the last name alone; else the one named most often, so that a headline's "Top Clinton" is
    nobody. `not_names` are capitalised words, in lower case, that start no person's name.
    """
    counts = _full_names(body, not_names)
    familiar = Counter(_ALONE.findall(body))
    by_last_name = {last: _foremost(names, familiar) for last, names in counts.items()}
    names = {_POSSESSIVE.sub("", word) for word in _MID_SENTENCE.findall(body)}
    # "Workers" is a name in "Steel Workers of America", and none where "workers" walk out.
    plain = set(_PLAIN_WORD.findall(body))
    return People(
        by_last_name,
        frozenset({*by_last_name, *by_last_name.values()}),
        frozenset(name for name in names if name.lower() not in plain),
        _holders(body, by_last_name),
        {f"{last}{end}": full for last, full in by_last_name.items() for end in _OWNING},
        {last: tuple(full) for last, full in counts.items() if len(full) > 1},
    )


def _holders(body: str, by_last_name: dict[str, str]) -> dict[str, str]:
    """Return the only holder of each title that stands before a name: "Foreign Minister Lunde"."""
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for found in _TITLED.finditer(body):
        full = by_last_name.get(found["last"])
        if full is None:
            continue
        of, rank = (found["of"] or "").strip().lower(), found["rank"].lower()
        if of in _LESSER:
            continue
        holders[rank].add(full)
        holders[f"{of} {rank}".strip()].add(full)
    return {title: next(iter(names)) for title, names in holders.items() if len(names) == 1}


def _foremost(names: Counter[str], familiar: Counter[str]) -> str:
    """Return whom the last name alone means; `names` are in the order of the text.

    Of a family, whoever is called by the first name is not called by the last: in a story of Elian
    and Juan Gonzalez "Gonzalez" is the father.
    """
    # "Will Sanders come down?" names no Will.
    known = [name for name in names if _is_given(name.split()[0])]
    formal = [name for name in known if familiar[name.split()[0]] < _FAMILIAR]
    known = formal or known
    return known[0] if known else max(names, key=lambda name: names[name])


def _is_given(word: str) -> bool:
    return word in given_names() and word.lower() not in AUXILIARIES


def _full_names(body: str, not_names: frozenset[str]) -> dict[str, Counter[str]]:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    at = 0
    while found := _FULL_NAME.search(body, at):
        first, last = found.group(1), _POSSESSIVE.sub("", found.group(2))
        if first.endswith("-based") or first.lower() in not_names or last.lower() in not_names:
            at = found.end(1)
            continue
        at = found.end()
        # "Juan Miguel Gonzalez" has two first names.
        third = _LAST.match(body, at) if _is_given(first) and _is_given(last) else None
        if third is not None:
            first, last, at = f"{first} {last}", _POSSESSIVE.sub("", third[1]), third.end()
        counts[last.split()[-1]][f"{first} {last}"] += 1
    return counts
