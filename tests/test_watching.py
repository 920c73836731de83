from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

from flows.settings import Settings
from flows.watching import looks
from tests.morning import PROJECT


def test_the_first_look_is_at_once_and_the_next_one_when_a_file_comes(tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    settings = Settings(data_dir=tmp_path, settle_seconds=0.05)
    watching = looks([settings.inbox], settings)
    assert next(watching) is True
    stopping = threading.Event()

    def drop() -> None:
        number = 0
        while not stopping.wait(0.1):  # the watch begins with the second look
            number += 1
            (settings.inbox / f".hidden-{number}").touch()
            (settings.inbox / f"story-{number % 2}.txt").write_text(str(number), encoding="utf-8")

    thread = threading.Thread(target=drop)
    thread.start()
    try:
        assert next(watching) is False
    finally:
        stopping.set()
        thread.join()


def test_ctrl_c_ends_a_watching_run_in_good_order(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "flows.cli", "--data-dir", str(tmp_path), "run", "--watch"]
    with subprocess.Popen(  # noqa: S603 # our own command
        command,
        cwd=PROJECT,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "COLUMNS": "500"},
    ) as process:
        assert process.stderr is not None
        first = process.stderr.readline()
        process.send_signal(signal.SIGINT)
        _, rest = process.communicate(timeout=60)
    assert first.startswith(f"Watching {tmp_path / 'inbox'}.")
    assert rest.endswith("Stopped.\n")
    assert process.returncode == 0
