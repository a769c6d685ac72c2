"""Looking up what a worker has to know of the pages it is about to visit."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import Row, and_, or_, select
from sqlalchemy.orm import Session

from evidence.property import Target
from store.crawls.pages import DueBacklink, DuePage
from store.crawls.revisits import latest_with_validators
from store.models import Backlink, Frontier, Verdict
from store.models import Target as TargetRow


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
