"""Frames that show another page of the same site: what stands in them belongs to the page."""

from collections.abc import Iterable, Iterator

from evidence.addresses.hosts import registrable_domain
from evidence.addresses.urls import resolve
from evidence.model import Carrier, Visibility
from evidence.seen import Spot
from evidence.visibility.styles import Styles
from evidence.visibility.unnoticed import unnoticed

MOST = 4
FRAMES = frozenset({"iframe", "frame"})


def own_frames(spots: Iterable[Spot], *, url: str, base_url: str, styles: Styles) -> tuple[Carrier, ...]:
    """List the frames of the page's own registrable domain, at most four, with what hides them."""
    own = registrable_domain(url)
    found = {one.url: one for one in _frames(spots, base_url, styles) if registrable_domain(one.url) == own}
    return tuple(found.values())[:MOST]


def _frames(spots: Iterable[Spot], base_url: str, styles: Styles) -> Iterator[Carrier]:
    for spot in spots:
        found, tag = spot.found, spot.element
        address = resolve(found.raw, base_url) if tag in FRAMES and found.attribute == "src" else None
        if address is None:
            continue
        visibility, rule = spot.seen_as()
        hidden_by = rule or unnoticed(spot.node, "", styles)
        is_seen = visibility in {Visibility.VISIBLE, Visibility.LAZY}
        yield Carrier(
            kind=found.kind,
            url=address,
            raw=found.raw[:2000],
            element=tag,
            attribute=found.attribute,
            visibility=Visibility.HIDDEN if is_seen and hidden_by else visibility,
            hidden_by=hidden_by,
            place=spot.around.place,
            path=spot.path[1:],
        )
