"""Folders that are published whole: a reader finds the old one or the new one, never half."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

# Folders that are not for readers yet, or no longer, begin with this.
IN_TRANSIT = ".in-transit-"

# Linux renameat2(2): take both paths from the working directory, and swap them.
AT_FDCWD = -100
RENAME_EXCHANGE = 2


def is_same(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Say whether the folder holds exactly these files with exactly these bytes."""
    if not folder.is_dir() or {entry.name for entry in folder.iterdir()} != set(files):
        return False
    return all((folder / name).read_bytes() == content for name, content in files.items())


def publish_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put the files in the folder's place in one step, and drop what stood there."""
    arriving = folder.with_name(f"{IN_TRANSIT}{folder.name}")
    arriving.mkdir()
    for name, content in files.items():
        (arriving / name).write_bytes(content)
        sync(arriving / name)
    sync(arriving)
    if not folder.exists():
        arriving.rename(folder)
    elif exchange(arriving, folder):
        shutil.rmtree(arriving)
    else:
        _replace_in_two_steps(arriving, folder)
    sync(folder.parent)


def clear_transit(parent: Path) -> None:
    """Remove what a killed publish left behind. One publisher at a time may call this."""
    for leftover in parent.glob(f"{IN_TRANSIT}*"):
        shutil.rmtree(leftover)


def sync(path: Path) -> None:
    """Return when the file's bytes or the folder's names are on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def exchange(first: Path, second: Path) -> bool:
    """Swap two folders in one step; say False where the system or its disk cannot."""
    if sys.platform != "linux":
        return False
    renameat2 = getattr(ctypes.CDLL(None), "renameat2", None)
    if renameat2 is None:
        return False
    paths = AT_FDCWD, os.fsencode(first), AT_FDCWD, os.fsencode(second)
    return renameat2(*paths, RENAME_EXCHANGE) == 0


def _replace_in_two_steps(arriving: Path, folder: Path) -> None:
    """Replace the folder where no exchange is to be had: for an instant there is none."""
    leaving = folder.with_name(f"{IN_TRANSIT}old-{folder.name}")
    folder.rename(leaving)
    arriving.rename(folder)
    shutil.rmtree(leaving)
