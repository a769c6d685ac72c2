"""What one row of a backlink report says, in the words of this house.

A reader maps a tool's columns onto these fields and leaves out what the tool does not know:
`None` and the empty string mean *the tool did not say*.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class LinkType(StrEnum):
    """How the tool says the page refers to the target."""

    TEXT = "text"
    IMAGE = "image"
    """The tool's word for *an image as the anchor*: do not read it as a bare `<img src>`."""
    REDIRECT = "redirect"
    CANONICAL = "canonical"
    FRAME = "frame"
    FORM = "form"
    FEED = "feed"
    HOTLINK = "hotlink"
    """An access log saw the page as the referrer of a request for our image or page."""
    MENTION = "mention"


class Statement(NamedTuple):
    """One reported backlink: this source URL refers to this target, as one tool saw it.

    A tuple, because a report has a million of them and a frozen dataclass takes ten times as long to make.
    """

    line: int
    """Line of the file where the row begins, from 1; for a spreadsheet its row number."""
    source_url: str
    """The referring page (or bare host), exactly as reported."""
    target_url: str = ""
    """The linked URL as reported; empty when the report names none (Search Console), a path alone when an
    access log does not name the host."""
    title: str = ""
    """Title of the referring page as the tool saw it."""
    left: str = ""
    """Text left of the link as the tool saw it."""
    anchor: str = ""
    right: str = ""
    type: LinkType | None = None
    language: str = ""
    http_status: int | None = None
    """Status of the referring page when the tool last asked."""
    first_seen: datetime | None = None
    """Aware, UTC; a bare date is midnight."""
    last_seen: datetime | None = None
    lost: datetime | None = None
    lost_reason: str = ""
    """The tool's own word, such as `removedfromhtml`, `notfound`, `FlagDeleted`."""
    nofollow: bool | None = None
    ugc: bool | None = None
    sponsored: bool | None = None
    external_links: int | None = None
    links_in_group: int | None = None
    vendor_spam: bool | None = None
    """The tool's own spam flag or score over its own threshold; shown, never trusted."""
    domain_rating: float | None = None
    hits: int | None = None
    """Requests an access log counted."""
    visitors_load_assets: bool | None = None
    """Whether some visitor who came from the page also loaded pictures or style sheets of the property, as
    browsers do and the robots of referrer spam do not; None where a log cannot tell."""
    member: str = ""
    """The file within an archive or the worksheet that `line` counts in; empty for a plain file."""
    unread: tuple[tuple[str, str], ...] = ()
    """Column and value of each cell that could not be understood; the rest of the row stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRow:
    """A row that could not be read; it is skipped, counted and shown."""

    line: int
    reason: str
    """What is wrong and what was expected, in one sentence."""
    text: str
    """The row as it stands, at most 200 characters."""
    member: str = ""
    """As in `Statement`."""
