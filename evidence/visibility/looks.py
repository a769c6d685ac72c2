"""What an element is by itself: where it puts what is in it, what it hides, how it is laid out."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import turbohtml
from turbohtml.cssom import StyleDeclaration

from evidence.carriers.place import LANDMARKS, place_of, says_place
from evidence.model import Place, Visibility
from evidence.remembering import LONGEST, remembered
from evidence.visibility.boxes import (
    BLOCKS,
    FLOATS,
    NEVER_SHOWN,
    OUT_OF_LINE,
    OWN_LETTERS,
    UNDRAWN,
    begins_line,
    display_of,
    flattens,
    lays_out,
)
from evidence.visibility.declared_hiding import COULD_HIDE, shows_again
from evidence.visibility.fading import Fading
from evidence.visibility.hiding import Hiding, hiding, is_for_screen_readers
from evidence.visibility.styles import NOTHING, Declared, Styles, cascaded, inline
from evidence.visibility.variables import defined_in, filled_in

TELLING = ("class", "id", "role", "style", "hidden", "open", "popover")
"""Attributes that a look depends on; a marquee's sizes too."""
ODD = frozenset(TELLING[2:])
"""Those of them that few elements have."""
SIZES = ("width", "height")
FLAT = Declared("0", (False, False, 0, (0, 0, 0), 0), "grid-template-rows: 0fr around it, height")
"""The height of what stands in a grid without room, unless it has its own."""
ITEM = "item"
"""What stands in a flex or grid container."""
SILENT = frozenset(
    {"script", "style", "template", "textarea", "select", "iframe", "svg", "noscript", "object"}
)
"""Elements whose text is not part of the page's visible words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One element by its tag, attributes and the page's style elements."""

    hiding: Hiding | None
    place: Place | None
    begins_line: bool
    """Whether it begins and ends a line."""
    in_flow: bool
    """Whether what follows it stands after it, as nothing does after floats and what is taken out."""
    undrawn: bool
    """Whether neither it nor what is in it has a box."""
    lays_out: bool
    """Whether it is a flex or grid container, whose children are boxes of their own."""
    flattens: bool
    """Whether it gives what is in it no height."""
    shows_again: frozenset[str]
    """Properties by which it undoes a hiding around it, such as `visibility`."""
    tells: bool
    """Whether what is in it inherits anything else than what is around it."""


class Looks:
    """Looks at elements; pages repeat theirs, and sites each other's, so each kind is looked at once."""

    def __init__(self, styles: Styles, fading: Fading) -> None:
        self._styled = styles.declared
        self._styles = styles
        self._fading = fading
        self._kinds: dict[Hashable, Look] = {}
        """By all that a look depends on, the page's own declarations among it."""
        self._open_groups: set[str] = set()
        """Names of groups of `<details>` of which one is open."""

    def of(self, element: turbohtml.Element, tag: str, attributes: Mapping[str, str], outer: "Look") -> Look:
        """Return the look of an element that stands in another one."""
        is_item = outer.lays_out
        if tag == "details" and attributes.get("name") and "open" in attributes:
            attributes = self._only_one_open(attributes)
        if "style" in attributes and "var(" in attributes["style"]:
            attributes = {**attributes, "style": self._filled_in(attributes["style"])}
        sheet = self._styled.get(element)
        if outer.flattens:
            sheet = {"height": FLAT, **(sheet or NOTHING)}
        kind: Hashable = (tag, attributes.get("class"), attributes.get("id"), is_item)
        if sheet is not None or tag == "marquee" or not ODD.isdisjoint(attributes):
            others = map(attributes.get, (*TELLING[2:], *SIZES))
            kind = (kind, *others, *map(id, (sheet or NOTHING).values()))
        look = self._kinds.get(kind)
        if look is None:
            look = self._kinds[kind] = _first_look(tag, attributes, sheet, is_item=is_item)
        if look.hiding is not None and look.hiding.rule.startswith("opacity:"):
            look = self._faded(element, tag, attributes, look, is_item=is_item)
        return look

    def _only_one_open(self, details: Mapping[str, str]) -> Mapping[str, str]:
        """Return the attributes of `<details>` as a browser leaves them: of a group the first stays open."""
        if details["name"] in self._open_groups:
            return {name: value for name, value in details.items() if name != "open"}
        self._open_groups.add(details["name"])
        return details

    def _filled_in(self, style: str) -> str:
        """Return a style attribute with the values of custom properties that it defines or the page does."""
        own = {name: value for name, (value, _) in defined_in(StyleDeclaration.parse(style)).items()}
        return filled_in(style, lambda: {**self._styles.variables.everywhere, **own})

    def _faded(
        self,
        element: turbohtml.Element,
        tag: str,
        attributes: Mapping[str, str],
        look: Look,
        *,
        is_item: bool,
    ) -> Look:
        """Return the look of an element of no opacity, which may be shown later."""
        sheet = self._styled.get(element, NOTHING)
        own = inline(attributes.get("style", ""))
        way = self._fading.way(element, attributes, cascaded(sheet, own)["opacity"])
        if not way or look.hiding is None:
            return look
        others = {name: one for name, one in cascaded(sheet, own).items() if name != "opacity"}
        values = {name: one.value for name, one in others.items()}
        display = display_of(tag, attributes, values, is_item=is_item)
        hidden = hiding(tag, attributes, others, display)
        late = Hiding(visibility=Visibility.LAZY, rule=f"{look.hiding.rule}; {way}")
        return replace(look, hiding=hidden or late)


