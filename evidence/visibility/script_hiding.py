"""What a page's scripts hide when it is loaded, read without running them.

They hide by styles and classes that they set, by style sheets that they make, or by taking elements away.
What they show as well, or what a button stands for, is a tab or a menu and not hidden.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import islice

import turbohtml
from tree_sitter import Node

from evidence.scripts.running import running
from evidence.scripts.syntax import ASSIGNMENTS, MOST_SCRIPT, dotted, field, parsed, scripts_in, source
from evidence.scripts.texts import Scope
from evidence.visibility.applying import Sheets
from evidence.visibility.declared_hiding import could_hide_inline, hiding_rule
from evidence.visibility.hiding import describe
from evidence.visibility.lengths import length
from evidence.visibility.script_changes import Change, Page
from evidence.visibility.styles import Styles, inline

HIDES = (
    "display", "hidden", "hide(", "opacity", "height", "left", "top", "cssText", "lass", "remove", "HTML",
    "eval", "Out(", "slideUp", "insertRule", "createTextNode", "css(", "style",
)  # fmt: skip
"""Words of scripts that may hide; all others are not read."""
FINDS = (
    "getElement",
    "querySelector",
    "$(",
    "jQuery(",
    "createElement",
    "insertRule",
    "insertAdj",
    "write",
    "eval",
    "HTML",
)
"""Words of scripts that ask for elements, or make style sheets."""
NAMED = re.compile(r"#([\w-]+)|[\"'`]\.?([\w-]+)[\"'`\s,.:{>\[]|[\s\"'`>{}]\.([\w-]+)\s*[{,]")
"""Ids and classes as scripts spell them: alone, in a selector, in a rule."""
CODED = ("fromCharCode", "unescape", "atob", "decodeURI")
"""Scripts that may spell a name so that it cannot be found."""
SHORT = 1_000
"""Characters of scripts that are read with the others: they may call what those define."""
ROOTS = frozenset({"html", "head", "body"})
"""Scripts that hide these show them again: they keep pages out of frames, or from flickering."""
MOST_NODES = 200_000
"""Pieces of a page's scripts that are asked whether they show something again."""
MOST_CLASSES = 50
"""Classes added by scripts that are looked into."""
MOST_RULES = 200
"""Rules that are asked what they hide of elements with a class that scripts add."""
CONTROLS = ("href", "data-target", "data-bs-target", "data-toggle", "aria-controls", "for", "onclick")
"""Attributes that name what a click opens or closes."""
LONGEST_NAME = 1_000
"""Characters of such an attribute that are read."""
GROWING = frozenset({"opacity", "height", "max-height", "width", "max-width"})
"""Properties of which more than a speck shows something."""
SPECK = 0.05
WORD = re.compile(r"[\w-]+")
STATIC = "(static reading)"
Found = dict[turbohtml.Element, str]


class ScriptHiding:
    """What the page's own scripts hide; they are read only where one names what somebody asks about."""

    def __init__(self, document: turbohtml.Document, styles: Styles) -> None:
        self._document = document
        self._styles = styles
        self._found: dict[tuple[str, ...], Found] = {}
        """What was found, by the scripts that were read."""

    def rule(self, element: turbohtml.Element) -> str:
        """Return what a script does to hide an element, or one around it; empty when none does."""
        around = [element, *(one for one in element.ancestors if isinstance(one, turbohtml.Element))]
        named = {name for one in around for name in _names_of(one) if name}
        if not any(self._may_be_about(script, named) for script in self._scripts):
            return ""
        told = (one for one in self._scripts if len(one) < SHORT or self._may_be_about(one, named))
        scripts = tuple(told)
        if scripts not in self._found:
            self._found[scripts] = _hidden_elements(self._document, self._styles, scripts)
        hidden = self._found[scripts]
        return next((hidden[one] for one in around if one in hidden), "")

    def _may_be_about(self, script: str, named: set[str]) -> bool:
        return _has_any(CODED, script) or not named.isdisjoint(self._scripts[script])

    @cached_property
    def _scripts(self) -> Mapping[str, set[str]]:
        """The scripts that may hide something, each with what may be classes and ids in it."""
        scripts = [one[:MOST_SCRIPT] for one in scripts_in(self._document)]
        return {
            one: {name for names in NAMED.findall(one) for name in names if name}
            for one in scripts
            if _has_any(FINDS, one) and _has_any(HIDES, one)
        }


def _has_any(words: Sequence[str], script: str) -> bool:
    return any(word in script for word in words)


def _names_of(element: turbohtml.Element) -> Iterator[str]:
    yield element.attr("id") or ""
    yield from (element.attr("class") or "").split()


