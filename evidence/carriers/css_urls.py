"""Addresses in CSS text: `url()`, `image-set()` and `@import`, read by tinycss2."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import tinycss2

MAX_URLS = 1_000
"""Addresses kept of one text."""
MOST_TEXT = 2_000_000
"""Characters of one text that are read, about a second's work."""
NAMING = frozenset({"url", "image-set", "-webkit-image-set"})
"""Functions whose strings are addresses."""

_CODE = r"(2[dDeE]|3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa])"
"""Letters, digits, hyphen and full stop in hexadecimal ASCII."""
_ESCAPED_LETTER = re.compile(
    rf"\\(?:(?:0000{_CODE}|0{{0,3}}{_CODE}(?![0-9A-Fa-f]))(?:\r\n|[ \t\r\n\f])?|([g-zG-Z.-]))"
)


def urls(text: str) -> list[str]:
    """List the addresses that CSS text names, CSS escapes undone, without `data:` and places in the page."""
    if not _may_name_any(text):
        return []
    found: dict[str, None] = {}
    for value in _values(tinycss2.parse_component_value_list(text[:MOST_TEXT], skip_comments=True)):
        if value and not value.startswith(("data:", "#")):
            found[value] = None
            if len(found) == MAX_URLS:
                break
    return list(found)


def with_letters(text: str) -> str:
    """Undo the escapes that stand for what host names are made of: enough to look for a host."""
    return _ESCAPED_LETTER.sub(_letter, text) if "\\" in text else text


def _letter(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2]
    return chr(int(code, 16)) if code else escape[3]


def _may_name_any(text: str) -> bool:
    """Say whether text may have an address; a name of a function may be written with escapes.

    Cheap, and never says no to text that has one: most style attributes have none, or a whole picture in one.
    """
    if "(" not in text and "@" not in text:
        return False
    if "\\" in text:
        return True
    lowered = text.lower()
    if "@import" in lowered:
        return True
    pictures = sum(map(lowered.count, ("url(data:", "url('data:", 'url("data:')))
    return "image-set(" in lowered or lowered.count("url(") > pictures


def _values(nodes: Iterable[Any]) -> Iterator[str]:
    """Yield the addresses in their order; deep nesting costs memory, never the stack.

    A string is one in a function that says so, and between `@import` and its semicolon.
    """
    open_blocks = [(iter(nodes), False)]
    while open_blocks:
        rest, names = open_blocks[-1]
        node = next(rest, None)
        if node is None:
            open_blocks.pop()
        elif node.type == "url" or (names and node.type == "string"):
            yield node.value
        elif node.type == "at-keyword" or (names and node == ";"):
            open_blocks[-1] = (rest, node != ";" and node.lower_value == "import")
        elif node.type == "function":
            open_blocks.append((iter(node.arguments), node.lower_name in NAMING))
        elif node.type.endswith(" block"):
            open_blocks.append((iter(node.content), False))
