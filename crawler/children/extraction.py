"""Reading hostile bodies beside the crawl, in child processes held to memory, processor and wall time.

Nothing is parsed in the crawl's own process. A page that uses up a budget costs its child, and is *unknown*
with the reason `parse_budget`, never absent (hostile cases 58 to 63).
"""

import asyncio
import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from threading import Thread
from typing import Any, TypeVar

from crawler.children.child import Child, ChildLostError, NoChildError
from crawler.children.own_tasks import OwnRead, OwnTask
from crawler.children.tasks import LARGE_BYTES, Read, Settling, Task
from crawler.children.work import read, read_if_small, read_own, settle
from crawler.fetching.failures import FetchError
from evidence.visited import Presence

WALL_S = 10.0
SPARE_PLACES = 1
"""Children beyond the processors: one that has answered does nothing until the event loop comes to it."""
LARGE_PLACES = 2
"""Children for large bodies: one that takes all its time holds up no other."""
T = TypeVar("T")


class Extraction:
    """Reads bodies in child processes."""

    def __init__(self, processes: int | None = None) -> None:
        """Use `processes` children, or one more than processors; each starts with its first task."""
        self._ordinary = _Lane(processes or (os.cpu_count() or 1) + SPARE_PLACES)
        self._large = _Lane(LARGE_PLACES)

    async def start(self) -> None:
        """Start every child, while the first servers are asked; bodies that come earlier wait for them.

        Where none can be started, the first body says so.
        """
        await self._ordinary.start()
        await self._large.start()

    async def read(self, task: Task) -> Read:
        """Run `reading.read` in a child.

        Large bodies queue for children of their own, so that a heap of them delays no ordinary page.

        Raises:
            FetchError: `parse_budget`.
            NoChildError: there is no child, and none can be started.
        """
        if len(task.body) <= LARGE_BYTES:
            found = await self._ordinary.run(read_if_small, task)
            if found is not None:
                return found
        return await self._large.run(read, task)

    async def settle(self, task: Settling) -> Mapping[int, Presence]:
        """Run `reading.settle` in a child.

        Raises:
            FetchError: `parse_budget`.
        """
        return await self._ordinary.run(settle, task)

    async def read_own(self, task: OwnTask) -> OwnRead:
        """Run `own_reading.read_own` in a child.

        Raises:
            FetchError: `parse_budget`.
        """
        return await self._large.run(read_own, task)

    async def close(self) -> None:
        """End the children."""
        await self._ordinary.close()
        await self._large.close()


@contextmanager
def extraction_beside() -> Iterator[Callable[[Task], Future[Read]]]:
    """Give a caller without an event loop what schedules `Extraction.read`."""
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever, name="extraction")
    thread.start()
    extraction = Extraction()
    try:
        yield lambda task: asyncio.run_coroutine_threadsafe(extraction.read(task), loop)
    finally:
        for last in (extraction.close(), loop.shutdown_default_executor()):
            asyncio.run_coroutine_threadsafe(last, loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


class _Lane:
    """Children that take turns."""

    def __init__(self, places: int) -> None:
        self._places = places
        self._free: asyncio.LifoQueue[Child | None] = asyncio.LifoQueue()
        for _ in range(places):
            self._free.put_nowait(None)

    async def start(self) -> None:
        """Start the children, each to work at once; where one cannot be started, those before it do its work.

        Places that were taken meanwhile are not empty for long: who takes one starts its child.
        """
        vacant = self._free.qsize()
        for _ in range(vacant):
            self._free.get_nowait()
        started = 0
        try:
            with suppress(NoChildError):
                while started < vacant:
                    self._free.put_nowait(await Child.start())
                    started += 1
        finally:
            self._places -= vacant - started
            if not self._places:
                self._places = 1
                self._free.put_nowait(None)

    async def run(self, function: Callable[[Any], T], task: Any) -> T:
        """Run `function(task)` in the child that is free first; one that does not answer is ended."""
        child = await self._child()
        answered = False
        try:
            async with asyncio.timeout(WALL_S):
                answer = await child.run(function, task)
            answered = True
        except (TimeoutError, ChildLostError) as error:
            raise FetchError("parse_budget", type(error).__name__) from error
        except (MemoryError, RecursionError) as error:
            answered = True
            raise FetchError("parse_budget", type(error).__name__) from error
        finally:
            if not answered:
                await child.end()
            self._free.put_nowait(child if answered else None)
        return answer

    async def _child(self) -> Child:
        """Take the child that is free first; start it in a place that has none.

        A place whose child cannot be started is given up, unless it is the last.
        """
        while (child := await self._free.get()) is None:
            try:
                return await Child.start()
            except NoChildError:
                if self._places == 1:
                    self._free.put_nowait(None)
                    raise
                self._places -= 1
            except BaseException:
                self._free.put_nowait(None)
                raise
        return child

    async def close(self) -> None:
        """End the children, each when it is free."""
        for _ in range(self._places):
            child = await self._free.get()
            if child is not None:
                await child.end()
