"""Which images of a page's own host are worth asking where they lead."""

from collections.abc import Iterable

from evidence.addresses.hosts import registrable_domain
from evidence.addresses.slugs import slug_words
from evidence.addresses.urls import is_image_url
from evidence.model import Carrier, Kind, PageEvidence
from evidence.property import Target

PER_PAGE = 4


def own_images(page: PageEvidence, targets: Iterable[Target]) -> tuple[Carrier, ...]:
    """Choose the images of a page's own host to ask for: those first whose names share the targets' words."""
    wanted = {word for target in targets for word in slug_words(target.url)}
    site = registrable_domain(page.url)
    own = {
        carrier.url: carrier
        for carrier in page.carriers
        if carrier.kind is Kind.EMBED
        and is_image_url(carrier.url)
        and registrable_domain(carrier.url) == site
    }
    shared = {url: len(wanted & set(slug_words(url))) for url in own}
    return tuple(own[url] for url in sorted(own, key=lambda url: -shared[url])[:PER_PAGE])
