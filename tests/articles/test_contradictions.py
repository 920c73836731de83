"""Where the places that describe one article disagree, every value is kept."""

from __future__ import annotations

from flows.articles.parse import reading_of
from flows.records import MetadataClaim, SourceFile

PAGE = """<html><head><link rel="canonical" href="https://ledger.example/{path}/ferries">
<meta property="og:title" content="{title}"><meta property="og:site_name" content="Tagus Ledger">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Ferries stop at noon",
"datePublished": "2026-03-09T18:40:00Z", "publisher": {{"name": "The Tagus Ledger"}}}}</script>
</head><body><article><h1>Ferries stop at noon</h1>
<p>The harbour office said on Monday that all ferries would stop at noon for a week or more.</p>
</article></body></html>"""


def claims_of(path: str, title: str) -> tuple[MetadataClaim, ...]:
    page = PAGE.format(path=path, title=title).encode()
    (article,) = reading_of(SourceFile("page", page)).articles
    return article.contradictions


def test_two_days_are_both_kept_and_the_chosen_one_is_marked() -> None:
    assert claims_of("2026/02/09", "Ferries stop at noon") == (
        MetadataClaim("published_at", "2026-03-09", "json-ld", is_chosen=True),
        MetadataClaim("published_at", "2026-02-09", "url", is_chosen=False),
    )


def test_two_headlines_are_both_kept() -> None:
    assert claims_of("2026/03/09", "Strike hits the river") == (
        MetadataClaim("headline", "Ferries stop at noon", "json-ld", is_chosen=True),
        MetadataClaim("headline", "Strike hits the river", "meta", is_chosen=False),
    )


def test_a_neighbouring_day_a_longer_name_and_the_site_behind_a_bar_agree() -> None:
    assert claims_of("2026/03/10", "Ferries stop at noon | Tagus Ledger") == ()
