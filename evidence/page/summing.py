"""Counting over a page's words and carriers: foreign hosts, sizes.

Source: Ntoulas et al., "Detecting spam web pages through content analysis", 2006.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evidence.addresses.hosts import registrable_domain
from evidence.model import Carrier, HostCount, Kind, Measures
from evidence.pictures.expected import common_words
from evidence.pictures.strangers import behind, picture_fit
from evidence.text.measures import compression
from evidence.text.windows import Words
from evidence.text.words import spans

MOST_HOSTS = 1_000
HOST_BEGINS = len("https://")


def host_counts(carriers: Sequence[Carrier], page_host: str) -> tuple[HostCount, ...]:
    """Return the foreign registrable domains that the page refers to, most frequent first.

    An image behind a proxy counts for the host it comes from: a proxy is no host of its own.
    """
    own = registrable_domain(page_host)
    links: Counter[str] = Counter()
    embeds: Counter[str] = Counter()
    found = Counter((one.kind is Kind.LINK, one.url) for one in carriers)
    hosts: Counter[tuple[bool, str]] = Counter()
    for (is_link, url), count in found.items():
        address = url if is_link else behind(url)
        hosts[is_link, address[: address.find("/", HOST_BEGINS) + 1] or address] += count
    for (is_link, address), count in hosts.items():
        domain = registrable_domain(address)
        if domain and domain != own:
            (links if is_link else embeds)[domain] += count
    order = sorted(links.keys() | embeds.keys(), key=lambda host: (-links[host] - embeds[host], host))
    return tuple(HostCount(host=host, links=links[host], embeds=embeds[host]) for host in order[:MOST_HOSTS])


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """What the sizes of a page are taken from."""

    words: Words
    counts: Mapping[str, int]
    """How often each word is said."""
    linked: int
    """Visible words in links."""
    title: str
    heading: str
    url: str
    language: str
    source: int
    """Characters of the page's source."""


def measures(sizes: Sizes, carriers: Sequence[Carrier], hosts: Sequence[HostCount]) -> Measures:
    """Return the size facts of a page."""
    count, text = len(sizes.words), sizes.words.text
    letters = sum(len(word) * times for word, times in sizes.counts.items())
    known = common_words(sizes.language)
    common = sum(times for word, times in sizes.counts.items() if word.lower() in known)
    named, fitting = picture_fit(
        carriers, title=sizes.title, heading=sizes.heading, url=sizes.url, language=sizes.language
    )
    return Measures(
        words=count,
        prose_words=count - sizes.linked,
        compression=compression(text),
        link_density=_share(sizes.linked, count),
        title_words=len(spans(sizes.title)[0]),
        mean_word_length=round(letters / count, 2) if count else 0.0,
        visible_share=_share(len(text), max(sizes.source, len(text))),
        common_word_share=_share(common, count),
        links=sum(carrier.kind is Kind.LINK for carrier in carriers),
        embeds=sum(carrier.kind is Kind.EMBED for carrier in carriers),
        foreign_links=sum(host.links for host in hosts),
        foreign_embeds=sum(host.embeds for host in hosts),
        foreign_link_hosts=sum(host.links > 0 for host in hosts),
        foreign_embed_hosts=sum(host.embeds > 0 for host in hosts),
        picture_hosts_named=named,
        picture_hosts_fitting=fitting,
    )


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
