"""The five words on each side of a place in the visible text."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from evidence.model import Window
from evidence.text.words import SILENT, plain, spans

SIZE = 5
"""Words on each side (US 8,577,893)."""
LONGEST = 500
"""Characters of a word that are kept: links without a space between them make one word of a whole page."""
JOINTS = "'\u2019.\u00b7,;"
"""What holds a word together, and stands alone where a link's edge cuts it."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut into words once, for all its windows."""

    text: str
    starts: list[int]
    ends: list[int]
    all: list[str]
    """Every word, in reading order, without characters that show nothing."""

    @classmethod
    def of(cls, text: str) -> "Words":
        """Cut the text."""
        starts, ends = spans(text)
        found = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        if not text.isascii() and SILENT.search(text):
            found = [plain(word) for word in found]
        if max(map(len, found), default=0) > LONGEST:
            found = [word[:LONGEST] for word in found]
        return cls(text, starts, ends, found)

    def __len__(self) -> int:
        return len(self.starts)

    def left_of(self, at: int) -> Window:
        """Return the five words left of the offset; a word that runs across it counts up to there."""
        at = min(at, len(self.text))
        last = bisect_left(self.starts, at)
        if not last:
            return Window(start=at, end=at)
        first = max(0, last - SIZE)
        end = self.ends[last - 1]
        if end <= at:
            return Window(words=tuple(self.all[first:last]), start=self.starts[first], end=end)
        begin = max(self.starts[last - 1], at - LONGEST)
        cut = self.text[begin:at].rstrip(JOINTS)
        end = begin + len(cut)
        return Window(words=(*self.all[first : last - 1], plain(cut)), start=self.starts[first], end=end)

    def right_of(self, at: int) -> Window:
        """Return the five words right of the offset; a word that runs across it counts from there."""
        at = min(at, len(self.text))
        first = bisect_right(self.ends, at)
        last = min(first + SIZE, len(self.starts))
        if first == last:
            return Window(start=at, end=at)
        start = self.starts[first]
        if start >= at:
            return Window(words=tuple(self.all[first:last]), start=start, end=self.ends[last - 1])
        stop = min(self.ends[first], at + LONGEST)
        cut = self.text[at:stop].lstrip(JOINTS)
        start = stop - len(cut)
        return Window(words=(plain(cut), *self.all[first + 1 : last]), start=start, end=self.ends[last - 1])
