"""The precision of positions on real news; see `tests/kits/judged.py`.

python -m tests.positions.reading [SOURCE DRAW | changed]
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from flows.positions.find import positions_of
from flows.rows import stable_id
from tests.kits.judged import Reading, Row, in_its_sentence
from tests.kits.texts import Draws

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.kits.texts import Text


def rows_of(text: Text) -> Iterator[Row]:
    """Yield the positions of one article: one of another actor is another row."""
    for found in positions_of(text.body, text.blocks, (), text.day):
        kind = (found.actor, found.position_type.value, found.start, found.end, found.voice)
        voice = f" · voice {found.voice}" if found.voice else ""
        of = " · condition" if found.condition_of is not None else ""
        stand = f"{found.actor} · {found.position_type}{voice}{of} · {found.rule}"
        sentence = in_its_sentence(text, found.start, found.end)
        row_id = stable_id("j", text.name, *kind)
        yield Row({"row": row_id}, f"{text.name}\n  {stand}\n  {sentence}")


READING = Reading(
    Path(__file__).with_name("judged.csv"),
    Draws(
        seed=6,
        sizes={
            "politics": (100,),
            "unseen": (42,),
            "world": (40,),
            "wires": (60,),
            "pages": (60,),
            "wiki": (60,),
        },
    ),
    rows_of,
)

if __name__ == "__main__":
    sys.exit(READING.main())
