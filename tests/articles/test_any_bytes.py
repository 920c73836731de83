from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.articles.parse import reading_of
from flows.records import SourceFile

OPENINGS = (
    b"",
    b'{"title": "A", "text": "',
    b"---\ntitle: ",
    b"<html><body><h1>A</h1><p>",
    b"<nitf><body><body.content><p>",
    b"<rss version='2.0'><channel><item><title>",
    b"From: a@b.example\nSubject: A\nDate: ",
    b"WARC/1.0\r\nWARC-Type: response\r\n",
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"\x1f\x8b\x08\x00",
    b"A/ B/ C/ D/ E/ F\n\nQuick Look\n- ",
)


# Found by changing real files at random; each once stopped a reader with an error of its own.
CRASHERS = (
    b"<rss version='2.0'><channel><item><title>A&#x110000;</title></item></channel></rss>",
    b"<rss version='2.0'><channel><item><title>A&#55296;</title></item></channel></rss>",
    (
        b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A</title>"
        b"<updated>0001-01-01T00:00:00+14:00</updated></entry></feed>"
    ),
    b'{"headline": "A", "text": "B.", "date": "2026-03-09", "outlet": "\\ud800 Ledger"}',
    (
        b'<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A", '
        b'"datePublished": "2026-03-09", "publisher": "\\udfff"}</script><p>Ferries stop.</p>'
    ),
    (
        b"From: a@b.example\nSubject: Ferries\nDate: Mon, 9 Mar 2026 09:00:00 +0000\n"
        b'Content-Type: text/plain; charset="utf\0-8"\n\nFerries stop at noon.\n'
    ),
    (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/tram\r\n"
        b"Content-Type: application/http; msgtype=response\r\n"
        b"Content-Length: 4444444444444444444444444444654\r\n\r\n"
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Ferries stop.</p>\r\n\r\n"
    ),
    (
        b'<html><head><meta name="author" content="mholm">'
        b'<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A", '
        b'"datePublished": "2026-03-09", "author": {"name": "Ida\\u0000Holm"}}</script></head>'
        b'<body><p class="byline">By Per Lind</p><p>Ferries stop at noon today.</p></body></html>'
    ),
)


@pytest.mark.parametrize("content", CRASHERS)
def test_what_once_failed_gives_articles_or_reasons(content: bytes) -> None:
    reading = reading_of(SourceFile("file", content))
    assert reading.articles or reading.problems
    for article in reading.articles:
        (article.outlet or "").encode()


@settings(max_examples=300, deadline=None)
@given(opening=st.sampled_from(OPENINGS), rest=st.binary(max_size=400))
def test_any_bytes_give_articles_or_reasons(opening: bytes, rest: bytes) -> None:
    reading = reading_of(SourceFile("file", opening + rest))
    assert reading.articles or reading.problems
    assert all(problem.reason.endswith(".") for problem in reading.problems)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300))
def test_any_text_under_a_headline_keeps_its_offsets(text: str) -> None:
    content = f"Tram runs/ Courier/ GHENT/ Jo/ Morning/ Lead\nGHENT (March 9, 2026) — Tram.\n{text}"
    for article in reading_of(SourceFile("file", content.encode("utf-8", "replace"))).articles:
        assert all(0 <= block.start < block.end <= len(article.body) for block in article.blocks)
        assert all(article.body[p.start : p.end] == p.text for p in article.key_points)
        article.body.encode()
