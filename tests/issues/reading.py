"""The precision of matched issues on real news, as judged row by row.

    python -m tests.issues.reading                     the precision of what was judged
    python -m tests.issues.reading world 1             the rows of draw 1, with their words

A draw is some articles of a kit, as `tests.positions.reading` finds them. A row is right if its
words mean the issue there, be the article about it or not. `judged.csv` keeps the id and the
verdict of every row that somebody read; the texts are not ours and stay in the kit. A row that is
found no more counts no more; one that nobody judged is counted apart.
"""

from __future__ import annotations

import csv
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.issues.find import default_tagger
from flows.records import Issue
from flows.rows import stable_id
from tests.positions.reading import KITS, SOURCES, Text

JUDGED = Path(__file__).with_name("judged.csv")
SEED = 60
DRAW_ARTICLES = 20
_SHOWN = 3
_CONTEXT_CHARS = 45
# An issue whose weight is at least this is one that its article is listed under.
TOP_SALIENCE = 0.3


@dataclass(frozen=True, slots=True)
class Row:
    """One issue found in a text."""

    text: Text
    issue: Issue

    @property
    def row_id(self) -> str:
        """The row's name in `judged.csv`."""
        return stable_id("k", self.text.name, self.issue.issue_id)

    @property
    def words(self) -> str:
        """The first places that show the issue, with what stands around them."""
        body = self.text.body
        told = (
            f"…{body[max(0, start - _CONTEXT_CHARS) : start]}[[{body[start:end]}]]"
            f"{body[end : end + _CONTEXT_CHARS]}…"
            for start, end in self.issue.spans[:_SHOWN]
        )
        return " ".join(" ".join(told).split())


def rows_of(source: str, draws: set[int]) -> Iterator[tuple[int, Row]]:
    """Yield the issues found in these draws of a kit, each with the number of its draw."""
    texts = sorted(SOURCES[source][0](), key=lambda text: text.name)
    random.Random(SEED).shuffle(texts)  # noqa: S311 - a draw, not a secret
    for at, text in enumerate(texts):
        draw = at // DRAW_ARTICLES + 1
        if draw in draws:
            for issue in default_tagger().issues_of("", text.body, text.blocks, ()):
                yield draw, Row(text, issue)


def verdicts() -> dict[str, bool]:
    """Return for every row that was judged whether it was right."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        return {line["row_id"]: line["verdict"] == "right" for line in csv.DictReader(file)}


def figures() -> Iterator[str]:
    """Yield the precision of each draw that was read, of all issues and of the weightier ones."""
    judged = verdicts()
    with JUDGED.open(encoding="utf-8", newline="") as file:
        draws = {(line["source"], int(line["draw"])) for line in csv.DictReader(file)}
    for source, draw in sorted(draws):
        every: Counter[bool | None] = Counter()
        top: Counter[bool | None] = Counter()
        for _, row in rows_of(source, {draw}):
            every[judged.get(row.row_id)] += 1
            top[judged.get(row.row_id)] += row.issue.salience >= TOP_SALIENCE
        yield (
            f"{source} draw {draw}: {every[True]} right, {every[False]} wrong, {every[None]} not "
            f"judged; precision {every[True] / max(1, every[True] + every[False]):.1%}, of the "
            f"weightier {top[True] / max(1, top[True] + top[False]):.1%}"
        )


def told(row: Row, verdict: bool | None) -> str:  # noqa: FBT001 - printed as it is
    """Return one row as it is read."""
    mark = {None: "?", True: "right", False: "wrong"}[verdict]
    issue = row.issue
    head = f"{row.row_id} {mark} · {row.text.name[:40]} · {issue.issue_id}"
    return f"{head} · {issue.salience:.2f} · {issue.mentions}x\n  {row.words}"


def main() -> int:
    """Print the figures, or the rows of a draw."""
    if not KITS.is_dir():
        print(f"skipped: the kits are not at {KITS}", file=sys.stderr)  # noqa: T201 - an answer
        return 0
    if len(sys.argv) > 1:
        judged = verdicts()
        for _, row in rows_of(sys.argv[1], {int(word) for word in sys.argv[2:]}):
            print(told(row, judged.get(row.row_id)))  # noqa: T201 - as above
        return 0
    print("\n".join(figures()))  # noqa: T201 - as above
    return 0


if __name__ == "__main__":
    sys.exit(main())
