"""What keeps a reference from being noticed although a browser draws it.

Asked only of references to the property: colours and sizes of every element of a page are not worth knowing.
"""

import turbohtml

from evidence.visibility.colours import same_colour
from evidence.visibility.lengths import length
from evidence.visibility.off_screen import OFF_SCREEN_PX
from evidence.visibility.styles import Styles

SPECKS = frozenset(".,-_:;'`·")
"""Anchors of one such character are specks; arrows, crosses and numbers are what people click on."""
SIZED = {"img": "an image", "iframe": "a frame", "frame": "a frame"}
"""Elements that have a size of their own, and how they are called."""
NAMING = ("aria-label", "title", "class", "id", "style")
"""Attributes that give an empty link a name or a shape: icon fonts, links stretched over a card."""


def unnoticed(element: turbohtml.Element, anchor: str, styles: Styles) -> str:
    """Return why nobody notices a drawn link or image; empty when somebody may."""
    if element.tag in SIZED:
        return _speck(element, styles)
    if element.tag != "a":
        return ""
    pictures = [] if anchor else element.find_all("img")
    specks = [_speck(picture, styles) for picture in pictures]
    if specks and all(specks):
        return f"a link around {specks[0]}"
    if len(anchor) <= 1 and not any(element.attr(name) for name in NAMING):
        if not anchor and not element.find_all():
            return "a link without any content"
        if anchor in SPECKS and anchor:
            return f"an anchor of one character, {anchor!r}"
    colours = same_colour(element, styles)
    return f"{colours}, of the link's words" if colours else _emptied(element, styles)


def _emptied(link: turbohtml.Element, styles: Styles) -> str:
    """Say what moves a link's words out of it and leaves nothing: logos have a picture in their place."""
    indent = styles.ask(link, "text-indent")
    pixels = length(indent) if indent else None
    if pixels is None or pixels > OFF_SCREEN_PX or styles.are_partial or link.find_all():
        return ""
    has_picture = any("url(" in styles.ask(link, name) for name in ("background", "background-image"))
    return "" if has_picture else f"text-indent: {indent} of the link's words"


def _speck(element: turbohtml.Element, styles: Styles) -> str:
    sizes = [styles.ask(element, side) or element.attr(side) or "" for side in ("width", "height")]
    pixels = [length(size) for size in sizes]
    if all(size is not None and size <= 1 for size in pixels):
        return f"{SIZED[element.tag]} of {sizes[0]} by {sizes[1]}"
    return ""
