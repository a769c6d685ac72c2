"""Which rule, if any, keeps an element from being seen."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from evidence.model import Visibility
from evidence.visibility.sheets import Declarations
from evidence.visibility.styles import Declared, cascaded, inline

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu",
    "nav", "ol", "optgroup", "option", "p", "pre", "search", "section", "select", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
"""Elements that begin and end a line by a browser's own style sheet."""
NEVER_SHOWN = frozenset({"head", "script", "style", "template", "title", "noembed", "noframes", "datalist"})
"""Elements that a browser's own style sheet hides with everything in them."""
COULD_HIDE = re.compile(
    r"display|visibility|opacity|position|text-indent|font|clip|height|width|trans|left|top|right|bottom|scale",
    re.IGNORECASE,
)
OFF_SCREEN_PX = -500.0
"""An offset or indent beyond it puts a box outside of every screen."""
NEAR_EDGE_PX = 50.0
SCREEN_READER = re.compile(
    r"(?:^|[\s_-])(?:sr-only|screen-reader(?:-text)?|visually-?hidden|visuallyhidden|u-hiddenvisually|a11y-hidden)\b",
    re.IGNORECASE,
)
"""Class names for text that is meant to be read aloud (WordPress, Bootstrap, WAI)."""
CLIPPED_FOR_SIGHT = ("clip: rect", "clip-path: inset(50%")
"""The shape of every screen-reader class whatever its name: a box clipped to nothing (WAI, Bootstrap)."""
CLIPPED_AWAY = re.compile(
    r"inset\((?:50|100)%.*\)|(?:circle|ellipse)\(0(?:px|%)?(?:\s.*)?\)"
    r"|polygon\(\s*(0(?:px|%)?\s+0(?:px|%)?)(?:\s*,\s*\1)*\s*\)"
)
"""Clips that leave nothing: half or more from each side, no radius, all corners in one point."""
SCALED_AWAY = re.compile(r"scale(?:[xy]|3d)?\(\s*0(?:\.0+)?\s*[,)]")
SLID_AWAY = re.compile(
    r"translate(?:[xy]|3d)?\(\s*(?:0(?:px|%)?\s*,\s*)?(?:calc\(\s*)?-(?:[1-9]\d\d|\d{4,})(?:\.\d+)?%"
)
"""A box moved by its whole size or more: skip links and off-canvas menus wait there, beyond the edge."""
MOVES = re.compile(r"translate(?:[xy]|3d)?\(([^)]{1,100})\)")
LENGTH = re.compile(r"\s*([+-]?[\d.]+(?:e[+-]?\d+)?)\s*(px|em|rem|%|vw|vh|pt)?\s*$", re.IGNORECASE)
PX = {"": 1.0, "px": 1.0, "em": 16.0, "rem": 16.0, "%": 12.8, "vw": 12.8, "vh": 7.2, "pt": 4 / 3}
"""CSS pixels a unit is worth on a 1280 by 720 screen with 16-pixel text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hiding:
    """Why an element and everything in it is not plainly visible."""

    visibility: Visibility
    rule: str
    """The declaration and where it stands."""


def hiding(tag: str, attributes: Mapping[str, str], sheet: Mapping[str, Declared]) -> Hiding | None:
    """Return what hides this element by itself; None when nothing does.

    Args:
        tag: name of the element.
        attributes: its attributes.
        sheet: what the page's style elements declare for it.
    """
    if tag in NEVER_SHOWN:
        return Hiding(visibility=Visibility.INERT, rule=f"inside {describe(tag, attributes)}")
    if tag == "details" and "open" not in attributes:
        return Hiding(visibility=Visibility.COLLAPSED, rule=f"closed {describe(tag, attributes)}")
    classes = attributes.get("class", "")
    is_read_aloud = bool(classes) and is_for_screen_readers(classes)
    rule = _hidden_by(tag, attributes, sheet)
    if rule:
        read_aloud = is_read_aloud or rule.startswith(CLIPPED_FOR_SIGHT)
        return Hiding(visibility=Visibility.SCREEN_READER if read_aloud else Visibility.HIDDEN, rule=rule)
    if is_read_aloud:
        return Hiding(visibility=Visibility.SCREEN_READER, rule=f"class of {describe(tag, attributes)}")
    return None


def is_for_screen_readers(classes: str) -> bool:
    """Say whether a class name is one of those for text that is meant to be read aloud."""
    return bool(SCREEN_READER.search(classes))


def _hidden_by(tag: str, attributes: Mapping[str, str], sheet: Mapping[str, Declared]) -> str:
    if tag == "noscript":
        return "only inside <noscript>"
    if "hidden" in attributes and "display" not in sheet:
        return f"hidden attribute of {describe(tag, attributes)}"
    style = attributes.get("style") or ""
    own = inline(style) if style and COULD_HIDE.search(style) else {}
    if own or sheet:
        declared = cascaded(sheet, own)
        rule = hiding_rule({name: one.value for name, one in declared.items()})
        if rule:
            return f"{rule}, {declared[rule.partition(':')[0]].where} of {describe(tag, attributes)}"
    if tag == "marquee" and (no_width := _without_width(attributes, own)):
        return f"{no_width} of {describe(tag, attributes)}"
    return ""


def _without_width(marquee: Mapping[str, str], own: Mapping[str, Declared]) -> str:
    """Say what leaves a marquee no room: it shows nothing beyond its box, whatever `overflow` says."""
    for side in ("width", "height"):
        size = own[side].value if side in own else marquee.get(side, "")
        if _is_tiny(size, 1.0):
            return f"{side}: {size}"
    return ""


def hiding_rule(style: Mapping[str, str]) -> str:
    """Return the declarations that hide a box, such as `display: none`; empty when none does."""
    for name, hides in SINGLE_RULES.items():
        value = style.get(name)
        if value is not None and hides(value):
            return f"{name}: {value}"
    return _off_screen(style) or _zero_box(style)


def telling(declarations: Declarations) -> frozenset[str]:
    """Name the properties that decide whether declarations hide, or make lines of words and words of lines.

    An offset hides only with a position, a size only without overflow: those are named too, though another
    rule may set them.
    """
    names: set[str] = set()
    for name, value, _ in declarations:
        if name == "display" or (name in SINGLE_RULES and SINGLE_RULES[name](value)):
            names.add(name)
        elif name in OFFSETS and _is_tiny(value, OFF_SCREEN_PX):
            names |= {name, "position"}
        elif name == "transform" and SLID_AWAY.match(value):
            names |= {name, "position", "left"}
        elif name in SIZES and _is_tiny(value, 1.0):
            names |= {name, "overflow"}
    return frozenset(names)


def display_of(tag: str, attributes: Mapping[str, str], sheet: Mapping[str, Declared]) -> str:
    """Return the element's `display`, as far as it decides where lines begin and end."""
    style = attributes.get("style", "")
    own = inline(style) if style and "display" in style.lower() else {}
    declared = cascaded(sheet, own).get("display") if own or "display" in sheet else None
    if declared is None or tag == "br":
        return "block" if tag in BLOCKS else "inline"
    return declared.value


