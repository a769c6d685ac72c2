"""What the walk over a page brings home, before windows are cut and addresses matched."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import turbohtml

from evidence.carriers.attribute_rules import NEVER_SHOWN
from evidence.carriers.attributes import Found
from evidence.model import Place, Visibility
from evidence.visibility.hiding import Hiding
from evidence.visibility.looks import Look

PICTURES = frozenset({"img", "source", "video", "iframe", "embed", "object"})
OF_LINK = re.compile(r" of <a[ >]")
INDENT = "text-indent:"
OF_LETTERS = ("font-size:", INDENT)
"""Hiding that is a matter of letters: what is no letter stays in sight."""


@dataclass(slots=True)
class FirstLine:
    """The first line of a box, which is all that an indent moves (CSS Text 3)."""

    of_link: bool = False
    """Whether the box is a link, which stays in sight without its words."""
    is_over: bool = False
    """Whether a block or a line break has ended it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What an element inherits from the elements around it."""

    hiding: Hiding | None = None
    place: Place = Place.MAIN
    silent: bool = False
    mute: bool = False
    """Whether text here is none of the page's visible words."""
    undrawn: bool = False
    """Whether nothing here has a box, so that no line begins or ends."""
    folding: bool = False
    """Whether it is just inside of `<details>`, whose summary is seen also when it is closed."""
    beyond: Hiding | None = None
    """What hides the `<details>` itself."""
    indented: FirstLine | None = None
    """The line that is out of sight, when nothing but an indent hides what is in it."""

    def after_first_line(self) -> "Around":
        """Return what is around here where the line that an indent moves may be over."""
        if self.indented is None or not self.indented.is_over:
            return self
        return replace(self, hiding=None, mute=False, indented=None)


OUTSIDE = Around()
"""Around the whole document."""


@dataclass(slots=True)
class Spot:
    """A carrier while the walk goes on: everything but its windows."""

    found: Found
    element: str
    node: turbohtml.Element
    attributes: Mapping[str, str]
    around: Around
    path: str
    start: int
    end: int
    alt: str
    hidden_text: str = ""

    def seen_as(self) -> tuple[Visibility, str]:
        """Say whether a reader sees it, and the rule that hides it."""
        tag, hiding = self.element, self.around.hiding
        if tag in {"meta", "link"}:
            return Visibility.METADATA, f"in <{tag}>"
        if hiding is not None and not (hiding.rule.startswith(OF_LETTERS) and self._stays(hiding.rule)):
            return hiding.visibility, hiding.rule
        if self.found.attribute in NEVER_SHOWN:
            return Visibility.METADATA, f"in {self.found.attribute} of <{tag}>"
        return (Visibility.LAZY if self.found.lazy else Visibility.VISIBLE), ""

    def moved(self) -> str:
        """Return the rule of the indent that moves its words away; empty when none does."""
        hiding = self.around.hiding
        return hiding.rule if hiding is not None and hiding.rule.startswith(INDENT) else ""

    def _stays(self, rule: str) -> bool:
        """Say whether it stays in sight without letters: a picture, or a link that is a box of its own.

        An indent moves what stands in the line, pictures too.
        """
        if not rule.startswith(INDENT):
            return self.element in PICTURES
        if self.element == "a":
            line = self.around.indented
            return OF_LINK.search(rule) is not None or (line is not None and line.of_link)
        return self.element in PICTURES and self.element != "img"


@dataclass(slots=True)
class Seen:
    """What the walk brings home."""

    text: str = ""
    spots: list[Spot] = field(default_factory=list)
    link_words: list[tuple[int, int]] = field(default_factory=list)
    """Where in the text visible links stand."""
    inert: list[tuple[str, str]] = field(default_factory=list)
    """Text that does nothing, by where it stands: comments, scripts, templates."""
    paths: set[str] = field(default_factory=set)
    """Tag paths with class names, for the template fingerprint."""
    headings: list[str] = field(default_factory=list)
    limits: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Frame:
    """An element that the walk is inside of."""

    element: turbohtml.Element | None
    """None for the document."""
    tag: str
    path: str
    around: Around
    look: Look
    begins_line: bool
    children: Iterator[turbohtml.Node]
    """Those that are still to come."""
    links: tuple[Spot, ...] = ()
    """The link that the element is or stands in, once for each of its addresses."""
    opened: tuple[Spot, ...] = ()
    """The link that the element is itself."""
