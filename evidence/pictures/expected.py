"""What an image is about, in words, and how much of that a text says."""

import re
from collections.abc import Iterable
from functools import lru_cache

import snowballstemmer
import stopwordsiso

from evidence.addresses.slugs import name_words, slug_words
from evidence.text.language import detect

_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french",
    "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian",
    "lt": "lithuanian", "ne": "nepali", "nl": "dutch", "no": "norwegian", "pl": "polish",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil",
    "tr": "turkish",
}  # fmt: skip
"""Snowball's algorithm for each language (ISO 639-1)."""

_ELISION = re.compile(r"^(?:[cdjlmnst]|qu|dell|all|nell|sull|un)['\u2019](?=\w)", re.IGNORECASE)


@lru_cache(maxsize=64)
def common_words(language: str) -> frozenset[str]:
    """Return the most common words of a language (ISO 639-1), casefolded; none for one nobody listed."""
    return frozenset(stopwordsiso.stopwords(language)) if stopwordsiso.has_lang(language) else frozenset()


@lru_cache(maxsize=100_000)
def _stem(word: str, language: str) -> str:
    algorithm = _STEMMERS.get(language)
    return str(snowballstemmer.stemmer(algorithm).stemWord(word)) if algorithm else word


def stems(words: Iterable[str], language: str) -> frozenset[str]:
    """Casefold and stem words (ISO 639-1 language; unknown ones keep their form), without stop words.

    Where all words are stop words they are kept: a name made of them is still a name.
    """
    folded = [_ELISION.sub("", word[:64].casefold()) for word in words]
    stop = common_words(language)
    telling = [word for word in folded if word not in stop and (len(word) > 1 or not word.isascii())]
    return frozenset(_stem(word, language) for word in (telling or folded))


def image_words(url: str, *, alt: str = "", title: str = "", language: str = "") -> frozenset[str]:
    """Collect the stems of the words that an image's file name, `alt` and title say it is about.

    Without a language it is detected from `alt` and title, and left open where these are too short.
    """
    words = [*slug_words(url), *name_words(alt), *name_words(title)]
    return stems(words, language or detect(f"{alt} {title}")) if words else frozenset()
