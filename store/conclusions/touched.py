"""Which domains have news since an analysis."""

from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.models import Backlink, Page, Report, Statement, Visit
from store.properties import property_key

UNDER_WAY = 256
"""Visits whose keys PostgreSQL may have given out, but whose transactions had not ended, while the analysis
before read: as many as several crawls gather. SQLite has one writer, and no such visits."""
BATCH = 5_000
"""Keys per query; SQLite takes at most 32,766 bound values."""


def report_keys(session: Session, property_name: str) -> frozenset[int]:
    """Return the keys of all reports about a property."""
    ours = Report.property_id == property_key(property_name)
    return frozenset(session.scalars(select(Report.id).where(ours)))


def newest_visit(session: Session) -> int:
    """Return the highest key of a visit; 0 without any."""
    return session.scalar(select(func.max(Visit.id))) or 0


def told_of(session: Session, reports: Collection[int]) -> set[int]:
    """Return the domains that some reports speak of."""
    rows = (
        select(Page.domain_id)
        .join(Backlink, Backlink.page_id == Page.id)
        .join(Statement, Statement.backlink_id == Backlink.id)
    )
    return {
        id
        for report in reports
        for id in session.scalars(rows.where(Statement.report_id == report).distinct())
    }


def visited_since(session: Session, visit_id: int) -> set[int]:
    """Return the domains visited since a visit, whatever for."""
    late = 0 if session.get_bind().dialect.name == "sqlite" else UNDER_WAY
    return set(session.scalars(select(Visit.domain_id).where(Visit.id > visit_id - late).distinct()))


def linking(session: Session, targets: Collection[int]) -> set[int]:
    """Return the domains that refer to some targets."""
    rows = select(Page.domain_id).join(Backlink, Backlink.page_id == Page.id)
    keys = sorted(targets)
    return {
        id
        for start in range(0, len(keys), BATCH)
        for id in session.scalars(rows.where(Backlink.target_id.in_(keys[start : start + BATCH])).distinct())
    }
