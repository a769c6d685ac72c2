"""Media queries, answered for the screen that pages are read on here: 1280 by 720, a mouse, light colours."""

import operator
import re
from collections.abc import Callable, Mapping

from evidence.remembering import remembered
from evidence.visibility.conditions import holds

WIDTH, HEIGHT = 1280.0, 720.0
FEATURE = re.compile(r"\s*(?P<name>[a-z-]+)\s*(?::\s*(?P<value>.+?)\s*)?")
RANGE = re.compile(
    r"\s*(?:(?P<low>[\d.]+\w*)\s*(?P<after>[<>]=?)\s*)?(?P<name>[a-z-]+)\s*(?:(?P<before>[<>]=?|=)\s*(?P<high>[\d.]+\w*)\s*)?"
)
LENGTH = re.compile(r"(?P<number>\d*\.?\d+)\s*(?P<unit>px|em|rem)?")
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
    "scripting": {"enabled"},
    "forced-colors": {"none"},
    "prefers-contrast": {"no-preference"},
    "display-mode": {"browser"},
}
"""Features with the values that hold on this screen; features nobody knows do not hold."""


SIZES = {"width": WIDTH, "height": HEIGHT, "device-width": WIDTH, "device-height": HEIGHT}
MEDIA = frozenset({"all", "screen"})


@remembered(1_024)
def applies_to_desktop(query: str) -> bool:
    """Say whether a list of media queries holds; an empty one does."""
    parts = [part.strip().lower().removeprefix("only ") for part in query.split(",")]
    return query.strip() == "" or any(holds(part, _bracket, meant=MEDIA) for part in parts if part)


def _bracket(condition: str) -> bool:
    if match := FEATURE.fullmatch(condition):
        return _feature(match["name"], match["value"] or "")
    match = RANGE.fullmatch(condition)
    if match is None or match["name"] not in SIZES:
        return False
    actual = SIZES[match["name"]]
    bounds = ((TURNED.get(match["after"] or "", ""), match["low"]), (match["before"] or "", match["high"]))
    return all(_compares(actual, sign, bound) for sign, bound in bounds if sign)


def _compares(actual: float, sign: str, bound: str) -> bool:
    wanted = _pixels(bound)
    return wanted is not None and COMPARED[sign](actual, wanted)


def _pixels(value: str) -> float | None:
    length = LENGTH.fullmatch(value)
    if length is None:
        return None
    return float(length["number"]) * (1.0 if length["unit"] in {None, "px"} else 16.0)


def _feature(name: str, value: str) -> bool:
    bound, _, side = name.partition("-")
    if bound in {"min", "max"} and side in SIZES:
        return _compares(SIZES[side], ">=" if bound == "min" else "<=", value)
    if name in SIZES:
        return not value or _compares(SIZES[name], "=", value)
    return value in HELD.get(name, set())
