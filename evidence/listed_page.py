"""What an archive's list of a page's links tells of the page: links, embeds, hosts and title, and no more."""

from collections import Counter
from collections.abc import Sequence

from evidence.addresses.hosts import host_of
from evidence.addresses.matching import Matcher
from evidence.addresses.urls import resolve
from evidence.carriers.finds import references
from evidence.carriers.from_spots import KEPT_ELEMENTS
from evidence.link_list import LinkList, ListedLink
from evidence.model import EVIDENCE_VERSION, Carrier, PageEvidence, Place, Visibility
from evidence.page.summing import Sizes, host_counts, measures
from evidence.property import Property, Target
from evidence.text.windows import Words
from evidence.visited import LINK_LIST

UNSEEN = frozenset({"link", "meta"})
"""Elements that no reader sees."""
LONGEST_ANCHOR = 500
LONGEST_TITLE = 1_000


def from_link_list(
    document: bytes, *, url: str, property: Property, targets: Sequence[Target] = ()
) -> PageEvidence:
    """Return what a list tells of its page: links, embeds and title, marked as no more than that.

    Raises:
        LinkListError: it is none.
    """
    listed = LinkList(document, url=url)
    carriers = [_carrier(link, at) for link in listed.links if (at := resolve(link.url, listed.base))]
    hosts = host_counts(carriers, host_of(url))
    nothing, title = Words.of(""), listed.title[:LONGEST_TITLE]
    sizes = Sizes(
        words=nothing, counts=Counter(), linked=0, title=title, heading="", url=url, language="", source=0
    )
    return PageEvidence(
        version=EVIDENCE_VERSION,
        url=url,
        base_url=listed.base,
        media_type="html",
        encoding="utf-8",
        title=title,
        h1="",
        language_declared="",
        language_detected="",
        canonical="",
        robots=(),
        refresh="",
        text="",
        carriers=tuple(one for one in carriers if one.element in KEPT_ELEMENTS),
        references=references(carriers, Matcher(property, targets), nothing, (), listed.base),
        hosts=hosts,
        simhash=0,
        template_hash="",
        trackers=(),
        traits=(),
        measures=measures(sizes, carriers, hosts),
        limits=(LINK_LIST,),
    )


def _carrier(link: ListedLink, url: str) -> Carrier:
    is_unseen = link.element in UNSEEN
    return Carrier(
        kind=link.kind,
        url=url,
        raw=link.url[:2000],
        element=link.element,
        attribute=link.attribute,
        anchor=(link.text or link.alt).strip()[:LONGEST_ANCHOR],
        rel=tuple(link.rel.lower().split()),
        visibility=Visibility.METADATA if is_unseen else Visibility.UNOBSERVED,
        place=Place.HEAD if is_unseen else Place.UNOBSERVED,
    )
