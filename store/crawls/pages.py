"""What a worker knows of a page it is about to visit. No SQL here: child processes start without it."""

from dataclasses import dataclass
from datetime import datetime

from evidence.property import Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """A visit that brought the page, and what the server calls that state of it (RFC 9110, 8.8)."""

    visit_id: int
    url: str
    """Where the chain ended: the validators are of this URL."""
    etag: str
    last_modified: str
    seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DueBacklink:
    """One backlink that the visit will judge."""

    id: int
    target: Target | None
    """None: the report names only the property."""
    state: str = ""
    """Presence at the last visit; empty when there was none."""
    reason: str = ""
    detail: str = ""
    visit_id: int | None = None
    """The visit that says so."""
    picture_hash: str = ""
    """Of the target's picture (`evidence.pictures.picture`), where it was there when last looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DuePage:
    """A page to visit now."""

    id: int
    domain_id: int
    url: str
    host: str
    due_at: datetime | None
    attempts: int
    interval: int
    missing_since: datetime | None
    backlinks: tuple[DueBacklink, ...]
    before: Before | None = None
    """The visit behind what is known of the page, when its server gave validators."""
    is_suspected: bool = False
    """Whether a verdict about the page or its domain asks a person to look."""
