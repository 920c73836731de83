"""The day that "tomorrow" is counted from: the dateline's, else that of publication at home."""

from __future__ import annotations

from datetime import date

import pytest

from flows.articles.parse import articles_of
from flows.deadlines.expressions import expressions_of
from flows.findings import findings_in
from flows.records import Article, SourceFile

BODY = """The harbour board will vote on the new fees tomorrow, and the crews will meet on Monday.
Ships that are late will pay twice, which the crews call an insult and the board a necessity.
"""


def article(published: str, opening: str = "") -> Article:
    content = f"---\ntitle: Port fees\ndate: {published}\n---\n\n{opening}{BODY}"
    (found,) = articles_of(SourceFile("story.md", content.encode()))
    return found


def due(published: str, opening: str = "") -> list[str]:
    return [str(one.due_start) for one in findings_in(article(published, opening)).deadlines]


def test_tomorrow_is_counted_from_the_day_of_publication() -> None:
    assert due("2026-03-04T12:00:00Z") == ["2026-03-05", "2026-03-09"]


def test_an_evening_story_is_of_the_publishers_own_day() -> None:
    assert article("2026-03-04T22:30:00-05:00").published_at.date() == date(2026, 3, 5)
    assert due("2026-03-04T22:30:00-05:00") == ["2026-03-05", "2026-03-09"]


def test_an_early_story_east_of_greenwich_is_of_the_publishers_own_day() -> None:
    assert article("2026-03-05T06:30:00+09:00").published_at.date() == date(2026, 3, 4)
    assert due("2026-03-05T06:30:00+09:00") == ["2026-03-06", "2026-03-09"]


def test_the_day_of_the_dateline_comes_before_that_of_publication() -> None:
    assert due("2026-03-06T02:00:00Z", "SELLA, Norland (March 3, 2026) — ") == [
        "2026-03-04",
        "2026-03-09",
    ]


def test_a_date_in_the_text_is_no_dateline() -> None:
    assert due("2026-03-04T12:00:00Z", "On March 3 all was calm. ") == ["2026-03-05", "2026-03-09"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The talks open on May 5. The following day they move to Sella.", "2026-05-06"),
        ("The talks open on May 5. Two weeks later they move to Sella.", "2026-05-19"),
        ("The talks open on May 5. They will move to Sella tomorrow.", "2026-03-05"),
        ("The talks open on May 5. They will move to Sella next week.", "2026-03-09"),
        ("The talks open on May 5. They will move to Sella on Friday.", "2026-03-06"),
        ("The talks open on May 5. They will move to Sella in two weeks.", "2026-03-18"),
        ("The talks are open now. The following day they move to Sella.", "2026-03-05"),
    ],
)
def test_the_narrative_is_followed_only_where_the_words_ask_for_it(text: str, day: str) -> None:
    *_, last = expressions_of(text, date(2026, 3, 4))
    assert str(last.first) == day
