"""What the API answers with, beside the values that the review page shows too."""

from dataclasses import dataclass
from datetime import datetime

from analysis.cases.standing import Overview
from store.looks.queued import Queued


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The counts of a property."""

    overview: Overview
    months: tuple[tuple[str, int, int], ...]
    """Month, backlinks first seen in it, backlinks lost in it."""
    languages: tuple[tuple[str, int], ...]
    counted_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the queue."""

    domains: tuple[Queued, ...]
    next: str | None
    """Send it as `after` to go on; null at the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignValue:
    """Domains of one kind."""

    id: int
    fingerprint: str
    value: str
    queued: int
    """Domains of it that a person should look at."""
    domains: int
    spam: int
    such_as: str
    """Name of one of them that is in the queue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportValue:
    """One imported file."""

    id: int
    file_name: str
    tool: str
    imported_at: datetime
    rows: int
    skipped: int
