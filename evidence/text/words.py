"""Words: what a five-word window counts, and what vocabularies are made of.

The rule is UAX #29: a run of letters, digits and marks; an apostrophe or full stop joins letters, a comma
or full stop joins digits, a hyphen separates. Chinese, Japanese, Thai, Khmer, Lao and Burmese write no
spaces and are segmented by ICU's dictionaries. All other text is cut in whole arrays: a page has thousands
of words, and a loop over them costs more than parsing the page.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
import regex
from icu4py.breakers import WordBreaker

LETTER, NUMBER, UNDERSCORE, MARK, SILENT_ONE, UNSPACED, JOINS_LETTERS, JOINS_NUMBERS = (
    1 << bit for bit in range(8)
)
"""What a character is, as bits."""
KINDS = {
    LETTER: r"\p{L}+",
    NUMBER: r"\p{N}+",
    UNDERSCORE: "_",
    MARK: r"\p{M}+",
    SILENT_ONE: "[\u00ad\u200b-\u200d\u2060]+",
    UNSPACED: r"[\p{Thai}\p{Lao}\p{Myanmar}\p{Khmer}\p{Hiragana}\p{Katakana}\p{Han}]+",
    JOINS_LETTERS: "['\u2019.\u00b7]",
    JOINS_NUMBERS: "[.,;']",
}
SILENT = regex.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
"""Soft hyphen, zero-width space and joiners: they show nothing and split no word."""
Span = tuple[int, int]
"""Start and end in the text, in code points."""
Flags = np.ndarray[tuple[int], np.dtype[np.bool_]]
Kinds = np.ndarray[tuple[int], np.dtype[np.uint8]]


def spans(text: str) -> tuple[list[int], list[int]]:
    """Return where the words of the text start and where they end, in reading order."""
    if not text:
        return [], []
    kinds = _table()[np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)]
    edges = np.diff(_inside(kinds).view(np.int8), prepend=0, append=0)
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    if not (kinds & UNSPACED).any():
        return starts.tolist(), ends.tolist()
    unspaced = np.logical_or.reduceat((kinds & UNSPACED) > 0, starts).tolist()
    found = list(_segmented(text, starts.tolist(), ends.tolist(), unspaced))
    return [start for start, _ in found], [end for _, end in found]


def words(text: str) -> list[str]:
    """Return the words of the text without silent characters."""
    return [plain(text[start:end]) for start, end in zip(*spans(text), strict=True)]


def plain(word: str) -> str:
    """Return the word without characters that show nothing."""
    return word if word.isascii() else SILENT.sub("", word)


@lru_cache(maxsize=1)
def _table() -> Kinds:
    """Say of every code point what it is."""
    everything = "".join(map(chr, range(0x110000)))
    table = np.zeros(0x110000, dtype=np.uint8)
    for kind, pattern in KINDS.items():
        for match in regex.finditer(pattern, everything):
            table[match.start() : match.end()] |= kind
    return table


def _inside(kinds: Kinds) -> Flags:
    """Say of every character whether it belongs to a word."""
    inside = (kinds & (LETTER | NUMBER | UNDERSCORE)) > 0
    marks = (kinds & MARK) > 0
    has_marks = bool(marks.any())
    joints = np.flatnonzero(kinds & (JOINS_LETTERS | JOINS_NUMBERS))
    joints = joints[(joints > 0) & (joints < len(kinds) - 1)]
    here, after = kinds[joints], kinds[joints + 1]
    base = kinds[_last_before(marks)[joints - 1] if has_marks else joints - 1]
    letters = (here & JOINS_LETTERS > 0) & (base & after & LETTER > 0)
    numbers = (here & JOINS_NUMBERS > 0) & (kinds[joints - 1] & after & NUMBER > 0)
    inside[joints[letters | numbers]] = True
    extends = marks | ((kinds & SILENT_ONE) > 0)
    if has_marks or extends.any():
        inside |= extends & inside[_last_before(extends)]
    return inside


def _last_before(passed_over: Flags) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    """Return for every place the last one, up to it, that is not passed over; the first place if none."""
    return np.maximum.accumulate(np.where(passed_over, 0, np.arange(len(passed_over))))


def _segmented(
    text: str, starts: Sequence[int], ends: Sequence[int], unspaced: Sequence[bool]
) -> Iterator[Span]:
    """Cut the runs of scripts without spaces by dictionary."""
    for start, end, is_run in zip(starts, ends, unspaced, strict=True):
        if not is_run:
            yield start, end
            continue
        run = text[start:end]
        points = _points(run)
        for first_unit, last_unit in WordBreaker(run, "en").segments():
            first, last = points[first_unit], points[last_unit]
            if any(char.isalnum() for char in run[first:last]):
                yield start + first, start + last


def _points(run: str) -> Sequence[int]:
    """Return the code point at each UTF-16 unit: ICU counts in units."""
    if max(run) <= "\uffff":
        return range(len(run) + 1)
    points = [point for point, char in enumerate(run) for _ in range(1 + (char > "\uffff"))]
    return [*points, len(run)]
