"""An event is called by its own words, and by who acts where these only point at somebody."""

from __future__ import annotations

import pytest

from flows.extracts.titles import title_of


@pytest.mark.parametrize(
    ("event", "actor", "voice", "expected"),
    [
        ("it would ask to join", "Port League", None, "Port League: it would ask to join"),
        ("We will publish it", None, "Anders Moe", "Anders Moe: We will publish it"),
        ("It is due", None, None, "It is due"),
        ("the council will vote", "council", "Ida Holm", "the council will vote"),
        ("Items are delivered", "Items", None, "Items are delivered"),
        ("", None, None, ""),
    ],
)
def test_a_title(event: str, actor: str | None, voice: str | None, expected: str) -> None:
    assert title_of({"event": event, "actor": actor, "voice": voice}) == expected
