"""What comes in while the work is busy is done in one piece, and nobody waits longer than for so many."""

import asyncio

import pytest

from crawler.together import Together

LONG_S = 60.0
"""Far longer than a test may take: who waits for it fails."""


class Squares:
    """Work that notes what it was given together."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []

    async def __call__(self, numbers: list[int]) -> list[int]:
        self.batches.append(numbers)
        await asyncio.sleep(0)
        if 13 in numbers:
            raise ValueError
        return [number**2 for number in numbers]


@pytest.mark.parametrize(
    ("items", "most", "gather_s", "batches"),
    [
        pytest.param(1, 2, 0.0, [1], id="one alone does not wait for ever"),
        pytest.param(3, 8, 0.05, [3], id="few wait for one another"),
        pytest.param(4, 4, LONG_S, [4], id="as many as go together wait for nobody"),
        pytest.param(8, 4, LONG_S, [4, 4], id="nor do those behind them"),
        pytest.param(9, 4, 0.05, [4, 4, 1], id="who is left over waits its time only"),
    ],
)
def test_batches(items: int, most: int, gather_s: float, batches: list[int]) -> None:
    work = Squares()

    async def run() -> list[int]:
        together = Together(work, most=most, gather_s=gather_s)
        async with asyncio.timeout(LONG_S / 2):
            return await asyncio.gather(*map(together.do, range(items)))

    assert asyncio.run(run()) == [number**2 for number in range(items)]
    assert [len(batch) for batch in work.batches] == batches


def test_who_comes_later_gathers_anew() -> None:
    work = Squares()

    async def run() -> list[int]:
        together = Together(work, most=2, gather_s=0.05)
        first = await asyncio.gather(together.do(1), together.do(2))
        alone = await together.do(3)
        return [*first, alone, *await asyncio.gather(together.do(4), together.do(5))]

    assert asyncio.run(run()) == [1, 4, 9, 16, 25]
    assert work.batches == [[1, 2], [3], [4, 5]]


def test_an_error_is_that_of_each_in_its_batch_and_of_no_other() -> None:
    async def run() -> list[int | BaseException]:
        together = Together(Squares(), most=2, gather_s=0.05)
        return await asyncio.gather(*map(together.do, (13, 1, 2, 3)), return_exceptions=True)

    assert [type(answer) for answer in asyncio.run(run())] == [ValueError, ValueError, int, int]
