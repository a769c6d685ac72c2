"""A process that has imported everything and waits: each program that `tests.forked` asks for is a fork of it.

Run as `python -m tests.forking MODULE...` with a socket as standard input. Ends when nobody holds the other end.
"""

import atexit
import contextlib
import gc
import importlib
import json
import os
import pkgutil
import runpy
import signal
import socket
import sys
import time
import warnings
from typing import Any

from tests.forked import NUMBER_BYTES

LONGEST_BYTES = 1024 * 1024
"""Of one message: words and environment of a program."""
NEVER_BEFORE = {"__main__", "preloaded", "env"}
"""Modules that do something when they are imported."""


def import_all(name: str) -> None:
    """Import a module and what is in it."""
    module = importlib.import_module(name)
    for inner in pkgutil.iter_modules(getattr(module, "__path__", ())):
        if inner.name not in NEVER_BEFORE:
            import_all(f"{name}.{inner.name}")


def serve(asked: socket.socket) -> tuple[dict[str, Any], list[int]]:
    """Fork for every message; return in the fork, with the message and its files: input, output, errors."""
    while True:
        message, files, _, _ = socket.recv_fds(asked, LONGEST_BYTES, 4)
        if not message:
            sys.exit()
        *standard, told = files
        with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
            forked = os.fork() == 0  # the threads there are, of allocators, take no locks and are not missed
            if forked and not _waits_for_its_fork(told, [asked.fileno(), *standard]):
                asked.close()
                return json.loads(message), standard
        for file in files:
            os.close(file)
        with contextlib.suppress(ChildProcessError):
            while os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG):
                pass  # those that ended before are forgotten


def _waits_for_its_fork(told: int, others: list[int]) -> bool:
    """Fork once more: tell the number of the fork and how it ends. Returns in the fork only."""
    pid = os.fork()
    if not pid:
        os.close(told)
        return False
    for file in others:
        os.close(file)
    os.write(told, pid.to_bytes(NUMBER_BYTES, "little"))
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    os.write(told, code.to_bytes(NUMBER_BYTES, "little", signed=True))
    os._exit(0)


def become(program: dict[str, Any], standard: list[int]) -> None:
    """Take over folder, environment, words and standard files, then run the module as `python -m` does."""
    for number, file in enumerate(standard):
        os.dup2(file, number)
        os.close(file)
    os.chdir(program["folder"])
    os.environ.clear()
    os.environ.update(program["environment"])
    time.tzset()
    sys.path[:1] = [program["folder"], *os.environ.get("PYTHONPATH", program["folder"]).split(os.pathsep)]
    sys.argv[1:] = program["words"]
    signal.signal(signal.SIGINT, signal.default_int_handler)
    runpy.run_module(program["module"], run_name="__main__", alter_sys=True)


class End:
    """The end of a fork: without taking down, one by one, the thousands of modules that it shares."""

    code: object = 0

    def leave(self) -> None:
        """End when all else that waits for the end of a program is done."""
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(self.code if isinstance(self.code, int) else self.code is not None)


def main() -> None:
    """Import, serve; what follows runs in a fork."""
    end = End()
    atexit.register(end.leave)  # the first to come is the last to go
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # its threads would be missing in a fork
    for name in sys.argv[1:]:
        import_all(name)
    gc.collect()
    gc.freeze()
    asked = socket.socket(fileno=os.dup(0))
    try:
        become(*serve(asked))
    except SystemExit as error:
        end.code = error.code
        raise
    except BaseException:
        end.code = 1
        raise


if __name__ == "__main__":
    main()
