"""Doing for many at once what costs about as much for one: a transaction, a turn of a thread."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Together(Generic[T, R]):
    """Hands what comes in while it is busy to the next call of its work, in one piece."""

    def __init__(
        self, work: Callable[[list[T]], Awaitable[Sequence[R]]], *, most: int, gather_s: float
    ) -> None:
        """`work` answers at most `most` items at once.

        The first waits until there are so many, but no longer than `gather_s` seconds.
        """
        self._work = work
        self._most = most
        self._gather_s = gather_s
        self._waiting: list[tuple[T, asyncio.Future[R]]] = []
        self._is_full = asyncio.Event()
        """Whether as many wait as go together."""
        self._worker: asyncio.Task[None] | None = None

    async def do(self, item: T) -> R:
        """Return the work's answer for this item; an error of the work is one of every item in it."""
        answer: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, answer))
        if len(self._waiting) >= self._most:
            self._is_full.set()
        if self._worker is None:
            self._worker = asyncio.create_task(self._run())
        return await answer

    async def _run(self) -> None:
        while self._waiting:
            with suppress(TimeoutError):
                async with asyncio.timeout(self._gather_s):
                    await self._is_full.wait()
            batch, self._waiting = self._waiting[: self._most], self._waiting[self._most :]
            if len(self._waiting) < self._most:
                self._is_full.clear()
            try:
                answers = await self._work([item for item, _ in batch])
            except Exception as error:  # noqa: BLE001  # each of those who wait reports it
                for _, waiting in batch:
                    if not waiting.done():
                        waiting.set_exception(error)
                continue
            for (_, waiting), answer in zip(batch, answers, strict=True):
                if not waiting.done():
                    waiting.set_result(answer)
        self._worker = None
