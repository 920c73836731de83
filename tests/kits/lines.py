"""JSON Lines in and out, plain or gzipped, and work shared out with its order kept."""

from __future__ import annotations

import gzip
import json
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Line: TypeAlias = dict[str, Any]

# Rows that one process takes at a time: few enough that both end at about the same moment.
ROWS_A_TURN = 4


def read_lines(path: Path) -> list[Line]:
    """Return the records of a JSON Lines file; one that ends in .gz is unpacked."""
    text = read_bytes(path).decode("utf-8")
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def write_lines(path: Path, records: Iterable[Line]) -> int:
    """Write one record a line and return how many there were."""
    lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in records]
    content = "".join(lines).encode("utf-8")
    path.write_bytes(gzip.compress(content) if is_gzip(path) else content)
    return len(lines)


def read_bytes(path: Path) -> bytes:
    """Return what a kit's file holds; the kits keep their pages gzipped."""
    content = path.read_bytes()
    return gzip.decompress(content) if is_gzip(path) else content


def is_gzip(path: Path) -> bool:
    """Tell whether the name says that the file is packed."""
    return path.suffix == ".gz"


def predictions_of(
    predict: Callable[[Line], list[Line]], rows: list[Line], *, processes: int
) -> Iterator[Line]:
    """Yield the predictions for each row, in the order of the rows."""
    if processes < 2:
        for row in rows:
            yield from predict(row)
        return
    with ProcessPoolExecutor(processes) as pool:
        for predictions in pool.map(predict, rows, chunksize=ROWS_A_TURN):
            yield from predictions
