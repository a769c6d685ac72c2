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
        address = resolve(spot.raw, base_url) if spot.element in FRAMES and spot.attribute == "src" else None
        if address is None:
            continue
        hidden_by = spot.hidden_by or unnoticed(spot.node, "", styles)
        is_seen = spot.visibility in {Visibility.VISIBLE, Visibility.LAZY}
        yield Carrier(
            kind=spot.kind,
            url=address,
            raw=spot.raw[:2000],
            element=spot.element,
            attribute=spot.attribute,
            visibility=Visibility.HIDDEN if is_seen and hidden_by else spot.visibility,
            hidden_by=hidden_by,
            place=spot.place,
            path=spot.path,
        )
