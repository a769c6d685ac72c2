"""What the pictures of strangers on a page are about, next to what the page says it is about.

A generator takes what an image search gives for its keyword: of 9,387 pictures on 1,177 such pages fewer than
half have a title that shares a word with the keyword (field observation). A person who shows eight pictures
speaks of all of them.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import islice

from evidence.addresses.hosts import registrable_domain
from evidence.addresses.proxies import unwrap
from evidence.addresses.slugs import slug_words
from evidence.model import Carrier, Kind
from evidence.pictures.expected import common_words
from evidence.remembering import remembered

PREFIX = 5
"""Letters of a word that are compared: McNamee, Nicholas and Mayfield (SIGIR 2009)."""
LEAST_WORDS = 2
"""Telling words an alternative text needs to say what its picture is about."""
SHORTEST = 3
MOST = 200
"""Pictures that are looked at."""
_WORD = re.compile(r"[^\W\d_]+")
_MARK = re.compile(r"[\u0300-\u036f]")


def picture_fit(
    carriers: Sequence[Carrier], *, title: str, heading: str, url: str, language: str
) -> tuple[int, int]:
    """Count the other registrable domains whose pictures say what they show, and those whose picture fits.

    A picture fits when its alternative text shares a word with title, heading or address. Domains are
    counted, not pictures: a news site shows a hundred of its own, from one domain beside its own. On a page
    that is called by the keyword of its address, the words behind a picture that links to its own file stand
    in for a missing alternative text.
    """
    own = registrable_domain(url)
    said = beginnings((title, heading, *slug_words(url)), language)
    is_tiled = _is_called_by_address(title, url)
    linked = {one.url for one in carriers if one.kind is Kind.LINK} if is_tiled else ()
    fits: dict[str, bool] = {}
    for carrier in islice(filter(_is_picture, carriers), MOST):
        caption = carrier.right.words if carrier.url in linked else ()
        shown = beginnings((carrier.anchor,) if carrier.anchor else caption, language)
        if len(shown) >= LEAST_WORDS and (domain := registrable_domain(behind(carrier.url))) != own:
            fits[domain] = fits.get(domain, False) or not shown.isdisjoint(said)
    return len(fits), sum(fits.values())


def _is_called_by_address(title: str, url: str) -> bool:
    """Say whether the last words of an address are a keyword, and the title's where they can be compared."""
    slug, called = beginnings(slug_words(url), ""), beginnings((title,), "")
    if len(slug) < LEAST_WORDS:
        return False
    return slug <= called if any(map(str.isascii, called)) else len(slug) > LEAST_WORDS


@remembered(1_024)
def behind(url: str) -> str:
    """Return the address that an embedded one leads to: a proxy is no host of its own."""
    inner = next(unwrap(url), None)
    return inner.url if inner else url


def _is_picture(carrier: Carrier) -> bool:
    return carrier.kind is Kind.EMBED and carrier.element == "img"


def beginnings(texts: Sequence[str], language: str) -> frozenset[str]:
    """Return how the telling words of some texts begin, without case and accents."""
    words = _WORD.findall(_MARK.sub("", unicodedata.normalize("NFKD", " ".join(texts)[:2_000].casefold())))
    common = common_words(language)
    return frozenset(word[:PREFIX] for word in words if len(word) >= SHORTEST and word not in common)
