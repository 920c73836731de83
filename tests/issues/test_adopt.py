"""An emerging phrase becomes an issue of the taxonomy."""

from __future__ import annotations

import pytest

from flows.errors import TaxonomyError
from flows.issues.adopt import adopted
from flows.issues.taxonomy_file import taxonomy_of

FILE = """# Our issues.

[[issue]]
id = "eels"
name = "Eels"
about = "The catch of eels."
terms = ["eel"]
"""


def test_an_adopted_issue_stands_at_the_end_and_nothing_else_changes() -> None:
    grown = adopted(FILE, "mine.toml", 'Puffin "culls"', ["puffin cull", "puffin"])
    assert grown == (
        FILE
        + """
[[issue]]
id = "puffin-culls"
name = "Puffin \\"culls\\""
about = "Puffin \\"culls\\", adopted from the news. Say here what belongs to it."
terms = ["puffin cull", "puffin"]
"""
    )
    assert [entry.issue_id for entry in taxonomy_of(grown, "mine.toml").entries] == [
        "eels",
        "puffin-culls",
    ]


def test_a_term_of_another_issue_cannot_be_adopted() -> None:
    with pytest.raises(TaxonomyError, match='"eels" already belongs to "eels"'):
        adopted(FILE, "mine.toml", "Elvers", ["eels"])
