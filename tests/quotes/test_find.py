"""What holds for the quotes of any text, however odd."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.quotes.find import parts_of, quotes_of
from flows.records import Block, BlockKind, QuoteType
from flows.text.blocks import blocks_of

PIECES = st.sampled_from(
    [
        "“", "”", '"', "''", "‘", "’", "'", "\n", " ", ", ", ". ", ": ", "(", ")", "—", "said",
        "Orla Keane", "Keane", "he", "she", "told", "according to", "that", "the port is open",
        "Dr.", "U.S.", "KEANE", "是的", "Он сказал", "é", "\u200b", "\x00", "a senior official",
    ]
)  # fmt: skip
# Twice the text may cost three times the time before it counts as more than linear.
SLACK = 3
CHARS = 15_000


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_spans_lie_in_the_text_and_its_paragraphs(body: str) -> None:
    blocks = blocks_of(body)
    for quote in quotes_of(body, blocks):
        assert any(block.start <= quote.start < quote.end <= block.end for block in blocks)
        assert 0 <= quote.confidence <= 1
        if quote.speaker_start is not None and quote.speaker_end is not None:
            assert body[quote.speaker_start : quote.speaker_end] == quote.speaker_mention
        if quote.cue_start is not None and quote.cue_end is not None:
            assert body[quote.cue_start : quote.cue_end] == quote.cue


@settings(max_examples=30, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_no_word_is_quoted_twice(body: str) -> None:
    quotes = quotes_of(body, blocks_of(body))
    assert all(before.end <= after.start for before, after in pairwise(quotes))


def test_section_heading_says_nothing() -> None:
    body = "“Nobody told us,” Orla Keane said"
    assert quotes_of(body, (Block(BlockKind.HEADING, 0, len(body)),)) == []


def test_empty_body_has_no_quotes() -> None:
    assert quotes_of("", ()) == []


def test_quote_without_marks_is_indirect() -> None:
    (quote,) = quotes_of(body := "Orla Keane said that the port was open.", blocks_of(body))
    assert quote.quote_type is QuoteType.INDIRECT


@pytest.mark.parametrize(
    "unit",
    ["“", '"', "'", "‘", "''", "a ", "A ", "Ann Lee ", "said ", "he said, ", "“Go,” he said. ",
     "U.S. ", ", ", "(", "of the ", "Ann Lee, ", "x", "KEANE: Go on\n", "“a\n", "“Go,”\n",
     "Lee’s "],
)  # fmt: skip
def test_time_grows_with_length_alone(unit: str) -> None:
    def seconds(chars: int) -> float:
        body = unit * (chars // len(unit))
        begin = process_time()
        quotes_of(body, blocks_of(body))
        return process_time() - begin

    seconds(1_000)
    assert seconds(2 * CHARS) < 2 * SLACK * max(seconds(CHARS), 0.1)


def test_headings_words_name_nobody() -> None:
    body = "Farmers Unmoved\nFarmers said that the levy was theft."
    heading, paragraph = blocks_of(body)
    blocks = (Block(BlockKind.HEADING, heading.start, heading.end), paragraph)
    assert [quote.speaker_name for quote in quotes_of(body, blocks)] == [None]


def test_a_book_is_read_in_parts_with_every_quote_in_its_place() -> None:
    said = "“The port is open,” Orla Keane said."
    body = "\n\n".join((said, *["The ferry left at noon. " * 400] * 25, said))
    found = quotes_of(body, blocks_of(body))
    assert {quote.start for quote in found} >= {1, len(body) - len(said) + 1}
    assert [quote.turn for quote in found] == sorted({quote.turn for quote in found})


def test_the_parts_of_a_body_hold_every_letter_once() -> None:
    blocks = [Block(BlockKind.PARAGRAPH, 0, 450_000), Block(BlockKind.PARAGRAPH, 450_002, 450_100)]
    parts = list(parts_of(blocks))
    spans = [(block.start, block.end) for part in parts for block in part]
    assert spans == [
        (0, 200_000),
        (200_000, 400_000),
        (400_000, 450_000),
        (450_002, 450_100),
    ]
    assert [len(part) for part in parts] == [1, 1, 2]
