"""Rows as CSV that every tool reads alike and no spreadsheet runs.

RFC 4180 in UTF-8: a header row, commas, CRLF, quotes doubled. A null is an empty cell.
Text that a spreadsheet would take for a formula gets one apostrophe in front; `rows_of`
takes it away again.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime

from flows.extracts.characters import printable
from flows.extracts.extract import Cell, Column, ColumnType, Extract

# OWASP's list for CSV injection: the formula signs, also in full width, and the white
# space that spreadsheets skip before them. Apostrophes in front count in, so that text
# which already opens with "'=" is guarded too and the guard can be undone.
FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")  # noqa: RUF001 - the full-width signs are meant
GUARD = "'"

# The reader's own limit of 128 KiB a cell is shorter than a long article's summary may be.
CELL_CHARS_MAX = 2**31 - 1


def csv_of(extract: Extract) -> str:
    """Return the extract as CSV text: a header line, then "Talks,2025-11-10" and so on."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(column.name for column in extract.columns)
    writers = [WRITERS[column.type] for column in extract.columns]
    writer.writerows(_written(row, writers) for row in extract.rows)
    return out.getvalue()


def rows_of(text: str, columns: Iterable[Column]) -> list[tuple[Cell, ...]]:
    """Return the typed rows of CSV text that `csv_of` wrote, formula guards removed."""
    csv.field_size_limit(CELL_CHARS_MAX)
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    next(lines)
    readers = [READERS[column.type] for column in columns]
    return [
        tuple(read(cell) if cell else None for read, cell in zip(readers, line, strict=True))
        for line in lines
    ]


def guarded(text: str) -> str:
    """Return the text as a spreadsheet shows and never runs it: "=1+1" becomes "'=1+1"."""
    return GUARD + text if FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """Return the text that `guarded` was given: "'=1+1" becomes "=1+1"."""
    return cell[len(GUARD) :] if cell.startswith(GUARD) and FORMULA.match(cell) else cell


def _written(row: tuple[Cell, ...], writers: list[Callable[..., str]]) -> list[str]:
    return ["" if cell is None else write(cell) for cell, write in zip(row, writers, strict=True)]


def _text(cell: str) -> str:
    return guarded(cell if cell.isprintable() else printable(cell))


def _integer(cell: int) -> str:
    return str(int(cell))


def _number(cell: float) -> str:
    return repr(float(cell))


def _boolean(cell: bool) -> str:  # noqa: FBT001 - a cell's value, not a switch
    return "true" if cell else "false"


def _day(cell: date) -> str:
    return cell.isoformat()


def _moment(cell: datetime) -> str:
    return cell.replace(tzinfo=None).isoformat() + "Z"


def _json(cell: Cell) -> str:
    return printable(json.dumps(cell, ensure_ascii=False, sort_keys=True, default=str))


WRITERS: dict[ColumnType, Callable[..., str]] = {
    ColumnType.STRING: _text,
    ColumnType.INTEGER: _integer,
    ColumnType.NUMBER: _number,
    ColumnType.BOOLEAN: _boolean,
    ColumnType.DATE: _day,
    ColumnType.DATETIME: _moment,
    ColumnType.ARRAY: _json,
    ColumnType.OBJECT: _json,
}

READERS: dict[ColumnType, Callable[[str], Cell]] = {
    ColumnType.STRING: unguarded,
    ColumnType.INTEGER: int,
    ColumnType.NUMBER: float,
    ColumnType.BOOLEAN: "true".__eq__,
    ColumnType.DATE: date.fromisoformat,
    ColumnType.DATETIME: lambda cell: datetime.fromisoformat(cell).replace(tzinfo=None),
    ColumnType.ARRAY: json.loads,
    ColumnType.OBJECT: json.loads,
}
