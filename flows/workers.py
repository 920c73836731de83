"""Reading in processes of their own, so that one poisoned file cannot take the run down.

A worker that takes too long on a file, needs too much memory or dies is replaced; the file that
it was at is rejected with the reason, and the files behind it are read by another worker.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import resource
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Self

from flows.errors import ReadingError
from flows.records import Rejection, SourceFile
from flows.store.files import FoundFile, declared_encoding

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, ForkServerProcess

    from flows.articles.json_mapping import JsonMapping
    from flows.issues.taxonomy import Taxonomy
    from flows.rows import Rows

# Files handed to a worker ahead of time, so that it never waits for the parent.
QUEUED_FILES = 8
# Finished files that wait for a slower one before them; bounds the memory of a run.
LOOK_AHEAD_FILES = 512
_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file: rows of its articles, or the reason why there are none.

    `problems` are parts that gave nothing, of a file that gave something.
    """

    file: FoundFile
    rows: tuple[Rows, ...] = ()
    rejection: Rejection | None = None
    problems: tuple[Rejection, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost.

    Processor time decides, so that a busy machine rejects no other files than an idle one;
    the much longer wall time ends a reader that waits for something that never comes.
    """

    cpu_seconds: float
    wall_seconds: float
    memory_mb: int


@dataclass(frozen=True, slots=True)
class Guides:
    """What a desk has written down for its readers.

    They look for the issues of this taxonomy, else for those that ship with Dateline, and read
    the desk's own JSON by these mappings.
    """

    taxonomy: Taxonomy | None = None
    mappings: tuple[JsonMapping, ...] = ()


class _Worker:
    """One reading process, its pipe, and the files that it holds in order."""

    def __init__(self, context: ForkServerContext, limits: Limits, guides: Guides) -> None:
        self.limits = limits
        self.connection, theirs = context.Pipe()
        self.process: ForkServerProcess = context.Process(
            target=_read_files, args=(theirs, limits, guides), daemon=True
        )
        self.process.start()
        theirs.close()
        self._wait_until_ready()
        self.files: deque[tuple[int, FoundFile]] = deque()

    def _wait_until_ready(self) -> None:
        try:
            self.connection.recv()
        except EOFError as error:
            message = "The reading processes cannot start. Run `dateline doctor`."
            raise ReadingError(message) from error

    def hand(self, number: int, file: FoundFile) -> None:
        # A worker that died a moment ago is found out by its closed pipe, when it is read.
        with contextlib.suppress(BrokenPipeError):
            self.connection.send(file)
        self.files.append((number, file))

    def collect(self) -> tuple[int, Outcome] | None:
        """Return the next finished file, or None where the worker has died."""
        try:
            outcome: Outcome = self.connection.recv()
        except (EOFError, ConnectionResetError):
            return None
        number, _ = self.files.popleft()
        return number, outcome

    def epitaph(self) -> tuple[int, Outcome] | None:
        """Return the file that killed the worker as a rejection; None where it had none."""
        self.process.join()
        if not self.files:
            return None
        number, file = self.files.popleft()
        return number, Outcome(file, rejection=_rejection_of_death(file, self))

    def close(self) -> None:
        self.connection.close()
        self.process.join(timeout=1)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


class ReadingPool:
    """A few reading processes; use as a context manager, so that none is left behind."""

    def __init__(self, count: int, limits: Limits, guides: Guides | None = None) -> None:
        """Start `count` processes, or one a core where it is 0."""
        # One thread each: the processes already share the cores between them.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["flows.workers", "flows.findings", "flows.rows"])
        self._limits = limits
        self._guides = guides or Guides()
        size = count or multiprocessing.cpu_count()
        self._workers = [self._new_worker() for _ in range(size)]

    def _new_worker(self) -> _Worker:
        return _Worker(self._context, self._limits, self._guides)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.close()

    def outcomes_of(self, files: Sequence[FoundFile]) -> Iterator[Outcome]:
        """Yield what came of each file, in the order given."""
        waiting = deque(enumerate(files))
        finished: dict[int, Outcome] = {}
        for number in range(len(files)):
            while number not in finished:
                self._hand_out(waiting, below=number + LOOK_AHEAD_FILES)
                finished.update(self._collect(waiting))
            yield finished.pop(number)

    def _hand_out(self, waiting: deque[tuple[int, FoundFile]], below: int) -> None:
        for worker in self._workers:
            while waiting and len(worker.files) < QUEUED_FILES and waiting[0][0] < below:
                worker.hand(*waiting.popleft())

    def _collect(self, waiting: deque[tuple[int, FoundFile]]) -> Iterator[tuple[int, Outcome]]:
        by_connection = {worker.connection: worker for worker in self._workers if worker.files}
        for connection in wait(list(by_connection)):
            worker = by_connection[connection]  # pyright: ignore[reportArgumentType] # wait() returns what it was given
            result = worker.collect()
            if result is None:
                result = worker.epitaph()
                waiting.extendleft(reversed(worker.files))
                self._workers[self._workers.index(worker)] = self._new_worker()
            if result is not None:
                yield result


def _rejection_of_death(file: FoundFile, worker: _Worker) -> Rejection:
    if worker.process.exitcode in (-signal.SIGPROF, -signal.SIGALRM):
        return Rejection(
            file.name,
            "timeout",
            f"Reading took longer than {worker.limits.cpu_seconds:g} seconds. Split the file,"
            " or raise DATELINE_FILE_TIMEOUT_SECONDS if it is meant to be this large.",
        )
    return Rejection(
        file.name,
        "reader_died",
        f"The reading process died on this file (exit code {worker.process.exitcode})."
        " The file may be made to do harm; look at it with care.",
    )


def _read_files(connection: Connection, limits: Limits, guides: Guides) -> None:
    """Read one file after the other until the parent hangs up."""
    # The readers weigh a second; only the reading processes carry them.
    from flows.findings import findings_of  # noqa: PLC0415
    from flows.issues.find import default_tagger, tagger_of  # noqa: PLC0415
    from flows.rows import rows_of  # noqa: PLC0415

    tagger = default_tagger() if guides.taxonomy is None else tagger_of(guides.taxonomy)

    def read(file: FoundFile, source: SourceFile) -> Outcome:
        found = findings_of(source, tagger, guides.mappings)
        if not found.articles:
            return Outcome(file, rejection=found.problems[0])
        rows = tuple(rows_of(article) for article in found.articles)
        return Outcome(file, rows=rows, problems=found.problems)

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    memory = limits.memory_mb * _MEBIBYTE
    # Its own data: of the address space, libraries take a gigabyte that no memory stands behind.
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        connection.send(None)
        while True:
            file: FoundFile = connection.recv()
            # The kernel ends the process when the time is up, also inside a C extension.
            signal.setitimer(signal.ITIMER_PROF, limits.cpu_seconds)
            signal.setitimer(signal.ITIMER_REAL, limits.wall_seconds)
            outcome = _guarded(file, read)
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.setitimer(signal.ITIMER_REAL, 0)
            connection.send(outcome)


def _guarded(file: FoundFile, read: Callable[[FoundFile, SourceFile], Outcome]) -> Outcome:
    """Return what reading gives, or the reason why it failed."""
    try:
        modified_at = datetime.fromtimestamp(file.modified_ns / 1e9, tz=UTC)
        declared = declared_encoding(file.path)
        return read(file, SourceFile(file.name, file.path.read_bytes(), modified_at, declared))
    except OSError as error:
        reason = f"The file cannot be opened: {error.strerror}. Check its permissions."
        return Outcome(file, rejection=Rejection(file.name, "cannot_open", reason))
    except MemoryError:
        reason = "Reading needs more memory than DATELINE_WORKER_MEMORY_MB allows. Split the file."
        return Outcome(file, rejection=Rejection(file.name, "too_much_memory", reason))
    except Exception as error:  # noqa: BLE001 # the last line of defence: a fault of ours on one file must not end the batch
        reason = f"A reader failed on this file: {type(error).__name__}: {error}. Please report it."
        return Outcome(file, rejection=Rejection(file.name, "reader_failed", reason))
