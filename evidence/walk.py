"""The one walk over a page's tree: its visible text, and every place that carries a URL.

The walk goes once through the nodes in document order. It collects the text that a reader sees, notes for
every carrier where it stands in that text, and inherits what hides, where on the page one is, and which
link one is inside of. Windows are cut afterwards, when the whole text is known.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import cast

import turbohtml

from evidence.attribute_rules import NEVER
from evidence.attributes import Found, url_attributes
from evidence.looks import Look, Looks
from evidence.model import Kind, Visibility
from evidence.script_hiding import opens_hidden_box, written
from evidence.seen import OUTSIDE, Around, Frame, Seen, Spot
from evidence.styles import Styles
from evidence.visibility import Hiding

MOST_CARRIERS = 10_000
"""Carriers kept of one page; more are counted as a limit (hostile case 43)."""
MOST_ELEMENTS = 250_000
"""Elements read of one page: a hundred times what long honest pages have, and seconds of work."""
MOST_TEXT = 5_000_000
"""Characters of visible text read of one page."""
SILENT = frozenset(
    {"script", "style", "template", "textarea", "select", "iframe", "svg", "noscript", "object"}
)
"""Elements whose text is not part of the page's visible words."""
SPACE = re.compile(r"[ \t\r\n\f]+")
PICTURES = frozenset({"img", "source", "video", "iframe", "embed", "object"})
PLAYED = frozenset({"audio", "video", "canvas"})
"""Elements whose content no browser of today shows."""
OF_LETTERS = ("font-size:", "font:", "text-indent:")
"""Hiding that is a matter of letters: what is no letter stays in sight."""
UNEVEN = re.compile(r"[\t\r\n\f]|  ")
MOST_FRAMED = 20
"""Pages in `srcdoc` attributes that are read, those inside others among them."""
LONGEST_PATH = 200
"""Characters of a tag path that are kept."""


class Walk:
    """One pass over one tree."""

    def __init__(self, styles: Styles, hidden_ids: frozenset[str] = frozenset()) -> None:
        """Start with an empty text; scripts of the page hide the elements with `hidden_ids`."""
        self._looks = Looks(styles, hidden_ids)
        self.seen = Seen()
        self._pieces: list[str] = []
        self._length = 0
        self._spaced = True
        self._framed = 0
        self._elements = 0

    def over(self, root: turbohtml.Node) -> Seen:
        """Walk the tree; deep nesting costs memory, never the stack."""
        here = Frame(element=None, around=OUTSIDE, children=iter(root.children))
        stack: list[Frame] = []
        while True:
            for child in here.children if self._has_budget() else ():
                if isinstance(child, turbohtml.Text):
                    if not here.around.mute:
                        self._text(child.data)
                elif isinstance(child, turbohtml.Element):
                    stack.append(here)
                    here = self._enter(child, here)
                    break
                elif isinstance(child, turbohtml.Comment):
                    self.seen.inert.append(("#comment", child.data))
            else:
                if here.element is None:
                    break
                self._leave(here.element, here)
                left, here = here.element, stack.pop()
                if left.tag == "script":
                    here.around = _after_script(left.text, here.around)
        self.seen.text = "".join(self._pieces).rstrip()
        return self.seen

    def _has_budget(self) -> bool:
        """Say whether reading may go on; what was read until then stays, marked as partial."""
        if self._elements < MOST_ELEMENTS and self._length < MOST_TEXT:
            return True
        if "parse-budget" not in self.seen.limits:
            self.seen.limits.append("parse-budget")
        return False

    def _enter(self, element: turbohtml.Element, outer: Frame) -> Frame:
        self._elements += 1
        tag = element.tag
        attributes = _attributes(element)
        look = self._looks.of(element, tag, attributes)
        framed = tag == "iframe" and "srcdoc" in attributes and self._framed < MOST_FRAMED
        begins_line = look.begins_line or outer.around.lays_out
        if begins_line and not self._spaced:
            self._add(" ")
        path = f"{outer.path}/{tag}" if len(outer.path) < LONGEST_PATH else outer.path
        self.seen.paths.add((path, attributes.get("class", "")))
        here = Frame(
            element=element,
            around=_inside("" if framed else tag, look, outer.around),
            children=iter(self._framed_page(attributes["srcdoc"]) if framed else _content(element, tag)),
            path=path,
            begins_line=begins_line,
            links=outer.links,
        )
        if not attributes.keys() <= NEVER:
            self._addresses(element, tag, attributes, here)
        if tag in PLAYED and here.around.hiding is None:
            fallback = Hiding(visibility=Visibility.INERT, rule=f"what <{tag}> shows to old browsers")
            here.around = replace(here.around, hiding=fallback, mute=True)
        if tag == "img":
            for link in outer.links:
                link.alt = link.alt or attributes.get("alt", "").strip()
        return here

    def _framed_page(self, source: str) -> Iterable[turbohtml.Node]:
        """Read a page that stands in an attribute: its readers see it in the page."""
        self._framed += 1
        return turbohtml.parse(source, positions=False).children

    def _addresses(
        self, element: turbohtml.Element, tag: str, attributes: Mapping[str, str], here: Frame
    ) -> None:
        """Note every address that an element carries; a link is around everything in it."""
        for found in url_attributes(tag, attributes):
            spot = self._spot(element, tag, attributes, found, here)
            if spot and tag == "a" and found.kind is Kind.LINK:
                here.opened.append(spot)
        if here.opened:
            here.links = tuple(here.opened)

    def _spot(
        self,
        element: turbohtml.Element,
        tag: str,
        attributes: Mapping[str, str],
        found: Found,
        here: Frame,
    ) -> Spot | None:
        if len(self.seen.spots) >= MOST_CARRIERS:
            if "too-many-carriers" not in self.seen.limits:
                self.seen.limits.append("too-many-carriers")
            return None
        visibility, rule = _visibility(tag, found, here.around)
        spot = Spot(
            kind=found.kind,
            element=tag,
            attribute=found.attribute,
            raw=found.raw,
            start=self._length,
            end=self._length,
            path=here.path.lstrip("/"),
            node=element,
            place=here.around.place,
            visibility=visibility,
            hidden_by=rule,
            rel=tuple(attributes.get("rel", "").lower().split()),
            lazy=found.lazy,
            alt=attributes.get("alt", "").strip() if tag in {"img", "area"} else "",
        )
        self.seen.spots.append(spot)
        return spot

    def _leave(self, element: turbohtml.Element, here: Frame) -> None:
        if here.begins_line and not self._spaced:
            self._add(" ")
        tag = element.tag
        if tag in {"script", "style", "template"}:
            data = tag == "script" and "ld+json" in (element.attr("type") or "")
            self.seen.inert.append(("ld+json" if data else tag, element.text))
        elif tag == "h1":
            self.seen.headings.append(" ".join(element.text.split()))
        for spot in here.opened:
            spot.end = max(spot.start, self._length)
            if spot.end == spot.start:
                spot.hidden_text = " ".join(element.text.split())[:500]
        if here.opened and here.opened[0].end > here.opened[0].start:
            self.seen.link_words.append((here.opened[0].start, here.opened[0].end))

    def _text(self, data: str) -> None:
        if data.isspace() and data.isascii():
            text = " "
        else:
            text = SPACE.sub(" ", data) if UNEVEN.search(data) else data
        if self._spaced and text[:1] == " ":
            text = text[1:]
        if text:
            self._add(text)

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)
        self._spaced = text[-1] == " "


