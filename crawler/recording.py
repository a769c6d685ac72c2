"""The one thread that talks to the store during a crawl.

Visits that wait for it are written together: each is stored whole or not at all, and a transaction for
twenty costs little more than one.
"""

import asyncio
import functools
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from store.database import Store
from store.patience import patiently
from store.sights import PageVisit
from store.visits import record

TOGETHER = 100
"""Visits in one transaction at most."""
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
        self._waiting: list[tuple[PageVisit, asyncio.Future[bool]]] = []
        self._writer: asyncio.Task[None] | None = None

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
        stored: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append((visit, stored))
        if self._writer is None:
            self._writer = asyncio.create_task(self._write())
        return await stored

    def close(self) -> None:
        """Wait for what was begun."""
        self._thread.shutdown()

    async def _write(self) -> None:
        """Write, batch after batch, until nobody waits; meanwhile the next batch comes together."""
        while self._waiting:
            batch, self._waiting = self._waiting[:TOGETHER], self._waiting[TOGETHER:]
            visits = [visit for visit, _ in batch]
            try:
                refused = await self.run(record, self._store, visits, worker=self._worker)
            except Exception as error:  # noqa: BLE001  # each of the visits reports it
                for _, stored in batch:
                    if not stored.done():
                        stored.set_exception(error)
                continue
            for visit, stored in batch:
                if not stored.done():
                    stored.set_result(visit.page.id not in refused)
        self._writer = None


def _tell(why: str) -> None:
    logger.warning("nothing can be stored now (%s); the crawl waits", why)
