"""What the review page reads and writes: the queue of flagged domains in pages, and people's decisions.

Every query goes along an index and stops at its limit, so that a store of a million backlinks answers like a
small one. Pages of the queue follow each other by key, never by number: nothing shifts when a decision or an
analysis changes what stands before.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, delete, func, select, tuple_
from sqlalchemy.orm import Session

from store.cases import review_rows
from store.models import (
    Backlink,
    Campaign,
    Finding,
    Page,
    QueueFacet,
    QueueRow,
    Report,
    Review,
    Tally,
    Target,
    Verdict,
)
from store.properties import property_key

ORDER = ("spam", "suspicious", "undecided", "benign")
"""Verdicts in the order in which a person looks at them."""
REASONS = 2
"""Findings that a row of the queue quotes."""
TELLING = 0.5
"""Score from which a finding speaks for spam."""
MOST_AT_ONCE = 5_000
"""Domains that one decision may cover."""
MOST_TARGETS = 1_000
"""Targets that a part of an address may mean; the search leaves further ones out."""
FEW = 5_000
"""From so many domains on, walking the queue finds some sooner than sorting them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which flagged domains; empty fields want all."""

    text: str = ""
    """Part of the domain's name."""
    verdict: str = ""
    signal: str = ""
    state: str = ""
    """Presence of any of its backlinks."""
    language: str = ""
    target: str = ""
    """Part of the target's URL."""
    report: int = 0
    campaign: int = 0
    decided: str = "open"
    """`open`, `decided` or `all`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in the queue a row stands; the next page begins behind it."""

    priority: float
    domain_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One strong finding about a page of the domain."""

    signal: str
    score: float
    sentence: str
    quote: str
    page_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """One flagged domain with the best reasons to look at it."""

    place: Place
    domain_id: int
    domain: str
    verdict: str
    score: float | None
    pages: int
    spam_pages: int
    reason: str
    reasons: tuple[Reason, ...]
    """Findings of different signals, strongest first."""
    decision: str
    level: str
    note: str
    review_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A state of the verdicts and decisions of a property."""

    review_id: int
    """Of the newest decision."""
    reviews: int
    analysed_at: datetime | None


def queue(
    session: Session, property_name: str, wanted: Wanted, *, after: Place | None, limit: int
) -> list[Queued]:
    """Return the next `limit` flagged domains in the order of their priority (docs/review.md)."""
    query = _flagged(session, property_name, wanted)
    if after is not None:
        place = tuple_(QueueRow.priority, QueueRow.domain_id)
        query = query.where(place < (after.priority, after.domain_id))
    places = [Place(priority=priority, domain_id=id) for id, priority in session.execute(query.limit(limit))]
    return _queued(session, property_name, places)


def wanted_ids(session: Session, property_name: str, wanted: Wanted) -> list[int]:
    """Return the keys of all flagged domains that are wanted, at most `MOST_AT_ONCE`."""
    query = _flagged(session, property_name, wanted).limit(MOST_AT_ONCE)
    return [id for id, _ in session.execute(query)]


def judged(session: Session, property_name: str) -> Judged:
    """Return what tells one state of verdicts and decisions from another."""
    owner = property_key(property_name)
    newest, number = session.execute(
        select(func.max(Review.id), func.count()).where(Review.property_id == owner)
    ).one()
    analysed = select(Verdict.decided_at).where(Verdict.property_id == owner).limit(1)
    return Judged(review_id=newest or 0, reviews=number, analysed_at=session.scalar(analysed))


def decide(
    session: Session,
    property_name: str,
    subject: str,
    subject_ids: Sequence[int],
    *,
    decision: str,
    level: str,
    note: str,
    now: datetime,
) -> list[int]:
    """Store what a person decided about pages or domains; return the keys of the decisions, for undoing."""
    reviews = [
        Review(
            property_id=property_key(property_name),
            subject=subject,
            subject_id=id,
            decision=decision,
            level=level,
            note=note,
            decided_at=now,
        )
        for id in subject_ids
    ]
    session.add_all(reviews)
    session.flush()
    return [review.id for review in reviews]


def undo(session: Session, property_name: str, review_ids: Sequence[int]) -> None:
    """Take decisions back: what was decided before them counts again."""
    session.execute(
        delete(Review).where(Review.property_id == property_key(property_name), Review.id.in_(review_ids))
    )


def reports(session: Session, property_name: str) -> list[Report]:
    """Return the imported reports, newest first."""
    query = select(Report).where(Report.property_id == property_key(property_name))
    return list(session.scalars(query.order_by(Report.imported_at.desc())))


def campaigns(session: Session, property_name: str, limit: int) -> list[tuple[Campaign, int]]:
    """Return the campaigns with the most domains in the queue, and how many those are."""
    owner = property_key(property_name)
    counted = session.execute(
        select(Tally.name, Tally.number)
        .where(Tally.property_id == owner, Tally.topic == "campaign")
        .order_by(Tally.number.desc(), Tally.name)
        .limit(limit)
    ).all()
    found = {
        row.id: row
        for row in session.scalars(
            select(Campaign).where(
                Campaign.property_id == owner, Campaign.id.in_([int(name) for name, _ in counted])
            )
        )
    }
    return [(found[int(name)], number) for name, number in counted if int(name) in found]


