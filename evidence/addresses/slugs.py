"""Words that stand in addresses and file names: what a page or picture is called before anybody looks at it.

Source: field observation of slugs and file names.
"""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote

from evidence.addresses.noise_rules import FILE_NAME_NOISE

MAX_SLUG = 500
"""Characters at the end of a path that are read for words."""
_SEPARATORS = re.compile(
    r"[\s!-/:-@\[-`{-~\u00a0-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u2000-\u206f\u3000-\u303f]+"
)
_CAMEL = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
_NUMBERED = re.compile(r"(?=.*\d)(?:[0-9a-f]{6,}|\d[\dx]*(?:px|w|h|x)?|[a-z]{0,2}\d+|.{16,})\Z")
_EXTENSION = re.compile(r"(?:\.[A-Za-z][A-Za-z0-9]{1,4})+\Z")


def slug_words(url: str) -> tuple[str, ...]:
    """Read the words off the last path segment that has any, casefolded, in order.

    Extensions, sizes, hashes, numbers and what cameras and content systems add are no words;
    single letters are: `l-orchestre-parfum` has three words.
    """
    path = url.partition("#")[0].partition("?")[0].partition("://")[2].partition("/")[2]
    return _last_words(path[-MAX_SLUG:])


@lru_cache(maxsize=8_192)
def _last_words(path: str) -> tuple[str, ...]:
    for segment in reversed(path.split("/")[-6:]):
        readable = unicodedata.normalize("NFC", unquote(unquote(segment)))
        words = tuple(name_words(_EXTENSION.sub("", readable)))
        if words:
            return words
    return ()


def name_words(name: str) -> list[str]:
    """Split a file name or slug at separators and changes of case, without the noise of such names."""
    tokens = (token for chunk in _SEPARATORS.split(name[:MAX_SLUG]) for token in _CAMEL.split(chunk))
    words = (token.casefold() for token in tokens if token)
    return [word for word in words if word not in FILE_NAME_NOISE and not _NUMBERED.match(word)]
