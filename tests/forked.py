"""Programs that begin loaded: importing takes a second, a fork of who has imported already a hundredth.

Processes all the same, with their own folder, environment, files and end. Where starting itself is what a test
is about (the README, the demonstration, help, memory), a test starts Python.
"""

import atexit
import functools
import json
import os
import select
import socket
import subprocess
import sys
import weakref
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NUMBER_BYTES = 4
"""Of a number that the process that forks tells."""


class Written:
    """What a program writes."""

    def __init__(self) -> None:
        self.files = [os.memfd_create(name) for name in ("out", "errors")]
        for file in self.files:
            weakref.finalize(self, os.close, file)

    def __call__(self) -> tuple[str, str]:
        """Return what it has written so far to standard output and to standard error."""
        # Read so that the place where the other process writes does not move.
        out, errors = (os.pread(file, os.fstat(file).st_size, 0).decode() for file in self.files)
        return out, errors


class Started(subprocess.Popen[bytes]):
    """A running program that begins as any does."""

    written: Written


class Forked:
    """A running program that began loaded."""

    def __init__(self, told: int, written: Written) -> None:
        """`told`: where its number and later its exit code come; taken over."""
        self._told = told
        weakref.finalize(self, os.close, told)
        self.written = written
        self.pid = self._number()
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Return its exit code, negative for a signal; None while it runs."""
        if self.returncode is None and select.select([self._told], [], [], 0)[0]:
            self.wait()
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the end and return the exit code.

        Raises:
            TimeoutError: it still runs after `timeout` seconds.
        """
        if self.returncode is None:
            if not select.select([self._told], [], [], timeout)[0]:
                raise TimeoutError
            self.returncode = self._number()
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Send a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def _number(self) -> int:
        return int.from_bytes(os.read(self._told, NUMBER_BYTES), "little", signed=True)


def start(module: str, words: Sequence[str], *, folder: Path, options: tuple[str, ...] = ()) -> Started:
    """Run `python OPTIONS -m MODULE WORDS` in the folder."""
    written = Written()
    out, errors = written.files
    command = [sys.executable, *options, "-m", module, *words]
    process = Started(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=errors)
    process.written = written
    return process


def fork(
    module: str,
    words: Sequence[str],
    *,
    loaded: tuple[str, ...],
    folder: Path,
    environment: Mapping[str, str] = os.environ,
    given: bytes = b"",
    options: tuple[str, ...] = (),
) -> Forked:
    """Do the same in a fork that has imported `loaded` and all in it already.

    `given`: what it reads from standard input.
    """
    asked = _server(loaded, options)
    program = {"module": module, "words": words, "folder": str(folder), "environment": dict(environment)}
    written = Written()
    standard_input = os.memfd_create("in")
    os.pwrite(standard_input, given, 0)
    reading, writing = os.pipe()
    try:
        socket.send_fds(asked, [json.dumps(program).encode()], [standard_input, *written.files, writing])
    finally:
        os.close(standard_input)
        os.close(writing)
    return Forked(reading, written)


@functools.cache
def _server(loaded: tuple[str, ...], options: tuple[str, ...]) -> socket.socket:
    """Return the connection to the process that forks; it begins with the first program and ends with the tests."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    command = [sys.executable, *options, "-m", "tests.forking", *loaded]
    with theirs:
        process = subprocess.Popen(command, cwd=ROOT, stdin=theirs.fileno(), stdout=subprocess.DEVNULL)

    def end() -> None:
        ours.close()
        process.wait()

    atexit.register(end)
    return ours
