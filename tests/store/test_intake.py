from __future__ import annotations

import os
from pathlib import Path

import pytest

from flows.store.files import SHA256_OF_NOTHING, Obstacle, find_files, sha256_of
from flows.store.intake import Intake, intake_of
from flows.store.warehouse import FileOutcome, LedgerEntry


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def entry(path: Path, outcome: FileOutcome, *, name: str | None = None) -> LedgerEntry:
    state = path.stat()
    return LedgerEntry(
        source_file=name or f"inbox/{path.name}",
        file_sha256=sha256_of(path),
        size_bytes=state.st_size,
        modified_ns=state.st_mtime_ns,
        outcome=outcome,
    )


def look(folder: Path, *ledger: LedgerEntry) -> Intake:
    return intake_of(find_files([folder]), ledger, inbox=folder.parent / "inbox")


def test_a_file_that_the_ledger_does_not_know_is_new(tmp_path: Path) -> None:
    write(tmp_path / "inbox", "a.txt", "words")
    intake = look(tmp_path / "inbox")
    assert [new.file.name for new in intake.new] == ["inbox/a.txt"]
    assert intake.has_work


def test_a_file_that_was_touched_but_says_the_same_is_unchanged(tmp_path: Path) -> None:
    path = write(tmp_path / "inbox", "a.txt", "words")
    known = entry(path, "loaded")
    os.utime(path, (0, 0))
    intake = look(tmp_path / "inbox", known)
    assert [file.name for file in intake.unchanged] == ["inbox/a.txt"]
    assert not intake.has_work


def test_a_file_with_other_words_under_its_old_name_is_new(tmp_path: Path) -> None:
    path = write(tmp_path / "inbox", "a.txt", "words")
    known = entry(path, "loaded")
    write(tmp_path / "inbox", "a.txt", "other words")
    assert [new.file.name for new in look(tmp_path / "inbox", known).new] == ["inbox/a.txt"]


def test_loaded_content_under_another_name_is_a_duplicate(tmp_path: Path) -> None:
    path = write(tmp_path / "inbox", "copy.txt", "words")
    intake = look(tmp_path / "inbox", entry(path, "loaded", name="inbox/a.txt"))
    assert [copy.file.name for copy in intake.duplicates] == ["inbox/copy.txt"]


def test_rejected_content_under_another_name_is_tried_again(tmp_path: Path) -> None:
    path = write(tmp_path / "inbox", "copy.txt", "words")
    intake = look(tmp_path / "inbox", entry(path, "rejected", name="inbox/a.txt"))
    assert [new.file.name for new in intake.new] == ["inbox/copy.txt"]


def test_a_rejected_file_that_lies_in_the_inbox_again_is_tried_again(tmp_path: Path) -> None:
    path = write(tmp_path / "inbox", "a.txt", "words")
    intake = look(tmp_path / "inbox", entry(path, "rejected"))
    assert [new.file.name for new in intake.new] == ["inbox/a.txt"]


def test_a_rejected_file_in_somebody_elses_folder_is_left_in_peace(tmp_path: Path) -> None:
    path = write(tmp_path / "archive", "a.txt", "words")
    intake = look(tmp_path / "archive", entry(path, "rejected", name="archive/a.txt"))
    assert [file.name for file in intake.unchanged] == ["archive/a.txt"]
    assert not intake.has_work


def test_a_link_is_blocked_once_and_then_unchanged(tmp_path: Path) -> None:
    target = write(tmp_path, "a.txt", "words")
    link = tmp_path / "inbox" / "link.txt"
    link.parent.mkdir()
    link.symlink_to(target)
    intake = look(tmp_path / "inbox")
    assert [file.name for file in intake.blocked] == ["inbox/link.txt"]
    assert intake.has_work
    state = link.lstat()
    told = LedgerEntry("inbox/link.txt", "0" * 64, state.st_size, state.st_mtime_ns, "rejected")
    intake = look(tmp_path / "inbox", told)
    assert [file.name for file in intake.unchanged] == ["inbox/link.txt"]
    assert not intake.has_work


def forbid(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no file be opened; root, who may run the tests, can open any."""

    def refuse(path: Path) -> str:
        raise PermissionError(str(path))

    monkeypatch.setattr("flows.store.intake.sha256_of", refuse)


def test_a_file_that_cannot_be_opened_is_blocked_once_and_then_unchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "inbox", "a.txt", "words")
    forbid(monkeypatch)
    (blocked,) = look(tmp_path / "inbox").blocked
    assert (blocked.name, blocked.obstacle) == ("inbox/a.txt", Obstacle.CLOSED)
    state = path.stat()
    told = LedgerEntry("inbox/a.txt", SHA256_OF_NOTHING, 5, state.st_mtime_ns, "rejected")
    intake = look(tmp_path / "inbox", told)
    assert [file.name for file in intake.unchanged] == ["inbox/a.txt"]
    assert not intake.has_work


def test_a_file_that_can_be_opened_by_now_is_new_wherever_it_lies(tmp_path: Path) -> None:
    path = write(tmp_path / "archive", "a.txt", "words")
    state = path.stat()
    told = LedgerEntry("archive/a.txt", SHA256_OF_NOTHING, 5, state.st_mtime_ns, "rejected")
    assert [new.file.name for new in look(tmp_path / "archive", told).new] == ["archive/a.txt"]


def test_a_file_that_was_taken_away_is_nothing(tmp_path: Path) -> None:
    path = write(tmp_path / "inbox", "a.txt", "words")
    found = find_files([tmp_path / "inbox"])
    path.unlink()
    assert not intake_of(found, (), inbox=tmp_path / "inbox").has_work
