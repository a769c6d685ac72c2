"""Which rule, if any, keeps an element from being seen."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from evidence.model import Visibility
from evidence.visibility.boxes import CELLS, NEVER_SHOWN, grows, is_box
from evidence.visibility.declared_hiding import hiding_rule
from evidence.visibility.lengths import length
from evidence.visibility.styles import Declared

SCREEN_READER = re.compile(
    r"(?:^|[\s_-])(?:sr-only|screen-reader(?:-text)?|visually-?hidden|visuallyhidden|u-hiddenvisually|a11y-hidden)\b",
    re.IGNORECASE,
)
"""Class names for text that is meant to be read aloud (WordPress, Bootstrap, WAI)."""
CLIPPED_FOR_SIGHT = ("clip: rect", "clip-path: inset(50%")
"""The shape of every screen-reader class whatever its name: a box clipped to nothing (WAI, Bootstrap)."""
ROOTS = frozenset({"html", "body"})
"""Elements whose overflow is that of the window."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hiding:
    """Why an element and everything in it is not plainly visible."""

    visibility: Visibility
    rule: str
    """The declaration and where it stands."""


def hiding(
    tag: str, attributes: Mapping[str, str], declared: Mapping[str, Declared], display: str
) -> Hiding | None:
    """Return what hides this element by itself; None when nothing does.

    Args:
        tag: name of the element.
        attributes: its attributes.
        declared: the declarations that win for it.
        display: its computed `display`.
    """
    if tag in NEVER_SHOWN:
        return Hiding(visibility=Visibility.INERT, rule=f"inside {describe(tag, attributes)}")
    classes = attributes.get("class", "")
    is_read_aloud = bool(classes) and is_for_screen_readers(classes)
    rule = _hidden_by(tag, attributes, declared, display)
    if rule:
        read_aloud = is_read_aloud or _is_clipped_for_sight(rule)
        return Hiding(visibility=Visibility.SCREEN_READER if read_aloud else Visibility.HIDDEN, rule=rule)
    if is_read_aloud:
        return Hiding(visibility=Visibility.SCREEN_READER, rule=f"class of {describe(tag, attributes)}")
    if tag == "details" and "open" not in attributes:
        return Hiding(visibility=Visibility.COLLAPSED, rule=f"closed {describe(tag, attributes)}")
    if attributes.get("hidden", "").lower() == "until-found" and is_box(display):
        return Hiding(visibility=Visibility.COLLAPSED, rule=f"until it is found, {describe(tag, attributes)}")
    return None


def is_for_screen_readers(classes: str) -> bool:
    """Say whether a class name is one of those for text that is meant to be read aloud."""
    return bool(SCREEN_READER.search(classes))


def _is_clipped_for_sight(rule: str) -> bool:
    """Say whether a clip is one of those; injected ones begin far in and end anywhere."""
    return rule.startswith(CLIPPED_FOR_SIGHT) and "auto" not in rule.partition(")")[0]


def _hidden_by(
    tag: str, attributes: Mapping[str, str], declared: Mapping[str, Declared], display: str
) -> str:
    if tag == "noscript":
        return "only inside <noscript>"
    if declared:
        style = {name: one.value for name, one in declared.items()}
        if tag in CELLS:
            style.setdefault("display", "table-cell")
        sized = tag not in ROOTS and not grows(tag, style)
        rule = hiding_rule(style, in_box=is_box(display), sized=sized)
        if rule:
            return f"{rule}, {declared[rule.partition(':')[0]].where} of {describe(tag, attributes)}"
    if display == "none":
        return _hidden_by_itself(tag, attributes, declared)
    if tag == "marquee" and (no_width := _without_width(attributes, declared)):
        return f"{no_width} of {describe(tag, attributes)}"
    return ""


def _hidden_by_itself(tag: str, attributes: Mapping[str, str], declared: Mapping[str, Declared]) -> str:
    """Say what leaves an element without a box although no style says that it has none."""
    if "display" in declared and declared["display"].value == "contents":
        return f"display: contents, {declared['display'].where} of {describe(tag, attributes)}"
    if tag == "dialog" and "open" not in attributes:
        return f"closed {describe(tag, attributes)}"
    name = "hidden" if "hidden" in attributes else "popover"
    return f"{name} attribute of {describe(tag, attributes)}"


def _without_width(marquee: Mapping[str, str], declared: Mapping[str, Declared]) -> str:
    """Say what leaves a marquee no room: it shows nothing beyond its box, whatever `overflow` says."""
    for side in ("width", "height"):
        size = declared[side].value if side in declared else marquee.get(side, "")
        pixels = length(size)
        if pixels is not None and pixels <= 1:
            return f"{side}: {size}"
    return ""


def describe(tag: str, attributes: Mapping[str, str]) -> str:
    """Return the element's start tag as far as it helps to find it."""
    shown = "".join(
        f' {name}="{(attributes.get(name) or "")[:40]}"' for name in ("id", "class") if attributes.get(name)
    )
    return f"<{tag}{shown}>"
