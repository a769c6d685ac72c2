"""CSS lengths in pixels, as far as they can be known without layout.

Source: CSS Values and Units 4. Relative units are worth what they are on a 1280 by 720 screen with letters
of 16 pixels.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import tinycss2

from evidence.visibility.tokens import Tokens, inside, told

WIDE, HIGH = 12.8, 7.2
"""Pixels of a hundredth of the screen."""
PX = {
    "px": 1.0, "em": 16.0, "rem": 16.0, "pt": 4 / 3, "pc": 16.0, "ch": 8.0, "ex": 8.0,
    "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6, "in": 96.0, "vmin": HIGH, "vmax": WIDE,
    **dict.fromkeys(("vw", "dvw", "svw", "lvw", "vi"), WIDE),
    **dict.fromkeys(("vh", "dvh", "svh", "lvh", "vb"), HIGH),
}  # fmt: skip
"""CSS pixels that a unit is worth."""
LONGEST = 200
"""Characters of a length or calculation that are looked at."""


def length(value: str) -> float | None:
    """Return a CSS length in pixels, also of a calculation; None when it is something else."""
    return _length(value) if len(value) <= LONGEST else None


@lru_cache(maxsize=4_096)
def _length(value: str) -> float | None:
    parts = told(tinycss2.parse_component_value_list(value, skip_comments=True))
    return worth(parts[0]) if len(parts) == 1 else None


def worth(token: Any, percent: float = WIDE) -> float | None:
    """Return what one token comes to in pixels, calculations included; None when it is no length.

    Args:
        token: a number, length, percentage or function of such.
        percent: what a hundredth is worth.
    """
    try:
        return _term(token, percent)
    except (ValueError, KeyError, ZeroDivisionError, IndexError):
        return None


def pixels(token: Any) -> float | None:
    """Return what one token is worth; None when it is no number or length."""
    if token.type == "number":
        return float(token.value)
    unit = PX.get(token.lower_unit) if token.type == "dimension" else None
    return None if unit is None else float(token.value) * unit


def listed(values: Tokens) -> list[Tokens]:
    """Cut tokens where commas stand."""
    parts: list[list[Any]] = [[]]
    for one in told(values):
        if one == ",":
            parts.append([])
        else:
            parts[-1].append(one)
    return list(parts)


def _sum(parts: Sequence[Any], percent: float) -> float:
    """Add up products: CSS wants white space around plus and minus, so that each is a part of its own."""
    total, sign, start = 0.0, 1.0, 0
    for at, part in enumerate([*parts, None]):
        if part is None or part in ("+", "-"):
            total += sign * _product(parts[start:at], percent)
            sign, start = -1.0 if part == "-" else 1.0, at + 1
    return total


def _product(parts: Sequence[Any], percent: float) -> float:
    result = _term(parts[0], percent)
    for operator, part in zip(parts[1::2], parts[2::2], strict=True):
        number = _term(part, percent)
        result = result * number if operator == "*" else result / number
    return result


def _term(part: Any, percent: float) -> float:
    if part.type == "number":
        return float(part.value)
    if part.type == "dimension":
        return float(part.value) * PX[part.lower_unit]
    if part.type == "percentage":
        return float(part.value) * percent
    name = part.lower_name if part.type == "function" else ""
    if part.type == "() block" or name == "calc":
        return _sum(told(inside(part)), percent)
    arguments = [_sum(one, percent) for one in listed(inside(part))] if name in CHOICES else []
    return CHOICES[name](arguments)


CHOICES: Mapping[str, Callable[[Sequence[float]], float]] = {
    "min": min,
    "max": max,
    "clamp": lambda sizes: max(sizes[0], min(sizes[1], sizes[2])),
}
"""Functions that take one of several lengths."""
