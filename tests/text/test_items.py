"""The items of a list that stands in one line."""

from __future__ import annotations

import pytest

from flows.text.items import items_within


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("Tariffs, fentanyl and Taiwan", ["Tariffs", "fentanyl", "Taiwan"]),
        ("Tariffs, fentanyl, and Taiwan.", ["Tariffs", "fentanyl", "Taiwan"]),
        ("eels; cod; herring", ["eels", "cod", "herring"]),
        ("oil and gas, migration", ["oil and gas", "migration"]),
        ("1,000 troops, 2,500 shells", ["1,000 troops", "2,500 shells"]),
        ("eels", ["eels"]),
        (" ,; and ", []),
        ("", []),
    ],
)
def test_a_line_is_split_where_a_reader_splits_it(line: str, items: list[str]) -> None:
    assert [line[start:end] for start, end in items_within(line, 0, len(line))] == items
