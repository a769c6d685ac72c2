"""Writing down what a visit saw: everything of one page visit in one transaction.

Either the visit, its references, what it says about every backlink and the page's next due time are all
stored, or nothing is: a crawl that is killed repeats the pages in flight and no others.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from evidence.errors import LinkwitnessError
from evidence.model import Fetched, Presence, Reference
from store.database import Store
from store.frontier import DuePage
from store.models import Backlink, Domain, Frontier, Visit
from store.models import Presence as PresenceRow
from store.models import Reference as ReferenceRow


class LeaseLostError(LinkwitnessError):
    """Another worker has the domain now; what this one saw is not stored."""


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
    """Values for the columns of `store.models.Visit` from `title` to `evidence`."""
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """One conversation of a visit and what was read in it."""

    purpose: str
    """`page`, `again`, `home` or `sibling`."""
    profile: str
    started_at: datetime
    elapsed_ms: int
    fetched: Fetched
    address: str
    content_type: str
    body_bytes: int
    body_sha256: str
    archived: Archived = Archived()
    reading: Reading | None = None
    presences: Mapping[int, Presence] = field(default_factory=dict)
    """What this conversation alone says about each backlink, by backlink key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What the whole visit says about one backlink."""

    presence: Presence
    sight: int = 0
    """Index of the sight that says so."""
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


def record(store: Store, visit: PageVisit, *, worker: str) -> None:
    """Store a visit, provided that its domain is still leased by `worker`.

    Calling it again with the same visit changes nothing: when a database goes down in the middle of a
    commit, nobody knows whether it came through.

    Raises:
        LeaseLostError: the lease is gone; nothing was stored (hostile case 108).
    """
    with store.write() as session:
        _confirm_lease(session, visit, worker)
        if not _move_on(session, visit):
            return
        ids = [_insert_sight(session, visit.page, sight) for sight in visit.sights]
        for backlink_id, judged in visit.judged.items():
            _update_backlink(session, backlink_id, judged, ids[judged.sight], visit.checked_at)


def settling(
    store: Store, domain_id: int, host: str, *, since: datetime
) -> Mapping[str, tuple[Fetched, bytes | None]]:
    """Return the latest home page and sibling of a host seen since then: purpose to outcome and evidence."""
    found: dict[str, tuple[Fetched, bytes | None]] = {}
    with store.read() as session:
        rows = session.execute(
            select(Visit)
            .where(
                Visit.domain_id == domain_id,
                Visit.purpose.in_(("home", "sibling")),
                Visit.started_at >= since,
            )
            .order_by(Visit.id)
        ).scalars()
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


def _confirm_lease(session: Session, visit: PageVisit, worker: str) -> None:
    """Lock the domain's row for this transaction, so that no other worker can take it meanwhile."""
    values: dict[str, Any] = {"leased_by": worker}
    if visit.domain_not_before is not None:
        values["not_before"] = visit.domain_not_before
    held = session.execute(
        update(Domain)
        .where(Domain.id == visit.page.domain_id, Domain.leased_by == worker)
        .values(values)
        .returning(Domain.id)
    ).first()
    if held is None:
        raise LeaseLostError(
            f"{visit.page.host} went to another worker while {visit.page.url} was being visited; "
            "nothing of that visit was stored"
        )


def _move_on(session: Session, visit: PageVisit) -> bool:
    """Set the page's next visit, unless this visit has done so before."""
    moved = session.execute(
        update(Frontier)
        .where(Frontier.page_id == visit.page.id, Frontier.due_at.is_not_distinct_from(visit.page.due_at))
        .values(
            due_at=visit.due_at,
            attempts=visit.attempts,
            interval=visit.interval,
            missing_since=visit.missing_since,
        )
        .returning(Frontier.page_id)
    )
    return moved.first() is not None


def _insert_sight(session: Session, page: DuePage, sight: Sight) -> int:
    visit_id = session.execute(insert(Visit).values(_visit_row(page, sight)).returning(Visit.id)).scalar_one()
    if sight.presences:
        session.execute(
            insert(PresenceRow),
            [
                {
                    "visit_id": visit_id,
                    "backlink_id": backlink_id,
                    "state": presence.state,
                    "reason": presence.reason,
                    "detail": presence.detail,
                }
                for backlink_id, presence in sight.presences.items()
            ],
        )
    references = () if sight.reading is None or not _is_of_page(sight) else sight.reading.references
    if references:
        keys = {link.target.url: link.id for link in page.backlinks if link.target is not None}
        session.execute(
            insert(ReferenceRow),
            [_reference_row(reference, visit_id, page, keys) for reference in references],
        )
    return visit_id


def _visit_row(page: DuePage, sight: Sight) -> dict[str, Any]:
    fetched = sight.fetched
    return {
        **(_UNREAD if sight.reading is None else sight.reading.columns),
        "page_id": page.id if _is_of_page(sight) else None,
        "domain_id": page.domain_id,
        "purpose": sight.purpose,
        "profile": sight.profile,
        "started_at": sight.started_at,
        "elapsed_ms": sight.elapsed_ms,
        "url": fetched.url,
        "final_url": fetched.final_url,
        "status": fetched.status,
        "error": fetched.error,
        "hops": [asdict(hop) for hop in fetched.hops],
        "address": sight.address,
        "content_type": sight.content_type,
        "body_bytes": sight.body_bytes,
        "body_sha256": sight.body_sha256,
        "truncated": fetched.truncated,
        "archive_file": sight.archived.file,
        "archive_offset": sight.archived.offset,
        "archive_length": sight.archived.length,
    }


def _is_of_page(sight: Sight) -> bool:
    return sight.purpose in {"page", "again"}


def _reference_row(
    reference: Reference, visit_id: int, page: DuePage, keys: Mapping[str, int]
) -> dict[str, Any]:
    carrier = reference.carrier
    return {
        "visit_id": visit_id,
        "page_id": page.id,
        "backlink_id": keys.get(reference.target),
        "kind": carrier.kind,
        "level": reference.level,
        "visibility": carrier.visibility,
        "hidden_by": carrier.hidden_by,
        "place": carrier.place,
        "element": carrier.element,
        "attribute": carrier.attribute,
        "url": carrier.url,
        "resolved": reference.resolved,
        "via": reference.via,
        "anchor": carrier.anchor,
        "left": " ".join(carrier.left.words),
        "right": " ".join(carrier.right.words),
        "rel": " ".join(carrier.rel),
        "readings": list(reference.readings),
    }


def _update_backlink(
    session: Session, backlink_id: int, judged: Judged, visit_id: int, checked_at: datetime
) -> None:
    presence = judged.presence
    find = presence.reference
    session.execute(
        update(Backlink)
        .where(Backlink.id == backlink_id)
        .values(
            state=presence.state,
            reason=presence.reason,
            detail=presence.detail,
            level=find.level if find else "",
            visibility=find.carrier.visibility if find else "",
            seen_loads=judged.seen_loads,
            loads=judged.loads,
            visit_id=visit_id,
            checked_at=checked_at,
        )
    )


_UNREAD: dict[str, Any] = {
    "title": "",
    "h1": "",
    "language": "",
    "noindex": False,
    "words": 0,
    "prose_words": 0,
    "compression": 0.0,
    "link_density": 0.0,
    "links": 0,
    "embeds": 0,
    "foreign_links": 0,
    "foreign_embeds": 0,
    "foreign_link_hosts": 0,
    "foreign_embed_hosts": 0,
    "simhash": 0,
    "template_hash": "",
    "vocabulary": "",
    "traits": [],
    "limits": [],
    "evidence_version": None,
    "evidence": None,
}
