"""Writing down what a crawl sees: responses to the archive, visits to the store.

One thread talks to the store. Visits that wait for it are written together: each is stored whole or not at
all, and a transaction for twenty costs little more than one. While the disk is full or the store is away,
both wait and say so.
"""

import asyncio
import functools
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from crawler.archive.writer import Archive, Exchange
from crawler.fetching.conversation import Keep
from crawler.together import Together
from store.crawls.patience import patiently
from store.crawls.sights import Archived, PageVisit
from store.crawls.visits import record
from store.database import Store

TOGETHER = 32
"""Visits in one transaction, responses in one turn of a thread, at most. With 28 instead of 8 in a
transaction, a visit costs the store half as much; each more gains little, and those before wait for it."""
GATHER_S = 0.1
"""How long the first visit waits for others, while its host's next page is visited."""
ARCHIVE_GATHER_S = 0.01
P = ParamSpec("P")
T = TypeVar("T")
logger = logging.getLogger(__name__)


class Recorder:
    """Does the crawl's work with the store, one thing after the other, beside the event loop."""

    def __init__(self, store: Store, *, worker: str, should_stop: Callable[[], bool]) -> None:
        """`should_stop`: whether to give up on a store that is unavailable."""
        self._store = store
        self._worker = worker
        self._should_stop = should_stop
        self._thread = ThreadPoolExecutor(1, "store")
        self._visits = Together(self._record, most=TOGETHER, gather_s=GATHER_S)

    async def run(self, action: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do something else with the store; while it is unavailable, wait."""
        patient = self.patient(action)
        return await asyncio.get_running_loop().run_in_executor(
            self._thread, functools.partial(patient, *args, **kwargs)
        )

    def patient(self, action: Callable[P, T]) -> Callable[P, T]:
        """Return `action` made to wait while the store or the disk is unavailable; for any thread."""

        def wait(*args: P.args, **kwargs: P.kwargs) -> T:
            call = functools.partial(action, *args, **kwargs)
            return patiently(call, on_wait=_tell, should_stop=self._should_stop)

        return wait

    async def record(self, visit: PageVisit) -> bool:
        """Store a visit; False when its domain belongs to another worker by now."""
        return await self._visits.do(visit)

    def keeping(self, archive: Archive) -> Keep:
        """Return what writes an exchange to the archive, beside the event loop."""
        append = self.patient(archive.append)

        async def append_all(exchanges: list[Exchange]) -> list[Archived]:
            return await asyncio.to_thread(lambda: [append(exchange) for exchange in exchanges])

        return Together(append_all, most=TOGETHER, gather_s=ARCHIVE_GATHER_S).do

    def close(self) -> None:
        """Wait for what was begun."""
        self._thread.shutdown()

    async def _record(self, visits: list[PageVisit]) -> list[bool]:
        refused = await self.run(record, self._store, visits, worker=self._worker)
        return [visit.page.id not in refused for visit in visits]


def _tell(why: str) -> None:
    logger.warning("nothing can be stored now (%s); the crawl waits", why)
