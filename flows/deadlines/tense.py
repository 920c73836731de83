"""Where the words around a date look: back, or ahead."""

from __future__ import annotations

import re

from flows.deadlines.reading import Tense
from flows.deadlines.words import Words

_AHEAD = frozenset(
    """
    will shall would to may might could can should must set due scheduled expected plans plan
    planned planning expects intends aims hopes slated upcoming going 'll wo
    """.split()
)
_BACK = frozenset(
    """
    said was were had did told went came took made got gave became began rose fell saw found left
    won lost met held spoke wrote ran hit grew sold bought paid led kept sent brought thought felt
    stood struck cut put set broke chose drew drove flew knew meant read sat shot showed slipped
    """.split()
) - {"set", "put", "cut"}
_ED = re.compile(r"[a-z]{3,}ed$")
# Words farther away than this belong to another clause.
_REACH = 12
_STOPS = frozenset(("stop", "break"))


def tense_at(words: Words, first: int, last: int) -> Tense:
    """Return where the clause around the words `first` to `last` looks, by its nearest verb."""
    before = _nearest(words, range(first - 1, max(-1, first - 1 - _REACH), -1))
    if before is not Tense.NONE:
        return before
    return _nearest(words, range(last + 1, min(len(words.words), last + 1 + _REACH)))


def _nearest(words: Words, places: range) -> Tense:
    for place in places:
        word = words.words[place]
        if word.kind in _STOPS:
            return Tense.NONE
        text = word.text.lower()
        if text in _AHEAD or text.endswith(("'ll", "’ll")):
            return Tense.FUTURE
        if text in _BACK or (word.kind == "word" and _ED.match(text)):
            previous = words.words[place - 1].text.lower() if place else ""
            if previous in ("be", "been") or previous in ("is", "are"):
                continue
            return Tense.PAST
    return Tense.NONE
