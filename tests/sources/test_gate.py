from __future__ import annotations

import socket

import pytest

from flows.errors import FetchError
from flows.sources import gate
from flows.sources.gate import Gate, is_public
from flows.sources.request import Limits, ask
from tests.sources.server import Page, Site, client_for, web_site


@pytest.mark.parametrize(
    "address",
    ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822", "2002:5db8:d822::1"],
)
def test_the_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.9.10",
        "0.0.0.0",  # noqa: S104 # an address to judge
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "fec0::1",
        "ff02::1",
        "2001:db8::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::1",
        "2001:0:7f00:1::1",
    ],
)
def test_our_own_network_is_not_public(address: str) -> None:
    assert not is_public(address)


def answers_of(*addresses: str) -> list[tuple[object, ...]]:
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in addresses]


class ChangingNames:
    """A name server that answers otherwise each time."""

    def __init__(self, *answers: list[tuple[object, ...]]) -> None:
        self.answers = list(answers)
        self.asked = 0

    def __call__(self, *_: object, **__: object) -> list[tuple[object, ...]]:
        self.asked += 1
        return self.answers.pop(0)


def test_one_private_address_among_public_ones_closes_the_gate(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = ChangingNames(answers_of("93.184.216.34", "10.0.0.7"))
    monkeypatch.setattr(socket, "getaddrinfo", names)
    with pytest.raises(FetchError, match=r"leads to 10\.0\.0\.7, which is not a public address"):
        Gate().open("news.example", 80)


def test_a_name_is_resolved_once_and_that_very_address_is_dialled(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second answer of a rebinding name server, 127.0.0.1, is never asked for."""
    site.pages["/story"] = Page(b"words")
    names = ChangingNames(answers_of("93.184.216.34"), answers_of("127.0.0.1"))
    dialled: list[object] = []

    def dial(_: int, address: object) -> socket.socket:
        dialled.append(address)
        opened = socket.socket()
        opened.connect(("127.0.0.1", site.port))
        return opened

    monkeypatch.setattr(socket, "getaddrinfo", names)
    monkeypatch.setattr(gate, "dial", dial)
    reply = ask("http://news.example/story", {}, Limits(5, 1000), Gate())
    assert reply.content == b"words"
    assert names.asked == 1
    assert dialled == [("93.184.216.34", 80)]
    assert site.headers[0]["Host"] == "news.example"


def test_a_name_that_turns_private_for_the_next_page_is_refused_then(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ChangingNames(answers_of("127.0.0.1"))
    monkeypatch.setattr(socket, "getaddrinfo", names)
    with pytest.raises(FetchError, match=r"leads to 127\.0\.0\.1"):
        ask(f"http://news.example:{site.port}/", {}, Limits(5, 1000), Gate())
    assert site.asked == []


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:169.254.169.254]/",
        "http://2852039166/",
        "http://0x7f.1/",
        "http://localhost:1/",
    ],
)
def test_a_redirect_into_our_network_is_refused(site: Site, target: str) -> None:
    site.pages["/story"] = Page(status=302, headers={"Location": target})
    with pytest.raises(FetchError, match="which is not a public address"):
        client_for(site).get(site.url("/story"), {})


def test_a_redirect_to_another_port_of_the_loopback_is_refused(site: Site) -> None:
    with web_site() as secret:
        site.pages["/story"] = Page(status=301, headers={"Location": secret.url("/admin")})
        with pytest.raises(FetchError, match="which is not a public address"):
            client_for(site).get(site.url("/story"), {})
        assert secret.asked == []


def test_a_redirect_out_of_the_web_is_refused(site: Site) -> None:
    site.pages["/story"] = Page(status=302, headers={"Location": "file:///etc/passwd"})
    with pytest.raises(FetchError, match="redirects to 'file:///etc/passwd'"):
        client_for(site).get(site.url("/story"), {})
