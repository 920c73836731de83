"""Whose chairman somebody is, where the text says only "its" or "the union’s"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from flows.quotes.speaker_words import BODIES
from flows.quotes.whole_names import names_of
from flows.text.names import Name

# "Arvenia’s farmers’ union", "Keldmark’s opposition": a body without a name of its own.
_OWNED = re.compile(
    r"(?!(?:It|He|She|That|There|Here|What|Who|Let)[’'])[A-Z][\w-]*[’']s?(?:\s[a-z][\w’'-]*){1,4}"
)
# These stand for whichever body was named last.
_ITS = frozenset({"its", "their"})
_COMPANY = frozenset({"company", "firm", "group"})
# "Its" looks back within a paragraph, "the union’s" over a few.
_REACH_CHARS = 2000


def owner_before(
    body: str, position: int, owner: str, is_body: Callable[[Name], bool]
) -> str | None:
    """Return the body that "its", or a noun such as "union", stands for at a position."""
    start = max(0, position - _REACH_CHARS)
    if owner in _ITS:
        start = max(start, body.rfind("\n", start, position) + 1)
    found = [
        (at, name)
        for at, name in _bodies(body, start, position, is_body)
        if owner in _ITS | _COMPANY or owner in re.findall(r"\w+", name.lower())
    ]
    return max(found)[1] if found else None


def _bodies(
    body: str, start: int, end: int, is_body: Callable[[Name], bool]
) -> Iterator[tuple[int, str]]:
    for name in names_of(body, start, end):
        if is_body(name):
            yield name.start, name.text
    for owned in _OWNED.finditer(body, start, end):
        words = owned.group().split(" ")
        lasts = [number for number, word in enumerate(words) if word in BODIES]
        if lasts:
            yield owned.start(), " ".join(words[: lasts[-1] + 1])