def could_hide_inline(style: str) -> bool:
    """Say whether a style attribute hides its element."""
    return bool(hiding_rule({name: one.value for name, one in inline(style).items()}))


def shows_again(attributes: Mapping[str, str], sheet: Mapping[str, Declared]) -> frozenset[str]:
    """Name the properties by which an element undoes a hiding it inherits: the kinds that do not stick."""
    style = attributes.get("style", "")
    if not style and not sheet:
        return NOT_AGAIN
    declared = cascaded(sheet, inline(style) if style else {})
    return frozenset(
        name for name, shows in SHOWN_AGAIN.items() if name in declared and shows(declared[name].value)
    )


def length(value: str) -> float | None:
    """Return a CSS length in pixels; None when it is no plain length."""
    match = LENGTH.match(value)
    if match is None:
        return None
    try:
        return float(match[1]) * PX[(match[2] or "").lower()]
    except ValueError:
        return None


def describe(tag: str, attributes: Mapping[str, str]) -> str:
    """Return the element's start tag as far as it helps to find it."""
    shown = "".join(
        f' {name}="{(attributes.get(name) or "")[:40]}"' for name in ("id", "class") if attributes.get(name)
    )
    return f"<{tag}{shown}>"


def _is_tiny(value: str, most: float) -> bool:
    size = length(value)
    return size is not None and size <= most


