"""The cascade of the page's own `<style>` elements, as far as it can hide something.

turbohtml finds elements by selectors, in C. Only rules that could hide are looked up in the tree; rules that
set the same property otherwise are then tried on just the elements found, because they may win and show them
again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from types import MappingProxyType

import turbohtml
from turbohtml import query
from turbohtml.cssom import StyleDeclaration

from evidence.remembering import remembered
from evidence.visibility.applying import Sheets
from evidence.visibility.defining import defined_inline, definitions
from evidence.visibility.media_queries import applies_to_desktop
from evidence.visibility.sheet_nodes import AtRule
from evidence.visibility.sheets import (
    Rule,
    Selector,
    Specificity,
    Telling,
    declarations,
    hides_plainly,
    is_css,
    rules,
)
from evidence.visibility.variables import Variables, settled

MOST_RULES = 20_000
"""Rules read of one page; a page has no honest need for more."""
MOST_LOOKED_AT = 20_000_000
"""Elements looked at for all selectors of a page together: about a second."""
INHERITED = frozenset({"visibility", "font-size", "text-indent"})
"""Properties that can hide and that elements further in may undo."""
CUT_TO_ROOM = ("overflow-x", "overflow-y", "height", "padding", "padding-top", "padding-bottom")
"""What decides whether boxes in a grid without room are cut off."""
MOST_INSIDE = 50_000
"""Elements further in that are asked for."""
MOST_ASKED = 2_000
"""Questions about single elements that one page may cause."""

Weight = tuple[bool, bool, int, Specificity, int]
"""Important, inline, layer, specificity, order: of two declarations the one with the larger weight wins."""


@dataclass(frozen=True, slots=True)
class Declared:
    """One declaration that applies to an element."""

    value: str
    weight: Weight
    where: str
    """Where it stands, for people: a selector, or `style`."""


NOTHING: Mapping[str, Declared] = MappingProxyType({})
Ordered = tuple[int, Rule]
"""A rule with its number on the page: of two alike the later one wins."""


class Styles:
    """What the page's style elements declare, by element."""

    def __init__(self, document: turbohtml.Document, telling: Telling) -> None:
        """Find the elements that rules may change; `telling` judges the declarations of one rule."""
        self._document = document
        self.are_partial = bool(document.select("link[rel~=stylesheet i][href]"))
        """Whether the page has style sheets that were not loaded."""
        self.declared: dict[turbohtml.Element, dict[str, Declared]] = {}
        """The winning declarations of the style elements, for elements that have any."""
        self._questions = 0
        self._sheets = sheets = Sheets()
        for one in document.find_all("style"):
            if is_css(one) and applies_to_desktop(one.attr("media") or ""):
                sheets.add(one.text, unless=hides_plainly if one.closest("noscript") is not None else None)
        self.animations: Sequence[AtRule] = sheets.animations
        """The rules that name keyframes."""
        self.names = _names(document) if sheets.rules else set[str]()
        """Classes and ids of the page in lower case; none without rules."""
        self.is_cut = sheets.is_cut
        """Whether there was more to read, to look up or to ask than a page may cause."""
        self._asked: defaultdict[str, dict[turbohtml.Element, None]] = defaultdict(dict)
        kept = rules(sheets.rules, self.names, telling, lambda: self.variables)
        found = list(islice(enumerate(kept, 1), MOST_RULES + 1))
        self.rules: list[Ordered] = found[:MOST_RULES]
        """All rules that may apply, now or with one class more, and set something which can hide."""
        self.is_cut |= len(found) > MOST_RULES
        if self.rules:
            self._cascade(telling)

    @cached_property
    def variables(self) -> Variables:
        """Custom properties of the page, worked out only where one is used."""
        return settled(
            definitions(self._document, self._sheets.rules, self.names), defined_inline(self._document)
        )

    def _cascade(self, telling: Telling) -> None:
        document = self._document
        look_ups = MOST_LOOKED_AT // max(1, len(document.find_all()))
        for element in document.select("[style]"):
            own = inline(element.attr("style") or "")
            for name in telling(tuple([(name, one.value, one.weight[0]) for name, one in own.items()])):
                self._asked[name][element] = None
        telling_rules = [one for one in self.rules if one[1].telling]
        self.is_cut |= len(telling_rules) > look_ups
        for order, rule in telling_rules[:look_ups]:
            self._look_up(order, rule)
        for name in INHERITED & self._asked.keys():
            below = (one for element in self._asked[name] for one in element.iter_elements())
            inside = list(islice(below, MOST_INSIDE + 1))
            self.is_cut |= len(inside) > MOST_INSIDE
            self._asked[name] |= dict.fromkeys(inside[:MOST_INSIDE])
        for element in self._asked.get("grid-template-rows", ()):
            for name in CUT_TO_ROOM:
                self._asked[name] |= {one: None for one in element if isinstance(one, turbohtml.Element)}
        asked = self._asked.keys()
        elements: dict[frozenset[str], dict[turbohtml.Element, None]] = {}
        for order, rule in self.rules[:look_ups]:
            if names := rule.names.intersection(asked) - rule.telling:
                if names not in elements:
                    elements[names] = {one: None for name in names for one in self._asked[name]}
                self._show_again(order, rule, names, elements[names])

    def ask(self, element: turbohtml.Element, name: str) -> str:
        """Return what one property of one element is declared to be; empty when nothing says."""
        setting = self._setting.get(name, ())
        self._questions += bool(setting)
        self.is_cut |= self._questions > MOST_ASKED
        found: dict[str, Declared] = {}
        for order, rule in setting if self._questions <= MOST_ASKED else ():
            for selector in rule.on(self.names):
                if _matching([element], selector.text):
                    found = cascaded(found, _declared(order, rule, selector, {name}))
        own = inline(element.attr("style") or "")
        winner = cascaded(found, {name: own[name]} if name in own else {}).get(name)
        return "" if winner is None else winner.value

    def rules_as_written(self) -> Iterator[tuple[str, str]]:
        """Yield the selectors and declarations of the rules that apply on a desktop screen."""
        return ((one.selector_text, one.style.text) for one, _ in self._sheets.rules)

    def elements_of(self, selectors: str) -> list[turbohtml.Element]:
        """Return the elements to which selectors apply; none of those that nobody can read."""
        return list(_select(self._document, selectors))

    @cached_property
    def _setting(self) -> Mapping[str, Sequence[Ordered]]:
        """The rules that set each property."""
        setting: defaultdict[str, list[Ordered]] = defaultdict(list)
        for one in self.rules:
            for name in one[1].names:
                setting[name].append(one)
        return setting

    def _look_up(self, order: int, rule: Rule) -> None:
        """Note what a telling rule declares for every element it applies to."""
        for selector in rule.on(self.names):
            declared = _declared(order, rule, selector, rule.telling)
            for element in _select(self._document, selector.text):
                self._note(element, declared)
                for name in rule.telling:
                    self._asked[name][element] = None

    def _show_again(
        self, order: int, rule: Rule, names: AbstractSet[str], elements: Mapping[turbohtml.Element, None]
    ) -> None:
        """Note what a rule says otherwise about properties that others made worth knowing: it may win."""
        for selector in rule.on(self.names):
            declared = _declared(order, rule, selector, names)
            for element in _matching(elements, selector.text):
                self._note(element, declared)

    def _note(self, element: turbohtml.Element, declared: Mapping[str, Declared]) -> None:
        known = self.declared.setdefault(element, {})
        for name, one in declared.items():
            if name not in known or known[name].weight < one.weight:
                known[name] = one


