"""Each file in `expressions` is one family of date phrases with a near miss."""

from __future__ import annotations

import doctest
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from flows.deadlines import expressions
from flows.deadlines.expressions import Expression, expressions_of

CASES = sorted((Path(__file__).parent / "expressions").glob("*.toml"))


def shown(text: str, expression: Expression) -> dict[str, Any]:
    row: dict[str, Any] = {
        "words": text[expression.start : expression.end],
        "type": str(expression.timex_type),
        "value": expression.value,
    }
    if expression.first is not None:
        row |= {"first": expression.first, "last": expression.last}
    return row


@pytest.mark.parametrize("part", ["case", "near_miss"])
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_expression(path: Path, part: str) -> None:
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    told = case if part == "case" else case["near_miss"]
    text, expected = told["text"], told.get("expressions", [])
    found = [shown(text, one) for one in expressions_of(text, case["anchor"])]
    assert found == expected, told["why"]


def test_country_of_the_outlet_decides_between_day_and_month() -> None:
    (british,) = expressions_of("Due 3/4/2026.", date(2026, 3, 1), day_first=True)
    (american,) = expressions_of("Due 3/4/2026.", date(2026, 3, 1), day_first=False)
    assert (british.value, american.value) == ("2026-04-03", "2026-03-04")


def test_example_of_the_docstring_runs() -> None:
    assert doctest.testmod(expressions) == doctest.TestResults(failed=0, attempted=2)
