"""How well quotes are read in news unlike the training corpus; see `tests/kits/judged.py`.

    python -m tests.quotes.reading [abroad DRAW | changed]

The rows are the quotes that quotes.csv would show. Judged of each are: whether the words are
reported and cut where they end (span), whether the speaker is who said them (speaker), and whether
role and affiliation are the speaker's (role, where one is given). A row that is read otherwise
today is another row.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from flows.quotes.find import quotes_of
from flows.rows import stable_id
from tests.kits.judged import Reading, Row, in_its_sentence
from tests.kits.texts import Draws

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.records import Quote
    from tests.kits.texts import Text

# Of a longer article the beginning is read.
MOST_CHARS = 3500
LEAST_CONFIDENCE = 0.5


def rows_of(text: Text) -> Iterator[Row]:
    """Yield the quotes of one article."""
    for quote in quotes_of(text.body, text.blocks):
        if quote.start < MOST_CHARS and _is_briefed(quote):
            who = f"{quote.speaker_name} ({quote.speaker_kind}) «{quote.speaker_mention}»"
            what = f"{quote.speaker_role} @ {quote.speaker_affiliation} · {quote.cue}"
            head = f"{quote.quote_type} {quote.confidence} · {who} · {what}"
            sentence = in_its_sentence(text, quote.start, quote.end)
            yield Row(_ids(text, quote), f"{head}\n  {sentence}")


def _ids(text: Text, quote: Quote) -> dict[str, str]:
    said = (text.name, quote.start, quote.end)
    speaker = (quote.speaker_mention, quote.speaker_name, quote.speaker_kind)
    found = {"span": stable_id("j", *said), "speaker": stable_id("j", *said, *speaker)}
    if quote.speaker_role or quote.speaker_affiliation:
        role = (quote.speaker_name, quote.speaker_role, quote.speaker_affiliation)
        found["role"] = stable_id("j", text.name, *role)
    return found


def _is_briefed(quote: Quote) -> bool:
    """Say whether quotes.csv has the quote; see sql/macros/is_briefed.sql."""
    return quote.is_statement and quote.confidence >= LEAST_CONFIDENCE


READING = Reading(
    Path(__file__).with_name("judged.csv"),
    # The first draw is the one that was mended after; the later ones show what that was worth.
    Draws(seed=4, sizes={"abroad": (40, 20)}),
    rows_of,
)

if __name__ == "__main__":
    sys.exit(READING.main())
