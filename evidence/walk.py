"""The one walk over a page's tree: its visible text, and every place that carries a URL.

The walk goes once through the nodes in document order. It collects the text that a reader sees, notes for
every carrier where it stands in that text, and inherits what hides, where on the page one is, and which
link one is inside of. Windows are cut afterwards, when the whole text is known.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

import turbohtml

from evidence.carriers.attribute_rules import NEVER
from evidence.carriers.attributes import MAX_ATTRIBUTES, Found, url_attributes
from evidence.model import Kind, Visibility
from evidence.seen import OUTSIDE, Around, Frame, Seen, Spot
from evidence.text.collapsing import collapsed
from evidence.visibility.inheriting import after_script, inside, inside_played
from evidence.visibility.looks import Looks

MOST_CARRIERS = 10_000
"""Carriers kept of one page; more are counted as a limit (hostile case 43)."""
MOST_ELEMENTS = 250_000
"""Elements read of one page: a hundred times what long honest pages have, and seconds of work."""
MOST_TEXT = 5_000_000
"""Characters of visible text read of one page."""
NOTED = frozenset({"script", "style", "h1"})
"""Elements whose text is kept apart."""
NO_SPOTS: tuple[Spot, ...] = ()
PICTURES = frozenset({"img", "source", "video", "iframe", "embed", "object"})
PLAYED = frozenset({"audio", "video", "canvas"})
"""Elements whose content no browser of today shows."""
OF_LETTERS = ("font-size:", "font:", "text-indent:")
"""Hiding that is a matter of letters: what is no letter stays in sight."""
MOST_FRAMED = 20
"""Pages in `srcdoc` attributes that are read, those inside others among them."""
LONGEST_PATH = 200
"""Characters of a tag path that are kept."""


class Walk:
    """One pass over one tree."""

    def __init__(self, looks: Looks) -> None:
        """Start with an empty text."""
        self._looks = looks
        self.seen = Seen()
        self._pieces: list[str] = []
        """The text so far, its white space not yet collapsed; places in it are counted in pieces."""
        self._length = 0
        self._framed = 0
        self._elements = 0

    def over(self, root: turbohtml.Node) -> Seen:
        """Walk the tree; deep nesting costs memory, never the stack."""
        here = Frame(None, "", OUTSIDE, iter(root.children))
        stack: list[Frame] = []
        while True:
            for child in here.children:
                if isinstance(child, turbohtml.Text):
                    if not here.around.mute:
                        self._add(child.data)
                elif isinstance(child, turbohtml.Element):
                    if self._elements >= MOST_ELEMENTS or self._length >= MOST_TEXT:
                        self._stop([*stack, here])
                        return self._settled()
                    inner = self._enter(child, here)
                    if inner is not None:
                        stack.append(here)
                        here = inner
                        break
                elif isinstance(child, turbohtml.Comment):
                    self.seen.inert.append(("#comment", child.data))
            else:
                if here.element is None:
                    break
                self._leave(here.element, here.tag, here.opened, begins_line=here.begins_line)
                here = stack.pop()
        return self._settled()

    def _enter(self, element: turbohtml.Element, outer: Frame) -> Frame | None:
        """Read one element; what is in it is left to the walk, None when that is nothing."""
        self._elements += 1
        tag = element.tag
        attributes = _attributes(element)
        look = self._looks.of(element, tag, attributes, is_item=outer.lays_out)
        begins_line = (look.begins_line or outer.lays_out) and not outer.around.mute
        if begins_line:
            self._pieces.append(" ")
        path = f"{outer.path}/{tag}" if len(outer.path) < LONGEST_PATH else outer.path
        self.seen.paths.add(f"{path}.{attributes['class']}" if "class" in attributes else f"{path}.")
        if tag in NOTED:
            self._note(element, tag, outer)
        framed = tag == "iframe" and "srcdoc" in attributes and self._may_read_another()
        children = self._framed_page(attributes["srcdoc"]) if framed else _content(element, tag)
        around = inside("" if framed else tag, look, outer.around) if look.tells else outer.around
        opened = NO_SPOTS
        if not attributes.keys() <= NEVER:
            opened = self._addresses(element, tag, attributes, around, path)
        if tag in PLAYED:
            around = inside_played(tag, around)
        elif tag == "img":
            for link in outer.links:
                link.alt = link.alt or attributes.get("alt", "").strip()
        only = children[0] if len(children) == 1 else None
        if isinstance(only, turbohtml.Text) and not around.mute:
            self._add(only.data)
        if not children or isinstance(only, turbohtml.Text):
            self._leave(element, tag, opened, begins_line=begins_line)
            return None
        links = opened or outer.links
        return Frame(element, tag, around, iter(children), path, begins_line, look.lays_out, links, opened)

    def _may_read_another(self) -> bool:
        """Say whether one more page in an attribute is read; others are said to be missing."""
        self._framed += 1
        if self._framed > MOST_FRAMED:
            self._limit("parse-budget")
        return self._framed <= MOST_FRAMED

    def _limit(self, name: str) -> None:
        """Note once that a page was not read whole, and why."""
        if name not in self.seen.limits:
            self.seen.limits.append(name)

    def _framed_page(self, source: str) -> Sequence[turbohtml.Node]:
        """Read a page that stands in an attribute: its readers see it in the page."""
        return turbohtml.parse(source, positions=False).children

    def _note(self, element: turbohtml.Element, tag: str, outer: Frame) -> None:
        """Keep text that no reader sees, and headings."""
        text = element.text
        if tag == "h1":
            self.seen.headings.append(" ".join(text.split()))
            return
        data = tag == "script" and "ld+json" in (element.attr("type") or "")
        self.seen.inert.append(("ld+json" if data else tag, text))
        if tag == "script":
            outer.around = after_script(text, outer.around)

    def _addresses(
        self,
        element: turbohtml.Element,
        tag: str,
        attributes: Mapping[str, str],
        around: Around,
        path: str,
    ) -> tuple[Spot, ...]:
        """Note every address that an element carries; return the link that it is, once an address."""
        opened: tuple[Spot, ...] = NO_SPOTS
        if len(attributes) > MAX_ATTRIBUTES:
            self._limit("parse-budget")
        for found in url_attributes(tag, attributes):
            if len(self.seen.spots) >= MOST_CARRIERS:
                self._limit("too-many-carriers")
                break
            spot = _spot(element, tag, attributes, found, around, path, len(self._pieces))
            self.seen.spots.append(spot)
            if tag == "a" and found.kind is Kind.LINK:
                opened += (spot,)
        return opened

    def _leave(
        self, element: turbohtml.Element, tag: str, opened: tuple[Spot, ...], *, begins_line: bool
    ) -> None:
        if begins_line:
            self._pieces.append(" ")
        if tag == "template":
            self.seen.inert.append((tag, element.text))
        self._close(opened)

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _stop(self, frames: Sequence[Frame]) -> None:
        """Leave everything: what was read until now stays, marked as partial."""
        self._limit("parse-budget")
        for frame in reversed(frames):
            self._close(frame.opened)

    def _close(self, opened: Iterable[Spot]) -> None:
        for spot in opened:
            spot.end = len(self._pieces)

    def _settled(self) -> Seen:
        """Collapse white space, move every place with it, and see which links show words."""
        seen, spots = self.seen, self.seen.spots
        edges = [spot.start for spot in spots] + [spot.end for spot in spots]
        seen.text, places = collapsed(self._pieces, edges)
        for spot, start, end in zip(spots, places, places[len(spots) :], strict=False):
            spot.start, spot.end = start, end
            if spot.element == "a" and spot.kind is Kind.LINK:
                if start == end:
                    spot.hidden_text = " ".join(spot.node.text.split())[:500]
                else:
                    seen.link_words.append((start, end))
        return seen


def _spot(
    element: turbohtml.Element,
    tag: str,
    attributes: Mapping[str, str],
    found: Found,
    around: Around,
    path: str,
    at: int,
) -> Spot:
    visibility, rule = _visibility(tag, found, around)
    return Spot(
        found.kind,
        tag,
        found.attribute,
        found.raw,
        at,
        path[1:],
        element,
        around.place,
        visibility,
        rule,
        tuple(attributes["rel"].lower().split()) if "rel" in attributes else (),
        found.lazy,
        at,
        attributes.get("alt", "").strip() if tag in {"img", "area"} else "",
    )


def _attributes(element: turbohtml.Element) -> dict[str, str]:
    """Return the attributes as text; class and rel come as lists of words, empty ones as nothing."""
    attributes = element.attrs.copy() if element.attrs else {}
    for name, value in attributes.items():
        if type(value) is not str:
            attributes[name] = " ".join(value) if value else ""
    return cast("dict[str, str]", attributes)


def _content(element: turbohtml.Element, tag: str) -> Sequence[turbohtml.Node]:
    """Return what is in an element: of a template its content, of a shadow host what a browser draws."""
    if tag == "template":
        return [node for content in element.children for node in content.children]
    return element.children if element.shadow_root is None else element.flattened_children


def _visibility(tag: str, found: Found, at: Around) -> tuple[Visibility, str]:
    if tag in {"meta", "link"}:
        return Visibility.METADATA, f"in <{tag}>"
    if at.hiding is not None and not (tag in PICTURES and at.hiding.rule.startswith(OF_LETTERS)):
        return at.hiding.visibility, at.hiding.rule
    if found.lazy:
        return Visibility.LAZY, ""
    return Visibility.VISIBLE, ""
