"""The one walk over a page's tree: its visible text, and every place that carries a URL.

The walk goes once through the nodes in document order. It collects the text that a reader sees, notes for
every carrier where it stands in that text, and inherits what hides, where on the page one is, and which
link one is inside of. Windows are cut afterwards, when the whole text is known.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

import turbohtml
from turbohtml import Comment, Element, Node, Text

from evidence.carriers.attribute_rules import NEVER
from evidence.carriers.attributes import MAX_ATTRIBUTES, url_attributes
from evidence.carriers.backgrounds import Backgrounds
from evidence.carriers.pages_inside import FRAMES, page_inside
from evidence.model import Kind
from evidence.seen import OUTSIDE, Around, Frame, Seen, Spot
from evidence.text.collapsing import collapsed
from evidence.visibility.inheriting import after_script, inside, inside_framed, inside_played, on_new_line
from evidence.visibility.looks import INLINE, Looks

MOST_CARRIERS = 10_000
"""Carriers kept of one page; more are counted as a limit (hostile case 43)."""
MOST_ELEMENTS = 250_000
"""Elements read of one page: a hundred times what long honest pages have, and seconds of work."""
MOST_TEXT = 2_500_000
"""Characters of visible text read of one page; of more, in Chinese, words fill a child's memory."""
NOTED = frozenset({"script", "style", "h1"})
"""Elements whose text is kept apart."""
DESCRIBED = frozenset({"img", "area"})
"""Elements whose `alt` stands for words of theirs."""
PLAYED = frozenset({"audio", "video", "canvas", "meter", "progress"})
"""Elements whose content no browser of today shows."""
SPECIAL = PLAYED | {"img", "template", "body", *FRAMES}
"""Elements of which a browser may draw something else than what is in them."""
LONGEST_PATH = 200
"""Characters of a tag path that are kept."""
NO_SPOTS: tuple[Spot, ...] = ()
NO_ATTRIBUTES: Mapping[str, str] = {}
MOST_FRAMED = 20
"""Pages in attributes that are read, those inside others among them."""


