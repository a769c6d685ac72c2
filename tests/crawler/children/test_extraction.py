"""Child processes that read hostile bodies: they start, work and end without a word."""

import asyncio
import gzip
import os
import signal
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest

from crawler.children.child import Child
from crawler.children.extraction import LARGE_PLACES, Extraction
from crawler.children.tasks import Read, Task
from crawler.fetching.failures import FetchError
from evidence.property import Property
from evidence.visited import Fetched

URL = "http://page.test/"
TASK = Task(
    body=b"<p>three visible words",
    headers={},
    fetched=Fetched(url=URL, final_url=URL, status=200),
    property=Property(name="shop.example", domains=("shop.example",)),
    backlinks=(),
)
PROGRAM = """
from crawler.children.extraction import extraction_beside
from tests.crawler.children.test_extraction import TASK

if __name__ == "__main__":
    for _ in range(4):
        with extraction_beside() as schedule:
            print(schedule(TASK).result().reading.columns["words"])
            left_alone = [schedule(TASK) for _ in range(3)]
"""


def words(read: Read) -> int:
    assert read.reading is not None
    return int(read.reading.columns["words"])


def test_children_that_are_still_starting_end_in_silence() -> None:
    """One page is waited for, three are not: their children have hardly begun when the work is done."""
    ended = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM], capture_output=True, text=True, check=True, timeout=60
    )
    assert (ended.stdout.split(), ended.stderr) == (["3"] * 4, "")


def test_work_may_come_before_its_children_are_started() -> None:
    """The property's own pages go to the large lane, which starts second."""

    async def run() -> list[int]:
        extraction = Extraction(processes=1)
        large = replace(TASK, body=b"<p>" + b"word " * 60_000)
        early = [asyncio.create_task(extraction.read(task)) for task in (large, TASK)]
        await asyncio.sleep(0)
        await extraction.start()
        found = [words(one) for one in await asyncio.gather(*early, extraction.read(TASK))]
        await extraction.close()
        return found

    assert asyncio.run(run()) == [60_000, 3, 3]


FEW_FILES = """
import asyncio, os, resource
from crawler.children.child import Child
from crawler.children.extraction import Extraction
from tests.crawler.children.test_extraction import TASK, words

async def run():
    first = await Child.start()
    few = len(os.listdir("/proc/self/fd")) + 12
    resource.setrlimit(resource.RLIMIT_NOFILE, (few, few))
    extraction = Extraction(processes=20)
    await extraction._ordinary.start()
    print(extraction._ordinary._places)
    print(sum(words(one) for one in await asyncio.gather(*(extraction.read(TASK) for _ in range(40)))))
    await extraction.close()
    await first.end()

if __name__ == "__main__":
    asyncio.run(run())
"""


