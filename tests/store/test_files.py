from __future__ import annotations

import os
from pathlib import Path

import pytest

from flows.errors import SettingsError, WarehouseError
from flows.store.files import (
    Obstacle,
    clear_from_inbox,
    find_files,
    keep_in_quarantine,
    run_lock,
    sha256_of,
)


def write(path: Path, text: str = "words") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names_in(*paths: Path) -> list[str]:
    return [file.name for file in find_files(paths)]


def test_files_below_a_folder_are_named_from_the_folder_on(tmp_path: Path) -> None:
    write(tmp_path / "inbox" / "b.txt")
    write(tmp_path / "inbox" / "monday" / "a.txt")
    assert names_in(tmp_path / "inbox") == ["inbox/b.txt", "inbox/monday/a.txt"]


def test_one_file_is_named_by_its_own_name(tmp_path: Path) -> None:
    assert names_in(write(tmp_path / "a.txt")) == ["a.txt"]


def test_hidden_and_unfinished_files_wait(tmp_path: Path) -> None:
    for name in (".hidden", "half.part", "half.TMP", ".git/config", "page.crdownload"):
        write(tmp_path / "inbox" / name)
    write(tmp_path / "inbox" / "whole.txt")
    assert names_in(tmp_path / "inbox") == ["inbox/whole.txt"]


def test_a_link_out_of_the_inbox_is_not_followed(tmp_path: Path) -> None:
    secret = write(tmp_path / "secret.txt")
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "link.txt").symlink_to(secret)
    (tmp_path / "inbox" / "folder").symlink_to(tmp_path)
    assert [(file.name, file.obstacle) for file in find_files([tmp_path / "inbox"])] == [
        ("inbox/folder", Obstacle.LINK),
        ("inbox/link.txt", Obstacle.LINK),
    ]


def test_a_link_that_is_given_by_name_is_followed(tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(write(tmp_path / "words.txt", "words"))
    (found,) = find_files([link])
    assert (found.size_bytes, found.obstacle) == (5, None)


def test_a_pipe_is_found_as_no_plain_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (found,) = find_files([tmp_path])
    assert found.obstacle is Obstacle.NO_PLAIN_FILE


def test_a_path_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="nowhere does not exist"):
        find_files([tmp_path / "nowhere"])


def test_quarantine_keeps_a_copy_that_no_other_content_can_replace(tmp_path: Path) -> None:
    first = write(tmp_path / "one" / "a.txt", "one")
    second = write(tmp_path / "two" / "a.txt", "two")
    kept = [
        keep_in_quarantine(path, tmp_path / "quarantine", sha256_of(path))
        for path in (first, second, first)
    ]
    assert kept == ["7692c3ad3540-a.txt", "3fc4ccfe7458-a.txt", "7692c3ad3540-a.txt"]
    assert (tmp_path / "quarantine" / kept[0]).read_text(encoding="utf-8") == "one"


def test_only_the_inbox_is_cleared(tmp_path: Path) -> None:
    inside = write(tmp_path / "inbox" / "a.txt")
    outside = write(tmp_path / "archive" / "a.txt")
    clear_from_inbox(inside, tmp_path / "inbox")
    clear_from_inbox(outside, tmp_path / "inbox")
    assert not inside.exists()
    assert outside.exists()


def test_a_second_run_that_waits_too_long_says_so(tmp_path: Path) -> None:
    import subprocess  # noqa: PLC0415
    import sys  # noqa: PLC0415

    second = (
        "import sys, pathlib; from flows.store.files import run_lock\n"
        "with run_lock(pathlib.Path(sys.argv[1]), 0.1): pass"
    )
    with run_lock(tmp_path, 1):
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-c", second, str(tmp_path)],
            capture_output=True,
            text=True,
            check=False,
        )
    assert WarehouseError.__name__ in done.stderr
    assert "Another run has held" in done.stderr


def test_a_name_that_is_no_utf_8_is_written_with_escapes(tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt"))).write_text("words")
    (found,) = find_files([folder])
    assert found.name == "inbox/caf\\xe9.txt"
    assert keep_in_quarantine(found.path, tmp_path / "quarantine", "f" * 64) == (
        "ffffffffffff-caf\\xe9.txt"
    )
