"""The gate to the network: every connection of ours leads to a public address.

A name is resolved once. Every address in the answer is judged, and the socket is opened to
one of the very addresses that were judged: a DNS answer that changes a moment later changes
nothing. The host name still goes into the Host header, SNI and the check of the certificate.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection

from flows.errors import FetchError

# RFC 4291 §2.4: all global unicast addresses begin so. RFC 6052: IPv4 reached through NAT64.
_GLOBAL_UNICAST = ip_network("2000::/3")
_NAT64 = ip_network("64:ff9b::/96")
# A name with more addresses than this is no newspaper; each may cost one connect timeout.
MOST_ADDRESSES = 4
# Far more than any public site needs to answer a connection or to send its next bytes.
SILENCE_SECONDS = 10.0

OnOpen = Callable[[socket.socket], None]


def is_public(address: str) -> bool:
    """Say whether the whole internet can reach this address, also where it wraps an IPv4 one."""
    judged = ip_address(address.partition("%")[0])
    if isinstance(judged, IPv6Address):
        wrapped = _wrapped_ipv4(judged)
        if wrapped is None:
            return judged.is_global and judged in _GLOBAL_UNICAST
        judged = wrapped
    return judged.is_global and not judged.is_multicast


def _wrapped_ipv4(address: IPv6Address) -> IPv4Address | None:
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour


@dataclass(frozen=True, slots=True)
class Gate:
    """Opens connections. `private_hosts` ("host:port") may lie in our own network."""

    private_hosts: frozenset[str] = frozenset()

    def open(self, host: str, port: int) -> socket.socket:
        """Return a connection to one of the host's addresses.

        Raises FetchError where any of them is not public, OSError where none answers.
        """
        failure = OSError(f"{host} has no address")
        for family, address in self._judged_addresses(host, port):
            try:
                return dial(family, address)
            except OSError as error:
                failure = error
        raise failure

    def _judged_addresses(self, host: str, port: int) -> list[tuple[int, Any]]:
        place = f"{host}:{port}"
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        for *_, address in answers:
            if not is_public(str(address[0])) and place not in self.private_hosts:
                reason = f"leads to {address[0]}, which is not a public address"
                raise FetchError(place, reason, is_lasting=True)
        return [(family, address) for family, *_, address in answers[:MOST_ADDRESSES]]


def dial(family: int, address: Any) -> socket.socket:  # noqa: ANN401 # its shape is the family's
    """Return a connection to exactly this address."""
    opened = socket.socket(family, socket.SOCK_STREAM)
    try:
        opened.settimeout(SILENCE_SECONDS)
        opened.connect(address)
    except BaseException:
        opened.close()
        raise
    return opened


class GatedAdapter(HTTPAdapter):
    """Makes requests go through the gate; `on_open` is told of each connection."""

    def __init__(self, gate: Gate, on_open: OnOpen) -> None:
        """Keep both before the pools are made."""
        self._gate = gate
        self._on_open = on_open
        super().__init__()

    def init_poolmanager(self, *_: object, **__: object) -> None:
        """Make pools of gated connections."""
        self.poolmanager = _GatedPools(self._gate, self._on_open)


class _GatedPools(PoolManager):
    def __init__(self, gate: Gate, on_open: OnOpen) -> None:
        super().__init__()
        self._connections: Mapping[str, Any] = {
            "http": partial(_GatedConnection, gate=gate, on_open=on_open),
            "https": partial(_GatedTlsConnection, gate=gate, on_open=on_open),
        }

    def _new_pool(
        self, scheme: str, host: str, port: int, request_context: dict[str, Any] | None = None
    ) -> HTTPConnectionPool:
        pool = super()._new_pool(scheme, host, port, request_context)
        pool.ConnectionCls = self._connections[scheme]
        return pool


class _GatedConnection(HTTPConnection):
    def __init__(self, *args: Any, gate: Gate, on_open: OnOpen, **kwargs: Any) -> None:  # noqa: ANN401 # urllib3's own
        super().__init__(*args, **kwargs)
        self._gate = gate
        self._on_open = on_open

    def _new_conn(self) -> socket.socket:
        return self._gate.open(self.host, self.port or self.default_port)

    def connect(self) -> None:
        super().connect()
        if self.sock is not None:
            self._on_open(self.sock)


class _GatedTlsConnection(_GatedConnection, HTTPSConnection):
    pass
