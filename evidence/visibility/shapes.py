"""Transforms, clips and filters: where they move a box, and whether they leave anything of it.

Source: CSS Transforms 1 and 2, CSS Masking 1 (`clip`), CSS Shapes 1 (`clip-path`), Filter Effects 1.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from evidence.remembering import LONGEST, remembered
from evidence.visibility.lengths import listed, worth
from evidence.visibility.tokens import Tokens, inside, tokens, word

LEAST = 0.05
"""Opacity up to which nothing is seen."""
PIXEL = 1.0
FAR_IN_PX = 400.0
"""A clip that begins this far from a corner leaves nothing of a box of words (injected links since 2013)."""
SPECK = 1e-6
"""Areas below it are nothing but rounding."""
TRANSLATIONS = {"translate": (0, 1), "translate3d": (0, 1), "translatex": (0, None), "translatey": (None, 0)}
"""Where the arguments of a translation have the way to the right, and the way down."""
SCALES = {"scale": (0, 1), "scale3d": (0, 1), "scalex": (0,), "scaley": (0,)}
"""Which arguments of a scaling must not be nothing."""
TURNS = frozenset({"rotatex", "rotatey"})
"""Turns that may leave a box edge on."""
DEGREES = {"deg": 1.0, "grad": 0.9, "rad": 57.29577951308232, "turn": 360.0}


class Shift(NamedTuple):
    """How far a box is moved to the right, or down."""

    pixels: float = 0.0
    share: float = 0.0
    """Of its own size, on top of the pixels."""


def shifts(transform: str) -> tuple[Shift, Shift]:
    """Return how far the translations of a transform lead to the right and down, turns left out."""
    if "translate" not in transform and "matrix" not in transform:
        return Shift(), Shift()
    return _shifts(transform) if len(transform) <= LONGEST else (Shift(), Shift())


@remembered(1_024)
def _shifts(transform: str) -> tuple[Shift, Shift]:
    right, down = Shift(), Shift()
    for name, arguments in _functions(transform):
        if name in TRANSLATIONS:
            across, along = TRANSLATIONS[name]
            right, down = _moved(right, arguments, across), _moved(down, arguments, along)
        elif name == "matrix":
            right, down = _moved(right, arguments, 4), _moved(down, arguments, 5)
    return right, down


def _moved(shift: Shift, arguments: Sequence[Tokens], at: int | None) -> Shift:
    if at is None or at >= len(arguments) or len(arguments[at]) != 1:
        return shift
    without, whole = worth(arguments[at][0], 0.0), worth(arguments[at][0], 0.01)
    if without is None or whole is None:
        return shift
    return Shift(shift.pixels + without, shift.share + whole - without)


@remembered(1_024)
def is_scaled_away(transform: str) -> bool:
    """Say whether a transform makes a box flat."""
    return any(_is_flat(name, arguments) for name, arguments in _functions(transform))


def _is_flat(name: str, arguments: Sequence[Tokens]) -> bool:
    if name in SCALES:
        return any(_number(arguments, at) == 0 for at in SCALES[name])
    if name in TURNS:
        return _is_edge_on(arguments)
    a, b, c, d = (_number(arguments, at) if name == "matrix" else 1.0 for at in range(4))
    return name == "matrix" and None not in (a, b, c, d) and (a or 0) * (d or 0) == (b or 0) * (c or 0)


def _is_edge_on(arguments: Sequence[Tokens]) -> bool:
    """Say whether an angle turns a box so that one looks at its edge."""
    angle = arguments[0][0] if len(arguments) == 1 and len(arguments[0]) == 1 else None
    unit = DEGREES.get(angle.lower_unit) if angle is not None and angle.type == "dimension" else None
    return angle is not None and unit is not None and abs(abs(angle.value * unit) % 180 - 90) < SPECK


@remembered(1_024)
def is_scale_nothing(scale: str) -> bool:
    """Say whether a value of the property `scale` makes a box flat."""
    return any(worth(one, 0.01) == 0 for one in tokens(scale)[:2])


@remembered(256)
def is_filtered_away(filters: str) -> bool:
    """Say whether a filter leaves nothing but air."""
    opacities = (arguments[0] for name, arguments in _functions(filters) if name == "opacity")
    return any(len(one) == 1 and (worth(one[0], 0.01) or 0.0) <= LEAST for one in opacities)


@remembered(256)
def is_cut_to_nothing(clip: str) -> bool:
    """Say whether a value of the property `clip` leaves less than a pixel."""
    sides = [one for name, parts in _functions(clip) if name == "rect" for part in parts for one in part]
    if len(sides) != 4:
        return False
    top, right, bottom, left = (worth(one) for one in sides)
    width = None if right is None else right - (left or 0.0)
    height = None if bottom is None else bottom - (top or 0.0)
    is_flat = any(size is not None and size <= 0 for size in (width, height))
    is_far_in = width is None and height is None and min(left or 0.0, top or 0.0) >= FAR_IN_PX
    return is_flat or is_far_in or (width is not None and height is not None and max(width, height) <= PIXEL)


@remembered(256)
def is_clipped_away(clip_path: str) -> bool:
    """Say whether a value of the property `clip-path` leaves nothing of a box."""
    return any(SHAPES[name](arguments) for name, arguments in _functions(clip_path)[:1] if name in SHAPES)


def _is_inset_empty(arguments: Sequence[Tokens]) -> bool:
    """Say whether opposite sides meet, as far as they are shares of the box."""
    values = [word(one) or (one.value if one.type == "percentage" else 0.0) for one in arguments[0]]
    sides = values[: values.index("round")] if "round" in values else values
    if not 1 <= len(sides) <= 4 or not all(isinstance(one, float) for one in sides):
        return False
    for at in range(len(sides), 4):
        sides.append(sides[max(0, at - 2)])
    return float(sides[0]) + float(sides[2]) >= 100 or float(sides[1]) + float(sides[3]) >= 100


def _is_round_empty(arguments: Sequence[Tokens]) -> bool:
    """Say whether a circle or ellipse has no radius."""
    words = [word(one) for one in arguments[0]]
    radii = arguments[0][: words.index("at")] if "at" in words else arguments[0]
    return any(worth(one) == 0 for one in radii)


def _is_polygon_empty(arguments: Sequence[Tokens]) -> bool:
    """Say whether the corners of a polygon enclose nothing."""
    corners = [[worth(one) for one in part] for part in arguments if len(part) == 2]
    if not corners or None in [one for corner in corners for one in corner]:
        return False
    points = [(float(x or 0), float(y or 0)) for x, y in corners]
    turns = (a * d - b * c for (a, b), (c, d) in pairwise([*points, points[0]]))
    return abs(sum(turns)) < SPECK


def _is_rect_empty(arguments: Sequence[Tokens]) -> bool:
    """Say whether the edges of a rectangle, each from the upper left corner, leave no room between them."""
    edges = [worth(one) for one in arguments[0][:4]]
    if len(edges) != 4:
        return False
    top, right, bottom, left = (
        edge if word(one) != "auto" else None for edge, one in zip(edges, arguments[0], strict=False)
    )
    is_narrow = right is not None and right <= (left or 0.0)
    return is_narrow or (bottom is not None and bottom <= (top or 0.0))


def _is_area_empty(arguments: Sequence[Tokens]) -> bool:
    """Say whether a rectangle, told by a corner and its size, has no width or height."""
    return len(arguments[0]) >= 4 and any(worth(one) == 0 for one in arguments[0][2:4])


SHAPES: Mapping[str, Callable[[Sequence[Tokens]], bool]] = {
    "inset": _is_inset_empty,
    "circle": _is_round_empty,
    "ellipse": _is_round_empty,
    "polygon": _is_polygon_empty,
    "rect": _is_rect_empty,
    "xywh": _is_area_empty,
}


def _functions(value: str) -> list[tuple[str, list[Tokens]]]:
    """Return the functions of a value by name, each with its arguments; nothing of one that is too long."""
    found: Sequence[Any] = tokens(value) if len(value) <= LONGEST else ()
    return [(one.lower_name, listed(inside(one))) for one in found if one.type == "function"]


def _number(arguments: Sequence[Tokens], at: int) -> float | None:
    return worth(arguments[at][0], 0.01) if at < len(arguments) and len(arguments[at]) == 1 else None
