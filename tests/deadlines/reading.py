"""The precision and recall of deadlines on real news; see `tests/kits/judged.py`.

    python -m tests.deadlines.reading [SOURCE DRAW | changed]
    python -m tests.deadlines.reading missing SOURCE DRAW     sentences of days ahead without a row
    python -m tests.deadlines.reading rules                   how often each rule was right

`judged.csv` keeps the place of each date too, and the places of deadlines that were not found. A
place that was missed counts as found once a row there is judged right. What a briefing leaves out,
because it is likelier wrong than right, is counted apart.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from flows.deadlines.find import deadlines_of
from flows.deadlines.reading import Scene, TimexType
from flows.deadlines.sentence import sentences_in
from flows.rows import stable_id
from flows.text.sentences import sentence_around, sentences_of
from tests.deadlines.by_rule import counts
from tests.kits.judged import Reading, Row, in_its_sentence
from tests.kits.score import KITS_DIR
from tests.kits.texts import Draws

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.records import Deadline
    from tests.kits.texts import Text

# `deadline_confidence` of sql/dbt_project.yml.
BRIEFED_FROM = 0.5
BRIEFED, LEFT_OUT = "briefed", "left out"


def rows_of(text: Text) -> Iterator[Row]:
    """Yield the deadlines of one article: another head or another day is another row."""
    for found in deadlines_of(text.body, text.blocks, text.day):
        sentence = in_its_sentence(text, found.start, found.end)
        place = f"{text.name}:{found.start} {text.day:%a %Y-%m-%d}"
        aspect = BRIEFED if found.confidence >= BRIEFED_FROM else LEFT_OUT
        yield Row({aspect: _row_id(text, found)}, f"{place}\n  {_told(found)}\n  {sentence}")


def _row_id(text: Text, found: Deadline) -> str:
    told = (found.start, found.event_head, found.due_start, found.due_end)
    return stable_id("j", text.name, *told)


def _told(found: Deadline) -> str:
    days = f"{found.due_start}/{found.due_end} {found.relation}"
    kind = f"{found.event_type} {found.certainty} {found.rule}"
    who = f"actor {found.actor} · voice {found.voice}"
    event = re.sub(r"\s+", " ", found.event)
    return f"{days} · {found.event_head} · {event} · {kind} · {who}"


READING = Reading(
    Path(__file__).with_name("judged.csv"),
    Draws(seed=5, sizes={"politics": (40,), "world": (40,), "wires": (40,)}),
    rows_of,
)


def recall() -> Iterator[str]:
    """Yield how many of the deadlines that a reader found in each draw are briefed."""
    for source, draw in READING.draws_judged():
        briefed = {row.ids.get(BRIEFED) for row in READING.rows(source, draw)}
        lines = [ln for ln in READING.lines if (ln["source"], ln["draw"]) == (source, str(draw))]
        right = [line for line in lines if line["verdict"] == "right"]
        wanted = {line["place"] for line in lines if line["verdict"] != "wrong"}
        met = {line["place"] for line in right if line["row_id"] in briefed}
        share = f"{len(met)} of {len(wanted)}"
        yield f"{source} draw {draw}, recall: {share}; {len(met) / max(1, len(wanted)):.1%}"


def missing(source: str, draw: int) -> Iterator[str]:
    """Yield the sentences of a draw that name a day ahead and have no row."""
    for text in READING.draws.texts(source, draw):
        yield f"\n=== {text.name} {text.day:%a %Y-%m-%d}"
        spans = sentences_of(text.body, text.blocks)
        found = deadlines_of(text.body, text.blocks, text.day)
        told = {sentence_around(spans, deadline.start) for deadline in found}
        for start in _days_ahead(text):
            around = sentence_around(spans, start)
            if around is not None and around not in told:
                told.add(around)
                yield f"{start} " + re.sub(r"\s+", " ", text.body[slice(*around)])


def _days_ahead(text: Text) -> Iterator[int]:
    """Yield where the dates stand that are not over yet."""
    for block in text.blocks:
        for sentence in sentences_in(text.body, block, Scene(text.day)):
            for day in sentence.dates:
                if day.timex_type is not TimexType.DURATION:
                    yield day.start


def rules() -> Iterator[str]:
    """Yield how often each way to find a row was right, and the confidence that this makes."""
    verdicts = READING.verdicts()
    judged = [
        (found.rule, verdicts[row_id])
        for source, draw in READING.draws_judged()
        for text in READING.draws.texts(source, draw)
        for found in deadlines_of(text.body, text.blocks, text.day)
        if (row_id := _row_id(text, found)) in verdicts
    ]
    for count in counts(judged):
        yield f"{count.way}: {count.right} of {count.judged} right; {count.confidence}"


def main() -> int:
    """Print what the command line asks for."""
    match sys.argv[1:]:
        case ["missing", source, draw] if KITS_DIR.is_dir():
            print("\n".join(missing(source, int(draw))))  # noqa: T201 - an answer
            return 0
        case ["rules"] if KITS_DIR.is_dir():
            print("\n".join(rules()))  # noqa: T201 - as above
            return 0
        case _:
            code = READING.main()
    if not sys.argv[1:] and KITS_DIR.is_dir():
        print("\n".join(recall()))  # noqa: T201 - as above
    return code


if __name__ == "__main__":
    sys.exit(main())
