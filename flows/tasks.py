"""Prefect tasks that touch the world: tried again when the world failed them, not when we did."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.tasks import Task

from flows.errors import WarehouseError

RETRIES = 2
RETRY_DELAY_SECONDS = 1
# Moving the largest batch or folder takes seconds; longer than this, a disk or network hangs.
TIMEOUT_SECONDS = 600

P = ParamSpec("P")
R = TypeVar("R")


def io_task(name: str) -> Callable[[Callable[P, R]], Task[P, R]]:
    """Make a task of a function that reads or writes outside this process."""
    return task(
        name=name,
        cache_policy=NO_CACHE,
        retries=RETRIES,
        retry_delay_seconds=RETRY_DELAY_SECONDS,
        retry_condition_fn=is_io_failure,
        timeout_seconds=TIMEOUT_SECONDS,
    )


def is_io_failure(_task: Task[..., Any], _run: TaskRun, state: State[Any]) -> bool:
    """Say whether a disk, a network folder or the database was the cause."""
    failure: object = state.result(raise_on_failure=False)
    return isinstance(failure, (OSError, WarehouseError))
