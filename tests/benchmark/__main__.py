"""`python -m tests.benchmark [--articles 1000 10000]`: articles a second, stage by stage.

`--mixed 100000` instead: so many files of all formats, and the memory that reading them takes.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, TypeVar

from rich.console import Console
from rich.table import Table
from trafilatura import bare_extraction

from flows.articles.parse import articles_of, reading_of
from flows.records import SourceFile
from flows.settings import load_settings
from tests.benchmark.files import page, write_articles
from tests.benchmark.formats import FORMATS
from tests.benchmark.mixed import mixed_table
from tests.benchmark.prose import story_of
from tests.benchmark.stages import BASELINE, ENGINE, Stopwatch, time_engine, time_one_core
from tests.kits.lines import read_bytes
from tests.kits.pooled import pages_of
from tests.kits.score import KITS_DIR

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

T = TypeVar("T")

DATELINE = Path(sys.executable).with_name("dateline")
# What a run loads before its first line of work; each is timed in a process of its own.
START_UPS = {
    "Python alone": "pass",
    "the readers and finders": "import flows.findings",
    "the command line": "import flows.cli",
    "Prefect": "import prefect.flows, prefect.tasks",
    "dbt": "import dbt.cli.main",
}

STORIES_A_FORMAT = 100


def main() -> None:
    """Print one table a volume, and what starting costs."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10_000], metavar="N")
    parser.add_argument("--mixed", type=int, metavar="N")
    arguments = parser.parse_args()
    console = Console(width=None if sys.stdout.isatty() else 100)
    if arguments.mixed:
        with tempfile.TemporaryDirectory() as folder:
            console.print(mixed_table(Path(folder), arguments.mixed))
        return
    console.print(start_up_table())
    console.print(reading_table())
    for count in arguments.articles:
        with tempfile.TemporaryDirectory() as folder:
            watch = Stopwatch()
            console.print(engine_table(Path(folder), count, watch))
            console.print(command_table(Path(folder), count, watch))


def start_up_table() -> Table:
    """Return what it costs to begin, best of three."""
    table = Table("start-up: importing …", title="What starting costs", title_justify="left")
    table.add_column("seconds", justify="right")
    for name, code in START_UPS.items():
        seconds = min(_seconds([sys.executable, "-c", code], os.environ) for _ in range(3))
        table.add_row(name, f"{seconds:.2f}")
    return table


def reading_table() -> Table:
    """Return files read a second on one core, by format, and the best peer on the same pages.

    To read is to give clean articles: made-up ones, and labelled pages where they are at hand. The
    peer parses the same pages and gives their text alone.
    """
    title = "Reading, one article a file, one core"
    table = Table("format", title=title, title_justify="left")
    table.add_column("files/s", justify="right")
    stories = [story_of(number, Random(number)) for number in range(STORIES_A_FORMAT)]  # noqa: S311 # prose, no secret
    for name, written in FORMATS.items():
        files = [SourceFile(name, written(story)) for story in stories]
        table.add_row(name, f"{_rate(articles_of, files):,.0f}")
    pages = [page(story) for story in stories]
    table.add_row("HTML by bare trafilatura", f"{_rate(bare_extraction, pages):,.0f}")
    if real := _real_pages():
        files = [SourceFile("page.html", content) for content in real]
        table.add_row("real news pages", f"{_rate(reading_of, files):,.1f}")
        table.add_row("… by bare trafilatura", f"{_rate(bare_extraction, real):,.1f}")
    return table


def _real_pages() -> list[bytes]:
    """Return the labelled news pages, none where their kit is not at hand."""
    gold = KITS_DIR / "ingest" / "html_dev" / "news.jsonl"
    rows = pages_of(gold) if gold.exists() else []
    return [read_bytes(gold.parent / row["html_path"]) for row in rows]


def _rate(read: Callable[[T], object], things: Sequence[T]) -> float:
    """Return how many of them are read in a second of processor time."""
    read(things[0])  # what is loaded once is no part of the rate
    began = time.process_time()
    for thing in things:
        read(thing)
    return len(things) / (time.process_time() - began)


def engine_table(folder: Path, count: int, watch: Stopwatch) -> Table:
    """Return articles a second through each stage, beside the baseline of the same run."""
    inbox = folder / "articles"
    inbox.mkdir()
    size = write_articles(inbox, count)
    time_one_core(sorted(inbox.iterdir()), watch)
    time_engine(inbox, load_settings(folder / "engine"), watch)
    table = Table("stage", title=f"{count:,} articles, {size / 1e6:.1f} MB", title_justify="left")
    for heading in ("articles", "seconds", "articles/s", "times the baseline's time"):
        table.add_column(heading, justify="right")
    seconds, articles = watch.laps[BASELINE]
    for name, (lap, done) in watch.laps.items():
        rate = f"{done / lap:,.0f}" if done else ""
        ratio = f"{lap / done / (seconds / articles):,.1f}" if done else ""
        table.add_row(name, f"{done:,}" if done else "", f"{lap:.2f}", rate, ratio)
    return table


def command_table(folder: Path, count: int, watch: Stopwatch) -> Table:
    """Return what a user waits for: the first run, one with nothing new, one with a new file."""
    environment = {**os.environ, "DATELINE_DATA_DIR": str(folder / "command")}
    inbox = folder / "articles"
    command = [str(DATELINE), "run", str(inbox)]
    table = Table(f"dateline run, {count:,} articles", title_justify="left")
    for heading in ("seconds", "articles/s"):
        table.add_column(heading, justify="right")
    first = _seconds(command, environment)
    table.add_row("everything new", f"{first:.2f}", f"{count / first:,.0f}")
    table.add_row("… beyond the engine's time", f"{first - watch.laps[ENGINE][0]:.2f}", "")
    table.add_row("nothing new", f"{_seconds(command, environment):.2f}", "")
    write_articles(inbox, 1, first=count)
    table.add_row("one new article", f"{_seconds(command, environment):.2f}", "")
    return table


def _seconds(command: list[str], environment: Mapping[str, str]) -> float:
    """Return how long the command took. Raises CalledProcessError where it failed."""
    began = time.perf_counter()
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603 # our own interpreter and command
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
