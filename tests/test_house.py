"""The house keeps its own rules: imports run downward, and the README tells the truth."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
README = (PROJECT / "README.md").read_text(encoding="utf-8")


def test_imports_run_downward_only() -> None:
    done = subprocess.run(  # noqa: S603 # our own linter
        [Path(sys.executable).with_name("lint-imports"), "--no-logo"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def paths_in_the_readme() -> list[str]:
    table = README.split("## Where is …?")[1].split("\n## ")[0]
    return re.findall(r"`((?:flows|sql|data|tests|\.ci)/[\w./*-]*)`", table)


@pytest.mark.parametrize("path", paths_in_the_readme())
def test_every_place_that_the_readme_names_exists(path: str) -> None:
    assert list(PROJECT.glob(path.rstrip("/")))


def test_every_package_of_findings_is_in_the_readme() -> None:
    named = " ".join(paths_in_the_readme())
    packages = sorted(path.parent.name for path in PROJECT.glob("flows/*/__init__.py"))
    assert [package for package in packages if f"flows/{package}/" not in named] == []


def test_ci_runs_the_command_of_the_readme() -> None:
    (command,) = re.findall(r"^python3 -m venv .*pytest\b.*$", README, re.MULTILINE)
    script = (PROJECT / ".ci" / "run").read_text(encoding="utf-8")
    assert command in script.splitlines()
