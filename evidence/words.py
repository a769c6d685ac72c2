"""Words: what a five-word window counts, and what vocabularies are made of.

The rule is UAX #29: a run of letters, digits and marks; an apostrophe or full stop joins letters, a comma
or full stop joins digits, a hyphen separates. Chinese, Japanese, Thai, Khmer, Lao and Burmese write no
spaces and are segmented by ICU's dictionaries.
"""

from collections.abc import Iterator, Sequence

import regex
from icu4py.breakers import WordBreaker

WORD = regex.compile(
    r"[\p{L}\p{N}_][\p{L}\p{N}\p{M}_\u00ad\u200b-\u200d\u2060]*"
    r"(?:(?:(?<=\p{L}\p{M}*)[\u0027\u2019.\u00b7](?=\p{L})|(?<=\p{N})[.,;'](?=\p{N}))[\p{L}\p{N}\p{M}_\u00ad\u200b-\u200d\u2060]+)*"
)
UNSPACED = regex.compile(r"[\p{Thai}\p{Lao}\p{Myanmar}\p{Khmer}\p{Hiragana}\p{Katakana}\p{Han}]+")
SILENT = regex.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
"""Soft hyphen, zero-width space and joiners: they show nothing and split no word."""
Span = tuple[int, int]
"""Start and end in the text, in code points."""


def word_spans(text: str) -> Iterator[Span]:
    """Yield where the words of the text stand, in reading order."""
    for match in WORD.finditer(text):
        if match[0].isascii() or not UNSPACED.search(match[0]):
            yield match.span()
        else:
            yield from _segmented(text, *match.span())


def words(text: str) -> list[str]:
    """Return the words of the text without silent characters."""
    return [plain(text[start:end]) for start, end in word_spans(text)]


def plain(word: str) -> str:
    """Return the word without characters that show nothing."""
    return word if word.isascii() else SILENT.sub("", word)


def _segmented(text: str, start: int, end: int) -> Iterator[Span]:
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
