"""CSS lengths in pixels, as far as they can be known without layout.

Source: CSS Values and Units 4. Relative units are worth what they are on a 1280 by 720 screen with letters
of 16 pixels.
"""

import re
from collections.abc import Sequence
from typing import Any

import tinycss2

LENGTH = re.compile(
    r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(px|em|rem|%|vw|vh|pt|ch|ex|cm|mm|in)?\s*$", re.IGNORECASE
)
PX = {
    "": 1.0, "px": 1.0, "em": 16.0, "rem": 16.0, "%": 12.8, "vw": 12.8, "vh": 7.2, "pt": 4 / 3,
    "ch": 8.0, "ex": 8.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "in": 96.0,
}  # fmt: skip
"""CSS pixels that a unit is worth."""
LONGEST = 200
"""Characters of a calculation that are looked at."""


def length(value: str) -> float | None:
    """Return a CSS length in pixels, also of a sum or product of lengths; None when it is something else."""
    if "calc(" in value and len(value) <= LONGEST:
        return calculated(value)
    match = LENGTH.match(value)
    return float(match[1]) * PX[(match[2] or "").lower()] if match is not None else None


def calculated(value: str) -> float | None:
    """Return what a calculation of numbers and lengths comes to, in pixels; None for anything else."""
    try:
        parts = tinycss2.parse_component_value_list(value, skip_comments=True)
        return _sum([part for part in parts if part.type != "whitespace"])
    except (ValueError, KeyError, ZeroDivisionError, IndexError):
        return None


def pixels(token: Any) -> float | None:
    """Return what one token is worth; None when it is no number or length."""
    if token.type == "number":
        return float(token.value)
    worth = PX.get(token.lower_unit) if token.type == "dimension" else None
    return None if worth is None else float(token.value) * worth


def _sum(parts: Sequence[Any]) -> float:
    """Add up products: CSS wants white space around plus and minus, so that each is a part of its own."""
    total, sign, start = 0.0, 1.0, 0
    for at, part in enumerate([*parts, None]):
        if part is None or part in ("+", "-"):
            total += sign * _product(parts[start:at])
            sign, start = -1.0 if part == "-" else 1.0, at + 1
    return total


def _product(parts: Sequence[Any]) -> float:
    result = _term(parts[0])
    for operator, part in zip(parts[1::2], parts[2::2], strict=True):
        result = result * _term(part) if operator == "*" else result / _term(part)
    return result


def _term(part: Any) -> float:
    if part.type == "number":
        return float(part.value)
    if part.type == "dimension":
        return float(part.value) * PX[part.lower_unit]
    if part.type == "percentage":
        return float(part.value) * PX["%"]
    if part.type == "() block" or (part.type == "function" and part.lower_name == "calc"):
        inside = part.content if part.type == "() block" else part.arguments
        return _sum([one for one in inside if one.type != "whitespace"])
    raise ValueError(part.type)
