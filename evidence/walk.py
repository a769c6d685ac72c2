"""The one walk over a page's tree: its visible text, and every place that carries a URL.

The walk goes once through the nodes in document order. It collects the text that a reader sees, notes for
every carrier where it stands in that text, and inherits what hides, where on the page one is, and which
link one is inside of. Windows are cut afterwards, when the whole text is known.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

import turbohtml

from evidence.attributes import Found, url_attributes
from evidence.model import Kind, Place, Visibility
from evidence.place import place_of
from evidence.script_hiding import opens_hidden_box, written
from evidence.seen import Around, Seen, Spot
from evidence.styles import Declared, Styles
from evidence.visibility import Hiding, display_of, hiding, shows_again

MOST_CARRIERS = 10_000
"""Carriers kept of one page; more are counted as a limit (hostile case 43)."""
SILENT = frozenset(
    {"script", "style", "template", "textarea", "select", "iframe", "svg", "noscript", "object"}
)
"""Elements whose text is not part of the page's visible words."""
SPACE = re.compile(r"[ \t\r\n\f]+")


class Walk:
    """One pass over one tree."""

    def __init__(self, styles: Styles, hidden_ids: frozenset[str] = frozenset()) -> None:
        """Start with an empty text; scripts of the page hide the elements with `hidden_ids`."""
        self.styles = styles
        self._hidden_ids = hidden_ids
        self.seen = Seen()
        self._pieces: list[str] = []
        self._length = 0
        self._spaced = True

    def over(self, root: turbohtml.Node) -> Seen:
        """Walk the tree; deep nesting costs memory, never the stack."""
        around = Around(hiding=None, place=Place.MAIN, link=None, path="", silent=False)
        stack: list[tuple[turbohtml.Element | None, Around, Spot | None, Iterator[turbohtml.Node]]] = [
            (None, around, None, iter(root.children))
        ]
        while stack:
            element, around, opened, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                if element is not None:
                    self._leave(element, opened, breaks=around.breaks)
                if element is not None and element.tag == "script" and stack:
                    parent, outer, spot, siblings = stack[-1]
                    stack[-1] = (parent, _after_script(element.text, outer), spot, siblings)
            elif isinstance(child, turbohtml.Element):
                inner, spot = self._enter(child, around)
                stack.append((child, inner, spot, iter(child.children)))
            elif isinstance(child, turbohtml.Text):
                self._text(child.data, around)
            elif isinstance(child, turbohtml.Comment):
                self.seen.inert.append(("#comment", child.data))
        self.seen.text = "".join(self._pieces).rstrip()
        return self.seen

    def _enter(self, element: turbohtml.Element, around: Around) -> tuple[Around, Spot | None]:
        tag = element.tag
        attributes = _attributes(element)
        sheet = self.styles.of(element)
        display = display_of(tag, attributes, sheet)
        breaks = around.lays_out or not display.startswith(("inline", "contents"))
        if breaks:
            self._break()
        path = f"{around.path}/{tag}" if len(around.path) < 200 else around.path
        self.seen.paths.add(f"{path}.{attributes.get('class') or ''}")
        inner = Around(
            hiding=self._hiding(tag, attributes, sheet, around.hiding),
            place=place_of(tag, attributes) or around.place,
            link=around.link,
            path=path,
            silent=around.silent or tag in SILENT,
            breaks=breaks,
            lays_out="flex" in display or "grid" in display,
        )
        spot = None
        for found in url_attributes(tag, attributes):
            made = self._spot(tag, attributes, found, inner)
            if made and tag == "a" and found.kind is Kind.LINK:
                spot = made
        if spot is not None:
            inner = replace(inner, link=spot)
        if tag == "img" and around.link is not None and not around.link.alt:
            around.link.alt = (attributes.get("alt") or "").strip()
        return inner, spot

    def _hiding(
        self, tag: str, attributes: Mapping[str, str], sheet: Mapping[str, Declared], outer: Hiding | None
    ) -> Hiding | None:
        if outer is not None and outer.rule.startswith("visibility:") and shows_again(attributes, sheet):
            outer = None
        own = hiding(tag, attributes, sheet)
        if own is None and self._hidden_ids and (id := attributes.get("id")) in self._hidden_ids:
            own = Hiding(
                visibility=Visibility.SCRIPT_HIDDEN, rule=f"a script hides the id {id} (static reading)"
            )
        return _inherited(tag, outer, own)

    def _spot(self, tag: str, attributes: Mapping[str, str], found: Found, at: Around) -> Spot | None:
        if len(self.seen.spots) >= MOST_CARRIERS:
            if "too-many-carriers" not in self.seen.limits:
                self.seen.limits.append("too-many-carriers")
            return None
        visibility, rule = _visibility(tag, found, at)
        spot = Spot(
            kind=found.kind,
            element=tag,
            attribute=found.attribute,
            raw=found.raw,
            start=self._length,
            end=self._length,
            path=at.path.lstrip("/"),
            place=at.place,
            visibility=visibility,
            hidden_by=rule,
            rel=tuple((attributes.get("rel") or "").lower().split()),
            lazy=found.lazy,
            alt=(attributes.get("alt") or "").strip() if tag in {"img", "area"} else "",
        )
        self.seen.spots.append(spot)
        return spot

    def _leave(self, element: turbohtml.Element, spot: Spot | None, *, breaks: bool) -> None:
        if breaks:
            self._break()
        if element.tag in {"script", "style", "template"}:
            data = element.tag == "script" and "ld+json" in (element.attr("type") or "")
            self.seen.inert.append(("ld+json" if data else element.tag, element.text))
        if element.tag == "h1":
            self.seen.headings.append(" ".join(element.text.split()))
        if spot is not None:
            spot.end = max(spot.start, self._length)
            if spot.end > spot.start:
                self.seen.link_words.append((spot.start, spot.end))
            else:
                spot.hidden_text = " ".join(element.text.split())[:500]

    def _text(self, data: str, around: Around) -> None:
        if around.silent or (around.hiding and not _stays_in_text(around.hiding)):
            return
        text = SPACE.sub(" ", data)
        if self._spaced:
            text = text.lstrip(" ")
        if text:
            self._add(text)

    def _break(self) -> None:
        if not self._spaced:
            self._add(" ")

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)
        self._spaced = text[-1] == " "


