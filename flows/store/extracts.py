"""From briefing tables to the folders that readers open, one for each day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from flows.extracts.extract import Briefing
from flows.extracts.folder import files_of
from flows.extracts.summary import briefing_markdown
from flows.store.briefings import briefings
from flows.store.folders import clear_transit, is_same, publish_folder
from flows.store.manifest import extract_models


@dataclass(frozen=True, slots=True)
class PublishedDay:
    """One day's folder as it now stands; `rows` counts each extract, `summary` is Markdown."""

    day: date
    folder: Path
    rows: dict[str, int]
    summary: str
    is_changed: bool


def publish_days(
    warehouse: Path, manifest: Path, days: Sequence[date], extracts_dir: Path
) -> list[PublishedDay]:
    """Write each day's extracts to `extracts_dir/<day>/`, each folder whole or not at all.

    A folder that already says the same is left untouched. The warehouse is only read, but
    no one may hold it open for writing meanwhile, and one publisher works at a time.
    """
    extracts_dir.mkdir(parents=True, exist_ok=True)
    clear_transit(extracts_dir)
    models = extract_models(manifest)
    with duckdb.connect(warehouse, read_only=True) as connection:
        return [
            _publish(briefing, extracts_dir) for briefing in briefings(connection, models, days)
        ]


def _publish(briefing: Briefing, extracts_dir: Path) -> PublishedDay:
    folder = extracts_dir / briefing.day.isoformat()
    files = files_of(briefing)
    is_changed = not is_same(folder, files)
    if is_changed:
        publish_folder(folder, files)
    return PublishedDay(
        day=briefing.day,
        folder=folder,
        rows={name: len(extract.rows) for name, extract in briefing.extracts.items()},
        summary=briefing_markdown(briefing),
        is_changed=is_changed,
    )
