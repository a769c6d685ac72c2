"""Work in another process: what it makes arrives, what it raises is raised, and it never outlives its reader."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress

import pytest

from crawler.children.beside import beside
from evidence.errors import LinkwitnessError


def numbers(up_to: int) -> Iterator[int]:
    yield from range(up_to)


def failing() -> Iterator[int]:
    yield 1
    raise LinkwitnessError("the file ends here")


def own_id_forever() -> Iterator[int]:
    while True:
        yield os.getpid()


def suicidal() -> Iterator[int]:
    yield 1
    os.kill(os.getpid(), signal.SIGKILL)


def lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def wait_for_end_of(process: int) -> None:
    while lives(process):
        time.sleep(0.01)


def test_items_arrive_in_order() -> None:
    assert list(beside(numbers, 1_000)) == list(range(1_000))


def test_an_error_is_raised_where_the_items_are_read() -> None:
    arriving = beside(failing)
    assert next(arriving) == 1
    with pytest.raises(LinkwitnessError, match="ends here"):
        next(arriving)


def test_a_process_that_was_killed_is_no_end_of_the_file() -> None:
    with pytest.raises(EOFError):
        list(beside(suicidal))


def test_the_process_ends_with_the_generator() -> None:
    with closing(beside(own_id_forever)) as arriving:
        process = next(arriving)
        assert process != os.getpid()
        assert lives(process)
    assert not lives(process)


def test_the_process_ends_with_a_reader_that_is_killed() -> None:
    reading = (
        "from crawler.children.beside import beside; from tests.crawler.children.test_beside import own_id_forever\n"
        "for process in beside(own_id_forever): print(process, flush=True)"
    )
    reader = subprocess.Popen([sys.executable, "-c", reading], stdout=subprocess.PIPE, text=True)
    with reader, suppress(ProcessLookupError):
        assert reader.stdout
        process = int(reader.stdout.readline())
        reader.kill()
    wait_for_end_of(process)
