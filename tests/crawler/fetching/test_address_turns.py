"""Two requests at once to an address, whoever asks."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from ipaddress import ip_address
from pathlib import Path

import pytest

from crawler.fetching.address_turns import PER_ADDRESS, AddressTurns
from tests.forked import ROOT

ADDRESS, OTHER = ip_address("192.0.2.1"), ip_address("2001:db8::1")
BESIDE = """
import asyncio, sys
from contextlib import AsyncExitStack
from ipaddress import ip_address
from pathlib import Path
from crawler.fetching.address_turns import AddressTurns

async def main():
    turns = AddressTurns(Path(sys.argv[1]))
    async with AsyncExitStack() as held:
        for _ in range(int(sys.argv[3])):
            await held.enter_async_context(turns.at(ip_address(sys.argv[2])))
        print("held", flush=True)
        sys.stdin.read()

asyncio.run(main())
"""


@contextmanager
def held_beside(folder: Path, turns: int) -> Iterator[subprocess.Popen[str]]:
    """Let another process have turns at `ADDRESS`."""
    command = [sys.executable, "-c", BESIDE, str(folder), str(ADDRESS), str(turns)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


async def most_at_once(turns: AddressTurns, requests: int) -> int:
    """Let that many requests go to `ADDRESS`; return how many had their turn at the same time."""
    now = most = 0

    async def ask() -> None:
        nonlocal now, most
        async with turns.at(ADDRESS):
            now += 1
            most = max(most, now)
            await asyncio.sleep(0)
            now -= 1

    await asyncio.gather(*(ask() for _ in range(requests)))
    return most


@pytest.mark.parametrize(("beside", "here"), [(0, 2), (1, 1)])
def test_turns_left(tmp_path: Path, beside: int, here: int) -> None:
    turns = AddressTurns(tmp_path / "archive")
    with held_beside(tmp_path / "archive", beside):
        assert asyncio.run(most_at_once(turns, 20)) == here
    turns.close()


def test_what_was_never_asked_for_is_given_back_too(tmp_path: Path) -> None:
    AddressTurns(tmp_path / "archive").close()
    assert not (tmp_path / "archive").exists(), "made when somebody asks"


def test_none_is_left_until_the_other_crawl_dies(tmp_path: Path) -> None:
    """Killed, it gives its turns back all the same; another address is free all the time."""
    turns = AddressTurns(tmp_path)

    async def run(beside: subprocess.Popen[str]) -> None:
        async with turns.at(OTHER):
            waiting = asyncio.create_task(most_at_once(turns, 5))
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.shield(waiting), 0.2)
        assert not waiting.done()
        beside.kill()
        assert await waiting == PER_ADDRESS

    with held_beside(tmp_path, PER_ADDRESS) as beside:
        asyncio.run(run(beside))
    turns.close()
