"""Where reported words without marks begin and end: with their clause, as grammar has it.

The tagger decides word by word and may stop inside a clause. Its span is completed only over words
that nothing else has taken: no other quote, speaker or verb.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from flows.quotes.attributions import Attribution
from flows.quotes.cues import SPEECH
from flows.quotes.marks import Run
from flows.records import Block, Span
from flows.text.sentences import sentence_around, sentences_of

# "… the levy and" goes on with something else.
_LOOSE_END = re.compile(r"[\s,]+(?:and|but|or|nor|while|because|although)$")
_NEXT_WORD = re.compile(r"\s(?=[^\W_])")
_CLAUSE_ENDS = re.compile(
    r"[,;:—“”\"()\n]|\s[–-]+\s|\s(?:and|but|while|as|after|before|when|because|although|since|who"
    r"|which|if|though|where|whose)\s"
)
_OPENER = re.compile(r"(?:But|And|Yet|So|Still|However),?\s")
_NO_CLAUSE = re.compile(r"[“”\";:]")
_SPEECH = re.compile(r"[a-z]+")
_ACCORDING = re.compile(r"[Aa]ccording")
# Between a clause and "Lee said" stand a comma and a space.
_MOST_BETWEEN = 3
# A sentence is longer in no newspaper; what is longer is left as it was found.
_MOST_CHARS = 1000


def with_whole_clauses(
    body: str, blocks: Sequence[Block], runs: Sequence[Run], found: Sequence[Attribution]
) -> list[Attribution]:
    """Return the attributions, each span without marks from the start to the end of its clause."""
    edges = _Edges(body, blocks, runs, found)
    return [
        replace(attribution, content=tuple(edges.content_of(attribution))) for attribution in found
    ]


class _Edges:
    """The sentences of an article, and what of them is taken."""

    def __init__(
        self, body: str, blocks: Sequence[Block], runs: Sequence[Run], found: Sequence[Attribution]
    ) -> None:
        self._body = body
        self._runs = runs
        self._sentences = sentences_of(body, blocks)
        self._taken = sorted(
            span for one in found for span in (*one.content, one.cue, one.source) if span
        )

    def content_of(self, attribution: Attribution) -> Iterator[Span]:
        for span in attribution.content:
            sentence = sentence_around(self._sentences, span.start)
            is_found_by_words = attribution.rule == "tagger" and not self._has_marks(span)
            if is_found_by_words and sentence is not None and _is_within(span, sentence):
                start = self._start(span, attribution, sentence)
                yield Span(start, self._end(span, attribution, sentence))
            else:
                yield span

    def _has_marks(self, span: Span) -> bool:
        index = bisect_left(self._runs, span.end, key=lambda run: run.start) - 1
        return index >= 0 and self._runs[index].end > span.start

    def _start(self, span: Span, attribution: Attribution, sentence: Span) -> int:
        """Return where the sentence begins, for "CLAUSE, Lee said": all of it is Lee's."""
        cue, source = attribution.cue, attribution.source
        if cue is None or source is None:
            return span.start
        behind = min(cue.start, source.start) - span.end
        opener = _OPENER.match(self._body, sentence.start, span.start)
        start = opener.end() if opener else sentence.start
        gap = self._body[start : span.start]
        if not 0 <= behind <= _MOST_BETWEEN or _NO_CLAUSE.search(gap):
            return span.start
        if SPEECH.intersection(_SPEECH.findall(gap)) or not self._is_free(start, span.start):
            return span.start
        return start

    def _end(self, span: Span, attribution: Attribution, sentence: Span) -> int:
        """Return where the clause ends that the span breaks off in, without a loose "and"."""
        loose = _LOOSE_END.search(self._body, span.start, span.end)
        if loose is not None:
            return loose.start()
        last = sentence.end
        while last > span.end and not self._body[last - 1].isalnum():
            last -= 1
        cue = attribution.cue
        if cue is not None and cue.start == sentence.start and cue.end < span.start:
            is_according = _ACCORDING.match(self._body, cue.start, cue.end) is not None
            if is_according and not _NO_CLAUSE.search(self._body, span.end, last):
                return last if self._is_free(span.end, last) else span.end
        if not _NEXT_WORD.match(self._body, span.end, last):
            return span.end
        ends = _CLAUSE_ENDS.search(self._body, span.end, last)
        end = ends.start() if ends else last
        return end if self._is_free(span.end, end) else span.end

    def _is_free(self, start: int, end: int) -> bool:
        index = bisect_right(self._taken, end - 1, key=lambda span: span.start) - 1
        return start >= end or index < 0 or self._taken[index].end <= start


def _is_within(span: Span, sentence: Span) -> bool:
    return span.end <= sentence.end and sentence.end - sentence.start <= _MOST_CHARS
