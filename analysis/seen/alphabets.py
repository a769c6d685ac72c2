"""Texts in ASCII, as most addresses and many texts are, folded byte by byte: three times as fast."""

from collections.abc import Callable
from functools import cache

import polars as pl
import pyarrow as pa

Change = Callable[[pl.Series], pl.Series]


def by_alphabet(texts: pl.Series, *, plain: Change, others: Change) -> pl.Series:
    """Return the texts, those in ASCII changed by `plain` and those with any other letter by `others`."""
    foreign = (texts.str.len_bytes() != texts.str.len_chars()).fill_null(value=False)
    if not foreign.any():
        return plain(texts)
    both = pl.concat([plain(texts.filter(~foreign)), others(texts.filter(foreign))])
    behind = foreign.cum_sum() - 1 + (~foreign).sum()
    return both.gather(behind.zip_with(foreign, (~foreign).cum_sum() - 1))


def translated(texts: pl.Series, blanks: str) -> pl.Series:
    """Return the texts with ASCII's letters in lower case, and a blank for each of its marks in `blanks`."""
    array = texts.to_arrow(compat_level=pl.CompatLevel.oldest())
    valid, ends, content = array.buffers()
    if content is None:
        return texts
    read = pa.py_buffer(content.to_pybytes().translate(_table(blanks)))
    made = pa.LargeStringArray.from_buffers(len(array), ends, read, valid, array.null_count, array.offset)
    return pl.Series(texts.name, made)


@cache
def _table(blanks: str) -> bytes:
    """Return what each byte becomes; those of other letters stay."""
    marks = bytes(map(ord, filter(str.isascii, blanks)))
    return bytes(range(256)).lower().translate(bytes.maketrans(marks, b" " * len(marks)))
