"""The Prefect server that a run talks to: the configured one, or a private one for this run.

A private server starts while the run gets ready, keeps its history in the data folder, runs none
of the services that only a lasting server needs, and ends with the process that started it. This
is about half the work of the ephemeral server that Prefect would start by itself.
"""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

import requests

from flows.errors import SettingsError

HOST = "127.0.0.1"
STARTUP_TIMEOUT_SECONDS = 120
_LASTING_SERVICES = (
    "CANCELLATION_CLEANUP",
    "CLEANUP_RECONCILER",
    "FOREMAN",
    "LATE_RUNS",
    "PAUSE_EXPIRATIONS",
    "REPOSSESSOR",
    "SCHEDULER",
    "TRIGGERS",
)

# Both are needed, or Prefect still calls home. An operator's own settings win.
_DEFAULTS = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
}


def set_defaults() -> None:
    """Switch telemetry off; must run before Prefect is imported."""
    for name, value in _DEFAULTS.items():
        os.environ.setdefault(name, value)


@contextmanager
def prefect_api(work_dir: Path, while_starting: Callable[[], object]) -> Generator[None]:
    """Have a Prefect API inside: the configured server's, else a private one for this run.

    A server takes seconds to start; `while_starting` is called meanwhile.
    """
    # The terminal tells how it goes; a failure is told once, by who started the run.
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")
    environment = {
        **{f"PREFECT_SERVER_SERVICES_{name}_ENABLED": "false" for name in _LASTING_SERVICES},
        "PREFECT_SERVER_UI_ENABLED": "false",
        "PREFECT__SERVER_EPHEMERAL": "1",
    }
    with _server(work_dir, 0, environment, while_starting):
        yield


@contextmanager
def lasting_server(
    work_dir: Path, port: int, while_starting: Callable[[], object]
) -> Generator[str]:
    """Have a Prefect server with all its services and its UI inside, and give the UI's address."""
    environment = {"PREFECT_SERVER_API_HOST": HOST, "PREFECT_SERVER_API_PORT": str(port)}
    with _server(work_dir, port, environment, while_starting) as api_url:
        yield api_url.removesuffix("/api")


@contextmanager
def _server(
    work_dir: Path, port: int, environment: Mapping[str, str], while_starting: Callable[[], object]
) -> Generator[str]:
    """Give the API's address; start a server only where none is configured."""
    set_defaults()
    from prefect.settings import PREFECT_API_URL, temporary_settings  # noqa: PLC0415 # after the defaults

    configured = PREFECT_API_URL.value()
    if configured:
        while_starting()
        yield configured
        return
    with _listener(port) as listener:
        api_url = f"http://{HOST}:{listener.getsockname()[1]}/api"
        process = _start(listener, work_dir, environment)
    try:
        while_starting()
        # The kernel queues this request until the server listens.
        requests.get(f"{api_url}/health", timeout=STARTUP_TIMEOUT_SECONDS).raise_for_status()
        with temporary_settings({PREFECT_API_URL: api_url}):
            yield api_url
    except requests.RequestException as error:
        message = f"The Prefect server did not start: {error}"
        raise SettingsError(message) from error
    finally:
        _stop(process)


def _listener(port: int) -> socket.socket:
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        message = f"Port {port} is taken ({error.strerror}). Choose another with --port."
        raise SettingsError(message) from error


def _start(
    listener: socket.socket, work_dir: Path, environment: Mapping[str, str]
) -> subprocess.Popen[bytes]:
    """Start a server on a listening socket; its history lies in `work_dir`."""
    work_dir.mkdir(parents=True, exist_ok=True)
    database = f"sqlite+aiosqlite:///{work_dir / 'prefect.db'}"
    return subprocess.Popen(  # noqa: S603 # our own module
        [sys.executable, "-m", "flows.prefect_server", "--fd", str(listener.fileno())],
        stdin=subprocess.PIPE,
        pass_fds=(listener.fileno(),),
        env={
            "PREFECT_SERVER_DATABASE_CONNECTION_URL": database,
            **os.environ,
            **environment,
        },
    )


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End a server."""
    if process.stdin is not None:
        process.stdin.close()
    process.terminate()
    process.wait()


def _serve_until_orphaned(fd: int) -> None:
    """Serve the API, and stop when the process that holds our standard input is gone."""
    import uvicorn  # noqa: PLC0415 # only the server process needs it

    def wait_for_parent() -> None:
        sys.stdin.buffer.read()
        os._exit(0)

    threading.Thread(target=wait_for_parent, daemon=True).start()
    uvicorn.run("prefect.server.api.server:create_app", factory=True, fd=fd, log_level="error")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--fd", type=int, required=True)
    _serve_until_orphaned(parser.parse_args().fd)