def _first_look(
    tag: str, attributes: Mapping[str, str], sheet: Mapping[str, Declared] | None, *, is_item: bool
) -> Look:
    if sheet is not None or tag == "marquee":
        return _look(tag, attributes, sheet or NOTHING, is_item=is_item)
    bare = BARE.get(tag, INLINE)
    if attributes and (bare.hiding is not None or _says_more(attributes)):
        return _repeated(tag, ITEM if is_item else "", *map(attributes.get, TELLING))
    return bare


def _says_more(attributes: Mapping[str, str]) -> bool:
    """Say whether attributes may make an element look otherwise than its tag alone."""
    if not ODD.isdisjoint(attributes):
        return True
    names, id = attributes.get("class"), attributes.get("id")
    return bool((names and _is_telling(names)) or (id and _is_telling(id)))


def _is_telling(names: str) -> bool:
    """Say whether a class or id may say something; honest ones are short."""
    return len(names) > LONGEST or _tells(names)


@lru_cache(maxsize=16_384)
def _tells(names: str) -> bool:
    return says_place(names) or is_for_screen_readers(names)


@remembered(16_384)
def _repeated(tag: str, within: str, *values: str | None) -> Look:
    pairs = zip(TELLING, values, strict=False)
    attributes = {name: value for name, value in pairs if value is not None}
    return _look(tag, attributes, NOTHING, is_item=within == ITEM)


def _look(tag: str, attributes: Mapping[str, str], sheet: Mapping[str, Declared], *, is_item: bool) -> Look:
    style = attributes.get("style", "")
    declared = cascaded(sheet, inline(style)) if style and COULD_HIDE.search(style) else sheet
    if tag == "img" and "text-indent" in declared:
        declared = {name: one for name, one in declared.items() if name != "text-indent"}  # it has no lines
    values = {name: one.value for name, one in declared.items()}
    display = display_of(tag, attributes, values, is_item=is_item)
    hidden, place = hiding(tag, attributes, declared, display), place_of(tag, attributes)
    again = shows_again(declared) if declared else frozenset()
    if tag in OWN_LETTERS:
        again |= OWN_LETTERS[tag]
    elif tag == "img":
        again |= {"text-indent"}
    if not begins_line(display):
        again -= {"text-indent"}  # a box in a line is moved with it
    return Look(
        hiding=hidden,
        place=place,
        begins_line=begins_line(display),
        in_flow=values.get("position") not in OUT_OF_LINE and values.get("float") not in FLOATS,
        undrawn=display in UNDRAWN or tag == "noscript",
        lays_out=lays_out(display),
        flattens=flattens(display, values),
        shows_again=again,
        tells=bool(hidden or place or again or tag in SILENT or tag in {"summary", "details"}),
    )


BARE = {
    tag: _look(tag, {}, NOTHING, is_item=False)
    for tag in {*BLOCKS, *NEVER_SHOWN, *SILENT, *LANDMARKS, *OWN_LETTERS}
}
"""Elements without attributes that are not just inline."""
INLINE = _look("span", {}, NOTHING, is_item=False)
"""All others."""
