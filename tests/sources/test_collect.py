from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.sources import collect as round_of_sources
from flows.sources.collect import Report, collect
from flows.sources.shelf import Shelf
from flows.sources.subscriptions import Kind, Source
from tests.sources.server import Page, Site, client_for, web_site

HTML = {"Content-Type": "text/html"}


def rss(*items: str) -> bytes:
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss version="2.0"><channel>{inner}</channel></rss>'.encode()


def go(inbox: Path, site: Site, path: str, kind: Kind = Kind.FEED) -> Report:
    shelf = Shelf(inbox, datetime(2026, 3, 2, 6, tzinfo=UTC))
    (report,) = collect([Source(kind, site.url(path))], client_for(site), shelf)
    return report


def files_in(inbox: Path) -> list[bytes]:
    return sorted(
        path.read_bytes() for path in inbox.rglob("*") if path.is_file() and path.name[0] != "."
    )


def test_the_pages_of_a_feed_are_fetched(site: Site, tmp_path: Path) -> None:
    site.pages["/feed"] = Page(rss("<link>/a</link>", "<link>/b</link>"))
    site.pages["/a"], site.pages["/b"] = Page(b"<p>a", headers=HTML), Page(b"<p>b", headers=HTML)
    report = go(tmp_path, site, "/feed")
    assert (report.saved, report.unchanged, report.problems) == (2, 0, [])
    assert files_in(tmp_path) == [b"<p>a", b"<p>b"]


def test_a_feed_that_has_not_changed_costs_one_request(site: Site, tmp_path: Path) -> None:
    site.pages["/feed"] = Page(rss("<link>/a</link>"), etag='"1"')
    site.pages["/a"] = Page(b"<p>a", headers=HTML)
    go(tmp_path, site, "/feed")
    site.asked.clear()
    report = go(tmp_path, site, "/feed")
    assert site.asked == ["/robots.txt", "/feed"]
    assert (report.saved, report.unchanged) == (0, 1)


def test_a_page_is_fetched_again_when_the_feed_says_that_it_changed(
    site: Site, tmp_path: Path
) -> None:
    entry = "<link>/a</link><pubDate>{}</pubDate>"
    site.pages["/feed"] = Page(rss(entry.format("Monday")))
    site.pages["/a"] = Page(b"<p>first", headers=HTML)
    go(tmp_path, site, "/feed")
    go(tmp_path, site, "/feed")
    assert site.asked.count("/a") == 1
    site.pages["/feed"] = Page(rss(entry.format("Tuesday")))
    site.pages["/a"] = Page(b"<p>second", headers=HTML)
    report = go(tmp_path, site, "/feed")
    assert report.saved == 1
    assert files_in(tmp_path) == [b"<p>second"]


def test_a_304_page_is_not_asked_for_again_until_its_date_moves(site: Site, tmp_path: Path) -> None:
    entry = "<link>/a</link><pubDate>{}</pubDate>"
    site.pages["/a"] = Page(b"<p>a", headers=HTML, etag='"1"')
    for day in ("Monday", "Tuesday", "Tuesday"):
        site.pages["/feed"] = Page(rss(entry.format(day)))
        report = go(tmp_path, site, "/feed")
    assert site.asked.count("/a") == 2
    assert (report.saved, report.unchanged) == (0, 1)


def test_a_feed_with_whole_stories_is_kept_itself(site: Site, tmp_path: Path) -> None:
    story = "The ferry sails again. " * 100
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/a"/>'
        f"<content>{story}</content></entry></feed>"
    ).encode()
    site.pages["/feed"] = Page(feed)
    report = go(tmp_path, site, "/feed")
    assert report.saved == 1
    assert files_in(tmp_path) == [feed]
    assert "/a" not in site.asked


def test_a_page_that_failed_for_now_is_asked_for_again(site: Site, tmp_path: Path) -> None:
    site.pages["/feed"] = Page(rss("<link>/a</link>"), etag='"1"')
    site.pages["/a"] = Page(status=503)
    report = go(tmp_path, site, "/feed")
    assert report.problems == [f"{site.url('/a')} answers 503 Service Unavailable"]
    site.pages["/a"] = Page(b"<p>a", headers=HTML)
    assert go(tmp_path, site, "/feed").saved == 1


def test_a_dead_link_does_not_make_us_ask_for_the_whole_feed_each_time(
    site: Site, tmp_path: Path
) -> None:
    site.pages["/feed"] = Page(rss("<link>/gone</link>"), etag='"1"')
    assert go(tmp_path, site, "/feed").problems == [f"{site.url('/gone')} answers 404 Not Found"]
    report = go(tmp_path, site, "/feed")
    assert (report.unchanged, report.problems) == (1, [])


