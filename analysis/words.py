"""Words for comparing: what two texts must share to speak of the same thing.

Compatibility forms, case and accents are folded; every word is then cut to its first five letters. That
is the language-neutral stem of McNamee, Nicholas and Mayfield (SIGIR 2009): it does as well as rules made
for one language on most European ones, and a report does not always say which language it is in.
"""

from collections.abc import Iterable, Sequence
from functools import cache

import polars as pl
import stopwordsiso

STEM_LENGTH = 5
SHORTEST = 3
"""Letters a word of an alphabet needs to say anything; one Chinese character says enough."""
LANGUAGES = ("en", "de", "fr", "it", "es", "ca", "pt", "nl", "pl", "cs", "hu", "sv", "da", "ro", "tr", "ru")
"""Languages whose function words are left out: those of the hosts in the reports we have seen."""
KEPT = frozenset({"dia", "home", "new"})
"""In a stop list of one language, a word with a meaning in the others."""
GENERIC = frozenset(
    {
        "admin",  # author of generated pages
        "archives",  # WordPress category titles
        "banner",
        "blog",
        "content",  # wp-content
        "cropped",  # WordPress site icons
        "download",
        "files",
        "foto",
        "gallery",
        "image",
        "images",
        "logo",
        "photo",
        "picture",
        "screenshot",
        "uploads",
        "web",
        "wp",
    }
)
"""Words of file names and titles that name no thing."""

_LETTERS = r"[\p{L}\p{N}\p{M}]+"
_WITHOUT_SPACES = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Khmer}\p{Lao}\p{Myanmar}]"


@cache
def unspeaking() -> frozenset[str]:
    """Return the words, folded, that two unrelated texts share anyway."""
    stops = set().union(*(stopwordsiso.stopwords([language]) for language in LANGUAGES)) - KEPT
    return frozenset(_fold_series(pl.Series(sorted(stops | GENERIC))).to_list())


def folded(text: pl.Expr) -> pl.Expr:
    """Return the text in one case, without accents and compatibility forms."""
    return text.str.normalize("NFKD").str.replace_all(r"[\u0300-\u036f]", "").str.to_lowercase()


def all_words(text: pl.Expr) -> pl.Expr:
    """Return the folded words of a text in order, as a list."""
    return folded(text).str.replace_all(rf"({_WITHOUT_SPACES})", " ${1} ").str.extract_all(_LETTERS)


def stems(words: pl.Expr) -> pl.Expr:
    """Return the distinct stems of those words in a list that say something."""
    element = pl.element()
    speaks = ~element.is_in(list(unspeaking())) & ~element.str.contains(r"^\d+$")
    long = (element.str.len_chars() >= SHORTEST) | element.str.contains(_WITHOUT_SPACES)
    return words.list.eval(
        element.filter(speaks & long).str.slice(0, STEM_LENGTH).unique(maintain_order=True)
    )


def stems_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the distinct stems of some texts together."""
    frame = pl.DataFrame({"text": " ".join(texts)}, schema={"text": pl.String})
    found: Sequence[str] = frame.select(stems(all_words(pl.col("text")))).item().to_list()
    return tuple(found)


def _fold_series(words: pl.Series) -> pl.Series:
    return pl.DataFrame({"word": words}).select(folded(pl.col("word"))).to_series()
