"""Which rule, if any, keeps an element from being seen (field guide 2.1, methods 12a)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from evidence.model import Visibility
from evidence.styles import Declarations, Declared, cascaded, inline

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
    r"display|visibility|opacity|position|text-indent|font|clip|height|width|transform|left|top|color",
    re.IGNORECASE,
)
OFF_SCREEN_PX = -500.0
"""An offset or indent beyond it puts a box outside of every screen (methods 12a)."""
SCREEN_READER = re.compile(
    r"(?:^|[\s_-])(?:sr-only|screen-reader(?:-text)?|visually-?hidden|visuallyhidden|u-hiddenvisually|a11y-hidden)\b",
    re.IGNORECASE,
)
"""Class names for text that is meant to be read aloud (WordPress, Bootstrap, WAI)."""
CLIPPED_FOR_SIGHT = ("clip: rect", "clip-path: inset(50%")
"""The shape of every screen-reader class whatever its name: a box clipped to nothing (WAI, Bootstrap)."""
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
    if classes and _is_for_screen_readers(classes):
        return Hiding(visibility=Visibility.SCREEN_READER, rule=f"class of {describe(tag, attributes)}")
    rule = _hidden_by(tag, attributes, sheet)
    if rule.startswith(CLIPPED_FOR_SIGHT):
        return Hiding(visibility=Visibility.SCREEN_READER, rule=rule)
    return Hiding(visibility=Visibility.HIDDEN, rule=rule) if rule else None


@lru_cache(maxsize=4_096)
def _is_for_screen_readers(classes: str) -> bool:
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
    if tag == "marquee" and _is_tiny(attributes.get("width") or "", 1.0):
        return f"width of {describe(tag, attributes)}"
    return ""


def hiding_rule(style: Mapping[str, str]) -> str:
    """Return the declarations that hide a box, such as `display: none`; empty when none does."""
    for name, hides in SINGLE_RULES.items():
        value = style.get(name)
        if value is not None and hides(value):
            return f"{name}: {value}"
    return _off_screen(style) or _zero_box(style)


@lru_cache(maxsize=4_096)
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


def shows_again(attributes: Mapping[str, str], sheet: Mapping[str, Declared]) -> bool:
    """Say whether an element undoes a `visibility: hidden` around it: the one hiding that does not stick."""
    style = attributes.get("style", "")
    if not style and not sheet:
        return False
    own = inline(style) if "visibility" in style.lower() else {}
    declared = cascaded(sheet, own).get("visibility")
    return declared is not None and declared.value == "visible"


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
    "clip-path": lambda value: bool(re.fullmatch(r"inset\((?:50|100)%\)|circle\(0(?:px|%)?\)", value)),
    "transform": lambda value: bool(re.search(r"scale[xy]?\(\s*0(?:\.0+)?\s*[,)]", value)),
}
"""One declaration is enough."""


OFFSETS = frozenset({"left", "top", "right", "bottom", "margin-left", "margin-top"})
SIZES = frozenset({"height", "width", "max-height", "max-width"})


def _off_screen(style: Mapping[str, str]) -> str:
    if style.get("position") in {"absolute", "fixed"}:
        for side in ("left", "top", "right", "bottom"):
            if _is_tiny(style.get(side, ""), OFF_SCREEN_PX):
                return f"position: {style['position']}; {side}: {style[side]}"
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
