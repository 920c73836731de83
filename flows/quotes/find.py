"""The order of work for quotes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from flows.quotes.attributions import Attribution, without_overlap
from flows.quotes.cast import cast_of
from flows.quotes.clauses import with_whole_clauses
from flows.quotes.confidence import LEAST_CONFIDENCE, calibrated
from flows.quotes.continued import with_speech_going_on
from flows.quotes.coreference import Cast
from flows.quotes.cues import attribution_kind
from flows.quotes.features import encode
from flows.quotes.learned import learned_attributions
from flows.quotes.marks import Run, runs_of
from flows.quotes.signed import signed_quotes
from flows.quotes.speaker import UNKNOWN
from flows.quotes.speaker_confidence import speaker_confidence
from flows.quotes.statements import is_statement
from flows.quotes.transcripts import transcript_turns
from flows.quotes.weights import weights
from flows.records import Block, BlockKind, Quote, QuoteType, Span, SpeakerKind

# Nobody speaks in a section heading or a fact box; what these say, the text says too.
_SILENT_KINDS = frozenset({BlockKind.HEADING, BlockKind.KEY_POINT})
# PolNeAR's line between direct and mixed: nine characters in ten inside marks.
_DIRECT_SHARE = 0.9


def quotes_of(body: str, blocks: Sequence[Block]) -> list[Quote]:
    """Return the reported speech of an article, in the order of the text."""
    spoken = [_behind_dateline(body, x) for x in blocks if x.kind not in _SILENT_KINDS]
    runs = runs_of(body, spoken)
    # Headings capitalise every word, so that their words are no names.
    named = [_behind_dateline(body, x) for x in blocks if x.kind is not BlockKind.HEADING]
    cast = cast_of(body, named, runs)
    headings = [block.start for block in blocks if block.kind is BlockKind.HEADING]
    found = _attributions(body, spoken, runs, (cast, headings))
    marked = _Marked(runs)
    quotes = [
        quote
        for turn, attribution in enumerate(found)
        for quote in _quotes(body, turn, attribution, (marked, cast))
    ]
    return sorted(quotes, key=lambda quote: (quote.start, quote.end))


# "BUSAN, South Korea (Oct. 30) — ": a place that the reporter writes from, and no speaker.
_DATELINE = re.compile(
    r"[A-Z][A-Z.’' -]{2,40}(?:,[^—–\n]{1,60})?(?:\([^()\n]{1,40}\))?\s*(?:[—–]|--?(?=\s))\s*"
)


def _behind_dateline(body: str, block: Block) -> Block:
    dateline = _DATELINE.match(body, block.start, block.end)
    if dateline is None or dateline.end() == block.end:
        return block
    return replace(block, start=dateline.end())


def _attributions(
    body: str, blocks: Sequence[Block], runs: Sequence[Run], article: tuple[Cast, Sequence[int]]
) -> list[Attribution]:
    """Return who said what: by how the text is set, by the tagger, by what goes on."""
    cast, headings = article
    learned = [
        attribution
        for part in parts_of(blocks)
        for attribution in learned_attributions(
            body, encode(body, part, runs, cast.names), runs, weights()
        )
    ]
    set_apart = [*transcript_turns(body, blocks), *signed_quotes(body, blocks, runs)]
    found = without_overlap(set_apart, learned)
    said = [_not_by_its_object(body, one) for one in found if not _is_denied(body, one)]
    parted = [part for whole in said for part in _by_section(whole, headings)]
    parted.sort(key=lambda attribution: attribution.content[0])
    whole = with_whole_clauses(body, blocks, runs, parted)
    return with_speech_going_on(body, blocks, runs, whole)


# Longer than any story. The tagger needs about a kilobyte for a word, or for a lone mark.
_PART_CHARS = 200_000


def parts_of(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield the blocks in parts that bound the tagger's memory; a longer block is cut."""
    part: list[Block] = []
    for block in blocks:
        for start in range(block.start, block.end, _PART_CHARS):
            piece = replace(block, start=start, end=min(block.end, start + _PART_CHARS))
            if part and piece.end - part[0].start > _PART_CHARS:
                yield part
                part = []
            part.append(piece)
    if part:
        yield part