def _names(document: turbohtml.Document) -> set[str]:
    """Return the class names and ids of a page, in lower case: in quirks mode case tells none apart."""
    found = [document.xpath(path) for path in ("//@class", "//@id")]
    values = chain.from_iterable(one for one in found if isinstance(one, list))
    return set(" ".join(map(str, values)).lower().split())


def _declared(order: int, rule: Rule, selector: Selector, names: AbstractSet[str]) -> Mapping[str, Declared]:
    return {
        name: Declared(value, weight(rule, selector, order, important=important), f"rule {selector.text}")
        for name, value, important in rule.declarations
        if name in names
    }


def weight(rule: Rule, selector: Selector, order: int, *, important: bool) -> Weight:
    """Return what a declaration of a rule weighs; of important ones the first layer wins (CSS Cascade 5)."""
    return important, False, -rule.layer if important else rule.layer, selector.specificity, order


@remembered(2_048)
def inline(style: str) -> Mapping[str, Declared]:
    """Return the declarations of a style attribute that can hide."""
    found = declarations(StyleDeclaration.parse(style), dict)
    return {
        name: Declared(value, (important, True, 0, (0, 0, 0), 0), "style") for name, value, important in found
    }


def cascaded(sheet: Mapping[str, Declared], own: Mapping[str, Declared]) -> dict[str, Declared]:
    """Return what wins of style elements and style attribute."""
    winners = dict(sheet)
    for name, declared in own.items():
        if name not in winners or winners[name].weight < declared.weight:
            winners[name] = declared
    return winners


def _select(document: turbohtml.Document, selector: str) -> list[turbohtml.Element]:
    try:
        return document.select(selector)
    except turbohtml.SelectorSyntaxError:
        return []


def _matching(elements: Iterable[turbohtml.Element], selector: str) -> list[turbohtml.Element]:
    """Return those of the elements that a selector applies to."""
    try:
        return query.filter(selector, elements)
    except turbohtml.SelectorSyntaxError:
        return []
