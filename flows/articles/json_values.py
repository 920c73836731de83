"""The values of a JSON or JSON Lines file; a bad line costs only itself and is named."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.articles.rejections import Reason, unreadable

if TYPE_CHECKING:
    from flows.errors import UnreadableFileError

# Python's own reader gives up at about a thousand levels; no news format needs twenty.
DEEPEST_NESTING = 200
LONGEST_NUMBER_DIGITS = 18
MOST_DETAIL_CHARS = 200
_AROUND = "\ufeff\x00 \r\n\t"


@dataclass(frozen=True, slots=True)
class JsonValue:
    """One value and its place in the file, None for the file itself."""

    place: str | None
    value: object


@dataclass(frozen=True, slots=True)
class JsonValues:
    """The good values of a file, and the reason for each line that is none."""

    good: tuple[JsonValue, ...]
    problems: tuple[UnreadableFileError, ...] = ()


def json_values_of(text: str, name: str) -> JsonValues:
    """Return the values: one, or one a line.

    Raises UnreadableFileError where the file is neither JSON nor JSON Lines.
    """
    try:
        return JsonValues((JsonValue(None, _loaded(text)),))
    except RecursionError as problem:
        raise unreadable(name, Reason.TOO_DEEP, f"{DEEPEST_NESTING} levels") from problem
    except ValueError as problem:
        values = _values_of_lines(text, name)
        if not values.good:
            raise unreadable(name, Reason.BROKEN_JSON, _detail(problem)) from problem
        return values


def _values_of_lines(text: str, name: str) -> JsonValues:
    good: list[JsonValue] = []
    problems: list[UnreadableFileError] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip(_AROUND):
            continue
        try:
            good.append(JsonValue(f"line {number}", _loaded(line)))
        except (ValueError, RecursionError) as problem:
            detail = f"line {number}: {_detail(problem)}"
            problems.append(unreadable(name, Reason.BROKEN_JSON, detail))
    return JsonValues(tuple(good), tuple(problems))


def _loaded(text: str) -> object:
    return json.loads(text.strip(_AROUND), parse_int=_number, strict=False)


def _number(digits: str) -> int | str:
    """Return the number; longer ones are identifiers and stay as written."""
    return int(digits) if len(digits) <= LONGEST_NUMBER_DIGITS else digits


def _detail(problem: Exception) -> str:
    return " ".join(str(problem).split())[:MOST_DETAIL_CHARS]
