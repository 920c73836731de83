"""The precision and recall of deadlines on real news, as judged row by row.

    python -m tests.deadlines.reading                precision and recall of what was judged
    python -m tests.deadlines.reading world 2        draw 2: its rows, and what may be missing
    python -m tests.deadlines.reading changed        rows of judged draws that nobody judged

A draw is some articles of a kit, none of them in another draw. `judged.csv` keeps an id and a
verdict for every row that somebody read, and for every deadline that was not found the place
where its date stands; the texts are not ours and stay in the kit. A place that was missed
counts as found once a row there is judged right.
"""

from __future__ import annotations

import csv
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.deadlines.find import deadlines_of
from flows.deadlines.glance import may_name_a_time
from flows.records import Deadline
from flows.rows import stable_id
from flows.text.sentences import sentence_around, sentences_of
from tests.positions.reading import KITS, Text, politics, world

JUDGED = Path(__file__).with_name("judged.csv")
SEED = 5
DRAW_ARTICLES = 40
SOURCES = {"politics": politics, "world": world}


@dataclass(frozen=True, slots=True)
class Row:
    """One deadline found in a text."""

    text: Text
    deadline: Deadline

    @property
    def row_id(self) -> str:
        """The row's name in `judged.csv`: another head or another day is another row."""
        found = self.deadline
        told = (found.start, found.event_head, found.due_start, found.due_end)
        return stable_id("j", self.text.name, *told)

    @property
    def place(self) -> str:
        """The name of the place where the date stands."""
        return f"{self.text.name}:{self.deadline.start}"


def texts_of(source: str, draw: int) -> list[Text]:
    """Return the articles of one draw of a kit."""
    texts = sorted(SOURCES[source](), key=lambda text: text.name)
    random.Random(SEED).shuffle(texts)  # noqa: S311 - a draw, not a secret
    return texts[(draw - 1) * DRAW_ARTICLES : draw * DRAW_ARTICLES]


def rows_of(text: Text) -> list[Row]:
    """Return what is found in one article."""
    return [Row(text, found) for found in deadlines_of(text.body, text.blocks, text.day)]


def judged_lines() -> list[dict[str, str]]:
    """Return every verdict, with its draw and place."""
    if not JUDGED.exists():
        return []
    with JUDGED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def counts_of(source: str, draw: int, lines: list[dict[str, str]]) -> Counter[str]:
    """Return how many rows of a draw are right, wrong, not judged, and how many are missed."""
    verdicts = {line["row_id"]: line["verdict"] for line in lines if line["row_id"]}
    counts: Counter[str] = Counter()
    right: set[str] = set()
    for text in texts_of(source, draw):
        for row in rows_of(text):
            verdict = verdicts.get(row.row_id, "not judged")
            counts[verdict] += 1
            right |= {row.place} if verdict == "right" else set()
    wanted = {line["place"] for line in lines if line["verdict"] in ("right", "missed")}
    counts["missed"] = len(wanted - right)
    return counts


def sheet_of(text: Text) -> Iterator[str]:
    """Yield the rows of an article and, to find what is missing, its other sentences of time."""
    yield f"\n=== {text.name} {text.day:%a %Y-%m-%d}"
    spans = sentences_of(text.body, text.blocks)
    by_sentence: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows_of(text):
        around = sentence_around(spans, row.deadline.start)
        by_sentence[around[0] if around else row.deadline.start].append(row)
    for start, end in spans:
        sentence = text.body[start:end]
        if rows := by_sentence.get(start):
            yield f"{start} " + _marked(text, start, end, rows)
            yield from (f"   {told(row)}" for row in rows)
        elif may_name_a_time(sentence):
            yield f"{start} " + re.sub(r"\s+", " ", sentence)


def _marked(text: Text, start: int, end: int, rows: list[Row]) -> str:
    marks = sorted(
        {(row.deadline.start, "[[") for row in rows} | {(row.deadline.end, "]]") for row in rows}
    )
    told, done = "", start
    for at, mark in marks:
        told, done = told + text.body[done:at] + mark, at
    return re.sub(r"\s+", " ", told + text.body[done:end])


def told(row: Row) -> str:
    """Return one row as it is read."""
    found = row.deadline
    days = f"{found.due_start}/{found.due_end} {found.relation}"
    kind = f"{found.event_type} {found.certainty} {found.rule}"
    who = f"actor {found.actor} · voice {found.voice}"
    event = re.sub(r"\s+", " ", found.event)
    return f"{row.row_id} {days} · {found.event_head} · {event} · {kind} · {who}"


def draws_judged(lines: list[dict[str, str]]) -> list[tuple[str, int]]:
    """Return which draws were read."""
    return sorted({(line["source"], int(line["draw"])) for line in lines})


def main() -> int:
    """Print the figures, or the sheet of a draw."""
    if not KITS.is_dir():
        print(f"skipped: the kits are not at {KITS}", file=sys.stderr)  # noqa: T201 - an answer
        return 0
    lines = judged_lines()
    if sys.argv[1:] == ["changed"]:
        known = {line["row_id"] for line in lines}
        for source, draw in draws_judged(lines):
            for text in texts_of(source, draw):
                spans = sentences_of(text.body, text.blocks)
                for row in rows_of(text):
                    if row.row_id not in known:
                        start, end = sentence_around(spans, row.deadline.start) or (0, 0)
                        print(source, draw, row.place, text.day, told(row))  # noqa: T201 - as above
                        print("  ", _marked(text, start, end, [row]))  # noqa: T201 - as above
        return 0
    if sys.argv[1:]:
        for text in texts_of(sys.argv[1], int(sys.argv[2])):
            print("\n".join(sheet_of(text)))  # noqa: T201 - as above
        return 0
    for source, draw in draws_judged(lines):
        of_draw = [ln for ln in lines if (ln["source"], int(ln["draw"])) == (source, draw)]
        count = counts_of(source, draw, of_draw)
        right, wrong, missed = count["right"], count["wrong"], count["missed"]
        print(  # noqa: T201 - as above
            f"{source} draw {draw}: {right} right, {wrong} wrong, {missed} missed, "
            f"{count['not judged']} not judged; precision {right / max(1, right + wrong):.1%}, "
            f"recall {right / max(1, right + missed):.1%}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
