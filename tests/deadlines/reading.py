"""The precision and recall of deadlines on real news; see `tests/kits/judged.py`.

    python -m tests.deadlines.reading [SOURCE DRAW | changed]
    python -m tests.deadlines.reading missing SOURCE DRAW     sentences of time that gave no row

`judged.csv` keeps the place of each date too, and the places of deadlines that were not found. A
place that was missed counts as found once a row there is judged right.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from flows.deadlines.find import deadlines_of
from flows.deadlines.glance import may_name_a_time
from flows.rows import stable_id
from flows.text.sentences import sentence_around, sentences_of
from tests.kits.judged import Reading, Row, in_its_sentence
from tests.kits.score import KITS_DIR
from tests.kits.texts import Draws

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.records import Deadline
    from tests.kits.texts import Text


def rows_of(text: Text) -> Iterator[Row]:
    """Yield the deadlines of one article: another head or another day is another row."""
    for found in deadlines_of(text.body, text.blocks, text.day):
        told = (found.start, found.event_head, found.due_start, found.due_end)
        row_id = stable_id("j", text.name, *told)
        sentence = in_its_sentence(text, found.start, found.end)
        place = f"{text.name}:{found.start} {text.day:%a %Y-%m-%d}"
        yield Row({"row": row_id}, f"{place}\n  {_told(found)}\n  {sentence}")


def _told(found: Deadline) -> str:
    days = f"{found.due_start}/{found.due_end} {found.relation}"
    kind = f"{found.event_type} {found.certainty} {found.rule}"
    who = f"actor {found.actor} · voice {found.voice}"
    event = re.sub(r"\s+", " ", found.event)
    return f"{days} · {found.event_head} · {event} · {kind} · {who}"


READING = Reading(
    Path(__file__).with_name("judged.csv"),
    Draws(seed=5, sizes={"politics": (40,), "world": (40,)}),
    rows_of,
)


def recall() -> Iterator[str]:
    """Yield how many of the deadlines that a reader found in each draw are rows."""
    for source, draw in READING.draws_judged():
        found = {row.ids["row"] for row in READING.rows(source, draw)}
        lines = [ln for ln in READING.lines if (ln["source"], ln["draw"]) == (source, str(draw))]
        right = [line for line in lines if line["verdict"] == "right"]
        wanted = {line["place"] for line in lines if line["verdict"] != "wrong"}
        met = {line["place"] for line in right if line["row_id"] in found}
        share = f"{len(met)} of {len(wanted)}"
        yield f"{source} draw {draw}, recall: {share}; {len(met) / max(1, len(wanted)):.1%}"


def missing(source: str, draw: int) -> Iterator[str]:
    """Yield the sentences of a draw that may name a time and have no row."""
    for text in READING.draws.texts(source, draw):
        yield f"\n=== {text.name} {text.day:%a %Y-%m-%d}"
        spans = sentences_of(text.body, text.blocks)
        found = deadlines_of(text.body, text.blocks, text.day)
        told = {sentence_around(spans, deadline.start) for deadline in found}
        for start, end in spans:
            sentence = text.body[start:end]
            if (start, end) not in told and may_name_a_time(sentence):
                yield f"{start} " + re.sub(r"\s+", " ", sentence)


def main() -> int:
    """Print what the command line asks for."""
    if sys.argv[1:2] == ["missing"]:
        print("\n".join(missing(sys.argv[2], int(sys.argv[3]))))  # noqa: T201 - an answer
        return 0
    code = READING.main()
    if not sys.argv[1:] and KITS_DIR.is_dir():
        print("\n".join(recall()))  # noqa: T201 - as above
    return code


if __name__ == "__main__":
    sys.exit(main())
