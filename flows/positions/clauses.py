"""Where a statement ends, and the condition that hangs on it."""

from __future__ import annotations

import re
from typing import NamedTuple

from flows.records import Span

# What ties a stand to something that another must do.
_CONDITION = re.compile(
    r",?\s+(?:in exchange for|in return for|on (?:the )?condition that|provided(?: that)?"
    r"|as long as|so long as|(?:only )?if|unless)\s+",
    re.IGNORECASE,
)
# What follows these is no longer the statement.
_END = re.compile(
    r"\s*[;:—–(“”]|\s--|\s+-\s|,?\s+(?:because|while|when|although|though|but|amid|ahead of|after"
    r"|before|saying|citing|as (?:the|he|she|it|they))\b"
    r"|,\s+(?:and\s+(?:he|she|it|they)\b|a\s|an\s|the\s|which\b|who\b|according\b|one\b)",
    re.IGNORECASE,
)
_TRIM = " \t\n.,;:!?\"'”’"


class Statement(NamedTuple):
    """The words of a stand, and of its condition."""

    span: Span
    condition: Span | None


def statement_within(text: str, start: int, end: int) -> Statement | None:
    """Return the statement that begins at `start` and ends by `end`; None if it is empty.

    "reduced tariffs in exchange for action on fentanyl" is a statement and its condition.
    """
    stop = _END.search(text, start, end)
    if stop is not None:
        end = stop.start()
    joint = _CONDITION.search(text, start, end)
    span = trimmed(text, start, end if joint is None else joint.start())
    if span is None:
        return None
    return Statement(span, None if joint is None else trimmed(text, joint.end(), end))


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span without space and stops at its ends; None if nothing is left."""
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return Span(start, end) if start < end else None
