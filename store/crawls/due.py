"""What a worker knows of a page it is about to visit."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, and_, or_, select
from sqlalchemy.orm import Session

from evidence.property import Target
from store.crawls.revisits import Before, latest_with_validators
from store.models import Backlink, Frontier, Verdict
from store.models import Target as TargetRow


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


def due_pages(
    session: Session, rows: Sequence[Row[Frontier, str, str]], *, property_id: int
) -> list[DuePage]:
    """Put together what is known of pages, given as rows of frontier, URL and host; in their order."""
    pages = [row.Frontier.page_id for row in rows]
    suspected = _suspected(session, pages, {row.Frontier.domain_id for row in rows}, property_id)
    backlinks = _backlinks(session, pages, property_id)
    judged_by = {link.visit_id for links in backlinks.values() for link in links}
    before = latest_with_validators(session, judged_by - {None})
    return [
        DuePage(
            id=row.Frontier.page_id,
            domain_id=row.Frontier.domain_id,
            url=row.url,
            host=row.host,
            due_at=row.Frontier.due_at,
            attempts=row.Frontier.attempts,
            interval=row.Frontier.interval,
            missing_since=row.Frontier.missing_since,
            backlinks=tuple(backlinks[row.Frontier.page_id]),
            before=before.get(row.Frontier.page_id),
            is_suspected=not suspected.isdisjoint(
                {("page", row.Frontier.page_id), ("domain", row.Frontier.domain_id)}
            ),
        )
        for row in rows
    ]


def _backlinks(session: Session, page_ids: Sequence[int], property_id: int) -> dict[int, list[DueBacklink]]:
    rows = session.execute(
        select(
            Backlink.id,
            Backlink.page_id,
            Backlink.state,
            Backlink.reason,
            Backlink.detail,
            Backlink.visit_id,
            TargetRow.url,
            TargetRow.page_url,
        )
        .outerjoin(TargetRow, TargetRow.id == Backlink.target_id)
        .where(Backlink.page_id.in_(page_ids), Backlink.property_id == property_id)
        .order_by(Backlink.id)
    )
    found: dict[int, list[DueBacklink]] = defaultdict(list)
    for row in rows:
        target = None if row.url is None else Target(url=row.url, page=row.page_url)
        found[row.page_id].append(
            DueBacklink(
                id=row.id,
                target=target,
                state=row.state,
                reason=row.reason,
                detail=row.detail,
                visit_id=row.visit_id,
            )
        )
    return found


def _suspected(
    session: Session, pages: Collection[int], domains: Collection[int], property_id: int
) -> set[tuple[str, int]]:
    """Return which of the pages and domains are flagged, each with its kind."""
    rows = session.execute(
        select(Verdict.subject, Verdict.subject_id).where(
            Verdict.property_id == property_id,
            Verdict.flagged,
            or_(
                and_(Verdict.subject == "page", Verdict.subject_id.in_(pages)),
                and_(Verdict.subject == "domain", Verdict.subject_id.in_(domains)),
            ),
        )
    )
    return {(row.subject, row.subject_id) for row in rows}
