"""One request: through the gate, with a limit on its time and on what it may unpack to."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Self

import requests
from urllib3.exceptions import HTTPError

from flows.errors import FetchError
from flows.sources.gate import SILENCE_SECONDS, Gate, GatedAdapter

_CHUNK_BYTES = 1 << 16


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may cost us. The bytes are counted unpacked."""

    seconds: float
    most_bytes: int


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered; header names are in lower case. Only a 200 has content."""

    url: str
    status: int
    headers: dict[str, str]
    content: bytes = b""


def ask(url: str, headers: Mapping[str, str], limits: Limits, gate: Gate) -> Reply:
    """Return the answer, whatever its status; redirects are not followed.

    Raises FetchError where none comes, or one that is too slow or too large.
    """
    with _Deadline(limits.seconds) as deadline, _session(gate, deadline) as session:
        try:
            reply = _answer(session, url, headers, limits)
        except (requests.RequestException, HTTPError, OSError, ValueError) as error:
            if not deadline.is_over:
                reason = f"cannot be reached: {' '.join(str(error).split())}"
                raise FetchError(url, reason) from error
            reply = None
    # A body without a length ends in good order when the deadline cuts it off.
    if reply is None or deadline.is_over:
        raise FetchError(url, f"took longer than {limits.seconds:g} seconds", is_lasting=True)
    return reply


def _session(gate: Gate, deadline: _Deadline) -> requests.Session:
    session = requests.Session()
    # No proxy: it would resolve names behind the gate's back. No passwords from .netrc either.
    session.trust_env = False
    adapter = GatedAdapter(gate, deadline.guard)
    session.mount("http://", adapter)
    session.mount("https://", adapter)
    return session


def _answer(
    session: requests.Session, url: str, headers: Mapping[str, str], limits: Limits
) -> Reply:
    asked = {"Accept-Encoding": "gzip", "Connection": "close", **headers}
    silence_seconds = min(SILENCE_SECONDS, limits.seconds)
    with session.get(
        url, headers=asked, stream=True, allow_redirects=False, timeout=silence_seconds
    ) as response:
        names = {name.lower(): value for name, value in response.headers.items()}
        content = b""
        if response.status_code == HTTPStatus.OK:
            content = _body_of(response, limits.most_bytes)
        return Reply(url, response.status_code, names, content)


def _body_of(response: requests.Response, most_bytes: int) -> bytes:
    body = bytearray()
    for chunk in response.iter_content(_CHUNK_BYTES):
        body += chunk
        if len(body) > most_bytes:
            reason = f"is larger than {most_bytes:,} bytes"
            raise FetchError(response.url, reason, is_lasting=True)
    return bytes(body)


class _Deadline:
    """Cuts the connection when the time is over, also one that keeps dripping byte by byte."""

    def __init__(self, seconds: float) -> None:
        self.is_over = False
        self._guarded: socket.socket | None = None
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def guard(self, opened: socket.socket) -> None:
        """Take the connection that is to be cut."""
        with self._lock:
            self._guarded = opened
            if self.is_over:
                self._cut()

    def _end(self) -> None:
        with self._lock:
            self.is_over = True
            self._cut()

    def _cut(self) -> None:
        if self._guarded is not None:
            with contextlib.suppress(OSError):  # closed in the meantime
                # The plain socket's own: TLS would first take its state away from the reader.
                socket.socket.shutdown(self._guarded, socket.SHUT_RDWR)
