"""The rules of style sheets that set something which can hide, each with its selectors.

A selector nobody knows drops its rule, as CSS says.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import NamedTuple

import turbohtml
from turbohtml.convert import css_specificity
from turbohtml.cssom import StyleDeclaration

from evidence.visibility.applying import Applying
from evidence.visibility.selector_lists import SUSPECT, apart
from evidence.visibility.values import LOGICAL, SHORT, is_odd, long_hand, taken_apart
from evidence.visibility.variables import Values, Variables, filled_in

CAN_HIDE = frozenset({
    "display", "visibility", "opacity", "font-size", "text-indent", "clip", "clip-path", "transform",
    "position", "left", "top", "right", "bottom", "margin-left", "margin-top", "float",
    "overflow-x", "overflow-y", "height", "width", "max-height", "max-width",
    "min-height", "min-width",
    "padding", "padding-top", "padding-bottom",
    "translate", "scale", "filter", "content-visibility", "grid-template-rows",
    "color", "background", "background-color", "background-image",
    "transition", "transition-property",
    "animation", "animation-name", "animation-fill-mode", "animation-play-state", "animation-delay",
})  # fmt: skip
"""Properties that can hide, alone or together, or show by degrees what was hidden."""
LOOKED_AT = CAN_HIDE | SHORT.keys() | LOGICAL.keys() | {"all"}
"""The same with their short forms and other names."""
NAMES = re.compile(r"[.#]([\w\-\x80-\U0010ffff]+)")
"""A sieve that only rules out: what it finds, outside of brackets and escapes, must be on the page."""
UNREADABLE = re.compile(r"[(\[\\]")
"""Selectors whose names need not all be on the page: negations, choices, attribute values, escapes."""
PLAINLY = frozenset({("display", "none"), ("visibility", "hidden"), ("opacity", "0")})
Specificity = tuple[int, int, int]
Declarations = tuple[tuple[str, str, bool], ...]
"""Name, value in lower case, whether it is important."""
Telling = Callable[[Declarations], frozenset[str]]
"""Names the properties that a block of declarations makes worth knowing."""


class Selector(NamedTuple):
    """One selector of a rule; a tuple because pages have hundreds."""

    text: str
    specificity: Specificity
    names: Sequence[str]
    """Classes and ids, in lower case, without which it cannot apply; empty when that is hard to say."""


@dataclass(frozen=True)
class Rule:
    """A rule that sets something which can hide."""

    selector: str
    declarations: Declarations
    names: frozenset[str]
    """Properties that it sets."""
    telling: frozenset[str]
    """Those that it makes worth knowing, of every element it applies to."""
    layer: int
    """Number of its cascade layer; rules outside of layers have the largest."""
    only: str = ""
    """A selector that elements must be found by as well, which adds no weight; empty for all."""

    @cached_property
    def selectors(self) -> tuple[Selector, ...]:
        """Its selectors, taken apart only when asked for: most rules are about nothing that anybody asks."""
        found = selectors_of(self.selector)
        if not self.only:
            return tuple(found)
        return tuple(one._replace(text=f"{one.text}:is({self.only})") for one in found)

    def on(self, names: set[str]) -> Sequence[Selector]:
        """Return the selectors that `names`, all classes and ids of a page in lower case, do not rule out."""
        if not may_apply(self.selector, names):
            return ()
        return [selector for selector in self.selectors if names.issuperset(selector.names)]


def rules(
    applying: Iterable[Applying], names: set[str], telling: Telling, known: Callable[[], Variables]
) -> Iterator[Rule]:
    """Yield the rules that may matter, in their order.

    Those are the rules that `names`, all classes and ids of a page in lower case, do not rule out, and those
    under which something could be seen with one class more.

    Args:
        applying: what the sheets say for a desktop screen.
        names: classes and ids of the page.
        telling: judges the declarations of one rule.
        known: tells the custom properties of the page.
    """
    for order, (rule, layer) in enumerate(applying):
        selector, said = rule.selector_text, rule.style.properties()
        if LOOKED_AT.isdisjoint(said) or not (may_apply(selector, names) or "opacity" in said):
            continue
        if declared := declarations(rule.style, partial(_inside, rule.style, known)):
            properties = frozenset([name for name, _, _ in declared])
            first = Rule(selector, declared, properties, telling(declared), layer)
            yield first
            if "var(" in rule.style.text:
                yield from _variants(first, rule.style, order, telling, known())


def _inside(style: StyleDeclaration, known: Callable[[], Variables]) -> Mapping[str, str]:
    return known().inside(style)


def _variants(
    first: Rule, style: StyleDeclaration, order: int, telling: Telling, known: Variables
) -> Iterator[Rule]:
    """Yield a rule again for elements in which others change the custom properties that it defines."""
    weights = [one.specificity for one in first.selectors]

    def weight(important: bool) -> tuple[bool, int, Specificity, int]:
        return important, -first.layer if important else first.layer, max(weights, default=(0, 0, 0)), order

    for only, values in known.variants(style, weight):
        declared = declarations(style, partial(dict, values))
        properties = frozenset([name for name, _, _ in declared])
        yield Rule(first.selector, declared, properties, telling(declared), first.layer, only)


def may_apply(selectors: str, names: set[str]) -> bool:
    """Say whether a page has the classes and ids that one of these selectors asks for, if that is plain."""
    if "(" in selectors or "[" in selectors or "\\" in selectors:
        return True
    lowered = selectors.lower()
    if "," not in lowered:
        return names.issuperset(NAMES.findall(lowered))
    return any(map(names.issuperset, map(NAMES.findall, lowered.split(","))))


def declarations(style: StyleDeclaration, values: Values) -> Declarations:
    """Return what a block declares that can hide, long hand and without invalid values.

    Args:
        style: the block.
        values: tells the values of custom properties in it.
    """
    found: list[tuple[str, str, bool]] = []
    for written in style.properties():
        if written not in LOOKED_AT:
            continue
        name, important = LOGICAL.get(written, written), style.important(written)
        value = filled_in(style[written], values).lower()
        if is_odd(name, value):
            return long_hand(filled_in(style.text, values), CAN_HIDE)
        if name in SHORT:
            found += (
                (one, part, important) for one, part in taken_apart(name, value.split()) if one in CAN_HIDE
            )
        else:
            found.append((name, value, important))
    return tuple(found)


def is_css(style: turbohtml.Element) -> bool:
    """Say whether a style element holds CSS; of another type it is a template."""
    return (style.attr("type") or "text/css").lower() == "text/css"


def hides_plainly(style: StyleDeclaration) -> bool:
    """Say whether declarations hide, one of them alone."""
    return any((name, value) in PLAINLY for name, value, _ in declarations(style, dict))


def selectors_of(selectors: str) -> Iterator[Selector]:
    """Yield the selectors of a rule; none when CSS would drop the rule."""
    try:
        weights = css_specificity(selectors)
        parts = [part.strip() for part in selectors.split(",")]
        is_plain = len(parts) == len(weights) and not SUSPECT.search(selectors)
    except (turbohtml.SelectorSyntaxError, ValueError):
        is_plain = False
    if not is_plain:
        parts = list(apart(selectors))
        weights = [one for part in parts for one in css_specificity(part)]
    for part, weight in zip(parts, weights, strict=True):
        names = () if UNREADABLE.search(part) else NAMES.findall(part.lower())
        yield Selector(part, weight, names)
