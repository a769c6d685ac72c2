"""Turns at an address: a hundred domains of one cheap host are one machine (hostile case 81).

The crawls of one archive folder share a file without content, in which every address has its bytes: a request
locks one of them. The kernel drops the locks of a process that dies, however it dies.
"""

import asyncio
import fcntl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import BinaryIO
from weakref import WeakValueDictionary

from crawler.fetching.addresses import Address
from store.identity import key

FILE = "addresses.lock"
PER_ADDRESS = 2
"""Requests at once to one address."""
ASK_AGAIN_S = 0.05
"""When another crawl has all turns: no kernel tells of a lock that became free without stopping us."""


class AddressTurns:
    """Lets few requests at once go to an address, of this crawl and of those beside it."""

    def __init__(self, folder: Path) -> None:
        """`folder`: the archive, which crawls of one store share; made when it is not there."""
        self._folder = folder
        self._file: BinaryIO | None = None
        self._taken: set[int] = set()
        """Bytes that this process locked: to lock them again would succeed."""
        self._queues: WeakValueDictionary[Address, asyncio.Semaphore] = WeakValueDictionary()
        """As long as somebody here waits for the address or asks it."""

    @asynccontextmanager
    async def at(self, address: Address) -> AsyncIterator[None]:
        """Wait for a turn, and have it for the block.

        Raises:
            OSError: the file cannot be made.
        """
        queue = self._queues.setdefault(address, asyncio.Semaphore(PER_ADDRESS))
        async with queue:
            file = self._opened()
            turn = await self._take(file, address)
            try:
                yield
            finally:
                self._taken.discard(turn)
                fcntl.lockf(file, fcntl.LOCK_UN, 1, turn)

    def close(self) -> None:
        """Give every turn back."""
        if self._file is not None:
            self._file.close()

    def _opened(self) -> BinaryIO:
        if self._file is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._file = (self._folder / FILE).open("ab")
        return self._file

    async def _take(self, file: BinaryIO, address: Address) -> int:
        first = key("address", str(address)) // 4 * PER_ADDRESS  # an offset has 63 bits, as a key has
        turns = range(first, first + PER_ADDRESS)
        while True:
            for turn in turns:
                if turn not in self._taken and _has_locked(file, turn):
                    self._taken.add(turn)
                    return turn
            await asyncio.sleep(ASK_AGAIN_S)


def _has_locked(file: BinaryIO, byte: int) -> bool:
    """Lock one byte and say so, unless another process has it."""
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, byte)
    except (BlockingIOError, PermissionError):  # POSIX leaves the choice
        return False
    return True
