"""The child processes in which hostile bodies are read, each held to memory, processor and wall time.

Nothing is parsed in the crawl's own process. A page that uses up a budget costs its child, and is *unknown*
with the reason `parse_budget`, never absent (hostile cases 58 to 63).
"""

import asyncio
import multiprocessing
import os
import resource
import signal
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from concurrent.futures import TimeoutError as PoolTimeoutError
from typing import Any, TypeVar

from pebble import ProcessExpired, ProcessPool

from crawler.failures import FetchError
from crawler.reading import Read, Settling, Task, read, settle
from evidence.model import Presence

MEMORY_BYTES = 1024**3
CPU_S = 5
WALL_S = 10.0
LARGE_BYTES = 256 * 1024
"""Larger bodies queue for a child of their own, so that a heap of them delays no ordinary page."""
BUDGET_ERRORS = (PoolTimeoutError, ProcessExpired, MemoryError, RecursionError)
"""How a page that used up a budget ends."""
T = TypeVar("T")


class Extraction:
    """Reads bodies in child processes."""

    def __init__(self, processes: int | None = None) -> None:
        """Start `processes` children, or as many as there are processors."""
        self._pool = _pool(processes or os.cpu_count() or 1)
        self._large = _pool(1)

    async def read(self, task: Task) -> Read:
        """Run `reading.read` in a child."""
        return await self._run(self._large if len(task.body) > LARGE_BYTES else self._pool, read, task)

    async def settle(self, task: Settling) -> Mapping[int, Presence]:
        """Run `reading.settle` in a child."""
        return await self._run(self._pool, settle, task)

    def schedule(self, task: Task) -> Future[Read]:
        """Run `reading.read` in a child, for a caller without an event loop."""
        future: Future[Read] = self._pool.schedule(_within_budget, args=(read, task), timeout=WALL_S)
        return future

    def close(self) -> None:
        """End the children, those that are still starting too.

        The pools would first take their semaphores away, and a child that was just about to open them would
        say so on standard error.
        """
        pools = (self._pool, self._large)
        for pool in pools:
            pool.stop()
        for child in multiprocessing.active_children():
            child.kill()
        for pool in pools:
            pool.join()

    async def _run(self, pool: ProcessPool, function: Callable[[Any], T], task: Any) -> T:
        future = pool.schedule(_within_budget, args=(function, task), timeout=WALL_S)
        try:
            return await asyncio.wrap_future(future)
        except BUDGET_ERRORS as error:
            raise FetchError("parse_budget", type(error).__name__) from error


def _pool(processes: int) -> ProcessPool:
    context = multiprocessing.get_context("forkserver")
    return ProcessPool(max_workers=processes, initializer=_confine, context=context)


def _confine() -> None:
    """Limit a child's memory and leave Ctrl-C to the crawl."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _within_budget(function: Callable[[Any], T], task: Any) -> T:
    """Give this one task its processor time; the kernel ends a child that uses more."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + CPU_S + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
    return function(task)
