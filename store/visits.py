"""Writing down what a visit saw: everything of one page visit in one transaction.

Either the visit, its references, what it says about every backlink and the page's next due time are all
stored, or nothing is: a crawl that is killed repeats the pages in flight and no others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Executable, insert, select, update
from sqlalchemy.orm import Session

from evidence.model import Fetched, Presence, Reference
from store.database import Store
from store.frontier import DuePage
from store.models import Backlink, Domain, Frontier, Visit
from store.models import Presence as PresenceRow
from store.models import Reference as ReferenceRow


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
    """`page`, `unchanged` (304: nothing new to read), `again`, `home` or `sibling`."""
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
    error_detail: str = ""
    tls_faults: tuple[str, ...] = ()
    etag: str = ""
    last_modified: str = ""
    as_before: int | None = None
    """Key of the visit that an `unchanged` one confirms."""
    wait: timedelta | None = None
    """How long the host wants to be left alone; None when it did not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What the whole visit says about one backlink."""

    presence: Presence
    sight: int | None = 0
    """Index of the sight that says so; None: an earlier visit said so, and this one confirms it."""
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


def record(store: Store, visits: Sequence[PageVisit], *, worker: str) -> frozenset[int]:
    """Store visits of different pages in one transaction; return the keys of the pages that were refused.

    A visit is refused when its domain is no longer leased by `worker`: another one has it now (hostile case
    108). Calling this again with the same visits changes nothing: when a database goes down in the middle
    of a commit, nobody knows whether it came through.
    """
    with store.write() as session:
        ours = _still_ours(session, {visit.page.domain_id for visit in visits}, worker)
        held = [visit for visit in visits if visit.page.domain_id in ours]
        new = [visit for visit in held if visit.page.id in _not_yet_stored(session, held)]
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
    insertion = insert(Visit).returning(Visit.id, sort_by_parameter_order=True)
    ids = list(session.scalars(insertion, [_visit_row(page, sight) for page, sight in sights]))
    seen = list(zip(sights, ids, strict=True))
    _execute(
        session, insert(PresenceRow), [row for (_, sight), id in seen for row in _presence_rows(sight, id)]
    )
    _execute(
        session,
        insert(ReferenceRow),
        [row for (page, sight), id in seen for row in _reference_rows(page, sight, id)],
    )
    first = 0
    backlinks: list[dict[str, Any]] = []
    for visit in visits:
        backlinks += _backlink_rows(visit, ids[first : first + len(visit.sights)])
        first += len(visit.sights)
    _execute(session, update(Backlink), backlinks)
    _execute(session, update(Backlink), [row for visit in visits for row in _confirmed_rows(visit)])
    _execute(session, update(Frontier), [_frontier_row(visit) for visit in visits])
    waits = [
        {"id": visit.page.domain_id, "not_before": visit.domain_not_before}
        for visit in visits
        if visit.domain_not_before is not None
    ]
    _execute(session, update(Domain), waits)


def _execute(session: Session, statement: Executable, rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        session.execute(statement, rows)


def _frontier_row(visit: PageVisit) -> dict[str, Any]:
    return {
        "page_id": visit.page.id,
        "due_at": visit.due_at,
        "attempts": visit.attempts,
        "interval": visit.interval,
        "missing_since": visit.missing_since,
    }


def _presence_rows(sight: Sight, visit_id: int) -> list[dict[str, Any]]:
    return [
        {
            "visit_id": visit_id,
            "backlink_id": backlink_id,
            "state": presence.state,
            "reason": presence.reason,
            "detail": presence.detail,
        }
        for backlink_id, presence in sight.presences.items()
    ]


def _reference_rows(page: DuePage, sight: Sight, visit_id: int) -> list[dict[str, Any]]:
    if sight.reading is None or not _is_of_page(sight):
        return []
    keys = {link.target.url: link.id for link in page.backlinks if link.target is not None}
    return [_reference_row(reference, visit_id, page, keys) for reference in sight.reading.references]


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
        "error_detail": sight.error_detail,
        "tls_faults": list(sight.tls_faults),
        "etag": sight.etag,
        "last_modified": sight.last_modified,
        "as_before": sight.as_before,
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
    return sight.purpose in {"page", "unchanged", "again"}


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


def _backlink_rows(visit: PageVisit, visit_ids: Sequence[int]) -> list[dict[str, Any]]:
    """`visit_ids`: keys of the visit's sights, in their order."""
    return [
        {
            "id": backlink_id,
            "state": judged.presence.state,
            "reason": judged.presence.reason,
            "detail": judged.presence.detail,
            "level": judged.presence.reference.level if judged.presence.reference else "",
            "visibility": judged.presence.reference.carrier.visibility if judged.presence.reference else "",
            "seen_loads": judged.seen_loads,
            "loads": judged.loads,
            "visit_id": visit_ids[judged.sight],
            "checked_at": visit.checked_at,
        }
        for backlink_id, judged in visit.judged.items()
        if judged.sight is not None
    ]


def _confirmed_rows(visit: PageVisit) -> list[dict[str, Any]]:
    return [
        {"id": backlink_id, "checked_at": visit.checked_at}
        for backlink_id, judged in visit.judged.items()
        if judged.sight is None
    ]


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
