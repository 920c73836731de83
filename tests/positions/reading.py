"""The precision of positions on real news, as judged row by row.

    python -m tests.positions.reading                     the precision of what was judged
    python -m tests.positions.reading politics 2          the rows of draw 2, with their sentences

A draw is some articles of a kit, none of them in another draw. `judged.csv` keeps, for every
row that somebody read, its id, the draw and the verdict; the texts are not ours and stay in the
kit. A row that is found no more counts no more; one that nobody judged is counted apart.
"""

from __future__ import annotations

import csv
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from flows.positions.find import positions_of
from flows.records import Block, Position
from flows.rows import stable_id
from flows.text.blocks import blocks_of
from flows.text.sentences import sentence_around, sentences_of
from tests.kits.lines import read_lines

KITS = Path(__file__).parents[3] / "shared" / "kits"
JUDGED = Path(__file__).with_name("judged.csv")
SEED = 6
# The day of a page that tells none.
UNDATED = "2020-01-01"
ENGLISH_OUTSIDE_US = frozenset({"au", "ca", "gb", "ie", "in", "uk", "za"})


@dataclass(frozen=True, slots=True)
class Text:
    """One article of a kit."""

    name: str
    body: str
    blocks: tuple[Block, ...]
    day: date


@dataclass(frozen=True, slots=True)
class Row:
    """One position found in a text."""

    text: Text
    position: Position

    @property
    def row_id(self) -> str:
        """The row's name in `judged.csv`: whoever finds another actor finds another row."""
        found = self.position
        kind = (found.actor, found.position_type.value, found.start, found.end, found.voice)
        return stable_id("j", self.text.name, *kind)

    @property
    def sentence(self) -> str:
        """The sentence around it, with the statement marked."""
        body, found = self.text.body, self.position
        around = sentence_around(sentences_of(body, self.text.blocks), found.start)
        start, end = around or (found.start, found.end)
        told = (body[start : found.start], body[found.start : found.end], body[found.end : end])
        return "[[".join(told[:2]) + "]]" + told[2]


def politics() -> list[Text]:
    """Return the articles of the kit of quotes: political news of the United States."""
    return _political("dev.jsonl.gz")


def unseen() -> list[Text]:
    """Return the articles that the kit keeps for a last look, and that no rule was made on."""
    return _political("dev-eval.jsonl.gz")


def _political(file: str) -> list[Text]:
    texts: list[Text] = []
    for line in read_lines(KITS / "quotes" / file):
        blocks = blocks_of(line["text"])
        body = tuple(block for block in blocks if block.start >= line["body_start"])
        day = date.fromisoformat(line["published"])
        texts.append(Text(line["id"], line["text"], body, day))
    return texts


def world() -> list[Text]:
    """Return the pages in English of publishers outside the United States."""
    return [text for country, text in _pages() if country in ENGLISH_OUTSIDE_US]


def pages() -> list[Text]:
    """Return the other pages in English: of the United States, and of no known country."""
    return [text for country, text in _pages() if country not in ENGLISH_OUTSIDE_US]


def _pages() -> Iterator[tuple[str | None, Text]]:
    with (KITS / "ingest" / "html_dev" / "news.jsonl").open(encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            page = line["expected"]
            body = page.get("body") or ""
            if line.get("lang") == "en":
                day = date.fromisoformat((page.get("published_at") or UNDATED)[:10])
                yield line.get("country"), Text(line["id"], body, blocks_of(body), day)


def wires() -> list[Text]:
    """Return the agency and newspaper stories, of 1989 to 2000, of the kit of dates."""
    return _dated("timebank", "aquaint")


def wiki() -> list[Text]:
    """Return the stories of Wikinews, on firms and markets, of the kit of dates."""
    return _dated("meantime_dev")


def _dated(*files: str) -> list[Text]:
    texts: list[Text] = []
    for file in files:
        for line in read_lines(KITS / "dates" / "dev" / f"{file}.jsonl"):
            blocks = blocks_of(line["text"])
            day = date.fromisoformat(line["published"])
            texts.append(Text(line["id"], line["text"], blocks, day))
    return texts


# Where the texts come from, and how many make a draw.
SOURCES = {
    "politics": (politics, 100),
    "unseen": (unseen, 42),
    "world": (world, 40),
    "wires": (wires, 60),
    "pages": (pages, 60),
    "wiki": (wiki, 60),
}


def rows_of(source: str, draws: set[int]) -> Iterator[tuple[int, Row]]:
    """Yield what is found in these draws of a kit, each with the number of its draw."""
    texts_of, draw_articles = SOURCES[source]
    texts = sorted(texts_of(), key=lambda text: text.name)
    random.Random(SEED).shuffle(texts)  # noqa: S311 - a draw, not a secret
    for at, text in enumerate(texts):
        draw = at // draw_articles + 1
        if draw in draws:
            for position in positions_of(text.body, text.blocks, (), text.day):
                yield draw, Row(text, position)


def verdicts() -> dict[str, bool]:
    """Return for every row that was judged whether it was right."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        return {line["row_id"]: line["verdict"] == "right" for line in csv.DictReader(file)}


def draws_judged() -> dict[str, set[int]]:
    """Return which draws of each kit were read."""
    draws: dict[str, set[int]] = {}
    with JUDGED.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            draws.setdefault(line["source"], set()).add(int(line["draw"]))
    return draws


def counts_of(source: str, draws: set[int]) -> dict[int, Counter[bool | None]]:
    """Return how many rows of each draw are right, wrong, and judged by nobody."""
    judged = verdicts()
    counts: dict[int, Counter[bool | None]] = {draw: Counter() for draw in sorted(draws)}
    for draw, row in rows_of(source, draws):
        counts[draw][judged.get(row.row_id)] += 1
    return counts


def told(draw: int, row: Row, verdict: bool | None) -> str:  # noqa: FBT001 - printed as it is
    """Return one row as it is read."""
    found = row.position
    voice = f" · voice {found.voice}" if found.voice else ""
    of = " · condition" if found.condition_of is not None else ""
    mark = {None: "?", True: "right", False: "wrong"}[verdict]
    head = f"{row.row_id} {mark} · draw {draw} · {row.text.name} {found.start}–{found.end}"
    stand = f"{found.actor} · {found.position_type}{voice}{of} · {found.rule}"
    return f"{head}\n  {stand}\n  {' '.join(row.sentence.split())}\n"


def main() -> int:
    """Print the figure, or the rows of a draw."""
    if not KITS.is_dir():
        print(f"skipped: the kits are not at {KITS}", file=sys.stderr)  # noqa: T201 - an answer
        return 0
    if len(sys.argv) > 1:
        judged = verdicts()
        for draw, row in rows_of(sys.argv[1], {int(word) for word in sys.argv[2:]}):
            print(told(draw, row, judged.get(row.row_id)))  # noqa: T201 - as above
        return 0
    for source, draws in draws_judged().items():
        for draw, count in counts_of(source, draws).items():
            right, wrong = count[True], count[False]
            print(  # noqa: T201 - as above
                f"{source} draw {draw}: {right} right, {wrong} wrong, {count[None]} not judged; "
                f"precision {right / max(1, right + wrong):.1%}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