class Walk:
    """One pass over one tree."""

    def __init__(self, looks: Looks, backgrounds: Backgrounds) -> None:
        """Start with an empty text; `backgrounds` are carriers that style sheets give to elements."""
        self._looks = looks
        self._backgrounds = backgrounds
        self.seen = Seen()
        self._pieces: list[str] = []
        """The text so far, its white space not yet collapsed; places in it are counted in pieces."""
        self._length = 0
        self._written = OUTSIDE
        """What the body inherits of boxes that scripts before it write."""
        self._framed = 0
        self._elements = 0

    def over(self, root: Node) -> Seen:
        """Walk the tree; deep nesting costs memory, never the stack."""
        here = Frame(None, "", "", OUTSIDE, INLINE, begins_line=False, children=iter(root.children))
        stack: list[Frame] = []
        while True:
            for child in here.children:
                if isinstance(child, Text):
                    if not here.around.mute or not here.around.after_first_line().mute:
                        self._add(child.data)
                elif isinstance(child, Element):
                    if self._elements >= MOST_ELEMENTS or self._length >= MOST_TEXT:
                        self._stop([*stack, here])
                        return self._settled()
                    inner = self._enter(child, here)
                    if inner is not None:
                        stack.append(here)
                        here = inner
                        break
                elif isinstance(child, Comment):
                    self.seen.inert.append(("#comment", child.data))
            else:
                if here.element is None:
                    break
                self._leave(here.element, here.tag, here.opened, begins_line=here.begins_line)
                here = stack.pop()
        return self._settled()

    def _enter(self, element: Element, outer: Frame) -> Frame | None:
        """Read one element; what is in it is left to the walk, None when that is nothing."""
        self._elements += 1
        tag, attributes = element.tag, _attributes(element)
        if tag in NOTED:
            self._note(element, tag, outer)
        look = self._looks.of(element, tag, attributes, outer.look)
        around = inside(tag, look, outer.around) if look.tells else outer.around
        path = f"{outer.path}/{tag}" if len(outer.path) < LONGEST_PATH else outer.path
        self.seen.paths.add(f"{path}.{attributes.get('class', '')}")
        is_drawn = not (look.undrawn or outer.around.undrawn)
        begins_line = (look.begins_line or outer.look.lays_out) and is_drawn
        if begins_line:
            self._pieces.append(" ")
            if outer.around.indented is not None:
                around = on_new_line(tag, look, around, outer.around)
        opened = NO_SPOTS
        if not NEVER.issuperset(attributes) or element in self._backgrounds:
            opened = self._addresses(element, tag, attributes, around, path)
        children: Sequence[Node] = element.children
        if tag in SPECIAL or element.shadow_root is not None:
            children, around = self._special(element, tag, attributes, outer, around)
        only = children[0] if len(children) == 1 else None
        if isinstance(only, Text) and (not around.mute or not around.after_first_line().mute):
            self._add(only.data)
        if not children or isinstance(only, Text):
            if begins_line or opened or tag == "template":
                self._leave(element, tag, opened, begins_line=begins_line)
            return None
        links = opened or outer.links
        return Frame(element, tag, path, around, look, begins_line, iter(children), links, opened)

    def _special(
        self,
        element: Element,
        tag: str,
        attributes: Mapping[str, str],
        outer: Frame,
        around: Around,
    ) -> tuple[Sequence[Node], Around]:
        """Return what is in an element of which a browser draws something else, and what that inherits."""
        if tag == "img":
            for link in outer.links:
                link.alt = link.alt or attributes.get("alt", "").strip()
        elif tag == "template":
            return [node for content in element.children for node in content.children], around
        elif tag in FRAMES and (page := page_inside(tag, attributes)) and self._may_read_another():
            return turbohtml.parse(page, positions=False).children, inside_framed(around, outer.around)
        elif tag in PLAYED:
            around = inside_played(tag, around)
        elif tag == "body" and around.hiding is None:
            around = replace(around, hiding=self._written.hiding)
        return element.children if element.shadow_root is None else element.flattened_children, around

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

    def _note(self, element: Element, tag: str, outer: Frame) -> None:
        """Keep text that no reader sees, and headings."""
        text = element.text
        if tag == "h1":
            self.seen.headings.append(" ".join(text.split()))
            return
        data = tag == "script" and "ld+json" in (element.attr("type") or "").lower()
        self.seen.inert.append(("ld+json" if data else tag, text))
        if tag == "script" and outer.tag == "head":
            self._written = after_script(text, self._written)
        elif tag == "script":
            outer.around = after_script(text, outer.around)

    def _addresses(
        self,
        element: Element,
        tag: str,
        attributes: Mapping[str, str],
        around: Around,
        path: str,
    ) -> tuple[Spot, ...]:
        """Note every address that an element carries; return the link that it is, once an address."""
        opened: tuple[Spot, ...] = NO_SPOTS
        if len(attributes) > MAX_ATTRIBUTES:
            self._limit("parse-budget")
        at, alt = len(self._pieces), attributes.get("alt", "").strip() if tag in DESCRIBED else ""
        for found in (*url_attributes(tag, attributes), *self._backgrounds.get(element, ())):
            if len(self.seen.spots) >= MOST_CARRIERS:
                self._limit("too-many-carriers")
                break
            now = around.after_first_line()
            spot = Spot(found, tag, element, attributes, now, path, at, at, alt)
            self.seen.spots.append(spot)
            if tag == "a" and found.kind is Kind.LINK:
                opened += (spot,)
        return opened

    def _leave(self, element: Element, tag: str, opened: tuple[Spot, ...], *, begins_line: bool) -> None:
        if begins_line:
            self._pieces.append(" ")
        if tag == "template":
            self.seen.inert.append((tag, element.text))
        for spot in opened:
            spot.end = len(self._pieces)
            spot.around = spot.around.after_first_line()

    def _add(self, text: str) -> None:
        self._length += len(text)
        if self._length > MOST_TEXT:
            text = text[: MOST_TEXT - self._length]
            self._limit("parse-budget")
        self._pieces.append(text)

    def _stop(self, frames: Sequence[Frame]) -> None:
        """Leave everything: what was read until now stays, marked as partial."""
        self._limit("parse-budget")
        for spot in (spot for frame in frames for spot in frame.opened):
            spot.end = len(self._pieces)

    def _settled(self) -> Seen:
        """Collapse white space, move every place with it, and see which links show words."""
        seen, spots = self.seen, self.seen.spots
        edges = [spot.start for spot in spots] + [spot.end for spot in spots]
        seen.text, places = collapsed(self._pieces, edges)
        for spot, start, end in zip(spots, places, places[len(spots) :], strict=False):
            spot.start, spot.end = start, end
            if spot.element == "a" and spot.found.kind is Kind.LINK:
                if start == end:
                    spot.hidden_text = " ".join(spot.node.text.split())[:500]
                else:
                    seen.link_words.append((start, end))
        return seen


def _attributes(element: Element) -> Mapping[str, str]:
    """Return the attributes as text; class and rel come as lists of words, empty ones as nothing."""
    if not (own := element.attrs):
        return NO_ATTRIBUTES
    attributes = own.copy()
    for name, value in attributes.items():
        if type(value) is not str:
            attributes[name] = " ".join(value) if value else ""
    return cast("dict[str, str]", attributes)
