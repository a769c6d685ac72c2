"""The five words on each side of a place in the visible text."""

from evidence.model import Window
from evidence.words import Span, plain, word_spans

SIZE = 5
"""Words on each side (US 8,577,893)."""
REACH = 240
"""Characters looked at first; doubled until five words are found or the text ends."""


def left_window(text: str, at: int) -> Window:
    """Return the five words that end at or before the offset."""
    reach = REACH
    while True:
        start = max(0, at - reach)
        spans = list(word_spans(text[start:at]))
        if start == 0 or len(spans) > SIZE:
            break
        reach *= 2
    return _window(text, [(first + start, last + start) for first, last in spans[-SIZE:]], at)


def right_window(text: str, at: int) -> Window:
    """Return the five words that begin at or after the offset."""
    reach = REACH
    while True:
        spans = list(word_spans(text[at : at + reach]))
        if at + reach >= len(text) or len(spans) > SIZE:
            break
        reach *= 2
    return _window(text, [(first + at, last + at) for first, last in spans[:SIZE]], at)


def _window(text: str, spans: list[Span], at: int) -> Window:
    if not spans:
        return Window(start=at, end=at)
    return Window(
        words=tuple(plain(text[first:last]) for first, last in spans), start=spans[0][0], end=spans[-1][1]
    )
