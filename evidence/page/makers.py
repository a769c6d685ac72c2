"""Who made the pictures of strangers, and whether they stand there for the page's own words.

A contest, a club or a page of wallpapers with a licence shows pictures from many hosts, as a generator does,
but says whose they are: a name beside each, a licence, a link to the owner (field guide: B36, E19). A
generator takes pictures and their titles from an image search for its keyword: of 551 real generated pages
all but two have a picture whose alternative text, file name or neighbourhood shares a word with title,
heading or address.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median

from evidence.addresses.hosts import registrable_domain
from evidence.addresses.slugs import slug_words
from evidence.addresses.urls import is_image_url
from evidence.model import Carrier, Kind
from evidence.page.trait_rules import LICENCES, MADE_BY, NAMED_HOST
from evidence.pictures.strangers import LEAST_WORDS, SHORTEST, beginnings, behind
from evidence.text.words import words

CROWD = 4
"""Other domains with a picture from which a page collects them; nine in ten generated pages have so many."""
SHARE = 0.5
"""Share of those domains that must be credited, described or the like, for a page to have the habit."""
MOST = 200
"""Pictures that are looked at."""
MANY = 6
"""Other domains with a picture from which nobody gathers them by hand under one name."""
SAME = 0.75
"""Share of the domains whose pictures must bear one name, or names of their own."""
FULL_TITLE = 4
"""Words from which an alternative text may be the title of a stranger's page."""
LONGER = 4
"""Letters from which titles write a word with a capital; `of` and `the` have fewer."""
IN_SENTENCES = 2 / 3
"""Share of these in lower case: a sentence has names, and as many generated pages pass as without any."""
LEAST_NAMES = 3
"""Different makers; one name is the author of the page."""
Pictures = Mapping[str, Sequence[Carrier]]
"""The pictures of a page by the other registrable domain they come from."""


def strangers_pictures(carriers: Sequence[Carrier], url: str) -> Pictures:
    """Return the pictures from other domains, by domain; none where there is no crowd of them."""
    shown = [one for one in carriers if one.kind is Kind.EMBED and one.element == "img"][:MOST]
    if len(shown) < CROWD:
        return {}
    own, found = registrable_domain(url), defaultdict[str, list[Carrier]](list)
    for one in shown:
        if (domain := registrable_domain(behind(one.url))) not in {own, ""}:
            found[domain].append(one)
    return found if len(found) >= CROWD else {}


def credits_makers(pictures: Pictures, carriers: Sequence[Carrier], text: str) -> bool:
    """Say whether half of the strangers are credited: makers named, licences linked, or owners' pages."""
    wanted = max(LEAST_NAMES, SHARE * len(pictures))
    links = [one for one in carriers if one.kind is Kind.LINK and not is_image_url(one.url)]
    owners = {registrable_domain(one.url) for one in links} & pictures.keys()
    licences = sum("license" in one.rel or LICENCES.search(one.url) is not None for one in links)
    return max(len(owners), licences, _named(pictures, text)) >= wanted


def _named(pictures: Pictures, text: str) -> int:
    """Count the strangers whose pictures have a maker's name beside them; 0 where these are the same few."""
    beside = [
        {name for one in shown for name in _makers(text[one.left.start : one.right.end])}
        for shown in pictures.values()
    ]
    return sum(map(bool, beside)) if len(set().union(*beside)) >= LEAST_NAMES else 0


def _makers(text: str) -> Iterator[str]:
    """Yield the first names after marks of authorship; hosts and words in lower case are none."""
    for match in MADE_BY.finditer(text):
        if not match[1][0].islower() and not NAMED_HOST.match(text, match.start(1)):
            yield match[1].casefold()


