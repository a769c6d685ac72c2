"""Media queries, answered for the screen that pages are read on here: 1280 by 720, a mouse, light colours."""

import operator
from collections.abc import Callable, Mapping
from itertools import groupby
from typing import Any

from evidence.remembering import remembered
from evidence.visibility.conditions import Answer, holds
from evidence.visibility.lengths import pixels
from evidence.visibility.tokens import Tokens, source_of, tokens, told, word

WIDTH, HEIGHT = 1280.0, 720.0
TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "="}
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
    "color": {""},
    "monochrome": set[str](),
    "update": {"", "fast"},
    "scripting": {"enabled"},
    "forced-colors": {"none"},
    "prefers-contrast": {"no-preference"},
    "display-mode": {"browser"},
}
"""Features with the values that hold on this screen; features nobody knows do not hold."""
SIZES = {"width": WIDTH, "height": HEIGHT, "device-width": WIDTH, "device-height": HEIGHT}
BOUNDS = {"min": ">=", "max": "<="}
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
    if name not in SIZES:
        return None
    low, high = (before[:1], TURNED.get(source_of(before[1:]))), (after[-1:], source_of(after[:-1]))
    return all(_compares(SIZES[name], sign or "", bound) for bound, sign in (low, high) if bound)


def _compares(actual: float, sign: str, bound: Tokens) -> bool:
    wanted = pixels(bound[0]) if len(bound) == 1 else None
    return wanted is not None and sign in COMPARED and COMPARED[sign](actual, wanted)


def _feature(name: str, value: Tokens) -> Answer:
    bound, _, side = name.partition("-")
    if bound in BOUNDS and side in SIZES:
        return _compares(SIZES[side], BOUNDS[bound], value)
    if name in SIZES:
        return not value or _compares(SIZES[name], "=", value)
    return " ".join(map(word, value)) in HELD[name] if name in HELD else None
