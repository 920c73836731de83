"""Predict on the development sets, run the kit's own scorer, and print it beside the peers."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console

from tests.kits.aims import AIMS, aims_table
from tests.kits.conventions import conventions_table
from tests.kits.lines import Line, is_gzip, read_bytes, read_lines, write_lines
from tests.kits.peers import KITS, Kit, table_of
from tests.kits.pooled import TRAFILATURA, pages_of, trafilatura_pages
from tests.kits.predict import predict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.table import Table

KITS_DIR = (Path(__file__).resolve().parents[3] / "shared" / "kits").resolve()


def score(
    kind: str, sets: Sequence[Path], *, options: Sequence[str] | None, processes: int
) -> None:
    """Print one table for each set, or the scorer's own report where it is given options."""
    kit = KITS[kind]
    console = Console(width=None if sys.stdout.isatty() else 140)
    ours: dict[tuple[str, str], str] = {}
    pages: list[Line] = []
    for gold in sets or [KITS_DIR / name for name in kit.sets]:
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            predictions = folder / "predictions.jsonl"
            began = time.perf_counter()
            count = predict(kind, gold, predictions, processes=processes)
            seconds = time.perf_counter() - began
            if options is not None:
                console.out(_report(kind, gold, predictions, options))
            else:
                name, figures = _name_of(gold), _figures(kind, gold, predictions)
                headings = (measure.heading for measure in kit.measures)
                ours |= {(name, one): found for one, found in zip(headings, figures, strict=True)}
                console.print(table_of(kit, name, figures))
                if kind == "cases":
                    console.print(conventions_table(read_lines(gold), read_lines(predictions)))
            if kind == "articles":
                pages += read_lines(predictions)
            console.print(f"{count} predictions in {seconds:.1f} s\n", highlight=False)
    if kind == "articles" and not sets and options is None:
        console.print(_pooled_table(kit, pages, processes))
    if ours and kind in AIMS:
        console.print(aims_table(kind, ours))


def _pooled_table(kit: Kit, ours: list[Line], processes: int) -> Table:
    """Return the figures on the pages of all sets together, of ours and of bare trafilatura."""
    golds = [KITS_DIR / name for name in kit.sets]
    theirs = [line for gold in golds for line in trafilatura_pages(gold, processes)]
    with tempfile.TemporaryDirectory() as name:
        gold, predictions = Path(name) / "gold.jsonl", Path(name) / "predictions.jsonl"
        write_lines(gold, [row for path in golds for row in pages_of(path)])
        figures: list[tuple[str, ...]] = []
        for lines in (ours, theirs):
            write_lines(predictions, [line for line in lines if "id" in line])
            figures.append(_figures("articles", gold, predictions))
    table = table_of(kit, "all pages: news + meta + web", figures[0])
    table.add_row(TRAFILATURA, *figures[1])
    return table


def _figures(kind: str, gold: Path, predictions: Path) -> tuple[str, ...]:
    result = _result(kind, gold, predictions)
    return tuple(_figure(result, measure.path) for measure in KITS[kind].measures)


def _result(kind: str, gold: Path, predictions: Path) -> Line:
    """Return the scorer's JSON: printed, except by the scorer of articles, which files it."""
    if kind != "articles":
        options = ["--json"] if kind == "quotes" else []
        return json.loads(_report(kind, gold, predictions, options))
    target = predictions.with_name("scores.json")
    _report(kind, gold, predictions, ["--json", str(target)])
    return json.loads(target.read_text(encoding="utf-8"))


def _report(kind: str, gold: Path, predictions: Path, options: Sequence[str]) -> str:
    """Return what the kit's scorer prints. Raises CalledProcessError where it fails."""
    kit = KITS[kind]
    command = [
        sys.executable,
        str(KITS_DIR / kit.scorer),
        *kit.mode,
        str(_unpacked(kit, gold, predictions.parent)),
        str(predictions),
        *options,
    ]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603 # our interpreter, the kit's scorer


def _unpacked(kit: Kit, gold: Path, folder: Path) -> Path:
    """Return a plain copy of a gzipped set; only the scorer of quotes unpacks by itself."""
    if not is_gzip(gold) or "quotes" in kit.scorer:
        return gold
    plain = folder / gold.stem
    plain.write_bytes(read_bytes(gold))
    return plain


def _figure(result: Line, path: Sequence[str]) -> str:
    value: Any = result
    for key in path:
        if key not in value:
            return ""
        value = value[key]
    if value is None:
        return ""
    return f"{value:.3f}" if path[-1] == "value" else f"{value:.1f}"


def _name_of(gold: Path) -> str:
    """Return the name below the kits' folder, by which the peers' figures are filed."""
    path = gold.resolve()
    return str(path.relative_to(KITS_DIR)) if path.is_relative_to(KITS_DIR) else str(gold)
