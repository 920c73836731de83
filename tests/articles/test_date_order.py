"""The outlet's country decides between 3 April and March 4, and nothing else does."""

from __future__ import annotations

import pytest

from flows.articles.date_order import writes_day_first
from flows.articles.parse import articles_of
from flows.findings import findings_in
from flows.records import Article, SourceFile

STORY = b"""---
title: Port fees
date: 2026-03-01
language: %s
url: %s
edition: %s
---

The harbour board will vote on the new fees on 3/4/2026, and ships that are late will pay twice.
"""


def story(language: str = "en", url: str = "https://example.com/a", edition: str = "") -> Article:
    content = STORY % (language.encode(), url.encode(), edition.encode())
    (article,) = articles_of(SourceFile("story.md", content))
    return article


@pytest.mark.parametrize(
    ("language", "url", "edition", "is_day_first"),
    [
        ("en-GB", "https://example.com/a", "", True),
        ("en-US", "https://example.co.uk/a", "", False),
        ("en", "https://www.example.co.uk/a", "", True),
        ("en", "https://example.us/a", "", False),
        ("en", "https://example.gov/a", "", False),
        ("en", "https://example.com/a", "UK edition", True),
        ("en", "https://example.com.au/a", "US edition", False),
    ],
)
def test_the_language_tag_then_the_edition_then_the_address_tell(
    language: str, url: str, edition: str, *, is_day_first: bool
) -> None:
    assert writes_day_first(story(language, url, edition)) is is_day_first


@pytest.mark.parametrize(
    ("language", "url", "edition"),
    [
        ("en", "https://example.com/a", "Late edition"),
        ("en-CA", "https://example.ca/a", ""),
        ("en", "https://bus.example.org/uk", "Industry edition"),
    ],
)
def test_where_the_country_is_not_known_nobody_guesses(
    language: str, url: str, edition: str
) -> None:
    assert writes_day_first(story(language, url, edition)) is None


def test_the_deadline_follows_the_country() -> None:
    british, american, unknown = (
        [str(deadline.due_start) for deadline in findings_in(story(language)).deadlines]
        for language in ("en-GB", "en-US", "en")
    )
    assert (british, american, unknown) == (["2026-04-03"], ["2026-03-04"], [])
