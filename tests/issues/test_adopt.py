"""An emerging phrase becomes an issue, or shows one that there is."""

from __future__ import annotations

import pytest

from flows.errors import TaxonomyError
from flows.issues.adopt import Adoption, adopted
from flows.issues.taxonomy_file import taxonomy_of

SHIPPED = taxonomy_of(
    '[[issue]]\nid = "eels"\nname = "Eels"\nabout = "Eels."\nterms = ["eel"]\n', "shipped.toml"
)
OWN = """# Our issues.

[[issue]]
id = "birds"
name = "Birds"
about = "Birds."  # all of them
terms = ["bird"]
"""


def mistake_in(adoption: Adoption) -> str:
    with pytest.raises(TaxonomyError) as caught:
        adopted(OWN, "mine.toml", SHIPPED, adoption)
    return str(caught.value)


def test_a_new_issue_stands_at_the_end_and_nothing_else_changes() -> None:
    adoption = Adoption("puffin cull", "puffins", name='Puffin "culls"', parent_id="birds")
    grown = adopted(OWN, "mine.toml", SHIPPED, adoption)
    assert grown == (
        OWN
        + """
[[issue]]
id = "puffins"
name = "Puffin \\"culls\\""
parent = "birds"
about = "Puffin \\"culls\\", adopted from the news. Say here what belongs to it."
terms = ["puffin cull"]
"""
    )


def test_the_phrase_is_the_name_where_none_is_given() -> None:
    grown = adopted("", "mine.toml", SHIPPED, Adoption("puffin cull", "puffins"))
    assert grown.startswith('[[issue]]\nid = "puffins"\nname = "Puffin cull"\nabout = ')


@pytest.mark.parametrize("issue_id", ["eels", "birds"])
def test_a_phrase_is_added_to_an_issue_that_there_is(issue_id: str) -> None:
    once = adopted(OWN, "mine.toml", SHIPPED, Adoption("puffin cull", issue_id))
    assert once == OWN + f'\n[[issue]]\nid = "{issue_id}"\nextend = true\nterms = ["puffin cull"]\n'
    twice = adopted(once, "mine.toml", SHIPPED, Adoption("tern cull", issue_id))
    (entry,) = (
        entry
        for entry in taxonomy_of(twice, "mine.toml", SHIPPED).entries
        if entry.issue_id == issue_id
    )
    assert [term.words for term in entry.terms][1:] == ["puffin cull", "tern cull"]


def test_a_phrase_of_another_issue_cannot_be_adopted() -> None:
    assert mistake_in(Adoption("eels", "elvers")) == (
        'mine.toml, line 7, column 1: "eels" already shows the issue "eels"'
    )


def test_an_issue_that_there_is_keeps_its_name() -> None:
    assert mistake_in(Adoption("elver", "eels", name="Elvers")) == (
        'mine.toml, line 7, column 1: the issue "eels" is there already; '
        "a name and a parent are for new ones"
    )


def test_an_unknown_parent_is_reported() -> None:
    assert mistake_in(Adoption("cod", "cod", parent_id="fish")) == (
        'mine.toml, line 12, column 10: the parent "fish" is no issue'
    )


def test_an_id_that_is_none_is_reported() -> None:
    assert 'the id "Port Fees" may have a-z, 0-9 and - alone' in mistake_in(
        Adoption("port fee", "Port Fees")
    )
