"""What a person reads in the terminal. Answers go to standard output, the rest to error."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.table import Table

from flows.doctor import Check
from flows.errors import DatelineError
from flows.runs import Morning
from flows.settings import Settings
from flows.store.queries import Answer

if TYPE_CHECKING:
    # It brings the network along, which most commands do without.
    from flows.sources.collect import Report

PIPE_COLUMNS = 200


class Format(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class Terminal:
    """Standard output for answers, standard error for how it goes."""

    def __init__(self) -> None:
        """Look at what the two streams are."""
        # A pipe has no width to keep to; nothing in it is to be cut.
        self.out = Console() if sys.stdout.isatty() else Console(width=PIPE_COLUMNS)
        self.err = Console(stderr=True)

    @contextmanager
    def watching(self) -> Generator[_Bars | _Lines]:
        """Give a watcher: bars where a person looks on, plain lines elsewhere."""
        if not self.err.is_terminal:
            yield _Lines(self.err)
            return
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
        )
        with Progress(*columns, console=self.err, transient=True) as progress:
            yield _Bars(progress)

    def say_error(self, error: DatelineError) -> None:
        """Print what went wrong, in one line."""
        self.err.print(f"[bold red]Error:[/] {escape(str(error))}", soft_wrap=True)

    def say_nothing_new(self, settings: Settings, unchanged: int) -> None:
        """Print that there was nothing to do."""
        self.out.print(f"Nothing new: {_counted(unchanged, 'file')} unchanged.")
        if not unchanged:
            self.out.print(f"Drop article files into {escape(str(settings.inbox))}")

    def show_fetched(self, reports: Sequence[Report]) -> None:
        """Print what the sources gave, and every failure."""
        saved = sum(report.saved for report in reports)
        unchanged = sum(report.unchanged for report in reports)
        failed = sum(len(report.problems) for report in reports)
        self.err.print(
            f"{_counted(len(reports), 'source')} asked: {_counted(saved, 'file')} fetched,"
            f" {unchanged} unchanged, {failed} failed."
        )
        for report in reports:
            for problem in report.problems:
                self.err.print(f"  {escape(problem)}", soft_wrap=True, highlight=False)

    def say_adopted(self, phrase: str, issue_id: str, path: Path) -> None:
        """Print what a phrase shows from now on, and what to do next."""
        self.out.print(
            f"{escape(repr(phrase))} shows the issue {escape(issue_id)} now: {escape(str(path))}",
            soft_wrap=True,
        )
        self.out.print(
            "`dateline run` tags the stored articles with it; edit the file as you like."
        )

    def say_watching(self, folders: Sequence[Path]) -> None:
        """Print that we wait for files, and how to end it."""
        self.err.print(f"Watching {escape(', '.join(map(str, folders)))}. Stop with Ctrl-C.")

    def say_stopped(self) -> None:
        """Print that we no longer wait."""
        self.err.print("Stopped.")

    def say_busy(self) -> None:
        """Print that a run holds the warehouse."""
        self.err.print("A run is at work, or none has been yet; this is how the last one ended.")

    def say_serving(self, cron: str, settings: Settings, ui_url: str) -> None:
        """Print what now runs and where to look at it."""
        self.err.print(f"Running at {cron!r} ({settings.time_zone}). Prefect UI: {ui_url}")
        self.err.print("Stop with Ctrl-C.")

    def show_morning(self, morning: Morning, settings: Settings) -> None:
        """Print what a run found and where it lies."""
        if morning.published:
            self._show_summary(morning.published[-1].summary)
        self.out.print(_line_of_counts(morning))
        if morning.counts.articles_retagged:
            retagged = _counted(morning.counts.articles_retagged, "stored article")
            self.out.print(f"The taxonomy has changed: {retagged} retagged.")
        if morning.counts.parts_rejected:
            self.out.print(f"{_counted(morning.counts.parts_rejected, 'part')} of files rejected.")
        if morning.counts.files_rejected or morning.counts.parts_rejected:
            self.out.print("`dateline status` says what was rejected and why.")
        if morning.published:
            self._show_places(morning, settings)

    def _show_summary(self, summary: str) -> None:
        if self.out.is_terminal:
            # Only a run that published something needs it.
            from rich.markdown import Markdown  # noqa: PLC0415

            self.out.print(Markdown(summary))
        else:
            self.out.print(summary, markup=False, highlight=False, soft_wrap=True)
        self.out.print()

    def _show_places(self, morning: Morning, settings: Settings) -> None:
        places = Table.grid(padding=(0, 2))
        for day in morning.published:
            changed = "" if day.is_changed else " (unchanged)"
            places.add_row(f"Briefing {day.day}", f"{escape(str(day.folder))}{changed}")
        places.add_row("Database to query", escape(str(settings.snapshot)))
        self.out.print(places, soft_wrap=True)

    def print_answer(self, answer: Answer, output: Format) -> None:
        """Print a table of values."""
        if output is Format.TABLE:
            self.out.print(_table(answer))
        elif output is Format.CSV:
            writer = csv.writer(sys.stdout)
            writer.writerow(answer.columns)
            writer.writerows(answer.rows)
        else:
            records = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
            json.dump(records, sys.stdout, default=str, ensure_ascii=False, indent=2)
            sys.stdout.write("\n")

    def show_status(self, settings: Settings, runs: Answer, rejected: Answer) -> None:
        """Print the last runs and the rejected files."""
        self.out.print("Last runs (UTC)", style="bold")
        *columns, _ = runs.columns
        table = Table(*columns, box=None, pad_edge=False, padding=(0, 1, 0, 0))
        for *values, _ in runs.rows:
            table.add_row(*map(str, values))
        self.out.print(table)
        for started, *_, problem in runs.rows:
            if problem:
                self.out.print(f"{started}: {escape(str(problem))}", soft_wrap=True)
        if not rejected.rows:
            self.out.print("No file was rejected.")
            return
        self.out.print(f"Rejected files, kept in {escape(str(settings.quarantine))}", style="bold")
        for rejected_at, source_file, reason_code, reason, kept_as in rejected.rows:
            kept = f", kept as {kept_as}" if kept_as else ""
            where = escape(f"{source_file} ({reason_code}), {rejected_at}{kept}")
            self.out.print(where, soft_wrap=True, highlight=False)
            self.out.print(f"  {escape(str(reason))}", soft_wrap=True, highlight=False)

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Print what the doctor found."""
        table = Table.grid(padding=(0, 2))
        for check in checks:
            mark = "[green]ok[/]" if check.is_good else "[bold red]wrong[/]"
            table.add_row(mark, check.name, escape(check.finding))
        self.out.print(table, soft_wrap=True)