def test_where_some_children_cannot_be_started_the_others_do_their_work() -> None:
    ended = subprocess.run(
        [sys.executable, "-W", "error", "-c", FEW_FILES],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    places, read = map(int, ended.stdout.split())
    assert 1 <= places < 20
    assert (read, ended.stderr) == (40 * 3, "")


NOWHERE = """
import tempfile
from crawler.children.child import NoChildError, prepare

tempfile.tempdir = "/nowhere"
try:
    prepare()
except NoChildError as error:
    print(error)
"""


def test_where_the_server_that_forks_children_has_no_place_that_is_said() -> None:
    """Hostile case 113: it talks through a socket in the folder for temporary files."""
    ended = subprocess.run(
        [sys.executable, "-W", "error", "-c", NOWHERE], capture_output=True, text=True, check=True, timeout=60
    )
    assert "cannot be started: [Errno 2] No such file or directory: '/nowhere/" in ended.stdout
    assert ended.stderr == ""


def test_a_killed_child_costs_its_page_and_no_other() -> None:
    async def run() -> None:
        extraction = Extraction(processes=1)
        with pytest.raises(FetchError, match="parse_budget"):
            await extraction._ordinary.run(kill_self, signal.SIGKILL)
        assert words(await extraction.read(TASK)) == 3
        await extraction.close()

    asyncio.run(run())


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_children_leave_the_end_of_the_crawl_to_the_crawl(number: signal.Signals) -> None:
    async def run() -> None:
        one = await Child.start()
        assert await one.run(kill_self, number) == number
        await one.end()

    asyncio.run(run())


@pytest.mark.parametrize(("function", "task"), [(bytes, 4 * 1024**3), (sum, ["not a number"])])
def test_what_goes_wrong_in_a_child_is_told(function: type, task: object) -> None:
    """Memory is a budget; anything else is a defect of ours and no word about the page."""

    async def run() -> None:
        extraction = Extraction(processes=1)
        wanted: type[Exception] = FetchError if function is bytes else RuntimeError
        with pytest.raises(wanted):
            await extraction._ordinary.run(function, task)
        assert words(await extraction.read(TASK)) == 3
        await extraction.close()

    asyncio.run(run())


@pytest.mark.parametrize("says", ["not a reading", {"reading": None}, [b"cos\nsystem\n(S'true'\ntR."]])
def test_a_child_says_what_it_was_asked_for_or_is_ended(says: object) -> None:
    """One that a hostile page has taken over says anything; nothing of it is run or believed."""

    async def run() -> None:
        extraction = Extraction(processes=1)
        with pytest.raises(FetchError, match="parse_budget"):
            await extraction._ordinary.run(lie, says)
        assert words(await extraction.read(TASK)) == 3
        await extraction.close()

    asyncio.run(run())


def test_a_child_that_does_not_answer_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    async def run() -> None:
        extraction = Extraction(processes=1)
        await extraction.read(TASK)
        monkeypatch.setattr("crawler.children.extraction.WALL_S", 0.2)
        with pytest.raises(FetchError, match="parse_budget"):
            await extraction._ordinary.run(stop_self, None)
        monkeypatch.undo()
        assert words(await extraction.read(TASK)) == 3
        await extraction.close()

    asyncio.run(run())


def test_many_pages_wait_for_few_children() -> None:
    async def run() -> list[int]:
        extraction = Extraction(processes=2)
        tasks = [replace(TASK, body=b"<p>" + b"word " * number) for number in range(40)]
        found = [words(one) for one in await asyncio.gather(*map(extraction.read, tasks))]
        await extraction.close()
        return found

    assert asyncio.run(run()) == list(range(40))


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"<p>" + b"word " * 60_000, {}),
        (gzip.compress(b"<p>" + b"word " * 60_000), {"content-encoding": "gzip"}),
    ],
    ids=["large", "small but unpacks to a large one"],
)
def test_a_large_page_keeps_no_ordinary_one_waiting(body: bytes, headers: dict[str, str]) -> None:
    """Hostile cases 25 to 30: a few kilobytes on the wire may be ten megabytes to read."""

    async def run() -> int:
        extraction = Extraction(processes=1)
        taken = [await extraction._large._free.get() for _ in range(LARGE_PLACES)]
        large = asyncio.create_task(extraction.read(replace(TASK, body=body, headers=headers)))
        await asyncio.sleep(0)
        assert words(await extraction.read(TASK)) == 3
        assert not large.done()
        for child in taken:
            extraction._large._free.put_nowait(child)
        found = words(await large)
        await extraction.close()
        return found

    assert asyncio.run(run()) == 60_000


def lie(says: Any) -> Read:
    answer: Read = says
    return answer


def kill_self(number: signal.Signals) -> signal.Signals:
    os.kill(os.getpid(), number)
    return number


def stop_self(_: None) -> None:
    os.kill(os.getpid(), signal.SIGSTOP)


def test_children_start_without_threads() -> None:
    """A process with threads must not be forked, and Python says so from 3.12 on."""

    async def run() -> int:
        one = await Child.start()
        threads = await one.run(os.listdir, "/proc/self/task")
        await one.end()
        return len(threads)

    assert asyncio.run(run()) == 1
