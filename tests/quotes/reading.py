"""How well quotes are read in news unlike the training corpus, as judged row by row.

    python -m tests.quotes.reading                        the precision of what was judged
    python -m tests.quotes.reading 2                      the rows of draw 2, to be read

A draw is some articles of the kit of pages, none of them in another draw, and the quotes of each
that quotes.csv would show. `judged.csv` keeps what
somebody who read the article found of each row: whether the words are reported and cut where they
end (span), whether the speaker is who said them (speaker), and whether role and affiliation are the
speaker's (role, where one is given). The texts are not ours and stay in the kit. A row that is read
otherwise today is another row: it counts no more until somebody judges it.
"""

from __future__ import annotations

import csv
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.quotes.find import quotes_of
from flows.records import Block, Quote
from flows.rows import stable_id
from flows.text.blocks import blocks_of
from flows.text.sentences import sentence_around, sentences_of

PAGES = Path(__file__).parents[3] / "shared" / "kits" / "ingest" / "html_dev"
JUDGED = Path(__file__).with_name("judged.csv")
SEED = 4
# The first draw is the one that was mended after; the later ones show what that was worth.
DRAWS = (40, 20, 20)
# What is shorter is a teaser; of what is longer the beginning is read.
LEAST_CHARS = 1500
MOST_CHARS = 3500
LEAST_CONFIDENCE = 0.5
ASPECTS = ("span", "speaker", "role")


@dataclass(frozen=True, slots=True)
class Text:
    """One article of the kit."""

    name: str
    body: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One quote found in a text."""

    text: Text
    quote: Quote

    def ids(self) -> dict[str, str]:
        """Return the row's names in `judged.csv`, one for each thing that can be wrong with it."""
        quote, name = self.quote, self.text.name
        said = (name, quote.start, quote.end)
        speaker = (quote.speaker_mention, quote.speaker_name, quote.speaker_kind)
        found = {"span": stable_id("j", *said), "speaker": stable_id("j", *said, *speaker)}
        if quote.speaker_role or quote.speaker_affiliation:
            role = (quote.speaker_name, quote.speaker_role, quote.speaker_affiliation)
            found["role"] = stable_id("j", name, *role)
        return found

    @property
    def sentence(self) -> str:
        """The sentence around it, with the words marked."""
        body, found = self.text.body, self.quote
        around = sentence_around(sentences_of(body, self.text.blocks), found.start)
        start, end = around or (found.start, found.end)
        end = max(end, found.end)
        told = (body[start : found.start], body[found.start : found.end], body[found.end : end])
        return "[[".join(told[:2]) + "]]" + told[2]


def texts() -> list[Text]:
    """Return the pages in English that are not of the press of the United States."""
    found: list[Text] = []
    with (PAGES / "news.jsonl").open(encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            body = line["expected"].get("body") or ""
            if line.get("lang") == "en" and line.get("country") != "us" and len(body) > LEAST_CHARS:
                found.append(Text(line["id"], body, blocks_of(body)))
    return found


def rows_of(draws: set[int]) -> Iterator[tuple[int, Row]]:
    """Yield what is found in these draws, each with the number of its draw."""
    drawn = sorted(texts(), key=lambda text: text.name)
    random.Random(SEED).shuffle(drawn)  # noqa: S311 - a draw, not a secret
    for number, size in enumerate(DRAWS, start=1):
        for text in drawn[:size]:
            if number in draws:
                for quote in quotes_of(text.body, text.blocks):
                    if quote.start < MOST_CHARS and _is_briefed(quote):
                        yield number, Row(text, quote)
        drawn = drawn[size:]


def _is_briefed(quote: Quote) -> bool:
    """Say whether quotes.csv has the quote; see sql/macros/is_briefed.sql."""
    return quote.is_statement and quote.confidence >= LEAST_CONFIDENCE


def verdicts() -> dict[str, bool]:
    """Return for everything that was judged whether it was right."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        return {line["row_id"]: line["verdict"] == "right" for line in csv.DictReader(file)}


def precision(draw: int) -> Iterator[str]:
    """Yield one line for each thing that was judged of a draw."""
    judged = verdicts()
    counts = {aspect: Counter[bool | None]() for aspect in ASPECTS}
    for _, row in rows_of({draw}):
        for aspect, row_id in row.ids().items():
            counts[aspect][judged.get(row_id)] += 1
    for aspect, count in counts.items():
        right, wrong = count[True], count[False]
        yield (
            f"draw {draw} {aspect:7} {right} right, {wrong} wrong, {count[None]} not judged; "
            f"precision {right / max(1, right + wrong):.1%}"
        )


def told(number: int, row: Row, judged: dict[str, bool]) -> str:
    """Return one row as it is read; what was judged before is marked."""
    quote = row.quote
    marks = {None: "?", True: "+", False: "-"}
    seen = "".join(marks[judged.get(row_id)] for row_id in row.ids().values())
    who = f"{quote.speaker_name} ({quote.speaker_kind}) «{quote.speaker_mention}»"
    what = f"{quote.speaker_role} @ {quote.speaker_affiliation}"
    head = f"{number} {seen} {quote.quote_type} {quote.confidence} · {who} · {what} · {quote.cue}"
    return f"{head}\n  {' '.join(row.sentence.split())}"


def main() -> int:
    """Print the figures, or the rows of a draw."""
    if not PAGES.is_dir():
        print(f"skipped: the pages are not at {PAGES}", file=sys.stderr)  # noqa: T201 - an answer
        return 0
    if len(sys.argv) > 1:
        judged = verdicts()
        for number, (_, row) in enumerate(rows_of({int(word) for word in sys.argv[1:]}), start=1):
            print(told(number, row, judged))  # noqa: T201 - as above
        return 0
    with JUDGED.open(encoding="utf-8", newline="") as file:
        draws = {int(line["draw"]) for line in csv.DictReader(file)}
    for draw in sorted(draws):
        print("\n".join(precision(draw)))  # noqa: T201 - as above
    return 0


if __name__ == "__main__":
    sys.exit(main())
