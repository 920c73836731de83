from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.errors import FetchError
from flows.sources.listings import Link
from flows.sources.request import Reply
from flows.sources.shelf import Known, Shelf, page_suffix, place_of
from flows.store.files import find_files

URL = "https://news.example.org/2026/harbour-vote.html?page=1"
REPLY = Reply(
    "https://news.example.org/harbour",
    200,
    {"etag": '"7"', "last-modified": "Mon, 02 Mar 2026 06:00:00 GMT", "set-cookie": "secret"},
    b"<p>words",
)


def shelf_in(folder: Path) -> Shelf:
    return Shelf(folder / "inbox", datetime(2026, 3, 2, 6, tzinfo=UTC))


@pytest.mark.parametrize(
    ("url", "start"),
    [
        (URL, "news.example.org/harbour-vote-"),
        ("https://News.Example.org:8443/a/b/", "news.example.org-8443/b-"),
        ("https://me:pass@news.example.org/", "news.example.org/page-"),
        ("https://[2606:2800::1]/../../etc/passwd", "2606-2800--1/passwd-"),
        ("https://../..", "unnamed/page-"),
        ("https://news.example.org/" + "a" * 500, "news.example.org/" + "a" * 60 + "-"),
        ("https://news.example.org/Küste%2F..", "news.example.org/K-ste-2F-"),
    ],
)
def test_a_place_is_readable_and_stays_below_the_inbox(url: str, start: str) -> None:
    place = place_of(url)
    assert place.startswith(start)
    assert place[len(start) :].isalpha()
    assert len(place[len(start) :]) == 12


def test_pages_that_differ_in_their_query_alone_lie_apart() -> None:
    assert place_of("https://news.example.org/?id=1") != place_of("https://news.example.org/?id=2")


def test_the_ingest_sees_the_page_and_not_what_is_remembered_of_it(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path)
    assert shelf.keep(Link(URL, "monday"), REPLY, ".html")
    assert [file.name for file in find_files([shelf.inbox])] == [f"inbox/{place_of(URL)}.html"]
    assert shelf.known(URL) == Known(
        "monday", {n: REPLY.headers[n] for n in ("etag", "last-modified")}
    )


def test_the_sidecar_tells_where_a_file_came_from(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path)
    shelf.keep(Link(URL, "monday"), REPLY, ".html")
    (sidecar,) = shelf.inbox.rglob(".*.headers.json")
    assert json.loads(sidecar.read_text(encoding="utf-8")) == {
        "url": URL,
        "final_url": "https://news.example.org/harbour",
        "stamp": "monday",
        "status": 200,
        "fetched_at": "2026-03-02T06:00:00+00:00",
        "headers": {"etag": '"7"', "last-modified": "Mon, 02 Mar 2026 06:00:00 GMT"},
    }


def test_what_is_remembered_becomes_a_conditional_request() -> None:
    known = Known(None, {"etag": '"7"', "last-modified": "Monday", "server": "x"})
    assert known.validators == {"If-None-Match": '"7"', "If-Modified-Since": "Monday"}


def test_a_page_with_the_same_words_is_not_written_again(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path)
    assert shelf.keep(Link(URL), REPLY, ".html")
    assert not shelf.keep(Link(URL), REPLY, ".html")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"headers": {}}', "7"])
def test_a_broken_sidecar_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    shelf = shelf_in(tmp_path)
    shelf.remember(Link(URL), REPLY)
    (sidecar,) = shelf.inbox.rglob(".*.headers.json")
    sidecar.write_text(text, encoding="utf-8")
    assert shelf.known(URL) is None


def test_the_suffix_follows_the_content_type() -> None:
    assert (
        page_suffix(URL, Reply(URL, 200, {"content-type": "Text/HTML; charset=utf-8"})) == ".html"
    )
    assert page_suffix(URL, Reply(URL, 200, {})) == ".html"
    with pytest.raises(FetchError, match="is image/png, which holds no article"):
        page_suffix(URL, Reply(URL, 200, {"content-type": "image/png"}))
