"""Names of people and bodies: where they stand, what they name, and the title before them."""

from __future__ import annotations

import pytest

from flows.text.names import NameKind, given_names, kind_of, names_within

PERSON, BODY, UNKNOWN = NameKind.PERSON, NameKind.BODY, NameKind.UNKNOWN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orla Keane said so.", [("", "Orla Keane", PERSON)]),
        ("But Orla Keane left.", [("", "Orla Keane", PERSON)]),
        ("They met Orla Keane.", [("", "Orla Keane", PERSON)]),
        ("Sen. Orla Keane left.", [("Sen. ", "Orla Keane", PERSON)]),
        ("Irish Prime Minister Orla Keane", [("Irish Prime Minister ", "Orla Keane", PERSON)]),
        ("U.S. Secretary of State Per Lund", [("U.S. Secretary of State ", "Per Lund", PERSON)]),
        ("Attorney General Per Lund", [("Attorney General ", "Per Lund", PERSON)]),
        ("House Budget Chair Anna Roth", [("House Budget Chair ", "Anna Roth", PERSON)]),
        ("Ranking Democrat Diana Roth", [("Ranking Democrat ", "Diana Roth", PERSON)]),
        ("Ludwig van der Berg left", [("", "Ludwig van der Berg", PERSON)]),
        ("Per J. Lund Jr. left", [("", "Per J. Lund Jr.", PERSON)]),
        ("Orla Keane’s boat", [("", "Orla Keane", PERSON)]),
        ("the Alden Institute", [("", "Alden Institute", BODY)]),
        ("in Harbin", [("", "Harbin", UNKNOWN)]),
        ("The boat left.", []),
        ("on Monday", [("", "Monday", UNKNOWN)]),
    ],
)
def test_names(text: str, expected: list[tuple[str, str, NameKind]]) -> None:
    found = list(names_within(text, 0, len(text)))
    assert [(text[n.title_start : n.start], n.text, n.kind) for n in found] == expected
    assert all(text[name.start : name.end] == name.text for name in found)


def test_title_makes_a_single_word_a_person() -> None:
    assert kind_of("Keane", has_title=True) is PERSON
    assert kind_of("Keane") is UNKNOWN


def test_no_given_name_stands_in_two_lists() -> None:
    names = given_names()
    assert not names.women & names.men
    assert not names.women & names.either
    assert not names.men & names.either
