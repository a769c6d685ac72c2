"""Texts that scripts make of literals, and what their names stand for, as far as it is plain."""

import base64
import binascii
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from tree_sitter import Node

from evidence.scripts.syntax import called, given, source, unwrapped
from evidence.scripts.syntax import field as part

DEEPEST = 8
"""Names, sums and calls within one another that are followed."""
MOST_SUMMED = 1_000
"""Pieces that a text is put together from."""
LONGEST = 65_536
"""Characters of a text that a script makes."""
MOST_STEPS = 2_000
"""Expressions of one page's scripts that are looked at; functions may call each other without end."""


ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "\n": "", "\r\n": ""}
"""What follows a backslash and does not stand for itself."""


@dataclass(slots=True)
class Scope:
    """What the names of a page's scripts stand for while they are read."""

    values: dict[str, Node] = field(default_factory=dict)
    """Variables by name: the expression that was assigned last."""
    functions: dict[str, Node] = field(default_factory=dict)
    steps: int = MOST_STEPS
    """Expressions that may still be looked at."""

    def meant(self, node: Node) -> Node:
        """Return the expression that a name stands for, or the expression itself."""
        node = unwrapped(node)
        for _ in range(DEEPEST):
            if node.type != "identifier" or source(node) not in self.values:
                break
            node = unwrapped(self.values[source(node)])
        return node

    def text(self, node: Node | None, depth: int = DEEPEST) -> str | None:
        """Return the text that an expression stands for; None when it is not made of literals."""
        if node is None or not depth:
            return None
        node = self.meant(node)
        if node.type in {"string", "template_string"}:
            return _literal(node)
        if node.type == "number":
            return source(node)
        if node.type == "binary_expression":
            return self._joined(_summed(node), depth)
        return self._made_by(node, depth) if node.type == "call_expression" else None

    def _joined(self, nodes: Sequence[Node | None], depth: int) -> str | None:
        texts = [self.text(node, depth - 1) for node in nodes]
        whole = [text for text in texts if text is not None]
        return (
            "".join(whole) if whole and len(whole) == len(texts) and sum(map(len, whole)) <= LONGEST else None
        )

    def _made_by(self, call: Node, depth: int) -> str | None:
        """Return the text that a call makes: decoded, joined, or what a function returns and nothing else."""
        thing, name = called(call)
        arguments: list[Node | None] = [*given(call)]
        if name == "fromCharCode":
            return _from_codes([self.text(one, depth - 1) for one in arguments])
        if name == "concat":
            return self._joined([thing, *arguments], depth)
        if name.removeprefix("window.") in DECODED and arguments:
            text = self.text(arguments[0], depth - 1)
            return None if text is None else DECODED[name.removeprefix("window.")](text)
        body = part(self.functions[name], "body") if name in self.functions else None
        said = body.named_children if body is not None else []
        if len(said) == 1 and said[0].type == "return_statement" and said[0].named_children:
            return self.text(said[0].named_children[0], depth - 1)
        return None


def _summed(node: Node) -> list[Node | None]:
    """Return what a sum adds up, from left to right; nothing for another operation."""
    parts: list[Node | None] = []
    while node.type == "binary_expression":
        left, right = part(node, "left"), part(node, "right")
        is_sum = left is not None and right is not None and node.children[1].type == "+"
        if left is None or not is_sum or len(parts) >= MOST_SUMMED:
            return []
        parts.append(right)
        node = left
    return [node, *reversed(parts)]


def _literal(node: Node) -> str | None:
    parts = node.named_children
    if all(one.type in {"string_fragment", "escape_sequence"} for one in parts):
        return "".join(_spelled(one) for one in parts)
    return None


def _spelled(part: Node) -> str:
    """Return what a piece of a literal stands for (ECMAScript, string literals)."""
    text = source(part)
    if part.type != "escape_sequence":
        return text
    text = text[1:]
    if text[:1] in {"x", "u"}:
        return _from_codes([str(int(text[1:].strip("{}"), 16))]) or ""
    return chr(int(text, 8)) if text.isdecimal() else ESCAPED.get(text, text)


def _from_codes(codes: list[str | None]) -> str | None:
    numbers = [int(code) for code in codes if code is not None and code.isdecimal() and int(code) < 0xD800]
    return "".join(map(chr, numbers)) if len(numbers) == len(codes) else None


def _from_base64(text: str) -> str | None:
    try:
        return base64.b64decode(text, validate=True).decode("latin-1")
    except (binascii.Error, ValueError):
        return None


DECODED: Mapping[str, Callable[[str], str | None]] = {
    "unescape": lambda text: unquote(text, "latin-1"),
    "decodeURIComponent": unquote,
    "decodeURI": unquote,
    "atob": _from_base64,
}
"""Functions that every browser has for spelling a text otherwise."""
