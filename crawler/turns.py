"""Which domains are visited at once: those that keep us waiting give their place to others.

The second between two requests, a Crawl-delay of 30, a name that nobody answers for, a server that drips and
a busy address have one thing in common: nothing is done for that domain meanwhile (hostile cases 39, 40, 53,
79, 81). Such domains are not among those visited at once.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from crawler.fetching.open_files import Places

DOMAINS_TOGETHER = 32
"""Domains leased in one go: few, so that two crawls that start together share the work."""
FEWEST_TOGETHER = 8
"""A lease is not worth its two queries for less, unless there are no more places."""
LONG_S = 0.5
"""Most answers are there by then, and the ordinary delay of a second counts as waiting."""
STOP_WITHIN_S = 10.0
"""What is in flight may finish this long after the wish to stop; then it is dropped and stays due."""
Visits = Coroutine[Any, Any, None]
"""All visits to one domain, still to be begun."""


class Turns:
    """Keeps as many domains busy as there are places."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._running: set[asyncio.Task[None]] = set()
        self._ended: list[asyncio.Task[None]] = []
        self._is_stopped = False
        self._stirred = asyncio.Event()
        """Set when a place may have become free, or all is to stop: one event, because watching hundreds of
        tasks anew whenever one ends costs more than what ended."""
        self.waiting = 0
        """Requests under way that began more than `LONG_S` ago."""

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Watch one request, with everything that it waits for."""
        is_long = False

        def note() -> None:
            nonlocal is_long
            is_long = True
            self.waiting += 1
            self._stirred.set()

        timer = asyncio.get_running_loop().call_later(LONG_S, note)
        try:
            yield
        finally:
            timer.cancel()
            self.waiting -= is_long

    def stop(self) -> None:
        """Take nothing new."""
        self._is_stopped = True
        self._stirred.set()

    async def run(self, lease: Callable[[int], Awaitable[Sequence[Visits]]]) -> None:
        """Visit what `lease` gives, until that is less than it was asked for and all is done.

        What the visits raise ends everything: those beside it are dropped.
        """
        try:
            await self._run(lease)
        except BaseException:
            await self._end(within_s=0)
            raise
        await self._end(within_s=STOP_WITHIN_S)

    async def _run(self, lease: Callable[[int], Awaitable[Sequence[Visits]]]) -> None:
        is_more = True
        while not self._is_stopped:
            free = self._free()
            if is_more and free >= min(FEWEST_TOGETHER, self._places.domains):
                wanted = min(free, DOMAINS_TOGETHER)
                leased = await lease(wanted)
                is_more = len(leased) == wanted
                for visits in leased:
                    self._begin(visits)
            elif self._running:
                await self._stirred.wait()
                self._stirred.clear()
            else:
                break
            while self._ended:
                self._running.remove(task := self._ended.pop())
                task.result()

    def _begin(self, visits: Visits) -> None:
        task = asyncio.create_task(visits)
        task.add_done_callback(self._ended.append)
        task.add_done_callback(lambda _: self._stirred.set())
        self._running.add(task)

    def _free(self) -> int:
        """Return how many more domains may be visited."""
        return self._places.domains + min(self.waiting, self._places.waiting) - len(self._running)

    async def _end(self, *, within_s: float) -> None:
        """Let what is in flight finish, if that does not take too long."""
        if self._running:
            _, late = await asyncio.wait(self._running, timeout=within_s)
            for task in late:
                task.cancel()
            await asyncio.gather(*self._running, return_exceptions=True)
