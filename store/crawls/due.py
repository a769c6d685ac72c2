"""Looking up what a worker has to know of the pages it is about to visit."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Row, and_, or_, select
from sqlalchemy.orm import Session

from evidence.property import Target
from store.crawls.pages import DueBacklink, DuePage
from store.crawls.revisits import latest_with_validators
from store.models import Backlink, Frontier, Page, TargetProfile, Verdict
from store.models import Target as TargetRow

COLUMNS = (
    Frontier.page_id,
    Frontier.domain_id,
    Page.url,
    Page.host,
    Frontier.due_at,
    Frontier.attempts,
    Frontier.interval,
    Frontier.missing_since,
)


def due_pages(session: Session, rows: Sequence[Row[*tuple[Any, ...]]], *, property_id: int) -> list[DuePage]:
    """Put together what is known of pages, given as rows of `COLUMNS`; in their order."""
    pages = [row.page_id for row in rows]
    suspected = _suspected(session, pages, {row.domain_id for row in rows}, property_id)
    backlinks = _backlinks(session, pages, property_id)
    judged_by = {link.visit_id for links in backlinks.values() for link in links} - {None}
    before = latest_with_validators(session, judged_by) if judged_by else {}
    return [
        DuePage(
            id=row.page_id,
            domain_id=row.domain_id,
            url=row.url,
            host=row.host,
            due_at=row.due_at,
            attempts=row.attempts,
            interval=row.interval,
            missing_since=row.missing_since,
            backlinks=tuple(backlinks[row.page_id]),
            before=before.get(row.page_id),
            is_suspected=not suspected.isdisjoint({("page", row.page_id), ("domain", row.domain_id)}),
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
            TargetProfile.picture_hash,
        )
        .outerjoin(TargetRow, TargetRow.id == Backlink.target_id)
        .outerjoin(
            TargetProfile,
            and_(TargetProfile.target_id == Backlink.target_id, TargetProfile.state == "there"),
        )
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
                picture_hash=row.picture_hash or "",
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
