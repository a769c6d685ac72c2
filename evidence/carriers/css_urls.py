"""Addresses in CSS text: `url()` and `image-set()`, with strings and escapes read by tinycss2.

Only the functions are handed to tinycss2: a whole style sheet costs tens of milliseconds, and every other
rule of it says nothing about addresses.
"""

import re
from collections.abc import Iterable, Iterator

import tinycss2
from tinycss2.ast import FunctionBlock, Node, StringToken, URLToken

MAX_URLS = 1_000
"""Addresses kept of one text."""

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_STRING = r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'"
_FUNCTION = re.compile(
    rf"image-set\((?:{_STRING}|\((?:{_STRING}|[^()\"'])*\)|[^()\"'])*\)|url\((?!\s*+[\"']?data:)\s*+(?:{_STRING}|(?:[^()\\\s\"']|\\.)*+)\s*+\)",
    re.IGNORECASE | re.DOTALL,
)


def urls(text: str) -> list[str]:
    """List the addresses that CSS text names, as written with CSS escapes undone; `data:` is left out."""
    if "(" not in text or not ("url(" in text or "URL(" in text or "image-set(" in text):
        return []
    found: dict[str, None] = {}
    for match in _FUNCTION.finditer(_COMMENT.sub(" ", text)):
        for value in _values(tinycss2.parse_component_value_list(match[0])):
            if value and not value.startswith("data:"):
                found[value] = None
        if len(found) >= MAX_URLS:
            break
    return list(found)


def _values(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, URLToken):
            yield node.value
        elif isinstance(node, FunctionBlock) and node.lower_name in {"url", "image-set", "-webkit-image-set"}:
            for argument in node.arguments:
                if isinstance(argument, StringToken):
                    yield argument.value
                elif isinstance(argument, (URLToken, FunctionBlock)):
                    yield from _values((argument,))
