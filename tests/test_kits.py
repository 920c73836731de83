"""The door to the labelled kits, tried on tiny invented inputs in the kits' formats."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kits.conventions import conventions_table
from tests.kits.lines import Line, read_lines, write_lines
from tests.kits.peers import KITS, table_of
from tests.kits.predict import predict
from tests.kits.score import KITS_DIR

TEXT = "Ada Pell said the bridge is safe. “It will hold,” she said."
PAGE = """<html><head><title>Bridge is safe</title>
<meta property="article:published_time" content="2026-03-02T08:30:00Z"></head>
<body><article><h1>Bridge is safe</h1><p>The old bridge at Moorgate is safe, an engineer said.</p>
<p>She had looked at every bolt of it, and she found no crack in any of them.</p>
</article></body></html>"""
NEWS = {
    "headline": "Tram line opens",
    "datePublished": "2026-03-02",
    "articleBody": "The new tram line opened on Monday, the mayor said. Rides are free till May.",
}


def predicted(kind: str, rows: list[Line], folder: Path, *, processes: int = 1) -> list[Line]:
    source, target = folder / "rows.jsonl", folder / "predictions.jsonl"
    write_lines(source, rows)
    predict(kind, source, target, processes=processes)
    return read_lines(target)


def test_quotes_are_spans_of_the_rows_text(tmp_path: Path) -> None:
    (line,) = predicted("quotes", [{"id": "a", "text": TEXT}], tmp_path)
    assert line["id"] == "a"
    assert "It will hold" in [TEXT[q["start"] : q["end"]].rstrip(",") for q in line["quotes"]]
    assert {"Ada Pell"} == {quote["speaker_name"] for quote in line["quotes"]}


def test_expressions_have_a_type_and_a_value(tmp_path: Path) -> None:
    row = {"id": "a", "text": "They met on 2 March 2026.", "published": "2026-03-03"}
    (line,) = predicted("timex", [row], tmp_path)
    assert line == {
        "id": "a",
        "timexes": [{"start": 12, "end": 24, "type": "DATE", "value": "2026-03-02"}],
    }


def test_each_end_of_a_range_is_a_tag(tmp_path: Path) -> None:
    row = {"id": "a", "text": "From 2014 to May 2018.", "published": "2026-03-03"}
    (line,) = predicted("timex", [row], tmp_path)
    assert [timex["value"] for timex in line["timexes"]] == ["2014", "2018-05"]


@pytest.mark.parametrize(
    ("text", "theirs", "why"),
    [
        ("from May to June", ("2026-05-01", "2026-06-30"), "exact"),
        ("from May to June", ("2026-05-01", "2026-05-31"), "the last end of a range is left out"),
        ("from May to June", ("2026-05-02", "2026-06-30"), "wrong"),
        ("ugadi 2026", ("2026-03-19", "2026-03-19"), "feasts from tables, names in small letters"),
        ("May 2026", ("2026-03-19", "2026-03-19"), "wrong"),
    ],
)
def test_a_difference_is_on_purpose_only_by_a_rule(
    text: str, theirs: tuple[str, str], why: str, tmp_path: Path
) -> None:
    expected = dict(zip(("date_start", "date_end"), theirs, strict=True))
    row = {
        "id": "a",
        "text": text,
        "reference": "2026-03-03",
        "expected": [{"text": text, "start": 0, "end": len(text), **expected}],
    }
    table = conventions_table([row], predicted("cases", [row], tmp_path))
    names, counts = (list(column.cells) for column in table.columns[:2])
    assert counts[[str(name).strip() for name in names].index(why)] == "1"


def test_cases_have_first_and_last_days(tmp_path: Path) -> None:
    row = {"id": "a", "text": "It opens in June 2026.", "reference": "2026-03-03T00:00:00"}
    (line,) = predicted("cases", [row], tmp_path)
    assert line == {
        "id": "a",
        "found": [{"start": 12, "end": 21, "date_start": "2026-06-01", "date_end": "2026-06-30"}],
    }


def test_deadlines_have_days_kind_and_head(tmp_path: Path) -> None:
    row = {"id": "a", "text": "The permit expires on March 10.", "published": "2026-03-02"}
    (line,) = predicted("deadlines", [row], tmp_path)
    (deadline,) = line["deadlines"]
    assert (deadline["date_start"], deadline["date_end"]) == ("2026-03-10", "2026-03-10")
    assert deadline["kind"] == "expiry"


def test_page_is_known_by_its_id_and_unpacked(tmp_path: Path) -> None:
    (tmp_path / "page.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    (line,) = predicted("articles", [{"id": "a", "html_path": "page.html.gz"}], tmp_path)
    assert (line["id"], line["title"]) == ("a", "Bridge is safe")
    assert line["published_at"] == "2026-03-02T08:30:00+00:00"


def test_container_is_known_by_its_path_and_read_once(tmp_path: Path) -> None:
    other = {**NEWS, "headline": "Tram line closes"}
    write_lines(tmp_path / "two.jsonl", [NEWS, other])
    rows = [{"id": "two#0", "path": "two.jsonl"}, {"id": "two#1", "path": "two.jsonl"}]
    lines = predicted("articles", rows, tmp_path)
    assert [(line["path"], line["title"]) for line in lines] == [
        ("two.jsonl", "Tram line opens"),
        ("two.jsonl", "Tram line closes"),
    ]
    assert {line["published_at"] for line in lines} == {"2026-03-02"}


def test_unreadable_file_gives_no_line(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert predicted("articles", [{"id": "a", "path": "empty.txt"}], tmp_path) == []


def test_two_processes_keep_the_order(tmp_path: Path) -> None:
    rows = [{"id": str(number), "text": TEXT} for number in range(20)]
    lines = predicted("quotes", rows, tmp_path, processes=2)
    assert [line["id"] for line in lines] == [row["id"] for row in rows]


def test_gzipped_input_and_output(tmp_path: Path) -> None:
    source, target = tmp_path / "rows.jsonl.gz", tmp_path / "predictions.jsonl.gz"
    write_lines(source, [{"id": "a", "text": TEXT}])
    predict("quotes", source, target, processes=1)
    assert gzip.decompress(target.read_bytes()).startswith(b'{"id": "a"')


def test_every_peer_has_a_figure_for_every_measure() -> None:
    for kit in KITS.values():
        for name in kit.sets:
            assert table_of(kit, name, ("1",) * len(kit.measures)).row_count >= 1
        for peers in kit.peers.values():
            assert {len(peer) for peer in peers} == {len(kit.measures) + 1}


def test_score_prints_our_row_from_the_kits_own_scorer(tmp_path: Path) -> None:
    if not KITS_DIR.is_dir():
        pytest.skip(f"the kits are not at {KITS_DIR}; they are no part of this repository")
    gold = tmp_path / "gold.jsonl"
    timexes = [{"start": 12, "end": 24, "type": "DATE", "value": "2026-03-02"}]
    row = {"text": "They met on 2 March 2026.", "published": "2026-03-01", "timexes": timexes}
    gold.write_text(json.dumps({"id": "a", **row}) + "\n")
    answer = subprocess.run(  # noqa: S603 # our own module
        [sys.executable, "-m", "tests.kits", "score", "timex", str(gold), "--processes", "1"],
        cwd=Path(__file__).resolve().parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    (ours,) = (line for line in answer.stdout.splitlines() if "dateline" in line)
    assert ours.split()[3::2] == ["100.0"] * 5
