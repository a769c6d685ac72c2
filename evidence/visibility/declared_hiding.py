"""Which declarations hide a box, alone or together, and which undo it."""

import re
from collections.abc import Callable, Mapping

from evidence.visibility.boxes import FLOATS, OUT_OF_LINE
from evidence.visibility.lengths import length
from evidence.visibility.sheets import Declarations
from evidence.visibility.styles import Declared, inline

COULD_HIDE = re.compile(
    r"display|visibility|opacity|position|text-indent|font|clip|height|width|trans|left|top|right|bottom|scale"
    r"|margin|inset|float|all\s*:",
    re.IGNORECASE,
)
OFF_SCREEN_PX = -500.0
"""An offset or indent beyond it puts a box outside of every screen."""
FAR_BACK_PX = 5_000.0
"""A distance from the right or lower edge beyond it puts a box before the left or upper one of every page."""
NEAR_EDGE_PX = 50.0
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


def hiding_rule(style: Mapping[str, str], *, in_box: bool = True, sized: bool = True) -> str:
    """Return the declarations that hide an element, such as `display: none`; empty when none does.

    Args:
        style: its declarations.
        in_box: whether it makes a box; sizes, indents and transforms of words in a line mean nothing.
        sized: whether a size leaves no room for what does not fit.
    """
    singles = SINGLE_RULES if style.get("display") != "contents" else HANDED_ON
    found = [name for name in singles if name in style and _hides(name, style, in_box=in_box)]
    of_boxes = next((f"{name}: {style[name]}" for name in found if name not in OF_LETTERS), "")
    if not of_boxes and style.get("display") != "contents":
        of_boxes = _off_screen(style) or (_zero_box(style) if in_box and sized else "")
    return of_boxes or next((f"{name}: {style[name]}" for name in found), "")


def telling(declarations: Declarations) -> frozenset[str]:
    """Name the properties that decide whether declarations hide, or make lines of words and words of lines.

    An offset hides only with a position, a size only without overflow and in a box: those are named too,
    though another rule may set them.
    """
    names: set[str] = set()
    for name, value, _ in declarations:
        if name == "display" or value in LINE_ENDING.get(name, ()):
            names.add(name)
        elif name in SINGLE_RULES and SINGLE_RULES[name](value):
            names |= {name, *NEEDED.get(name, ())}
        elif name in OFFSETS and (_is_beyond(name, value) or _is_far(name, value)):
            names |= {name, "position"}
        elif name == "transform" and SLID_AWAY.match(value):
            names |= {name, "position", "left"}
        elif name in SIZES and _is_tiny(value, 1.0):
            names |= {name, "overflow-x", "overflow-y", "padding", "padding-top", "padding-bottom", *OF_BOX}
    return frozenset(names)


def could_hide_inline(style: str) -> bool:
    """Say whether a style attribute hides its element."""
    return bool(hiding_rule({name: one.value for name, one in inline(style).items()}))


def shows_again(declared: Mapping[str, Declared]) -> frozenset[str]:
    """Name the properties by which an element undoes a hiding it inherits: the kinds that do not stick."""
    return frozenset(
        name for name, shows in SHOWN_AGAIN.items() if name in declared and shows(declared[name].value)
    )


def _is_tiny(value: str, most: float) -> bool:
    size = length(value)
    return size is not None and size <= most


def _is_moved_away(transform: str) -> bool:
    """Say whether a translation leads off every screen."""
    parts = (part.strip() for move in MOVES.finditer(transform) for part in move[1].split(","))
    return any(_is_tiny(part, OFF_SCREEN_PX) for part in parts if not part.endswith("%"))


def _is_beyond(side: str, value: str) -> bool:
    """Say whether an offset from one side leads off every screen."""
    size = length(value)
    if size is None:
        return False
    is_far_back = side in {"right", "bottom"} and size >= FAR_BACK_PX and not value.endswith("%")
    return size <= OFF_SCREEN_PX or is_far_back


def _is_far(side: str, value: str) -> bool:
    """Say whether a box that is moved from its own place leaves every page, wherever that place is."""
    size = length(value) if side in AGAINST and not value.endswith("%") else None
    return size is not None and size * AGAINST[side] >= FAR_BACK_PX


