"""The cascade of the page's own `<style>` elements, as far as it can hide something.

turbohtml parses rules, knows specificity and finds elements, all in C. Only rules that could hide are looked
up in the tree; rules that set the same property otherwise are then tried on just the elements found, because
they may win and show them again. turbohtml passes over at-rules, so the sheet is cut at them first: the
contents of `@media` (where it holds), `@supports` and `@layer` are read in their place, other at-rules never
apply to boxes. A selector nobody knows drops its rule, as CSS says.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import turbohtml
from turbohtml.convert import css_specificity
from turbohtml.cssom import StyleDeclaration, StyleSheet

from evidence.media_queries import applies_to_desktop

MOST_RULES = 20_000
"""Rules read of one page; a page has no honest need for more."""
MOST_LOOK_UPS = 5_000
"""Selectors looked up in one page's tree."""
CAN_HIDE = frozenset({
    "display", "visibility", "opacity", "font-size", "text-indent", "clip", "clip-path", "transform",
    "position", "left", "top", "right", "bottom", "margin-left", "margin-top",
    "overflow", "height", "width", "max-height", "max-width",
})  # fmt: skip
"""Properties that can hide, alone or together."""
NESTING = frozenset({"@media", "@supports", "@layer"})
"""At-rules whose rules apply to boxes."""
CUT = re.compile(r"/\*.*?(?:\*/|\Z)|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|@[\w-]+|[{};]", re.DOTALL)
"""Where a sheet may be cut: comments and strings are stepped over whole."""
DEEPEST = 5
"""At-rules inside at-rules that are followed."""
Specificity = tuple[int, int, int]


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

    selector: str
    order: int
    declarations: tuple[tuple[str, str, bool], ...]


class Styles:
    """What the page's style elements declare, by element."""

    def __init__(
        self, document: turbohtml.Document, could_matter: Callable[[Mapping[str, str]], bool]
    ) -> None:
        """Find the elements that rules may change; `could_matter` judges the declarations of one rule."""
        self._declared: dict[turbohtml.Element, dict[str, Declared]] = {}
        hiders: list[_Rule] = []
        others: list[_Rule] = []
        for rule in _rules(document):
            matters = could_matter({name: value for name, value, _ in rule.declarations})
            (hiders if matters else others).append(rule)
        touched: set[str] = set()
        for rule in hiders[:MOST_LOOK_UPS]:
            for selector, specificity in _selectors(rule.selector):
                for element in _select(document, selector):
                    self._note(element, rule, selector, specificity)
                    touched.update(name for name, _, _ in rule.declarations)
        for rule in others:
            if any(name in touched for name, _, _ in rule.declarations):
                self._show_again(rule)

    def _show_again(self, rule: _Rule) -> None:
        for selector, specificity in _selectors(rule.selector):
            for element in self._declared:
                if _matches(element, selector):
                    self._note(element, rule, selector, specificity)

    def of(self, element: turbohtml.Element) -> Mapping[str, Declared]:
        """Return the winning declarations of the style elements for this element."""
        return self._declared.get(element, {})

    def _note(self, element: turbohtml.Element, rule: _Rule, selector: str, specificity: Specificity) -> None:
        declared = self._declared.setdefault(element, {})
        for name, value, important in rule.declarations:
            weight = (important, False, specificity, rule.order)
            if name not in declared or declared[name].weight < weight:
                declared[name] = Declared(value, weight, f"rule {selector}")


def inline(style: str) -> dict[str, Declared]:
    """Return the declarations of a style attribute that can hide."""
    found = _declarations(StyleDeclaration.parse(style))
    return {
        name: Declared(value, (important, True, (0, 0, 0), 0), "style") for name, value, important in found
    }


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
        for part in _parts(element.text):
            for rule in StyleSheet(part).rules:
                order += 1
                if order > MOST_RULES:
                    return
                declarations = tuple(_declarations(rule.style))
                if declarations:
                    yield _Rule(rule.selector_text, order, declarations)


def _parts(sheet: str, depth: int = 0) -> Iterator[str]:
    """Cut a sheet into runs of plain rules, in their order, the contents of at-rules that apply included."""
    if "@" not in sheet or depth == DEEPEST:
        yield sheet
        return
    start = nesting = body = 0
    rule: re.Match[str] | None = None
    for cut in CUT.finditer(sheet):
        mark = cut[0]
        if mark[0] == "@" and not nesting and rule is None:
            rule = cut
        elif mark == ";" and not nesting:
            rule = None
        elif mark == "{":
            body = body if nesting else cut.end()
            nesting += 1
        elif mark == "}":
            nesting = max(0, nesting - 1)
            if rule is not None and not nesting:
                yield sheet[start : rule.start()]
                if _holds(rule[0].lower(), sheet[rule.end() : body - 1]):
                    yield from _parts(sheet[body : cut.start()], depth + 1)
                start, rule = cut.end(), None
    yield sheet[start:]


def _holds(name: str, prelude: str) -> bool:
    return name in NESTING and (name != "@media" or applies_to_desktop(prelude.strip()))


def _selectors(selectors: str) -> Iterator[tuple[str, Specificity]]:
    """Yield the selectors of a rule with their specificity; none when CSS would drop the rule."""
    try:
        weights = css_specificity(selectors)
    except (turbohtml.SelectorSyntaxError, ValueError):
        return
    parts = [part.strip() for part in selectors.split(",")]
    if len(parts) == len(weights):
        yield from zip(parts, weights, strict=True)
    else:
        yield selectors, max(weights)


def _declarations(style: StyleDeclaration) -> Iterator[tuple[str, str, bool]]:
    for name in style:
        if name in CAN_HIDE:
            yield name, style[name].lower(), style.important(name)


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
