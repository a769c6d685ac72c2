"""Lists of selectors as a browser takes them: one invalid selector drops the whole list.

Source: Selectors 4 (grammar, forgiving lists, legacy pseudo-elements), CSS Nesting 1 (`&` outside of rules).
tinycss2 reads the tokens; turbohtml finds elements. Asked only for lists that turbohtml refuses or may take
too easily.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import turbohtml
from tinycss2 import parse_component_value_list, serialize
from turbohtml.convert import css_specificity

from evidence.remembering import remembered
from evidence.visibility.tokens import Tokens, is_sound, word

SUSPECT = re.compile(r"[#.]-?[^a-z_\\\x80-\U0010ffff-]|=(?![\"']|-?[a-z_][\w-]*\])", re.IGNORECASE | re.ASCII)
"""What turbohtml may take though CSS does not, and more: names that begin with digits, odd bare values."""
OLD_BOXES = frozenset({"before", "after", "first-line", "first-letter"})
"""Pseudo-elements that may have one colon."""
BOXES = OLD_BOXES | {
    "selection", "placeholder", "marker", "backdrop", "file-selector-button", "cue", "part", "slotted",
    "details-content", "highlight", "target-text", "spelling-error", "grammar-error", "search-text",
    "view-transition", "view-transition-group", "view-transition-old", "view-transition-new",
    "view-transition-image-pair", "scroll-marker", "scroll-marker-group", "scroll-button", "column",
    "checkmark", "picker", "picker-icon",
}  # fmt: skip
"""Pseudo-elements of Chromium; every other one drops the list, but for those that begin with `-webkit-`."""
NEVER = ":fullscreen"
"""A state that no page at rest is in, of the same specificity as those that turbohtml has no name for."""
STATES = frozenset({
    "valid", "invalid", "in-range", "out-of-range", "placeholder-shown", "indeterminate", "popover-open",
    "host", "host-context", "state", "-webkit-autofill", "-webkit-full-screen", "-webkit-drag", "xr-overlay",
    "active-view-transition", "active-view-transition-type", "target-current", "target-before",
    "target-after", "interest-source", "interest-target", "window-inactive", "horizontal", "vertical",
    "increment", "decrement", "start", "end", "single-button", "double-button", "no-button", "corner-present",
})  # fmt: skip
"""Pseudo-classes of Chromium that turbohtml has no name for, and that no link or box of text is in."""
SAME = {"open": "[open]", "-webkit-any-link": ":any-link", "-webkit-any": ":is"}
"""Pseudo-classes that have another name."""
FORGIVING = frozenset({"is", "where", "-webkit-any"})
"""Functions that pass over the selectors they do not know."""
STRICT = frozenset({"not", "has"})
IN_BRACKETS = frozenset({"ident", "string", "literal", "whitespace"})
"""What the test of an attribute is made of: any other value must stand in quotes."""
PARTS = IN_BRACKETS - {"string"} | {"hash"}
"""What a selector is made of, besides pseudo-classes and brackets."""
_BEFORE_NAMES = ("", ">", "+", "~")


@remembered(1_024)
def apart(selectors: str) -> tuple[str, ...]:
    """Return the selectors of a list, as turbohtml reads them, without those for pseudo-elements.

    Nothing is left of a list that a browser drops.
    """
    try:
        return tuple(filter(None, _read(selectors)))
    except (turbohtml.SelectorSyntaxError, ValueError):
        return ()


def is_known(selectors: str) -> bool:
    """Say whether Chromium knows selectors, those for pseudo-elements included."""
    try:
        return bool(list(_read(selectors)))
    except (turbohtml.SelectorSyntaxError, ValueError):
        return False


def _read(selectors: str) -> Iterator[str]:
    """Yield each selector, nothing for one of pseudo-elements; raise an error when one is invalid."""
    tokens = parse_component_value_list(selectors, skip_comments=True)
    if not is_sound(tokens):
        raise ValueError(selectors)
    for one in _split(tokens):
        at, box = _box(one)
        if box and box not in BOXES and not box.startswith("-webkit-"):
            raise ValueError(box)
        written = "".join(_written(one[:at])).strip()
        css_specificity(f"{written}*" if box and written[-1:] in _BEFORE_NAMES else written)
        yield "" if box else written


def _split(tokens: Tokens) -> list[list[Any]]:
    parts: list[list[Any]] = [[]]
    for one in tokens:
        if one == ",":
            parts.append([])
        else:
            parts[-1].append(one)
    return parts


def _box(selector: Sequence[Any]) -> tuple[int, str]:
    """Return where a selector names a pseudo-element, and its name; its end and nothing without one."""
    for at, (one, other) in enumerate(pairwise(selector)):
        if one == ":" and other == ":":
            return at, _name(selector[at + 2]) if len(selector) > at + 2 else ":"
        if one == ":" and _name(other) in OLD_BOXES:
            return at, _name(other)
    return len(selector), ""


def _name(token: Any) -> str:
    return str(token.lower_name) if token.type == "function" else word(token)


def _written(tokens: Sequence[Any]) -> Iterator[str]:
    """Yield the source of a selector as turbohtml reads it; raise an error for what is none."""
    before = None
    for one in tokens:
        is_state = before == ":" and one.type in {"ident", "function"}
        if before == ":" and not is_state:
            yield ":"
        before = one
        if is_state:
            yield _state(one)
        elif one == "&":
            yield ":where(:root)"
        elif not _is_part(one):
            raise ValueError(one)
        elif one != ":":
            yield serialize([one])
    if before == ":":
        raise ValueError(tokens)


def _is_part(token: Any) -> bool:
    """Say whether a token may stand in a selector, besides pseudo-classes."""
    if token.type == "[] block":
        return all(part.type in IN_BRACKETS for part in token.content)
    return token.type in PARTS and getattr(token, "is_identifier", True)


def _state(token: Any) -> str:
    """Return a pseudo-class as turbohtml reads it."""
    name = _name(token)
    if token.type == "function" and name in FORGIVING | STRICT:
        parts = (_inner(part, forgives=name in FORGIVING) for part in _split(token.arguments))
        return f"{SAME.get(name, f':{name}')}({','.join(filter(None, parts))})"
    return NEVER if name in STATES else SAME.get(name) or f":{serialize([token])}"


def _inner(selector: Sequence[Any], *, forgives: bool) -> str:
    try:
        return "".join(_written(selector))
    except ValueError:
        if forgives:
            return ""
        raise