def _none_left(value: str) -> bool:
    is_share = value.endswith("%") and "(" not in value
    number = length(value.removesuffix("%") if is_share else value)
    return number is not None and number / (100 if is_share else 1) <= 0.05


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
}
"""One declaration is enough."""
OF_LETTERS = frozenset({"font-size", "text-indent"})
"""Those of them that leave pictures in sight; they are told where nothing else hides."""
HANDED_ON = ("visibility", *sorted(OF_LETTERS))
"""Those of them that mean something to an element without a box: what is in it inherits them."""
OF_BOX = frozenset({"position", "float"})
"""What makes a box of words in a line, besides `display`."""
LINE_ENDING = {"position": OUT_OF_LINE, "float": FLOATS}
"""Values that end the line of words that they are declared for."""
NEEDED = {
    "clip": frozenset({"position"}),
    "text-indent": OF_BOX,
    "transform": OF_BOX,
    "translate": OF_BOX,
    "scale": OF_BOX,
    "content-visibility": OF_BOX,
}
"""Those of them that mean nothing to words in a line, with what they need to mean something."""
KEPT = frozenset({"inherit", "unset", "revert", "revert-layer", "smaller", "larger"})
"""Values that leave an inherited property as it is, or nearly."""
SHOWN_AGAIN: Mapping[str, Callable[[str], bool]] = {
    "visibility": lambda value: value in {"visible", "initial"},
    "font-size": lambda value: (
        value not in KEPT and (not value.endswith(("em", "%")) or value.endswith("rem"))
    ),
    "text-indent": lambda value: value not in KEPT and not _is_tiny(value, OFF_SCREEN_PX),
}
"""Inherited properties with the values that undo them; `em` and `%` of nothing are nothing."""
OFFSETS = frozenset({"left", "top", "right", "bottom", "margin-left", "margin-top"})
AGAINST = {"left": -1, "top": -1, "right": 1, "bottom": 1}
"""Sides, and the sign of an offset that leads to the left or upwards."""
SIZES = frozenset({"height", "width", "max-height", "max-width"})


def _hides(name: str, style: Mapping[str, str], *, in_box: bool) -> bool:
    """Say whether one declared property hides an element, if it means anything to it."""
    applies = style.get("position") in OUT_OF_LINE if name == "clip" else in_box or name not in NEEDED
    return applies and SINGLE_RULES[name](style[name])


def _off_screen(style: Mapping[str, str]) -> str:
    if style.get("position") in OUT_OF_LINE:
        for side in ("left", "top", "right", "bottom"):
            if _is_beyond(side, style.get(side, "")):
                return f"position: {style['position']}; {side}: {style[side]}"
        if (
            SLID_AWAY.match(style.get("transform", ""))
            and (length(style.get("left", "0")) or 0) <= NEAR_EDGE_PX
        ):
            return f"transform: {style['transform']}; position: {style['position']}"
    if style.get("position") == "relative":
        for side in AGAINST:
            if _is_far(side, style.get(side, "")):
                return f"position: relative; {side}: {style[side]}"
    display = style.get("display", "")
    has_margins = not display.startswith("table-") or display == "table-caption"
    for side in ("margin-left", "margin-top") if has_margins else ():
        if _is_tiny(style.get(side, ""), OFF_SCREEN_PX):
            return f"{side}: {style[side]}"
    return ""


def _zero_box(style: Mapping[str, str]) -> str:
    if any(style.get(name, "visible") in CUTTING for name in ("overflow-x", "overflow-y")):
        for side in ("height", "width", "max-height", "max-width"):
            if _is_tiny(style.get(side, ""), 1.0) and not ("height" in side and _is_padded(style)):
                return f"{side}: {style[side]}; overflow: hidden"
    return ""


def _is_padded(style: Mapping[str, str]) -> bool:
    """Say whether padding gives a box its height: pictures keep their shape in it."""
    above_and_below = [style.get("padding-top", ""), style.get("padding-bottom", "")]
    heights = map(length, above_and_below + style.get("padding", "").split()[::2])
    return any(height is not None and height > 1 for height in heights)


CUTTING = frozenset({"hidden", "clip", "scroll", "auto", "overlay"})
"""Values of `overflow` that show nothing outside of a box; one without room scrolls in vain."""
