"""The precision of what is found in real news, as somebody judged it row by row.

Each room has a command, `python -m tests.ROOM.reading`:

    (nothing)                                the precision of every draw that was judged
    … SOURCE DRAW                    the rows of a draw, with their sentences, to be read
    … changed                        the rows of judged draws that nobody judged

`judged.csv` beside it keeps an id and a verdict for every row that somebody read. A row that is
found no more counts no more; one that nobody judged is counted apart.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from flows.text.sentences import sentence_around, sentences_of
from tests.kits.score import KITS_DIR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from tests.kits.texts import Draws, Text

_MARKS = {True: "+", False: "-", None: "?"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row to judge: its id for each thing that can be wrong with it, and how it is told."""

    ids: Mapping[str, str]
    told: str


@dataclass(frozen=True)
class Reading:
    """What one room's rows are, which articles they are drawn from, and what was judged."""

    judged: Path
    draws: Draws
    rows_of: Callable[[Text], Iterator[Row]]

    @cached_property
    def lines(self) -> list[dict[str, str]]:
        """What was judged, line by line."""
        with self.judged.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def rows(self, source: str, draw: int) -> Iterator[Row]:
        """Yield the rows of one draw."""
        for text in self.draws.texts(source, draw):
            yield from self.rows_of(text)

    def verdicts(self) -> dict[str, bool]:
        """Return for every row that was judged whether it was right."""
        return {line["row_id"]: line["verdict"] == "right" for line in self.lines}

    def draws_judged(self) -> list[tuple[str, int]]:
        """Return which draws were read."""
        return sorted({(line["source"], int(line["draw"])) for line in self.lines})

    def figures(self) -> Iterator[str]:
        """Yield the precision of each draw that was read, one line for each thing judged."""
        verdicts = self.verdicts()
        for source, draw in self.draws_judged():
            counts: dict[str, Counter[bool | None]] = {}
            for row in self.rows(source, draw):
                for aspect, row_id in row.ids.items():
                    counts.setdefault(aspect, Counter())[verdicts.get(row_id)] += 1
            for aspect, count in counts.items():
                right, wrong = count[True], count[False]
                yield (
                    f"{source} draw {draw}, {aspect}: {right} right, {wrong} wrong, "
                    f"{count[None]} not judged; precision {right / max(1, right + wrong):.1%}"
                )

    def sheet(self, source: str, draw: int) -> Iterator[str]:
        """Yield the rows of one draw as they are read."""
        verdicts = self.verdicts()
        for row in self.rows(source, draw):
            seen = "".join(_MARKS[verdicts.get(row_id)] for row_id in row.ids.values())
            yield f"{' '.join(dict.fromkeys(row.ids.values()))} {seen} · {row.told}"

    def changed(self) -> Iterator[str]:
        """Yield the rows of the draws that were read which nobody judged."""
        verdicts = self.verdicts()
        for source, draw in self.draws_judged():
            for row in self.rows(source, draw):
                new = [row_id for row_id in row.ids.values() if row_id not in verdicts]
                if new:
                    yield f"{source} {draw} {' '.join(new)} · {row.told}"

    def main(self) -> int:
        """Print what the command line asks for."""
        if not KITS_DIR.is_dir():
            print(f"skipped: the kits are not at {KITS_DIR}", file=sys.stderr)  # noqa: T201 # an answer
            return 0
        match sys.argv[1:]:
            case []:
                lines = self.figures()
            case ["changed"]:
                lines = self.changed()
            case [source, draw] if source in self.draws.sizes and draw.isdecimal():
                lines = self.sheet(source, int(draw))
            case _:
                print(f"say `changed`, or one of {', '.join(self.draws.sizes)} and a number")  # noqa: T201
                return 2
        for line in lines:
            print(line)  # noqa: T201 # as above
        return 0


def in_its_sentence(text: Text, start: int, end: int) -> str:
    """Return the sentence around a span, with the span marked."""
    around = sentence_around(sentences_of(text.body, text.blocks), start)
    first, last = around or (start, end)
    body = text.body
    told = f"{body[first:start]}[[{body[start:end]}]]{body[end : max(last, end)]}"
    return " ".join(told.split())
