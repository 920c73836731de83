"""Prefect: files to raw tables, batch by batch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Self
from uuid import UUID

from prefect import flow, task
from prefect.artifacts import create_progress_artifact, update_progress_artifact
from prefect.cache_policies import NO_CACHE

from flows import progress
from flows.articles.json_mapping import JsonMapping
from flows.articles.json_mapping_file import mappings_of
from flows.batches import BatchLoader, IngestCounts
from flows.errors import MappingError
from flows.own_taxonomy import taxonomy_in
from flows.retagging import retag
from flows.settings import Settings
from flows.speakers import take_decisions
from flows.store.intake import HashedFile, Intake, look_for_new_files
from flows.store.warehouse import open_warehouse
from flows.tasks import io_task
from flows.workers import Guides, Limits, Outcome, ReadingPool

# A shorter ingest is over before anyone could look at its progress.
FILES_WORTH_AN_ARTIFACT = 500


@flow(name="ingest", flow_run_name="ingest {as_of:%Y-%m-%d}")
def ingest(run_id: str, as_of: datetime, paths: list[Path], settings: Settings) -> IngestCounts:
    """Read every new file and load what it says, one transaction a batch."""
    intake = look_for_files(paths, settings)
    limits = Limits(
        settings.file_timeout_seconds, settings.file_wall_seconds, settings.worker_memory_mb
    )
    with (
        open_warehouse(settings.warehouse) as warehouse,
        _Progress(len(intake.new)) as watch,
    ):
        loader = BatchLoader(run_id, as_of, settings, warehouse)
        loader.settle_known(intake)
        guides = Guides(
            taxonomy_in(settings.taxonomy_file), mappings_in(settings.json_mapping_file)
        )
        with ReadingPool(settings.workers if intake.new else 1, limits, guides) as pool:
            outcomes = pool.outcomes_of([new.file for new in intake.new])
            for files in _batches(intake.new, settings.batch_files):
                read_batch(loader, files, outcomes)
                load_batch(loader)
                watch.advance(len(files))
        return loader.counts


@io_task("retag articles")
def retag_articles(settings: Settings) -> int:
    """Bring the issues of stored articles up to the taxonomy; return how many articles changed."""
    with open_warehouse(settings.warehouse) as warehouse:
        return retag(warehouse, settings)


@io_task("take in decisions about speakers")
def decide_speakers(settings: Settings) -> None:
    """Bring the tables up to `speakers.csv`."""
    with open_warehouse(settings.warehouse) as warehouse:
        take_decisions(warehouse, settings)


@io_task("look for files")
def look_for_files(paths: list[Path], settings: Settings) -> Intake:
    """Return what is new; a network folder may need a second try."""
    return look_for_new_files(settings.warehouse, paths, settings.inbox, settings.settle_seconds)


@task(name="read batch", cache_policy=NO_CACHE)
def read_batch(
    loader: BatchLoader, files: Sequence[HashedFile], outcomes: Iterator[Outcome]
) -> None:
    """Take one batch from the reading processes."""
    loader.read(files, outcomes)


@io_task("load batch")
def load_batch(loader: BatchLoader) -> None:
    """Append one batch to the raw tables, all of it or nothing."""
    loader.load()


def mappings_in(path: Path) -> tuple[JsonMapping, ...]:
    """Return the mappings of the desk's own file; there need not be one.

    Raises MappingError, naming line and column, where it has a mistake.
    """
    if not path.exists():
        return ()
    content = path.read_bytes()
    try:
        return mappings_of(content.decode("utf-8-sig"), str(path))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise MappingError(str(path), line, 1, "this is no UTF-8; save it as that") from error


def _batches(files: Sequence[HashedFile], size: int) -> Iterator[Sequence[HashedFile]]:
    for start in range(0, len(files), size):
        yield files[start : start + size]


class _Progress:
    """Tells the terminal and, on a long ingest, the Prefect UI how far the reading is."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self.artifact_id: UUID | None = None

    def __enter__(self) -> Self:
        progress.begin("Reading", self.total)
        if self.total >= FILES_WORTH_AN_ARTIFACT:
            created = create_progress_artifact(
                progress=0.0, key="ingest", description=f"{self.total} files"
            )
            self.artifact_id = created if isinstance(created, UUID) else None
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def advance(self, files: int) -> None:
        progress.advance(files)
        self.done += files
        if self.artifact_id is not None:
            update_progress_artifact(self.artifact_id, progress=100 * self.done / self.total)
