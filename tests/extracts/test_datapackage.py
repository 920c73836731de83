"""The data package says what lies in the folder, and a foreign tool believes it."""

from __future__ import annotations

import hashlib
import json
import re
import sys
import warnings
from pathlib import Path
from typing import Any

import pytest

from flows.extracts.csv_file import guarded
from flows.extracts.folder import files_of
from tests.extracts.invented_day import BRIEFING


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in files_of(BRIEFING).items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def package_in(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


def resource(package: dict[str, Any], name: str) -> dict[str, Any]:
    return next(resource for resource in package["resources"] if resource["name"] == name)


def test_frictionless_finds_the_folder_valid(folder: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the validator's own libraries, not our files
        frictionless = pytest.importorskip("frictionless")
        report = frictionless.Package(str(folder / "datapackage.json")).validate()
    assert report.flatten(["title", "message"]) == []
    assert len(report.tasks) == len(BRIEFING.extracts) + 2


def test_frictionless_notices_one_changed_byte(folder: Path) -> None:
    quotes = folder / "quotes.csv"
    quotes.write_bytes(quotes.read_bytes().replace(b"Easter", b"Oyster"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        frictionless = pytest.importorskip("frictionless")
        report = frictionless.Package(str(folder / "datapackage.json")).validate()
    assert report.flatten(["type"]) == [["hash-count"]]


def test_every_file_but_the_package_itself_is_listed_with_size_and_hash(folder: Path) -> None:
    listed = {resource["path"]: resource for resource in package_in(folder)["resources"]}
    assert listed.keys() == {path.name for path in folder.iterdir()} - {"datapackage.json"}
    for path, resource in listed.items():
        content = (folder / path).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_a_table_says_its_types_keys_and_rows(folder: Path) -> None:
    deadlines = resource(package_in(folder), "deadlines")
    assert deadlines["rows"] == 4
    assert deadlines["profile"] == "tabular-data-resource"
    assert deadlines["schema"]["primaryKey"] == ["event_id"]
    assert deadlines["schema"]["missingValues"] == [""]
    assert deadlines["dialect"]["lineTerminator"] == "\r\n"
    assert deadlines["schema"]["fields"][1] == {
        "name": "event_id",
        "type": "string",
        "format": "default",
        "description": "The event_id of the row.",
        "constraints": {"required": True},
    }
    types = {field["name"]: field["type"] for field in deadlines["schema"]["fields"]}
    assert (types["due_start"], types["due_at"], types["days_left"]) == (
        "date",
        "datetime",
        "integer",
    )


@pytest.mark.parametrize("text", ["=1", "'=1", "\t+1", "plain", "'plain"])
def test_the_guard_can_be_undone_by_the_packages_own_words(folder: Path, text: str) -> None:
    undo = package_in(folder)["formulaGuard"]["undo"]
    pattern = re.search(r"matches (\S+),", undo)
    assert pattern is not None
    cell = guarded(text)
    assert (cell[1:] if re.match(pattern[1], cell) else cell) == text


def test_the_same_day_gives_the_same_bytes() -> None:
    assert files_of(BRIEFING) == files_of(BRIEFING)


def test_rendering_a_day_needs_no_database_and_no_flow_engine() -> None:
    assert "duckdb" not in {
        name.partition(".")[0] for name in vars(sys.modules[files_of.__module__])
    }
