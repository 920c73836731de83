"""Many files of all formats through the ingest: how fast they are read, and in how much memory."""

from __future__ import annotations

import time
from random import Random
from typing import TYPE_CHECKING

import psutil
from rich.table import Table

from flows.settings import load_settings
from flows.store.intake import look_for_new_files
from tests.benchmark.formats import FORMATS
from tests.benchmark.prose import story_of
from tests.benchmark.stages import batches_loaded

if TYPE_CHECKING:
    from pathlib import Path

# Lines of the table: enough to see whether the memory grows with the files.
POINTS = 10
_MEBIBYTE = 1024 * 1024


def mixed_table(folder: Path, count: int) -> Table:
    """Return files a second and the memory of all processes, at ten points of the run."""
    inbox = folder / "mixed"
    inbox.mkdir()
    write_mixed(inbox, count)
    settings = load_settings(folder / "engine")
    began = time.perf_counter()
    intake = look_for_new_files(settings.warehouse, [inbox], settings.inbox)
    table = Table("files loaded", title=f"{count:,} files of all formats", title_justify="left")
    for heading in ("files/s so far", "parent, MB", "largest worker, MB", "all processes, MB"):
        table.add_column(heading, justify="right")
    highest = (0, 0, 0)
    for batch in batches_loaded(intake, settings):
        highest = tuple(map(max, highest, _memory()))
        if batch.loaded * POINTS >= (table.row_count + 1) * count:
            rate = batch.loaded / (time.perf_counter() - began)
            table.add_row(f"{batch.loaded:,}", f"{rate:,.1f}", *(f"{mb:,}" for mb in highest))
            highest = (0, 0, 0)
    return table


def write_mixed(folder: Path, count: int) -> None:
    """Write `count` articles, one format after the other."""
    written = tuple(FORMATS.values())
    for number in range(count):
        story = story_of(number, Random(number))  # noqa: S311 # prose, no secret
        (folder / f"{number:06}").write_bytes(written[number % len(written)](story))


def _memory() -> tuple[int, int, int]:
    """Return the megabytes that this process, its largest child and all of them hold now."""
    this = psutil.Process()
    parent, *children = (
        process.memory_info().rss // _MEBIBYTE for process in (this, *this.children(recursive=True))
    )
    return parent, max(children), parent + sum(children)
