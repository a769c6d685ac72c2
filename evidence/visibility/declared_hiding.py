"""Which declarations hide a box, alone or together, and which undo it."""

import re
from collections.abc import Callable, Mapping

from evidence.visibility.boxes import FLOATS, NO_ROOM, OUT_OF_LINE, UNDRAWN
from evidence.visibility.lengths import length
from evidence.visibility.off_screen import (
    OFF_SCREEN_PX,
    is_moved_away,
    is_tiny,
    needed_to_place,
    off_screen,
    reaches_back,
)
from evidence.visibility.shapes import (
    is_clipped_away,
    is_cut_to_nothing,
    is_filtered_away,
    is_scale_nothing,
    is_scaled_away,
)
from evidence.visibility.sheets import Declarations
from evidence.visibility.styles import Declared, inline

COULD_HIDE = re.compile(
    r"display|visibility|opacity|position|text-indent|font|clip|height|width|trans|left|top|right|bottom|scale"
    r"|margin|inset|size|float|all\s*:",
    re.IGNORECASE,
)


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
        of_boxes = off_screen(style) or (_zero_box(style) if in_box and sized else "")
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
        elif name == "grid-template-rows" and value in NO_ROOM:
            names |= {name, "display"}
        elif placing := needed_to_place(name, value):
            names |= placing
        elif name in SIZES and is_tiny(value, 1.0):
            names |= {name, *ROOM, *OF_BOX}
    return frozenset(names)


def could_hide_inline(style: str) -> bool:
    """Say whether a style attribute hides its element."""
    return bool(hiding_rule({name: one.value for name, one in inline(style).items()}))


def shows_again(declared: Mapping[str, Declared]) -> frozenset[str]:
    """Name the properties by which an element undoes a hiding it inherits: the kinds that do not stick."""
    return frozenset(
        name for name, shows in SHOWN_AGAIN.items() if name in declared and shows(declared[name].value)
    )


def _none_left(value: str) -> bool:
    is_share = value.endswith("%") and "(" not in value
    number = length(value.removesuffix("%") if is_share else value)
    return number is not None and number / (100 if is_share else 1) <= 0.05


SINGLE_RULES: Mapping[str, Callable[[str], bool]] = {
    "display": lambda value: value in UNDRAWN,
    "visibility": lambda value: value in {"hidden", "collapse"},
    "opacity": _none_left,
    "font-size": lambda value: is_tiny(value, 1.0),
    "text-indent": lambda value: is_tiny(value, OFF_SCREEN_PX),
    "clip": is_cut_to_nothing,
    "clip-path": is_clipped_away,
    "transform": lambda value: is_scaled_away(value) or is_moved_away("transform", value),
    "translate": lambda value: is_moved_away("translate", value),
    "scale": is_scale_nothing,
    "filter": is_filtered_away,
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
    "transform": OF_BOX | {"width", "display"},
    "translate": OF_BOX | {"width", "display"},
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
    "text-indent": lambda value: value not in KEPT and not is_tiny(value, OFF_SCREEN_PX),
}
"""Inherited properties with the values that undo them; `em` and `%` of nothing are nothing."""
SIZES = frozenset({"height", "width", "max-height", "max-width"})
ROOM = frozenset({
    "overflow-x", "overflow-y", "padding", "padding-top", "padding-bottom", "min-height", "min-width",
})  # fmt: skip
"""What decides whether a box without a size shows anything."""


def _hides(name: str, style: Mapping[str, str], *, in_box: bool) -> bool:
    """Say whether one declared property hides an element, if it means anything to it."""
    applies = style.get("position") in OUT_OF_LINE if name == "clip" else in_box or name not in NEEDED
    if not applies or not SINGLE_RULES[name](style[name]):
        return False
    return name not in {"transform", "translate"} or not reaches_back(name, style)


def _zero_box(style: Mapping[str, str]) -> str:
    if any(style.get(name, "visible") in CUTTING for name in ("overflow-x", "overflow-y")):
        for side in ("height", "width", "max-height", "max-width"):
            if is_tiny(style.get(side, ""), 1.0) and not _keeps_room(side, style):
                return f"{side}: {style[side]}; overflow: hidden"
    return ""


def _keeps_room(side: str, style: Mapping[str, str]) -> bool:
    """Say whether a box has room although its size leaves none."""
    is_height = "height" in side
    least = style.get("min-height" if is_height else "min-width", "")
    pixels = None if is_height and least.endswith("%") else length(least)
    return (pixels is not None and pixels > 1) or (is_height and _is_padded(style))


def _is_padded(style: Mapping[str, str]) -> bool:
    """Say whether padding gives a box its height: pictures keep their shape in it."""
    above_and_below = [style.get("padding-top", ""), style.get("padding-bottom", "")]
    heights = map(length, above_and_below + style.get("padding", "").split()[::2])
    return any(height is not None and height > 1 for height in heights)


CUTTING = frozenset({"hidden", "clip", "scroll", "auto", "overlay"})
"""Values of `overflow` that show nothing outside of a box; one without room scrolls in vain."""
