"""Media queries, answered for the screen that pages are read on here: 1280 by 720, a mouse, light colours."""

import re

from evidence.remembering import remembered

WIDTH, HEIGHT = 1280.0, 720.0
FEATURE = re.compile(r"\(\s*(?P<name>[a-z-]+)\s*(?::\s*(?P<value>[^)]+?)\s*)?\)")
LENGTH = re.compile(r"(?P<number>[\d.]+)\s*(?P<unit>px|em|rem)?")
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
}
"""Features with the values that hold on this screen; features nobody knows do not hold."""


@remembered(1_024)
def applies_to_desktop(query: str) -> bool:
    """Say whether a list of media queries holds; an empty one does."""
    parts = [part.strip().lower() for part in query.split(",")]
    return query.strip() == "" or any(_holds(part) for part in parts if part)


def _holds(query: str) -> bool:
    negated = query.startswith("not ")
    query = re.sub(r"^(?:only|not)\s+", "", query)
    medium = re.match(r"[a-z-]+", query)
    fits = medium is None or medium[0] in {"all", "screen"}
    fits = fits and all(_feature(match["name"], match["value"] or "") for match in FEATURE.finditer(query))
    return fits != negated


def _feature(name: str, value: str) -> bool:
    bound, _, side = name.partition("-")
    actual = {"width": WIDTH, "height": HEIGHT, "device-width": WIDTH, "device-height": HEIGHT}.get(side)
    if bound in {"min", "max"} and actual is not None:
        length = LENGTH.fullmatch(value)
        if length is None:
            return False
        wanted = float(length["number"]) * (1.0 if length["unit"] in {None, "px"} else 16.0)
        return wanted <= actual if bound == "min" else wanted >= actual
    return value in HELD.get(name, set())
