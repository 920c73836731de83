"""Every error that Dateline raises on purpose.

DatelineError
├── UnreadableFileError     one file; it is rejected and the batch goes on
├── TaxonomyError           the issue taxonomy has a mistake; says line and column
├── ActorsError             the file of actors has a mistake; says line and column
├── MappingError            the mapping of a desk's own JSON has a mistake; says line and column
├── SpeakersFileError       what was decided about speakers has a mistake; says line and column
├── ReadingError            no reading process can start; the run stops
├── FetchError              one page or listing could not be fetched; it is told, the run goes on
├── SettingsError           a setting is missing or wrong; nothing has started yet
├── WarehouseError          the warehouse cannot be used; the run stops
├── ModelError              a SQL model or a data test failed; nothing is published
└── QueryError              an analyst's SQL cannot be answered; says why
"""

from __future__ import annotations

from dataclasses import dataclass


class DatelineError(Exception):
    """Something that Dateline can name went wrong."""


@dataclass
class UnreadableFileError(DatelineError):
    """One file holds no article that can be read.

    `reason_code` is a short stable word for queries ("empty", "no_date"); `reason` is the
    sentence that a person reads: what is wrong and what to do.
    """

    file: str
    reason_code: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.reason}"


@dataclass
class TaxonomyError(DatelineError):
    """The issue taxonomy has a mistake at a place that an editor can find."""

    file: str
    line: int
    column: int
    problem: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}, column {self.column}: {self.problem}"


@dataclass
class ActorsError(DatelineError):
    """The file of actors has a mistake at a place that an editor can find."""

    file: str
    line: int
    column: int
    problem: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}, column {self.column}: {self.problem}"


@dataclass
class MappingError(DatelineError):
    """The mapping of a desk's own JSON has a mistake at a place that an editor can find."""

    file: str
    line: int
    column: int
    problem: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}, column {self.column}: {self.problem}"


@dataclass
class SpeakersFileError(DatelineError):
    """The decisions about speakers have a mistake; `column` is a column's name, if one is wrong."""

    file: str
    line: int
    column: str | None
    problem: str

    def __str__(self) -> str:
        column = "" if self.column is None else f', column "{self.column}"'
        return f"{self.file}, line {self.line}{column}: {self.problem}"


class ReadingError(DatelineError):
    """The reading processes cannot start."""


@dataclass
class FetchError(DatelineError):
    """One page or listing could not be fetched. `is_lasting`: trying again soon is of no use."""

    url: str
    reason: str
    is_lasting: bool = False

    def __str__(self) -> str:
        return f"{self.url} {self.reason}"


class SettingsError(DatelineError):
    """A setting is missing or wrong."""


class WarehouseError(DatelineError):
    """The DuckDB warehouse cannot be opened, locked or written."""


class ModelError(DatelineError):
    """A SQL model or one of its tests failed, so nothing was published."""


class QueryError(DatelineError):
    """An analyst's question to the snapshot cannot be answered."""
