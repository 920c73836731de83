"""The `dateline` command. Results go to standard output, everything else to standard error."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any

import typer

from flows import own_taxonomy
from flows.batches import IngestCounts
from flows.doctor import checks_of
from flows.errors import DatelineError, QueryError
from flows.issues.adopt import Adoption
from flows.prefect_server import lasting_server, prefect_api
from flows.progress import watched_by
from flows.runs import Morning, now, recorded_run
from flows.settings import Settings, load_settings
from flows.sources.subscriptions import EXAMPLE
from flows.store.files import run_lock
from flows.store.intake import Intake, look_for_new_files
from flows.store.queries import ask, last_runs
from flows.store.references import changed_references
from flows.store.warehouse import stale_days
from flows.terminal import Format, Terminal
from flows.watching import looks

FAILED, REJECTED_FILES = 1, 3

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=(
        "Article files in, DuckDB tables and a daily briefing out.\n\n"
        "Drop files into `data/inbox/`, run `dateline run`, and open"
        " `data/extracts/<date>/briefing.html`.\n\n"
        "Exit codes: **0** done, **1** failed, **2** wrong usage,"
        " **3** done, but some files were rejected (`dateline status` says why)."
    ),
)
terminal = Terminal()

Paths = Annotated[
    list[Path] | None,
    typer.Argument(help="Files or folders to take in. The inbox, if none is given."),
]
DAY_FORMAT = "%Y-%m-%d"
Day = Annotated[
    datetime | None, typer.Option("--date", formats=[DAY_FORMAT], help="Brief this day.")
]
FirstDay = Annotated[
    datetime | None, typer.Option("--from", formats=[DAY_FORMAT], help="Brief from this day …")
]
LastDay = Annotated[
    datetime | None, typer.Option("--to", formats=[DAY_FORMAT], help="… to this day.")
]
AsOf = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%dT%H:%M:%SZ"],
        help="Stamp rows with this moment (UTC) in place of the clock's, to repeat a run.",
    ),
]


@app.callback()
def _options(
    data_dir: Annotated[
        Path | None,
        typer.Option(
            envvar="DATELINE_DATA_DIR",
            help="Folder for the inbox, the databases and the extracts.",
        ),
    ] = None,
) -> None:
    if data_dir is not None:
        # Workers, models and scheduled runs are processes of their own; they read it here.
        os.environ["DATELINE_DATA_DIR"] = str(data_dir.expanduser().absolute())


@app.command()
def run(  # noqa: PLR0913 # each is an option that a user types
    paths: Paths = None,
    *,
    day: Day = None,
    first: FirstDay = None,
    last: LastDay = None,
    as_of: AsOf = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="Keep going: take in files as they come.")
    ] = False,
) -> None:
    """Take in new files and publish every briefing that they change.

    Without paths, fetch first what `sources.toml` lists, if there is one.
    With --date or --from/--to, brief these days in place of the changed ones.
    """
    settings = load_settings()
    days = _days(day, first, last)
    if watch:
        if days or as_of:
            message = "--watch goes with no days and no --as-of."
            raise typer.BadParameter(message)
        _keep_running(settings, paths or [])
        return
    with run_lock(settings.data_dir, settings.lock_timeout_seconds):
        if not paths:
            _fetch_if_listed(settings, _utc(as_of))
            # Named, so that the flow does not fetch once more.
            paths = [settings.inbox]
        if not days and (unchanged := _nothing_new(settings, paths, _utc(as_of))) is not None:
            terminal.say_nothing_new(settings, unchanged)
            return
        with _flows(settings) as flows:
            morning = flows.daily_briefing(paths, days or None, _utc(as_of), settings)
    _leave(morning, settings)


@app.command(
    help=(
        "Fetch what `sources.toml` lists into the inbox. A page that fails is told, no more.\n\n"
        f"Write `sources.toml` into the data folder, such as:\n\n```toml\n{EXAMPLE}```"
    )
)
def fetch() -> None:
    """Fetch what the sources list, and take nothing in."""
    settings = load_settings()
    with run_lock(settings.data_dir, settings.lock_timeout_seconds):
        _fetch(settings, None)


@app.command()
def ingest(
    paths: Annotated[list[Path], typer.Argument(help="Files or folders to take in.")],
    as_of: AsOf = None,
) -> None:
    """Take in new files and stop there; `dateline brief` publishes later."""
    settings = load_settings()
    with _flows(settings) as flows:
        morning = flows.ingest_only(settings, paths, _utc(as_of))
    _leave(morning, settings)


@app.command()
def brief(day: Day = None, first: FirstDay = None, last: LastDay = None) -> None:
    """Build and publish the briefing of a day or a range, else of every changed day."""
    settings = load_settings()
    days = _days(day, first, last)
    with _flows(settings) as flows:
        morning = flows.brief_only(settings, days, None)
    _leave(morning, settings)


@app.command()
def adopt(
    phrase: Annotated[str, typer.Argument(help='Such as "port levy": words that show an issue.')],
    *,
    issue_id: Annotated[
        str, typer.Option("--as", help="The issue: one that there is, or a new id.")
    ],
    name: Annotated[str | None, typer.Option(help="Name of a new issue.")] = None,
    parent: Annotated[str | None, typer.Option(help="The wider issue of a new one.")] = None,
) -> None:
    """Let a phrase show an issue: writes it into `taxonomy.toml` in the data folder.

    `briefing_emerging_issues` in the snapshot lists phrases that are worth it.
    """
    path = load_settings().taxonomy_file
    own_taxonomy.adopt(path, Adoption(phrase.strip(), issue_id, name, parent))
    terminal.say_adopted(phrase.strip(), issue_id, path)


@app.command()
def sql(
    query: Annotated[str, typer.Argument(help='Such as "from deadlines order by due_start".')],
    output: Annotated[Format, typer.Option("--format", help="How to print the answer.")] = (
        Format.TABLE
    ),
) -> None:
    """Ask the snapshot anything. It cannot be changed from here."""
    answer = ask(load_settings().snapshot, query)
    terminal.print_answer(answer, output)


@app.command()
def status() -> None:
    """Show the last runs, and which files were rejected and why."""
    settings = load_settings()
    try:
        runs, rejected = last_runs(settings.warehouse, "raw")
    except QueryError:
        terminal.say_busy()
        runs, rejected = last_runs(settings.snapshot, "main")
    terminal.show_status(settings, runs, rejected)


@app.command()
def doctor() -> None:
    """Say what is wrong with this installation, and how to mend it."""
    checks = list(checks_of(load_settings()))
    terminal.show_checks(checks)
    if not all(check.is_good for check in checks):
        raise typer.Exit(FAILED)


@app.command()
def serve(
    cron: Annotated[
        str, typer.Option(help="When to run, in cron's five fields, in DATELINE_TIME_ZONE.")
    ] = "0 6 * * *",
    port: Annotated[int, typer.Option(help="Port of the Prefect UI.")] = 4200,
) -> None:
    """Run every morning: starts the Prefect server with its UI, the schedule and a worker."""
    settings = load_settings()
    with lasting_server(settings.work_dir, port, while_starting=_import_flows) as ui_url:
        terminal.say_serving(cron, settings, ui_url)
        _import_flows().serve_daily(cron, settings)


def _days(day: datetime | None, first: datetime | None, last: datetime | None) -> list[date]:
    if day and (first or last):
        message = "Give either --date or --from and --to."
        raise typer.BadParameter(message)
    if (first is None) != (last is None):
        message = "--from and --to go together."
        raise typer.BadParameter(message)
    if first and last:
        length = (last - first).days + 1
        return [first.date() + timedelta(days=number) for number in range(length)]
    return [day.date()] if day else []


def _fetch_if_listed(settings: Settings, as_of: datetime | None) -> None:
    if settings.sources_file.exists():
        _fetch(settings, as_of)


def _fetch(settings: Settings, as_of: datetime | None) -> None:
    # Most commands need no network, and start faster without its libraries.
    from flows.fetch import fetch_sources  # noqa: PLC0415

    terminal.show_fetched(fetch_sources(settings, as_of or now()))


def _keep_running(settings: Settings, paths: list[Path]) -> None:
    """Run whenever there is something to do, until Ctrl-C; an error waits for a better moment."""
    settings.inbox.mkdir(parents=True, exist_ok=True)
    folders = paths or [settings.inbox]
    with suppress(KeyboardInterrupt):
        terminal.say_watching(folders)
        for is_round_due in looks(folders, settings):
            try:
                if is_round_due and not paths:
                    _fetch_if_listed(settings, None)
                _run_if_needed(settings, folders)
            except DatelineError as error:
                terminal.say_error(error)
    terminal.say_stopped()


def _run_if_needed(settings: Settings, folders: list[Path]) -> None:
    with run_lock(settings.data_dir, settings.lock_timeout_seconds):
        if _has_work(_look(settings, folders), settings):
            with _flows(settings) as flows:
                morning = flows.daily_briefing(folders, None, None, settings)
            terminal.show_morning(morning, settings)


def _look(settings: Settings, paths: list[Path]) -> Intake:
    return look_for_new_files(settings.warehouse, paths, settings.inbox, settings.settle_seconds)


def _has_work(intake: Intake, settings: Settings) -> bool:
    """Say whether a file is new, a day is stale, or a file has changed that the tables rest on."""
    return (
        intake.has_work
        or bool(stale_days(settings.warehouse))
        or bool(changed_references(settings.warehouse, settings.reference_files))
    )


def _utc(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.replace(tzinfo=UTC)


def _nothing_new(settings: Settings, paths: list[Path], as_of: datetime | None) -> int | None:
    """Return how many files are unchanged, where no file and no day needs work; else None.

    Known within a moment, so that such a run need not wait for Prefect.
    """
    intake = _look(settings, paths)
    if _has_work(intake, settings):
        return None
    with recorded_run(settings, as_of, {"paths": " ".join(map(str, paths))}) as idle:
        unchanged = len(intake.unchanged)
        counts = IngestCounts(files_read=unchanged, files_unchanged=unchanged)
        idle.counts.update(asdict(counts), briefings_published=0)
    return len(intake.unchanged)


@contextmanager
def _flows(settings: Settings) -> Generator[Any]:
    """Give the flows, with a Prefect API to talk to and the terminal watching."""
    with (
        run_lock(settings.data_dir, settings.lock_timeout_seconds),
        terminal.watching() as watcher,
        watched_by(watcher),
        prefect_api(settings.work_dir, while_starting=_import_flows),
    ):
        yield _import_flows()


def _import_flows() -> Any:  # noqa: ANN401 # the module; typing it would import Prefect
    return importlib.import_module("flows.daily_briefing")


def _leave(morning: Morning, settings: Settings) -> None:
    terminal.show_morning(morning, settings)
    if morning.counts.files_rejected or morning.counts.parts_rejected:
        raise typer.Exit(REJECTED_FILES)


def main() -> None:
    """Run the command; an error that we know is one line, not a traceback."""
    try:
        app()
    except DatelineError as error:
        terminal.say_error(error)
        sys.exit(FAILED)


if __name__ == "__main__":
    main()