def off_keyword(pictures: Pictures, text: str, *, title: str, heading: str, url: str, language: str) -> bool:
    """Say whether pictures are described, each in its own words, and in none of the page's.

    Theirs: alternative text, file name, the words beside it (but for the heading above the first one); the
    page's: title, heading and address. A title of common words alone (`What's on`) is no keyword. Words in
    other letters than the title's cannot be compared.
    """
    begins = text.find(heading) + len(heading)
    told = [
        " ".join(f"{one.anchor} {text[max(begins, one.left.start) : one.right.end]}" for one in shown)
        for shown in pictures.values()
    ]
    titled = beginnings(words(f"{title} {heading}"), language)
    if len(set(told)) < max(LEAST_NAMES, SHARE * len(told)):
        return False
    if not titled:
        return any(len(word) >= SHORTEST and word.isascii() and not word.isdigit() for word in words(title))
    described = [beginnings((one,), language) for one in told]
    if _is_latin(titled) != _is_latin(frozenset().union(*described)):
        return False
    keyword = titled | beginnings(slug_words(url), language)
    names = (slug_words(one.url) for shown in pictures.values() for one in shown)
    return all(
        one.isdisjoint(keyword) for one in (*described, *(beginnings(name, language) for name in names))
    )


def brief_names(pictures: Pictures, *, title: str, heading: str, url: str, language: str) -> bool:
    """Say whether the pictures have short names, most of them one of their own beside the page's words.

    An image search gives the titles of whole pages: of 571 generated pages all but two have a median of four
    words and more. People who put pictures side by side call each by two or three.
    """
    names = [shown[0].anchor for shown in pictures.values() if shown[0].anchor]
    if len(names) < SAME * len(pictures):
        return False
    keyword = beginnings((title, heading, *slug_words(url)), language)
    own = {beginnings((name,), language) - keyword for name in names} - {frozenset()}
    return len(own) >= SAME * len(names) and median(map(_length, names)) < FULL_TITLE


def plain_captions(pictures: Pictures, *, language: str) -> bool:
    """Say whether the pictures on an English page are called as people write, not by titles of pages.

    English titles of pages begin their words with capitals: of 571 real generated pages four have three in
    four pictures called otherwise. Other languages write titles as sentences, so nothing is said of them.
    """
    if language != "en":
        return False
    names = [shown[0].anchor for shown in pictures.values()]
    plain = sum(map(_is_plain, names))
    return plain >= SAME * len(names)


def _is_plain(name: str) -> bool:
    """Say whether the longer words behind the first are in lower case, but for names; false of one word."""
    behind_first = [word for word in words(name)[1:] if len(word) >= LONGER]
    return bool(behind_first) and sum(map(str.islower, behind_first)) >= IN_SENTENCES * len(behind_first)


def _length(name: str) -> int:
    """Count the words but for those of one letter: Japanese writes particles as words."""
    return sum(len(word) > 1 for word in words(name))


def leads_inward(pictures: Pictures, carriers: Sequence[Carrier], url: str) -> bool:
    """Say whether half of the strangers' pictures are links to pages of the site itself.

    Portals, price comparisons and classified advertisements show what others lend them above pages of their
    own; a generator's picture leads to its own file, or nowhere.
    """
    own = registrable_domain(url)
    above = {
        (inner.url, inner.path)
        for outer, inner in pairwise(carriers)
        if outer.element == "a"
        and inner.path.startswith(f"{outer.path}/")
        and registrable_domain(outer.url) == own
        and not is_image_url(outer.url)
    }
    led = sum(any((one.url, one.path) in above for one in shown) for shown in pictures.values())
    return led >= max(CROWD, SHARE * len(pictures))


def one_name(pictures: Pictures, *, title: str, language: str) -> bool:
    """Say whether the pictures of many strangers all bear one alternative text, and the title is no more.

    Numbers are none: generators count. A title that names its site was written by somebody who may have a
    plug-in write it below every picture; texts such as `Product image` are not the page's.
    """
    if len(pictures) < MANY:
        return False
    names = Counter(beginnings((shown[0].anchor,), language) for shown in pictures.values())
    called = beginnings((title,), language)
    return len(called) >= LEAST_WORDS and names[called] >= SAME * len(pictures)


def _is_latin(found: frozenset[str]) -> bool:
    return 2 * sum(map(str.isascii, found)) >= len(found)
