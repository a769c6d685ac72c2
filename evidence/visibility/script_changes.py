"""What single expressions of a script do to elements: styles, classes and markup that they set.

Known are the DOM's own spellings and jQuery's.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import turbohtml
from tree_sitter import Node
from turbohtml.cssom import StyleDeclaration

from evidence.scripts.syntax import ASSIGNMENTS, called, field, given, source
from evidence.scripts.texts import Scope
from evidence.visibility.media_queries import applies_to_desktop
from evidence.visibility.sheets import is_css

Elements = Sequence[turbohtml.Element]
DEEPEST = 8
"""Names and calls within one another that are followed."""
MOST_FOUND = 1_000
"""Elements that one selector of a script may name."""
MOST_SELECTORS = 300
"""Selectors of a page's scripts that are looked up."""
JQUERY = frozenset({"$", "jQuery"})
Declarations = Mapping[str, str]
GONE: Declarations = {"display": "none"}
"""What is taken out of the page is seen no more than what has no box."""
HIDING = frozenset({"hide", "fadeOut", "slideUp", "remove", "detach", "empty"})
"""Methods that hide."""
SHOWING = frozenset(
    {
        "show",
        "fadeIn",
        "slideDown",
        "toggle",
        "slideToggle",
        "fadeToggle",
        "removeAttribute",
        "removeAttr",
        "removeClass",
        "toggleClass",
    }
)
OF_CLASSES = frozenset({"add", "remove", "toggle", "replace"})
MARKUP = frozenset({"innerHTML", "outerHTML", "textContent", "innerText", "cssText", "text"})
"""Properties that a script gives the text of a style element by, or the markup around one."""


WRITING = frozenset({
    "write", "writeln", "document.write", "createTextNode", "insertRule", "insertAdjacentHTML", "append",
})  # fmt: skip
"""Methods that take such a text."""


class Change(NamedTuple):
    """What an expression does to elements."""

    elements: Elements
    declared: Declarations | None = None
    """Values by property, empty ones where it is taken back; None when nobody knows: it may be shown."""
    classes: str = ""
    """Classes that are added."""


