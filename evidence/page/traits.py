"""Facts that the generators of image galleries leave on their pages; facts, not judgement.

Each is weak alone (field observation): image-search front ends and honest round-ups share some of them. Ids
are stable; signals weigh them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import parse_qsl, urlsplit

from evidence.addresses.hosts import host_of
from evidence.addresses.urls import is_image_url
from evidence.carriers.source import Source
from evidence.model import Carrier, Kind
from evidence.page.fields import Fields
from evidence.page.makers import (
    CROWD,
    SHARE,
    Pictures,
    brief_names,
    credits_makers,
    leads_inward,
    off_keyword,
    one_name,
    plain_captions,
    strangers_pictures,
)
from evidence.page.trait_rules import CREDITS, NAMED_HOST, PATTERNS, QUERY_NAMES, Where

FOREIGN_CREDITS = 8
"""Different hosts in captions from which the captions credit a crowd of sites."""
PICTURED_CREDITS = 5
"""Hosts of the page's own pictures that its text names and no link leads to, from which that is a habit."""
MAX_FIELDS = 50
"""Parts of an address's query that are looked at."""
MAX_TITLE = 300
"""Characters of a title that are searched."""
MAX_TEXT = 200_000
"""Characters of text and of source that are searched."""

_DOTTED = re.compile(r"\.(?=[a-z]{2})")
"""What every host name has and prose has not; cheap to look for."""
_WORD = re.compile(r"[^\W\d_]")


def traits(
    *,
    source: Source,
    text: str,
    title: str,
    h1: str,
    url: str,
    carriers: Sequence[Carrier],
    fields: Fields,
    language: str = "",
) -> tuple[str, ...]:
    """List the ids of the traits that a page shows, sorted.

    `text` is the visible text.
    """
    visible = text[:MAX_TEXT]
    parts = {
        Where.SOURCE: source.text[:MAX_TEXT],
        Where.TEXT: visible,
        Where.TITLE: title[:MAX_TITLE],
        Where.URL: url,
        Where.CARRIERS: "\n".join(f"{one.element}[{one.attribute}]={one.url}" for one in carriers),
    }
    seen = {
        rule.id
        for rule in PATTERNS
        if (rule.needle in source.hits if rule.where is Where.SOURCE else rule.needle in parts[rule.where])
        and rule.pattern.search(parts[rule.where])
    }
    seen.update(_structural(visible, title, h1, url, carriers))
    if pictures := strangers_pictures(carriers, url):
        called = (title[:MAX_TITLE], h1[:MAX_TITLE], url)
        seen.update(_of_strangers(pictures, carriers, visible, called, language))
        seen.update(_of_fields(pictures, fields, url))
    return tuple(sorted(seen))


def _of_strangers(
    pictures: Pictures,
    carriers: Sequence[Carrier],
    text: str,
    called: tuple[str, str, str],
    language: str,
) -> Iterator[str]:
    """Yield what is said of strangers' pictures; `called` is title, heading and address."""
    title, heading, url = called
    if credits_makers(pictures, carriers, text):
        yield "credited-makers"
    if off_keyword(pictures, text, title=title, heading=heading, url=url, language=language):
        yield "off-keyword-pictures"
    if brief_names(pictures, title=title, heading=heading, url=url, language=language):
        yield "brief-names"
    if plain_captions(pictures, language=language):
        yield "plain-captions"
    if leads_inward(pictures, carriers, url):
        yield "inward-pictures"
    if one_name(pictures, title=title, language=language):
        yield "one-name-pictures"


def _of_fields(pictures: Pictures, fields: Fields, url: str) -> Iterator[str]:
    """Yield what the fields of a form beside strangers' pictures say: a vote, a quiz, a reader's search."""
    if fields.choices >= max(CROWD, SHARE * len(pictures)):
        yield "choices"
    if _answers_query(url, fields):
        yield "answers-query"


def _structural(text: str, title: str, h1: str, url: str, carriers: Sequence[Carrier]) -> Iterator[str]:
    if _credits_in_words(text, carriers):
        yield "source-captions"
    linked = {carrier.url for carrier in carriers if carrier.kind is Kind.LINK}
    embedded = [
        carrier.url for carrier in carriers if carrier.kind is Kind.EMBED and carrier.element == "img"
    ]
    if sum(address in linked for address in embedded) >= 5:
        yield "self-linked-images"
    if _slug(url) and title and _slug(url) == _words(title[:MAX_TITLE]) == _words(h1[:MAX_TITLE]):
        yield "title-is-slug"


def _answers_query(url: str, fields: Fields) -> bool:
    """Say whether a field of the page repeats the words that its address asks for, as search engines do."""
    asked = {
        value.strip() for name, value in parse_qsl(urlsplit(url).query)[:MAX_FIELDS] if name in QUERY_NAMES
    }
    return not fields.filled.isdisjoint(asked - {""})


def _credits_in_words(text: str, carriers: Sequence[Carrier]) -> bool:
    """Say whether captions credit many hosts in words alone: by their wording, or by naming picture hosts."""
    dotted = len(_DOTTED.findall(text))
    if dotted >= FOREIGN_CREDITS and len(credited_hosts(text)) >= FOREIGN_CREDITS:
        return True
    return dotted >= PICTURED_CREDITS and len(pictured_hosts(text, carriers)) >= PICTURED_CREDITS


def pictured_hosts(text: str, carriers: Sequence[Carrier]) -> frozenset[str]:
    """Return the hosts of pictures that captions name, in any language, and to which no page's link leads."""
    shown = {host_of(one.url) for one in carriers if one.kind is Kind.EMBED}
    linked = {host_of(one.url) for one in carriers if one.kind is Kind.LINK and not is_image_url(one.url)}
    return frozenset((_bare(shown) - _bare(linked)) & _bare(_apart(text)))


def _apart(text: str) -> Iterator[str]:
    """Yield the hosts that a text names, but for those that follow another one without a word between.

    Captions stand by their pictures; one line of sources below is how schools and clubs write it.
    """
    end = None
    for match in NAMED_HOST.finditer(text):
        if end is None or _WORD.search(text, end, match.start()):
            yield match[1].lower()
        end = match.end()


def _bare(hosts: Iterable[str]) -> set[str]:
    return {host.removeprefix("www.") for host in hosts}


def credited_hosts(text: str) -> tuple[str, ...]:
    """List the hosts that captions credit, such as `Source: example.com`, in order, without repeats."""
    found: dict[str, None] = {}
    for pattern in CREDITS:
        found.update(dict.fromkeys(match.lower() for match in pattern.findall(text)))
    return tuple(found)


def _slug(url: str) -> tuple[str, ...]:
    last = url.partition("?")[0].rstrip("/").rpartition("/")[2]
    return _words(re.sub(r"\.\w{2,5}\Z", "", last))


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.casefold().replace("_", " ")))
