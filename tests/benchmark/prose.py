"""Made-up news prose: the same seed gives the same article, and no two articles are alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

FIRST_DAY = date(2026, 1, 5)
# A desk that takes in a thousand articles a day fills ten days with ten thousand.
DAYS = 10
PARAGRAPHS = 12


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


_FIRST = _words(
    "Ada Bela Cora Dario Edda Femi Greta Hugo Ilse Jonas Kira Lars Mira Nils Olga Petra Quinn"
    " Rosa Stefan Tove Ulrich Vera Wim Yara Zeno Amara Bruno Chiara Dmitri Elena"
)
_LAST = _words(
    "Abel Brandt Castell Dunmore Eklund Farkas Gruber Hollis Ivers Jansen Kovac Lindt Moreau"
    " Novak Okoro Prentice Quist Rahman Sorensen Tanaka Underhill Vance Whitlock Yilmaz Zeller"
    " Ashdown Birk Corrigan Delgado Ferrar"
)
_PLACES = _words(
    "Astra Belmora Corvin Dessau Elmstadt Farrow Grenmark Halden Istria Jorvik Kestrel Lindholm"
    " Moorgate Norrby Ostend Palmyra Quarry Rostov Sella Torne"
)
_ROLES = (
    "trade minister",
    "central bank governor",
    "energy regulator",
    "union leader",
    "chief executive",
    "defense minister",
    "senior fellow",
    "party leader",
    "health commissioner",
    "spokesman",
)
_BODIES = (
    "Harbor Council",
    "Ministry of Transport",
    "Institute for Open Markets",
    "National Grid Authority",
    "Union of Dock Workers",
    "Federation of Steel Makers",
    "Medicines Board",
    "Border Agency",
    "Institute of Foreign Affairs",
    "Chamber of Commerce",
)
_TOPICS = (
    "steel tariffs",
    "grain exports",
    "the gas pipeline",
    "drug prices",
    "border controls",
    "data storage rules",
    "rail wages",
    "rare earth exports",
    "the carbon price",
    "the defense budget",
    "semiconductor subsidies",
    "fishing quotas",
    "interest rates",
    "the port levy",
    "social media rules",
    "electricity supply",
)
_ACTS = (
    "cut output by a tenth",
    "open its books",
    "freeze hiring",
    "lift the ban on night trains",
    "publish the contracts",
    "send inspectors to the coast",
    "replace every meter in the capital",
    "pay the farmers in advance",
    "hold prices where they are",
    "close the older of the two plants",
    "sign the treaty as it stands",
    "ask the court for a ruling",
)
_OPINIONS = (
    "nobody has shown us the numbers, and we have asked for them twice",
    "a promise without a date is a wish",
    "we will not pay for a mistake that others made",
    "the work can be done, but it cannot be done by speeches",
    "this is a beginning and nobody should mistake it for the end",
    "prices fell for a week, and then everyone forgot why",
    "the road is open and the trucks are rolling",
    "there is no plan B, because there was never a plan A",
    "our members have waited for three winters",
    "what they call reform is a bill with our name on it",
)
_REMARKS = (
    "Traffic at the crossing was thin for most of the morning.",
    "Analysts had expected a smaller step.",
    "The figures were first reported by a local newspaper.",
    "Shares of the largest companies in the sector fell by 2 percent.",
    "A second report is to follow, though no one would say when.",
    "Earlier talks had ended without a statement.",
    "The last such measure was struck down by a court.",
    "Opposition lawmakers called the timing odd.",
)
_MONTHS = _words(
    "January February March April May June July August September October November December"
)


@dataclass(frozen=True, slots=True)
class Story:
    """One made-up article, before it takes the form of a file."""

    number: int
    day: date
    place: str
    author: str
    headline: str
    lead: str
    key_points: tuple[tuple[str, str], ...]
    paragraphs: tuple[str, ...]


def story_of(number: int, random: Random) -> Story:
    """Return the article with this number."""
    day = FIRST_DAY + timedelta(days=random.randrange(DAYS))
    topic, act = random.choice(_TOPICS), random.choice(_ACTS)
    place = random.choice(_PLACES)
    paragraphs = [_opening(random, day, place, topic, act)]
    while len(paragraphs) < PARAGRAPHS:
        paragraphs.append(random.choice(_KINDS)(random, day))
    return Story(
        number=number,
        day=day,
        place=place,
        author=_name(random),
        headline=f"{place} wants to {act} in dispute over {topic} ({number})",
        lead=f"The quarrel over {topic} has reached {place}, and the next step has a date.",
        key_points=(
            ("Key Issues", f"{topic.capitalize()}, {random.choice(_TOPICS)}"),
            ("Next Meeting", _written(_later(random, day))),
            (f"{place}’s Demand", f"A pledge to {random.choice(_ACTS)}"),
        ),
        paragraphs=tuple(paragraphs),
    )


def _opening(random: Random, day: date, place: str, topic: str, act: str) -> str:
    due = _written(_later(random, day))
    return (
        f"{place} will {act} on {due} unless a dispute over {topic} is settled, officials said"
        f" {day:%A}. The present agreement expires on {_written(_later(random, day))}."
    )


def _direct(random: Random, _day: date) -> str:
    name, role, body = _name(random), random.choice(_ROLES), random.choice(_BODIES)
    first, second = random.sample(_OPINIONS, 2)
    return (
        f"“{first.capitalize()},” said {name}, {role} of the {body}. “{second.capitalize()}.”"
        f" {random.choice(_REMARKS)}"
    )


def _pronoun(random: Random, _day: date) -> str:
    name, role = _name(random), random.choice(_ROLES)
    return (
        f"{role.capitalize()} {name} dismissed the idea. “{random.choice(_OPINIONS).capitalize()},”"
        f" he said, adding that the {random.choice(_BODIES)} would {random.choice(_ACTS)}."
    )


def _indirect(random: Random, day: date) -> str:
    name, topic = _name(random), random.choice(_TOPICS)
    return (
        f"{name} of the {random.choice(_BODIES)} said that {topic} would be discussed in"
        f" {_MONTHS[_later(random, day).month - 1]} and that {random.choice(_OPINIONS)}."
        f" {random.choice(_REMARKS)}"
    )


def _deadline(random: Random, day: date) -> str:
    body, act = random.choice(_BODIES), random.choice(_ACTS)
    days, weekday = random.choice((10, 30, 60, 90)), _later(random, day)
    return (
        f"The {body} must {act} within {days} days. A hearing on {random.choice(_TOPICS)} is"
        f" scheduled for {weekday:%A}, {_written(weekday)}, and a vote is expected by the end of"
        f" the year. {random.choice(_REMARKS)}"
    )


def _stand(random: Random, _day: date) -> str:
    first, second = random.sample(_PLACES, 2)
    return (
        f"{first} demanded that {second} {random.choice(_ACTS)}. In return it offered to"
        f" {random.choice(_ACTS)}, while {random.choice(_BODIES)} officials threatened to"
        f" {random.choice(_ACTS)} if nothing changes. {random.choice(_REMARKS)}"
    )


_KINDS = (_direct, _pronoun, _indirect, _deadline, _stand)


def _name(random: Random) -> str:
    return f"{random.choice(_FIRST)} {random.choice(_LAST)}"


def _later(random: Random, day: date) -> date:
    return day + timedelta(days=random.randrange(3, 200))


def _written(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"
