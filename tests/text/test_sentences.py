"""Where sentences end."""

from __future__ import annotations

import pytest

from flows.records import Span
from flows.text.blocks import blocks_of
from flows.text.sentences import sentence_around, sentences_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Dr. Lee left. Mr. Ray stayed.", ["Dr. Lee left.", "Mr. Ray stayed."]),
        ("The U.S. Navy left.", ["The U.S. Navy left."]),
        ("J. R. Lee left.", ["J. R. Lee left."]),
        ("It ended at 5 p.m. Nobody stayed.", ["It ended at 5 p.m.", "Nobody stayed."]),
        ("“Go.” He went.", ["“Go.”", "He went."]),
        ("Really? Yes! Good.", ["Really?", "Yes!", "Good."]),
        ("It cost 3.5 million. Cheap.", ["It cost 3.5 million.", "Cheap."]),
        ("No stop", ["No stop"]),
        ("One\nTwo", ["One", "Two"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences_of(text, blocks_of(text))] == expected


def test_sentence_around_a_position() -> None:
    sentences = [Span(0, 4), Span(5, 9)]
    assert sentence_around(sentences, 6) == Span(5, 9)
    assert sentence_around(sentences, 4) is None
