"""Real words of many languages and how common they are, for reports too small to tell by themselves.

Source: the small lists of wordfreq 3.1 (Robyn Speer; Apache 2.0, data CC BY-SA 4.0): every word that is used
once in a million words of books, subtitles, news and the web, or more often.
"""

from functools import cache

import polars as pl

from analysis.seen.words import LANGUAGES, folded

OTHERS = ("bg", "el", "fi", "id", "lt", "lv", "nb", "sh", "sk", "sl", "uk", "vi")
"""Languages beside those whose function words we leave out: those of hosts that part words by blanks.
Lists of Chinese, Japanese and Korean name words that `analysis.seen.words` does not cut."""


@cache
def known_words() -> pl.DataFrame:
    """Return `word`, folded as ours are, and `common`: its share of all words, 0..1.

    Of a word that several languages have, the highest share counts: what is common somewhere names nothing
    rare. It takes a second and stays in memory, 15 MB.
    """
    from wordfreq import available_languages, read_cBpack  # reports with words enough never need it

    files = available_languages("small")
    # Each list holds its words by how common they are, in hundredths of a power of ten.
    lists = [
        pl.DataFrame({"word": read_cBpack(files[language])}, schema={"word": pl.List(pl.String)})
        .with_columns(common=10.0 ** (pl.int_range(pl.len()) / -100))
        .explode("word", empty_as_null=True, keep_nulls=False)
        for language in (*LANGUAGES, *OTHERS)
    ]
    forms = pl.concat(lists).drop_nulls("word").with_columns(word=folded(pl.col("word")))
    return forms.group_by("word").agg(pl.col("common").max())
