"""What keeps a reference from being noticed although a browser draws it.

Asked only of references to the property: colours and sizes of every element of a page are not worth knowing.
"""

import turbohtml

from evidence.visibility.colours import same_colour
from evidence.visibility.lengths import length
from evidence.visibility.styles import Styles

SPECKS = frozenset(".,-_:;'`·")
"""Anchors of one such character are specks; arrows, crosses and numbers are what people click on."""
SIZED = {"img": "an image", "iframe": "a frame", "frame": "a frame"}
"""Elements that have a size of their own, and how they are called."""
DEEPEST = 512
"""Boxes inside boxes from which on parsers put what is in a box beside it, as browsers do."""
NAMING = ("aria-label", "title", "class", "id", "style")
"""Attributes that give an empty link a name or a shape: icon fonts, links stretched over a card."""


def unnoticed(element: turbohtml.Element, anchor: str, styles: Styles, moved: str = "") -> str:
    """Return why nobody notices a drawn link or image; empty when somebody may.

    Args:
        element: the link, image or frame.
        anchor: what people read of it.
        styles: what the page's style elements say.
        moved: the rule of an indent that moves its words away, if one does.
    """
    if element.tag in SIZED:
        return _speck(element, styles)
    if element.tag != "a":
        return ""
    pictures = [] if anchor else element.find_all("img")
    specks = [_speck(picture, styles) for picture in pictures]
    if specks and all(specks):
        return f"a link around {specks[0]}"
    if len(anchor) <= 1 and not any(element.attr(name) for name in NAMING):
        if not anchor and not element.find_all() and len(list(element.ancestors)) < DEEPEST:
            return "a link without any content"
        if anchor in SPECKS and anchor:
            return f"an anchor of one character, {anchor!r}"
    colours = same_colour(element, styles)
    return f"{colours}, of the link's words" if colours else _emptied(element, styles, moved)


def _emptied(link: turbohtml.Element, styles: Styles, moved: str) -> str:
    """Say what moves a link's words out of it and leaves nothing: logos have a picture in their place."""
    if not moved or styles.are_partial or link.find_all():
        return ""
    boxes = [one for one in (link, link.parent) if isinstance(one, turbohtml.Element)]
    shown = (styles.ask(box, name) for box in boxes for name in ("background", "background-image"))
    return "" if any("url(" in one for one in shown) else f"{moved}, moves the link's words"


def _speck(element: turbohtml.Element, styles: Styles) -> str:
    sizes = [styles.ask(element, side) or element.attr(side) or "" for side in ("width", "height")]
    pixels = [length(size) for size in sizes]
    if all(size is not None and size <= 1 for size in pixels):
        return f"{SIZED[element.tag]} of {sizes[0]} by {sizes[1]}"
    return ""
