"""Against an object store of our own on the loopback, which speaks S3."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# moto and fsspec carry no types.

from __future__ import annotations

from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path

import fsspec
import pytest
from moto.server import ThreadedMotoServer

from flows.sources.collect import Report, collect
from flows.sources.shelf import Shelf
from flows.sources.subscriptions import Kind, Source
from tests.sources.server import Site, client_for


@pytest.fixture(scope="module")
def endpoint() -> Generator[str]:
    """Serve an object store to all these tests: starting and stopping one takes seconds."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> Generator[fsspec.AbstractFileSystem]:
    """Hold an empty bucket "desk" until the test is over."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", endpoint)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "desk")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "desk")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    store = fsspec.filesystem("s3", skip_instance_cache=True, use_listings_cache=False)
    store.mkdir("desk")
    yield store
    store.rm("desk", recursive=True)
    store.clear_instance_cache()


def go(inbox: Path, site: Site, url: str) -> Report:
    shelf = Shelf(inbox, datetime(2026, 3, 2, 6, tzinfo=UTC))
    (report,) = collect([Source(Kind.FOLDER, url)], client_for(site), shelf)
    return report


def files_in(inbox: Path) -> dict[str, bytes]:
    return {
        path.name.rpartition("-")[0] + path.suffix: path.read_bytes()
        for path in inbox.rglob("*")
        if path.is_file() and path.name[0] != "."
    }


def test_every_file_below_the_folder_is_fetched(
    bucket: fsspec.AbstractFileSystem, site: Site, tmp_path: Path
) -> None:
    bucket.pipe({"desk/in/a.txt": b"one", "desk/in/older/b.json": b"two", "desk/out/c.txt": b"no"})
    report = go(tmp_path, site, "s3://desk/in/")
    assert (report.saved, report.unchanged, report.problems) == (2, 0, [])
    assert files_in(tmp_path) == {"a.txt": b"one", "b.json": b"two"}


def test_only_a_file_that_changed_is_fetched_again(
    bucket: fsspec.AbstractFileSystem, site: Site, tmp_path: Path
) -> None:
    bucket.pipe({"desk/a.txt": b"one", "desk/b.txt": b"two"})
    go(tmp_path, site, "s3://desk/")
    bucket.pipe("desk/a.txt", b"other")
    report = go(tmp_path, site, "s3://desk/")
    assert (report.saved, report.unchanged) == (1, 1)
    assert files_in(tmp_path) == {"a.txt": b"other", "b.txt": b"two"}


def test_a_file_that_is_too_large_is_told_and_the_rest_is_fetched(
    bucket: fsspec.AbstractFileSystem, site: Site, tmp_path: Path
) -> None:
    client = client_for(site)
    bucket.pipe({"desk/a.txt": b"x" * (client.limits.most_bytes + 1), "desk/b.txt": b"two"})
    report = go(tmp_path, site, "s3://desk/")
    assert report.saved == 1
    assert [problem.partition(" has ")[0] for problem in report.problems] == ["s3://desk/a.txt"]


@pytest.mark.usefixtures("bucket")
def test_a_bucket_that_is_not_there_is_told(site: Site, tmp_path: Path) -> None:
    report = go(tmp_path, site, "s3://nowhere/in/")
    assert report.saved == 0
    assert [problem.split()[0] for problem in report.problems] == ["s3://nowhere/in/"]


def test_a_protocol_whose_library_is_missing_says_what_to_install(
    site: Site, tmp_path: Path
) -> None:
    report = go(tmp_path, site, "gs://desk/in/")
    assert len(report.problems) == 1
    assert "pip install 'dateline[stores]'" in report.problems[0]
