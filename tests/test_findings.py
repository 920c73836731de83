from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from flows.findings import findings_in
from flows.records import Article, Precision, PublishedBasis
from flows.text.blocks import blocks_of

BODY = "“We will sail again,” said Ada Brandt, who runs the harbour. The ferries stop on Friday."
ENGLISH = Article(
    article_id="a1",
    content_sha256="c1",
    headline="Ferries stop",
    body=BODY,
    blocks=blocks_of(BODY),
    published_at=datetime(2026, 3, 2, 10, tzinfo=UTC),
    published_precision=Precision.MINUTE,
    published_basis=PublishedBasis.METADATA,
    source_file="inbox/ferries.html",
    source_format="html",
    language="en-GB",
)


def test_an_english_article_is_read() -> None:
    found = findings_in(ENGLISH)
    assert [quote.speaker_name for quote in found.quotes] == ["Ada Brandt"]
    assert found.skipped_because is None


def test_an_article_in_another_language_is_loaded_but_not_read_and_says_why() -> None:
    found = findings_in(replace(ENGLISH, language="de"))
    assert (found.quotes, found.deadlines, found.issues, found.positions) == ((), (), (), ())
    assert found.skipped_because == "The language is de; only English is read."


def test_an_article_whose_language_nobody_knows_is_read_as_english() -> None:
    assert findings_in(replace(ENGLISH, language=None)).quotes
