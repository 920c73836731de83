"""One utterance as it was read, before anybody asked who the speaker is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from flows.records import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """The spans of one utterance, the verb that reports it and the words that name the speaker.

    `rule` is what found it; `confidence` is how sure that was, before calibration, and
    `source_chance` how sure it was of the words that name the speaker.
    """

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    rule: str
    confidence: float
    source_chance: float = 1.0


def without_overlap(
    surest: Sequence[Attribution], others: Sequence[Attribution]
) -> list[Attribution]:
    """Return all of the surest and, of the others, the spans that share no word with them.

    The answer is in the order of the text.
    """
    taken = sorted(span for attribution in surest for span in attribution.content)
    found = [*surest]
    for attribution in others:
        kept = tuple(span for span in attribution.content if not _is_taken(span, taken))
        if kept:
            found.append(replace(attribution, content=kept))
    return sorted(found, key=lambda attribution: attribution.content[0])


def _is_taken(span: Span, taken: Sequence[Span]) -> bool:
    index = bisect_left(taken, span.end, key=lambda other: other.start) - 1
    return index >= 0 and taken[index].end > span.start
