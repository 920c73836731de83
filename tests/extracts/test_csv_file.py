"""Every cell comes back as it was, and no spreadsheet runs any of them."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.extracts.characters import printable
from flows.extracts.csv_file import csv_of, guarded, rows_of, unguarded
from flows.extracts.extract import Cell, Column, ColumnType, Extract
from tests.extracts.invented_day import BRIEFING

FORMULA_SIGNS = "=+-@\t\r\n＝＋－＠"  # noqa: RUF001 - the full-width signs are meant

CELLS: dict[ColumnType, st.SearchStrategy[Cell]] = {
    ColumnType.STRING: st.text(alphabet=FORMULA_SIGNS + "',;\" aé漢\x00\x1b\ud800", min_size=1)
    | st.text(min_size=1),
    ColumnType.INTEGER: st.integers(),
    ColumnType.NUMBER: st.floats(allow_nan=False, allow_infinity=False),
    ColumnType.BOOLEAN: st.booleans(),
    ColumnType.DATE: st.dates(),
    ColumnType.DATETIME: st.datetimes(),
    ColumnType.ARRAY: st.lists(st.text(alphabet="a=,\"'é\n")),
    ColumnType.OBJECT: st.dictionaries(st.text(alphabet="ab="), st.text(alphabet="a=,\"'é")),
}
COLUMNS = tuple(Column(kind.value, kind, "") for kind in ColumnType)
ROWS = st.lists(st.tuples(*(st.none() | CELLS[kind] for kind in ColumnType)), max_size=5)


def table(*rows: tuple[Cell, ...], columns: tuple[Column, ...] = COLUMNS) -> Extract:
    return Extract("made_up", "", columns, (), rows)


def one_text(text: Cell) -> str:
    return csv_of(table((text, 1), columns=(COLUMNS[0], COLUMNS[1])))


@settings(deadline=None)
@given(ROWS)
def test_rows_come_back_as_they_were_written(rows: list[tuple[Cell, ...]]) -> None:
    expected = [
        tuple(printable(cell) if isinstance(cell, str) else cell for cell in row) for row in rows
    ]
    assert rows_of(csv_of(table(*rows)), COLUMNS) == expected


@settings(deadline=None)
@given(ROWS)
def test_no_cell_opens_like_a_formula(rows: list[tuple[Cell, ...]]) -> None:
    texts = [row[:1] for row in rows]
    written = csv_of(table(*texts, columns=COLUMNS[:1]))
    for line in csv.reader(io.StringIO(written, newline=""), strict=True):
        assert not line[0].startswith(tuple(FORMULA_SIGNS))


@settings(deadline=None)
@given(st.text())
def test_the_guard_can_always_be_undone(text: str) -> None:
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+49 30 1", "'+49 30 1"),
        ("-5 degrees", "'-5 degrees"),
        ("@desk", "'@desk"),
        ("＝1", "'＝1"),  # noqa: RUF001 - the full-width sign is meant
        ("'=1", "''=1"),
        ("''=1", "'''=1"),
        ("'quoted' word", "'quoted' word"),
        ("'", "'"),
        ("a=1", "a=1"),
        ("5-3", "5-3"),
    ],
)
def test_only_text_that_opens_like_a_formula_is_guarded(text: str, cell: str) -> None:
    assert guarded(text) == cell
    assert unguarded(cell) == text


def test_numbers_keep_their_sign_and_no_guard() -> None:
    columns = (Column("a", ColumnType.INTEGER, ""), Column("b", ColumnType.NUMBER, ""))
    assert csv_of(table((-5, -0.5), columns=columns)) == "a,b\r\n-5,-0.5\r\n"


def test_a_line_break_inside_a_cell_is_quoted_and_the_line_ends_are_crlf() -> None:
    assert one_text('He said "no",\nthen left') == (
        'string,integer\r\n"He said ""no"",\nthen left",1\r\n'
    )


def test_control_characters_become_their_pictures_one_for_one() -> None:
    assert one_text("a\x00b\x1bc\x7fd\x85e\ud800f") == "string,integer\r\na␀b␛c␡d�e�f,1\r\n"


def test_each_type_is_written_as_the_contract_says() -> None:
    row = (
        *("Lund", 3, 0.25, True, date(2026, 3, 5), datetime.fromisoformat("2026-03-05T14:00")),
        *(["J. Berg", "M. Ek"], {"b": "2", "a": "é"}),
    )
    assert csv_of(table(row)).splitlines()[1] == (
        "Lund,3,0.25,true,2026-03-05,2026-03-05T14:00:00Z,"
        '"[""J. Berg"", ""M. Ek""]","{""a"": ""é"", ""b"": ""2""}"'
    )


def test_a_null_is_an_empty_cell() -> None:
    assert csv_of(table((None,) * len(COLUMNS))).splitlines()[1] == ",,,,,,,"


def test_a_cell_longer_than_the_readers_usual_limit_comes_back() -> None:
    long = "word " * 100_000
    assert rows_of(one_text(long), COLUMNS[:2]) == [(long, 1)]


def test_the_invented_morning_comes_back_from_its_csvs() -> None:
    for extract in BRIEFING.extracts.values():
        assert rows_of(csv_of(extract), extract.columns) == list(extract.rows)
