"""The printed lines of a PDF by their places on the page, in the order in which they are read."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownArgumentType=false
# pyright: reportUnknownVariableType=false
# The library carries no complete types.

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from flows.articles.encoding import clean_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pypdfium2

MOST_PAGES = 100
MOST_LINES = 20_000
# In units of the line's own height.
SAME_LINE = 0.5
# A newspaper page has six or seven columns; two lines side by side are a chance.
MOST_COLUMNS = 8
FEWEST_ROWS = 3
# The cells of a table are shorter than the lines of a column, and are read row by row.
SHORTEST_LINE_CHARS = 20


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line and its place; heights grow upwards, as in PDF."""

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        """The height of its letters."""
        return max(self.top - self.bottom, 1.0)


def lines_of(document: pypdfium2.PdfDocument) -> list[Line]:
    """Return the document's lines, page by page, and on a page column by column.

    Raises PdfiumError where a page cannot be opened.
    """
    lines: list[Line] = []
    for number in range(min(len(document), MOST_PAGES)):
        page = document[number]
        text_page = page.get_textpage()
        first = len(lines)
        for place in range(min(text_page.count_rects(), MOST_LINES - len(lines))):
            left, bottom, right, top = text_page.get_rect(place)
            text = clean_text(text_page.get_text_bounded(left, bottom, right, top)).strip()
            if text:
                _add(lines, Line(" ".join(text.split()), number, left, right, top, bottom))
        lines[first:] = in_columns(lines[first:])
        text_page.close()
        page.close()
    return lines


def _add(lines: list[Line], line: Line) -> None:
    """Add a line, or lengthen the last one where both stand beside each other."""
    last = lines[-1] if lines else None
    is_beside = (
        last is not None
        and last.page == line.page
        and abs(last.bottom - line.bottom) < SAME_LINE * last.height
        and 0 <= line.left - last.right + 1 < 2 * last.height
    )
    if last is None or not is_beside:
        lines.append(line)
        return
    gap = "" if line.left - last.right < 0.1 * last.height else " "
    lines[-1] = replace(last, text=f"{last.text}{gap}{line.text}", right=line.right)


def in_columns(lines: Sequence[Line], most: int = MOST_COLUMNS) -> list[Line]:
    """Return the lines of a page column by column, where its program wrote row by row."""
    rows = [(left, right) for left, right in pairwise(lines) if _stand_in_a_row(left, right)]
    beside = [line for row in rows for line in row]
    is_table = not beside or median(len(line.text) for line in beside) < SHORTEST_LINE_CHARS
    if len(rows) < FEWEST_ROWS or is_table or most == 1:
        return list(lines)
    gutter = min(right.left for _, right in rows)
    ordered: list[Line] = []
    waiting: list[Line] = []
    for line in lines:
        if line.left >= gutter:
            waiting.append(line)
            continue
        if line.right > gutter:  # it stands over or below both columns
            ordered += in_columns(waiting, most - 1)
            waiting = []
        ordered.append(line)
    return ordered + in_columns(waiting, most - 1)


def _stand_in_a_row(left: Line, right: Line) -> bool:
    is_level = abs(left.bottom - right.bottom) < SAME_LINE * left.height
    return is_level and right.left > left.right
