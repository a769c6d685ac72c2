"""The cascade of the page's own `<style>` elements, as far as it can hide something.

tinycss2 parses, cssselect2 knows specificity, turbohtml's selectors find elements. Only rules that could
hide are looked up in the tree; rules that set the same property otherwise are then tried on just the
elements found, because they may win and show them again. Other at-rules than `@media`, `@supports` and
`@layer` never apply to boxes; a selector nobody knows drops its rule, as CSS says.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import cssselect2
import tinycss2
import turbohtml

from evidence.media_queries import applies_to_desktop

MOST_RULES = 20_000
"""Rules read of one page; a page has no honest need for more."""
CAN_HIDE = frozenset({
    "display", "visibility", "opacity", "font-size", "text-indent", "clip", "clip-path", "transform",
    "position", "left", "top", "right", "bottom", "margin-left", "margin-top",
    "overflow", "height", "width", "max-height", "max-width",
})  # fmt: skip
"""Properties that can hide, alone or together."""
NESTING = frozenset({"media", "supports", "layer"})


@dataclass(frozen=True, slots=True)
class Declared:
    """One declaration that applies to an element."""

    value: str
    weight: tuple[bool, bool, tuple[int, int, int], int]
    """Important, inline, specificity, order: the larger one wins."""
    where: str
    """Where it stands, for people: a selector, or `style`."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule that sets something which can hide."""

    prelude: list[Any]
    order: int
    declarations: tuple[tuple[str, str, bool], ...]


class Styles:
    """What the page's style elements declare, by element."""

    def __init__(self, document: turbohtml.Document, could_hide: Callable[[Mapping[str, str]], bool]) -> None:
        """Find the elements that rules may hide; `could_hide` judges the declarations of one rule."""
        self._declared: dict[turbohtml.Element, dict[str, Declared]] = {}
        hiders: list[_Rule] = []
        others: list[_Rule] = []
        for rule in _rules(document):
            hides = could_hide({name: value for name, value, _ in rule.declarations})
            (hiders if hides else others).append(rule)
        touched: set[str] = set()
        for rule in hiders:
            for selector, specificity in _selectors(rule.prelude):
                for element in _select(document, selector):
                    self._note(element, rule, selector, specificity)
                    touched.update(name for name, _, _ in rule.declarations)
        for rule in others:
            if any(name in touched for name, _, _ in rule.declarations):
                self._show_again(rule)

    def _show_again(self, rule: _Rule) -> None:
        for selector, specificity in _selectors(rule.prelude):
            for element in self._declared:
                if _matches(element, selector):
                    self._note(element, rule, selector, specificity)

    def of(self, element: turbohtml.Element) -> Mapping[str, Declared]:
        """Return the winning declarations of the style elements for this element."""
        return self._declared.get(element, {})

    def _note(
        self, element: turbohtml.Element, rule: _Rule, selector: str, specificity: tuple[int, int, int]
    ) -> None:
        declared = self._declared.setdefault(element, {})
        for name, value, important in rule.declarations:
            weight = (important, False, specificity, rule.order)
            if name not in declared or declared[name].weight < weight:
                declared[name] = Declared(value, weight, f"rule {selector}")


def inline(style: str) -> dict[str, Declared]:
    """Return the declarations of a style attribute."""
    found: dict[str, Declared] = {}
    for order, (name, value, important) in enumerate(_declarations(_blocks(style))):
        weight = (important, True, (0, 0, 0), order)
        if name not in found or found[name].weight < weight:
            found[name] = Declared(value, weight, "style")
    return found


def cascaded(sheet: Mapping[str, Declared], own: Mapping[str, Declared]) -> dict[str, Declared]:
    """Return what wins of style elements and style attribute."""
    winners = dict(sheet)
    for name, declared in own.items():
        if name not in winners or winners[name].weight < declared.weight:
            winners[name] = declared
    return winners


def _rules(document: turbohtml.Document) -> Iterator[_Rule]:
    order = 0
    for element in document.find_all("style"):
        if not applies_to_desktop(element.attr("media") or ""):
            continue
        parse: Any = tinycss2.parse_stylesheet  # the library has no types
        for rule in _unnested(parse(element.text, skip_comments=True, skip_whitespace=True)):
            order += 1
            if order > MOST_RULES:
                return
            if any(token.type == "ident" and token.lower_value in CAN_HIDE for token in rule.content):
                yield _Rule(rule.prelude, order, tuple(_declarations(_blocks(rule.content))))


def _unnested(nodes: Iterable[Any]) -> Iterator[Any]:
    for node in nodes:
        if node.type == "qualified-rule":
            yield node
        elif node.type == "at-rule" and node.content is not None and _holds(node):
            parse: Any = tinycss2.parse_rule_list
            yield from _unnested(parse(node.content, skip_comments=True, skip_whitespace=True))


def _holds(rule: Any) -> bool:
    name = rule.lower_at_keyword
    return name in NESTING and (name != "media" or applies_to_desktop(_text(rule.prelude)))


def _selectors(prelude: list[Any]) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """Yield the selectors of a rule with their specificity; none when CSS would drop the rule."""
    try:
        compiled = cssselect2.compile_selector_list(prelude)
    except cssselect2.SelectorError:
        return
    for selector, tokens in zip(compiled, _between_commas(prelude), strict=False):
        if selector.pseudo_element is None:
            yield _text(tokens), selector.specificity


def _between_commas(tokens: list[Any]) -> Iterator[list[Any]]:
    part: list[Any] = []
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _declarations(nodes: Iterable[Any]) -> Iterator[tuple[str, str, bool]]:
    for node in nodes:
        if node.type == "declaration" and node.lower_name in CAN_HIDE:
            yield node.lower_name, _text(node.value).lower(), node.important


def _blocks(content: Any) -> list[Any]:
    parse: Any = tinycss2.parse_blocks_contents
    return list(parse(content, skip_comments=True, skip_whitespace=True))


def _text(tokens: list[Any]) -> str:
    serialize: Any = tinycss2.serialize
    return str(serialize(tokens)).strip()


def _select(document: turbohtml.Document, selector: str) -> list[turbohtml.Element]:
    try:
        return document.select(selector)
    except turbohtml.SelectorSyntaxError:
        return []


def _matches(element: turbohtml.Element, selector: str) -> bool:
    try:
        return element.matches(selector)
    except turbohtml.SelectorSyntaxError:
        return False
