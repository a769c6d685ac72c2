"""Whether the words of a link have the colour of what is behind them.

Source: WCAG 2.2, relative luminance and contrast ratio; the limit of 1.1 is ours. It is said
only where both colours are the page's own: a background picture or a style sheet that was not loaded may
make white words on nothing perfectly readable.
"""

from collections.abc import Iterator

import turbohtml
from tinycss2.color4 import Color, parse_color

from evidence.visibility.styles import Styles

LEAST_CONTRAST = 1.1
"""Below it nobody reads anything; black on white has 21."""
WHITE = (1.0, 1.0, 1.0)
Rgb = tuple[float, float, float]
"""Red, green and blue, 0..1."""


def same_colour(link: turbohtml.Element, styles: Styles) -> str:
    """Return the colours that make a link's words unreadable, such as `#fff on white`; empty when none do."""
    words = next((text.parent for text in _texts(link)), None)
    if not isinstance(words, turbohtml.Element):
        return ""
    written = _colour_of(words, link, styles)
    behind = _behind(words, styles)
    if written is None or behind is None:
        return ""
    letters, ground = _mixed(written[1], behind[1]), behind[1]
    return f"color: {written[0]} on {behind[0]}" if contrast(letters, ground) < LEAST_CONTRAST else ""


def contrast(one: Rgb, other: Rgb) -> float:
    """Return the contrast ratio of two colours, 1..21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _texts(link: turbohtml.Element) -> Iterator[turbohtml.Text]:
    return (node for node in link.descendants if isinstance(node, turbohtml.Text) and node.data.strip())


def _colour_of(
    words: turbohtml.Element, link: turbohtml.Element, styles: Styles
) -> tuple[str, tuple[Rgb, float]] | None:
    """Return the declared colour of the words; None when nothing inside the link says: they are blue."""
    element: turbohtml.Element | None = words
    inherits = False
    while element is not None:
        declared = styles.ask(element, "color") or (element.attr("color") if element.tag == "font" else "")
        if declared and declared != "inherit":
            return _parsed(declared)
        inherits = inherits or declared == "inherit"
        if element == link and not inherits:
            return None
        element = _parent(element)
    return None


def _behind(words: turbohtml.Element, styles: Styles) -> tuple[str, Rgb] | None:
    """Return the colour behind the words; None when it cannot be known."""
    element: turbohtml.Element | None = words
    while element is not None:
        for name in ("background-color", "background"):
            declared = styles.ask(element, name)
            if "(" in declared and not declared.startswith(("rgb", "hsl")):
                return None
            colour = _parsed(declared)
            if colour is not None and colour[1][1] > 0:
                return (colour[0], colour[1][0]) if colour[1][1] == 1 else None
        if element.attr("background"):
            return None
        colour = _parsed(element.attr("bgcolor") or "")
        if colour is not None:
            return colour[0], colour[1][0]
        element = _parent(element)
    return None if styles.are_partial else ("white", WHITE)


def _parent(element: turbohtml.Element) -> turbohtml.Element | None:
    parent = element.parent
    return parent if isinstance(parent, turbohtml.Element) else None


def _parsed(value: str) -> tuple[str, tuple[Rgb, float]] | None:
    colour = parse_color(value) if value else None
    if not isinstance(colour, Color):
        return None
    red, green, blue, alpha = colour.to("srgb")
    return value, ((red, green, blue), alpha)


def _mixed(letters: tuple[Rgb, float], ground: Rgb) -> Rgb:
    colour, alpha = letters
    red, green, blue = (
        alpha * over + (1 - alpha) * under for over, under in zip(colour, ground, strict=True)
    )
    return red, green, blue


def _luminance(colour: Rgb) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
