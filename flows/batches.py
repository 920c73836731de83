"""From what the reading processes found to one transaction, and the counts of a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from typing import cast
from zoneinfo import ZoneInfo

from flows.records import Precision, Rejection
from flows.rows import Row, Rows, tables_of
from flows.settings import Settings
from flows.store.files import (
    SHA256_OF_NOTHING,
    FoundFile,
    Obstacle,
    clear_from_inbox,
    keep_in_quarantine,
)
from flows.store.intake import HashedFile, Intake
from flows.store.warehouse import Batch, FileOutcome, Warehouse
from flows.workers import Outcome


@dataclass(slots=True)
class IngestCounts:
    """What came of the files; `files_read` is the sum of the four that follow it."""

    files_read: int = 0
    files_loaded: int = 0
    files_unchanged: int = 0
    files_duplicate: int = 0
    files_rejected: int = 0
    articles_loaded: int = 0
    articles_retagged: int = 0
    parts_rejected: int = 0

    def add(self, outcome: FileOutcome) -> None:
        """Count one file."""
        self.files_read += 1
        match outcome:
            case "loaded":
                self.files_loaded += 1
            case "duplicate":
                self.files_duplicate += 1
            case "rejected":
                self.files_rejected += 1


class BatchLoader:
    """Takes outcomes batch by batch and loads each in one transaction.

    A batch is read first and loaded after that, so that loading can be tried again.
    """

    def __init__(
        self, run_id: str, as_of: datetime, settings: Settings, warehouse: Warehouse
    ) -> None:
        """Load for this run; `as_of` stamps the rows."""
        self.counts = IngestCounts()
        self._run_id = run_id
        self._loaded_at = as_of.astimezone(UTC).replace(tzinfo=None)
        self._settings = settings
        self._warehouse = warehouse
        self._files: Sequence[HashedFile] = ()
        self._outcomes: list[Outcome] = []

    def settle_known(self, intake: Intake) -> None:
        """Record the files that need no reading."""
        self.counts.files_unchanged += len(intake.unchanged)
        self.counts.files_read += len(intake.unchanged)
        batch = self._batch_of([])
        batch.files = [self._ledger_row(file, "duplicate", ()) for file in intake.duplicates]
        for found in intake.blocked:
            unread = HashedFile(found, SHA256_OF_NOTHING)
            batch.rejections.append(self._rejection_row(unread, _blocked(found), None))
            batch.files.append(self._ledger_row(unread, "rejected", ()))
        if batch.files:
            self._warehouse.load(batch)
            self._count(batch)

    def read(self, files: Sequence[HashedFile], outcomes: Iterator[Outcome]) -> None:
        """Take what came of these files from the reading processes."""
        self._files = files
        self._outcomes = list(islice(outcomes, len(files)))

    def load(self) -> None:
        """Append what was read to the raw tables, all of it or nothing."""
        pairs = list(zip(self._files, self._outcomes, strict=True))
        known = self._warehouse.known_revisions(
            [_revision_id(rows) for outcome in self._outcomes for rows in outcome.rows]
        )
        fresh = [_unknown(outcome.rows, known) for outcome in self._outcomes]
        batch = self._batch_of([rows for some in fresh for rows in some])
        for (file, outcome), new in zip(pairs, fresh, strict=True):
            if outcome.rejection is not None:
                kept_as = self._quarantined(file)
                batch.rejections.append(self._rejection_row(file, outcome.rejection, kept_as))
                batch.files.append(self._ledger_row(file, "rejected", ()))
            else:
                is_new = "loaded" if new else "duplicate"
                batch.files.append(self._ledger_row(file, is_new, outcome.rows))
                batch.rejections += [
                    self._rejection_row(file, problem, None) for problem in outcome.problems
                ]
        self._warehouse.load(batch)
        self._count(batch)
        for file, outcome in pairs:
            if outcome.rejection is not None:
                clear_from_inbox(file.file.path, self._settings.inbox)

    def _batch_of(self, new: list[Rows]) -> Batch:
        return Batch(
            run_id=self._run_id,
            loaded_at=self._loaded_at,
            tables=tables_of(new),
            stale_days=self._stale_days([rows.article for rows in new]),
        )

    def _stale_days(self, articles: list[Row]) -> set[date]:
        """Return the articles' days, and those under which an earlier revision stood."""
        earlier = self._warehouse.publications_of([str(row["article_id"]) for row in articles])
        return {published_day(row, self._settings.zone) for row in (*articles, *earlier)}

    def _ledger_row(self, hashed: HashedFile, outcome: FileOutcome, rows: Sequence[Rows]) -> Row:
        return {
            "source_file": hashed.file.name,
            "file_sha256": hashed.sha256,
            "bytes": hashed.file.size_bytes,
            "modified_ns": hashed.file.modified_ns,
            "outcome": outcome,
            "source_format": rows[0].article["source_format"] if rows else None,
            "articles": len(rows),
            "run_id": self._run_id,
            "seen_at": self._loaded_at,
        }

    def _rejection_row(self, hashed: HashedFile, rejection: Rejection, kept_as: str | None) -> Row:
        return {
            "source_file": rejection.source_file,
            "file_sha256": hashed.sha256,
            "reason_code": rejection.reason_code,
            "reason": rejection.reason,
            "quarantined_as": kept_as,
            "run_id": self._run_id,
            "rejected_at": self._loaded_at,
        }

    def _quarantined(self, hashed: HashedFile) -> str:
        return keep_in_quarantine(hashed.file.path, self._settings.quarantine, hashed.sha256)

    def _count(self, batch: Batch) -> None:
        for row in batch.files:
            self.counts.add(cast("FileOutcome", row["outcome"]))
        self.counts.articles_loaded += len(batch.tables["articles"])
        rejected = sum(row["outcome"] == "rejected" for row in batch.files)
        self.counts.parts_rejected += len(batch.rejections) - rejected


def published_day(article: Row, zone: ZoneInfo) -> date:
    """Return the day on whose briefing the article belongs.

    A day that the article itself names stays that day in every zone.
    """
    published_at = cast("datetime", article["published_at"])
    if article["published_precision"] == Precision.DAY:
        return published_at.date()
    return published_at.replace(tzinfo=UTC).astimezone(zone).date()


_OBSTACLES = {
    Obstacle.LINK: "It is a link, and links are not followed. Put the file itself here.",
    Obstacle.NO_PLAIN_FILE: "It is a pipe, a socket or a device. Put a plain file here.",
    Obstacle.CLOSED: "The file cannot be opened. Check its permissions.",
}


def _blocked(found: FoundFile) -> Rejection:
    obstacle = found.obstacle or Obstacle.CLOSED
    return Rejection(found.name, str(obstacle), _OBSTACLES[obstacle])


def _revision_id(rows: Rows) -> str:
    return str(rows.article["revision_id"])


def _unknown(candidates: Iterable[Rows], known: set[str]) -> list[Rows]:
    """Return the rows of revisions that are not loaded yet, and count them as known."""
    fresh: list[Rows] = []
    for rows in candidates:
        if _revision_id(rows) not in known:
            known.add(_revision_id(rows))
            fresh.append(rows)
    return fresh
