"""Collecting a response body up to a bound."""

import asyncio
from typing import Any

from twisted.internet.protocol import Protocol, connectionDone
from twisted.python.failure import Failure
from twisted.web.client import ResponseDone
from twisted.web.http import PotentialDataLoss

SMALL_BYTES = 256 * 1024
"""Bodies below this, as they come over the wire, are taken at once; nearly all are. Of 512
domains, the most there can be with those that wait, they take 128 MiB."""
LARGE_AT_ONCE = 4
"""Larger bodies held at the same time, until they have been read: bounds the memory of the crawl (G1)."""
LARGE_WAIT_S = 30.0
"""How long such a body waits for its place, as long as a server has for all of it."""
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


class ServerTime:
    """The time that a server has, which stands still while the server waits for us."""

    def __init__(self, timeout: asyncio.Timeout) -> None:
        self._timeout = timeout
        self._left_s = 0.0

    def pause(self) -> None:
        """Begin to wait for us."""
        now, end = asyncio.get_running_loop().time(), self._timeout.when()
        self._left_s = 0.0 if end is None else end - now
        self._timeout.reschedule(now + LARGE_WAIT_S)

    def resume(self) -> None:
        """Go on."""
        self._timeout.reschedule(asyncio.get_running_loop().time() + self._left_s)


class Body(Protocol):
    """Keeps what comes until the bound, then hangs up; a body that breaks off is kept and marked."""

    transport: Any
    """Twisted's proxy of the connection, which declares less than it does."""

    def __init__(self, limit: int, large: LargeBodies, time: ServerTime) -> None:
        """`time` stands still while a large body waits for its place: no doing of its server."""
        self.finished: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.cut = ""
        """Why the body is not whole: `too_large`, `deadline`, `fragmented` or `connection_lost`."""
        self.is_large = False
        """Whether it holds one of the places for large bodies."""
        self._limit = limit
        self._large = large
        self._time = time
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
            self._time.pause()
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
            self._time.resume()
            self.transport.resumeProducing()

    def _end(self) -> None:
        if not self.finished.done():
            self.finished.set_result(None)
        if self._waiting is not None and not self.is_large:
            self._waiting.cancel()
