"""One child process that works on hostile bodies, one after the other, and the connection to it.

A pair of sockets is all there is between the two: the crawl's event loop writes a task and reads what came of
it, without threads, locks or shared queues. Either side sees at once when the other is gone.
"""

import asyncio
import gc
import multiprocessing
import resource
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import forkserver
from typing import Any, TypeVar

from crawler.children.beside import without_collecting
from crawler.children.messages import (
    LENGTH,
    LONGEST_ANSWER,
    BadAnswerError,
    answer_message,
    framed,
    result_of,
    task_message,
)
from evidence.errors import LinkwitnessError

MEMORY_BYTES = 1024**3
CPU_S = 5
BUFFER_BYTES = 1024 * 1024
READY = b"+"
"""The first thing a child says."""
T = TypeVar("T")


class ChildLostError(Exception):
    """The child ended before it answered."""


class NoChildError(LinkwitnessError):
    """No child can be started, so nothing can be read."""

    def __init__(self, why: OSError | EOFError) -> None:
        has_ended = isinstance(why, EOFError | ConnectionError)  # which of them depends on Python's version
        said = "it ended at once" if has_ended else str(why)
        super().__init__(
            f"a process that reads pages cannot be started: {said}. Let this user have more processes, open "
            "files or memory (`ulimit -a`) and start again; what was not visited stays due"
        )


class Child:
    """A child process as its parent sees it."""

    def __init__(self, process: Any, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._process = process
        self._reader = reader
        self._writer = writer

    @classmethod
    async def start(cls) -> "Child":
        """Start one; the first waits until the server that forks them has imported what they need.

        Raises:
            NoChildError: the system has no room for it.
        """
        context = _context()
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                process = context.Process(target=_work, args=(theirs,), daemon=True)
                await asyncio.to_thread(process.start)
            reader, writer = await asyncio.open_connection(sock=ours, limit=BUFFER_BYTES)
            try:
                await reader.readexactly(len(READY))
            except BaseException:
                writer.close()
                raise
        except (OSError, EOFError) as error:
            ours.close()
            raise NoChildError(error) from error
        except BaseException:
            ours.close()
            raise
        return cls(process, reader, writer)

    async def run(self, function: Callable[[Any], T], task: Any) -> T:
        """Run `function(task)` in the child.

        Raises:
            ChildLostError: it used up a budget that the kernel keeps, was killed, or says what no child does.
            MemoryError, RecursionError: the function used up its own.
            RuntimeError: the function failed otherwise; the message is its traceback.
        """
        self._writer.write(framed(task_message(function, task)))
        try:
            (length,) = LENGTH.unpack(await self._reader.readexactly(LENGTH.size))
            if length > LONGEST_ANSWER:
                raise ChildLostError
            return result_of(function, await self._reader.readexactly(length))
        except (asyncio.IncompleteReadError, ConnectionError, BadAnswerError) as lost:
            raise ChildLostError from lost

    async def end(self) -> None:
        """End it, whatever it does."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self._writer.close()
        with suppress(ConnectionError):
            await self._writer.wait_closed()


@contextmanager
def loading() -> Iterator[None]:
    """Import what a crawl needs, while the server that forks children does the same.

    Nothing imported is garbage: looking for some among it takes a tenth of the time.
    """
    prepare()
    with without_collecting():
        yield
        gc.freeze()


def prepare() -> None:
    """Let the server that forks children import what they need, while its parent does other things.

    Raises:
        NoChildError: it cannot be started.
    """
    _context()
    try:
        forkserver.ensure_running()
    except OSError as error:
        raise NoChildError(error) from error


def _context() -> multiprocessing.context.ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["crawler.children.preloaded"])
    return context


def _work(connection: socket.socket) -> None:
    """Work until the parent hangs up (in the child)."""
    _confine()
    with connection, connection.makefile("rb") as tasks, suppress(ConnectionError):
        connection.sendall(READY)
        while head := tasks.read(LENGTH.size):
            (length,) = LENGTH.unpack(head)
            connection.sendall(framed(answer_message(tasks.read(length), _allow_cpu_time)))


def _confine() -> None:
    """Limit the child's memory, and leave the end of the crawl to the crawl."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    memory = MEMORY_BYTES if most == resource.RLIM_INFINITY else min(MEMORY_BYTES, most)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _allow_cpu_time() -> None:
    """Give this one task its processor time; the kernel ends a child that uses more."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + CPU_S + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
