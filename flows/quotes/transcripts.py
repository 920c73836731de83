"""Speech set as a script: "KEANE: Did you sign it?", one speaker a paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from flows.quotes.attributions import Attribution
from flows.records import Block, Span
from flows.text.names import NameKind, kind_of

_LABEL = re.compile(
    r"(?P<who>[^\W\d_a-zß-öø-ÿ][\w.’'-]*(?:[ \xa0][^\W\d_a-zß-öø-ÿ][\w.’'-]*){0,3})"
    r"(?:[ \xa0]\([^()\n]{1,40}\))?(?P<colon>:)\s+(?=[\"“‘']?\w)"
)
# A label that stands before several paragraphs is a speaker; one that stands once may be a topic.
_LEAST_TURNS = 2
_OPENING = frozenset('“"')
_CLOSING = frozenset('”"')
_CONFIDENCE = 0.95


def transcript_turns(body: str, blocks: Sequence[Block]) -> Iterator[Attribution]:
    """Yield the turns of every passage that is set as a script.

    Speakers take turns and say I, you or we; a list of scores or charges does neither.
    """
    labels = [_LABEL.match(body, block.start, block.end) for block in blocks]
    often = Counter(label.group("who") for label in labels if label)
    for number, label in enumerate(labels):
        if label is None or not _is_speaker(label, often):
            continue
        beside = [near for near in (number - 1, number + 1) if 0 <= near < len(labels)]
        answers = [near for near in beside if _answers(label, labels[near])]
        if answers and any(_is_spoken(body, blocks[near]) for near in (number, *answers)):
            yield Attribution(
                content=(_without_marks(body, label.end(), blocks[number].end),),
                cue=Span(*label.span("colon")),
                source=Span(*label.span("who")),
                rule="name_and_colon",
                confidence=_CONFIDENCE,
            )


_SPOKEN = re.compile(r"\b(?:I|[Yy]ou|[Ww]e|[Mm]y|[Yy]our|[Oo]ur)\b")


def _is_spoken(body: str, block: Block) -> bool:
    return _SPOKEN.search(body, block.start, block.end) is not None


def _is_speaker(label: re.Match[str], often: Counter[str]) -> bool:
    who = label.group("who")
    return who.isupper() or kind_of(who) is NameKind.PERSON or often[who] >= _LEAST_TURNS


def _answers(label: re.Match[str], other: re.Match[str] | None) -> bool:
    """Say whether the paragraph beside it is another speaker's turn in the same setting."""
    if other is None or other.group("who") == label.group("who"):
        return False
    return other.group("who").isupper() == label.group("who").isupper()


def _without_marks(body: str, start: int, end: int) -> Span:
    if body[start] in _OPENING and body[end - 1] in _CLOSING:
        return Span(start + 1, end - 1)
    return Span(start, end)
