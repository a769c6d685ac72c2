"""Work beside one's own: a generator runs in another process, and its items come over as it makes them."""

import fcntl
import gc
import multiprocessing
import signal
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any, TypeVar

T = TypeVar("T")
PIPE_BYTES = 1024 * 1024
"""What may wait on its way, so that neither side waits for each item of the other; most that Linux allows."""


def beside(produce: Callable[..., Iterator[T]], *given: object) -> Generator[T]:
    """Yield what `produce(*given)` yields in a process of its own, and raise what it raises.

    The process ends with this generator (close it), and when the process that reads from it is killed.

    Raises:
        EOFError: the process was killed.
    """
    context = multiprocessing.get_context("spawn")
    receiving, sending = context.Pipe(duplex=False)
    if sys.platform == "linux":
        fcntl.fcntl(sending.fileno(), fcntl.F_SETPIPE_SZ, PIPE_BYTES)
    process = context.Process(target=_send_all, args=(sending, produce, given))
    process.start()
    sending.close()
    try:
        while True:
            items, error = receiving.recv()
            yield from items
            if error:
                raise error
            if not items:
                return
    finally:
        receiving.close()
        process.kill()
        process.join()
        process.close()


@contextmanager
def without_collecting() -> Iterator[None]:
    """Look for no circles of garbage: rows handed on have none, and looking takes a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _send_all(sending: Connection, produce: Callable[..., Iterator[Any]], given: tuple[object, ...]) -> None:
    """Runs in the other process. Ctrl-C reaches both; the reading one tells this one what comes of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with without_collecting():
            for item in produce(*given):
                sending.send(((item,), None))
    except BrokenPipeError:
        return
    except Exception as error:  # noqa: BLE001  # whatever it is, the reading process shall raise it
        sending.send(((), error))
    else:
        sending.send(((), None))