def _attributes(element: turbohtml.Element) -> dict[str, str]:
    attributes = {}
    for name, value in element.attrs.items():
        attributes[name] = " ".join(value) if isinstance(value, list) else value or ""
    return attributes


WRITTEN = "document.write opens a hidden box (static reading)"
HEAVIER = {
    Visibility.INERT: 4,
    Visibility.HIDDEN: 3,
    Visibility.SCRIPT_HIDDEN: 2,
    Visibility.SCREEN_READER: 1,
    Visibility.COLLAPSED: 0,
}
"""Of two rules around an element, which one decides."""


def _after_script(script: str, around: Around) -> Around:
    """Return what the siblings after a script inherit, when it writes the start or end of a hidden box."""
    for markup in written(script):
        if around.hiding is None and opens_hidden_box(markup):
            around = replace(around, hiding=Hiding(visibility=Visibility.SCRIPT_HIDDEN, rule=WRITTEN))
        elif around.hiding is not None and around.hiding.rule == WRITTEN and markup.lstrip().startswith("</"):
            around = replace(around, hiding=None)
    return around


def _stays_in_text(hiding: Hiding) -> bool:
    """Say whether words stay: what only a script hides, and what only a class name says is read aloud."""
    if hiding.visibility is Visibility.SCREEN_READER:
        return hiding.rule.startswith("class of")
    return hiding.visibility is Visibility.SCRIPT_HIDDEN


def _inherited(tag: str, outer: Hiding | None, own: Hiding | None) -> Hiding | None:
    if tag == "summary" and outer is not None and outer.visibility is Visibility.COLLAPSED:
        return own
    if outer is None or own is None:
        return outer or own
    return own if HEAVIER[own.visibility] > HEAVIER[outer.visibility] else outer


def _visibility(tag: str, found: Found, at: Around) -> tuple[Visibility, str]:
    if tag in {"meta", "link"}:
        return Visibility.METADATA, f"in <{tag}>"
    if at.hiding is not None:
        return at.hiding.visibility, at.hiding.rule
    if found.lazy:
        return Visibility.LAZY, ""
    return Visibility.VISIBLE, ""
