"""The analyst's file: what it must hold, and how a mistake in it is reported."""

from __future__ import annotations

import pytest

from flows.errors import TaxonomyError
from flows.issues.media_topics import media_topics
from flows.issues.taxonomy_file import default_taxonomy, taxonomy_of

GOOD = """
[[issue]]
id = "eels"
name = "Eels"
about = "The catch of eels."
terms = ["eel"]
"""


def mistake_in(text: str) -> str:
    with pytest.raises(TaxonomyError) as caught:
        taxonomy_of(text, "mine.toml")
    return str(caught.value)


def test_every_shipped_issue_has_a_known_subject_code() -> None:
    codes = {entry.subject_code for entry in default_taxonomy().entries}
    assert codes - {None} <= set(media_topics())


def test_a_missing_quotation_mark_is_reported_with_its_place() -> None:
    text = GOOD.replace('name = "Eels"', "name = Eels")
    assert mistake_in(text) == "mine.toml, line 4, column 8: Invalid value"


def test_an_unfinished_file_is_reported_at_its_end() -> None:
    assert mistake_in(GOOD + "about").startswith("mine.toml, line 7")


def test_a_key_that_no_issue_has_is_reported() -> None:
    text = GOOD.replace("about", "abuot")
    assert mistake_in(text) == (
        'mine.toml, line 5, column 1: unknown key "abuot"; an issue has id, name, parent, '
        "media_topic, about, terms, careful, never"
    )


def test_a_missing_key_is_reported_at_its_issue() -> None:
    text = GOOD + '[[issue]]\nid = "cod"\n'
    assert mistake_in(text) == 'mine.toml, line 7, column 1: this issue has no "name"'


def test_an_id_used_twice_is_reported() -> None:
    assert mistake_in(GOOD + GOOD) == 'mine.toml, line 9, column 1: the id "eels" is already taken'


def test_an_unknown_parent_is_reported() -> None:
    text = GOOD + 'parent = "fish"\n'
    assert mistake_in(text) == 'mine.toml, line 7, column 10: the parent "fish" is no issue'


def test_a_media_topic_out_of_use_is_reported() -> None:
    text = GOOD + 'media_topic = "99999999"\n'
    problem = '"99999999" is no IPTC Media Topic in use'
    assert mistake_in(text) == f"mine.toml, line 7, column 1: {problem}"


def test_a_term_of_two_issues_is_reported() -> None:
    text = GOOD + GOOD.replace('"eels"', '"elvers"')
    assert mistake_in(text) == (
        'mine.toml, line 12, column 10: "eel" already belongs to "eels"; give it a "near"'
    )


def test_an_empty_term_is_reported() -> None:
    text = GOOD.replace('["eel"]', '["*"]')
    assert mistake_in(text) == "mine.toml, line 6, column 1: \"terms\" holds '*', which is no words"


def test_a_careful_term_needs_company() -> None:
    text = GOOD + 'careful = [{ terms = ["roe"] }]\n'
    assert mistake_in(text) == 'mine.toml, line 7, column 1: "careful" needs "near" or "unless"'


def test_a_table_that_nobody_knows_is_reported() -> None:
    text = GOOD + '\n[[isue]]\nid = "cod"\n'
    assert mistake_in(text) == (
        'mine.toml, line 8, column 1: "isue" is not known here; an issue starts with [[issue]]'
    )


@pytest.mark.parametrize("term", ["eel  trap", " eel", "e*l", "*eel", "=eel*", "eel\\ttrap"])
def test_a_term_that_can_never_match_is_reported(term: str) -> None:
    text = GOOD.replace('"eel"', f'"{term}"')
    assert "can never match: single spaces" in mistake_in(text)
    assert mistake_in(text).startswith("mine.toml, line 6, column ")


def test_a_term_that_is_hidden_by_its_own_issue_is_reported() -> None:
    text = GOOD + 'never = ["eel"]\n'
    assert mistake_in(text) == (
        'mine.toml, line 7, column 10: "eel" can never match: it stands under "never" as well'
    )


def test_company_that_is_asked_for_and_forbidden_is_reported() -> None:
    text = GOOD + 'careful = [{ terms = ["roe"], near = ["fish"], unless = ["fish", "deer"] }]\n'
    assert mistake_in(text) == (
        "mine.toml, line 7, column 1: ['roe'] can never match: "
        'its "near" stands under "unless" as well'
    )
