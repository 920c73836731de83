"""Prefect: the whole morning, from the inbox to the extracts. This is what a schedule runs.

A worker loads this file by its path, and Prefect then checks the parameters by their types: they
must be types and not names of types, so annotations are not postponed here.
"""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.runtime import flow_run
from prefect.schedules import Cron

from flows.batches import IngestCounts
from flows.briefing import briefing
from flows.fetch import fetch_sources
from flows.ingest import decide_speakers, ingest, retag_articles
from flows.runs import Morning, Run, record_counts, recorded_run
from flows.settings import Settings, load_settings
from flows.store.extracts import PublishedDay
from flows.store.warehouse import stale_days


def _run_name() -> str:
    return f"daily briefing {flow_run.get_scheduled_start_time():%Y-%m-%d}"


@flow(name="daily-briefing", flow_run_name=_run_name)
def daily_briefing(
    paths: list[Path] | None = None,
    days: list[date] | None = None,
    as_of: datetime | None = None,
    settings: Settings | None = None,
) -> Morning:
    """Ingest these paths, else the sources and the inbox; brief these days, else the changed."""
    settings = settings or load_settings()
    with recorded_run(settings, as_of, _parameters(paths, days)) as run:
        if not paths and settings.sources_file.exists():
            with run.stage("fetch"):
                fetch_round(settings, run.as_of)
        counts = _ingest(run, settings, paths or [])
        published = _brief(run, settings, days or stale_days(settings.warehouse))
    create_table_artifact(
        key="run-counts", table=[asdict(counts)], description=f"Counts of {run.run_id}"
    )
    return Morning(run.run_id, counts, published)


@task(name="fetch sources", cache_policy=NO_CACHE)
def fetch_round(settings: Settings, as_of: datetime) -> None:
    """Fetch what the sources list, and log what each gave."""
    logger = get_run_logger()
    for report in fetch_sources(settings, as_of):
        logger.info("%s: %d saved, %d unchanged", report.source.url, report.saved, report.unchanged)
        for problem in report.problems:
            logger.warning(problem)


def ingest_only(settings: Settings, paths: list[Path], as_of: datetime | None) -> Morning:
    """Take in these paths as a run of its own, and publish nothing."""
    with recorded_run(settings, as_of, _parameters(paths, None)) as run:
        return Morning(run.run_id, _ingest(run, settings, paths))


def brief_only(settings: Settings, days: list[date], as_of: datetime | None) -> Morning:
    """Publish these days, else the stale ones, as a run of its own, and take in nothing."""
    with recorded_run(settings, as_of, _parameters(None, days)) as run:
        counts = IngestCounts(articles_retagged=_retag(run, settings))
        run.counts["articles_retagged"] = counts.articles_retagged
        published = _brief(run, settings, days or stale_days(settings.warehouse))
        return Morning(run.run_id, counts, published)


def _parameters(paths: Sequence[Path] | None, days: Sequence[date] | None) -> dict[str, str]:
    return {
        "paths": " ".join(str(path) for path in paths or []),
        "days": " ".join(day.isoformat() for day in days or []),
    }


def _retag(run: Run, settings: Settings) -> int:
    """Bring what is stored up to the files that an analyst edits."""
    with run.stage("retag"):
        decide_speakers(settings)
        return retag_articles(settings)


def _ingest(run: Run, settings: Settings, paths: list[Path]) -> IngestCounts:
    retagged = _retag(run, settings)
    with run.stage("ingest"):
        counts = ingest(run.run_id, run.as_of, paths, settings)
    counts.articles_retagged = retagged
    run.counts.update(asdict(counts))
    record_counts(settings, run)
    return counts


def _brief(run: Run, settings: Settings, days: list[date]) -> list[PublishedDay]:
    published: list[PublishedDay] = []
    if days:
        with run.stage("briefing"):
            published = briefing(run.run_id, run.as_of, days, settings)
    run.counts["briefings_published"] = len(published)
    return published


def serve_daily(cron: str, settings: Settings) -> None:
    """Run `daily_briefing` on this schedule, in the briefing's time zone, until stopped."""
    daily_briefing.serve(  # pyright: ignore[reportUnknownMemberType] # Prefect leaves it half typed
        name="daily",
        schedule=Cron(cron, timezone=settings.time_zone),
        # A second run would only wait for the first one.
        limit=1,
        print_starting_message=False,
    )
