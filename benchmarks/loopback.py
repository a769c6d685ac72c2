"""The web server that crawls are measured against, and what it saw of them."""

import asyncio
import json
import multiprocessing
import os
import random
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import Any

HOSTS = 200
IMAGE = "https://shop.example/images/blue-bottle.jpg"
EMPTY = b"/empty/"
"""In the path of pages that carry no reference."""
TICKS = os.sysconf("SC_CLK_TCK")


def body(kilobytes: int, *, carries: bool = True) -> bytes:
    """Return a page of about that size, with or without a link to the property's image.

    Of 181 saved news pages (weighted by size: 3.8 elements and 0.9 links or images in a kilobyte, packed to a
    fifth by zlib) it has the make-up: the rest is text, styles and script.
    """
    chance = random.Random(kilobytes)
    words = ["".join(chance.choices("etaoinshrdlucm", k=chance.randint(2, 9))) for _ in range(2_000)]

    def sentence(length: int) -> str:
        return (
            " ".join(words[int(chance.paretovariate(0.6)) % 2_000] for _ in range(length)).capitalize() + ". "
        )

    link = f'<a href="{IMAGE}">bottle</a>' if carries else ""
    parts = [f"<html lang=en><title>{sentence(4)}</title><style>p {{ margin: 0 }}</style>{link}"]
    size = number = 0
    while size < kilobytes * 1000:
        part = (
            f'<div class="row c{number % 7}"><h2>{sentence(4)}</h2><p>{sentence(30)}'
            f'<a href="/match/{number}">{sentence(3)}</a> <img src="/img/{number}.jpg" alt="{sentence(2)}"></p>'
            f"</div>\n<script>var match{number} = {json.dumps({'state': sentence(220)})};</script>\n"
        )
        parts.append(part)
        size += len(part)
        number += 1
    return "".join(parts).encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the server saw of a contestant."""

    requests: int
    seconds: float
    """From the first request to the last."""


class LoopbackWeb:
    """Answers `/SIZE/...` with a page of that size, everything else with 404; in a process of its own."""

    def __init__(self, sizes: list[int]) -> None:
        self._log = multiprocessing.Array("d", 3)
        listener = socket.create_server(("127.0.0.1", 0), backlog=1024)
        self.port: int = listener.getsockname()[1]
        pages = {
            str(size).encode(): (_answer(body(size)), _answer(body(size, carries=False))) for size in sizes
        }
        fork = multiprocessing.get_context("fork")
        self._process = fork.Process(target=self._serve, args=(listener, pages), daemon=True)
        self._process.start()

    @property
    def pid(self) -> int:
        """Return its process."""
        assert self._process.pid is not None
        return self._process.pid

    def forget(self) -> None:
        """Begin to count anew."""
        self._log[:] = [0.0, 0.0, 0.0]

    def seen(self) -> Seen:
        """Return what came since."""
        requests, first, last = self._log[:]
        return Seen(requests=int(requests), seconds=last - first)

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.join()

    def _serve(self, listener: socket.socket, pages: dict[bytes, tuple[bytes, bytes]]) -> None:
        missing = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
        log: Any = self._log.get_obj()  # one writer, no lock

        async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            try:
                while True:
                    path = (await reader.readuntil(b"\r\n\r\n")).split(b" ", 2)[1]
                    log[0] += 1
                    log[2] = time.monotonic()
                    log[1] = log[1] or log[2]
                    full, empty = pages.get(path.split(b"/")[1], (missing, missing))
                    writer.write(empty if EMPTY in path else full)
                    await writer.drain()
            except (asyncio.IncompleteReadError, ConnectionError):
                writer.close()

        async def run() -> None:
            server = await asyncio.start_server(answer, sock=listener)
            await server.serve_forever()

        asyncio.run(run())


def _answer(page: bytes) -> bytes:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n"
    allowed = b"LinkChecker: yes\r\n"  # it lifts its cap only where the server says so
    return head % len(page) + allowed + b"\r\n" + page


def urls(size: int, pages: int, *, without: int) -> list[str]:
    """Return page addresses, spread over hosts; `without` of a hundred, wherever they are, carry no reference."""
    kinds = ["empty/" if number % 100 < without else "" for number in range(pages)]
    random.Random(1).shuffle(kinds)
    return [f"http://site{page % HOSTS}.test/{size}/{kind}{page}" for page, kind in enumerate(kinds)]


class ProcessorTime:
    """Processor time of everything that a block of code starts, looked up five times a second."""

    def __init__(self) -> None:
        self._by_process: dict[int, float] = {}

    @property
    def seconds(self) -> float:
        """Return what they used, as far as it was seen."""
        return sum(self._by_process.values())

    @contextmanager
    def of_descendants(self, *, but: int) -> Iterator[None]:
        """Watch every descendant of this process except one."""
        over = Event()
        thread = Thread(target=self._watch, args=(over, but))
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()

    def _watch(self, over: Event, but: int) -> None:
        while not over.wait(0.2):
            parents: dict[int, int] = {}
            used: dict[int, float] = {}
            for entry in Path("/proc").glob("[0-9]*/stat"):
                try:
                    fields = entry.read_text("ascii", "replace").rpartition(")")[2].split()
                except OSError:
                    continue
                process = int(entry.parent.name)
                parents[process] = int(fields[1])
                used[process] = (int(fields[11]) + int(fields[12])) / TICKS
            for process in used.keys() - {but}:
                if os.getpid() in _ancestors(process, parents):
                    self._by_process[process] = used[process]


def _ancestors(process: int, parents: dict[int, int]) -> Iterator[int]:
    while process in parents:
        process = parents[process]
        yield process
