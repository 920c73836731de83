"""Quotes as a reader meets them: by issue, the spans of one utterance together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from flows.extracts.extract import Cell

# A reader in a hurry takes in this much; quotes.csv has the rest.
TOPICS_SHOWN = 12
TURNS_SHOWN = 8

UNNAMED_SPEAKER = "Speaker not named"
NO_TOPIC = "Other matters"

Record = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of a turn, with the quoted words that stand in it."""

    row: Record
    exacts: list[str]


@dataclass(frozen=True, slots=True)
class Turn:
    """One utterance: who spoke, and the sentences that report it."""

    speaker: str
    role: str
    quote_type: str
    sentences: list[Said]


@dataclass(frozen=True, slots=True)
class Topic:
    """The turns on one issue that are shown; `total` counts its quotes, shown or not."""

    name: str
    total: int
    turns: list[Turn]

    @property
    def shown(self) -> int:
        """Return how many quotes stand in the turns."""
        return sum(len(said.exacts) for turn in self.turns for said in turn.sentences)


def topics_of(quotes: Sequence[Record]) -> list[Topic]:
    """Return the first quotes of the day's first issues, in the order of the extract."""
    topics = [_topic(list(rows)) for _, rows in groupby(quotes, key=lambda row: row["issue_id"])]
    return topics[:TOPICS_SHOWN]


def _topic(rows: list[Record]) -> Topic:
    by_turn: dict[Cell, list[Record]] = {}
    for row in rows:
        by_turn.setdefault(str(row["turn_id"]), []).append(row)
    turns = [_turn(spans) for spans in by_turn.values()]
    return Topic(str(rows[0]["issue"] or NO_TOPIC), len(rows), turns[:TURNS_SHOWN])


def _turn(rows: list[Record]) -> Turn:
    first = rows[0]
    role = (str(first[name]) for name in ("speaker_role", "speaker_affiliation") if first[name])
    return Turn(
        speaker=str(first["speaker_name"] or first["speaker_mention"] or UNNAMED_SPEAKER),
        role=", ".join(role),
        quote_type=str(first["quote_type"]),
        sentences=_sentences(rows),
    )


def _sentences(rows: list[Record]) -> list[Said]:
    return [
        Said(spans[0], [str(span["exact"]) for span in spans])
        for _, group in groupby(rows, key=lambda row: row["sentence"])
        if (spans := list(group))
    ]
