"""`dateline adopt`: a phrase goes into the analyst's file, or nothing is written."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from flows.cli import app
from flows.own_taxonomy import taxonomy_in


def test_an_adopted_phrase_shows_its_issue_and_the_comments_stay(tmp_path: Path) -> None:
    path = tmp_path / "taxonomy.toml"
    path.write_text("# Ours, since March.\n", encoding="utf-8")
    done = CliRunner(env={"DATELINE_DATA_DIR": str(tmp_path)}).invoke(
        app, ["adopt", "puffin cull", "--as", "puffins", "--parent", "wildlife"]
    )
    assert done.exit_code == 0, done.output
    assert "`dateline run` tags the stored articles with it" in done.output
    assert path.read_text(encoding="utf-8").startswith("# Ours, since March.\n\n[[issue]]\n")
    (entry,) = (entry for entry in taxonomy_in(path).entries if entry.issue_id == "puffins")
    assert (entry.name, entry.parent_id) == ("Puffin cull", "wildlife")


def test_a_phrase_of_another_issue_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    done = CliRunner(env={"DATELINE_DATA_DIR": str(tmp_path)}).invoke(
        app, ["adopt", "tariffs", "--as", "border-taxes"]
    )
    assert '"tariffs" already shows the issue "tariffs"' in str(done.exception)
    assert list(tmp_path.iterdir()) == []
