from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from flows.articles.parse import articles_of
from flows.records import BlockKind, SourceFile

SEED = Path(__file__).parents[3] / "shared" / "seed"


def test_the_seed_article_comes_out_as_a_careful_reader_takes_it() -> None:
    files = sorted(SEED.glob("*.txt"))
    if not files:
        pytest.skip("the seed article lies in ../shared/seed, which is not here")
    [article] = articles_of(SourceFile(files[0].name, files[0].read_bytes()))
    assert article.outlet == "Newslooks"
    assert article.authors == ("J. Mansour",)
    assert article.edition == "Morning Edition"
    assert article.filing_place == "WASHINGTON"
    assert article.dateline_place == "Busan, South Korea"
    assert article.dateline_date == article.published_at.date() == date(2025, 10, 30)
    assert article.language == "en"
    assert [point.label for point in article.key_points][::5] == [
        "Summit Date",
        "Long-Term Outlook",
    ]
    assert sum(block.kind is BlockKind.HEADING for block in article.blocks) == 5
    for left_out in (article.headline, "Quick Look", "Deep Look", "Register or Login"):
        assert left_out not in article.body
