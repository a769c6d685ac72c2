"""Media queries, answered for the screen that pages are read on here: 1280 by 720, a mouse, light colours."""

import operator
from collections.abc import Callable, Mapping
from itertools import groupby
from typing import Any

from evidence.remembering import remembered
from evidence.visibility.conditions import Answer, holds
from evidence.visibility.lengths import pixels, worth
from evidence.visibility.tokens import Tokens, source_of, tokens, told, word

WIDTH, HEIGHT = 1280.0, 720.0
TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "="}
SIGNS = ("<", ">", "=")
COMPARED: Mapping[str, Callable[[float, float], bool]] = {
    "<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge, "=": operator.eq,
}  # fmt: skip
HELD = {
    "orientation": {"landscape"},
    "prefers-color-scheme": {"light"},
    "prefers-reduced-motion": {"no-preference"},
    "hover": {"", "hover"},
    "any-hover": {"", "hover"},
    "pointer": {"", "fine"},
    "any-pointer": {"", "fine"},
    "monochrome": set[str](),
    "update": {"", "fast"},
    "scripting": {"enabled"},
    "forced-colors": {"none"},
    "prefers-contrast": {"no-preference"},
    "display-mode": {"browser"},
    "prefers-reduced-transparency": {"no-preference"},
    "inverted-colors": {"none"},
    "color-gamut": {"", "srgb"},
    "dynamic-range": {"standard"},
    "video-dynamic-range": {"standard"},
    "overflow-block": {"", "scroll"},
    "overflow-inline": {"", "scroll"},
}
"""Features with the values that hold on this screen; features nobody knows do not hold."""
SHAPE = WIDTH / HEIGHT
NUMBERS = {
    "width": WIDTH, "height": HEIGHT, "device-width": WIDTH, "device-height": HEIGHT,
    "aspect-ratio": SHAPE, "device-aspect-ratio": SHAPE, "resolution": 1.0, "color": 8.0, "grid": 0.0,
    "-webkit-device-pixel-ratio": 1.0, "-webkit-transform-3d": 1.0,
}  # fmt: skip
"""Features that are measured: lengths in pixels, ratios, dots per pixel."""
DENSITIES = {"dppx": 1.0, "x": 1.0, "dpi": 1 / 96, "dpcm": 2.54 / 96}
BOUNDS = {"min-": ">=", "max-": "<="}
MEDIA = frozenset({"all", "screen"})


@remembered(1_024)
def applies_to_desktop(query: str) -> bool:
    """Say whether a list of media queries holds; an empty one does."""
    asked = tokens(query)
    parts = [list(part) for is_comma, part in groupby(asked, lambda one: one == ",") if not is_comma]
    bare = [part[1:] if word(part[0]) == "only" else part for part in parts]
    return not asked or any(holds(part, _bracket, meant=MEDIA) for part in bare)


def _bracket(asked: Any) -> Answer:
    """Answer one pair of brackets: a feature with or without its value, or a range."""
    inside = told(asked.content) if asked.type == "() block" else ()
    at = next((at for at, one in enumerate(inside) if one.type == "ident"), None)
    if at is None:
        return None
    name, before, after = word(inside[at]), inside[:at], inside[at + 1 :]
    if not before and (not after or after[0] == ":"):
        return _feature(name, after[1:])
    if name not in NUMBERS:
        return None
    (low, sign), (high, other) = _cut(before), _cut(after)
    is_above = not low or _compares(NUMBERS[name], TURNED.get(sign, ""), low)
    return is_above and (not high or _compares(NUMBERS[name], other, high))


def _cut(side: Tokens) -> tuple[Tokens, str]:
    """Part one side of a range into its bound and its sign."""
    bound = [one for one in side if one not in SIGNS]
    return bound, source_of([one for one in side if one in SIGNS])


def _compares(actual: float, sign: str, bound: Tokens) -> bool:
    wanted = _quantity(bound)
    return wanted is not None and sign in COMPARED and COMPARED[sign](actual, wanted)


def _quantity(value: Tokens) -> float | None:
    """Return what a number, length, density or ratio comes to."""
    if len(value) == 3 and value[1] == "/":
        parts = (pixels(value[0]), pixels(value[2]))
        return parts[0] / parts[1] if parts[0] is not None and parts[1] else None
    if len(value) != 1:
        return None
    if value[0].type == "function":
        return worth(value[0])
    dots = DENSITIES.get(value[0].lower_unit) if value[0].type == "dimension" else None
    return pixels(value[0]) if dots is None else float(value[0].value) * dots


def _feature(name: str, value: Tokens) -> Answer:
    for bound, sign in BOUNDS.items():
        measured = name.replace(bound, "", 1)
        if name.startswith((bound, f"-webkit-{bound}")) and measured in NUMBERS:
            return _compares(NUMBERS[measured], sign, value)
    if name in NUMBERS:
        return _compares(NUMBERS[name], "=", value) if value else NUMBERS[name] > 0
    return " ".join(map(word, value)) in HELD[name] if name in HELD else None
