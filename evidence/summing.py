"""Counting over a page's carriers: foreign hosts, sizes."""

from collections import Counter
from collections.abc import Sequence

from evidence.measures import compression
from evidence.model import Carrier, HostCount, Kind, Measures
from evidence.proxies import unwrap
from evidence.urls import registrable_domain

MOST_HOSTS = 1_000


def host_counts(carriers: Sequence[Carrier], page_host: str) -> tuple[HostCount, ...]:
    """Return the foreign registrable domains that the page refers to, most frequent first.

    An image behind a proxy counts for the host it comes from: a proxy is no host of its own.
    """
    own = registrable_domain(page_host)
    links: Counter[str] = Counter()
    embeds: Counter[str] = Counter()
    for carrier in carriers:
        inner = next(unwrap(carrier.url), None) if carrier.kind is Kind.EMBED else None
        domain = registrable_domain(inner.url if inner else carrier.url) if carrier.url else ""
        if domain and domain != own:
            (links if carrier.kind is Kind.LINK else embeds)[domain] += 1
    order = sorted(links.keys() | embeds.keys(), key=lambda host: (-links[host] - embeds[host], host))
    return tuple(HostCount(host=host, links=links[host], embeds=embeds[host]) for host in order[:MOST_HOSTS])


def measures(
    text: str, words: int, link_words: int, carriers: Sequence[Carrier], hosts: Sequence[HostCount]
) -> Measures:
    """Return the size facts of a page."""
    return Measures(
        words=words,
        prose_words=words - link_words,
        compression=compression(text),
        link_density=round(link_words / words, 4) if words else 0.0,
        links=sum(carrier.kind is Kind.LINK for carrier in carriers),
        embeds=sum(carrier.kind is Kind.EMBED for carrier in carriers),
        foreign_links=sum(host.links for host in hosts),
        foreign_embeds=sum(host.embeds for host in hosts),
        foreign_link_hosts=sum(host.links > 0 for host in hosts),
        foreign_embed_hosts=sum(host.embeds > 0 for host in hosts),
    )
