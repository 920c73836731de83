"""Files that an analyst edits: a change is noticed by their content alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.store.references import changed_references, keep_reference
from flows.store.warehouse import open_warehouse


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    return tmp_path / "warehouse.duckdb"


def keep(warehouse: Path, path: Path) -> None:
    with open_warehouse(warehouse) as opened:
        keep_reference(opened, "names", path)


def test_a_file_is_changed_until_the_rows_are_made_with_it(tmp_path: Path, warehouse: Path) -> None:
    path = tmp_path / "names.toml"
    path.write_text("one", encoding="utf-8")
    assert changed_references(warehouse, {"names": path}) == ["names"]
    keep(warehouse, path)
    assert changed_references(warehouse, {"names": path}) == []
    path.write_text("two", encoding="utf-8")
    assert changed_references(warehouse, {"names": path}) == ["names"]


def test_a_file_that_goes_is_a_change(tmp_path: Path, warehouse: Path) -> None:
    path = tmp_path / "names.toml"
    path.write_text("one", encoding="utf-8")
    keep(warehouse, path)
    path.unlink()
    assert changed_references(warehouse, {"names": path}) == ["names"]


def test_the_words_of_a_file_are_kept_without_the_mark_that_editors_put_before_them(
    tmp_path: Path, warehouse: Path
) -> None:
    path = tmp_path / "names.toml"
    path.write_bytes("\ufeffÅse".encode())
    keep(warehouse, path)
    with open_warehouse(warehouse) as opened:
        assert opened.reference_text("names") == "Åse"
        assert opened.reference_text("unheard of") == ""
