"""From the bytes of one file to its articles: decides the format and hands over."""

from __future__ import annotations

from flows.errors import UnreadableFileError
from flows.records import Article, SourceFile


def articles_of(source: SourceFile) -> list[Article]:
    """Return every article in the file, at least one.

    Raises UnreadableFileError, with a reason that a person understands, where there is none.
    """
    raise UnreadableFileError(source.name, "no_reader", "No reader knows this format.")
