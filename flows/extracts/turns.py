"""Quotes as a reader meets them: by issue, the spans of one utterance together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import cast

from flows.extracts.extract import Cell

# A reader in a hurry takes in this much; quotes.csv has the rest.
TOPICS_SHOWN = 12
TURNS_SHOWN = 8

# How the words differ from the first publisher's; "first" and "identical" need no word.
VARIANTS = {
    "cut": "shorter here than where they first stood",
    "extended": "longer here than where they first stood",
    "mixed": "partly retold",
    "reworded": "in other words than at first",
    "other_speaker": "first said to be somebody else's",
}

UNNAMED_SPEAKER = "Speaker not named"
NO_TOPIC = "Other matters"

Record = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of a turn, with the quoted words that stand in it."""

    sentence: str | None
    exacts: list[str]


@dataclass(frozen=True, slots=True)
class Turn:
    """One utterance: who spoke, the sentences that report it, and where they stand.

    `elsewhere` counts the other articles, of this day and before, that carry the same words,
    syndicated copies of one text as one; `variant` says how these differ from the first
    publisher's, where they do.
    """

    speaker: str
    role: str
    quote_type: str
    sentences: list[Said]
    spans: list[Record]
    elsewhere: int = 0
    variant: str | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """The turns on one issue that are shown; `total` counts its quotes, shown or not."""

    name: str
    total: int
    turns: list[Turn]

    @property
    def shown(self) -> int:
        """Return how many quotes stand in the turns."""
        return sum(len(turn.spans) for turn in self.turns)


def topics_of(quotes: Sequence[Record]) -> list[Topic]:
    """Return the first quotes of the day's first issues, in the order of the extract."""
    topics = [_topic(list(rows)) for _, rows in groupby(quotes, key=lambda row: row["issue_id"])]
    return topics[:TOPICS_SHOWN]


def _topic(rows: list[Record]) -> Topic:
    by_turn: dict[str, list[Record]] = {}
    for row in rows:
        by_turn.setdefault(str(row["turn_id"]), []).append(row)
    turns = _without_copies(_turn(spans) for spans in by_turn.values())
    return Topic(str(rows[0]["issue"] or NO_TOPIC), len(rows), turns[:TURNS_SHOWN])


def _without_copies(turns: Iterable[Turn]) -> list[Turn]:
    """Return each utterance once, where several articles carry it in the same words."""
    by_words: dict[tuple[str, ...], Turn] = {}
    for turn in turns:
        words = tuple(str(span["exact"]).casefold() for span in turn.spans)
        by_words.setdefault(words, turn)
    return list(by_words.values())


def _turn(spans: list[Record]) -> Turn:
    first = spans[0]
    role = (str(first[name]) for name in ("speaker_role", "speaker_affiliation") if first[name])
    return Turn(
        speaker=str(first["speaker_name"] or first["speaker_mention"] or UNNAMED_SPEAKER),
        role=", ".join(role),
        quote_type=str(first["quote_type"]),
        sentences=_sentences(spans),
        spans=spans,
        elsewhere=cast("int", first["variants"]),
        variant=VARIANTS.get(str(first["variant_of_first"])),
    )


def _sentences(spans: list[Record]) -> list[Said]:
    return [
        Said(str(sentence) if sentence else None, [str(span["exact"]) for span in group])
        for sentence, group in groupby(spans, key=lambda span: span["sentence"])
    ]
