"""Which domains keep us waiting: they give their place to others (hostile cases 39, 40, 53, 79, 81).

The second between two requests, a Crawl-delay of 30, a name that nobody answers for, a server that drips and
a busy address have one thing in common: nothing is done for that domain meanwhile. Such domains are not among
those visited at once.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager

LONG_S = 0.5
"""Most answers are there by then, and the ordinary delay of a second counts as waiting."""


class Waiting:
    """Counts the requests that take long."""

    def __init__(self, *, on_long: Callable[[], None]) -> None:
        """`on_long` is called when there is one more."""
        self._on_long = on_long
        self.count = 0
        """Requests under way that began more than `LONG_S` ago."""

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Watch one request, with everything that it waits for."""
        is_long = False

        def note() -> None:
            nonlocal is_long
            is_long = True
            self.count += 1
            self._on_long()

        timer = asyncio.get_running_loop().call_later(LONG_S, note)
        try:
            yield
        finally:
            timer.cancel()
            self.count -= is_long
