"""Prefect: raw tables to public tables, extracts and the analysts' snapshot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE

from flows import progress
from flows.settings import SQL_DIR, Settings
from flows.store.dbt import build_models, manifest_path
from flows.store.extracts import PublishedDay, publish_days
from flows.store.snapshot import publish_snapshot
from flows.store.warehouse import open_warehouse
from flows.tasks import io_task


@flow(name="briefing", flow_run_name="briefing {as_of:%Y-%m-%d}")
def briefing(
    run_id: str, as_of: datetime, days: list[date], settings: Settings
) -> list[PublishedDay]:
    """Build the models for these days and publish their extracts and the snapshot."""
    progress.begin("Building models")
    build(days, settings)
    progress.begin("Publishing", len(days))
    published = publish(days, settings)
    publish_analysts_snapshot(settings)
    with open_warehouse(settings.warehouse) as warehouse:
        warehouse.mark_published(days, run_id, as_of.astimezone(UTC).replace(tzinfo=None))
    for day in published[-1:]:
        create_markdown_artifact(
            key="briefing", markdown=day.summary, description=f"Briefing for {day.day}"
        )
    return published


@task(name="build models", cache_policy=NO_CACHE)
def build(days: Sequence[date], settings: Settings) -> None:
    """Run the SQL models and their tests; a failing test publishes nothing."""
    build_models(
        settings.warehouse, SQL_DIR, settings.work_dir, list(days), time_zone=settings.time_zone
    )


@io_task("publish extracts")
def publish(days: Sequence[date], settings: Settings) -> list[PublishedDay]:
    """Move one whole folder a day into place."""
    return publish_days(
        settings.warehouse, manifest_path(settings.work_dir), list(days), settings.extracts
    )


@io_task("publish snapshot")
def publish_analysts_snapshot(settings: Settings) -> None:
    """Replace the database that analysts open."""
    publish_snapshot(settings.warehouse, settings.snapshot)
