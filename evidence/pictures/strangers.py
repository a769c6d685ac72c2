"""What the pictures of strangers on a page are about, next to what the page says it is about.

A generator takes what an image search gives for its keyword: of 9,387 pictures on 1,177 such pages fewer than
half have a title that shares a word with the keyword (field observation). A person who shows eight pictures
speaks of all of them.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice

from evidence.addresses.hosts import registrable_domain
from evidence.addresses.proxies import unwrap
from evidence.addresses.slugs import slug_words
from evidence.model import Carrier, Kind
from evidence.pictures.expected import common_words
from evidence.remembering import remembered
from evidence.text.words import words

PREFIX = 5
"""Letters of a word that are compared: McNamee, Nicholas and Mayfield (SIGIR 2009)."""
LEAST_WORDS = 2
"""Telling words an alternative text needs to say what its picture is about."""
SHORTEST = 3
SHORTEST_UNSPACED = 2
"""Letters a telling word has; most Chinese words have two."""
MOST = 200
"""Pictures that are looked at."""
SHARED = 3
"""Domains whose pictures have one text, such as `Product image`, from which it describes none of them."""
_WORD = re.compile(r"[^\W\d_]+")
_SPELLED_OTHERWISE = re.compile("[\u0900-\u1dff\u2e80-\uffff]")
"""Scripts whose vowels are marks, which `_WORD` would cut at, or that write no blanks between words."""
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese, whose words are short."""
_MARK = re.compile(r"[\u0300-\u036f]")


def picture_fit(
    carriers: Sequence[Carrier], *, title: str, heading: str, url: str, language: str
) -> tuple[int, int]:
    """Count the other registrable domains whose pictures say what they show, and those whose picture fits.

    A picture fits when its alternative text shares a word with title, heading or address. Domains are
    counted, not pictures: a news site shows a hundred of its own, from one domain beside its own. On a page
    that is called by the keyword of its address, the words behind a picture that links to its own file stand
    in for a missing alternative text. A text that pictures of several domains share, and that is not the
    page's own, describes none of them.
    """
    own = registrable_domain(url)
    said = beginnings((title, heading, *slug_words(url)), language)
    is_tiled = _is_called_by_address(title, url)
    linked = {one.url for one in carriers if one.kind is Kind.LINK} if is_tiled else ()
    fits: dict[str, bool] = {}
    called: defaultdict[frozenset[str], set[str]] = defaultdict(set)
    for carrier in islice(filter(_is_picture, carriers), MOST):
        caption = carrier.right.words if carrier.url in linked else ()
        shown = beginnings((carrier.anchor,) if carrier.anchor else caption, language)
        if len(shown) >= LEAST_WORDS and (domain := registrable_domain(behind(carrier.url))) != own:
            called[shown].add(domain)
    for shown, domains in called.items():
        if len(domains) < SHARED or not shown.isdisjoint(said):
            fits |= {domain: fits.get(domain, False) or not shown.isdisjoint(said) for domain in domains}
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
    text = " ".join(texts)[:2_000].casefold()
    if _SPELLED_OTHERWISE.search(text):
        found = [word for word in words(unicodedata.normalize("NFKC", text)) if not word.isdigit()]
    else:
        found = _WORD.findall(_MARK.sub("", unicodedata.normalize("NFKD", text)))
    common = common_words(language)
    return frozenset(word[:PREFIX] for word in found if _is_long(word) and word not in common)


def _is_long(word: str) -> bool:
    return len(word) >= SHORTEST or (len(word) >= SHORTEST_UNSPACED and _UNSPACED.search(word) is not None)
