"""From the spots of the walk to carriers: addresses made absolute, windows cut, the unnoticed named."""

from collections.abc import Iterator

from evidence.addresses.matching import Matcher
from evidence.addresses.urls import resolve
from evidence.model import Carrier, Visibility
from evidence.seen import Seen, Spot
from evidence.text.windows import Words
from evidence.visibility.styles import Styles
from evidence.visibility.unnoticed import unnoticed

KEPT_ELEMENTS = frozenset({"a", "area", "img"})
"""Elements whose carriers are kept whatever they point to, event handlers apart; others only where they
concern the property."""


def carriers(
    seen: Seen, words: Words, *, base_url: str, matcher: Matcher, styles: Styles
) -> Iterator[Carrier]:
    """Yield every link and image of the page, and what else concerns the property, in document order."""
    for spot in seen.spots:
        found, element = spot.found, spot.element
        url = resolve(found.raw, base_url)
        kept = element in KEPT_ELEMENTS and not found.attribute.startswith("on")
        if url is None or not (kept or matcher.match(url)):
            continue
        anchor = words.text[spot.start : spot.end].strip() or spot.hidden_text or spot.alt
        visibility, hidden_by = spot.seen_as()
        if visibility is Visibility.VISIBLE and matcher.may_name(url):
            hidden_by = unnoticed(spot.node, anchor, styles)
            visibility = Visibility.HIDDEN if hidden_by else visibility
        yield _carrier(spot, url, anchor[:500], words, visibility, hidden_by)


def _carrier(
    spot: Spot, url: str, anchor: str, words: Words, visibility: Visibility, hidden_by: str
) -> Carrier:
    found = spot.found
    return Carrier(
        kind=found.kind,
        url=url,
        raw=found.raw[:2000],
        element=spot.element,
        attribute=found.attribute,
        anchor=anchor,
        rel=tuple(spot.attributes.get("rel", "").lower().split()),
        left=words.left_of(spot.start),
        right=words.right_of(spot.end),
        visibility=visibility,
        hidden_by=hidden_by,
        place=spot.around.place,
        path=spot.path[1:],
    )
