"""One run from lock to record: no two at a time, and each leaves its counts behind."""

from __future__ import annotations

import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

from flows.batches import IngestCounts
from flows.errors import DatelineError
from flows.settings import Settings
from flows.store.files import run_lock
from flows.store.warehouse import open_warehouse

if TYPE_CHECKING:
    # It brings the calendar and the page along, which a run with nothing new does without.
    from flows.store.extracts import PublishedDay

_RECORDED_VERSIONS = ("dateline", "duckdb", "dbt-core", "prefect")


@dataclass(slots=True)
class Run:
    """One run. `as_of` is the moment that its rows are stamped with."""

    run_id: str
    as_of: datetime
    counts: dict[str, object] = field(default_factory=dict[str, object])
    seconds_by_stage: dict[str, float] = field(default_factory=dict[str, float])

    @contextmanager
    def stage(self, name: str) -> Generator[None]:
        """Time one stage."""
        begun = time.monotonic()
        try:
            yield
        finally:
            self.seconds_by_stage[name] = round(time.monotonic() - begun, 3)


@dataclass(frozen=True, slots=True)
class Morning:
    """What one run did."""

    run_id: str
    counts: IngestCounts
    published: list[PublishedDay] = field(default_factory=list["PublishedDay"])


def now() -> datetime:
    """Return the moment, UTC, to the second: the only reading of the wall clock."""
    return datetime.now(UTC).replace(microsecond=0)


@contextmanager
def recorded_run(
    settings: Settings, as_of: datetime | None, parameters: Mapping[str, str]
) -> Generator[Run]:
    """Hold the data folder for one run and record how it went, also when it fails.

    Raises WarehouseError when another run holds the folder for too long.
    """
    with run_lock(settings.data_dir, settings.lock_timeout_seconds):
        started_at = datetime.now(UTC)
        run = Run(run_id=f"run-{started_at:%Y%m%dT%H%M%S.%fZ}", as_of=as_of or now())
        _record_begin(settings, run, started_at, parameters)
        try:
            yield run
        except DatelineError as error:
            _record_end(settings, run, "failed", str(error))
            raise
        except BaseException as error:
            _record_end(settings, run, "failed", f"{type(error).__name__}: {error}")
            raise
        _record_end(settings, run, "done", None)


def _record_begin(
    settings: Settings, run: Run, started_at: datetime, parameters: Mapping[str, str]
) -> None:
    with open_warehouse(settings.warehouse) as warehouse:
        warehouse.begin_run(
            {
                "run_id": run.run_id,
                "status": "running",
                "as_of": run.as_of.replace(tzinfo=None),
                "started_at": started_at.replace(tzinfo=None),
                "versions": {name: version(name) for name in _RECORDED_VERSIONS},
                "parameters": dict(parameters),
            }
        )


def record_counts(settings: Settings, run: Run) -> None:
    """Record what was taken in, so that the snapshot of this very run shows it."""
    with open_warehouse(settings.warehouse) as warehouse:
        warehouse.update_run(run.run_id, {"status": "publishing", **run.counts})


def _record_end(settings: Settings, run: Run, status: str, problem: str | None) -> None:
    with open_warehouse(settings.warehouse) as warehouse:
        warehouse.update_run(
            run.run_id,
            {
                "status": status,
                "finished_at": datetime.now(UTC).replace(tzinfo=None),
                "problem": problem,
                "seconds_by_stage": run.seconds_by_stage,
                **run.counts,
            },
        )
