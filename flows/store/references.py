"""Files that an analyst edits and that the tables are made with: which of them have changed.

The warehouse keeps each as it was when its rows were made. A file that is not there is empty.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from flows.store.warehouse import Warehouse, open_warehouse


def changed_references(warehouse: Path, files: Mapping[str, Path]) -> list[str]:
    """Return the names of the files that are not as the warehouse knows them."""
    with open_warehouse(warehouse) as opened:
        return references_changed_since(opened, files)


def references_changed_since(warehouse: Warehouse, files: Mapping[str, Path]) -> list[str]:
    """Return the names of the files that the rows of an open warehouse were not made with."""
    known = warehouse.reference_sha256s()
    return [
        name for name, path in files.items() if _sha256_of(_content_of(path)) != known.get(name)
    ]


def keep_reference(warehouse: Warehouse, name: str, path: Path) -> None:
    """Keep the file as it is now: the rows are made with it."""
    content = _content_of(path)
    warehouse.keep_reference(
        name, _sha256_of(content), content.decode("utf-8-sig", errors="replace")
    )


def _content_of(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _sha256_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
