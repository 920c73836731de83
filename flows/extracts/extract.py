"""One extract before it is written: named, typed, described columns and their rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

Scalar: TypeAlias = str | int | float | bool | Decimal | date | datetime | None
Cell: TypeAlias = Scalar | Sequence[Scalar] | Mapping[str, Scalar]


class ColumnType(StrEnum):
    """The Table Schema type of a column."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    DATETIME = "datetime"
    ARRAY = "array"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Column:
    """One column and what it means, in the words of its SQL model."""

    name: str
    type: ColumnType
    description: str


@dataclass(frozen=True, slots=True)
class Extract:
    """One day's rows of one briefing model, in the order in which they are printed.

    Datetimes are naive and in UTC, as DuckDB's TIMESTAMP holds them.
    """

    name: str
    description: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def records(self) -> list[dict[str, Cell]]:
        """Return the rows by column name."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]

    def cells(self, column: str) -> list[Cell]:
        """Return one column from top to bottom."""
        place = [each.name for each in self.columns].index(column)
        return [row[place] for row in self.rows]


@dataclass(frozen=True, slots=True)
class Source:
    """An article as evidence points at it, in its newest revision of the day."""

    article_id: str
    headline: str
    outlet: str | None
    url: str | None
    published_at: datetime


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything that one day's folder is made of: extracts and sources by name and id."""

    day: date
    extracts: Mapping[str, Extract]
    sources: Mapping[str, Source]

    def records(self, name: str) -> list[dict[str, Cell]]:
        """Return the rows of one extract by column name."""
        return self.extracts[name].records()
