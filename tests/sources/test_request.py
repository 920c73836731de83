from __future__ import annotations

import gzip
import ssl
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from shutil import which

import pytest

from flows.errors import FetchError
from flows.sources.gate import Gate
from flows.sources.request import Limits, Reply, ask
from tests.sources.server import Page, Site

PATIENCE_SECONDS = 0.4
MOST_BYTES = 100_000


def fetch(site: Site, path: str) -> Reply:
    limits = Limits(PATIENCE_SECONDS, MOST_BYTES)
    return ask(site.url(path), {}, limits, Gate(frozenset({site.host})))


def test_a_page_arrives_unpacked_with_its_headers(site: Site) -> None:
    headers = {"Content-Encoding": "gzip", "Content-Type": "text/html"}
    site.pages["/"] = Page(gzip.compress(b"<p>words"), headers=headers)
    reply = fetch(site, "/")
    assert (reply.status, reply.content) == (200, b"<p>words")
    assert reply.headers["content-type"] == "text/html"


def test_headers_that_drip_byte_by_byte_are_cut_off(site: Site) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not site.stopping.wait(0.02):
            handler.wfile.write(b"a")

    site.pages["/"] = drip
    with pytest.raises(FetchError, match=r"took longer than 0\.4 seconds"):
        fetch(site, "/")


def test_a_body_that_drips_byte_by_byte_is_cut_off(site: Site) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not site.stopping.wait(0.02):
            handler.wfile.write(b"a")

    site.pages["/"] = drip
    with pytest.raises(FetchError, match=r"took longer than 0\.4 seconds"):
        fetch(site, "/")


def test_a_server_that_says_nothing_is_left(site: Site) -> None:
    site.pages["/"] = lambda _: site.stopping.wait(5)
    with pytest.raises(FetchError):
        fetch(site, "/")


def test_an_endless_body_is_too_large(site: Site) -> None:
    def pour(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not site.stopping.is_set():
            handler.wfile.write(b"a" * 10_000)

    site.pages["/"] = pour
    with pytest.raises(FetchError, match="is larger than 100,000 bytes"):
        fetch(site, "/")


@pytest.mark.parametrize("layers", [1, 2])
def test_a_gzip_bomb_is_too_large(site: Site, layers: int) -> None:
    bomb = b"\0" * 20_000_000
    for _ in range(layers):
        bomb = gzip.compress(bomb)
    encodings = ", ".join(["gzip"] * layers)
    site.pages["/"] = Page(bomb, headers={"Content-Encoding": encodings})
    with pytest.raises(FetchError, match="is larger than 100,000 bytes"):
        fetch(site, "/")


def test_a_body_that_breaks_off_is_an_error_and_no_half_page(site: Site) -> None:
    def break_off(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"half")

    site.pages["/"] = break_off
    with pytest.raises(FetchError, match="cannot be reached"):
        fetch(site, "/")


def test_what_is_no_http_is_an_error(site: Site) -> None:
    site.pages["/"] = lambda handler: handler.wfile.write(b"\x00\xff\n\n")
    with pytest.raises(FetchError, match="cannot be reached"):
        fetch(site, "/")


def test_an_address_without_a_host_is_an_error() -> None:
    with pytest.raises(FetchError, match="cannot be reached"):
        ask("http://", {}, Limits(1, 1000), Gate())


@pytest.mark.skipif(which("openssl") is None, reason="openssl makes the certificate")
def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = (
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost"
    )
    command = ["openssl", *made.split(), "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 # our own certificate
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        host = f"127.0.0.1:{server.server_port}"
        with pytest.raises(FetchError, match="CERTIFICATE_VERIFY_FAILED"):
            ask(f"https://{host}/", {}, Limits(5, 1000), Gate(frozenset({host})))
        server.shutdown()
        thread.join()
