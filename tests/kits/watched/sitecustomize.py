"""Tells what a Python process does that no reading may do: call another machine, write elsewhere.

Python imports a module of this name at its start, in every process that has this folder on its
path. It sees what Python code does, not what a C library does by itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

LOOPBACK = frozenset({None, "", "localhost", "127.0.0.1", "::1", "0.0.0.0", b"localhost"})  # noqa: S104 # nothing is bound here
NO_FILES = ("/dev/", "/proc/self/")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
# These change what their paths name.
_CHANGES = frozenset(
    f"os.{name}" for name in ("chmod", "link", "mkdir", "remove", "rename", "rmdir", "symlink")
)


def watch(log: str, allowed: tuple[str, ...]) -> None:
    """Write a line to the log for each such act, in this process and those that it forks."""
    target = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        for act in _acts(event, arguments, allowed):
            os.write(target, f"{act}\n".encode(errors="backslashreplace"))

    sys.addaudithook(hook)


def _acts(event: str, arguments: tuple[object, ...], allowed: tuple[str, ...]) -> Iterator[str]:
    if event == "socket.connect":
        address = arguments[1]
        if isinstance(address, tuple) and address[0] not in LOOPBACK:
            yield f"connects to {address[0]}"
    elif event == "socket.getaddrinfo" and arguments[0] not in LOOPBACK:
        yield f"looks up {arguments[0]}"
    elif event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITES:
        yield from _outside("writes", arguments[:1], allowed)
    elif event in _CHANGES:
        yield from _outside(event, arguments, allowed)


def _outside(act: str, arguments: tuple[object, ...], allowed: tuple[str, ...]) -> Iterator[str]:
    folder = arguments[-1]
    # A path may count from an open folder, which comes last.
    is_open = isinstance(folder, int) and folder > 0
    base = str(Path(f"/proc/self/fd/{folder}").readlink()) if is_open else ""
    for path in arguments:
        if isinstance(path, (str, bytes)):
            place = os.path.abspath(os.path.join(base, os.fsdecode(path)))  # noqa: PTH100, PTH118 # a path may be bytes
            if not place.startswith((*allowed, *NO_FILES)):
                yield f"{act} {place}"


if "WATCH_LOG" in os.environ:
    watch(os.environ["WATCH_LOG"], tuple(os.environ["WATCH_ALLOWED"].split(os.pathsep)))
