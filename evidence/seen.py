"""What the walk over a page brings home, before windows are cut and addresses matched."""

from dataclasses import dataclass, field

from evidence.model import Kind, Place, Visibility
from evidence.visibility import Hiding


@dataclass(slots=True)
class Spot:
    """A carrier while the walk goes on: everything but its windows."""

    kind: Kind
    element: str
    attribute: str
    raw: str
    start: int
    path: str
    place: Place
    visibility: Visibility
    hidden_by: str
    rel: tuple[str, ...] = ()
    lazy: bool = False
    end: int = 0
    alt: str = ""
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


@dataclass(frozen=True, slots=True)
class Around:
    """What an element inherits from the elements around it."""

    hiding: Hiding | None
    place: Place
    link: Spot | None
    path: str
    silent: bool
    breaks: bool = False
    """Whether the element begins and ends a line."""
    lays_out: bool = False
    """Whether it is a flex or grid container, whose children are boxes of their own."""
