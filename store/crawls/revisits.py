"""What is known of a page from before, so that its server can be asked whether that still stands."""

from collections.abc import Collection

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from store.crawls.pages import Before
from store.models import Visit


def latest_with_validators(session: Session, visit_ids: Collection[int | None]) -> dict[int, Before]:
    """Return those of the visits that brought a page with validators, by page; the latest of a page."""
    rows = session.execute(
        select(Visit.id, Visit.page_id, Visit.final_url, Visit.etag, Visit.last_modified, Visit.started_at)
        .where(Visit.id.in_(visit_ids), Visit.purpose == "page", Visit.status == 200)
        .where(or_(Visit.etag != "", Visit.last_modified != ""))
        .order_by(Visit.id)
    )
    return {
        row.page_id: Before(
            visit_id=row.id,
            url=row.final_url,
            etag=row.etag,
            last_modified=row.last_modified,
            seen_at=row.started_at,
        )
        for row in rows
    }
