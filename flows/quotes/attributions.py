"""Which words are reported, by which cue, from which speaker: the rules."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from flows.quotes.cues import ALSO_NOUNS, BARE_CLAUSE, BELIEF, CLAUSE, INTENTION, SPEECH, WRITING
from flows.quotes.marks import Run
from flows.quotes.speaker import Cue, Mention, mention_of
from flows.records import Block, Span
from flows.text.sentences import sentences_within


@dataclass(frozen=True, slots=True)
class Attribution:
    """One utterance: its spans, the verb and the words that name the speaker."""

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Statement:
    """A cue whose speaker is known, and the sentence that they stand in."""

    cue: Cue
    mention: Mention

    @property
    def start(self) -> int:
        """Where cue and speaker begin."""
        return min(self.cue.start, self.mention.start)

    @property
    def end(self) -> int:
        """Where cue and speaker end."""
        return max(self.cue.end, self.mention.end)


# A sentence with more verbs of speech is a list of words and no prose.
_MOST_VERBS = 16
_VERBS = SPEECH | WRITING | BELIEF | INTENTION
_WORD = re.compile(r"[Aa]ccording to\b|(?<![\w’'-])[a-z]+(?:-[a-z]+)?(?![\w’'-])")
# "Reports confirm …", "the claim of …": what follows shows that the word is no verb here.
_NOUN = re.compile(
    rf"\s+(?:{'|'.join(sorted(CLAUSE))}|of|from|on|by|for|in|at|is|was|are|were|and)\b"
)
_THAT = re.compile(r"\s+(?:\w+\s+){0,4}?that\s+", re.ASCII)
_CONTENT_WORDS = re.compile(r"\w+")
_SOMETHING = re.compile(r"[\w\x00]")
# How often each kind of find is right, on articles that the rules were not written from.
_MARKS_CONFIDENCE = 0.9
_CLAUSE_CONFIDENCE = 0.7
_ALONE_CONFIDENCE = 0.4
# A shorter run without a full stop or comma inside its closing mark is a term or a title.
_LEAST_WORDS = 3
_ENDS_SPEECH = ",.?!…—-"


def blanked(body: str, runs: Sequence[Run]) -> str:
    """Return the body with the inside of every run replaced by NULs of the same length."""
    parts: list[str] = []
    position = 0
    for run in runs:
        parts += (body[position : run.start], "\x00" * (run.end - run.start))
        position = run.end
    return "".join(parts) + body[position:]


def ruled_attributions(
    body: str, blocks: Sequence[Block], runs: Sequence[Run]
) -> Iterator[Attribution]:
    """Yield what the rules find in each paragraph, in the order of the text."""
    text = blanked(body, runs)
    first = 0
    for block in blocks:
        last = bisect_left(runs, block.end, lo=first, key=lambda run: run.start)
        yield from attributions_within(body, text, block, runs[first:last])
        first = last


def attributions_within(
    body: str, text: str, block: Block, runs: Sequence[Run]
) -> Iterator[Attribution]:
    """Yield what the rules find in one paragraph; `text` is the body with runs blanked."""
    sentences = list(sentences_within(text, block.start, block.end))
    statements = [s for sentence in sentences for s in _statements(text, sentence)]
    used: set[int] = set()
    for run_group in _turns(body, text, runs, statements):
        used |= {id(run_group.statement)} if run_group.statement else set()
        yield run_group.attribution
    for statement in statements:
        if id(statement) not in used:
            clause = _clause_of(text, statement)
            if clause is not None:
                yield Attribution((clause,), *_parts(statement), _CLAUSE_CONFIDENCE)


@dataclass(frozen=True, slots=True)
class _Turn:
    attribution: Attribution
    statement: Statement | None


def _parts(statement: Statement) -> tuple[Span, Span, str]:
    cue, mention = statement.cue, statement.mention
    return Span(cue.start, cue.end), Span(mention.start, mention.end), mention.rule


def _statements(text: str, sentence: Span) -> Iterator[Statement]:
    words = _WORD.finditer(text, sentence.start, sentence.end)
    verbs = (word for word in words if word.group() in _VERBS or " " in word.group())
    for verb in islice(verbs, _MOST_VERBS):
        if verb.group() in ALSO_NOUNS and _NOUN.match(text, verb.end()):
            continue
        cue = Cue(text, verb.start(), verb.end(), sentence)
        mention = mention_of(cue)
        if mention is not None:
            yield Statement(cue, mention)


def _turns(
    body: str,
    text: str,
    runs: Sequence[Run],
    statements: Sequence[Statement],
) -> Iterator[_Turn]:
    """Give each spoken run to its statement; runs of one statement are one turn."""
    groups: dict[int, list[Span]] = {}
    previous: int | None = None
    for run in runs:
        index = _statement_of(text, run, statements)
        if index is None and previous is not None and _follows(text, run, groups[previous][-1]):
            index = previous
        if index is None:
            if _is_speech(body, run):
                yield _Turn(Attribution((run.span,), None, None, "no_cue", _ALONE_CONFIDENCE), None)
            continue
        clause = _clause_of(text, statements[index])
        if clause is not None and clause.start <= run.start and run.end <= clause.end:
            span = clause
        elif _is_speech(body, run):
            span = run.span
        else:
            continue
        group = groups.setdefault(index, [])
        if span not in group:
            group.append(span)
        previous = index
    for index, spans in groups.items():
        found = Attribution(tuple(spans), *_parts(statements[index]), _MARKS_CONFIDENCE)
        yield _Turn(found, statements[index])


def _is_speech(body: str, run: Run) -> bool:
    """Say whether the run looks spoken, and is no title, term or scare quote."""
    ends = body[run.end - 1] in _ENDS_SPEECH or body[run.end : run.end + 1] == ","
    if ends or not run.is_closed:
        return True
    return len(_CONTENT_WORDS.findall(body, run.start, run.end)) > _LEAST_WORDS


# Of several verbs before a run, one of the last two leads into it.
_STATEMENTS_BACK = 2
_ONLY_MARKS = re.compile(r"[\s\"”“’‘',.:—–-]*")
_LEADS_IN = re.compile(r"[^.?!;\x00]{0,120}[:,]?\s*[\"“‘']*")


def _statement_of(text: str, run: Run, statements: Sequence[Statement]) -> int | None:
    """Return the index of the statement that the run belongs to, or None.

    First one that follows the run with only a comma between, then one that leads into it,
    then one in the same sentence.
    """
    behind = bisect_left(statements, run.end, key=lambda statement: statement.start)
    for index in range(behind, min(behind + 1, len(statements))):
        if _ONLY_MARKS.fullmatch(text, run.end, statements[index].start):
            return index
    for index in range(behind - 1, max(behind - 1 - _STATEMENTS_BACK, -1), -1):
        statement = statements[index]
        if statement.end <= run.start and _LEADS_IN.fullmatch(text, statement.end, run.start):
            return index
    return None


def _follows(text: str, run: Run, last: Span) -> bool:
    """Say whether a run goes on where the last span of the turn, or its cue, ended."""
    between = text[last.end : run.start]
    return "\x00" not in between and between.count(". ") + between.count(".” ") <= 1


def _clause_of(text: str, statement: Statement) -> Span | None:
    """Return the reported clause: "it was over" in "Lee said that it was over"."""
    cue, mention = statement.cue, statement.mention
    verb = text[cue.start : cue.end]
    if mention.rule == "after_according_to":
        return _clause_beside_according_to(text, statement)
    if mention.start > cue.start:
        return None
    that = _THAT.match(text, cue.end, cue.sentence.end)
    if verb not in CLAUSE or (that is None and (verb in ALSO_NOUNS or verb not in BARE_CLAUSE)):
        return None
    start = that.end() if that else cue.end
    return _trimmed(text, start, cue.sentence.end) if _is_clause(text, start, that) else None


_NO_CLAUSE = re.compile(
    r"\s*(?:[,.:;”\"]|$|(?:in|on|at|during|of|about|as|when|while|after|before|with|to|by|last|this"
    r"|goodbye|so|no|yes|nothing|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|and|for"
    r"|from)\b)"
)


def _is_clause(text: str, start: int, that: re.Match[str] | None) -> bool:
    return that is not None or _NO_CLAUSE.match(text, start) is None


def _clause_beside_according_to(text: str, statement: Statement) -> Span | None:
    sentence = statement.cue.sentence
    before = _trimmed(text, sentence.start, statement.cue.start)
    if before is not None:
        return before
    return _trimmed(text, statement.mention.end, sentence.end)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in " \xa0\t,;:—–-":
        start += 1
    while end > start and text[end - 1] in " \xa0\t,.;:—–-":
        end -= 1
    return Span(start, end) if _SOMETHING.search(text, start, end) else None
