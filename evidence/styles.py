"""The cascade of the page's own `<style>` elements, as far as it can hide something.

turbohtml parses rules, knows specificity and finds elements, all in C. Only rules that could hide are looked
up in the tree; rules that set the same property otherwise are then tried on just the elements found, because
they may win and show them again. turbohtml passes over at-rules, so the sheet is cut at them first: the
contents of `@media` (where it holds), `@supports` and `@layer` are read in their place, other at-rules never
apply to boxes. A selector nobody knows drops its rule, as CSS says.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType

import turbohtml
from turbohtml.convert import css_specificity
from turbohtml.cssom import StyleDeclaration, StyleSheet

from evidence.media_queries import applies_to_desktop
from evidence.remembering import remembered

MOST_RULES = 20_000
"""Rules read of one page; a page has no honest need for more."""
MOST_LOOKED_AT = 20_000_000
"""Elements looked at for all selectors of a page together: about a second."""
CAN_HIDE = frozenset({
    "display", "visibility", "opacity", "font-size", "text-indent", "clip", "clip-path", "transform",
    "position", "left", "top", "right", "bottom", "margin-left", "margin-top",
    "overflow", "height", "width", "max-height", "max-width",
    "font", "translate", "scale", "filter", "content-visibility",
    "color", "background", "background-color",
})  # fmt: skip
"""Properties that can hide, alone or together."""
INHERITED = frozenset({"visibility", "font-size", "text-indent"})
"""Of those, the ones that elements further in may undo."""
MOST_INSIDE = 50_000
"""Elements further in that are asked for."""
MOST_ASKED = 2_000
"""Questions about single elements that one page may cause."""
NESTING = frozenset({"@media", "@supports", "@layer"})
"""At-rules whose rules apply to boxes."""
CUT = re.compile(
    r"/\*.*?(?:\*/|\Z)|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|@[\w-]+|\{[^{}\"'/@\\]*\}|[{};]", re.DOTALL
)
"""Where a sheet may be cut: comments, strings and plain blocks are stepped over whole."""
NAMES = re.compile(r"[.#](?:[\w-]|[^\0-\x7f])+")
UNREADABLE = re.compile(r"[(\[\\]")
"""Selectors whose names need not all be on the page: negations, choices, attribute values, escapes."""
DEEPEST = 5
"""At-rules inside at-rules that are followed."""
FEW = 100
"""Elements up to which asking each of them is shorter than looking through the page (measured)."""
Specificity = tuple[int, int, int]
Declarations = tuple[tuple[str, str, bool], ...]
"""Name, value in lower case, whether it is important."""
Telling = Callable[[Declarations], frozenset[str]]
"""Names the properties that a block of declarations makes worth knowing."""


@dataclass(frozen=True, slots=True)
class Declared:
    """One declaration that applies to an element."""

    value: str
    weight: tuple[bool, bool, tuple[int, int, int], int]
    """Important, inline, specificity, order: the larger one wins."""
    where: str
    """Where it stands, for people: a selector, or `style`."""


NOTHING: Mapping[str, Declared] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule that sets something which can hide."""

    selector: str
    order: int
    declarations: Declarations
    telling: frozenset[str]
    """Properties that this rule makes worth knowing, of every element it applies to."""


