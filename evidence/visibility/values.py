"""Declarations as a browser reads them: short forms taken apart, invalid values dropped.

Source: CSS Cascade 5 (shorthands, `all`, invalid declarations), CSS Display 3, CSS Overflow 3.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import Any

import tinycss2

from evidence.remembering import remembered
from evidence.visibility.tokens import tokens, word

WIDE = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})
"""What every property may be set to."""
DISPLAYS = WIDE | {
    "none", "contents", "inline", "block", "inline-block", "list-item", "flow-root", "flex", "inline-flex",
    "grid", "inline-grid", "table", "inline-table", "table-row", "table-cell", "table-column",
    "table-row-group", "table-header-group", "table-footer-group", "table-column-group", "table-caption",
    "ruby", "ruby-text", "flow", "-webkit-box", "-webkit-inline-box", "-webkit-flex", "-webkit-inline-flex",
    "block flow", "inline flow", "block flow-root", "inline flow-root", "block flex", "inline flex",
    "block grid", "inline grid", "math",
}  # fmt: skip
OVERFLOWS = frozenset({"visible", "hidden", "clip", "scroll", "auto", "overlay"})
KEYWORDS = {
    "display": DISPLAYS,
    "visibility": WIDE | {"visible", "hidden", "collapse"},
    "position": WIDE | {"static", "relative", "absolute", "fixed", "sticky", "-webkit-sticky"},
    "overflow-x": WIDE | OVERFLOWS,
    "overflow-y": WIDE | OVERFLOWS,
    "float": WIDE | {"left", "right", "none", "inline-start", "inline-end"},
    "content-visibility": WIDE | {"visible", "auto", "hidden"},
}
"""Properties whose whole grammar is a list of words."""
LETTERS = frozenset({
    "xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large",
    "smaller", "larger",
})  # fmt: skip
"""Sizes of letters that have names."""
SIDES = ("top", "right", "bottom", "left")
LOGICAL = {
    "inset-inline-start": "left", "inset-inline-end": "right",
    "inset-block-start": "top", "inset-block-end": "bottom",
    "margin-inline-start": "margin-left", "margin-block-start": "margin-top",
    "padding-block-start": "padding-top", "padding-block-end": "padding-bottom",
    "inline-size": "width", "block-size": "height",
    "max-inline-size": "max-width", "max-block-size": "max-height",
    "min-inline-size": "min-width", "min-block-size": "min-height",
    "overflow-inline": "overflow-x", "overflow-block": "overflow-y",
}  # fmt: skip
"""Properties by the direction of writing, and what they are in lines from left to right (CSS Logical 1)."""
SHORT = {
    "margin": tuple(f"margin-{side}" for side in SIDES),
    "inset": SIDES,
    "inset-inline": ("left", "right"),
    "inset-block": ("top", "bottom"),
    "margin-inline": ("margin-left", "margin-right"),
    "margin-block": ("margin-top", "margin-bottom"),
    "padding-block": ("padding-top", "padding-bottom"),
    "overflow": ("overflow-x", "overflow-y"),
    "font": ("font-size",),
}
"""Short forms with what their values are for."""
Items = tuple[tuple[str, str, bool], ...]


def is_odd(name: str, value: str) -> bool:
    """Say whether a declaration cannot be taken as it stands: it is invalid, or hard to take apart."""
    known = KEYWORDS.get(name)
    if known is not None:
        return value not in known and "var(" not in value
    return name == "all" or (name in SHORT and "(" in value)


def taken_apart(name: str, values: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what the values of a short form set; nothing when there are too many or too few."""
    names = SHORT[name]
    if name == "font":
        values = _size_of_letters(" ".join(values))
    if 1 <= len(values) <= len(names):
        full = list(values)
        for at in range(len(full), len(names)):
            full.append(full[max(0, at - 2)])  # what is missing is as on the other side
        yield from zip(names, full, strict=True)


@remembered(1_024)
def _size_of_letters(font: str) -> Sequence[str]:
    """Return the size among the values of `font`, as a list of one; it stands before a family."""
    parts = tokens(font)
    if len(parts) == 1 and word(parts[0]) in WIDE:
        return [font]
    before = parts[: parts.index("/")][-1:] if "/" in parts else parts[:-1]
    sizes = (one for one in before if _is_size(one))
    return [tinycss2.serialize([one]) for one in islice(sizes, 1)]


def _is_size(token: Any) -> bool:
    """Say whether a token is a size of letters; a number is their weight, unless it is nothing."""
    is_nothing = token.type == "number" and token.value == 0
    return token.type in {"dimension", "percentage"} or is_nothing or word(token) in LETTERS


def long_hand(block: str, names: AbstractSet[str]) -> Items:
    """Return the winning declarations of a block for some properties.

    Args:
        block: source of the declarations, those that others win over included.
        names: properties that are asked for.
    """
    winners: dict[str, tuple[str, bool]] = {}
    for one in tinycss2.parse_blocks_contents(block, skip_comments=True, skip_whitespace=True):
        if one.type != "declaration":
            continue
        for name, value in _set_by(LOGICAL.get(one.lower_name, one.lower_name), one.value, names):
            beaten = name in winners and winners[name][1] and not one.important
            if name in names and value and not is_odd(name, value) and not beaten:
                winners[name] = value, one.important
    return tuple([(name, value, important) for name, (value, important) in winners.items()])


def _set_by(name: str, value: Sequence[Any], names: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    whole = tinycss2.serialize(value).strip().lower()
    if name in SHORT:
        parts = [tinycss2.serialize([part]).lower() for part in value if part.type != "whitespace"]
        yield from taken_apart(name, parts)
    elif name != "all":
        yield name, whole
    elif whole in WIDE:
        yield from ((one, whole) for one in names)
