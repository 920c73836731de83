"""The hostile set through the real command: what became of every file, and at what cost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
from rich.console import Console
from rich.table import Table

from flows.store.files import find_files
from flows.workers import Limits, ReadingPool
from tests.kits.lines import Line, read_lines
from tests.kits.score import KITS_DIR
from tests.kits.watch import Watched, watched_run

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DATELINE = Path(sys.executable).with_name("dateline")
# What the kit demands of every file.
MOST_SECONDS, MOST_MEGABYTES = 10, 1024
CANARY = b"CANARY-7f3a"
# What two of the files try to make, were their text run as a program.
PWNED = Path("/tmp/kit_pwned")  # noqa: S108 # the kit's name for it
# Root without its rights reads no more than an ordinary user.
AS_USER = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if os.geteuid() == 0 else ()
_WALL_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one file: how many articles, and the reasons where there was none."""

    articles: int
    reasons: tuple[str, ...]

    @property
    def words(self) -> str:
        """The fate in a few words."""
        found = f"{self.articles} articles" if self.articles else ""
        return ", ".join(part for part in (found, *self.reasons) if part) or "not told"


def check_hostile(console: Console) -> bool:
    """Make the set, run the command on it as an ordinary user, print; say whether all is well."""
    folder = Path(tempfile.mkdtemp(prefix="hostile-"))
    try:
        _run([sys.executable, str(KITS_DIR / "ingest" / "make_hostile.py"), str(folder / "set")])
        manifest = read_lines(folder / "set" / "manifest.jsonl")
        before = _listing(folder)
        run = _run_of(folder)
        fates = _fates(folder)
        console.print(_verdicts(manifest, fates))
        wrong = [_row(line, fates) for line in manifest if not _is_right(line, fates)]
        console.print(_mistakes(wrong))
        console.print(_costs(folder, run))
        faults = list(_faults(folder, before, run))
        for fault in faults:
            console.print(f"[red]{fault}[/]", highlight=False)
        return not wrong and not faults and max(run.peaks.values()) <= MOST_MEGABYTES
    finally:
        _run(["chmod", "-R", "u+rwX", str(folder)])
        shutil.rmtree(folder, ignore_errors=True)


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 # our own commands


def _listing(folder: Path) -> set[str]:
    found = subprocess.run(  # noqa: S603 # our own folder
        ["find", str(folder), "-not", "-path", str(folder / "data*")],  # noqa: S607 # the system's
        check=False,  # it may not look into every folder
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        errors="backslashreplace",
    )
    return set(found.stdout.split("\n"))


def _run_of(folder: Path) -> Watched:
    """Return what the command did; it may write its data, and the hidden files of a home."""
    temporary = folder / ".tmp"
    temporary.mkdir()
    environment = {
        **os.environ,
        "HOME": str(folder),
        "TMPDIR": str(temporary),
        "DATELINE_DATA_DIR": str(folder / "data"),
        "DATELINE_FILE_TIMEOUT_SECONDS": str(MOST_SECONDS),
    }
    command = [*AS_USER, str(DATELINE), "run", str(folder / "set" / "in")]
    return watched_run(command, folder, environment, (folder / "data", f"{folder}/."))


def _fates(folder: Path) -> dict[str, Fate]:
    """Return what the warehouse says of each file, by its name in the set."""
    with duckdb.connect(str(folder / "data" / "warehouse.duckdb"), read_only=True) as opened:
        files = opened.sql("select source_file, articles from raw.files").fetchall()
        told = opened.sql("select source_file, reason_code from raw.rejections").fetchall()
    reasons: dict[str, list[str]] = defaultdict(list)
    for name, reason in told:
        reasons[name].append(reason)
    articles = Counter(dict.fromkeys(reasons, 0))
    for name, count in files:
        articles[name] += count
    return {
        name.removeprefix("in/"): Fate(count, tuple(reasons[name]))
        for name, count in articles.items()
    }


def _fate_of(line: Line, fates: Mapping[str, Fate]) -> Fate:
    """Return the file's fate; a folder has that of the files in it."""
    name = line["file"].replace("/...60 levels...", "/" + "/".join(["d" * 40] * 59))
    return fates.get(name, Fate(0, ()))


