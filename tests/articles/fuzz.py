"""`python -m tests.articles.fuzz [READER …] [--seconds 600]`: real files, changed at random.

Every file must give articles or reasons, soon, and with spans that hold. What does not is kept
in the folder given by `--keep`, to become a case of `test_any_bytes.py` once it is mended. The
input under test always lies there as `last`, so that a reader which dies leaves its cause.
"""

from __future__ import annotations

import argparse
import gzip
import io
import sys
import time
import zipfile
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import zstandard

from flows.articles.parse import reading_of
from flows.records import SourceFile
from tests.benchmark.formats import FORMATS
from tests.benchmark.prose import story_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

STORIES = 8
MOST_CHANGES = 6
# No changed sample is larger than some kilobytes: a second is a sign of worse than linear time.
SLOW_SECONDS = 1.0
LONGEST_REPEAT = 20_000
# A changed archive is mostly no archive any more; what it holds is to be reached too.
INSIDE_SHARE = 0.8
ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
# Numbers, marks and names that parsers trip over.
TROUBLE = tuple(
    text.encode("utf-8", "surrogatepass")
    for text in (
        *("\0", "\ufeff", "\u2028", "\ud800", "\U0010ffff", "&#x110000;", "&#0;"),
        *("\\ud800", "\\u0000"),
        *("-1", "0", "1e400", "9" * 400, "NaN", "null", "true", "[]", "{}", '""', "9999-99-99"),
        *("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:60Z", "Feb. 30, 2026", "+99:99"),
        *("<![CDATA[", "]]>", "<!--", "-->", "</", "<p>", "</article>", "<script>", "<", ">", "&"),
        *('"', "'", "“", "”", "/ ", "|", ":", "\n\n", "\r", "---\n", "+++\n", "{", "}", "[", "]"),
        *("From: a@b.example\n", "Content-Type: multipart/mixed; boundary=x\n", "=?utf-8?b?%?="),
        *("WARC/1.0\r\n", "Content-Length: 99999999999\r\n", "%PDF-", "endobj", "stream\n"),
    )
)  # fmt: skip


def main() -> int:
    """Fuzz the named readers, each for so long, and return 1 where one failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.articles.fuzz", description=__doc__)
    parser.add_argument("readers", nargs="*", metavar="READER", help=", ".join(FORMATS))
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("fuzz"))
    arguments = parser.parse_args()
    arguments.keep.mkdir(parents=True, exist_ok=True)
    failures = 0
    for reader in arguments.readers or FORMATS:
        failed, count = fuzz(reader, arguments.seconds, Random(arguments.seed), arguments.keep)  # noqa: S311 # no secret
        print(f"{reader}: {count:,} files, {failed} failed", flush=True)  # noqa: T201 # a command line's answer
        failures += failed
    return 1 if failures else 0


def fuzz(reader: str, seconds: float, random: Random, keep: Path) -> tuple[int, int]:
    """Read changed samples of one format for so long; return how many failed, of how many."""
    samples = [FORMATS[reader](story_of(number, Random(number))) for number in range(STORIES)]  # noqa: S311 # prose
    end = time.monotonic() + seconds
    failures: dict[str, int] = {}
    count = 0
    while time.monotonic() < end:
        content = changed(samples, random)
        (keep / "last").write_bytes(content)
        count += 1
        if fault := fault_of(content):
            failures[fault] = failures.get(fault, 0) + 1
            if failures[fault] == 1:
                target = keep / f"{reader.replace(' ', '-')}-{len(failures)}"
                target.write_bytes(content)
                print(f"{reader}: {fault}: {target}", flush=True)  # noqa: T201 # as above
    return sum(failures.values()), count


def fault_of(content: bytes) -> str | None:
    """Return what is wrong with the reading of the bytes, or None where all is well."""
    began = time.process_time()
    try:
        reading = reading_of(SourceFile("file", content))
        _check(reading.articles, reading.problems)
        for article in reading.articles:
            repr(article).encode()
            assert all(0 <= b.start < b.end <= len(article.body) for b in article.blocks)
            assert all(article.body[p.start : p.end] == p.text for p in article.key_points)
    except Exception as error:  # noqa: BLE001 # whatever a reader raises is what is looked for
        place = error.__traceback__
        while place and place.tb_next:
            place = place.tb_next
        name = Path(place.tb_frame.f_code.co_filename).name if place else ""
        return f"{type(error).__name__} in {name}:{place.tb_lineno if place else 0}"
    return "slow" if time.process_time() - began > SLOW_SECONDS else None


def _check(articles: Sequence[object], problems: Sequence[object]) -> None:
    assert articles or problems


def changed(samples: Sequence[bytes], random: Random) -> bytes:
    """Return one of the samples with a few changes; an archive's member is changed at times."""
    content = random.choice(samples)
    is_inside = random.random() < INSIDE_SHARE
    if content.startswith(b"PK") and is_inside:
        return _changed_member(content, samples, random)
    if content.startswith(b"\x1f\x8b") and is_inside:
        return gzip.compress(_changed_bytes(gzip.decompress(content), samples, random), 1)
    if content.startswith(ZSTD_MAGIC) and is_inside:
        inner = _changed_bytes(zstandard.decompress(content), samples, random)
        return zstandard.compress(inner, 1)
    return _changed_bytes(content, samples, random)


def _changed_bytes(content: bytes, samples: Sequence[bytes], random: Random) -> bytes:
    for _ in range(random.randint(1, MOST_CHANGES)):
        content = random.choice(CHANGES)(content, samples, random)
    return content


def _changed_member(content: bytes, samples: Sequence[bytes], random: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = random.choice(sorted(members))
    members[name] = _changed_bytes(members[name], samples, random)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, inner in members.items():
            archive.writestr(member, inner)
    return packed.getvalue()


def _cut(content: bytes, random: Random) -> tuple[int, int]:
    """Return a stretch, most often a short one."""
    start = random.randint(0, len(content))
    return start, min(len(content), start + int(2 ** random.uniform(0, 12)))


def _flipped(content: bytes, _: Sequence[bytes], random: Random) -> bytes:
    place = random.randint(0, max(0, len(content) - 1))
    return content[:place] + bytes([random.randrange(256)]) + content[place + 1 :]


def _shortened(content: bytes, _: Sequence[bytes], random: Random) -> bytes:
    start, end = _cut(content, random)
    return content[:start] + content[end:]


def _doubled(content: bytes, _: Sequence[bytes], random: Random) -> bytes:
    start, end = _cut(content, random)
    times = min(int(2 ** random.uniform(0, 10)), LONGEST_REPEAT // max(1, end - start) + 1)
    return content[:end] + content[start:end] * times + content[end:]


def _moved(content: bytes, samples: Sequence[bytes], random: Random) -> bytes:
    other = random.choice(samples)
    start, end = _cut(other, random)
    place = random.randint(0, len(content))
    return content[:place] + other[start:end] + content[place:]


def _troubled(content: bytes, _: Sequence[bytes], random: Random) -> bytes:
    place = random.randint(0, len(content))
    times = random.choice((1, 1, 1, 2, 50))
    return content[:place] + random.choice(TROUBLE) * times + content[place:]


def _ended(content: bytes, _: Sequence[bytes], random: Random) -> bytes:
    return content[: random.randint(0, len(content))]


CHANGES: tuple[Callable[[bytes, Sequence[bytes], Random], bytes], ...] = (
    _flipped,
    _shortened,
    _doubled,
    _moved,
    _troubled,
    _troubled,
    _ended,
)

if __name__ == "__main__":
    sys.exit(main())
