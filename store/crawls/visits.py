"""Writing down what a visit saw: everything of one page visit in one transaction.

Either the visit, its references, what it says about every backlink and the page's next due time are all
stored, or nothing is: a crawl that is killed repeats the pages in flight and no others.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Executable, Table, bindparam, insert, select, update
from sqlalchemy.orm import Session

from evidence.visited import Fetched
from store.crawls.sights import PageVisit
from store.crawls.visit_rows import (
    backlink_rows,
    confirmed_rows,
    frontier_row,
    presence_rows,
    reference_rows,
    visit_row,
)
from store.database import Store
from store.models import Backlink, Domain, Frontier, Visit
from store.models import Presence as PresenceRow
from store.models import Reference as ReferenceRow


def record(store: Store, visits: Sequence[PageVisit], *, worker: str) -> frozenset[int]:
    """Store visits of different pages in one transaction; return the keys of the pages that were refused.

    A visit is refused when its domain is no longer leased by `worker`: another one has it now (hostile case
    108). Calling this again with the same visits changes nothing: when a database goes down in the middle
    of a commit, nobody knows whether it came through.
    """
    with store.write() as session:
        ours = _still_ours(session, {visit.page.domain_id for visit in visits}, worker)
        held = [visit for visit in visits if visit.page.domain_id in ours]
        due = _not_yet_stored(session, held)
        new = [visit for visit in held if visit.page.id in due]
        if new:
            _insert(session, new)
        return frozenset(visit.page.id for visit in visits if visit.page.domain_id not in ours)


def settling(
    store: Store, domain_id: int, host: str, *, since: datetime
) -> Mapping[str, tuple[Fetched, bytes | None]]:
    """Return the latest home page and sibling of a host seen since then: purpose to outcome and evidence."""
    found: dict[str, tuple[Fetched, bytes | None]] = {}
    with store.read() as session:
        rows = session.execute(
            select(
                Visit.purpose,
                Visit.url,
                Visit.final_url,
                Visit.status,
                Visit.error,
                Visit.truncated,
                Visit.evidence,
            )
            .where(
                Visit.domain_id == domain_id,
                Visit.purpose.in_(("home", "sibling")),
                Visit.started_at >= since,
            )
            .order_by(Visit.id)
        )
        for row in rows:
            if row.url.split("/")[2].partition(":")[0] == host:
                found[row.purpose] = (
                    Fetched(
                        url=row.url,
                        final_url=row.final_url,
                        status=row.status,
                        error=row.error,
                        truncated=row.truncated,
                    ),
                    row.evidence,
                )
    return found


def _still_ours(session: Session, domain_ids: set[int], worker: str) -> set[int]:
    """Lock the domains' rows, so that no other worker can take them during this transaction."""
    query = select(Domain.id).where(Domain.id.in_(domain_ids), Domain.leased_by == worker).order_by(Domain.id)
    return set(session.scalars(query.with_for_update()))


def _not_yet_stored(session: Session, visits: Sequence[PageVisit]) -> set[int]:
    """Return the pages whose next visit is still planned as it was when this visit began."""
    planned = {visit.page.id: visit.page.due_at for visit in visits}
    rows = session.execute(select(Frontier.page_id, Frontier.due_at).where(Frontier.page_id.in_(planned)))
    return {page_id for page_id, due_at in rows if due_at == planned[page_id]}


def _insert(session: Session, visits: Sequence[PageVisit]) -> None:
    """Insert everything with one statement a table: several visits cost little more than one."""
    sights = [(visit.page, sight) for visit in visits for sight in visit.sights]
    insertion = insert(_VISIT).returning(_VISIT.c.id, sort_by_parameter_order=True)
    ids = list(session.scalars(insertion, [visit_row(page, sight) for page, sight in sights]))
    seen = list(zip(sights, ids, strict=True))
    _execute(session, insert(_PRESENCE), [row for (_, sight), id in seen for row in presence_rows(sight, id)])
    references = [row for (page, sight), id in seen for row in reference_rows(page, sight, id)]
    _execute(session, insert(_REFERENCE), references)
    first = 0
    backlinks: list[dict[str, Any]] = []
    for visit in visits:
        backlinks += backlink_rows(visit, ids[first : first + len(visit.sights)])
        first += len(visit.sights)
    _execute(session, _OF_BACKLINK, backlinks)
    _execute(session, _OF_BACKLINK, [row for visit in visits for row in confirmed_rows(visit)])
    _execute(session, _OF_PAGE, [frontier_row(visit) for visit in visits])
    waits = [
        {"key": visit.page.domain_id, "not_before": visit.domain_not_before}
        for visit in visits
        if visit.domain_not_before is not None
    ]
    _execute(session, _OF_DOMAIN, waits)


def _execute(session: Session, statement: Executable, rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        session.execute(statement, rows)


# Tables take rows as they are; their classes would make more of them first.
_BACKLINK, _DOMAIN, _FRONTIER, _VISIT, _PRESENCE, _REFERENCE = (
    cast("Table", model.__table__) for model in (Backlink, Domain, Frontier, Visit, PresenceRow, ReferenceRow)
)
_OF_BACKLINK = update(_BACKLINK).where(_BACKLINK.c.id == bindparam("key"))
_OF_PAGE = update(_FRONTIER).where(_FRONTIER.c.page_id == bindparam("key"))
_OF_DOMAIN = update(_DOMAIN).where(_DOMAIN.c.id == bindparam("key"))
