"""Archives (gzip, zip, tar, zstd), nested to a stated depth, unpacked in memory alone.

Nothing is ever written: names inside an archive are labels, so a name such as "../../x" can
lead nowhere. Bytes, members, depth and ratio are bounded before anything is unpacked whole.
"""

from __future__ import annotations

import bz2
import gzip
import io
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import zstandard

from flows.articles.rejections import Reason, unreadable

if TYPE_CHECKING:
    from flows.records import SourceFile

DEEPEST_NESTING = 4
MOST_MEMBERS = 5_000
# Everything unpacked from one file together.
MOST_BYTES = 256 * 1024 * 1024
# News text packs three to ten times; markup up to thirty. Beyond is a bomb.
HIGHEST_RATIO = 200
# A small file may pack better than the ratio and hurt nobody.
HARMLESS_BYTES = 1024 * 1024

_NOISE = ("__MACOSX/", "._", ".DS_Store", "Thumbs.db", "desktop.ini")
_TAR_MAGIC = b"ustar"
_TAR_MAGIC_PLACE = 257
_CHUNK = 1024 * 1024
_ENCRYPTED_FLAG = 1
_OFFICE_PART = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Member:
    """One file that no archive wraps any more; `path` is None for the file itself."""

    path: str | None
    content: bytes


class Readable(Protocol):
    """A stream of unpacked bytes."""

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes, none at the end."""
        ...


@dataclass(slots=True)
class _Budget:
    """What is left of the limits while a file is unpacked."""

    file: str
    packed: int
    bytes_left: int = MOST_BYTES
    members_left: int = MOST_MEMBERS

    def take_member(self) -> None:
        self.members_left -= 1
        if self.members_left < 0:
            raise unreadable(self.file, Reason.TOO_MANY, f"{MOST_MEMBERS:,} members")

    def read(self, stream: Readable) -> bytes:
        """Read the stream to its end, or refuse as soon as it passes a limit."""
        pieces: list[bytes] = []
        while piece := stream.read(_CHUNK):
            self.bytes_left -= len(piece)
            unpacked = MOST_BYTES - self.bytes_left
            is_bomb = unpacked > HARMLESS_BYTES and unpacked > self.packed * HIGHEST_RATIO
            if self.bytes_left < 0 or is_bomb:
                limit = f"{MOST_BYTES // 2**20} MB, or {HIGHEST_RATIO} times its packed size"
                raise unreadable(self.file, Reason.TOO_LARGE, limit)
            pieces.append(piece)
        return b"".join(pieces)


def members_of(source: SourceFile) -> Iterator[Member]:
    """Yield the files that the archive holds, or the file itself where it is no archive.

    Raises UnreadableFileError where it is damaged, encrypted or passes a limit.
    """
    budget = _Budget(source.name, max(1, len(source.content)))
    try:
        yield from _unpacked(source.content, None, budget, 0)
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, tarfile.TarError,
            zstandard.ZstdError, NotImplementedError, ValueError) as problem:  # fmt: skip
        detail = " ".join(str(problem).split())[:120] or type(problem).__name__
        raise unreadable(source.name, Reason.DAMAGED, detail) from problem


def _unpacked(content: bytes, path: str | None, budget: _Budget, depth: int) -> Iterator[Member]:
    opener = _opener_of(content)
    if opener is None:
        yield Member(path, content)
        return
    if depth >= DEEPEST_NESTING:
        raise unreadable(budget.file, Reason.TOO_DEEP, f"{DEEPEST_NESTING} archives in one another")
    for name, inner in opener(content, budget):
        inner_path = "/".join(part for part in (path, name) if part) or None
        yield from _unpacked(inner, inner_path, budget, depth + 1)


def _opener_of(content: bytes) -> _Opener | None:
    if content.startswith(b"PK\x03\x04") and not is_office_file(content):
        return _zipped
    if content[_TAR_MAGIC_PLACE:].startswith(_TAR_MAGIC):
        return _tarred
    return next((opener for magic, opener in _STREAMS if content.startswith(magic)), None)


def is_office_file(content: bytes) -> bool:
    """Say whether the ZIP is a document of Word, Excel or their like, and no archive of some."""
    if b"mimetypeapplication/" in content[:100]:
        return True
    if _OFFICE_PART.encode() not in content[:_CHUNK]:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _OFFICE_PART in archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return True  # a damaged one


def _gunzipped(content: bytes, budget: _Budget) -> Iterator[tuple[str, bytes]]:
    with gzip.GzipFile(fileobj=io.BytesIO(content)) as stream:
        yield "", budget.read(stream)


def _bunzipped(content: bytes, budget: _Budget) -> Iterator[tuple[str, bytes]]:
    with bz2.BZ2File(io.BytesIO(content)) as stream:
        yield "", budget.read(stream)


def _unzstd(content: bytes, budget: _Budget) -> Iterator[tuple[str, bytes]]:
    decompressor = zstandard.ZstdDecompressor(max_window_size=MOST_BYTES)
    with decompressor.stream_reader(io.BytesIO(content), read_across_frames=True) as stream:
        yield "", budget.read(stream)


def _zipped(content: bytes, budget: _Budget) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for info in archive.infolist():
            budget.take_member()
            if _is_encrypted(info, content):
                raise unreadable(budget.file, Reason.ENCRYPTED, f"its member {info.filename!r}")
            is_link = stat.S_ISLNK(info.external_attr >> 16)
            if is_link or _is_noise(info.filename) or info.is_dir():
                continue
            with archive.open(info) as stream:
                yield info.filename, budget.read(stream)


def _is_encrypted(info: zipfile.ZipInfo, content: bytes) -> bool:
    """Say whether the directory or the member's own header marks it as encrypted."""
    flags = content[info.header_offset + 6 : info.header_offset + 7]
    return bool((info.flag_bits | (flags[0] if flags else 0)) & _ENCRYPTED_FLAG)


def _tarred(content: bytes, budget: _Budget) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(content), mode="r:") as archive:
        for info in archive:
            budget.take_member()
            stream = archive.extractfile(info) if info.isfile() else None
            if stream is not None and not _is_noise(info.name):
                yield info.name, budget.read(stream)


def _is_noise(name: str) -> bool:
    last = name.replace("\\", "/").rpartition("/")[2]
    return name.startswith(_NOISE[0]) or not last or last.startswith(_NOISE[1:])


_Opener = Callable[[bytes, _Budget], Iterator[tuple[str, bytes]]]
_STREAMS: tuple[tuple[bytes, _Opener], ...] = (
    (b"\x1f\x8b", _gunzipped),
    (b"BZh", _bunzipped),
    (b"\x28\xb5\x2f\xfd", _unzstd),
)
