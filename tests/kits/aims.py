"""What the dates are to reach on the development sets, beside the best peer and beside us."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rich.table import Table


@dataclass(frozen=True, slots=True)
class Aim:
    """One measure of one set; `peer` is the best one that was measured, if any was."""

    gold: str
    heading: str
    peer: str
    aim: str


AIMS: dict[str, tuple[Aim, ...]] = {
    "timex": (
        Aim("dates/dev/timebank.jsonl", "value F1", "HeidelTime 79.5", "82"),
        Aim("dates/dev/aquaint.jsonl", "value F1", "–", "79.5"),
        Aim("dates/dev/meantime_dev.jsonl", "value F1", "–", "79.5"),
        Aim("dates/dev/timebank.jsonl", "future day F1", "datefinder 82", "88"),
        Aim("dates/dev/aquaint.jsonl", "future day F1", "datefinder 70", "82"),
    ),
    "cases": (Aim("dates/dev/peer_cases_dev.jsonl", "exact range", "–", "85"),),
    "deadlines": (
        Aim("dates/dev/deadline_dev.jsonl", "date F1", "82.0", "90"),
        Aim("dates/dev/deadline_dev.jsonl", "event + date F1", "49.0", "75"),
        Aim("dates/dev/deadline_dev.jsonl", "false alarms", "20", "≤ 8"),
        Aim("dates/dev/deadline_dev.jsonl", "sentence F1", "89.7", "94"),
    ),
}


def aims_table(kind: str, ours: Mapping[tuple[str, str], str]) -> Table:
    """Return the aims of one kind with our figures, by set and heading."""
    table = Table("set", "measure", "best peer", title="the aims", title_justify="left")
    table.add_column("aim", justify="right")
    table.add_column("ours", justify="right", style="bold")
    for aim in AIMS[kind]:
        figure = ours.get((aim.gold, aim.heading), "")
        table.add_row(aim.gold.rpartition("/")[2], aim.heading, aim.peer, aim.aim, figure)
    return table
