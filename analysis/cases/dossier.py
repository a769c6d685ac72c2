"""What an export is made of: the frozen conclusions about one property."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import polars as pl

from analysis.cases.case import DomainCase
from analysis.cases.standing import Overview


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything that is exported about one property."""

    property_name: str
    written_at: datetime
    protected: frozenset[str]
    """Own, sister and trusted registrable domains: never disavowed."""
    overview: Overview
    flagged: Sequence[DomainCase]
    """All flagged domains, spam first, each with its first pages."""
    months: Sequence[tuple[str, int, int]] = ()
    """Month, backlinks first seen and lost in it, as the reports say; oldest first."""
    backlinks: pl.DataFrame
    """One row per backlink, the columns of `BACKLINK_COLUMNS`, sorted by page and target."""


BACKLINK_COLUMNS = (
    "page_url",
    "host",
    "domain",
    "target_url",
    "presence",
    "presence_reason",
    "presence_detail",
    "match_level",
    "visibility",
    "page_verdict",
    "page_score",
    "flagged",
    "signals",
    "verdict_reason",
    "domain_verdict",
    "domain_pages",
    "domain_spam_pages",
    "review",
    "review_level",
    "reported_title",
    "reported_left",
    "reported_anchor",
    "reported_right",
    "reported_type",
    "first_seen",
    "last_seen",
    "tools",
)
