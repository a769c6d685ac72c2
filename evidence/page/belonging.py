"""Whether a page seems to be of its host: it speaks as it declares, and says what the host is called.

Pages that an intruder put on a host do neither; honest ones sometimes. It only says where the host's home
page is worth a look. Source: text far from what its site is about marks injected pages (Liao et al., Seeking
Nonsense, Looking for Trouble, IEEE Symposium on Security and Privacy 2016); the two tests are ours.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from evidence.addresses.hosts import host_of, registrable_domain
from evidence.text.language import is_other

OTHER_LANGUAGE = "other-language"
NAMES_NO_HOST = "names-no-host"
FEWEST_WORDS = 50
"""A page of fewer says too little."""
MAX_TEXT = 200_000
"""Characters that are searched."""
SHORTEST_NAME = 4
"""Letters of a name that does not stand in every text by chance."""
_BETWEEN = r"[\W\d_]*+"
"""What stands between two letters: anything but letters."""


def not_belonging(*, text: str, words: int, declared: str, detected: str, url: str) -> Iterator[str]:
    """Yield the ids of the traits of a page that seems not to be of its host.

    `text`: visible text and title; `declared`, `detected`: primary subtags of its language, or empty.
    """
    if words < FEWEST_WORDS:
        return
    if is_other(declared, detected):
        yield OTHER_LANGUAGE
    names = host_names(url)
    if names and not _says(names, text[:MAX_TEXT]):
        yield NAMES_NO_HOST


def _says(names: tuple[str, ...], text: str) -> bool:
    """Say whether a text has one of the names: as it stands, else in bare letters, which takes longer."""
    folded = text.casefold()
    if any(name in folded for name in names):
        return True
    plain = unicodedata.normalize("NFKD", folded)
    return any(_apart(name).search(plain) for name in names)


@lru_cache(maxsize=1_024)
def _apart(name: str) -> re.Pattern[str]:
    """Return what finds a name between whose letters anything but letters may stand."""
    return re.compile(_BETWEEN.join(name))


def host_names(url: str) -> tuple[str, ...]:
    """Return what a host is called, in bare letters: `tus`, `weiden` of `tus-weiden.de` if long enough."""
    label = registrable_domain(host_of(url)).partition(".")[0]
    if label.startswith("xn--"):
        try:
            label = label.encode().decode("idna")
        except UnicodeError:
            return ()
    return tuple(name for name in map(_letters, label.split("-")) if len(name) >= SHORTEST_NAME)


def _letters(text: str) -> str:
    """Return the letters of a text in one case, without accents and everything between them."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(_BETWEEN, "", plain)
