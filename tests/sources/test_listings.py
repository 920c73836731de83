from __future__ import annotations

import gzip

from flows.sources.listings import (
    Link,
    Listing,
    listing_in_feed,
    listing_in_folder,
    listing_in_sitemap,
)

AT = "https://news.example.org/feeds/list.xml"

RSS = b"""<?xml version="1.0"?>
<rss version="2.0"><channel><title>Harbour Post</title>
<item><link>https://news.example.org/ferry#top</link><pubDate>2 Mar 2026 06:00 GMT</pubDate></item>
<item><link>/bridge</link><description>A teaser.</description></item>
<item><link>/bridge</link></item>
<item><link>javascript:alert(1)</link></item>
<item><title>No link at all</title></item>
</channel></rss>"""

ATOM = """<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title>
<entry><link href="https://news.example.org/ferry"/><updated>2026-03-02T06:00:00Z</updated>
<content type="html">{story}</content></entry></feed>"""

SITEMAP = b"""<?xml version="1.0"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://news.example.org/old</loc><lastmod>2026-03-01</lastmod></url>
<url><loc> https://news.example.org/new </loc>
<news:news><news:publication_date>2026-03-03T07:00:00Z</news:publication_date></news:news>
<image:image><image:loc>https://news.example.org/picture.jpg</image:loc></image:image></url>
<url><loc>https://news.example.org/undated</loc></url>
</urlset>"""


def sitemap(content: bytes) -> Listing:
    return listing_in_sitemap(content, AT, most_bytes=10_000)


def test_a_feed_lists_each_page_once_by_its_whole_address() -> None:
    assert listing_in_feed(RSS, AT) == Listing(
        pages=(
            Link("https://news.example.org/ferry", "2 Mar 2026 06:00 GMT"),
            Link("https://news.example.org/bridge"),
        )
    )


def test_a_feed_with_whole_stories_says_so() -> None:
    listing = listing_in_feed(ATOM.format(story="The ferry sails. " * 100).encode(), AT)
    assert listing.is_full
    assert listing.pages == (Link("https://news.example.org/ferry", "2026-03-02T06:00:00Z"),)


def test_a_feed_with_teasers_is_not_full() -> None:
    assert not listing_in_feed(ATOM.format(story="The ferry sails.").encode(), AT).is_full


def test_what_is_no_feed_lists_nothing() -> None:
    assert listing_in_feed(b"<html><body>Not found</body></html>", AT) == Listing()


def test_the_name_of_a_file_is_not_opened_as_a_feed() -> None:
    assert listing_in_feed(__file__.encode(), AT) == Listing()


def test_a_sitemap_lists_the_newest_pages_first() -> None:
    assert sitemap(SITEMAP) == Listing(
        pages=(
            Link("https://news.example.org/new", "2026-03-03T07:00:00Z"),
            Link("https://news.example.org/old", "2026-03-01"),
            Link("https://news.example.org/undated"),
        )
    )


def test_a_zipped_sitemap_is_unzipped() -> None:
    assert len(sitemap(gzip.compress(SITEMAP)).pages) == 3


def test_a_zipped_sitemap_that_is_a_bomb_is_cut_off() -> None:
    lines = b"https://news.example.org/story\n" * 1_000_000
    assert sitemap(gzip.compress(lines)).pages[0] == Link("https://news.example.org/story")


def test_a_broken_zip_lists_nothing() -> None:
    assert sitemap(b"\x1f\x8bnonsense") == Listing()


def test_a_sitemap_index_lists_sitemaps() -> None:
    index = SITEMAP.replace(b"urlset", b"sitemapindex").replace(b"url>", b"sitemap>")
    listing = sitemap(index)
    assert listing.pages == ()
    assert [link.url[-3:] for link in listing.listings] == ["new", "old", "ted"]


def test_plain_text_lists_one_page_a_line() -> None:
    text = (
        b"\xef\xbb\xbfhttps://news.example.org/a\r\n\r\nhttps://news.example.org/b\n# no address:\n"
    )
    assert [link.url for link in sitemap(text).pages] == [
        "https://news.example.org/a",
        "https://news.example.org/b",
    ]


def test_entities_of_a_sitemap_are_not_followed() -> None:
    hostile = (
        b'<!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        b"<urlset><url><loc>https://news.example.org/&x;</loc></url></urlset>"
    )
    assert sitemap(hostile) == Listing((Link("https://news.example.org/"),))


def test_broken_xml_lists_nothing() -> None:
    assert sitemap(b"<") == Listing()


def test_a_folder_lists_the_files_that_lie_directly_in_it() -> None:
    page = b"""<h1>Index of /drop</h1>
        <a href="?C=M;O=A">Last modified</a> <a href="/">Parent</a> <a href="older/">older/</a>
        <a href="a.txt">a.txt</a> <a href="/drop/b%20b.json">b b.json</a>
        <a href="older/c.txt">c.txt</a> <a href="https://elsewhere.example/drop/d.txt">d.txt</a>"""
    assert listing_in_folder(page, "https://files.example.org/drop/") == Listing(
        (
            Link("https://files.example.org/drop/a.txt"),
            Link("https://files.example.org/drop/b%20b.json"),
        )
    )


def test_an_empty_answer_is_an_empty_folder() -> None:
    assert listing_in_folder(b" ", "https://files.example.org/drop/") == Listing()
