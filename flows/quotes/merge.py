"""Which answer stands where the rules and the tagger both read a text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from flows.quotes.attributions import Attribution
from flows.records import Span


def merged(
    scripts: Sequence[Attribution], learned: Sequence[Attribution], ruled: Sequence[Attribution]
) -> list[Attribution]:
    """Return one list in which no two attributions share a word of reported speech.

    A script's turns stand as set. The tagger is next, and where it names nobody the rule that
    found the same words does. Quotations that the tagger passed over stand if a rule knows who
    spoke and with which verb.
    """
    taken = _Taken(span for turn in scripts for span in turn.content)
    found = [*scripts]
    sure = _by_span(turn for turn in ruled if turn.source is not None)
    for attribution in learned:
        kept = tuple(span for span in attribution.content if not taken.touches(span))
        if kept:
            found.append(_named(replace(attribution, content=kept), sure))
    taken = _Taken(span for turn in found for span in turn.content)
    for attribution in ruled:
        if learned and (attribution.source is None or attribution.rule not in SURE_RULES):
            continue
        kept = tuple(span for span in attribution.content if not taken.touches(span))
        if kept == attribution.content:
            found.append(attribution)
    return sorted(found, key=lambda turn: turn.content[0])


# Rules whose speaker stands beside the verb, which stands beside the marks.
SURE_RULES = frozenset(
    {"name_after_verb", "name_before_verb", "pronoun_after_verb", "pronoun_before_verb"}
)


class _Taken:
    """Spans that do not overlap, for asking whether another touches one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)

    def touches(self, span: Span) -> bool:
        index = bisect_right(self._spans, span.start, key=lambda taken: taken.start)
        before = self._spans[index - 1 : index]
        after = self._spans[index : index + 1]
        return any(other.start < span.end and span.start < other.end for other in before + after)


def _by_span(attributions: Iterable[Attribution]) -> list[tuple[Span, Attribution]]:
    return sorted(((span, turn) for turn in attributions for span in turn.content), key=_start)


def _start(pair: tuple[Span, Attribution]) -> int:
    return pair[0].start


def _named(attribution: Attribution, sure: Sequence[tuple[Span, Attribution]]) -> Attribution:
    """Give an attribution without a speaker the rule's, if the rule read the same words."""
    if attribution.source is not None:
        return attribution
    first = attribution.content[0]
    index = bisect_left(sure, first.start, key=_start)
    for span, ruled in sure[index : index + 1]:
        if span.start < first.end and ruled.rule in SURE_RULES:
            return replace(
                attribution, source=ruled.source, cue=attribution.cue or ruled.cue, rule=ruled.rule
            )
    return attribution
