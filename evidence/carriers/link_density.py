"""How much of the text around a place is links: navigation and link lists are nothing else."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from evidence.text.words import Span

REACH = 50
"""Words on each side that count as around: a paragraph or a block of links, less than a page."""


class LinkDensity:
    """Knows which words of a text stand in links."""

    def __init__(self, starts: Sequence[int], ends: Sequence[int], links: Sequence[Span]) -> None:
        """Take the places of the words, and of the links in the same text."""
        self._starts, self._ends = starts, ends
        linked = [0] * len(starts)
        for start, end in links:
            for word in range(bisect_left(starts, start), bisect_right(ends, end)):
                linked[word] = 1
        self._before = [0, *accumulate(linked)]

    @property
    def words(self) -> int:
        """How many words stand in links."""
        return self._before[-1]

    def around(self, start: int, end: int) -> float:
        """Return the share of linked words among those left of `start` and right of `end`, 0..1."""
        last, first = bisect_right(self._ends, start), bisect_left(self._starts, end)
        left, right = (max(0, last - REACH), last), (first, min(len(self._starts), first + REACH))
        linked = sum(self._before[until] - self._before[since] for since, until in (left, right))
        words = sum(until - since for since, until in (left, right))
        return round(linked / words, 4) if words else 0.0
