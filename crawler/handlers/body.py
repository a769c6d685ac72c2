"""Collecting a response body up to a bound."""

import asyncio

from twisted.internet.protocol import Protocol, connectionDone
from twisted.python.failure import Failure
from twisted.web.client import ResponseDone
from twisted.web.http import PotentialDataLoss


class Body(Protocol):
    """Keeps what comes until the bound, then hangs up; a body that breaks off is kept and marked."""

    def __init__(self, limit: int) -> None:
        self.finished: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.cut = ""
        """Why the body is not whole: `too_large`, `deadline` or `connection_lost`; empty when it is."""
        self._limit = limit
        self._parts: list[bytes] = []
        self._size = 0

    def content(self) -> bytes:
        """Return what came."""
        return b"".join(self._parts)

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
        self._parts.append(data[: self._limit - self._size])
        self._size += len(data)
        if self._size > self._limit:
            self.stop("too_large")

    def connectionLost(self, reason: Failure = connectionDone) -> None:
        """Take the end of the body, or of the connection, for the end."""
        if not self.finished.done() and not reason.check(ResponseDone, PotentialDataLoss):
            self.cut = "connection_lost"
        self._end()

    def _end(self) -> None:
        if not self.finished.done():
            self.finished.set_result(None)