def _is_right(line: Line, fates: Mapping[str, Fate]) -> bool:
    fate = _fate_of(line, fates)
    if not fate.articles and not fate.reasons:
        return _is_passed_over(line["file"]) or "a directory" in line["note"]
    if line["rule"] == "reject":
        return fate.articles == 0
    if line["rule"] == "ok":
        return fate.articles == line["articles"] or (line["articles"] is None and fate.articles > 0)
    return "timeout" not in fate.reasons and "reader_died" not in fate.reasons


def _is_passed_over(name: str) -> bool:
    """Say whether it is hidden, unfinished or an empty folder, which no run looks at."""
    return name.startswith(".") or name.endswith(".part") or name == "empty_dir"


def _row(line: Line, fates: Mapping[str, Fate]) -> tuple[str, str, str, str]:
    want = f"{line['rule']} {line['articles']}" if line["rule"] == "ok" else line["rule"]
    return line["file"], want, _fate_of(line, fates).words, line["note"]


def _verdicts(manifest: list[Line], fates: Mapping[str, Fate]) -> Table:
    table = Table("kind", title="The hostile set, by the manifest's rule", title_justify="left")
    headings = ("files", "with articles", "rejected with a reason", "as the rule has it")
    for heading in headings:
        table.add_column(heading, justify="right")
    kinds = [*dict.fromkeys(line["kind"] for line in manifest), "all"]
    for kind in kinds:
        lines = [line for line in manifest if kind in (line["kind"], "all")]
        found = [_fate_of(line, fates) for line in lines]
        table.add_row(
            kind,
            str(len(lines)),
            str(sum(fate.articles > 0 for fate in found)),
            str(sum(not fate.articles and bool(fate.reasons) for fate in found)),
            str(sum(_is_right(line, fates) for line in lines)),
            style="bold" if kind == "all" else None,
        )
    return table


def _mistakes(wrong: list[tuple[str, str, str, str]]) -> Table:
    table = Table("file", "rule", "what came of it", "note", title="Against the rule")
    for row in wrong:
        table.add_row(*(part.replace("[", r"\[") for part in row))
    return table


def _costs(folder: Path, run: Watched) -> Table:
    """Return what the run cost as a whole, and what each of the dearest files costs alone."""
    table = Table("cost", title="What it costs", title_justify="left")
    table.add_column("", justify="right")
    table.add_row("the whole run", f"{run.seconds:.0f} s")
    name, most = max(run.peaks.items(), key=lambda peak: peak[1])
    table.add_row(f"most memory of one process ({name.split()[0]})", f"{most} MB")
    for took, file, words in sorted(_times(folder), reverse=True)[:5]:
        table.add_row(f"{file} ({words})", f"{took:.1f} s")
    return table


def _times(folder: Path) -> Iterator[tuple[float, str, str]]:
    """Read each file alone and yield how long that took."""
    limits = Limits(MOST_SECONDS, _WALL_SECONDS, MOST_MEGABYTES)
    with ReadingPool(1, limits) as pool:
        for file in find_files([folder / "set" / "in"]):
            if file.obstacle is None:
                began = time.perf_counter()
                (outcome,) = pool.outcomes_of([file])
                words = outcome.rejection.reason_code if outcome.rejection else "read"
                yield time.perf_counter() - began, file.path.name, words


def _faults(folder: Path, before: set[str], run: Watched) -> Iterator[str]:
    """Yield what no run may do: call out, write or read elsewhere, fail before the user's eyes."""
    yield from run.acts
    for name in sorted(_listing(folder) - before):
        if not name.startswith(str(folder / ".")):  # what tools keep in a home folder
            yield f"written outside the data folder: {name}"
    if PWNED.exists():
        yield f"a file's text was run as a program: {PWNED}"
    for path in (folder / "data").rglob("*"):
        if path.is_file() and CANARY in path.read_bytes():
            yield f"what lies outside the set was read: {path}"
    if "Traceback" in run.output:
        yield f"a traceback was shown: {run.output[-2000:]}"
