from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from flows.articles.bylines import authors_in
from flows.articles.encoding import clean_text
from flows.articles.identity import article_id_of, canonical_url
from flows.articles.language import language_of
from flows.articles.moments import moment_of
from flows.records import Precision


@pytest.mark.parametrize(
    ("written", "at", "precision"),
    [
        ("2026-03-14T09:30:00+01:00", datetime(2026, 3, 14, 8, 30, tzinfo=UTC), Precision.SECOND),
        ("2026-03-14T09:30", datetime(2026, 3, 14, 9, 30, tzinfo=UTC), Precision.MINUTE),
        ("20260314T093000+0100", datetime(2026, 3, 14, 8, 30, tzinfo=UTC), Precision.SECOND),
        ("Sat, 14 Mar 2026 09:30:00 +0100", datetime(2026, 3, 14, 8, 30, tzinfo=UTC),
         Precision.SECOND),
        ("March 5, 2024 4:30 PM ET", datetime(2024, 3, 5, 21, 30, tzinfo=UTC), Precision.MINUTE),
        ("Oct. 30, 2025", datetime(2025, 10, 30, tzinfo=UTC), Precision.DAY),
        ("25. September 2018", datetime(2018, 9, 25, tzinfo=UTC), Precision.DAY),
        ("25.09.2018", datetime(2018, 9, 25, tzinfo=UTC), Precision.DAY),
        (1700000000, datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC), Precision.SECOND),
    ],
)  # fmt: skip
def test_a_written_time_is_read(written: object, at: datetime, precision: Precision) -> None:
    moment = moment_of(written)
    assert moment is not None
    assert (moment.at, moment.precision) == (at, precision)


@pytest.mark.parametrize(
    "written",
    ["12/11/2025", "2025-02-30", "Octember 3, 2025", "1e308", "-5", "yesterday", "3026-01-01",
     "2026-03-14T09:30:00+99:99", "2025-W07-3", "", None, True, {"a": 1}],
)  # fmt: skip
def test_what_is_ambiguous_or_impossible_is_no_time(written: object) -> None:
    assert moment_of(written) is None


def test_the_day_is_the_one_that_was_written() -> None:
    moment = moment_of("2026-03-14T22:30:00-04:00")
    assert moment is not None
    assert moment.day == date(2026, 3, 14)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Mia Holt and Sam Okafor, Staff Writers", ("Mia Holt", "Sam Okafor")),
        ("By Mia Holt, Courier Correspondent", ("Mia Holt",)),
        ("Mia Holt, Jr.; Sam Okafor (AP)", ("Mia Holt Jr.", "Sam Okafor")),
        ("By Mia Holt June 4, 2026", ("Mia Holt",)),
        ("By MIA HOLT and SEAN O'DARE", ("Mia Holt", "Sean O'Dare")),
        ("By JD HALE", ("JD HALE",)),
        ("BBC NEWS", ("BBC NEWS",)),
        ("Von Mia Holt, dpa", ("Mia Holt",)),
        ("https://courier.example/authors/mia-holt", ()),
        ("mia@courier.example", ()),
    ],
)
def test_a_byline_gives_the_people_it_names(byline: str, names: tuple[str, ...]) -> None:
    assert authors_in(byline) == names


@pytest.mark.parametrize(
    "address",
    [
        "https://courier.example/harbour?utm_source=x&fbclid=y#top",
        "http://www.courier.example/harbour/",
        "https://amp.courier.example/harbour/amp",
        "https://courier.example/harbour/print",
    ],
)
def test_one_page_has_one_address(address: str) -> None:
    assert canonical_url(address) == "https://courier.example/harbour"


def test_a_parameter_that_names_the_article_is_kept() -> None:
    assert canonical_url("https://courier.example/a?id=7") == "https://courier.example/a?id=7"


def test_the_id_does_not_change_with_the_text() -> None:
    def article_id(url: str | None, headline: str) -> str:
        return article_id_of(
            url=url, publisher_id=None, outlet="Courier", headline=headline, day="2026-03-09"
        )

    assert article_id("https://c.example/a", "Old") == article_id(
        "https://c.example/a?ref=x", "New"
    )
    assert article_id(None, "Tram runs") == article_id(None, "TRAM  runs")
    assert article_id(None, "Tram runs") != article_id(None, "Tram stops")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The tram through the old town runs again after a week of repairs.", "en"),
        ("Die Bahn durch die Altstadt fährt nach einer Woche wieder, sagte die Stadt.", "de"),
        ("Le tram de la vieille ville roule de nouveau après une semaine de travaux.", "fr"),
        ("Трамвай снова ходит по старому городу.", "ru"),
        ("7-2 3:1 4-4", None),
    ],
)
def test_the_language_is_told_by_its_short_words(text: str, language: str | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("itâ€™s a cafÃ©", "it’s a café"),
        ("cafÃ\x83Â© again", "café again"),
        ("Über «Ähre» in SÃO PAULO", "Über «Ähre» in SÃO PAULO"),
    ],
)
def test_mojibake_is_repaired_and_accents_are_left(broken: str, whole: str) -> None:
    assert clean_text(broken) == whole
