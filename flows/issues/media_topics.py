"""The IPTC Media Topics: standard codes and names for what news is about.

`media_topics.csv` holds codes and names, © IPTC, https://iptc.org, under CC BY 4.0.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("media_topics.csv")


@dataclass(frozen=True, slots=True)
class MediaTopic:
    """One concept; `subject_codes` are its numbers in the older IPTC Subject Codes."""

    code: str
    name: str
    parent_code: str | None
    subject_codes: tuple[str, ...]


@cache
def media_topics() -> dict[str, MediaTopic]:
    """Return every Media Topic in use by its code ("medtop:20000384")."""
    with _FILE.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        return {row["code"]: _topic(row) for row in rows}


def _topic(row: dict[str, str]) -> MediaTopic:
    subject_codes = tuple(row["subject_codes"].split())
    return MediaTopic(row["code"], row["name"], row["parent_code"] or None, subject_codes)
