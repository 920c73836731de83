"""Each stage of the engine, timed by itself on the same files, and a baseline beside it."""

from __future__ import annotations

import hashlib
import re
import time
from collections import Counter
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from flows.articles.parse import articles_of
from flows.batches import BatchLoader
from flows.deadlines.find import deadlines_of
from flows.issues.find import issues_of, tagger_of
from flows.issues.taxonomy_file import default_taxonomy
from flows.positions.find import positions_of
from flows.quotes.find import quotes_of
from flows.records import Article, Issue, SourceFile
from flows.settings import SQL_DIR, Settings
from flows.store.dbt import build_models, manifest_path
from flows.store.extracts import publish_days
from flows.store.intake import Intake, look_for_new_files
from flows.store.snapshot import publish_snapshot
from flows.store.warehouse import open_warehouse, stale_days
from flows.workers import Limits, ReadingPool
from tests.issues.scores import MANY_TERMS, enlarged

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from pathlib import Path

# The finders are timed on a part: they cost the same on every article of one generator.
MOST_FILES_ON_ONE_CORE = 1000
BASELINE, ENGINE = "baseline: sha256 and word count", "the engine, end to end"
AS_OF = datetime(2026, 6, 1, 6, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class LoadedBatch:
    """How many files are loaded now, and the seconds that the last batch of them took."""

    loaded: int
    reading: float
    loading: float


@dataclass(slots=True)
class Stopwatch:
    """Seconds and articles by stage, in the order they ran."""

    laps: dict[str, tuple[float, int]] = field(default_factory=dict[str, tuple[float, int]])

    @contextmanager
    def lap(
        self, name: str, articles: int, clock: Callable[[], float] = time.perf_counter
    ) -> Generator[None]:
        """Time one stage over this many articles."""
        began = clock()
        yield
        self.laps[name] = (clock() - began, articles)

    def core_lap(self, name: str, articles: int) -> AbstractContextManager[None]:
        """Time one stage by the processor: what else runs on the machine does not count."""
        return self.lap(name, articles, time.process_time)


def time_one_core(files: Sequence[Path], watch: Stopwatch) -> None:
    """Time the baseline, the reading and each finder, in this process alone."""
    contents = [(path.name, path.read_bytes()) for path in files[:MOST_FILES_ON_ONE_CORE]]
    with watch.core_lap(BASELINE, len(contents)):
        for _, content in contents:
            hashlib.sha256(content).hexdigest()
            Counter(re.findall(r"\w+", content.decode()))
    articles: list[Article] = []
    articles_of(SourceFile(*contents[0]))  # what is loaded once is no part of the rate
    with watch.core_lap("read, one core", len(contents)):
        for name, content in contents:
            articles += articles_of(SourceFile(name, content))
    _time_finders(articles, watch)


def _time_finders(articles: Sequence[Article], watch: Stopwatch) -> None:
    for article in articles[:1]:
        _issues(article)
        quotes_of(article.body, article.blocks)
    with watch.core_lap("find: issues, one core", len(articles)):
        for article in articles:
            _issues(article)
    many = tagger_of(enlarged(default_taxonomy(), MANY_TERMS))
    with watch.core_lap(f"find: issues, with {MANY_TERMS:,} terms", len(articles)):
        for article in articles:
            many.issues_of(article.headline, article.body, article.blocks, article.key_points)
    with watch.core_lap("find: quotes, one core", len(articles)):
        for article in articles:
            quotes_of(article.body, article.blocks)
    with watch.core_lap("find: positions, one core", len(articles)):
        for article in articles:
            key_points, day = article.key_points, article.anchor_date
            positions_of(article.body, article.blocks, key_points, day)
    with watch.core_lap("find: deadlines, one core", len(articles)):
        for article in articles:
            deadlines_of(article.body, article.blocks, article.anchor_date)


def _issues(article: Article) -> list[Issue]:
    return issues_of(
        article.headline, article.body, article.blocks, article.key_points, topics=article.topics
    )


def time_engine(inbox: Path, settings: Settings, watch: Stopwatch) -> None:
    """Time what one run does to a new inbox, without Prefect around it, and the whole of it."""
    began = time.perf_counter()
    count = _time_stages(inbox, settings, watch)
    watch.laps[ENGINE] = (time.perf_counter() - began, count)


def _time_stages(inbox: Path, settings: Settings, watch: Stopwatch) -> int:
    with watch.lap("look for new files", 0):
        intake = look_for_new_files(settings.warehouse, [inbox], settings.inbox)
    count = len(intake.new)
    batches = list(batches_loaded(intake, settings))
    watch.laps["read + find, all cores"] = (sum(batch.reading for batch in batches), count)
    watch.laps["load"] = (sum(batch.loading for batch in batches), count)
    days = stale_days(settings.warehouse)
    with watch.lap(f"model, with dbt's start ({len(days)} days)", count):
        build_models(
            settings.warehouse, SQL_DIR, settings.work_dir, days, time_zone=settings.time_zone
        )
    with watch.lap(f"publish ({len(days)} days)", count):
        manifest = manifest_path(settings.work_dir)
        publish_days(settings.warehouse, manifest, days, settings.extracts)
        publish_snapshot(settings.warehouse, settings.snapshot)
    return count


def batches_loaded(intake: Intake, settings: Settings) -> Iterator[LoadedBatch]:
    """Read and load the new files as a run does, without Prefect, and yield after each batch."""
    limits = Limits(
        settings.file_timeout_seconds, settings.file_wall_seconds, settings.worker_memory_mb
    )
    with (
        open_warehouse(settings.warehouse) as warehouse,
        ReadingPool(settings.workers, limits) as pool,
    ):
        loader = BatchLoader("run-benchmark", AS_OF, settings, warehouse)
        outcomes = pool.outcomes_of([new.file for new in intake.new])
        for first in range(0, len(intake.new), settings.batch_files):
            files = intake.new[first : first + settings.batch_files]
            began = time.perf_counter()
            loader.read(files, outcomes)
            read = time.perf_counter()
            loader.load()
            yield LoadedBatch(loader.counts.files_loaded, read - began, time.perf_counter() - read)