def test_a_feed_that_lists_a_page_in_our_network_does_not_reach_it(
    site: Site, tmp_path: Path
) -> None:
    with web_site() as secret:
        site.pages["/feed"] = Page(rss(f"<link>{secret.url('/admin')}</link>"))
        report = go(tmp_path, site, "/feed")
        assert secret.asked == []
    assert len(report.problems) == 1
    assert "which is not a public address" in report.problems[0]


def test_an_error_page_in_place_of_a_feed_is_told(site: Site, tmp_path: Path) -> None:
    site.pages["/feed"] = Page(b"<html>We are sorry</html>")
    assert go(tmp_path, site, "/feed").problems == [f"{site.url('/feed')} lists nothing"]


def test_a_picture_in_a_feed_is_left_there(site: Site, tmp_path: Path) -> None:
    site.pages["/feed"] = Page(rss("<link>/a</link>"))
    site.pages["/a"] = Page(b"\x89PNG", headers={"Content-Type": "image/png"})
    report = go(tmp_path, site, "/feed")
    assert report.problems == [f"{site.url('/a')} is image/png, which holds no article"]
    assert files_in(tmp_path) == []


def test_the_newest_pages_of_a_sitemap_are_fetched(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(round_of_sources, "MOST_PAGES", 2)
    for day in (1, 2, 3):
        site.pages[f"/{day}"] = Page(f"<p>{day}".encode(), headers=HTML)
    urls = "".join(
        f"<url><loc>{site.url(f'/{day}')}</loc><lastmod>2026-03-0{day}</lastmod></url>"
        for day in (2, 1, 3)
    )
    site.pages["/map"] = Page(f"<urlset>{urls}</urlset>".encode())
    assert go(tmp_path, site, "/map", Kind.SITEMAP).saved == 2
    assert files_in(tmp_path) == [b"<p>2", b"<p>3"]


def test_an_index_of_sitemaps_leads_to_their_pages_and_no_further(
    site: Site, tmp_path: Path
) -> None:
    def index(part: str) -> Page:
        location = f"<sitemap><loc>{site.url(part)}</loc></sitemap>"
        return Page(f"<sitemapindex>{location}</sitemapindex>".encode(), etag='"1"')

    site.pages["/index"], site.pages["/circle"] = index("/map"), index("/circle")
    site.pages["/map"] = Page(site.url("/a").encode())
    site.pages["/a"] = site.pages["/b"] = Page(b"<p>a", headers=HTML)
    assert go(tmp_path, site, "/index", Kind.SITEMAP).saved == 1
    site.pages["/map"] = Page(site.url("/b").encode())
    assert go(tmp_path, site, "/index", Kind.SITEMAP).saved == 1
    assert go(tmp_path, site, "/circle", Kind.SITEMAP).problems == [
        f"{site.url('/circle')} lists nothing"
    ]


def test_a_single_page_is_looked_at_each_time(site: Site, tmp_path: Path) -> None:
    site.pages["/statement"] = Page(b"<p>a", headers=HTML, etag='"1"')
    assert go(tmp_path, site, "/statement", Kind.PAGE).saved == 1
    assert go(tmp_path, site, "/statement", Kind.PAGE).unchanged == 1
    site.pages["/statement"] = Page(b"<p>b", headers=HTML, etag='"2"')
    assert go(tmp_path, site, "/statement", Kind.PAGE).saved == 1


def test_reports_stand_in_the_order_of_the_list(site: Site, tmp_path: Path) -> None:
    sources = [Source(Kind.PAGE, site.url(f"/{number}")) for number in range(20)]
    shelf = Shelf(tmp_path, datetime(2026, 3, 2, 6, tzinfo=UTC))
    reports = collect(sources, client_for(site), shelf)
    assert [report.source for report in reports] == sources


def test_the_files_of_a_web_folder_are_fetched_once(site: Site, tmp_path: Path) -> None:
    site.pages["/drop/"] = Page(b'<a href="a.json">a</a> <a href="b.tar.gz">b</a>', headers=HTML)
    site.pages["/drop/a.json"] = Page(b"{}", etag='"1"')
    site.pages["/drop/b.tar.gz"] = Page(b"packed", etag='"2"')
    first = go(tmp_path, site, "/drop/", Kind.FOLDER)
    again = go(tmp_path, site, "/drop/", Kind.FOLDER)
    assert (first.saved, first.unchanged, first.problems) == (2, 0, [])
    assert (again.saved, again.unchanged, again.problems) == (0, 2, [])
    assert files_in(tmp_path) == [b"packed", b"{}"]
    assert sorted(path.name.partition(".")[2] for path in tmp_path.rglob("[ab]*.*")) == [
        "json",
        "tar.gz",
    ]
