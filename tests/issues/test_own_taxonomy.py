"""An analyst's file on top of the taxonomy that ships: adds, replaces, extends and removes."""

from __future__ import annotations

import pytest

from flows.errors import TaxonomyError
from flows.issues.taxonomy import Taxonomy
from flows.issues.taxonomy_file import taxonomy_of

SHIPPED = """
not_issues = ["news"]

[[issue]]
id = "fish"
name = "Fish"
about = "Fish."
terms = ["fish"]

[[issue]]
id = "eels"
name = "Eels"
parent = "fish"
about = "The catch of eels."
terms = ["eel", "elver"]

[[issue]]
id = "elvers"
name = "Elvers"
parent = "eels"
about = "Young eels."
terms = ["glass eel"]
"""


def on_top(text: str) -> Taxonomy:
    return taxonomy_of(text, "mine.toml", taxonomy_of(SHIPPED, "shipped.toml"))


def terms_of(taxonomy: Taxonomy) -> dict[str, list[str]]:
    return {entry.issue_id: [term.words for term in entry.terms] for entry in taxonomy.entries}


def mistake_in(text: str) -> str:
    with pytest.raises(TaxonomyError) as caught:
        on_top(text)
    return str(caught.value)


def test_a_new_id_adds_an_issue() -> None:
    own = '[[issue]]\nid = "cod"\nname = "Cod"\nparent = "fish"\nabout = "Cod."\nterms = ["cod"]'
    assert terms_of(on_top(own)) == {
        "fish": ["fish"],
        "eels": ["eel", "elver"],
        "elvers": ["glass eel"],
        "cod": ["cod"],
    }


def test_a_known_id_replaces_the_issue_whole() -> None:
    taxonomy = on_top(
        '[[issue]]\nid = "eels"\nname = "Our eels"\nabout = "Ours."\nterms = ["conger"]'
    )
    assert terms_of(taxonomy)["eels"] == ["conger"]
    assert [entry.name for entry in taxonomy.entries] == ["Fish", "Our eels", "Elvers"]


def test_extend_adds_terms_also_twice() -> None:
    own = '[[issue]]\nid = "eels"\nextend = true\nterms = ["conger"]\n'
    assert terms_of(on_top(own + own.replace("conger", "moray")))["eels"] == [
        "eel",
        "elver",
        "conger",
        "moray",
    ]


def test_an_issue_of_ones_own_can_be_extended_further_down() -> None:
    own = '[[issue]]\nid = "cod"\nname = "Cod"\nabout = "Cod."\nterms = ["cod"]\n'
    more = '[[issue]]\nid = "cod"\nextend = true\nterms = ["haddock"]\n'
    assert terms_of(on_top(own + more))["cod"] == ["cod", "haddock"]


def test_what_stood_under_a_removed_issue_stands_under_its_parent() -> None:
    taxonomy = on_top('[[issue]]\nid = "eels"\nremove = true')
    assert [(entry.issue_id, entry.parent_id) for entry in taxonomy.entries] == [
        ("fish", None),
        ("elvers", "fish"),
    ]


def test_a_word_that_an_analyst_claims_is_taken_from_the_issue_that_ships() -> None:
    own = '[[issue]]\nid = "nets"\nname = "Nets"\nabout = "Nets."\nterms = ["elvers"]'
    assert terms_of(on_top(own)) == {
        "fish": ["fish"],
        "eels": ["eel"],
        "elvers": ["glass eel"],
        "nets": ["elvers"],
    }


def test_own_keywords_that_name_no_issue_are_added() -> None:
    assert on_top('not_issues = ["gossip"]').not_issues == ("news", "gossip")


def test_nothing_can_be_removed_or_extended_that_is_not_there() -> None:
    assert mistake_in('[[issue]]\nid = "cod"\nremove = true') == (
        'mine.toml, line 2, column 1: there is no issue "cod" to remove'
    )
    assert mistake_in('[[issue]]\nid = "cod"\nextend = true') == (
        'mine.toml, line 2, column 1: there is no issue "cod" to extend'
    )


def test_remove_takes_no_terms_along() -> None:
    own = '[[issue]]\nid = "eels"\nremove = true\nterms = ["eel"]'
    assert mistake_in(own) == (
        'mine.toml, line 4, column 1: unknown key "terms"; an issue has id, remove'
    )


def test_extend_and_remove_are_said_without_quotation_marks() -> None:
    assert mistake_in('[[issue]]\nid = "eels"\nextend = "yes"') == (
        'mine.toml, line 3, column 1: "extend" must be true, without quotation marks'
    )


def test_a_removed_parent_is_no_parent() -> None:
    own = (
        '[[issue]]\nid = "eels"\nremove = true\n\n'
        '[[issue]]\nid = "cod"\nname = "Cod"\nparent = "eels"\nabout = "Cod."\n'
    )
    assert mistake_in(own) == 'mine.toml, line 8, column 10: the parent "eels" is no issue'
