"""An event is shown from where its clause or noun phrase begins to where it ends."""

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
    "They will protest at Friday’s primary debate in Calder.": "primary debate in Calder",
    "Aides prepare next week’s visit to Osterby.": "visit to Osterby",
    "The senator said last week that voters in Calder will choose a mayor on March 30.": (
        "voters in Calder will choose a mayor"
    ),
    "They drove to Calder, where voters will go to the polls on March 30.": (
        "voters will go to the polls"
    ),
    "So ends “Harvest” -- a film set for release on March 30.": "a film set for release",
    "The union will ballot its members between March 9 and 20.": (
        "The union will ballot its members"
    ),
    "The March 30 hearing on the levy was never in doubt.": "hearing on the levy",
    # Between a preposition and its date a noun stands for itself; an object stands with its verb.
    "The feud may cost her votes in the state elections on March 30.": "the state elections",
    "The party will settle it at its convention in Calder on March 30.": "its convention in Calder",
    "He counts on the first-in-the-nation primary on March 30.": (
        "the first-in-the-nation primary"
    ),
    "The party will hold its convention on March 30.": "The party will hold its convention",
    "Ban’s term as U.N. chief expires on March 30.": "Ban’s term as U.N. chief expires",
}


def test_the_date_of_another_deadline_is_no_part_of_an_event() -> None:
    sentence = "Banks will have until December 31 to move their records, and shops until mid-2027."
    found = deadlines_of(sentence, blocks_of(sentence), MONDAY)
    assert [row.event for row in found] == [
        "Banks will have until December 31 to move their records",
        "to move their records",
    ]


@pytest.mark.parametrize("sentence", PHRASES)
def test_an_event_is_shown_as_far_as_its_phrase_goes(sentence: str) -> None:
    (found,) = deadlines_of(sentence, blocks_of(sentence), MONDAY)
    assert found.event == PHRASES[sentence]
