"""All labelled pages together, ours beside bare trafilatura in the same run.

The sets of titles and authors are small, and the publishers held out are other ones than those of
the news pages here: what is read off all pages together says more about pages never seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from trafilatura import bare_extraction

from tests.kits.lines import Line, predictions_of, read_bytes, read_lines

TRAFILATURA = "bare trafilatura, this run"


def pages_of(gold: Path) -> list[Line]:
    """Return the rows of a set that are pages; the others are files of agencies and feeds."""
    return [row for row in read_lines(gold) if "html_path" in row]


def trafilatura_pages(gold: Path, processes: int) -> Iterator[Line]:
    """Yield what trafilatura alone makes of each page."""
    read = partial(trafilatura_page, folder=gold.resolve().parent)
    return predictions_of(read, pages_of(gold), processes=processes)


def trafilatura_page(row: Line, folder: Path) -> list[Line]:
    """Return the fields that trafilatura finds, authors parted as it joins them."""
    found = bare_extraction(read_bytes(folder / row["html_path"]), with_metadata=True)
    if found is None or isinstance(found, dict):
        return [{"id": row["id"]}]
    return [
        {
            "id": row["id"],
            "title": found.title,
            "authors": (found.author or "").split("; "),
            "published_at": found.date,
            "body": found.text,
        }
    ]
