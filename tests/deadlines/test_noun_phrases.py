"""What a date describes is shown as far as its noun phrase goes, and no further."""

from __future__ import annotations

from datetime import date

import pytest

from flows.deadlines.find import deadlines_of
from flows.text.blocks import blocks_of

MONDAY = date(2026, 3, 2)
PHRASES = {
    "He risks losing the March 30 primary to his rival.": "primary",
    "If she wins the March 30 Senate primary and her husband loses his, all changes.": (
        "Senate primary"
    ),
    "They want to make April’s crunch election a battle about competence.": "crunch election",
    "Many who came to protest this week’s convention say they will stay.": "convention",
    "He spoke of the April showdown with Norton.": "showdown with Norton",
    "Polls before the March 30 primaries in Norland and Calder say little.": (
        "primaries in Norland and Calder"
    ),
    "Aides prepare next week’s visit to Osterby.": "visit to Osterby",
    "The March 30 hearing on the levy was never in doubt.": "hearing on the levy",
}


@pytest.mark.parametrize("sentence", PHRASES)
def test_a_noun_that_a_date_describes_ends_with_its_phrase(sentence: str) -> None:
    (found,) = deadlines_of(sentence, blocks_of(sentence), MONDAY)
    assert found.event == PHRASES[sentence]
