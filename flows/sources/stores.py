"""Folders of object stores and file servers (`s3://…`), through fsspec."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# fsspec carries no types.

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from flows.errors import FetchError
from flows.sources.listings import Link
from flows.sources.request import Reply

# What the stores call the mark that changes with the content, the surest first.
_STAMPS = ("ETag", "etag", "LastModified", "last_modified", "updated", "mtime", "modified")


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file of a store: its address and stamp, and how large it says it is."""

    link: Link
    size_bytes: int


class Store:
    """One folder of a store. Who may read it is told as for the store's own tools."""

    def __init__(self, url: str) -> None:
        """Find the library that speaks the address's protocol.

        Raises FetchError where it is not installed.
        """
        # Most fetching needs no store, and an installation without the extra has no such library.
        import fsspec  # noqa: PLC0415

        self._url = url
        self._protocol = url.partition("://")[0]
        try:
            self._system, self._path = cast("tuple[Any, str]", fsspec.core.url_to_fs(url))
        except (ImportError, ValueError) as error:
            reason = f"needs another library: pip install 'dateline[stores]' ({error})"
            raise FetchError(url, reason, is_lasting=True) from error

    def files(self) -> Iterator[StoredFile]:
        """Yield every file in the folder and below it, by name.

        Raises FetchError where the store does not answer.
        """
        try:
            # What was listed on the round before is remembered else.
            self._system.invalidate_cache()
            found = cast("dict[str, dict[str, Any]]", self._system.find(self._path, detail=True))
        except Exception as error:  # stores' errors have no common root
            raise self._failure(self._url, error) from error
        for name, state in sorted(found.items()):
            size = int(state.get("size") or 0)
            stamp = next((str(state[key]) for key in _STAMPS if state.get(key)), None)
            yield StoredFile(Link(f"{self._protocol}://{name}", stamp and f"{stamp} {size}"), size)

    def content_of(self, file: StoredFile) -> Reply:
        """Return the file whole.

        Raises FetchError where the store does not give it.
        """
        try:
            content = cast("bytes", self._system.cat_file(file.link.url))
        except Exception as error:  # as above
            raise self._failure(file.link.url, error) from error
        return Reply(file.link.url, 200, {}, content)

    @staticmethod
    def _failure(url: str, error: Exception) -> FetchError:
        return FetchError(url, f"cannot be read: {' '.join(str(error).split())}")
