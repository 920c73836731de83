from __future__ import annotations

import pytest

from flows.errors import FetchError
from tests.sources.server import USER_AGENT, Clock, Page, Site, client_for


def test_every_request_says_who_asks(site: Site) -> None:
    site.pages["/story"] = Page(b"words")
    client_for(site).get(site.url("/story"), {})
    assert site.asked == ["/robots.txt", "/story"]
    assert {headers["User-Agent"] for headers in site.headers} == {USER_AGENT}


def test_a_page_that_has_not_changed_is_not_sent_again(site: Site) -> None:
    site.pages["/story"] = Page(b"words", etag='"1"')
    reply = client_for(site).get(site.url("/story"), {"If-None-Match": '"1"'})
    assert (reply.status, reply.content) == (304, b"")


def test_a_redirect_is_followed_from_where_it_stands(site: Site) -> None:
    site.pages["/old/story"] = Page(status=301, headers={"Location": "../new/story"})
    site.pages["/new/story"] = Page(b"words")
    reply = client_for(site).get(site.url("/old/story"), {})
    assert (reply.url, reply.content) == (site.url("/new/story"), b"words")


def test_a_circle_of_redirects_ends(site: Site) -> None:
    site.pages["/story"] = Page(status=302, headers={"Location": "/story"})
    with pytest.raises(FetchError, match="redirects too often"):
        client_for(site).get(site.url("/story"), {})
    assert site.asked.count("/story") == 6


def test_a_missing_page_is_asked_for_once(site: Site) -> None:
    with pytest.raises(FetchError, match="answers 404 Not Found") as caught:
        client_for(site).get(site.url("/story"), {})
    assert caught.value.is_lasting
    assert site.asked == ["/robots.txt", "/story"]


def test_a_broken_server_is_tried_three_times_with_growing_pauses(site: Site) -> None:
    clock = Clock()
    site.pages["/story"] = Page(status=503)
    with pytest.raises(FetchError, match="answers 503 Service Unavailable") as caught:
        client_for(site, clock=clock).get(site.url("/story"), {})
    assert not caught.value.is_lasting
    assert site.asked == ["/robots.txt", "/story", "/story", "/story"]
    assert clock.slept == [1, 2, 4]


def test_retry_after_is_kept_to(site: Site) -> None:
    clock = Clock()
    site.pages["/story"] = Page(status=429, headers={"Retry-After": "30"})
    with pytest.raises(FetchError, match="answers 429 Too Many Requests"):
        client_for(site, clock=clock).get(site.url("/story"), {})
    assert clock.slept == [1, 30, 30]


def test_a_host_that_wants_a_long_rest_is_left_for_the_next_run(site: Site) -> None:
    clock = Clock()
    site.pages["/story"] = Page(status=503, headers={"Retry-After": "3600"})
    client = client_for(site, clock=clock)
    for path in ("/story", "/other"):
        with pytest.raises(FetchError, match="its host rests for 3600 seconds"):
            client.get(site.url(path), {})
    assert site.asked == ["/robots.txt", "/story"]
    assert clock.slept == [1]


def test_a_retry_after_that_says_nothing_is_a_usual_pause(site: Site) -> None:
    clock = Clock()
    site.pages["/story"] = Page(status=503, headers={"Retry-After": "soon"})
    with pytest.raises(FetchError, match="answers 503"):
        client_for(site, clock=clock).get(site.url("/story"), {})
    assert clock.slept == [1, 2, 4]


def test_robots_txt_is_asked_for_once_and_obeyed(site: Site) -> None:
    robots = b"User-agent: *\nDisallow: /\n\nUser-agent: dateline\nDisallow: /archive/\n"
    site.pages["/robots.txt"] = Page(robots)
    site.pages["/story"] = site.pages["/archive/story"] = Page(b"words")
    client = client_for(site)
    assert client.get(site.url("/story"), {}).content == b"words"
    with pytest.raises(FetchError, match=r"is forbidden to us by robots\.txt"):
        client.get(site.url("/archive/story"), {})
    assert site.asked == ["/robots.txt", "/story"]


def test_a_redirect_to_a_forbidden_page_is_not_followed(site: Site) -> None:
    site.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow: /archive/")
    site.pages["/story"] = Page(status=302, headers={"Location": "/archive/story"})
    with pytest.raises(FetchError, match=r"/archive/story is forbidden to us by robots\.txt"):
        client_for(site).get(site.url("/story"), {})
    assert site.asked == ["/robots.txt", "/story"]


def test_a_server_whose_robots_txt_is_broken_is_left_alone(site: Site) -> None:
    site.pages["/robots.txt"] = Page(status=500)
    with pytest.raises(FetchError, match=r"is left alone, because its robots\.txt answers 500"):
        client_for(site).get(site.url("/story"), {})
    assert "/story" not in site.asked


def test_a_crawl_delay_slows_us_down(site: Site) -> None:
    clock = Clock()
    site.pages["/robots.txt"] = Page(b"User-agent: *\nCrawl-delay: 7")
    site.pages["/story"] = Page(b"words")
    client = client_for(site, clock=clock)
    for _ in range(3):
        client.get(site.url("/story"), {})
    assert clock.slept == [1, 7, 7]
