"""Where quotation marks open and close. A run is what stands between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flows.records import Block, Span

_OPENING = frozenset({"“", "„", "«", "``"})
_CLOSING = frozenset({"”", "»"})
_TWO_WAY = frozenset({'"', "''"})
_SINGLE_OPENING = frozenset({"‘", "'"})
_SINGLE_CLOSING = frozenset({"’", "'"})
# Markup in a body (`<tweet id="1">`) holds marks that quote nobody.
_MARK = re.compile(r"</?\w[^<>\n]{0,300}>|``|''|[“„«”»\"‘’']")
# In a paragraph that never closes its mark, a comma before "Ann Lee said" is where it ended.
_FORGOTTEN = re.compile(r",\s+(?:[\w.’'-]{1,30}\s+){0,4}(?:said|says|added)\b")
# A single mark behind a full stop where none was opened: a closing mark that lost its other half.
_SLIPPED = re.compile(r"(?<=[,.?!…])['’](?=\s)")
_CLAUSE_ENDS = frozenset(".?!…—-–")
_BEFORE_OPENING = frozenset(" \t\n\xa0\u2009\u200a\u202f([{—–-:;,.‘“'\">/…")


@dataclass(frozen=True, slots=True)
class Run:
    """The text between two marks, without them and without the comma that print puts inside.

    An unclosed run ends with its paragraph; where the next paragraph re-opens, as print style
    has it for long speeches, the next run `continues` this one. A run `ends_clause` where a
    comma or full stop stands inside its closing mark, as print does it for speech.
    """

    start: int
    end: int
    is_closed: bool
    continues: bool = False
    is_single: bool = False
    ends_clause: bool = False

    @property
    def span(self) -> Span:
        """The run as a span."""
        return Span(self.start, self.end)


def runs_of(body: str, blocks: Sequence[Block]) -> list[Run]:
    """Return what stands in quotation marks, in order; no run crosses a paragraph.

    Marks inside marks belong to the outer run: “He said ‘go’ twice” is one run.
    """
    runs: list[Run] = []
    left_open = False
    for block in blocks:
        found = list(_runs_within(body, block.start, block.end))
        if found and left_open and _is_blank(body, block.start, found[0].start):
            found[0] = replace(found[0], continues=True)
        runs += found
        left_open = bool(found) and not found[-1].is_closed
    return runs


def _is_blank(body: str, start: int, run_start: int) -> bool:
    """Say whether only an opening mark stands between the paragraph's start and the run."""
    return not body[start:run_start].strip(" \t“„«\"'`‘")


def _runs_within(body: str, start: int, end: int) -> Iterator[Run]:
    singles = _Singles.within(body, start, end)
    opened: int | None = None
    opener = ""
    for mark in _MARK.finditer(body, start, end):
        text = mark.group()
        if text[0] == "<":
            continue
        single = opener in _SINGLE_OPENING
        if opened is None:
            if _opens(body, mark, Span(start, end), singles):
                opened, opener = mark.end(), text
        elif (opener, text) == ("„", "“") or _closes(body, mark, end, singles if single else None):
            yield from _run(body, opened, mark.start(), is_closed=True, is_single=single)
            opened = None
        elif text in _OPENING and not single and (opener, text) != ("„", "“"):
            # A second opening mark: the first was never closed.
            stop = _end_of_unclosed(body, opened, mark.start()) or mark.start()
            yield from _run(body, opened, stop, is_closed=True, is_single=False)
            opened = mark.end()
    if opened is not None and opener not in _SINGLE_OPENING:
        stop = _end_of_unclosed(body, opened, end)
        yield from _run(body, opened, stop or end, is_closed=stop is not None, is_single=False)


def _end_of_unclosed(body: str, opened: int, end: int) -> int | None:
    """Return where words end whose mark never closes, if the text shows it."""
    slipped = _SLIPPED.search(body, opened, end)
    if slipped and not _SINGLE_OPEN.search(body, opened, slipped.start()):
        return slipped.start()
    forgotten = _FORGOTTEN.search(body, opened, end)
    return forgotten.start() if forgotten else None


def _run(body: str, start: int, end: int, *, is_closed: bool, is_single: bool) -> Iterator[Run]:
    while start < end and body[start].isspace():
        start += 1
    while end > start and (body[end - 1].isspace() or (is_closed and body[end - 1] == ",")):
        end -= 1
    if start < end:
        ends_clause = is_closed and (body[end] == "," or body[end - 1] in _CLAUSE_ENDS)
        yield Run(start, end, is_closed, is_single=is_single, ends_clause=ends_clause)


@dataclass(frozen=True, slots=True)
class _Singles:
    """Where single marks may close in a paragraph, so that none is looked for twice.

    A run in single marks is short in practice, and no double mark stands in it.
    """

    closes: list[int]
    sure: list[int]
    opens: list[int]
    doubles: list[int]

    @classmethod
    def within(cls, body: str, start: int, end: int) -> _Singles:
        """Read the paragraph once for each kind of place."""
        if body.find("‘", start, end) < 0 and body.find("'", start, end) < 0:
            return cls([], [], [], [])
        patterns = (_SINGLE_CLOSE, _SURE_SINGLE_CLOSE, _SINGLE_OPEN, _DOUBLE)
        return cls(*([found.start() for found in p.finditer(body, start, end)] for p in patterns))

    def close_behind(self, position: int) -> bool:
        """Say whether a mark that opens here is closed; one that is not is an apostrophe."""
        return _first(self.closes, position) < min(
            _first(self.doubles, position), position + _SINGLE_RUN_CHARS
        )

    def sure_close_behind(self, position: int) -> bool:
        """Say whether a mark with a comma or full stop before it closes the run further on."""
        return _first(self.sure, position) < min(
            _first(self.opens, position), position + _SINGLE_RUN_CHARS
        )


_SINGLE_RUN_CHARS = 400
_NOWHERE = 1 << 60
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])['’](?!\w)")
_SURE_SINGLE_CLOSE = re.compile(r"(?<=[,.?!…])['’](?!\w)")
_SINGLE_OPEN = re.compile(r"‘|(?<=\s)'(?=\w)")
_DOUBLE = re.compile(r"[“”„«»\"]")


def _first(places: Sequence[int], position: int) -> int:
    index = bisect_left(places, position)
    return places[index] if index < len(places) else _NOWHERE


def _opens(body: str, mark: re.Match[str], paragraph: Span, singles: _Singles) -> bool:
    text = mark.group()
    if text in _OPENING:
        return True
    if text in _CLOSING or text == "’":
        return False
    if mark.end() >= paragraph.end or body[mark.end()].isspace():
        return False
    if mark.start() > paragraph.start and body[mark.start() - 1] not in _BEFORE_OPENING:
        return text in _TWO_WAY and not body[mark.start() - 1].isalnum()
    return text in _TWO_WAY or singles.close_behind(mark.end())


def _closes(body: str, mark: re.Match[str], end: int, singles: _Singles | None) -> bool:
    """Say whether the mark closes the open run, which `singles` says is in single marks."""
    text = mark.group()
    if singles is None:
        return text in _CLOSING or text in _TWO_WAY
    after = body[mark.end()] if mark.end() < end else " "
    if text not in _SINGLE_CLOSING or after.isalnum():
        return False
    # "the boats' fault": behind an s it is an apostrophe if a surer close follows.
    return not (body[mark.start() - 1] == "s" and singles.sure_close_behind(mark.end()))
