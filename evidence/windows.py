"""The five words on each side of a place in the visible text."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from evidence.model import Window
from evidence.words import Span, plain, word_spans

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
        """Return the five words left of the offset; a word that runs across it counts up to there."""
        last = bisect_left(self.starts, at)
        spans = list(
            zip(self.starts[max(0, last - SIZE) : last], self.ends[max(0, last - SIZE) : last], strict=True)
        )
        if spans and spans[-1][1] > at:
            spans[-1] = (spans[-1][0], at)
        return self._window(spans, at)

    def right_of(self, at: int) -> Window:
        """Return the five words right of the offset; a word that runs across it counts from there."""
        first = bisect_right(self.ends, at)
        spans = list(zip(self.starts[first : first + SIZE], self.ends[first : first + SIZE], strict=True))
        if spans and spans[0][0] < at:
            spans[0] = (at, spans[0][1])
        return self._window(spans, at)

    def _window(self, spans: list[Span], at: int) -> Window:
        if not spans:
            return Window(start=at, end=at)
        words = tuple(plain(self.text[start:end]) for start, end in spans)
        return Window(words=words, start=spans[0][0], end=spans[-1][1])
