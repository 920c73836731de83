"""Where quotation marks open and close. A run is what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flows.records import Block, Span

_OPENING = frozenset({"“", "„", "«", "``"})
_CLOSING = frozenset({"”", "»"})
_TWO_WAY = frozenset({'"', "''"})
_SINGLE_CLOSING = frozenset({"’", "'"})
# Markup in a body (`<tweet id="1">`) holds marks that quote nobody.
_MARK = re.compile(r"</?\w[^<>\n]{0,300}>|``|''|[“„«”»\"‘’']")
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
    opened: int | None = None
    single = False
    for mark in _MARK.finditer(body, start, end):
        text = mark.group()
        if text[0] == "<":
            continue
        if opened is None:
            single = text in {"‘", "'"}
            if _opens(body, mark, start, end):
                opened = mark.end()
        elif _closes(body, mark, end, is_single=single):
            yield from _run(body, opened, mark.start(), is_closed=True, is_single=single)
            opened = None
        elif text in _OPENING and not single:
            # A second opening mark: the first was never closed.
            yield from _run(body, opened, mark.start(), is_closed=True, is_single=False)
            opened = mark.end()
    if opened is not None and not single:
        yield from _run(body, opened, end, is_closed=False, is_single=False)


def _run(body: str, start: int, end: int, *, is_closed: bool, is_single: bool) -> Iterator[Run]:
    while start < end and body[start].isspace():
        start += 1
    while end > start and (body[end - 1].isspace() or (is_closed and body[end - 1] == ",")):
        end -= 1
    if start < end:
        ends_clause = is_closed and (body[end] == "," or body[end - 1] in _CLAUSE_ENDS)
        yield Run(start, end, is_closed, is_single=is_single, ends_clause=ends_clause)


def _opens(body: str, mark: re.Match[str], start: int, end: int) -> bool:
    text = mark.group()
    if text in _OPENING:
        return True
    if text in _CLOSING or text == "’":
        return False
    if mark.end() >= end or body[mark.end()].isspace():
        return False
    if mark.start() > start and body[mark.start() - 1] not in _BEFORE_OPENING:
        return text in _TWO_WAY and not body[mark.start() - 1].isalnum()
    # A single mark that is never closed is an apostrophe (’em, 'tis).
    return text in _TWO_WAY or _has_single_closing(body, mark.end(), end)


# A single-quoted run is short in practice; looking further would cost quadratic time.
_SINGLE_RUN_CHARS = 400
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])['’](?!\w)")
_SURE_SINGLE_CLOSE = re.compile(r"[,.?!…]['’](?!\w)")
_SINGLE_OPEN = re.compile(r"‘|(?<=\s)'(?=\w)")
_DOUBLE = re.compile(r"[“”„«»\"]")


def _has_single_closing(body: str, start: int, end: int) -> bool:
    limit = min(end, start + _SINGLE_RUN_CHARS)
    double = _DOUBLE.search(body, start, limit)
    return _SINGLE_CLOSE.search(body, start, double.start() if double else limit) is not None


def _closes(body: str, mark: re.Match[str], end: int, *, is_single: bool) -> bool:
    text = mark.group()
    if not is_single:
        return text in _CLOSING or text in _TWO_WAY
    after = body[mark.end()] if mark.end() < end else " "
    if text not in _SINGLE_CLOSING or after.isalnum():
        return False
    return not (body[mark.start() - 1] == "s" and _closes_later(body, mark.end(), end))


def _closes_later(body: str, start: int, end: int) -> bool:
    """Say whether the mark is the apostrophe of "the boats' fault" and a surer close follows."""
    limit = min(end, start + _SINGLE_RUN_CHARS)
    later = _SURE_SINGLE_CLOSE.search(body, start, limit)
    opening = _SINGLE_OPEN.search(body, start, limit)
    return later is not None and (opening is None or later.start() < opening.start())
