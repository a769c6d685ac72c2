"""Style sheets read exactly as CSS Syntax 3 and CSS Nesting 1 say, by tinycss2; C is fifty times faster."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

import tinycss2
from turbohtml.cssom import StyleDeclaration, StyleRule

from evidence.visibility.sheet_nodes import AtRule, Node, registered
from evidence.visibility.tokens import is_sound, source_of

LONGEST_SELECTOR = 5_000
"""Characters of a selector that is written out: each rule inside of another repeats the outer ones."""
Item = tuple[str, str, bool]
DEEPEST = 8
"""Rules inside of rules that are followed."""


def read_sheet(sheet: str) -> Iterator[Node]:
    """Yield the rules of a sheet in their order, those inside of others written out."""
    parsed = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    yield from _nodes(parsed, "", DEEPEST)


def read_block(source: str) -> Iterator[Node]:
    """Yield the rules in the block of an at-rule."""
    yield from _inside(source, "", DEEPEST)


def _nodes(parsed: Iterable[Any], outer: str, depth: int) -> Iterator[Node]:
    declared: list[Item] = []
    for one in parsed:
        if one.type == "declaration":
            declared += [_item(one)] if outer and is_sound(one.value) else ()
            continue
        yield from _own_rule(outer, declared)
        declared = []
        if one.type == "at-rule" and is_sound(one.prelude):
            prelude, content = source_of(one.prelude), one.content or ()
            inside: Callable[[], Iterator[Node]] = partial(_inside, content, outer, depth - 1)
            if one.lower_at_keyword == "property":
                inside = partial(registered, prelude, source_of(content))
            yield AtRule(one.lower_at_keyword, prelude, inside)
        elif one.type == "qualified-rule":
            selector = _selector(outer, one.prelude)
            yield from _inside(one.content, selector, depth - 1) if selector else ()
    yield from _own_rule(outer, declared)


def _inside(content: Sequence[Any] | str, outer: str, depth: int) -> Iterator[Node]:
    """Read a block; `outer` is the selector that its declarations are for; without it only rules count."""
    if depth and len(outer) <= LONGEST_SELECTOR:
        parse = tinycss2.parse_blocks_contents if outer else tinycss2.parse_rule_list
        parsed = parse(content, skip_comments=True, skip_whitespace=True)
        yield from _nodes(parsed, outer, depth)


def _own_rule(selector: str, declared: Sequence[Item]) -> Iterator[StyleRule]:
    if declared:
        yield StyleRule(selector, StyleDeclaration(tuple(declared)))


def _item(one: Any) -> Item:
    """Return a declaration as turbohtml has it: the name, the value and whether it is important."""
    name = one.name if one.name.startswith("--") else one.lower_name
    return name, source_of(one.value), one.important


def _selector(outer: str, prelude: Sequence[Any]) -> str:
    """Return a selector as it reads outside of the rule that it stands in."""
    if not outer:
        return source_of(prelude)
    parts: list[list[Any]] = [[]]
    for one in prelude:
        if one == ",":
            parts.append([])
        else:
            parts[-1].append(one)
    return ", ".join(_put_in(outer, source_of(part)) for part in parts)


def _put_in(outer: str, selector: str) -> str:
    return selector.replace("&", f":is({outer})") if "&" in selector else f":is({outer}) {selector}"
