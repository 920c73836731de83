"""How often each way to find a deadline was right, over the rows that somebody judged.

A way with fewer than `FEW` judged rows is counted on the annotated sentences of the kit as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flows.deadlines.confidence import CONFIDENCES, ON_FRESH_NEWS
from flows.deadlines.find import deadlines_of
from flows.records import Deadline
from flows.text.blocks import blocks_of
from tests.kits.lines import Line, read_lines
from tests.kits.score import KITS_DIR

FEW = 5


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows of one way are right, of those judged."""

    way: str
    right: int
    judged: int

    @property
    def confidence(self) -> float:
        """What the count makes of it, to two places."""
        return round((self.right + 1) / (self.judged + 2) * ON_FRESH_NEWS, 2)


def counts(verdicts: Iterable[tuple[str, bool]]) -> list[Count]:
    """Return the count of each way; `verdicts` are pairs of a way and whether its row is right."""
    judged = Counter(verdicts)
    annotated = Counter(_annotated())
    return [_count(way, judged, annotated) for way in CONFIDENCES]


def _count(way: str, *sources: Counter[tuple[str, bool]]) -> Count:
    right = wrong = 0
    for source in sources:
        if right + wrong < FEW:
            right, wrong = right + source[way, True], wrong + source[way, False]
    return Count(way, right, right + wrong)


def _annotated() -> Iterable[tuple[str, bool]]:
    """Yield the way of every row of the annotated sentences, and whether it is right."""
    for line in read_lines(KITS_DIR / "dates" / "dev" / "deadline_dev.jsonl"):
        text = line["text"]
        anchor = date.fromisoformat(line["published"])
        for found in deadlines_of(text, blocks_of(text), anchor):
            yield found.rule, any(_is_of(found, row) for row in line["expected"])


def _is_of(found: Deadline, row: Line) -> bool:
    days = [found.due_start.isoformat(), found.due_end.isoformat()]
    return days in [[row["date_start"], row["date_end"]], *row.get("alternatives", [])]
