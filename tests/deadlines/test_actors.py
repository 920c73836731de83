"""Who is to act, and how the event reads, with what must not be taken for it."""

from __future__ import annotations

from datetime import date

import pytest

from flows.deadlines.find import deadlines_of
from flows.text.blocks import blocks_of

MONDAY = date(2026, 3, 2)


def told(text: str) -> tuple[str, str | None]:
    (row,) = deadlines_of(text, blocks_of(text), MONDAY)
    assert text[row.event_start : row.event_end] == row.event
    return row.event, row.actor


@pytest.mark.parametrize(
    ("text", "event", "actor"),
    [
        (
            "The farmers’ union said it would bring tractors to the crossing on Saturday.",
            "it would bring tractors to the crossing",
            "farmers’ union",
        ),
        (
            "The union was quoted. It is rumoured that it will bring tractors on Saturday.",
            "it will bring tractors",
            None,
        ),
        (
            "Lena Holm said her members would vote on it over the weekend.",
            "her members would vote on it",
            "Lena Holm’s members",
        ),
        (
            "Keldmark Rail denied the report. It will submit a repair plan on Friday.",
            "It will submit a repair plan",
            "Keldmark Rail",
        ),
        (
            "The report angered Norrkraft. It will be printed again on Friday.",
            "It will be printed again",
            None,
        ),
        (
            "The company has until Friday to reply.",
            "The company has until Friday to reply",
            "company",
        ),
        (
            "The court gave the operator, Norrkraft, until April 30 to submit a plan.",
            "The court gave the operator, Norrkraft, until April 30 to submit a plan",
            "Norrkraft",
        ),
        (
            "The ministry ordered large platforms to store their records at home from July 1.",
            "The ministry ordered large platforms to store their records at home",
            "large platforms",
        ),
        (
            "The ministry agreed after long talks to store its records at home from July 1.",
            "The ministry agreed after long talks to store its records at home",
            "ministry",
        ),
        (
            "Tractors will return if nothing is paid by March 15.",
            "if nothing is paid",
            None,
        ),
        (
            "The Lindholm summit planned for March 17 has been called off.",
            "The Lindholm summit",
            None,
        ),
        (
            "Friday’s hearing at the Labour Court has been cancelled.",
            "hearing at the Labour Court",
            None,
        ),
        (
            "A vote on the levy is planned for March 17.",
            "A vote on the levy is planned",
            None,
        ),
        (
            "The march has been called off after Keldmark Rail agreed to cut shifts in June.",
            "Keldmark Rail agreed to cut shifts",
            "Keldmark Rail",
        ),
        (
            "The talks after the summit will resume on Friday.",
            "The talks after the summit will resume",
            "talks after the summit",
        ),
        (
            "Drivers will walk out on Friday.",
            "Drivers will walk out",
            "Drivers",
        ),
    ],
)
def test_event_and_actor(text: str, event: str, actor: str | None) -> None:
    assert told(text) == (event, actor)
