from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from datetime import date

import pytest
import zstandard

from flows.articles.archive import DEEPEST_NESTING, MOST_MEMBERS
from flows.articles.parse import articles_of, reading_of
from flows.errors import UnreadableFileError
from flows.records import PublishedBasis, SourceFile

DISPATCH = """Tram to run again/ Courier/ GHENT/ Jo Frei/ Morning Edition/ The tram runs again.
GHENT (March 9, 2026) — The tram runs again after a week of repairs, the city said.
""".encode()

RSS = """<rss version="2.0"><channel><title>Courier</title>
<item><title>Tram runs</title><link>https://courier.example/tram</link>
<pubDate>Mon, 09 Mar 2026 08:15:00 +0100</pubDate>
<description>&lt;p&gt;The tram runs again.&lt;/p&gt;
&lt;p&gt;Repairs took a week.&lt;/p&gt;</description></item>
<item><title>Undated</title><description>No date here.</description></item></channel></rss>"""

MAIL = """From: Courier Desk <desk@courier.example>
To: readers@courier.example
Subject: The morning letter
Date: Mon, 09 Mar 2026 08:15:00 +0100
Message-ID: <1@courier.example>

The tram runs again.

You are receiving this because you signed up.
"""

PAGE = """<html><head><title>Tram</title><meta property="article:published_time"
content="2026-03-09T07:15:00Z"></head><body><article><h1>Tram runs again</h1>
<p>The tram through the old town runs again after a week of repairs, the city said.</p>
<p>Passengers had to walk over the bridge for seven days, most of them in the rain.</p>
</article></body></html>"""


def zipped(*members: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return buffer.getvalue()


def tarred(name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        info = tarfile.TarInfo(name)
        info.size = len(content)
        archive.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


def record(address: str, status: str, body: str) -> bytes:
    answer = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\n\r\n{body}".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Date: 2026-03-09T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def reason_for(content: bytes) -> str:
    with pytest.raises(UnreadableFileError) as problem:
        articles_of(SourceFile("file", content))
    return problem.value.reason_code


def test_each_member_of_a_zip_is_an_article_with_its_path() -> None:
    content = zipped(("a/one.txt", DISPATCH), ("b/two.html", PAGE.encode()), ("__MACOSX/x", b"\0"))
    articles = articles_of(SourceFile("desk.zip", content))
    assert [article.source_member for article in articles] == ["a/one.txt", "b/two.html"]
    assert {article.source_file for article in articles} == {"desk.zip"}


@pytest.mark.parametrize(
    "content",
    [
        gzip.compress(DISPATCH),
        zstandard.ZstdCompressor().compress(DISPATCH),
        tarred("one.txt", DISPATCH),
        zstandard.ZstdCompressor().compress(gzip.decompress(tarred("one.txt", DISPATCH))),
        gzip.compress(zipped(("one.txt", DISPATCH))),
    ],
    ids=["gzip", "zstd", "tar.gz", "tar.zst", "gzip of zip"],
)
def test_packed_files_are_read_as_what_they_hold(content: bytes) -> None:
    [article] = articles_of(SourceFile("packed", content))
    assert article.headline == "Tram to run again"


def test_a_path_that_leads_out_of_the_archive_is_only_a_label() -> None:
    [article] = articles_of(SourceFile("x.zip", zipped(("../../evil.txt", DISPATCH))))
    assert article.source_member == "../../evil.txt"


def test_a_gzip_cut_short_gives_no_article() -> None:
    assert reason_for(gzip.compress(DISPATCH * 50)[:-20]) == "damaged"


def test_a_bomb_is_refused_before_it_unfolds() -> None:
    assert reason_for(gzip.compress(bytes(64 * 1024 * 1024))) == "too_large"


def test_archives_in_archives_are_opened_to_a_stated_depth() -> None:
    content = DISPATCH
    for _ in range(DEEPEST_NESTING):
        content = zipped(("inner", content))
    assert len(articles_of(SourceFile("deep.zip", content))) == 1
    assert reason_for(zipped(("inner", content))) == "too_deep"


def test_an_archive_of_too_many_members_is_refused() -> None:
    assert reason_for(zipped(*((f"{n}.txt", b"x") for n in range(MOST_MEMBERS + 1)))) == "too_many"


def test_the_bad_member_of_a_container_costs_only_itself() -> None:
    reading = reading_of(SourceFile("x.zip", zipped(("ok.txt", DISPATCH), ("bad.json", b"{"))))
    assert [article.headline for article in reading.articles] == ["Tram to run again"]
    assert [problem.reason_code for problem in reading.problems] == ["broken_json"]


def test_a_feed_gives_an_article_for_each_dated_entry() -> None:
    reading = reading_of(SourceFile("feed.xml", RSS.encode()))
    [article] = reading.articles
    assert (article.outlet, article.source_member) == ("Courier", "entry 1")
    assert article.published_basis is PublishedBasis.FEED
    assert article.body == "The tram runs again.\n\nRepairs took a week."
    assert [problem.reason_code for problem in reading.problems] == ["no_date"]


@pytest.mark.parametrize("year", [3013, 2013])
def test_a_date_that_cannot_be_is_told_beside_the_one_that_is_taken(year: int) -> None:
    text = "<p>GHENT (March 9, 2013) — The tram runs again after a week of repairs.</p>"
    entry = f"<item><title>Tram</title><pubDate>Sat, 09 Mar {year} 08:15:00 GMT</pubDate>"
    feed = f'<rss version="2.0"><channel>{entry}<description><![CDATA[{text}]]></description>'
    [article] = articles_of(SourceFile("feed.xml", f"{feed}</item></channel></rss>".encode()))
    assert article.published_at.date() == date(2013, 3, 9)
    told = [(claim.value, claim.basis, claim.is_chosen) for claim in article.contradictions]
    impossible = [
        ("2013-03-09", "dateline", True),
        ("Sat, 09 Mar 3013 08:15:00 GMT", "feed", False),
    ]
    assert told == (impossible if year == 3013 else [])


def test_a_mail_is_an_article_under_its_subject() -> None:
    [article] = articles_of(SourceFile("letter.eml", MAIL.encode()))
    assert (article.headline, article.outlet) == ("The morning letter", "Courier Desk")
    assert article.body == "The tram runs again."


def test_an_mbox_holds_one_article_for_each_message() -> None:
    box = "".join(f"From a@b.example Mon Mar  9 08:15:0{n} 2026\n{MAIL}\n" for n in range(2))
    articles = articles_of(SourceFile("letters.mbox", box.encode()))
    assert [article.source_member for article in articles] == ["message 1", "message 2"]


def test_a_web_archive_gives_its_good_pages_once() -> None:
    content = (
        record("https://courier.example/tram", "200 OK", PAGE)
        + record("https://courier.example/gone", "404 Not Found", PAGE)
        + record("https://courier.example/tram", "200 OK", PAGE)
    )
    [article] = articles_of(SourceFile("crawl.warc", content))
    assert article.url == "https://courier.example/tram"
    assert article.headline == "Tram runs again"


def test_a_bad_line_of_json_lines_is_named() -> None:
    good = '{"title": "Tram", "text": "The tram runs.", "date": "2026-03-09"}'
    reading = reading_of(SourceFile("x.jsonl", f"{good}\n{{bad\n{good}".encode()))
    assert len(reading.articles) == 2
    assert "line 2" in reading.problems[0].reason
