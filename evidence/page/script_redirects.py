"""Where a page's scripts send every visitor at once, read without running them.

Known are assignments of text to `location` in its spellings, and calls of its `replace` and `assign`, where a
script comes to them without a condition: at its top level, in a function called on the spot, at load, or soon
after. What a click or a test leads to is no redirect.
"""

import re
from collections.abc import Iterator, Mapping

import tree_sitter_javascript
import turbohtml
from tree_sitter import Language, Node, Parser

from evidence.addresses.urls import resolve
from evidence.carriers.escaped import unescaped

MOST_SCRIPT = 65_536
"""Characters of one script that are read; redirects are short."""
MOST_SCRIPTS = 20
DEEPEST = 8
"""Functions, blocks and sums within one another that are looked into."""
SOON_MS = 10_000
"""A timer that fires later leaves the reader time to see the page."""
COULD = re.compile(r"\blocation\b\s*(?:\.\s*href\s*)?=(?!=)|\blocation\s*\.\s*(?:replace|assign)\s*\(")
WINDOWS = ("", "window.", "document.", "self.", "top.", "parent.", "globalThis.", "window.top.")
LOCATIONS = frozenset(f"{window}location{href}" for window in WINDOWS for href in ("", ".href"))
CALLS = frozenset(f"{window}location.{name}" for window in WINDOWS for name in ("replace", "assign"))
TIMERS = frozenset({"setTimeout", "window.setTimeout"})
LISTENERS = frozenset({"addEventListener", "window.addEventListener", "document.addEventListener"})
LOAD_EVENTS = frozenset({"load", "DOMContentLoaded", "pageshow"})
LOAD_HANDLERS = frozenset({"onload", "window.onload"})
FUNCTIONS = frozenset({"function_expression", "arrow_function"})

_JAVASCRIPT = Language(tree_sitter_javascript.language())
Texts = dict[str, str]
"""Variables that hold a text, by name."""


def script_redirect(body: bytes | str, *, encoding: str, page_url: str, base_url: str) -> str:
    """Return the absolute address that the page's scripts lead to; empty when they lead nowhere else.

    Args:
        body: the page's HTML.
        encoding: in which `body` is written.
        page_url: a script that leads there reloads the page, which is no redirect.
        base_url: what relative addresses start from.
    """
    known = encoding if isinstance(body, bytes) else None
    document = turbohtml.parse(body, encoding=known, positions=False)
    for script in _scripts(document):
        for text in _leads(script, {}, DEEPEST):
            url = resolve(text, base_url)
            if url and url.partition("#")[0] != page_url.partition("#")[0]:
                return url
    return ""


def _scripts(document: turbohtml.Document) -> Iterator[str]:
    """Yield the page's scripts that name a location, `onload` of the body among them."""
    texts = [script.text for script in document.find_all("script") if _is_run(script.attr("type"))]
    texts += [body.attr("onload") or "" for body in document.find_all("body")]
    named = (text for text in texts if "location" in text)
    may = (text[:MOST_SCRIPT] for text in named if COULD.search(text, 0, MOST_SCRIPT))
    for _, text in zip(range(MOST_SCRIPTS), may, strict=False):
        yield text


def _is_run(kind: str | None) -> bool:
    return not kind or kind.strip().lower() in {"module", "text/javascript", "application/javascript"}


def _leads(script: str, texts: Texts, depth: int) -> Iterator[str]:
    tree = Parser(_JAVASCRIPT).parse(script.encode("utf-8", "replace"))
    return _of_block(tree.root_node, texts, depth)


def _of_block(block: Node, texts: Texts, depth: int) -> Iterator[str]:
    """Yield what the statements of a block lead to, those that always run."""
    if not depth:
        return
    for statement in block.named_children:
        if statement.type == "expression_statement":
            for expression in statement.named_children:
                yield from _of_expression(expression, texts, depth)
        elif statement.type in {"variable_declaration", "lexical_declaration"}:
            _remember(statement, texts)
        elif statement.type == "statement_block":
            yield from _of_block(statement, texts, depth - 1)
        elif statement.type == "try_statement" and (tried := statement.child_by_field_name("body")):
            yield from _of_block(tried, texts, depth - 1)
        elif statement.type == "return_statement":
            return


