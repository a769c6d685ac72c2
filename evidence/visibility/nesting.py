"""Style rules inside of style rules, written out one after the other (CSS Nesting 1)."""

from collections.abc import Iterator, Sequence
from typing import Any

import tinycss2

LONGEST = 200_000
"""Characters of a sheet whose rules are taken apart; honest ones that nest are far shorter."""
LONGEST_SELECTOR = 5_000
"""Characters of a selector that is written out: each rule inside of another repeats the outer ones."""
DEEPEST = 8
"""Rules inside of rules that are followed."""


def flattened(sheet: str) -> str:
    """Return a sheet with the same rules, none inside of another; what is too long is cut."""
    nodes = tinycss2.parse_stylesheet(sheet[:LONGEST], skip_comments=True, skip_whitespace=True)
    return "\n".join(_rules(nodes, "", DEEPEST))


def _rules(nodes: Sequence[Any], outer: str, depth: int) -> Iterator[str]:
    for node in nodes:
        if node.type == "qualified-rule":
            selector = _inside(outer, node.prelude)
            if depth and len(selector) <= LONGEST_SELECTOR:
                yield from _block(selector, node.content, depth)
        elif node.type == "at-rule":
            head = f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}"
            if node.content is None:
                yield f"{head};"
            elif outer and depth:
                yield f"{head}{{{' '.join(_block(outer, node.content, depth))}}}"
            else:
                yield node.serialize()


def _block(selector: str, content: Sequence[Any], depth: int) -> Iterator[str]:
    """Yield the rule that a block's own declarations make, then the rules inside of it."""
    nodes = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    own = [node.serialize() for node in nodes if node.type == "declaration"]
    if own:
        yield f"{selector}{{{';'.join(own)}}}"
    yield from _rules([node for node in nodes if node.type != "declaration"], selector, depth - 1)


def _inside(outer: str, prelude: Sequence[Any]) -> str:
    """Return a selector as it reads outside of the rule that it stands in."""
    if not outer:
        return str(tinycss2.serialize(prelude)).strip()
    parts: list[list[Any]] = [[]]
    for one in prelude:
        if one == ",":
            parts.append([])
        else:
            parts[-1].append(one)
    return ", ".join(_put_in(outer, tinycss2.serialize(part).strip()) for part in parts)


def _put_in(outer: str, selector: str) -> str:
    return selector.replace("&", f":is({outer})") if "&" in selector else f":is({outer}) {selector}"
