"""The precision of matched issues on real news; see `tests/kits/judged.py`.

    python -m tests.issues.reading [SOURCE DRAW | changed]

A row is right if its words mean the issue there, be the article about it or not.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from flows.issues.find import default_tagger
from flows.rows import stable_id
from tests.kits.judged import Reading, Row
from tests.kits.texts import Draws

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.records import Issue
    from tests.kits.texts import Text

_SHOWN = 3
_CONTEXT_CHARS = 45
# An issue whose weight is at least this is one that its article is listed under.
TOP_SALIENCE = 0.3


def rows_of(text: Text) -> Iterator[Row]:
    """Yield the issues of one article, with the weightier ones counted once more by themselves."""
    for issue in default_tagger().issues_of("", text.body, text.blocks, ()):
        row_id = stable_id("k", text.name, issue.issue_id)
        ids = {"every issue": row_id}
        if issue.salience >= TOP_SALIENCE:
            ids["a weightier one"] = row_id
        weight = f"{issue.salience:.2f} · {issue.mentions}x"
        head = f"{text.name[:40]} · {issue.issue_id} · {weight}"
        yield Row(ids, f"{head}\n  {_places(text, issue)}")


def _places(text: Text, issue: Issue) -> str:
    """Return the first places that show the issue, with what stands around them."""
    body = text.body
    told = (
        f"…{body[max(0, start - _CONTEXT_CHARS) : start]}[[{body[start:end]}]]"
        f"{body[end : end + _CONTEXT_CHARS]}…"
        for start, end in issue.spans[:_SHOWN]
    )
    return " ".join(" ".join(told).split())


READING = Reading(
    Path(__file__).with_name("judged.csv"),
    Draws(seed=60, sizes={"politics": (20,), "world": (20,)}),
    rows_of,
)

if __name__ == "__main__":
    sys.exit(READING.main())
