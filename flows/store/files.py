"""Files: what lies in the inbox, what goes to quarantine, and the lock that one run holds."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import stat
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import cast

from filelock import FileLock, Timeout

from flows.errors import SettingsError, WarehouseError

# What browsers and copy programs call a file that they have not finished.
UNFINISHED_SUFFIXES = frozenset({".part", ".partial", ".tmp", ".crdownload", ".download"})
# What stands in the ledger for a file that was never opened.
SHA256_OF_NOTHING = hashlib.sha256().hexdigest()
_HASH_CHUNK_BYTES = 1 << 20
_QUARANTINE_HASH_CHARS = 12
_CHARSET = re.compile(r"charset\s{0,4}=\s{0,4}[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)


class Obstacle(StrEnum):
    """Why something in a folder is not opened, however it is called."""

    LINK = "link"
    NO_PLAIN_FILE = "no_plain_file"
    CLOSED = "cannot_open"


@dataclass(frozen=True, slots=True)
class FoundFile:
    """One file to take in. `name` is its path from the folder that was given."""

    path: Path
    name: str
    size_bytes: int
    modified_ns: int
    obstacle: Obstacle | None = None


def find_files(paths: Iterable[Path]) -> list[FoundFile]:
    """Return the files at and below the paths, sorted by name; hidden and unfinished ones wait.

    Links below a folder are not followed, for an inbox may be open to strangers; they and what
    is no plain file (a pipe, a socket) are found with their obstacle.

    Raises SettingsError naming a path that does not exist.
    """
    found: dict[str, FoundFile] = {}
    for given in paths:
        if not given.exists():
            message = f"{given} does not exist. Give a file or a folder of article files."
            raise SettingsError(message)
        root = given.absolute()
        for path in [root] if root.is_file() else sorted(_files_below(root)):
            name = _readable(path.relative_to(root.parent))
            with contextlib.suppress(FileNotFoundError):  # moved away since it was listed
                state = path.stat() if path == root else path.lstat()
                obstacle = _obstacle_of(state.st_mode)
                found[name] = FoundFile(path, name, state.st_size, state.st_mtime_ns, obstacle)
    return [found[name] for name in sorted(found)]


def _readable(path: Path) -> str:
    """Return the path as text; bytes of a name that are no UTF-8 are written as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _obstacle_of(mode: int) -> Obstacle | None:
    if stat.S_ISLNK(mode):
        return Obstacle.LINK
    return None if stat.S_ISREG(mode) else Obstacle.NO_PLAIN_FILE


def _files_below(root: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(root):
        links = [name for name in folders if Path(folder, name).is_symlink()]
        folders[:] = [name for name in folders if not name.startswith(".") and name not in links]
        for name in (*links, *files):
            path = Path(folder, name)
            if not name.startswith(".") and path.suffix.lower() not in UNFINISHED_SUFFIXES:
                yield path


def sha256_of(path: Path) -> str:
    """Return the content's hash, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_HASH_CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()


def keep_in_quarantine(path: Path, quarantine: Path, file_sha256: str) -> str:
    """Copy a rejected file into quarantine, whole or not at all, and return its name there.

    The name begins with the content's hash: a file of the same name cannot replace it.
    """
    quarantine.mkdir(parents=True, exist_ok=True)
    target = quarantine / f"{file_sha256[:_QUARANTINE_HASH_CHARS]}-{path.name}"
    if not target.exists():
        partial = target.with_name(f".{target.name}.partial")
        shutil.copy2(path, partial)
        partial.replace(target)
    return _readable(Path(target.name))


def clear_from_inbox(path: Path, inbox: Path) -> None:
    """Remove a quarantined file from the inbox; a file that lies elsewhere is its owner's."""
    if path.is_relative_to(inbox):
        path.unlink(missing_ok=True)


@contextmanager
def run_lock(data_dir: Path, timeout_seconds: float) -> Generator[None]:
    """Hold the data folder for one run; another run waits for its turn.

    Raises WarehouseError when the other run has not ended after the timeout.
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    lock = FileLock(data_dir / ".run.lock", timeout=timeout_seconds, is_singleton=True)
    try:
        with lock:
            yield
    except Timeout as error:
        message = (
            f"Another run has held {data_dir} for {timeout_seconds:g} seconds."
            " Wait for it, or raise DATELINE_LOCK_TIMEOUT_SECONDS."
        )
        raise WarehouseError(message) from error


def declared_encoding(path: Path) -> str | None:
    """Return the encoding that the server named which sent the file, if it was fetched.

    Beside `story.html` then lies `.story.headers.json`, as `flows/sources/shelf.py` writes it.
    """
    try:
        kept = path.with_name(f".{path.stem}.headers.json").read_text(encoding="utf-8")
        headers = cast("dict[str, dict[str, str]]", json.loads(kept))["headers"]
        found = _CHARSET.search(headers.get("content-type", ""))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return found[1] if found else None
