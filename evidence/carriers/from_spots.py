"""From the spots of the walk to carriers: addresses made absolute, windows cut, the unnoticed named."""

from collections.abc import Iterable, Iterator
from functools import cache

from evidence.addresses.matching import Matcher
from evidence.addresses.urls import resolve
from evidence.model import Carrier, Visibility, Window
from evidence.seen import Seen, Spot
from evidence.text.windows import Words
from evidence.visibility.script_hiding import ScriptHiding
from evidence.visibility.styles import Styles
from evidence.visibility.unnoticed import unnoticed

KEPT_ELEMENTS = frozenset({"a", "area", "img"})
"""Elements whose carriers are kept whatever they point to, event handlers apart; others only where they
concern the property."""
DRAWN = frozenset({Visibility.VISIBLE, Visibility.LAZY})
"""What a script may still hide."""
BACKGROUND = "style"
"""The attribute that puts a picture behind an element: galleries are made of such, too (A21)."""


def carriers(
    seen: Seen, words: Words, *, base_url: str, matcher: Matcher, styles: Styles, scripts: ScriptHiding
) -> Iterator[Carrier]:
    """Yield every link and image of the page, and what else concerns the property, in document order."""
    urls = _resolved(seen.spots, base_url)
    is_named = matcher.may_name("\n".join(filter(None, urls.values())))
    left_of, right_of = cache(words.left_of), cache(words.right_of)
    for spot in seen.spots:
        found, url = spot.found, urls[spot.found.raw]
        is_kind = spot.element in KEPT_ELEMENTS or found.attribute == BACKGROUND
        kept = is_kind and not found.attribute.startswith("on")
        if url is None or not (kept or (is_named and matcher.match(url))):
            continue
        anchor = words.text[spot.start : spot.end].strip() or spot.hidden_text or spot.alt
        visibility, hidden_by = spot.seen_as()
        if is_named and visibility is Visibility.VISIBLE and matcher.may_name(url):
            hidden_by = unnoticed(spot.node, anchor, styles, spot.moved())
            visibility = Visibility.HIDDEN if hidden_by else visibility
        if is_named and visibility in DRAWN and matcher.may_name(url) and (rule := scripts.rule(spot.node)):
            visibility, hidden_by = Visibility.SCRIPT_HIDDEN, rule
        windows = left_of(spot.start), right_of(spot.end)
        yield _carrier(spot, url, anchor[:500], windows, visibility, hidden_by)


def _resolved(spots: Iterable[Spot], base_url: str) -> dict[str, str | None]:
    """Make every address absolute once, however often the page writes it."""
    return {raw: resolve(raw, base_url) for raw in {spot.found.raw for spot in spots}}


def _carrier(
    spot: Spot, url: str, anchor: str, windows: tuple[Window, Window], visibility: Visibility, hidden_by: str
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
        left=windows[0],
        right=windows[1],
        visibility=visibility,
        hidden_by=hidden_by,
        place=spot.around.place,
        path=spot.path[1:],
    )
