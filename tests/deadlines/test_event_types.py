"""What kind of event a sentence tells, each beside a sentence that is nearly the same."""

from __future__ import annotations

from datetime import date

import pytest

from flows.deadlines.find import deadlines_of
from flows.records import EventType
from flows.text.blocks import blocks_of

MONDAY = date(2026, 3, 2)

TOLD: dict[str, EventType] = {
    "The ferry lease expires on March 20.": EventType.EXPIRY,
    "Tickets will be free for pupils until June 30.": EventType.EXPIRY,
    "The mill has until June 30 to pay the fine.": EventType.DUE,
    "The new ferry will not be delivered until June 30.": EventType.LAUNCH,
    "The new harbour rules take effect on July 1.": EventType.EFFECTIVE,
    "The price controls should be in place by July 1.": EventType.EFFECTIVE,
    "The concert will take place on July 1.": EventType.MEETING,
    "The two ministers will meet in Ostrava on Friday.": EventType.MEETING,
    "The bank is expected to act at its last meeting in December.": EventType.MEETING,
    "The council will hold a vote on the bridge on Friday.": EventType.VOTE,
    "The party will select its delegates on Saturday.": EventType.VOTE,
    "The club will select a new coach on Saturday.": EventType.OTHER,
    "The trial of the harbour master begins on March 19.": EventType.HEARING,
    "Work on the harbour begins on March 19.": EventType.LAUNCH,
    "The mill must publish its prices by Friday.": EventType.DUE,
    "The mill will publish its prices on Friday.": EventType.DUE,
    "A judge ordered that the files be released by Friday.": EventType.DUE,
    "The files will be released on Friday.": EventType.LAUNCH,
    "The new ferry will enter service in May.": EventType.LAUNCH,
    "The old captain will enter politics in May.": EventType.OTHER,
    "The airline will begin to fly the route in May.": EventType.LAUNCH,
    "The council has postponed the vote until Friday.": EventType.DELAY,
    "Shipowners will have until Friday to move their records.": EventType.DUE,
    "The firm expects to complete the takeover by June 30.": EventType.CLOSE,
    "The firm expects to complete the form by June 30.": EventType.DUE,
    "The coal plant is to close in 2029.": EventType.CLOSE,
    "The city aims to halve its waste by 2030.": EventType.TARGET,
    "The mill will cut its shifts in June.": EventType.OTHER,
    "The airline hopes to control 5% of the market by 2028.": EventType.TARGET,
    "The airline hopes to repair the engine by Friday.": EventType.OTHER,
}


@pytest.mark.parametrize(("text", "kind"), TOLD.items())
def test_kind_of_event(text: str, kind: EventType) -> None:
    assert [one.event_type for one in deadlines_of(text, blocks_of(text), MONDAY)] == [kind]