def _attributes(element: turbohtml.Element) -> dict[str, str]:
    """Return the attributes as text; class and rel come as lists of words, empty ones as nothing."""
    attributes = element.attrs.copy()
    for name, value in attributes.items():
        if type(value) is not str:
            attributes[name] = " ".join(value) if value else ""
    return cast("dict[str, str]", attributes)


def _content(element: turbohtml.Element, tag: str) -> Iterable[turbohtml.Node]:
    """Return what is in an element: of a template its content, of a shadow host what a browser draws."""
    if tag == "template":
        return (node for content in element.children for node in content.children)
    return element.children if element.shadow_root is None else element.flattened_children


def _inside(tag: str, look: Look, outer: Around) -> Around:
    """Return what the inside of an element inherits: mostly just what is around it."""
    own, hidden = look.hiding, outer.hiding
    if hidden is not None and look.shows_again and hidden.rule.startswith(tuple(look.shows_again)):
        hidden = None
    hidden = _inherited(tag, hidden, own) if own is not None or tag == "summary" else hidden
    place = look.place or outer.place
    silent = outer.silent or tag in SILENT
    if (
        hidden is outer.hiding
        and place is outer.place
        and silent is outer.silent
        and look.lays_out is outer.lays_out
    ):
        return outer
    return Around(
        hiding=hidden,
        place=place,
        silent=silent,
        lays_out=look.lays_out,
        mute=silent or (hidden is not None and not _stays_in_text(hidden)),
    )


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
            hidden = Hiding(visibility=Visibility.SCRIPT_HIDDEN, rule=WRITTEN)
            around = replace(around, hiding=hidden)
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
    if at.hiding is not None and not (tag in PICTURES and at.hiding.rule.startswith(OF_LETTERS)):
        return at.hiding.visibility, at.hiding.rule
    if found.lazy:
        return Visibility.LAZY, ""
    return Visibility.VISIBLE, ""
