"""Texts in other scripts, written as addresses write them: Latin letters, each language in its own manner.

One table (anyascii's, for all of Unicode) cannot know whether an address writes kukhnya, kuhnya or kuxnja;
what the manners share are most consonants, in their order. So whole phrases are compared by those alone.
"""

import polars as pl
from anyascii import anyascii

NOT_LATIN = r"[\p{L}--\p{Latin}]"
"""A letter of another script."""
_MANNERS = (
    ("kh", "h"),  # kukhnya, kuhnya
    ("ts", "c"),  # politse, police
    ("w", "v"),
    ("q", "k"),
    (r"m([bcdfgkpstz])", "n$1"),  # Devanagari's anusvara: sumdr, sundar
    (r"[^a-z0-9 ]", ""),
    (r"[aeiouyjhg]", ""),  # vowels, and a letter that is g in Russian and h in Ukrainian
    (r"bb+", "b"), ("cc+", "c"), ("dd+", "d"), ("kk+", "k"), ("ll+", "l"), ("mm+", "m"), ("nn+", "n"),
    ("pp+", "p"), ("rr+", "r"), ("ss+", "s"), ("tt+", "t"), ("vv+", "v"), ("zz+", "z"),
    (" +", " "),
)  # fmt: skip
"""Patterns and what stands for them, in order."""


def in_latin(texts: pl.Series) -> pl.Series:
    """Return the texts in Latin letters without accents and case, each distinct one written once."""
    known = texts.unique()
    return texts.replace_strict(known, [anyascii(text).lower() for text in known], return_dtype=pl.String)


def consonants(text: pl.Expr) -> pl.Expr:
    """Return what all manners of writing a phrase in Latin letters have in common."""
    latin = text.map_batches(in_latin, return_dtype=pl.String)
    for pattern, plain in _MANNERS:
        latin = latin.str.replace_all(pattern, plain)
    return latin.str.strip_chars()
