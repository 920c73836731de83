"""A web server of our own on the loopback, as friendly or as hostile as a test wants it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from flows.sources.client import Client
from flows.sources.gate import Gate
from flows.sources.pace import Pace
from flows.sources.request import Limits

USER_AGENT = "Dateline/1 (+desk@example.org)"


@dataclass(frozen=True, slots=True)
class Page:
    """What one path answers."""

    content: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict[str, str])
    etag: str | None = None


Answer = Page | Callable[[BaseHTTPRequestHandler], object]


@dataclass(slots=True)
class Site:
    """The pages of one server, and the requests that it got."""

    port: int
    pages: dict[str, Answer] = field(default_factory=dict[str, Answer])
    asked: list[str] = field(default_factory=list[str])
    headers: list[dict[str, str]] = field(default_factory=list[dict[str, str]])
    stopping: threading.Event = field(default_factory=threading.Event)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        self.asked.append(handler.path)
        self.headers.append(dict(handler.headers))
        page = self.pages.get(handler.path, Page(status=404))
        if not isinstance(page, Page):
            page(handler)
            return
        is_known = page.etag is not None and handler.headers.get("If-None-Match") == page.etag
        content = b"" if is_known else page.content
        handler.send_response(304 if is_known else page.status)
        for name, value in page.headers.items():
            handler.send_header(name, value)
        if page.etag:
            handler.send_header("ETag", page.etag)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)


@contextmanager
def web_site() -> Generator[Site]:
    """Serve until the test is over."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            try:
                site.answer(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True  # the reader had enough

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 # http.server's name
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        site = Site(server.server_port)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield site
        finally:
            site.stopping.set()
            server.shutdown()
            thread.join()


@dataclass(slots=True)
class Clock:
    """A clock that only sleeping moves."""

    now: float = 1000.0
    slept: list[float] = field(default_factory=list[float])

    def time(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def client_for(
    *sites: Site, clock: Clock | None = None, seconds: float = 5, most_bytes: int = 100_000
) -> Client:
    """A client that these sites are open to, though they lie on the loopback."""
    clock = clock or Clock()
    gate = Gate(frozenset(site.host for site in sites))
    pace = Pace(1, clock=clock.time, sleep=clock.sleep)
    return Client(USER_AGENT, Limits(seconds, most_bytes), gate, pace)