class _Bars:
    """Progress bars; a stage ends when the next one begins."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.task: TaskID | None = None

    def begin(self, stage: str, total: int | None) -> None:
        if self.task is not None:
            self.progress.remove_task(self.task)
        self.task = self.progress.add_task(stage, total=total)

    def advance(self, steps: int) -> None:
        if self.task is not None:
            self.progress.advance(self.task, steps)


class _Lines:
    """A line as each stage begins and after each batch, for logs."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.stage = ""
        self.done = 0
        self.total: int | None = None

    def begin(self, stage: str, total: int | None) -> None:
        self.stage, self.total, self.done = stage, total, 0
        self.console.print(f"{stage} …" if total is None else f"{stage} {total} …")

    def advance(self, steps: int) -> None:
        self.done += steps
        self.console.print(f"{self.stage}: {self.done} of {self.total}")


def _table(answer: Answer) -> Table:
    table = Table(*answer.columns)
    for row in answer.rows:
        table.add_row(*("" if value is None else escape(str(value)) for value in row))
    return table


def _line_of_counts(morning: Morning) -> str:
    counts = morning.counts
    return (
        f"{_counted(counts.files_read, 'file')} read: {counts.files_loaded} loaded"
        f" ({_counted(counts.articles_loaded, 'article')}), {counts.files_unchanged} unchanged,"
        f" {counts.files_duplicate} duplicate, {counts.files_rejected} rejected."
    )


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
