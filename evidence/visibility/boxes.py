"""What kind of box an element makes: a block, a box in a line, a piece of a line, or none.

Source: CSS Display 3 (kinds, what is blockified), HTML's rendering section (a browser's own style sheet).
"""

from collections.abc import Mapping

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "listing", "main",
    "menu", "nav", "ol", "p", "plaintext", "pre", "search", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul", "xmp",
})  # fmt: skip
"""Elements that begin and end a line by a browser's own style sheet."""
NEVER_SHOWN = frozenset({
    "head", "script", "style", "template", "title", "noembed", "noframes", "datalist", "rp",
})  # fmt: skip
"""Elements that a browser's own style sheet hides with everything in them."""
SOLID = frozenset({
    "img", "iframe", "embed", "object", "video", "audio", "canvas", "svg", "input", "button", "select",
    "textarea", "meter", "progress", "marquee",
})  # fmt: skip
"""Elements that are boxes although they stand in a line."""
TABLES = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th"})
"""Elements that a browser's own style sheet makes a table of."""
CELLS = frozenset({"td", "th"})
"""Those of them that margins do not move."""
PADDED = frozenset({"fieldset", "dialog", "button"})
"""Elements that a browser's own style sheet pads: no height makes them flat."""
OWN_LETTERS = {
    "button": frozenset({"font-size", "text-indent"}),
    "table": frozenset({"text-indent"}),
}
"""Elements whose letters and lines are their own by a browser's style sheet, whatever is around them."""
OUT_OF_LINE = frozenset({"absolute", "fixed"})
FLOATS = frozenset({"left", "right", "inline-start", "inline-end"})
NO_ROOM = frozenset({"0fr", "0", "0px"})
"""Values of `grid-template-rows` that leave what is in a grid no height (accordions, CSS Grid 1)."""
UNDRAWN = frozenset({"none", "table-column", "table-column-group"})
"""Values of `display` that leave an element, and all that is in it, without a box (CSS Tables 3)."""
IN_LINE = ("inline", "contents", "ruby")


def display_of(tag: str, attributes: Mapping[str, str], declared: Mapping[str, str], *, is_item: bool) -> str:
    """Return an element's `display` as a browser computes it, as far as it decides about lines and hiding.

    Args:
        tag: name of the element.
        attributes: its attributes.
        declared: the values that win in the cascade.
        is_item: whether it stands in a flex or grid container.
    """
    display = declared.get("display", "revert")
    if tag == "br":
        display = "none" if display == "none" else "block"
    elif display.startswith("revert") or display == "inherit":
        display = own_display(tag, attributes)
    elif display in {"initial", "unset"} or "var(" in display:
        display = "inline"
    if tag in SOLID and display in {"contents", "inline"}:
        return "none" if display == "contents" else "inline-block"
    if display not in IN_LINE and not display.startswith("inline-"):
        return display
    position = declared.get("position", own_position(tag, attributes))
    leaves_line = position in OUT_OF_LINE or declared.get("float") in FLOATS
    if display == "contents" or not (leaves_line or is_item):
        return display
    return "block" if display in {"inline", "inline-block", "ruby"} else display.removeprefix("inline-")


def own_display(tag: str, attributes: Mapping[str, str]) -> str:
    """Return the `display` that a browser's own style sheet gives an element."""
    is_closed = tag == "dialog" and "open" not in attributes
    is_hidden = "hidden" in attributes and attributes["hidden"].lower() != "until-found"
    if is_closed or is_hidden or "popover" in attributes or tag in NEVER_SHOWN:
        return "none"
    if tag in BLOCKS:
        return "block"
    return "inline-block" if tag in SOLID else "inline"


def own_position(tag: str, attributes: Mapping[str, str]) -> str:
    """Return the `position` that a browser's own style sheet gives an element."""
    return "fixed" if "popover" in attributes else "absolute" if tag == "dialog" else "static"


def grows(tag: str, declared: Mapping[str, str]) -> bool:
    """Say whether a box is as large as what is in it, whatever size it is given, as tables are."""
    display = declared.get("display")
    if tag in PADDED and not any(name.startswith("padding") for name in declared):
        return True
    return (
        tag in TABLES
        if display is None or display.startswith("revert")
        else "table" in display and display != "table-caption"
    )


def begins_line(display: str) -> bool:
    """Say whether an element begins and ends a line."""
    return display != "none" and not display.startswith(IN_LINE) and not display.startswith("-webkit-inline")


def lays_out(display: str) -> bool:
    """Say whether an element makes each of its children a box of its own."""
    return "flex" in display or "grid" in display


def flattens(display: str, declared: Mapping[str, str]) -> bool:
    """Say whether an element gives what is in it no height, as far as that may be cut off."""
    return "grid" in display and declared.get("grid-template-rows") in NO_ROOM


def is_box(display: str) -> bool:
    """Say whether sizes, overflow and transforms mean anything to an element."""
    return display not in {"inline", "contents", "ruby", "none"}
