"""What a visit brings home, before it is stored: sights, what they say, and when to come again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from evidence.model import Reference
from evidence.visited import Fetched, Presence
from store.crawls.pages import DuePage


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived:
    """Where the response stands in the WARC files."""

    file: str = ""
    offset: int | None = None
    length: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a page's body said, as the columns that are filtered and joined on, and the whole document."""

    columns: Mapping[str, Any]
    """Values for the columns of `store.models.Visit` from `title` to `evidence`; empty: no page was read."""
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """One conversation of a visit and what was read in it."""

    purpose: str
    """`page`, `unchanged` (304: nothing new to read), `again`, `image` (one of the page that leads to the
    property), `frame` (one of the page that shows another page of the site), `home` or `sibling`."""
    profile: str
    started_at: datetime
    elapsed_ms: int
    fetched: Fetched
    address: str
    content_type: str
    received_bytes: int | None
    """Of the body as it came, still encoded, as far as it was kept; None when an archive has links alone."""
    body_bytes: int
    """Decoded, as far as it was kept."""
    body_sha256: str
    archived: Archived = Archived()
    reading: Reading | None = None
    presences: Mapping[int, Presence] = field(default_factory=dict)
    """What this conversation alone says about each backlink, by backlink key."""
    error_detail: str = ""
    tls_faults: tuple[str, ...] = ()
    etag: str = ""
    last_modified: str = ""
    as_before: int | None = None
    """Key of the visit that an `unchanged` one confirms."""
    wait: timedelta | None = None
    """How long the host wants to be left alone; None when it did not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What the whole visit says about one backlink."""

    presence: Presence
    sight: int | None = 0
    """Index of the sight that says so; None: an earlier visit said so, and this one confirms it."""
    seen_loads: int
    loads: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageVisit:
    """Everything of one visit to one page."""

    page: DuePage
    sights: tuple[Sight, ...]
    """The visit itself first."""
    judged: Mapping[int, Judged]
    """By backlink key."""
    checked_at: datetime
    due_at: datetime | None
    attempts: int
    interval: int
    missing_since: datetime | None
    domain_not_before: datetime | None = None
    """Retry-After or back-off: the domain is left alone until then."""
