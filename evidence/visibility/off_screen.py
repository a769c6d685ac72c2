"""Where offsets, margins and translations put a box: whether it is outside of every screen.

Source: CSS Positioned Layout 3, CSS Transforms 1. Nobody scrolls to what is left of a page or above it.
"""

from collections.abc import Mapping

from evidence.visibility.boxes import OUT_OF_LINE
from evidence.visibility.lengths import HIGH, WIDE, length
from evidence.visibility.shapes import Shift, is_scaled_away, shifts

OFF_SCREEN_PX = -500.0
"""An offset or indent beyond it puts a box outside of every screen."""
FAR_BACK_PX = 5_000.0
"""A distance from the right or lower edge beyond it puts a box before the left or upper one of every page."""
NEAR_EDGE_PX = 50.0
"""An offset from the left up to it leaves a box that is moved back by its own width outside of the window."""
BACK_PX = -50.0
"""An offset beyond it may put a box of known size just outside of the window."""
OFFSETS = frozenset({"left", "top", "right", "bottom", "margin-left", "margin-top"})
AGAINST = {"left": -1, "top": -1, "right": 1, "bottom": 1}
"""Sides, and the sign of an offset that leads to the left or upwards."""
REACH = {"left": frozenset({"width"}), "margin-left": frozenset({"width"})}
"""Offsets to the left, with what may bring a box back: a row of slides is wider than it is moved."""
BEFORE = {"right": ("left", 100 * WIDE), "bottom": ("top", 100 * HIGH)}
"""Sides of the window with the opposite one, and the pixels between them."""
PLACED = frozenset({"left", "top", "width", "height"})
MOVING = frozenset({"left", "top", "transform", "translate"})
"""What tells where a box of known size is."""
TRANSLATED = ("transform", "translate")


def off_screen(style: Mapping[str, str]) -> str:
    """Return the declarations that put a box outside of every screen; empty when none do."""
    position = style.get("position", "")
    if position in OUT_OF_LINE:
        return _taken_out(position, style) or _by_margin(style)
    if position == "relative":
        for side in AGAINST:
            if _is_far(side, style.get(side, "")) and not (side == "left" and reaches_back(side, style)):
                return f"position: relative; {side}: {style[side]}"
    return _by_margin(style)


def needed_to_place(name: str, value: str) -> frozenset[str]:
    """Name the properties that tell where a box is, if this declaration may put it outside; else none."""
    if name in OFFSETS and (_is_beyond(name, value) or _is_far(name, value)):
        return frozenset({name, "position", *REACH.get(name, ())})
    if name in BEFORE and _is_before_edge(name, value):
        return frozenset({name, "position", BEFORE[name][0], *TRANSLATED})
    if name in MOVING and _may_leave(name, value):
        return frozenset({name, "position"}) | PLACED
    return frozenset()


def is_tiny(value: str, most: float) -> bool:
    """Say whether a value is a length of at most so many pixels."""
    size = length(value)
    return size is not None and size <= most


def is_moved_away(name: str, value: str) -> bool:
    """Say whether a translation leads off every screen."""
    return any(shift.pixels <= OFF_SCREEN_PX for shift in _shifts(name, value))


def _shifts(name: str, value: str) -> tuple[Shift, Shift]:
    """Return how far a value of `transform` or `translate` moves a box to the right and down."""
    if name == "translate":
        return shifts(f"translate({','.join(value.split())})" if "(" not in value else "")
    return shifts(value)


def _may_leave(name: str, value: str) -> bool:
    """Say whether an offset or translation could put a box of some size just outside of the window."""
    if name in {"left", "top"}:
        return is_tiny(value, BACK_PX)
    return any(shift.pixels <= BACK_PX or shift.share <= -1 for shift in _shifts(name, value))


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


def reaches_back(name: str, style: Mapping[str, str]) -> bool:
    """Say whether a row of slides that is moved to the left is wide enough to be seen on its right."""
    value, width = style[name], length(style.get("width", "")) or 0.0
    offset = length(value) or 0.0
    if name in TRANSLATED:
        right, down = _shifts(name, value)
        offset, width = right.pixels, FAR_BACK_PX if "flex" in style.get("display", "") else width
        if down.pixels <= OFF_SCREEN_PX or is_scaled_away(value):
            return False
    return offset > -FAR_BACK_PX and offset + width > 0


def _taken_out(position: str, style: Mapping[str, str]) -> str:
    for side in ("left", "top", "right", "bottom"):
        if _is_beyond(side, style.get(side, "")) and not (side == "left" and reaches_back(side, style)):
            return f"position: {position}; {side}: {style[side]}"
    if position == "fixed" and (side := _beyond_edge(style)):
        return f"position: fixed; {side}: {style[side]}"
    if name := next((name for name in TRANSLATED if _is_slid_away(name, style)), ""):
        return f"{name}: {style[name]}; position: {position}"
    side = _edge_left(position, style)
    return f"position: {position}; {side}: {style[side]}" if side else ""


def _by_margin(style: Mapping[str, str]) -> str:
    display = style.get("display", "")
    has_margins = not display.startswith("table-") or display == "table-caption"
    for side in ("margin-left", "margin-top") if has_margins else ():
        is_left = side == "margin-left"
        if is_tiny(style.get(side, ""), OFF_SCREEN_PX) and not (is_left and reaches_back(side, style)):
            return f"{side}: {style[side]}"
    return ""


def _is_slid_away(name: str, style: Mapping[str, str]) -> bool:
    """Say whether a box at the edge is moved by its whole size: skip links and menus wait there."""
    right, down = _shifts(name, style.get(name, ""))
    return min(right.share, down.share) <= -1 and (length(style.get("left", "0")) or 0) <= NEAR_EDGE_PX


def _beyond_edge(style: Mapping[str, str]) -> str:
    """Name the offset that ends a fixed box where the window begins; empty without one."""
    if any(style.get(name, "none") != "none" for name in TRANSLATED):
        return ""
    return next(
        (
            side
            for side, (other, _) in BEFORE.items()
            if _is_before_edge(side, style.get(side, "")) and style.get(other, "auto") == "auto"
        ),
        "",
    )


def _is_before_edge(side: str, value: str) -> bool:
    """Say whether an offset from the right or lower edge is as long as the window."""
    size, window = length(value), BEFORE[side][1]
    if value.endswith("%") and "(" not in value:
        return size is not None and size >= 100 * WIDE  # percentages come as shares of the width
    return size is not None and size >= window


def _edge_left(position: str, style: Mapping[str, str]) -> str:
    """Name the offset of a box of known size that ends where the window begins; empty without one.

    Of a box that is not fixed nobody knows where its container is, so only translations from its edge count.
    """
    moved = [_shifts(name, style.get(name, "")) for name in TRANSLATED]
    for at, (side, size) in enumerate((("left", "width"), ("top", "height"))):
        offset, room = length(style.get(side, "")), length(style.get(size, ""))
        if offset is not None and room is not None and (position == "fixed" or offset >= 0):
            pixels = offset + sum(both[at].pixels + both[at].share * room for both in moved)
            if pixels < 0 and pixels + room <= 0:
                return side
    return ""
