"""Lines of plain text to passages: paragraphs, headings, fact-box lines, list items."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from flows.articles.boilerplate import is_furniture
from flows.articles.dateline import dateline_of
from flows.articles.draft import Passage
from flows.records import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST_HEADING_CHARS = 100
MOST_HEADING_WORDS = 14
LONGEST_LABEL_CHARS = 60
# Wider lines than this were not wrapped by hand or by a mail program.
WIDEST_WRAP_CHARS = 100
NARROWEST_WRAP_CHARS = 40
WRAPPED_SHARE = 0.8
# Two lines may fit by chance; three full ones in a row are a habit.
FEWEST_FULL_LINES = 3

FACT_BOX_LABELS = frozenset(
    {"quick look", "at a glance", "key points", "key takeaways", "the facts", "fast facts"}
)
STORY_LABELS = frozenset({"deep look", "full story", "the full story", "in depth"})

_BULLET = re.compile(r"(?:[-–—*•‣▪●·]|\d{1,2}[.)])\s+(?=\S)")
_LABEL = re.compile(rf"([^:]{{1,{LONGEST_LABEL_CHARS}}}):\s+(?=\S)")
_SENTENCE_END = re.compile(r"[.!;:,…][\"'”’)]*$|[”\"]$")
_NOT_A_WORD = re.compile(r"[\W_]+")


def passages_of(lines: Sequence[str], headline: str) -> Iterator[Passage]:
    """Yield the passages of the lines, without repeated headline, labels and site furniture."""
    repeated = folded(headline)
    texts = [line for line in lines if line]
    is_fact_box = False
    for place, line in enumerate(texts):
        following = texts[place + 1] if place + 1 < len(texts) else ""
        label = folded(line) if len(line) <= LONGEST_HEADING_CHARS else ""
        if label in FACT_BOX_LABELS or label in STORY_LABELS:
            is_fact_box = label in FACT_BOX_LABELS
            continue
        bullet = _BULLET.match(line)
        is_fact_box = is_fact_box and bullet is not None
        if is_furniture(line) or (repeated and folded(line[: len(headline) + 50]) == repeated):
            continue
        yield _passage(line, following, bullet, is_fact_box=is_fact_box)


@lru_cache(maxsize=2000)  # a page's paragraphs are compared with one another several times
def folded(text: str) -> str:
    """Return the text as headlines are compared: words only, case and marks aside."""
    return _NOT_A_WORD.sub(" ", text.casefold()).strip()


def unwrapped(lines: Sequence[str]) -> list[str]:
    """Return the paragraphs of hard-wrapped lines; other lines as they are.

    Lines are hard-wrapped where the next word would not have fitted into the widest line.
    """
    width = max(map(len, lines), default=0)
    if not NARROWEST_WRAP_CHARS <= width <= WIDEST_WRAP_CHARS:
        return list(lines)
    pairs = [(one, two) for one, two in itertools.pairwise(lines) if one and two]
    full = sum(_is_full(one, two, width) for one, two in pairs)
    if full < max(FEWEST_FULL_LINES, len(pairs) * WRAPPED_SHARE):
        return list(lines)
    return _joined(lines, width)


def _is_full(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width


def _joined(lines: Sequence[str], width: int) -> list[str]:
    paragraphs: list[list[str]] = [[]]
    for place, line in enumerate(lines):
        if line:
            paragraphs[-1].append(line)
        following = lines[place + 1] if place + 1 < len(lines) else ""
        if not (line and following and _is_full(line, following, width)):
            paragraphs.append([])
    return [" ".join(paragraph) for paragraph in paragraphs if paragraph]


def _passage(
    line: str, following: str, bullet: re.Match[str] | None, *, is_fact_box: bool
) -> Passage:
    if bullet is None:
        kind = BlockKind.HEADING if is_heading(line, following) else BlockKind.PARAGRAPH
        return Passage(kind, line)
    text = line[bullet.end() :]
    if not is_fact_box:
        return Passage(BlockKind.LIST_ITEM, text)
    label = _LABEL.match(text)
    if label is None:
        return Passage(BlockKind.KEY_POINT, text)
    return Passage(BlockKind.KEY_POINT, text[label.end() :], label[1].strip())


def is_heading(line: str, following: str) -> bool:
    """Say whether a line heads a section: short, no sentence, and text follows it."""
    if len(line) > LONGEST_HEADING_CHARS or len(following) <= len(line) or dateline_of(line):
        return False
    words = line.split()
    if len(words) > MOST_HEADING_WORDS or _SENTENCE_END.search(line):
        return False
    return line[0].isupper() or line[0].isdigit() or line[0] in "“‘\"'"
