"""The briefing in short, as Markdown: for a terminal, a chat or a run's artifact."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from flows.extracts import dates
from flows.extracts.characters import displayable
from flows.extracts.extract import Briefing
from flows.extracts.sections import counts_of, rows_for_readers
from flows.extracts.titles import title_of

# The summary fits on one screen; the page and the CSVs have the rest.
ROWS_SHOWN = 8

SECTIONS = ("changes", "deadlines", "conflicts", "issues")

# What Markdown or HTML would take for its own; and a table cell ends at a line break.
MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&!]")
WHITE_SPACE = re.compile(r"\s+")

LABEL_CHARS_MAX = 160


def briefing_markdown(briefing: Briefing) -> str:
    """Return the day's counts, changes, deadlines, contradictions and issues in Markdown."""
    summary = _template().render(
        day=briefing.day,
        counts=counts_of(briefing),
        rows_shown=ROWS_SHOWN,
        time_left=dates.time_left,
        due_text=dates.due_text,
        long_day=dates.long_day,
        readable=dates.readable,
        title_of=title_of,
        **{name: rows_for_readers(briefing, name) for name in SECTIONS},
    )
    return summary.strip() + "\n"


@cache
def _template() -> Template:
    environment = Environment(  # noqa: S701 - Markdown; `finalize` escapes what that would read
        loader=PackageLoader("flows.extracts"),
        undefined=StrictUndefined,
        finalize=_plain,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("briefing.md.j2")


def _plain(value: object) -> object:
    """Return a value that Markdown prints as it stands, on one line and not too long."""
    if not isinstance(value, str):
        return value
    label = WHITE_SPACE.sub(" ", displayable(value[: 2 * LABEL_CHARS_MAX])).strip()
    if len(label) > LABEL_CHARS_MAX:
        label = label[: LABEL_CHARS_MAX - 1] + "…"
    return MARKUP.sub(r"\\\g<0>", label)
