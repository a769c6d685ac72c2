"""What the walk over a page brings home, before windows are cut and addresses matched."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import turbohtml

from evidence.model import Kind, Place, Visibility
from evidence.visibility.hiding import Hiding


@dataclass(slots=True)
class Spot:
    """A carrier while the walk goes on: everything but its windows."""

    kind: Kind
    element: str
    attribute: str
    raw: str
    start: int
    path: str
    node: turbohtml.Element
    place: Place
    visibility: Visibility
    hidden_by: str
    rel: tuple[str, ...]
    lazy: bool
    end: int
    alt: str
    hidden_text: str = ""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What an element inherits from the elements around it."""

    hiding: Hiding | None = None
    place: Place = Place.MAIN
    silent: bool = False
    mute: bool = False
    """Whether text here is none of the page's visible words."""


OUTSIDE = Around()
"""Around the whole document."""


@dataclass(slots=True)
class Frame:
    """An element that the walk is inside of."""

    element: turbohtml.Element | None
    """None for the document."""
    tag: str
    around: Around
    children: Iterator[turbohtml.Node]
    """Those that are still to come."""
    path: str = ""
    begins_line: bool = False
    lays_out: bool = False
    """Whether it is a flex or grid container, whose children are boxes of their own."""
    links: tuple[Spot, ...] = ()
    """The link that the element is or stands in, once for each of its addresses."""
    opened: tuple[Spot, ...] = ()
    """The link that the element is itself."""
