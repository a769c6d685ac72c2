"""Small questions to the syntax trees of scripts (tree-sitter's grammar of JavaScript)."""

import re
from collections.abc import Iterator

import tree_sitter_javascript
import turbohtml
from tree_sitter import Language, Node, Parser

MOST_SCRIPT = 65_536
"""Characters of one script that are read; what hides or leads away is short."""
FUNCTIONS = frozenset({"function_expression", "arrow_function", "function_declaration"})
ASSIGNMENTS = frozenset({"assignment_expression", "augmented_assignment_expression"})
_JAVASCRIPT = Language(tree_sitter_javascript.language())
_TYPES = frozenset({"module", "text/javascript", "application/javascript"})


def parsed(script: str) -> Node:
    """Return the syntax tree of a script, of its beginning when it is long."""
    return Parser(_JAVASCRIPT).parse(script[:MOST_SCRIPT].encode("utf-8", "replace")).root_node


def scripts_in(document: turbohtml.Document) -> Iterator[str]:
    """Yield the scripts that stand in a page and that browsers run."""
    for script in document.find_all("script"):
        kind = script.attr("type")
        if not kind or kind.strip().lower() in _TYPES:
            yield script.text


def source(node: Node) -> str:
    """Return a node as the script spells it."""
    return (node.text or b"").decode("utf-8", "replace")


def field(node: Node, name: str) -> Node | None:
    """Return a named part of a node, without brackets around it."""
    part = node.child_by_field_name(name)
    return None if part is None else unwrapped(part)


def unwrapped(node: Node) -> Node:
    """Return what stands in brackets."""
    while node.type == "parenthesized_expression" and node.named_children:
        node = node.named_children[0]
    return node


def given(call: Node) -> list[Node]:
    """Return the arguments of a call."""
    arguments = call.child_by_field_name("arguments")
    return [] if arguments is None else [one for one in arguments.named_children if one.type != "comment"]


def dotted(node: Node | None) -> str:
    """Return the dotted name that an expression is; empty when it is none."""
    if node is None or node.type not in {"identifier", "member_expression"}:
        return ""
    name = "".join(source(node).split())
    return name if re.fullmatch(r"[\w$]+(?:\.[\w$]+)*", name) else ""


def called(node: Node) -> tuple[Node | None, str]:
    """Return the object and the name of a called method; no object and the dotted name of a function."""
    function = field(node, "function")
    if function is not None and function.type in {"member_expression", "subscript_expression"}:
        method = field(function, "property") or field(function, "index")
        return field(function, "object"), source(method).strip("\"'") if method is not None else ""
    return None, dotted(function)