def _of_expression(expression: Node, texts: Texts, depth: int) -> Iterator[str]:
    if not depth:
        return
    expression = _inside(expression)
    if expression.type == "assignment_expression":
        yield from _of_assignment(expression, texts, depth)
    elif expression.type == "call_expression":
        yield from _of_call(expression, texts, depth)
    elif expression.type == "unary_expression" and (argument := expression.child_by_field_name("argument")):
        yield from _of_expression(argument, texts, depth - 1)


def _of_assignment(assignment: Node, texts: Texts, depth: int) -> Iterator[str]:
    left, right = (assignment.child_by_field_name(side) for side in ("left", "right"))
    if left is None or right is None:
        return
    name = _name(left)
    if name in LOCATIONS:
        yield from _text(right, texts, DEEPEST)
    elif name in LOAD_HANDLERS:
        yield from _of_function(right, texts, depth)


def _of_call(call: Node, texts: Texts, depth: int) -> Iterator[str]:
    function, arguments = (call.child_by_field_name(part) for part in ("function", "arguments"))
    if function is None or arguments is None:
        return
    called, given = _name(function), arguments.named_children
    if called in CALLS and given:
        yield from _text(given[0], texts, DEEPEST)
    elif called in TIMERS and given and _is_soon(given[1:]):
        yield from _of_function(given[0], texts, depth)
    elif called in LISTENERS and len(given) > 1 and set(_text(given[0], texts, 1)) & LOAD_EVENTS:
        yield from _of_function(given[1], texts, depth)
    elif not called:
        yield from _of_function(_inside(function), texts, depth)


def _of_function(function: Node, texts: Texts, depth: int) -> Iterator[str]:
    """Yield what a function leads to when it runs; a timer takes it as text, too."""
    if function.type == "string":
        for script in _text(function, texts, 1):
            yield from _leads(script, texts, depth - 1)
    body = function.child_by_field_name("body") if function.type in FUNCTIONS else None
    if body is None:
        return
    if body.type == "statement_block":
        yield from _of_block(body, dict(texts), depth - 1)
    else:
        yield from _of_expression(body, texts, depth - 1)


def _inside(node: Node) -> Node:
    while node.type == "parenthesized_expression" and node.named_children:
        node = node.named_children[0]
    return node


def _is_soon(rest: list[Node]) -> bool:
    delay = _source(rest[0]) if rest else "0"
    return delay.isdecimal() and len(delay) < 9 and int(delay) <= SOON_MS


def _remember(declaration: Node, texts: Texts) -> None:
    for one in declaration.named_children:
        name, value = (one.child_by_field_name(part) for part in ("name", "value"))
        if name is not None and value is not None:
            for text in _text(value, texts, DEEPEST):
                texts[_source(name)] = text


def _text(node: Node, texts: Mapping[str, str], depth: int) -> Iterator[str]:
    """Yield the one text that an expression stands for, if it is made of literals."""
    node = _inside(node)
    if node.type in {"string", "template_string"}:
        if all(part.type in {"string_fragment", "escape_sequence"} for part in node.named_children):
            yield unescaped("".join(map(_source, node.named_children)))
    elif node.type == "identifier" and _source(node) in texts:
        yield texts[_source(node)]
    elif node.type == "binary_expression" and depth and _source(node.children[1]) == "+":
        left, right = (node.child_by_field_name(side) for side in ("left", "right"))
        if left is not None and right is not None:
            yield from (a + b for a in _text(left, texts, depth - 1) for b in _text(right, texts, depth - 1))


def _name(node: Node) -> str:
    """Return the dotted name that an expression is; empty when it is none."""
    if node.type not in {"identifier", "member_expression"}:
        return ""
    name = "".join(_source(node).split())
    return name if re.fullmatch(r"[\w$]+(?:\.[\w$]+)*", name) else ""


def _source(node: Node) -> str:
    return (node.text or b"").decode("utf-8", "replace")
