"""A web server on loopback that tests can tell how to behave, and that writes down who asked for what.

One process, one thread, raw asyncio: a route gives the bytes of its answer, so it can also break HTTP.
"""

import asyncio
import ssl
import threading
import time
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from http.client import responses
from typing import Self

Answer = bytes | AsyncIterator[bytes]


@dataclass(frozen=True, slots=True)
class Asked:
    """One request, as it arrived."""

    host: str
    path: str
    headers: Mapping[str, str]
    at: float


@dataclass
class WebServer:
    """Answers by host and path; everything else is 404."""

    routes: dict[tuple[str, str], Callable[[Asked], Answer]] = field(default_factory=dict)
    log: list[Asked] = field(default_factory=list)
    port: int = 0
    tls: ssl.SSLContext | None = None

    def page(
        self, host: str, path: str, body: str | bytes = "", *, status: int = 200, **headers: str
    ) -> None:
        """Serve one fixed page."""
        content = body.encode() if isinstance(body, str) else body
        self.routes[host, path] = lambda _: response(content, status=status, **headers)

    def asked(self, host: str) -> list[str]:
        """Return the paths that were asked of a host, in order."""
        return [request.path for request in self.log if request.host == host]

    def __enter__(self) -> Self:
        ready = threading.Event()
        self._loop = asyncio.new_event_loop()

        def run() -> None:
            asyncio.set_event_loop(self._loop)
            server = self._loop.run_until_complete(
                asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=self.tls, backlog=1024)
            )
            self.port = server.sockets[0].getsockname()[1]
            ready.set()
            self._loop.run_forever()
            server.close()
            for task in asyncio.all_tasks(self._loop):
                task.cancel()
            self._loop.run_until_complete(asyncio.sleep(0))
            self._loop.close()

        self._thread = threading.Thread(target=run, daemon=True)
        self._thread.start()
        ready.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                if not await self._answer(_asked(head), writer):
                    break
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _answer(self, asked: Asked, writer: asyncio.StreamWriter) -> bool:
        """Answer; say whether the connection may be used again."""
        self.log.append(asked)
        route = self.routes.get((asked.host, asked.path))
        answer = response(b"", status=404) if route is None else route(asked)
        if isinstance(answer, bytes):
            writer.write(answer)
            await writer.drain()
            return True
        async for part in answer:
            writer.write(part)
            await writer.drain()
        return False


def response(body: bytes = b"", *, status: int = 200, **headers: str) -> bytes:
    """Return a whole HTTP response; header names may be written with underscores."""
    fields = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
    fields |= {name.replace("_", "-").title(): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"HTTP/1.1 {status} {responses.get(status, '')}\r\n{head}\r\n".encode("latin-1") + body


def _asked(head: bytes) -> Asked:
    first, *lines = head.decode("latin-1").rstrip().split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    host = headers.get("host", "").partition(":")[0]
    return Asked(host=host, path=first.split(" ")[1], headers=headers, at=time.monotonic())