def _flagged(session: Session, property_name: str, wanted: Wanted) -> Select[int, float]:
    owner = property_key(property_name)
    query = (
        select(QueueRow.domain_id, QueueRow.priority)
        .where(QueueRow.property_id == owner)
        .order_by(QueueRow.priority.desc(), QueueRow.domain_id.desc())
    )
    if wanted.text:
        query = query.where(QueueRow.name.contains(wanted.text.lower(), autoescape=True))
    if wanted.decided != "all":
        decided = select(Review.subject_id).where(Review.property_id == owner, Review.subject == "domain")
        is_among = QueueRow.domain_id.in_(decided)
        query = query.where(is_among if wanted.decided == "decided" else ~is_among)
    for domains in _filters(session, owner, wanted):
        query = query.where(_is_among(session, domains))
    return query


def _filters(session: Session, owner: int, wanted: Wanted) -> Iterator[Select[int]]:
    """Give, for each thing that is asked for, the keys of the domains that have it."""
    facets = {name: getattr(wanted, name) for name in ("verdict", "signal", "state", "language")}
    facets |= {"report": str(wanted.report or ""), "campaign": str(wanted.campaign or "")}
    for facet, value in facets.items():
        if value:
            yield select(QueueFacet.domain_id).where(
                QueueFacet.property_id == owner, QueueFacet.facet == facet, QueueFacet.value == value
            )
    if wanted.target:
        targets = select(Target.id).where(
            Target.property_id == owner, Target.url.contains(wanted.target, autoescape=True)
        )
        yield (
            select(Page.domain_id)
            .join(Backlink, Backlink.page_id == Page.id)
            .where(Backlink.target_id.in_(list(session.scalars(targets.limit(MOST_TARGETS)))))
        )


def _is_among(session: Session, domains: Select[int]) -> ColumnElement[bool]:
    """Return the condition that a queued domain is one of these.

    A few are found first and looked up in the queue; with many of them the queue is walked, and a page of it
    is soon full.
    """
    some = session.scalar(select(func.count()).select_from(domains.limit(FEW).subquery())) or 0
    if some < FEW:
        return QueueRow.domain_id.in_(domains)
    return domains.where(domains.selected_columns[0] == QueueRow.domain_id).exists()


def _queued(session: Session, property_name: str, places: Sequence[Place]) -> list[Queued]:
    ids = [place.domain_id for place in places]
    reasons = _reasons(session, property_name, ids)
    reviews = {row.subject_id: row for row in reversed(review_rows(session, property_name, "domain", ids))}
    rows = session.execute(
        select(Verdict, QueueRow.name)
        .join(
            QueueRow,
            and_(QueueRow.domain_id == Verdict.subject_id, QueueRow.property_id == Verdict.property_id),
        )
        .where(
            Verdict.property_id == property_key(property_name),
            Verdict.subject == "domain",
            Verdict.subject_id.in_(ids),
        )
    )
    found = {verdict.subject_id: (verdict, name) for verdict, name in rows}
    return [
        _row(place, *found[place.domain_id], reasons[place.domain_id], reviews.get(place.domain_id))
        for place in places
        if place.domain_id in found
    ]


def _reasons(session: Session, property_name: str, ids: Sequence[int]) -> Mapping[int, dict[str, Reason]]:
    strongest: defaultdict[int, dict[str, Reason]] = defaultdict(dict)
    findings = session.execute(
        select(Finding, Page.url)
        .join(Page, Page.id == Finding.page_id)
        .where(Finding.property_id == property_key(property_name), Finding.domain_id.in_(ids))
        .order_by(Finding.decisive.desc(), Finding.score.desc(), Finding.signal)
    )
    for finding, url in findings:
        reasons = strongest[finding.domain_id]
        if finding.signal not in reasons and len(reasons) < REASONS and finding.score >= TELLING:
            reasons[finding.signal] = Reason(
                signal=finding.signal,
                score=finding.score,
                sentence=finding.sentence,
                quote=finding.quote,
                page_url=url,
            )
    return strongest


def _row(
    place: Place, verdict: Verdict, name: str, reasons: Mapping[str, Reason], review: Review | None
) -> Queued:
    return Queued(
        place=place,
        domain_id=verdict.subject_id,
        domain=name,
        verdict=verdict.state,
        score=verdict.score,
        pages=verdict.pages,
        spam_pages=verdict.spam_pages,
        reason=verdict.reason,
        reasons=tuple(reasons.values()),
        decision=review.decision if review else "",
        level=review.level if review else "",
        note=review.note if review else "",
        review_id=review.id if review else 0,
    )
