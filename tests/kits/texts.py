"""The articles of the kits that people read rows of, and how they are drawn.

A draw is some articles of one kit, none of them in another draw. The texts are not ours and stay
in the kit.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from flows.records import Block
from flows.text.blocks import blocks_of
from tests.kits.lines import read_lines
from tests.kits.score import KITS_DIR

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# The day of a page that tells none.
UNDATED = "2020-01-01"
ENGLISH_OUTSIDE_US = frozenset({"au", "ca", "gb", "ie", "in", "uk", "za"})
# What is shorter is a teaser.
LEAST_CHARS = 1500


@dataclass(frozen=True, slots=True)
class Text:
    """One article of a kit."""

    name: str
    body: str
    blocks: tuple[Block, ...]
    day: date


def politics() -> list[Text]:
    """Return the articles of the kit of quotes: political news of the United States."""
    return _political("dev.jsonl.gz")


def unseen() -> list[Text]:
    """Return the articles that the kit keeps for a last look, and that no rule was made on."""
    return _political("dev-eval.jsonl.gz")


def _political(file: str) -> list[Text]:
    texts: list[Text] = []
    for line in read_lines(KITS_DIR / "quotes" / file):
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


def abroad() -> list[Text]:
    """Return the whole pages in English that are not said to be of the United States."""
    return [text for country, text in _pages() if country != "us" and len(text.body) > LEAST_CHARS]


def _pages() -> Iterator[tuple[str | None, Text]]:
    with (KITS_DIR / "ingest" / "html_dev" / "news.jsonl").open(encoding="utf-8") as lines:
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
        for line in read_lines(KITS_DIR / "dates" / "dev" / f"{file}.jsonl"):
            day = date.fromisoformat(line["published"])
            texts.append(Text(line["id"], line["text"], blocks_of(line["text"]), day))
    return texts


SOURCES = {
    "politics": politics,
    "unseen": unseen,
    "world": world,
    "pages": pages,
    "abroad": abroad,
    "wires": wires,
    "wiki": wiki,
}


@dataclass(frozen=True, slots=True)
class Draws:
    """How articles are drawn: the seed, and for each source how many the first draws have.

    The last size holds for all later draws.
    """

    seed: int
    sizes: Mapping[str, tuple[int, ...]]

    def texts(self, source: str, draw: int) -> list[Text]:
        """Return the articles of one draw, counted from 1; none behind the last."""
        drawn = sorted(SOURCES[source](), key=lambda text: text.name)
        random.Random(self.seed).shuffle(drawn)  # noqa: S311 - a draw, not a secret
        sizes = self.sizes[source]
        size_of = [sizes[min(number, len(sizes)) - 1] for number in range(1, draw + 1)]
        before = sum(size_of[:-1])
        return drawn[before : before + size_of[-1]]
