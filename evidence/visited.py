"""What came of a visit: the conversation without its body, and what it says about a backlink."""

from dataclasses import dataclass
from enum import StrEnum

from evidence.model import PageEvidence, Reference

LINK_LIST = "link-list"
"""Among the limits of evidence: an archive has a list of the page's links and not the page."""


class State(StrEnum):
    """Does the page really refer to the target?"""

    PRESENT = "present"
    ABSENT = "absent"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """What a visit says about one backlink."""

    state: State
    reason: str
    """For present the kind (`link`, `embed`, `mention`); else one of the reasons of `evidence.presence`."""
    detail: str
    """One sentence for people, quoting what was seen."""
    reference: Reference | None = None
    """The nearest find, when present."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One step of a redirect chain."""

    url: str
    status: int
    """HTTP status of this hop; 0 for a step that the page itself makes (meta refresh, script)."""
    how: str
    """`http`, `refresh-header`, `meta-refresh` or `script`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """The outcome of one HTTP conversation, without the body."""

    url: str
    """As asked for."""
    final_url: str
    """Where the chain ended; equals `url` without redirects."""
    status: int | None
    """Final HTTP status; None when there was no response."""
    error: str = ""
    """Why there is no usable response, one of `evidence.presence.FAILURES`; empty when there is one."""
    hops: tuple[Hop, ...] = ()
    """The redirects before `final_url`, first one first."""
    truncated: bool = False
    """Whether the body was cut at a budget."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The two extra pages that settle a suspicious absence; None where one could not be fetched."""

    home: PageEvidence | None = None
    home_fetched: Fetched | None = None
    sibling: PageEvidence | None = None
    sibling_fetched: Fetched | None = None
    """A random URL beside the page, which an honest server answers with 404."""