def _hidden_elements(document: turbohtml.Document, styles: Styles, scripts: Sequence[str]) -> Found:
    """Return what scripts hide at load and do not show again, by element, with the rule."""
    scope = Scope()
    page = Page(document, scope)
    changes: list[Change] = []
    sheets: list[str] = []
    for script in scripts:
        for node in running(script, scope, partial(_is_there, page)):
            changes += page.changes(node)
            sheets += page.sheets(node)
    hidden = {**_by_sheets(document, styles, sheets), **_by_classes(changes, styles), **_by_styles(changes)}
    found = {one: rule for one, rule in hidden.items() if one.tag not in ROOTS}
    if not found:
        return found
    shown, controlled = _shown(scripts, page), _controlled(document)
    return {
        one: f"{rule} {STATIC}"
        for one, rule in found.items()
        if one not in shown and one.attr("id") not in controlled
    }


def _is_there(page: Page, condition: Node) -> bool:
    """Say whether a condition asks only for an element that the page has."""
    if condition.type == "binary_expression":
        right = field(condition, "right")
        is_asked = right is not None and right.type == "null" and source(condition.children[1])[:1] == "!"
        return is_asked and bool(page.elements(field(condition, "left")))
    return dotted(condition) == "document.getElementById" or bool(page.elements(condition))


def _by_styles(changes: Iterable[Change]) -> Found:
    declared: defaultdict[turbohtml.Element, dict[str, str]] = defaultdict(dict)
    for change in changes:
        for element in change.elements:
            if change.declared is not None:
                declared[element] |= change.declared
            elif not change.classes:
                declared[element].clear()
    found: Found = {}
    for element, values in declared.items():
        own = "; ".join(
            [element.attr("style") or "", *(f"{name}: {value}" for name, value in values.items() if value)]
        )
        rule = hiding_rule({name: one.value for name, one in inline(own).items()}) if values else ""
        if rule:
            found[element] = f"{rule}, set by a script for {_told(element)}"
    return found


def _by_classes(changes: Iterable[Change], styles: Styles) -> Found:
    """Return what rules of the page hide of elements, and in elements, that scripts give a class."""
    added = ((change.elements, name) for change in changes for name in change.classes.split())
    asked = (
        (elements, name, selectors)
        for elements, name in islice(added, MOST_CLASSES)
        for selectors, declared in styles.rules_as_written()
        if f".{name}" in selectors and could_hide_inline(declared)
    )
    return {
        element: f"rule {selectors}, by the class {name} that a script adds,"
        for elements, name, selectors in islice(asked, MOST_RULES)
        for element in _matching_with(name, elements, selectors, styles)
    }


def _matching_with(
    name: str, elements: Sequence[turbohtml.Element], selectors: str, styles: Styles
) -> set[turbohtml.Element]:
    """Return the elements that a rule is for only while some have a class."""
    before = set(styles.elements_of(selectors))
    given = [one for one in elements if not one.has_class(name)]
    for one in given:
        one.add_class(name)
    after = styles.elements_of(selectors)
    for one in given:
        one.remove_class(name)
    return {one for one in after if one not in before}


def _by_sheets(document: turbohtml.Document, styles: Styles, made: Iterable[str]) -> Found:
    """Return what style sheets hide that scripts make; a script that was not loaded may set other classes."""
    has_others = document.select_one("script[src]") is not None
    sheets = Sheets()
    for one in made:
        sheets.add(one)
    rules = (rule for rule, _ in sheets.rules if "#" in rule.selector_text or not has_others)
    hiding = (rule for rule in rules if could_hide_inline(rule.style.text))
    return {
        element: f"rule {rule.selector_text} of a style sheet that a script makes"
        for rule in islice(hiding, MOST_RULES)
        for element in styles.elements_of(rule.selector_text)
    }


def _shown(scripts: Iterable[str], page: Page) -> set[turbohtml.Element]:
    """Return the elements that some piece of a script, whenever it runs, may show."""
    pieces = (node for script in scripts for node in _all_in(parsed(script)))
    return {
        element
        for node in islice(pieces, MOST_NODES)
        if node.type == "call_expression" or node.type in ASSIGNMENTS
        for change in page.changes(node)
        if _may_show(change)
        for element in change.elements
    }


def _may_show(change: Change) -> bool:
    """Say whether a change may show what was hidden: one that is not known may."""
    declared = change.declared
    if declared is None:
        return not change.classes
    sizes = (length(value) for name, value in declared.items() if name in GROWING)
    return (
        declared.get("display", "none") != "none"
        or declared.get("visibility", "hidden") not in {"hidden", "collapse"}
        or any(size is None or size > SPECK for size in sizes)
    )


def _all_in(root: Node) -> Iterator[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += node.named_children


def _controlled(document: turbohtml.Document) -> set[str]:
    """Return the words of attributes that name what a click opens or closes, ids among them."""
    controls = document.select(", ".join(f"[{name}]" for name in CONTROLS))
    values = (one.attr(name) or "" for one in controls for name in CONTROLS)
    named = (value for value in values if value and not value.startswith(("http", "/")))
    return {word for value in named for word in WORD.findall(value[:LONGEST_NAME])}


def _told(element: turbohtml.Element) -> str:
    return describe(element.tag, {name: element.attr(name) or "" for name in ("id", "class")})
