"""The overview as frozen values: what screens and exports show of a whole property, without the store."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from analysis.cases.case import FindingCase


@dataclass(frozen=True, slots=True, kw_only=True)
class FlaggedDomain:
    """A domain that a person should look at, and the best reason to."""

    domain: str
    state: str
    score: float | None
    pages: int
    spam_pages: int
    reason: str
    review: str
    page_url: str
    """The page that the strongest finding is about."""
    strongest: FindingCase | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What is known about all backlinks of a property."""

    property_name: str
    backlinks: int
    unvisited: int
    present: Mapping[str, int]
    """Backlinks by kind: `link`, `embed`, `mention`; most first."""
    absent: Mapping[str, int]
    """Backlinks by reason."""
    unknown: Mapping[str, int]
    """Backlinks by reason."""
    pages: Mapping[str, int]
    """Pages by verdict, in the order spam, suspicious, benign, undecided."""
    domains: Mapping[str, int]
    flagged_count: int
    flagged: tuple[FlaggedDomain, ...]
    """The first of them, spam first."""
    decided_at: datetime | None
    """When the analysis ran; None when it flagged nothing or never ran."""
