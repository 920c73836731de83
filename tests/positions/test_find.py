"""What holds of every article, be it ever so odd."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.positions.find import positions_of
from flows.text.blocks import blocks_of
from tests.issues.drafts import DAY

# Names, cues, pronouns and marks: whatever the rules react to.
WORDS = st.sampled_from(
    (
        *("Oslo", "Berlin", "he", "it", "who", "the", "union", "said", "that", "demands"),
        *("threatened", "will", "not", "to", "sign", "a", "pact", "and", "unless", ",", "."),
        *("“", "”", "\n"),
    )
)


@given(st.lists(WORDS, max_size=40))
def test_every_statement_lies_inside_the_body(words: list[str]) -> None:
    body = " ".join(words)
    for position in positions_of(body, blocks_of(body), (), DAY):
        assert 0 <= position.start < position.end <= len(body)
        assert body[position.start : position.end].strip()


@pytest.mark.parametrize(
    ("body", "stands"),
    [
        pytest.param("Oslo demands a pact " * 50_000, 0, id="no full stop in a megabyte"),
        pytest.param('"' * 1_000_000, 0, id="a million quotation marks"),
        pytest.param("Oslo demands a pact. " * 20_000, 20_000, id="a paragraph of many stands"),
        pytest.param("Oslo’s " * 150_000, 0, id="owners without end"),
        pytest.param("if " * 300_000, 0, id="conditions of nothing"),
    ],
)
def test_odd_articles_are_read_in_one_pass(body: str, stands: int) -> None:
    assert len(positions_of(body, blocks_of(body), (), DAY)) == stands
