"""Words for comparing: what two texts must share to speak of the same thing.

Compatibility forms, case and accents are folded; every word is then cut to its first five letters. That
is the language-neutral stem of McNamee, Nicholas and Mayfield (SIGIR 2009): it does as well as rules made
for one language on most European ones, and a report does not always say which language it is in.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, partial

import polars as pl
import stopwordsiso

from analysis.seen.alphabets import by_alphabet, translated

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

ACCENTED = (
    (0x00A0, 0x0250),  # Latin-1 to Latin Extended-B
    (0x0300, 0x0370),  # combining marks, for text that came decomposed
    (0x0370, 0x0530),  # Greek, Cyrillic
    (0x1E00, 0x2000),  # Latin Extended Additional (Vietnamese), Greek Extended
    (0xFB00, 0xFB07),  # ligatures
    (0xFF01, 0xFF5F),  # full-width forms
)
"""Where letters with marks and compatibility forms stand."""
UNDIVIDED = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",  # noqa: RUF001  # the dotless letter itself
    "ħ": "h",
}
"""Letters that Unicode does not take apart, as addresses write them."""
MARK = re.compile("[\u0300-\u036f]")
SILENT = "".join(char for char in map(chr, range(128)) if not char.isalnum())
"""Characters of ASCII that no word has."""
MEASURE = r"^\d+(?:x\d*)?(?:[mcdk]?m|[mk]?g|[mcd]?l|px|in|ft|oz|lbs?|k?w|m?ah|[mgt]b)?$"
"""A number or a size, such as `900g` and `140x200`: it says how large a thing is, not what."""
_NOTHING = pl.lit([], dtype=pl.List(pl.String))
_WITHOUT_SPACES = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Khmer}\p{Lao}\p{Myanmar}]"
_WORD = rf"{_WITHOUT_SPACES}|[[\p{{L}}\p{{N}}\p{{M}}]--{_WITHOUT_SPACES}]+"


@cache
def unspeaking() -> frozenset[str]:
    """Return the words, folded, that two unrelated texts share anyway."""
    stops = set().union(*(stopwordsiso.stopwords([language]) for language in LANGUAGES)) - KEPT
    return frozenset(_fold_series(pl.Series(sorted(stops | GENERIC))).to_list())


def folded(text: pl.Expr, blanks: str = "") -> pl.Expr:
    """Return the text in one case, without accents and compatibility forms, and a blank for some marks."""
    return text.map_batches(partial(_folded, blanks=blanks), return_dtype=pl.String)


def _folded(texts: pl.Series, blanks: str) -> pl.Series:
    return by_alphabet(
        texts, plain=lambda some: translated(some, blanks), others=lambda some: _unmarked(some, blanks)
    )


def _unmarked(texts: pl.Series, blanks: str = "") -> pl.Series:
    return texts.str.to_lowercase().str.replace_many(_unaccented() | dict.fromkeys(blanks, " "))


@cache
def _unaccented() -> dict[str, str]:
    """Return what NFKD without its marks makes of letters; a table is five times as fast as normalising."""
    return UNDIVIDED | {
        letter: plain
        for low, high in ACCENTED
        for letter in map(chr, range(low, high))
        if (plain := MARK.sub("", unicodedata.normalize("NFKD", letter)).lower()) != letter
        and letter == letter.lower()
    }


def all_words(text: pl.Expr) -> pl.Expr:
    """Return the folded words of a text in order, as a list."""
    return text.map_batches(_words, return_dtype=pl.List(pl.String))


def _words(texts: pl.Series) -> pl.Series:
    said = _phrases(texts)
    return pl.select(pl.when(said == "").then(_NOTHING).otherwise(said.str.split(" "))).to_series()


def phrase(text: pl.Expr) -> pl.Expr:
    """Return the folded words of a text in order, with one blank between them."""
    return text.map_batches(_phrases, return_dtype=pl.String)


def _phrases(texts: pl.Series) -> pl.Series:
    return by_alphabet(
        texts,
        plain=lambda some: translated(some, SILENT).str.replace_all("  +", " ").str.strip_chars(" "),
        others=lambda some: _unmarked(some).str.extract_all(_WORD).list.join(" "),
    )


def text_stems(text: pl.Expr) -> pl.Expr:
    """Return the distinct stems of those words of a text that say something.

    Every distinct text is read once: anchors, windows and the titles of one kit are said many times over.
    """
    return text.map_batches(_stems_of_each, return_dtype=pl.List(pl.String))


def _stems_of_each(texts: pl.Series) -> pl.Series:
    said = texts.to_frame("text")
    known = said.unique().with_columns(stems=stems(all_words(pl.col("text"))))
    return said.join(known, on="text", how="left", nulls_equal=True, maintain_order="left")["stems"]


def stems(words: pl.Expr) -> pl.Expr:
    """Return the distinct stems of those words in a list that say something."""
    return words.list.eval(_stems(pl.element()).unique(maintain_order=True))


def all_stems(words: pl.Expr) -> pl.Expr:
    """Return the stems of those words in a list that say something, as often as they say it."""
    return words.list.eval(_stems(pl.element()))


def _stems(word: pl.Expr) -> pl.Expr:
    speaks = ~word.is_in(list(unspeaking())) & ~word.str.contains(MEASURE)
    long = (word.str.len_chars() >= SHORTEST) | word.str.contains(_WITHOUT_SPACES)
    return word.filter(speaks & long).str.slice(0, STEM_LENGTH)


def stems_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the distinct stems of some texts together."""
    frame = pl.DataFrame({"text": " ".join(texts)}, schema={"text": pl.String})
    found: Sequence[str] = frame.select(stems(all_words(pl.col("text")))).item().to_list()
    return tuple(found)


def _fold_series(words: pl.Series) -> pl.Series:
    return pl.DataFrame({"word": words}).select(folded(pl.col("word"))).to_series()
