"""A polite reader of other people's servers: patient, paced, and obedient to robots.txt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urldefrag, urljoin, urlsplit

from protego import Protego
from urllib3.exceptions import InvalidHeader
from urllib3.util import Retry

from flows.errors import FetchError
from flows.sources.gate import Gate
from flows.sources.pace import Pace
from flows.sources.request import Limits, Reply, ask

# By this word a robots.txt speaks to us.
ROBOT_NAME = "Dateline"
TRIES = 3
FIRST_BACKOFF_SECONDS = 2.0
# Browsers follow 20; a page that needs more than a few leads nowhere.
MOST_REDIRECTS = 5
# RFC 9309 §2.5: the part of a robots.txt that must be read.
ROBOTS_BYTES = 500 * 1024

_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Robots:
    """What one server's robots.txt allows; `problem` where it could not be had."""

    rules: Protego
    problem: FetchError | None = None


class Client:
    """Fetches pages. Several threads may share it."""

    def __init__(self, user_agent: str, limits: Limits, gate: Gate, pace: Pace) -> None:
        """Keep how to introduce ourselves, and what we may do."""
        self._user_agent = user_agent
        self.limits = limits
        self._gate = gate
        self._pace = pace
        self._robots: dict[str, Robots] = {}

    def get(self, url: str, validators: Mapping[str, str]) -> Reply:
        """Return a 200, or a 304 where the validators still hold; redirects are followed.

        Raises FetchError for every other end.
        """
        reply = self._follow(url, validators, obeys_robots=True)
        if reply.status not in {HTTPStatus.OK, HTTPStatus.NOT_MODIFIED}:
            raise FetchError(url, f"answers {_status(reply.status)}", is_lasting=True)
        return reply

    def _follow(self, url: str, headers: Mapping[str, str], *, obeys_robots: bool) -> Reply:
        target = url
        for _ in range(MOST_REDIRECTS + 1):
            crawl_delay = self._permitted(target) if obeys_robots else 0.0
            reply = self._ask_patiently(target, headers, crawl_delay)
            location = reply.headers.get("location")
            if reply.status not in _REDIRECTS or not location:
                return reply
            target = _redirected(target, location)
        raise FetchError(url, "redirects too often", is_lasting=True)

    def _ask_patiently(self, url: str, headers: Mapping[str, str], crawl_delay: float) -> Reply:
        host = urlsplit(url).netloc
        problem = FetchError(url, "was not asked")
        for attempt in range(TRIES):
            wait = self._pace.take_turn(host, crawl_delay)
            if wait is not None:
                raise FetchError(url, f"is left for later: its host rests for {wait:.0f} seconds")
            backoff = FIRST_BACKOFF_SECONDS * 2**attempt
            try:
                asked = {"User-Agent": self._user_agent, **headers}
                reply = ask(url, asked, self.limits, self._gate)
            except FetchError as error:
                if error.is_lasting:
                    raise
                problem = error
            else:
                if reply.status not in _BUSY:
                    return reply
                problem = FetchError(url, f"answers {_status(reply.status)}")
                backoff = max(backoff, _retry_after(reply))
            self._pace.rest(host, backoff)
        raise problem

    def _permitted(self, url: str) -> float:
        """Return the seconds that the host wants between requests.

        Raises FetchError where robots.txt forbids the page, or could not be had: RFC 9309 §2.3.1.4.
        """
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = self._robots_of(origin)
        robots = self._robots[origin]
        if problem := robots.problem:
            reason = f"is left alone, because its robots.txt {problem.reason}"
            raise FetchError(url, reason, is_lasting=problem.is_lasting)
        if not robots.rules.can_fetch(url, ROBOT_NAME):
            raise FetchError(url, "is forbidden to us by robots.txt", is_lasting=True)
        return robots.rules.crawl_delay(ROBOT_NAME) or 0.0

    def _robots_of(self, origin: str) -> Robots:
        try:
            reply = self._follow(f"{origin}/robots.txt", {}, obeys_robots=False)
        except FetchError as error:
            return Robots(Protego.parse(""), problem=error)
        return Robots(Protego.parse(reply.content[:ROBOTS_BYTES].decode("utf-8", "replace")))


def _redirected(url: str, location: str) -> str:
    try:
        target = urldefrag(urljoin(url, location)).url
        parts = urlsplit(target)
        is_web = parts.scheme in {"http", "https"} and parts.hostname is not None
    except ValueError:
        target, is_web = location, False
    if not is_web:
        raise FetchError(url, f"redirects to {target[:200]!r}", is_lasting=True)
    return target


def _retry_after(reply: Reply) -> float:
    try:
        return Retry().parse_retry_after(reply.headers.get("retry-after", "0"))
    except InvalidHeader:
        return 0.0


def _status(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