class Page:
    """Finds the elements that expressions of a page's scripts stand for."""

    def __init__(self, document: turbohtml.Document, scope: Scope) -> None:
        self._document = document
        self._scope = scope
        self._found: dict[str, Elements] = {}
        """By selector, because scripts ask for the same again."""

    def changes(self, node: Node) -> Iterator[Change]:
        """Yield what an assignment or call does to elements of the page."""
        change = self._assigned(node) if node.type in ASSIGNMENTS else self._called(node)
        if change is not None and change.elements:
            yield change

    def sheets(self, node: Node) -> Iterator[str]:
        """Yield the style sheets that an assignment or call makes, alone or in markup."""
        if node.type in ASSIGNMENTS:
            _, name = self._property(field(node, "left"))
            right = field(node, "right")
            told = [right] if name in MARKUP and right is not None else []
        else:
            _, name = called(node)
            told = given(node)
            if name == "appendChild" and told:  # most are given a text that was made for them
                told = given(self._scope.meant(told[0])) if _is_text(self._scope.meant(told[0])) else []
            elif name not in WRITING:
                told = []
        text = "".join(self._scope.text(one) or "" for one in told)
        if "<style" in text.lower():
            made = turbohtml.parse(text).find_all("style")
            yield from (
                one.text for one in made if is_css(one) and applies_to_desktop(one.attr("media") or "")
            )
        elif "{" in text and "<" not in text:
            yield text

    def elements(self, node: Node | None, depth: int = DEEPEST) -> Elements:
        """Return the elements that an expression stands for, as far as it is plain."""
        if node is None or not depth:
            return ()
        node = self._scope.meant(node)
        if node.type == "subscript_expression":
            at = self._scope.text(field(node, "index")) or ""
            found = self.elements(field(node, "object"), depth - 1)
            return found[int(at) : int(at) + 1] if at.isdecimal() and len(at) < 4 else ()
        if node.type == "member_expression":
            name = field(node, "property")
            if name is None or source(name) not in {"parentNode", "parentElement"}:
                return ()
            around = [one.parent for one in self.elements(field(node, "object"), depth - 1)]
            return [one for one in around if isinstance(one, turbohtml.Element)]
        return self._asked_for(node, depth) if node.type == "call_expression" else ()

    def _asked_for(self, call: Node, depth: int) -> Elements:
        thing, name = called(call)
        text = next((self._scope.text(one) for one in given(call)), None)
        if name in {"item", "eq", "first", "get"} | HIDING | {"css", "attr"}:
            found = self.elements(thing, depth - 1)
            return found[:1] if name == "first" else found
        if text is None:
            return ()
        name = name.removeprefix("document.")
        if name == "getElementById":
            return self._select(f'[id="{_quoted(text)}"]')[:1]
        if name == "getElementsByClassName":
            return self._select("".join(f'[class~="{_quoted(one)}"]' for one in text.split()))
        if name == "querySelector":
            return self._select(text)[:1]
        return self._select(text) if name == "querySelectorAll" or name in JQUERY else ()

    def _select(self, selector: str) -> Elements:
        if selector not in self._found:
            if len(self._found) >= MOST_SELECTORS:
                return ()
            try:
                self._found[selector] = self._document.select(selector)[:MOST_FOUND] if selector else ()
            except turbohtml.SelectorSyntaxError:
                self._found[selector] = ()
        return self._found[selector]

    def _property(self, left: Node | None) -> tuple[Node | None, str]:
        """Return the object and the name of a property that is assigned to."""
        if left is None or left.type not in {"member_expression", "subscript_expression"}:
            return None, ""
        is_named = left.type == "member_expression"
        name = field(left, "property" if is_named else "index")
        if name is None:
            return None, ""
        return field(left, "object"), source(name) if is_named else self._scope.text(name) or ""

    def _styled(self, thing: Node | None) -> Elements | None:
        """Return the elements whose `style` an expression is; None when it is no style."""
        owner, name = self._property(self._scope.meant(thing)) if thing is not None else (None, "")
        return self.elements(owner) if name == "style" else None

    def _assigned(self, assignment: Node) -> Change | None:
        thing, name = self._property(field(assignment, "left"))
        right = field(assignment, "right")
        value = self._scope.text(right)
        styled = self._styled(thing)
        if styled is not None:
            return Change(styled, _declared(name, value))
        elements = self.elements(thing)
        if name == "className":
            return Change(elements, classes=value or "")
        if name == "hidden" and right is not None:
            return Change(elements, GONE if right.type == "true" else None)
        return Change(elements, GONE) if name in {"innerHTML", "outerHTML"} and value == "" else None

    def _called(self, call: Node) -> Change | None:
        thing, name = called(call)
        arguments = given(call)
        texts = [self._scope.text(one) for one in arguments]
        if name == "assign" and len(arguments) > 1:
            return Change(self._styled(arguments[0]) or (), self._listed(arguments[1]))
        if name == "setProperty" and len(texts) > 1:
            return Change(self._styled(thing) or (), _declared(texts[0], texts[1]))
        if name == "removeChild" and arguments:
            return Change(self.elements(arguments[0]), GONE)
        if name in OF_CLASSES and thing is not None:
            owner, list_of = self._property(self._scope.meant(thing))
            if list_of == "classList":
                added = " ".join(filter(None, texts)) if name == "add" else ""
                return Change(self.elements(owner), classes=added)
        elements = self.elements(thing)
        return self._method(elements, name, arguments, texts) if elements else None

    def _method(
        self, elements: Elements, name: str, arguments: Sequence[Node], texts: Sequence[str | None]
    ) -> Change | None:
        """Return what a method of elements, or of jQuery's lists of them, does."""
        if name in HIDING:
            return Change(elements, GONE)
        if name in SHOWING:
            return Change(elements)
        if name in {"setAttribute", "attr", "prop"} and len(texts) > 1:
            return _attribute(elements, texts[0] or "", texts[1])
        if name == "css" and arguments and arguments[0].type == "object":
            return Change(elements, self._listed(arguments[0]))
        if name == "css" and len(texts) > 1:
            return Change(elements, _declared(texts[0], texts[1]))
        return Change(elements, classes=texts[0] or "") if name == "addClass" and texts else None

    def _listed(self, thing: Node) -> Declarations:
        """Return the declarations that an object names."""
        pairs = [one for one in thing.named_children if one.type == "pair"]
        named = [(field(one, "key"), self._scope.text(field(one, "value"))) for one in pairs]
        found = [_declared(source(key).strip("'\""), value) for key, value in named if key is not None]
        return {name: value for one in found if one is not None for name, value in one.items()}


def _is_text(node: Node) -> bool:
    return node.type == "call_expression" and called(node)[1] == "createTextNode"


def _attribute(elements: Elements, name: str, value: str | None) -> Change | None:
    if name == "class":
        return Change(elements, classes=value or "")
    if name == "hidden":
        return Change(elements, GONE)
    is_told = name == "style" and value is not None
    return Change(elements, _all_declared(value or "") if is_told else None) if name == "style" else None


def _declared(name: str | None, value: str | None) -> Declarations | None:
    """Return a declaration by the name that CSS has for it; None when the value is not known."""
    if name is None or value is None:
        return None
    if name == "cssText":
        return _all_declared(value)
    return {"".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name): value}


def _all_declared(style: str) -> Declarations:
    parsed = StyleDeclaration.parse(style)
    return {name: parsed[name] for name in parsed.properties()}


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