class Styles:
    """What the page's style elements declare, by element."""

    def __init__(self, document: turbohtml.Document, telling: Telling) -> None:
        """Find the elements that rules may change; `telling` judges the declarations of one rule."""
        self._document = document
        self.are_partial = bool(document.select("link[rel~=stylesheet i][href]"))
        """Whether the page has style sheets that were not loaded."""
        self._declared: dict[turbohtml.Element, dict[str, Declared]] = {}
        self._questions = 0
        self.is_cut = False
        """Whether there were more rules than could be looked up."""
        self._asked: defaultdict[str, dict[turbohtml.Element, None]] = defaultdict(dict)
        self._rules = rules = list(_rules(document, telling))
        if not rules:
            return
        self._names, elements = _names(document)
        look_ups = MOST_LOOKED_AT // max(1, elements)
        for element in document.select("[style]"):
            for name in telling(_declarations(StyleDeclaration.parse(element.attr("style") or ""))):
                self._asked[name][element] = None
        telling_rules = [rule for rule in rules if rule.telling]
        self.is_cut = len(telling_rules) > look_ups
        for rule in telling_rules[:look_ups]:
            self._look_up(rule)
        for name in INHERITED & self._asked.keys():
            inside = (below for element in self._asked[name] for below in element.iter_elements())
            self._asked[name] |= dict.fromkeys(islice(inside, MOST_INSIDE))
        for rule in rules[:look_ups]:
            self._show_again(rule)

    def of(self, element: turbohtml.Element) -> Mapping[str, Declared]:
        """Return the winning declarations of the style elements for this element."""
        return self._declared.get(element, NOTHING)

    def ask(self, element: turbohtml.Element, name: str) -> str:
        """Return what one property of one element is declared to be; empty when nothing says."""
        self._questions += 1
        found: dict[str, Declared] = {}
        for rule in self._rules if self._questions <= MOST_ASKED else ():
            if any(name == declared for declared, _, _ in rule.declarations):
                for selector, specificity in self._selectors(rule):
                    if _matching(self._document, {element: None}, selector):
                        found = cascaded(found, _declared(rule, selector, specificity, {name}))
        own = inline(element.attr("style") or "")
        winner = cascaded(found, {name: own[name]} if name in own else {}).get(name)
        return "" if winner is None else winner.value

    def _look_up(self, rule: _Rule) -> None:
        """Note what a telling rule declares for every element it applies to."""
        for selector, specificity in self._selectors(rule):
            declared = _declared(rule, selector, specificity, rule.telling)
            for element in _select(self._document, selector):
                self._note(element, declared)
                for name in rule.telling:
                    self._asked[name][element] = None

    def _show_again(self, rule: _Rule) -> None:
        """Note what a rule says otherwise about properties that others made worth knowing: it may win."""
        names = {name for name, _, _ in rule.declarations if name in self._asked} - rule.telling
        if not names:
            return
        elements = dict.fromkeys(element for name in names for element in self._asked[name])
        for selector, specificity in self._selectors(rule):
            declared = _declared(rule, selector, specificity, names)
            for element in _matching(self._document, elements, selector):
                self._note(element, declared)

    def _selectors(self, rule: _Rule) -> Iterator[tuple[str, Specificity]]:
        """Yield the selectors whose class names and ids are on the page, with their specificity."""
        for selector, specificity in _selectors(rule.selector):
            if self._has(selector):
                yield selector, specificity

    def _has(self, selector: str) -> bool:
        if UNREADABLE.search(selector):
            return True
        return all(name.lower() in self._names for name in NAMES.findall(selector))

    def _note(self, element: turbohtml.Element, declared: Mapping[str, Declared]) -> None:
        known = self._declared.setdefault(element, {})
        for name, one in declared.items():
            if name not in known or known[name].weight < one.weight:
                known[name] = one


def _names(document: turbohtml.Document) -> tuple[AbstractSet[str], int]:
    """Return the class names and ids of a page as selectors spell them, and how many elements it has.

    They are in lower case, because selectors are not told apart by case in quirks mode.
    """
    names, count = set(), 0
    for count, element in enumerate(document.iter_elements(), 1):  # noqa: B007  # the last number counts
        if classes := element.attr("class"):
            names.update(classes.split())
        if id := element.attr("id"):
            names.add(f"#{id}".lower())
    return names | {f".{name}".lower() for name in names if name[0] != "#"}, count


def _declared(
    rule: _Rule, selector: str, specificity: Specificity, names: AbstractSet[str]
) -> Mapping[str, Declared]:
    return {
        name: Declared(value, (important, False, specificity, rule.order), f"rule {selector}")
        for name, value, important in rule.declarations
        if name in names
    }


@remembered(2_048)
def inline(style: str) -> Mapping[str, Declared]:
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


def _rules(document: turbohtml.Document, telling: Telling) -> Iterator[_Rule]:
    order = 0
    for element in document.find_all("style"):
        if not applies_to_desktop(element.attr("media") or ""):
            continue
        for part in _parts(element.text):
            for rule in StyleSheet(part).rules:
                order += 1
                if order > MOST_RULES:
                    return
                declarations = _declarations(rule.style)
                if declarations:
                    yield _Rule(rule.selector_text, order, declarations, telling(declarations))


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
        elif mark[0] == "{":
            body = body if nesting else cut.start() + 1
            nesting += len(mark) == 1
        elif mark == "}":
            nesting = max(0, nesting - 1)
        if mark[-1] == "}" and rule is not None and not nesting:
            yield sheet[start : rule.start()]
            if _holds(rule[0].lower(), sheet[rule.end() : body - 1]):
                yield from _parts(sheet[body : cut.end() - 1], depth + 1)
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


def _declarations(style: StyleDeclaration) -> Declarations:
    return tuple(
        [
            (name, style[name].lower(), style.important(name))
            for name in style.properties()
            if name in CAN_HIDE
        ]
    )


def _select(document: turbohtml.Document, selector: str) -> list[turbohtml.Element]:
    try:
        return document.select(selector)
    except turbohtml.SelectorSyntaxError:
        return []


def _matching(
    document: turbohtml.Document, elements: Mapping[turbohtml.Element, None], selector: str
) -> list[turbohtml.Element]:
    """Return those of the elements that a selector applies to, by whichever way is the shorter one."""
    if len(elements) > FEW:
        return [element for element in _select(document, selector) if element in elements]
    try:
        return [element for element in elements if element.matches(selector)]
    except turbohtml.SelectorSyntaxError:
        return []
