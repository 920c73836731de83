from __future__ import annotations

from pathlib import Path

import pytest

from flows.errors import SettingsError
from flows.sources.subscriptions import (
    EXAMPLE,
    Kind,
    Source,
    read_subscriptions,
    subscriptions_in,
)


def test_the_example_lists_every_kind_of_source() -> None:
    assert subscriptions_in(EXAMPLE) == [
        Source(Kind.FEED, "https://news.example.org/politics/rss.xml"),
        Source(Kind.SITEMAP, "https://news.example.org/news-sitemap.xml"),
        Source(Kind.PAGE, "https://ministry.example.org/statements/latest"),
        Source(Kind.FOLDER, "https://files.example.org/drop/"),
        Source(Kind.FOLDER, "s3://desk-bucket/incoming/"),
    ]


def test_a_source_that_is_listed_twice_is_asked_once() -> None:
    assert len(subscriptions_in('feeds = ["https://a.example/f", "https://a.example/f"]')) == 1


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('feed = ["https://a.example/"]', "'feed' is unknown; there are feeds, sitemaps, pages"),
        ('feeds = ["a.example/rss"]', "'a.example/rss' is no address"),
        ('feeds = ["file:///etc/passwd"]', "'file:///etc/passwd' is no address"),
        ('folders = ["file:///etc"]', "'file:///etc' is no address"),
        ('feeds = ["s3://desk-bucket/rss.xml"]', "'s3://desk-bucket/rss.xml' is no address"),
        ("feeds = [7]", "7 is no address"),
        ("feeds = [", "Invalid value"),
    ],
)
def test_a_mistake_names_the_file_and_what_is_wrong(
    tmp_path: Path, text: str, problem: str
) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_subscriptions(path)
    assert str(path) in str(caught.value)
    assert problem in str(caught.value)


def test_a_missing_list_shows_how_to_write_one(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="is missing") as caught:
        read_subscriptions(tmp_path / "sources.toml")
    assert EXAMPLE in str(caught.value)