def _is_moved_away(transform: str) -> bool:
    """Say whether a translation leads off every screen."""
    parts = (part.strip() for move in MOVES.finditer(transform) for part in move[1].split(","))
    return any(_is_tiny(part, OFF_SCREEN_PX) for part in parts if not part.endswith("%"))


def _none_left(value: str) -> bool:
    number = LENGTH.match(value)
    return number is not None and float(number[1]) / (100 if number[2] == "%" else 1) <= 0.05


SINGLE_RULES: Mapping[str, Callable[[str], bool]] = {
    "display": lambda value: value == "none",
    "visibility": lambda value: value in {"hidden", "collapse"},
    "opacity": _none_left,
    "font-size": lambda value: _is_tiny(value, 1.0),
    "text-indent": lambda value: _is_tiny(value, OFF_SCREEN_PX),
    "clip": lambda value: bool(re.fullmatch(r"rect\((?:0(?:px)?|1px)(?:[\s,]+(?:0(?:px)?|1px)){3}\)", value)),
    "clip-path": lambda value: bool(CLIPPED_AWAY.fullmatch(value)),
    "transform": lambda value: bool(SCALED_AWAY.search(value)) or _is_moved_away(value),
    "translate": lambda value: any(_is_tiny(part, OFF_SCREEN_PX) for part in value.split()),
    "scale": lambda value: bool(re.fullmatch(r"0(?:\.0+)?%?(?:\s.*)?", value)),
    "filter": lambda value: bool(re.search(r"opacity\(\s*0(?:\.0\d*)?%?\s*\)", value)),
    "content-visibility": lambda value: value == "hidden",
    "font": lambda value: bool(re.match(r"(?:\S+\s+)*0(?:px|em|rem|%|pt)?(?:/\S+)?\s", value)),
}
"""One declaration is enough."""
SHOWN_AGAIN: Mapping[str, Callable[[str], bool]] = {
    "visibility": lambda value: value == "visible",
    "font-size": lambda value: not value.endswith(("em", "%")) or value.endswith("rem"),
    "text-indent": lambda value: not _is_tiny(value, OFF_SCREEN_PX),
}
"""Inherited properties with the values that undo them; `em` and `%` of nothing are nothing."""
NOT_AGAIN: frozenset[str] = frozenset()


OFFSETS = frozenset({"left", "top", "right", "bottom", "margin-left", "margin-top"})
SIZES = frozenset({"height", "width", "max-height", "max-width"})


def _off_screen(style: Mapping[str, str]) -> str:
    if style.get("position") in {"absolute", "fixed"}:
        for side in ("left", "top", "right", "bottom"):
            if _is_tiny(style.get(side, ""), OFF_SCREEN_PX):
                return f"position: {style['position']}; {side}: {style[side]}"
        if (
            SLID_AWAY.match(style.get("transform", ""))
            and (length(style.get("left", "0")) or 0) <= NEAR_EDGE_PX
        ):
            return f"transform: {style['transform']}; position: {style['position']}"
    for side in ("margin-left", "margin-top"):
        if _is_tiny(style.get(side, ""), OFF_SCREEN_PX):
            return f"{side}: {style[side]}"
    return ""


def _zero_box(style: Mapping[str, str]) -> str:
    if "hidden" in style.get("overflow", ""):
        for side in ("height", "width", "max-height", "max-width"):
            if _is_tiny(style.get(side, ""), 1.0):
                return f"{side}: {style[side]}; overflow: hidden"
    return ""
