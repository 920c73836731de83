"""Which files are new: decided by the ledger, without reading what it already knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from flows.store.files import SHA256_OF_NOTHING, FoundFile, Obstacle, sha256_of
from flows.store.settling import settled_files
from flows.store.warehouse import LedgerEntry, open_warehouse


@dataclass(frozen=True, slots=True)
class HashedFile:
    """A file with the hash of its content."""

    file: FoundFile
    sha256: str


@dataclass(slots=True)
class Intake:
    """The files found, sorted by what is to be done with them."""

    new: list[HashedFile] = field(default_factory=list[HashedFile])
    blocked: list[FoundFile] = field(default_factory=list[FoundFile])
    duplicates: list[HashedFile] = field(default_factory=list[HashedFile])
    unchanged: list[FoundFile] = field(default_factory=list[FoundFile])

    @property
    def has_work(self) -> bool:
        """Say whether anything must be read or written."""
        return bool(self.new or self.blocked or self.duplicates)


def intake_of(found: Sequence[FoundFile], ledger: Sequence[LedgerEntry], inbox: Path) -> Intake:
    """Return what is to be done with each file.

    Same name, size and time: unchanged, and not even opened. Known content under another name:
    a duplicate. A rejected file that lies in the inbox again is tried again: somebody has put
    it back, or a run was killed before it took it away. A link, a pipe and what may not be read
    are told once, as blocked, and stay where they are.
    """
    told = {_look_of(entry.source_file, entry) for entry in ledger}
    opened = {
        _look_of(entry.source_file, entry)
        for entry in ledger
        if entry.file_sha256 != SHA256_OF_NOTHING or not entry.size_bytes
    }
    known = {(entry.source_file, entry.file_sha256) for entry in ledger}
    readable = {entry.file_sha256 for entry in ledger if entry.outcome != "rejected"}
    rejected = {entry.source_file for entry in ledger if entry.outcome == "rejected"}
    intake = Intake()
    for file in found:
        is_retry = file.name in rejected and file.path.is_relative_to(inbox)
        if file.obstacle is None and _look_of(file.name, file) in opened and not is_retry:
            intake.unchanged.append(file)
            continue
        hashed = _hashed(file)
        if hashed is None:
            continue
        if isinstance(hashed, FoundFile):
            is_told = _look_of(file.name, file) in told
            (intake.unchanged if is_told else intake.blocked).append(hashed)
        elif not is_retry and (file.name, hashed.sha256) in known:
            intake.unchanged.append(file)
        elif (file.name, hashed.sha256) not in known and hashed.sha256 in readable:
            intake.duplicates.append(hashed)
        else:
            intake.new.append(hashed)
    return intake


def _look_of(name: str, known: FoundFile | LedgerEntry) -> tuple[str, int, int]:
    return name, known.size_bytes, known.modified_ns


def _hashed(file: FoundFile) -> HashedFile | FoundFile | None:
    """Return the file with its hash, or with its obstacle; None where it has been taken away."""
    if file.obstacle is not None:
        return file
    try:
        return HashedFile(file, sha256_of(file.path))
    except FileNotFoundError:
        return None
    except OSError:
        return replace(file, obstacle=Obstacle.CLOSED)


def look_for_new_files(
    warehouse: Path, paths: Sequence[Path], inbox: Path, settle_seconds: float = 0
) -> Intake:
    """Return what is to be done with the files at and below these paths, else in the inbox.

    A file that is still growing is left for the next look.

    Raises SettingsError naming a path that does not exist.
    """
    inbox.mkdir(parents=True, exist_ok=True)
    found = settled_files(paths or [inbox], settle_seconds)
    with open_warehouse(warehouse) as opened:
        return intake_of(found, opened.ledger(), inbox)
