"""What the print style of quotations leaves no doubt of, whatever the tagger makes of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from flows.quotes.features import Encoded
from flows.quotes.labels import CONTENT, Floats
from flows.quotes.marks import Run
from flows.quotes.pointers import Pointing

_SPEAKER_BEHIND = re.compile(
    r",[”\"'’»]{1,2}\s+(?P<who>[A-ZÀ-Þ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){0,3}|(?:he|she|they)\b)"
)
# Marks that a sentence opens with, and no word leads into.
_OPENS_SENTENCE = re.compile(r"(?:^|[\n.?!:,”\"])\s*[“\"'‘`„«]{1,2}$")
_OPENING_CHARS = 5
_NEVER = np.float32(1e-6)


def rule_out_names(body: str, encoded: Encoded, chances: Floats, runs: Sequence[Run]) -> None:
    """Let no name be reported that stands behind a comma and its closing mark.

    “It will not,” Karl Voss said: print style leaves no doubt that he is not part of it.
    """
    behind = [
        found.span("who")
        for run in runs
        if (found := _SPEAKER_BEHIND.match(body, run.end))
        and _OPENS_SENTENCE.search(body[max(0, run.start - _OPENING_CHARS) : run.start])
    ]
    edges = np.searchsorted(encoded.starts, behind).reshape(-1, 2)
    for low, high in edges.tolist():
        chances[low:high, CONTENT] = _NEVER


# ",”" and perhaps one mark more stand between the words and their speaker.
_MOST_SIGNS = 4
_ENDS_BEFORE_SPEAKER = frozenset(",?!")
_SURE = np.float32(0.99)


def link_what_follows(
    body: str,
    encoded: Encoded,
    ends: Sequence[int],
    speakers: tuple[Sequence[tuple[int, int]], Pointing],
    verbs: tuple[Sequence[tuple[int, int]], Pointing],
) -> None:
    """Give a quotation that ends with a comma the speaker and verb right behind its mark.

    “It will not,” said Karl Voss: whatever the sentence before was, print style leaves no doubt.
    """
    by_start = [
        {first: number for number, (first, _) in enumerate(side[0])} for side in (speakers, verbs)
    ]
    for number, end in enumerate(ends):
        behind = _first_word_behind(body, encoded, end)
        if behind is None:
            continue
        speaker, verb = (starts.get(behind) for starts in by_start)
        if verb is not None:
            speaker = by_start[0].get(verbs[0][verb][1])
        elif speaker is not None:
            verb = by_start[1].get(speakers[0][speaker][1])
        for (_, pointing), target in ((speakers, speaker), (verbs, verb)):
            if speaker is not None and target is not None:
                pointing.target[number] = target
                pointing.probability[number] = _SURE


def _first_word_behind(body: str, encoded: Encoded, end: int) -> int | None:
    """Return the word behind a comma and a closing mark, or None where they do not stand."""
    signs: list[str] = []
    for token in range(end, min(end + _MOST_SIGNS, len(encoded.starts))):
        sign = body[encoded.starts[token]]
        if sign.isalnum():
            is_closed = len(signs) > 1 and not _ENDS_BEFORE_SPEAKER.isdisjoint(signs[:-1])
            return (
                token if is_closed and encoded.paragraph[token] == encoded.paragraph[end] else None
            )
        signs.append(sign)
    return None
