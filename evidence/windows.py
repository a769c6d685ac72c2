"""The five words on each side of a place in the visible text."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from evidence.model import Window
from evidence.words import plain, word_spans

SIZE = 5
"""Words on each side (US 8,577,893)."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut into words once, for all its windows."""

    text: str
    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, text: str) -> "Words":
        """Cut the text."""
        spans = list(word_spans(text))
        return cls(text, [start for start, _ in spans], [end for _, end in spans])

    def __len__(self) -> int:
        return len(self.starts)

    def all(self) -> list[str]:
        """Return every word, in reading order."""
        return [plain(self.text[start:end]) for start, end in zip(self.starts, self.ends, strict=True)]

    def between(self, start: int, end: int) -> int:
        """Return how many words stand between two offsets."""
        return max(0, bisect_right(self.ends, end) - bisect_left(self.starts, start))

    def left_of(self, at: int) -> Window:
        """Return the five words that end at or before the offset."""
        last = bisect_right(self.ends, at)
        return self._window(max(0, last - SIZE), last, at)

    def right_of(self, at: int) -> Window:
        """Return the five words that begin at or after the offset."""
        first = bisect_left(self.starts, at)
        return self._window(first, min(len(self.starts), first + SIZE), at)

    def _window(self, first: int, last: int, at: int) -> Window:
        if first >= last:
            return Window(start=at, end=at)
        words = tuple(plain(self.text[self.starts[n] : self.ends[n]]) for n in range(first, last))
        return Window(words=words, start=self.starts[first], end=self.ends[last - 1])
