"""Sentences of the news, each with every time that it names, by genre.

`[three years ago=2023]` marks the words and their TIMEX3 value, with SET before the value of a
set. A line after "! " is one that is known to be misread.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from flows.deadlines.expressions import expressions_of
from flows.deadlines.reading import TimexType

GENRES = sorted((Path(__file__).parent / "prose").glob("*.txt"))
_MARKED = re.compile(r"\[([^\[\]=]+)=([^\[\]]+)\]")


def sentences() -> list[object]:
    return [
        pytest.param(
            anchor,
            line.removeprefix("! "),
            marks=[pytest.mark.xfail(reason="known to be misread")] if line[0] == "!" else [],
        )
        for path in GENRES
        for anchor, *lines in [path.read_text(encoding="utf-8").splitlines()]
        for line in lines
    ]


@pytest.mark.parametrize(("anchor", "marked"), sentences())
def test_sentence(anchor: str, marked: str) -> None:
    text = _MARKED.sub(r"\1", marked)
    found = [
        tag
        for one in expressions_of(text, date.fromisoformat(anchor.removeprefix("# anchor ")))
        for tag in one.ends or (one,)
    ]
    shown, end = "", 0
    for tag in found:
        value = f"SET {tag.value}" if tag.timex_type is TimexType.SET else tag.value
        shown += f"{text[end : tag.start]}[{text[tag.start : tag.end]}={value}]"
        end = tag.end
    assert shown + text[end:] == marked
