"""Collecting a response body up to a bound."""

import asyncio
from collections.abc import Callable
from typing import Any

from twisted.internet.protocol import Protocol, connectionDone
from twisted.python.failure import Failure
from twisted.web.client import ResponseDone
from twisted.web.http import PotentialDataLoss

SMALL_BYTES = 1024 * 1024
"""Bodies below this are taken as they come; nearly all pages are."""
LARGE_AT_ONCE = 4
"""Larger bodies held at the same time, until they have been read: bounds the memory of the crawl (G1)."""
PIECES = 20_000
SMALLEST_PIECE = 32
"""Average bytes; a body chopped finer than that for long costs processor time, not memory (case 33)."""


class LargeBodies:
    """Lets few large bodies into memory at once; the others wait with their connection paused."""

    def __init__(self) -> None:
        self._places = asyncio.Semaphore(LARGE_AT_ONCE)

    async def enter(self) -> None:
        """Wait for a place."""
        await self._places.acquire()

    def leave(self) -> None:
        """Give a place back."""
        self._places.release()


class Body(Protocol):
    """Keeps what comes until the bound, then hangs up; a body that breaks off is kept and marked."""

    transport: Any
    """Twisted's proxy of the connection, which declares less than it does."""

    def __init__(self, limit: int, large: LargeBodies, *, on_wait: Callable[[], None]) -> None:
        """`on_wait` is called when a large body begins to wait for its place: no doing of its server."""
        self.finished: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.cut = ""
        """Why the body is not whole: `too_large`, `deadline`, `fragmented` or `connection_lost`."""
        self.is_large = False
        """Whether it holds one of the places for large bodies."""
        self._limit = limit
        self._large = large
        self._on_wait = on_wait
        self._content = bytearray()
        self._pieces = 0
        self._waiting: asyncio.Task[None] | None = None

    def content(self) -> bytes:
        """Return what came."""
        return bytes(self._content)

    def stop(self, why: str) -> None:
        """Hang up."""
        self.cut = why
        self._end()
        connection = self.transport and self.transport._producer  # noqa: SLF001  # its proxy cannot abort
        if connection is not None:
            connection.abortConnection()

    def dataReceived(self, data: bytes) -> None:
        """Keep what fits."""
        if self.finished.done():
            return
        room = self._limit - len(self._content)
        self._content += data[:room]
        self._pieces += 1
        if len(data) > room:
            self.stop("too_large")
        elif self._pieces > PIECES and len(self._content) < SMALLEST_PIECE * self._pieces:
            self.stop("fragmented")
        elif len(self._content) > SMALL_BYTES and self._waiting is None:
            self.transport.pauseProducing()
            self._on_wait()
            self._waiting = asyncio.ensure_future(self._enter())

    def connectionLost(self, reason: Failure = connectionDone) -> None:
        """Take the end of the body, or of the connection, for the end."""
        if not self.finished.done() and not reason.check(ResponseDone, PotentialDataLoss):
            self.cut = "connection_lost"
        self._end()

    async def _enter(self) -> None:
        await self._large.enter()
        self.is_large = True
        if not self.finished.done():
            self.transport.resumeProducing()

    def _end(self) -> None:
        if not self.finished.done():
            self.finished.set_result(None)
        if self._waiting is not None and not self.is_large:
            self._waiting.cancel()
