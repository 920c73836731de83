"""Where quotation marks open and close, and that hostile text costs no more than its length."""

from __future__ import annotations

import pytest

from flows.quotes.marks import runs_of
from flows.text.blocks import blocks_of


def inside(body: str) -> list[str]:
    return [body[run.start : run.end] for run in runs_of(body, blocks_of(body))]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("“Go,” he said.", ["Go"]),
        ('"Go," he said. "Now."', ["Go", "Now."]),
        ("''Go,'' he said.", ["Go"]),
        ("``Go,'' he said.", ["Go"]),
        ("‘Go,’ he said.", ["Go"]),
        ("'Go home now,' he said.", ["Go home now"]),
        ("„Geh“ is German for go.", ["Geh"]),
        ("«Go», he said.", ["Go"]),
        ("“He said ‘go’ twice,” she said.", ["He said ‘go’ twice"]),
        ("It’s the ’90s and the dogs’ bowl.", []),
        ("Rock ’n’ roll is ‘dead’.", ["dead"]),
        ('A 6" pipe and a 9" pipe.', []),
        ('<tweet id="12"> "Go" he said', ["Go"]),
        ("“One.\n“Two.”", ["One.", "Two."]),
        ("“One.\nTwo.", ["One."]),
        ("One.”\n“Two.”", ["Two."]),
        ("“One, “two,” he said.", ["One", "two"]),
        # A closing mark that lost its other half, and nested marks that did not.
        ("“One.’ He left. “Two,” he said.", ["One.", "Two"]),
        ("“One.’ He left.", ["One."]),
        ("“He said ‘one.’ Then two.", ["He said ‘one.’ Then two."]),
        ("“”", []),
        ("“", []),
    ],
)
def test_marks_enclose(body: str, expected: list[str]) -> None:
    assert inside(body) == expected


def test_reopened_mark_goes_on_with_the_paragraph_before() -> None:
    body = "“One.\n“Two.”\n“Three.”"
    assert [run.continues for run in runs_of(body, blocks_of(body))] == [False, True, False]


def test_comma_inside_the_mark_ends_a_clause() -> None:
    body = "“Go,” he said, of the “big” one."
    assert [run.ends_clause for run in runs_of(body, blocks_of(body))] == [True, False]
