"""The story of the samples, written out: what each day's briefing says of deadlines.

    python -m tests.samples.story DATA_DIR     writes it anew from a data folder of the samples

Read what it changed before you commit it.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from pathlib import Path

STORY = Path(__file__).with_name("story")
COLUMNS: tuple[str, ...] = ("change", "entity", "old_value", "new_value", "sentence", "exact")


def deadline_changes(rows: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    """Return what a briefing's changes.csv tells of deadlines, in its order."""
    return [
        {column: row[column] for column in COLUMNS}
        for row in rows
        if row["entity_type"] == "deadline"
    ]


def main() -> int:
    """Write the story anew."""
    for day in sorted((Path(sys.argv[1]) / "extracts").iterdir()):
        folder = STORY / day.name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "deadlines.ics").write_bytes((day / "deadlines.ics").read_bytes())
        with (day / "changes.csv").open(encoding="utf-8", newline="") as file:
            changes = deadline_changes(csv.DictReader(file))
        with (folder / "changes.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(changes)
    return 0


if __name__ == "__main__":
    sys.exit(main())
