"""The real command on the samples: what a user gets, and what running it again does."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from tests.morning import (
    AS_OF,
    PROJECT,
    SAMPLES,
    Dateline,
    files_below,
    rows_of_every_table,
)

DAYS = ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05"]
EXTRACTS = {
    "articles.csv",
    "issues.csv",
    "emerging_issues.csv",
    "positions.csv",
    "quotes.csv",
    "deadlines.csv",
    "deadlines.ics",
    "conflicts.csv",
    "changes.csv",
    "coverage.csv",
    "datapackage.json",
    "briefing.html",
}


def test_each_day_of_the_samples_has_its_whole_folder(morning: Path) -> None:
    folders = {path.name: path for path in (morning / "extracts").iterdir()}
    assert sorted(folders) == DAYS
    assert {path.name for path in folders["2026-03-05"].iterdir()} == EXTRACTS


def test_running_again_changes_nothing(dateline: Dateline, morning: Path) -> None:
    before = files_below(morning / "extracts")
    done = dateline(morning, "run", str(SAMPLES))
    assert done.returncode == 0, done.stderr
    assert "Nothing new: 22 files unchanged" in done.stdout
    assert files_below(morning / "extracts") == before


def test_two_runs_at_once_in_another_folder_give_the_same_tables_and_bytes(
    environment: dict[str, str], morning: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "flows.cli", "--data-dir", str(tmp_path)]
    command += ["run", str(SAMPLES), "--as-of", AS_OF]
    both = [
        subprocess.Popen(command, env=environment, cwd=PROJECT, stdout=subprocess.PIPE)  # noqa: S603
        for _ in range(2)
    ]
    outputs = [process.communicate()[0].decode() for process in both]
    assert sorted(process.returncode for process in both) == [0, 3], outputs
    assert files_below(tmp_path / "extracts") == files_below(morning / "extracts")
    assert rows_of_every_table(tmp_path) == rows_of_every_table(morning)


def test_counts_of_a_run_add_up(morning: Path) -> None:
    with duckdb.connect(morning / "briefing.duckdb", read_only=True) as connection:
        counts = connection.sql(
            """
            select files_read, files_loaded, files_unchanged, files_duplicate, files_rejected
            from runs
            order by started_at
            limit 1
            """
        ).fetchone()
    assert counts == (22, 19, 0, 1, 2)


def test_a_revised_article_keeps_its_first_revision(morning: Path) -> None:
    with duckdb.connect(morning / "briefing.duckdb", read_only=True) as connection:
        revised = connection.sql(
            """
            select article_id, count(*), max(revision)
            from article_revisions
            group by article_id
            having count(*) > 1
            """
        ).fetchall()
        (newest,) = connection.sql("select revision from articles where revision > 1").fetchall()
    assert [(count, last) for _, count, last in revised] == [(2, 2)]
    assert newest == (2,)


def test_rejected_files_lie_in_quarantine_and_status_says_why(
    dateline: Dateline, morning: Path
) -> None:
    kept = sorted(path.name.split("-", 1)[1] for path in (morning / "quarantine").iterdir())
    assert kept == ["cut-off.json", "undated-memo.txt"]
    done = dateline(morning, "status")
    assert done.returncode == 0, done.stderr
    assert "broken_json" in done.stdout
    assert "no_date" in done.stdout


def test_bad_files_leave_the_inbox_and_the_rest_is_loaded_and_shown(
    dateline: Dateline, tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "empty.txt").write_bytes(b"")
    (inbox / "junk.bin").write_bytes(bytes(range(256)) * 64)
    (inbox / "half.json").write_text('{"headline": "Half', encoding="utf-8")
    (inbox / "line.txt").write_bytes(b"word " * 10_000_000)
    shutil.copy(SAMPLES / "2026-03-02" / "meridian-grain-accord.txt", inbox)
    done = dateline(tmp_path, "run")
    assert done.returncode == 3, done.stderr
    assert [path.name for path in inbox.iterdir()] == ["meridian-grain-accord.txt"]
    assert len(list((tmp_path / "quarantine").iterdir())) == 4
    assert "1 loaded" in done.stdout
    assert "4 rejected" in done.stdout
    assert str(tmp_path / "extracts" / "2026-03-02") in done.stdout
    assert str(tmp_path / "briefing.duckdb") in done.stdout


def test_a_backfill_publishes_each_day_of_the_range(
    dateline: Dateline, morning: Path, tmp_path: Path
) -> None:
    data_dir = tmp_path / "data"
    shutil.copytree(morning, data_dir)
    done = dateline(data_dir, "brief", "--from", "2026-03-04", "--to", "2026-03-07")
    assert done.returncode == 0, done.stderr
    folders = sorted(path.name for path in (data_dir / "extracts").iterdir())
    assert folders == [*DAYS, "2026-03-06", "2026-03-07"]
    for day in DAYS:
        assert files_below(data_dir / "extracts" / day) == files_below(morning / "extracts" / day)


def test_the_database_explains_itself(morning: Path) -> None:
    with duckdb.connect(morning / "briefing.duckdb", read_only=True) as connection:
        silent = connection.sql(
            """
            select table_name, column_name
            from duckdb_columns()
            where schema_name = 'main' and not internal and comment is null
            """
        ).fetchall()
        silent_tables = connection.sql(
            "select table_name from duckdb_tables() where comment is null"
        ).fetchall()
    assert silent == []
    assert silent_tables == []


def test_sql_prints_a_table_csv_or_json(dateline: Dateline, morning: Path) -> None:
    query = "select count(*) as articles from articles"
    as_json = dateline(morning, "sql", query, "--format", "json")
    assert json.loads(as_json.stdout) == [{"articles": 20}]
    as_csv = dateline(morning, "sql", query, "--format", "csv")
    assert list(csv.reader(as_csv.stdout.splitlines())) == [["articles"], ["20"]]
    assert "articles" in dateline(morning, "sql", query).stdout


@pytest.mark.parametrize(
    "statement", ["delete from articles", "create table extra (id int)", "drop table quotes"]
)
def test_sql_cannot_change_the_snapshot(dateline: Dateline, morning: Path, statement: str) -> None:
    done = dateline(morning, "sql", statement)
    assert done.returncode == 1
    assert "read-only" in done.stderr


def test_a_wrong_option_is_wrong_usage(dateline: Dateline, tmp_path: Path) -> None:
    done = dateline(tmp_path, "run", "--date", "2026-03-02", "--from", "2026-03-01")
    assert done.returncode == 2
    assert "Give either --date or --from and --to" in done.stderr


def test_a_path_that_does_not_exist_is_one_line(dateline: Dateline, tmp_path: Path) -> None:
    done = dateline(tmp_path, "run", str(tmp_path / "nowhere"))
    assert done.returncode == 1
    assert done.stderr.strip().endswith("Give a file or a folder of article files.")
    assert "Traceback" not in done.stderr


def test_the_doctor_finds_a_healthy_installation(dateline: Dateline, morning: Path) -> None:
    done = dateline(morning, "doctor")
    assert done.returncode == 0, done.stdout
    assert "wrong" not in done.stdout


def test_the_doctor_names_a_database_that_is_none(dateline: Dateline, tmp_path: Path) -> None:
    (tmp_path / "briefing.duckdb").write_text("not a database", encoding="utf-8")
    done = dateline(tmp_path, "doctor")
    assert done.returncode == 1
    assert "briefing.duckdb" in done.stdout
