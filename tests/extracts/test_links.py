"""Only an address on the web becomes a link."""

from __future__ import annotations

import pytest

from flows.extracts.links import web_link

HARMLESS = ["https://courier.example/a?b=c#d", "http://courier.example", "https://é.example/ö"]
HARMFUL = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//courier.example/a",
    "/a",
    "https:",
    "https://",
    "http://[",
    'https://courier.example/"onclick="x',
    "https://courier.example/\u202egpj.exe",
    "https://courier.example/a b",
    "",
    None,
]


@pytest.mark.parametrize("url", HARMLESS)
def test_a_web_address_is_a_link(url: str) -> None:
    assert web_link(url) == url


@pytest.mark.parametrize("url", HARMFUL)
def test_any_other_address_is_none(url: str | None) -> None:
    assert web_link(url) is None
