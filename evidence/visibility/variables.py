"""Custom properties put in where they are used, as far as they could hide or show something.

Source: CSS Custom Properties 1. A name that a page gives several values is left alone: which one holds where
is a matter of inheritance, and honest pages do not hide by it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

LONGEST = 40
"""Characters of a value that could hide; longer ones are colours, shadows and pictures."""
DEFINED = re.compile(rf"--(?<![\w-]--)([\w-]++)\s*+:\s*+([^;{{}}!]{{1,{LONGEST}}}+)(?=[;}}]|\Z)")
USED = re.compile(r"var\(\s*+--([\w-]++)\s*+(?:,\s*+([^()]*+))?\)")
TELLING = re.compile(
    r"none|hidden|collapse|visible|contents|absolute|fixed|(?:inline-?)?(?:block|flex|grid|table)?|initial"
    r"|0(?:\.0\d*)?(?:px|r?em|%)?|-[\d.]+\w+|\d{4,}px|scale\(0\)|var\(.*"
)
"""Values that may hide or show something."""
DEEPEST = 4
"""Names that stand for names which are followed."""


def variables(sheets: Iterable[str]) -> Mapping[str, str]:
    """Return the custom properties of style sheets by name; empty text for those of several values."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for sheet in sheets:
        for name, value in DEFINED.findall(sheet) if "--" in sheet else ():
            found[name].add(value.strip().lower())
    return {name: values.pop() if len(values) == 1 else "" for name, values in found.items()}


def filled_in(source: str, known: Mapping[str, str]) -> str:
    """Return style source with the values of custom properties in the place of their names.

    Args:
        source: a style sheet or style attribute.
        known: values by name; an empty one is not known.
    """
    for _ in range(DEEPEST):
        filled = USED.sub(lambda use: _value(use, known), source)
        if filled == source:
            break
        source = filled
    return source


def _value(use: re.Match[str], known: Mapping[str, str]) -> str:
    value = known.get(use[1], use[2])
    return value if value and len(value) <= LONGEST and TELLING.fullmatch(value.strip()) else use[0]
