"""Which expressions of a script run whenever the page is loaded, read without running them.

Those are at its top level, in functions that are called there or on the spot, at load, or soon after. What
waits for a click or a test does not run.
"""

from collections.abc import Callable, Iterator, Sequence

from tree_sitter import Node

from evidence.scripts.syntax import ASSIGNMENTS, FUNCTIONS, called, dotted, field, given, parsed, source
from evidence.scripts.texts import Scope

DEEPEST = 8
"""Functions and blocks within one another that are looked into."""
SOON_MS = 10_000
"""A timer that fires later leaves the reader time to see the page."""
TIMERS = frozenset({"setTimeout"})
LISTENING = frozenset({"", "window", "document"})
"""Objects whose load events every page has."""
LOAD_EVENTS = frozenset({"load", "DOMContentLoaded", "pageshow"})
LOAD_HANDLERS = frozenset({"onload", "window.onload"})
LIBRARY = frozenset({"$", "jQuery"})
"""How jQuery is called: with a function, that runs when the page is loaded."""
Holds = Callable[[Node], bool]
"""Says whether a condition surely holds."""


def running(script: str, scope: Scope, holds: Holds | None = None) -> Iterator[Node]:
    """Yield the assignments and calls of a script that always run, in their order.

    Args:
        script: its source.
        scope: what names stand for; later scripts of a page know those of earlier ones.
        holds: says which conditions surely hold; none without it.
    """
    yield from _Reading(scope, holds).block(parsed(script), DEEPEST)


class _Reading:
    """One reading of a script in the order in which a browser runs it."""

    def __init__(self, scope: Scope, holds: Holds | None) -> None:
        self._scope = scope
        self._holds = holds

    def block(self, block: Node, depth: int) -> Iterator[Node]:
        """Yield what the statements of a block do, those that always run."""
        if not depth:
            return
        statements = block.named_children
        for one in statements:
            if one.type == "function_declaration" and (name := field(one, "name")) is not None:
                self._scope.functions[source(name)] = one
        for one in statements:
            yield from self._statement(one, depth)
            if one.type == "return_statement":
                return

    def _statement(self, one: Node, depth: int) -> Iterator[Node]:
        if one.type == "expression_statement":
            for expression in one.named_children:
                yield from self._expression(expression, depth)
        elif one.type in {"variable_declaration", "lexical_declaration"}:
            for each in one.named_children:
                yield from self._bound(field(each, "name"), field(each, "value"), depth)
        elif one.type == "statement_block":
            yield from self.block(one, depth - 1)
        elif one.type == "try_statement" and (tried := field(one, "body")) is not None:
            yield from self.block(tried, depth - 1)
        elif one.type == "if_statement":
            yield from self._choice(one, depth)

    def _choice(self, choice: Node, depth: int) -> Iterator[Node]:
        condition, then = field(choice, "condition"), field(choice, "consequence")
        if self._holds is not None and condition is not None and then is not None and self._holds(condition):
            yield from self._statement(then, depth)

    def _bound(self, name: Node | None, value: Node | None, depth: int) -> Iterator[Node]:
        if name is None or value is None:
            return
        if name.type == "identifier":
            self._scope.values[source(name)] = value
            if value.type in FUNCTIONS:
                self._scope.functions[source(name)] = value
        if value.type == "call_expression":
            yield from self._expression(value, depth)

    def _expression(self, expression: Node, depth: int) -> Iterator[Node]:
        self._scope.steps -= 1
        if not depth or self._scope.steps <= 0:
            return
        while expression.type in {"parenthesized_expression", "unary_expression"}:
            expression = expression.named_children[-1]
        if expression.type == "sequence_expression":
            for one in expression.named_children:
                yield from self._expression(one, depth - 1)
        elif expression.type in ASSIGNMENTS:
            yield expression
            left, right = field(expression, "left"), field(expression, "right")
            if right is not None and dotted(left) in LOAD_HANDLERS:
                yield from self._function(right, (), depth)
            elif expression.type == "assignment_expression":
                yield from self._bound(left, right, depth)
        elif expression.type == "call_expression":
            yield from self._call(expression, depth)

    def _call(self, call: Node, depth: int) -> Iterator[Node]:
        yield call
        function, arguments = field(call, "function"), given(call)
        thing, name = called(call)
        if name in TIMERS and arguments and _is_soon(arguments[1:]):
            yield from self._function(arguments[0], (), depth)
        elif name == "addEventListener" and self._is_of_load(thing, arguments):
            yield from self._function(arguments[1], (), depth)
        elif arguments and (name in LIBRARY or (name == "ready" and _is_library(thing))):
            yield from self._function(arguments[0], (), depth)
        elif name == "forEach" and arguments and thing is not None:
            yield from self._function(arguments[0], (thing,), depth)
        elif name == "eval" and arguments and (text := self._scope.text(arguments[0])):
            yield from self.block(parsed(text), depth - 1)
        elif function is not None:
            yield from self._function(function, arguments, depth)

    def _is_of_load(self, thing: Node | None, arguments: Sequence[Node]) -> bool:
        is_known = thing is None or dotted(thing) in LISTENING
        return is_known and len(arguments) > 1 and self._scope.text(arguments[0]) in LOAD_EVENTS

    def _function(self, function: Node, arguments: Sequence[Node], depth: int) -> Iterator[Node]:
        """Yield what a function does when it runs; a timer takes it as text, too."""
        if function.type == "string" and (text := self._scope.text(function)):
            yield from self.block(parsed(text), depth - 1)
            return
        function = self._scope.functions.get(dotted(function), function)
        body = field(function, "body") if function.type in FUNCTIONS else None
        if body is None:
            return
        for name, value in zip(_parameters(function), arguments, strict=False):
            if name.type == "identifier" and source(name) != source(value):
                self._scope.values[source(name)] = value
        if body.type == "statement_block":
            yield from self.block(body, depth - 1)
        else:
            yield from self._expression(body, depth - 1)


def _parameters(function: Node) -> Sequence[Node]:
    one, all_of_them = field(function, "parameter"), field(function, "parameters")
    return [one] if one is not None else all_of_them.named_children if all_of_them is not None else []


def _is_library(thing: Node | None) -> bool:
    return thing is not None and thing.type == "call_expression" and called(thing)[1] in LIBRARY


def _is_soon(rest: Sequence[Node]) -> bool:
    delay = source(rest[0]) if rest else "0"
    return delay.isdecimal() and len(delay) < 9 and int(delay) <= SOON_MS
