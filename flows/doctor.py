"""What may be wrong with an installation, and how to mend it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from packaging.requirements import Requirement

from flows.errors import DatelineError
from flows.settings import SQL_DIR, Settings
from flows.store.queries import ask
from flows.store.warehouse import open_warehouse

# The warehouse, its snapshot and a second one while it is built; less than this is a risk.
LEAST_FREE_MB = 500
_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; `finding` says what is there or what to do."""

    name: str
    is_good: bool
    finding: str


def checks_of(settings: Settings) -> Iterator[Check]:
    """Yield what was found, from the ground up."""
    checks: tuple[Callable[[Settings], Check], ...] = (
        _python,
        _packages,
        _sql_models,
        _data_folder,
        _free_space,
        _inbox,
        _warehouse,
        _snapshot,
    )
    for check in checks:
        yield check(settings)


def _python(_: Settings) -> Check:
    found = ".".join(map(str, sys.version_info[:3]))
    return Check("Python", is_good=True, finding=f"{found} at {sys.executable}")


def _packages(_: Settings) -> Check:
    wrong: list[str] = []
    wanted = [Requirement(line) for line in requires("dateline") or []]
    for requirement in wanted:
        if requirement.marker is not None and not requirement.marker.evaluate({"extra": ""}):
            continue
        try:
            found = version(requirement.name)
        except PackageNotFoundError:
            found = "nothing"
        if not requirement.specifier.contains(found, prereleases=True):
            wrong.append(f"{requirement} is needed, {found} is installed")
    finding = "; ".join(wrong) + ". Run: pip install -e ." if wrong else "all as required"
    return Check("packages", is_good=not wrong, finding=finding)


def _sql_models(_: Settings) -> Check:
    is_there = (SQL_DIR / "dbt_project.yml").exists()
    finding = str(SQL_DIR)
    if not is_there:
        finding = f"{SQL_DIR} has no dbt_project.yml. Install from a clone: pip install -e ."
    return Check("SQL models", is_there, finding)


def _data_folder(settings: Settings) -> Check:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    is_writable = os.access(settings.data_dir, os.W_OK)
    finding = str(settings.data_dir)
    if not is_writable:
        finding += " cannot be written. Change its owner, or set DATELINE_DATA_DIR."
    return Check("data folder", is_writable, finding)


def _free_space(settings: Settings) -> Check:
    free_mb = shutil.disk_usage(settings.data_dir).free // _MEBIBYTE
    is_enough = free_mb >= LEAST_FREE_MB
    finding = f"{free_mb:,} MB free"
    if not is_enough:
        finding += f"; keep at least {LEAST_FREE_MB} MB, or set DATELINE_DATA_DIR to another disk."
    return Check("disk", is_enough, finding)


def _inbox(settings: Settings) -> Check:
    settings.inbox.mkdir(parents=True, exist_ok=True)
    files = sum(1 for path in settings.inbox.rglob("*") if path.is_file())
    return Check("inbox", is_good=True, finding=f"{files} files in {settings.inbox}")


def _warehouse(settings: Settings) -> Check:
    if not settings.warehouse.exists():
        return Check("warehouse", is_good=True, finding="none yet; `dateline run` makes it")
    return _opened("warehouse", settings.warehouse, lambda: _files_in(settings.warehouse))


def _files_in(warehouse: Path) -> int:
    with open_warehouse(warehouse) as opened:
        return len(opened.ledger())


def _snapshot(settings: Settings) -> Check:
    if not settings.snapshot.exists():
        return Check("snapshot", is_good=True, finding="none yet; `dateline run` makes it")
    return _opened("snapshot", settings.snapshot, lambda: _articles_in(settings.snapshot))


def _articles_in(snapshot: Path) -> int:
    ((count,),) = ask(snapshot, "select count(*) from articles").rows
    return int(str(count))


def _opened(name: str, path: Path, count: Callable[[], int]) -> Check:
    try:
        rows = count()
    except DatelineError as error:
        return Check(name, is_good=False, finding=str(error))
    what = "files" if name == "warehouse" else "articles"
    return Check(name, is_good=True, finding=f"{rows:,} {what} in {path}")
