from __future__ import annotations

from pathlib import Path

import pytest

from flows.errors import SettingsError
from flows.settings import load_settings


def test_every_folder_lies_below_the_data_folder(tmp_path: Path) -> None:
    settings = load_settings(tmp_path)
    assert settings.inbox == tmp_path / "inbox"
    assert settings.warehouse == tmp_path / "warehouse.duckdb"
    assert settings.extracts == tmp_path / "extracts"


def test_the_environment_sets_the_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_DATA_DIR", str(tmp_path))
    assert load_settings().data_dir == tmp_path


def test_a_wrong_value_names_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_TIME_ZONE", "Mars/Olympus")
    with pytest.raises(
        SettingsError, match=r"DATELINE_TIME_ZONE: .*'Mars/Olympus' is no time zone"
    ):
        load_settings()


def test_a_batch_holds_at_least_one_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_BATCH_FILES", "0")
    with pytest.raises(SettingsError, match="DATELINE_BATCH_FILES"):
        load_settings()