_NOBODY = re.compile(r"(?:neither|nobody|no one|none|nothing)\b", re.IGNORECASE)


def _is_denied(body: str, attribution: Attribution) -> bool:
    """Say whether nobody is told to have said it: "Neither has said that it will"."""
    source = attribution.source
    return source is not None and _NOBODY.match(body, source.start, source.end) is not None


# "Lee was quoted as saying" is Lee’s; "Lee was accused of lying" is somebody else’s.
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been|being)\s(?:[a-z]+ly\s|also\s|now\s|not\s)?"
    r"(?:accused|charged|told|asked|said|expected|known|considered|thought|believed|reported"
    r"|alleged|urged|warned|rumou?red)\b"
)


def _not_by_its_object(body: str, attribution: Attribution) -> Attribution:
    """Return the attribution without a speaker where the verb says what was said of the source."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or source.start > cue.start:
        return attribution
    if _PASSIVE.search(body, cue.start, cue.end) is None:
        return attribution
    return replace(attribution, source=None)


def _by_section(attribution: Attribution, headings: Sequence[int]) -> Iterator[Attribution]:
    """Yield the words in the speaker's own section, and those beyond a heading without one."""
    source = attribution.source
    if source is None or not headings:
        yield attribution
        return
    section = bisect_left(headings, source.start)
    near = [span for span in attribution.content if bisect_left(headings, span.start) == section]
    if near:
        yield replace(attribution, content=tuple(near))
    for span in attribution.content:
        if span not in near:
            yield replace(attribution, content=(span,), source=None, cue=None)


class _Marked:
    """How much of a span stands in quotation marks."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._starts = [run.start for run in runs]
        self._runs = runs
        self._before = [0, *accumulate(run.end - run.start for run in runs)]

    def type_of(self, span: Span) -> QuoteType:
        inside = self._inside(span.end) - self._inside(span.start)
        if not inside:
            return QuoteType.INDIRECT
        enough = inside >= _DIRECT_SHARE * (span.end - span.start)
        return QuoteType.DIRECT if enough else QuoteType.MIXED

    def _inside(self, position: int) -> int:
        """Return how many characters before the position stand in marks."""
        index = bisect_left(self._starts, position)
        if not index:
            return 0
        run = self._runs[index - 1]
        return self._before[index - 1] + min(position, run.end) - run.start


def _quotes(
    body: str, turn: int, attribution: Attribution, article: tuple[_Marked, Cast]
) -> Iterator[Quote]:
    marked, cast = article
    cue = attribution.cue
    speaker = cast.speaker_of(attribution.source) if attribution.source else None
    role = cast.role_of(speaker.name) if speaker and speaker.name else UNKNOWN
    kind = speaker.kind if speaker else None
    if attribution.rule == "name_and_colon" and kind is SpeakerKind.ORGANISATION:
        # "VOSS:" is all capitals because of the script.
        kind = SpeakerKind.PERSON
    verb = body[cue.start : cue.end] if cue else None
    for span in attribution.content:
        quote_type = marked.type_of(span)
        confidence = calibrated(attribution.rule, attribution.confidence, quote_type)
        if confidence < LEAST_CONFIDENCE:
            continue
        in_marks = quote_type is not QuoteType.INDIRECT
        yield Quote(
            turn=turn,
            quote_type=quote_type,
            start=span.start,
            end=span.end,
            rule=attribution.rule,
            confidence=confidence,
            speaker_name=speaker.name if speaker else None,
            speaker_mention=body[slice(*speaker.span)] if speaker else None,
            speaker_start=speaker.span.start if speaker else None,
            speaker_end=speaker.span.end if speaker else None,
            speaker_kind=kind,
            speaker_role=role.title,
            speaker_affiliation=role.affiliation,
            cue=verb,
            cue_start=cue.start if cue else None,
            cue_end=cue.end if cue else None,
            attribution=attribution_kind(verb) if verb else None,
            speaker_confidence=(
                speaker_confidence(attribution, speaker.path, quote_type) if speaker else None
            ),
            is_statement=in_marks or is_statement(body, span, cue, attribution.source),
        )
