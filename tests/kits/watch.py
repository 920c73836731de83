"""What the processes of a command do while it runs: memory, other machines, writes elsewhere."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LOOK_SECONDS = 0.02
WATCHED = Path(__file__).with_name("watched")


@dataclass(frozen=True, slots=True)
class Watched:
    """Each process's peak in MB, all that was printed, the seconds, and what no run may do."""

    peaks: Mapping[str, int]
    output: str
    seconds: float
    acts: tuple[str, ...]


def watched_run(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    allowed: Sequence[Path | str],
) -> Watched:
    """Run the command in the folder; it may write below the paths that are allowed."""
    log = folder / ".acts"
    watching = {
        "PYTHONPATH": str(WATCHED),
        "WATCH_LOG": str(log),
        "WATCH_ALLOWED": os.pathsep.join(map(str, allowed)),
    }
    began = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 # our own command
        command,
        env={**environment, **watching},
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        peaks: dict[str, int] = {}
        watcher = threading.Thread(target=_watch, args=(process, peaks))
        watcher.start()
        output, _ = process.communicate()
        watcher.join()
    seconds = time.perf_counter() - began
    acts = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    return Watched(peaks, output, seconds, tuple(dict.fromkeys(acts)))


def _watch(process: subprocess.Popen[str], peaks: dict[str, int]) -> None:
    """Keep the most memory that each process of the run has held, by number and name."""
    while process.poll() is None:
        for number in _family(process.pid):
            state = _state_of(number)
            if "VmHWM" in state:
                name = f"{state['Name']} {number}"
                peaks[name] = max(peaks.get(name, 0), int(state["VmHWM"].split()[0]) // 1024)
        time.sleep(LOOK_SECONDS)


def _family(root: int) -> list[int]:
    """Return the process and all that it started, and what those started."""
    parents = {
        int(path.name): int(state["PPid"])
        for path in Path("/proc").iterdir()
        if path.name.isdigit() and "PPid" in (state := _state_of(int(path.name)))
    }
    family = [root]
    for number in family:
        family += [child for child, parent in parents.items() if parent == number]
    return family


def _state_of(number: int) -> dict[str, str]:
    try:
        lines = Path(f"/proc/{number}/status").read_text(encoding="utf-8").splitlines()
    except OSError:  # it has ended
        return {}
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}
