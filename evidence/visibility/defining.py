"""Where a page's style sheets define custom properties, and how far each definition holds."""

from collections.abc import Iterator, Sequence

import turbohtml
from turbohtml import query
from turbohtml.cssom import StyleDeclaration

from evidence.visibility.applying import Applying
from evidence.visibility.sheets import may_apply, selectors_of
from evidence.visibility.variables import (
    FOR_ALL,
    FOR_BODY,
    FOR_ROOT,
    FOR_SOME,
    Definition,
    defined_in,
    is_used_in,
)

MOST_LOOKED_UP = 500
"""Selectors that are looked up; of further ones it is assumed that some element is meant."""


def definitions(
    document: turbohtml.Document, rules: Sequence[Applying], names: set[str]
) -> Iterator[tuple[str, Definition]]:
    """Yield the custom properties that rules define for any element of the page, by name.

    Args:
        document: the page.
        rules: all that apply on a desktop screen.
        names: classes and ids of the page in lower case.
    """
    roots = document.select("html, body")
    left = MOST_LOOKED_UP
    for order, (rule, layer) in enumerate(rules):
        own = defined_in(rule.style) if may_apply(rule.selector_text, names) else {}
        for selector in selectors_of(rule.selector_text) if own else ():
            left -= 1
            reach = _reach(document, roots, selector.text) if left > 0 else FOR_SOME
            if reach is None:
                continue
            for name, (value, important) in own.items():
                weight = important, -layer if important else layer, selector.specificity, order
                yield name, Definition(reach, weight, value, selector.text, is_used_in(name, rule.style.text))


def defined_inline(document: turbohtml.Document) -> set[str]:
    """Name the custom properties that style attributes define."""
    styles = (one.attr("style") or "" for one in document.select('[style*="--"]'))
    return {name for style in styles for name in defined_in(StyleDeclaration.parse(style))}


def _reach(document: turbohtml.Document, roots: Sequence[turbohtml.Element], selector: str) -> int | None:
    """Return how far a declaration holds; None when the page has no element that it is for."""
    if selector == "*":
        return FOR_ALL
    try:
        found = query.filter(selector, roots)
        if found:
            return FOR_BODY if found[-1].tag == "body" else FOR_ROOT
        return None if document.select_one(selector) is None else FOR_SOME
    except turbohtml.SelectorSyntaxError:
        return None
