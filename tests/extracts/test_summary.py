"""The Markdown summary fits a screen, and text from articles stays text in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from flows.extracts.extract import Briefing, Cell
from flows.extracts.summary import briefing_markdown
from tests.extracts.invented_day import BRIEFING


def with_cells(name: str, **cells: Cell) -> Briefing:
    table = BRIEFING.extracts[name]
    rows = tuple(tuple((record | cells).values()) for record in table.records())
    return replace(BRIEFING, extracts={**BRIEFING.extracts, name: replace(table, rows=rows)})


def test_the_summary_of_the_invented_morning() -> None:
    assert briefing_markdown(BRIEFING) == (
        """\
# Thursday, 5 March 2026

**3** articles, **3** outlets, **4** quotes, **2** named speakers, **4** deadlines, \
**1** contradiction, **1** rejected file

## What changed

- **corrected**: Grid operator books a vote on winter prices (revision 1 → revision 2)
- **due today**: vote on the winter price cap
- **moved**: interim pay pact expires (15 Mar 2026 → 31 Mar 2026)
- **hardened**: Voltverk: Battery levy (request → threat)
- **passed**: harbour council meets

## What falls due

| due | in | event | certainty |
|---|---|---|---|
| 5 Mar 2026 | today | vote on the winter price cap | firm |
| 16 Mar 2026 | in 11 days | drivers walk out | threatened |
| 31 Mar 2026 | in 26 days | interim pay pact expires | firm, sources disagree |
| Q2 2026 | in 27 days | battery levy takes effect | expected |

## Where the sources contradict each other

- interim pay pact expires: 15 Mar 2026 (The Ledger) or 31 Mar 2026 (Sound Courier)

## Issues

1. Battery levy, 14 mentions: “We would close two lines within a year”, Per Lind
2. Working hours, 9 mentions
3. Energy prices, 3 mentions
"""
    )


def test_an_empty_day_is_its_headline_and_a_line() -> None:
    empty = {name: replace(table, rows=()) for name, table in BRIEFING.extracts.items()}
    assert briefing_markdown(replace(BRIEFING, extracts=empty)) == (
        "# Thursday, 5 March 2026\n\nNothing was published.\n"
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
        ("[click](javascript:alert(1))", r"\[click\](javascript:alert(1))"),
        ("a | b\n| c", r"a \| b \| c"),
        ("# not *a* heading", r"\# not \*a\* heading"),
        ("x" * 1_000, "x" * 159 + "…"),
        ("a\u202eb", "a�b"),
    ],
)
def test_hostile_text_is_only_ever_text(text: str, line: str) -> None:
    summary = briefing_markdown(with_cells("deadlines", event=text))
    assert f"| 5 Mar 2026 | today | {line} | firm |" in summary.splitlines()


def test_a_long_list_is_cut_to_a_screen() -> None:
    table = BRIEFING.extracts["changes"]
    long = {**BRIEFING.extracts, "changes": replace(table, rows=table.rows * 10)}
    summary = briefing_markdown(replace(BRIEFING, extracts=long))
    assert summary.count("- **") == 8
