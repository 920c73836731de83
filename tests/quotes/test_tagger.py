"""The shipped weights: small, numbers alone, and the same answer every time."""

from __future__ import annotations

from importlib.resources import files

import numpy as np

from flows.quotes.confidence import calibrated
from flows.quotes.find import quotes_of
from flows.records import QuoteType
from flows.text.blocks import blocks_of

MOST_BYTES = 20_000_000
BODY = "“The ferry is late,” said Orla Keane, the harbour master. She added that it would not sail."


def test_weights_are_small_and_hold_no_text() -> None:
    weights = files("flows.quotes").joinpath("tagger.npz")
    with weights.open("rb") as file:
        assert len(file.read()) <= MOST_BYTES
        file.seek(0)
        with np.load(file, allow_pickle=False) as arrays:
            assert {arrays[name].dtype.kind for name in arrays.files} <= {"f", "i"}


def test_same_text_gives_the_same_quotes() -> None:
    assert quotes_of(BODY, blocks_of(BODY)) == quotes_of(BODY, blocks_of(BODY))


def test_confidence_rises_with_what_the_tagger_makes_of_its_find() -> None:
    for quote_type in QuoteType:
        given = [calibrated("tagger", step / 100, quote_type) for step in range(101)]
        assert given == sorted(given)
        assert 0 <= given[0] <= given[-1] <= 1
