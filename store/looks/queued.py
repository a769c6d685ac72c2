"""The queue of flagged domains as it is read: filtered, in pages, each domain with its best reasons.

Every query goes along an index and stops at its limit, so that a store of a million backlinks answers like a
small one. Pages of the queue follow each other by key, never by number: nothing shifts when a decision or an
analysis changes what stands before.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, literal_column, select, tuple_
from sqlalchemy.orm import Session

from store.looks.cases import TELLING, review_rows
from store.models import Backlink, Finding, Page, QueueFacet, QueueRow, Review, Target, Verdict
from store.properties import property_key

ORDER = ("spam", "suspicious", "undecided", "benign")
"""Verdicts in the order in which a person looks at them."""
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
    fold: int = 0
    """Only the domains of this row of the folded queue."""
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


def queue(
    session: Session, property_name: str, wanted: Wanted, *, after: Place | None, limit: int
) -> list[Queued]:
    """Return the next `limit` flagged domains in the order of their priority (docs/review.md)."""
    query = _in_order(session, property_name, wanted)
    if after is not None:
        place = tuple_(QueueRow.priority, QueueRow.domain_id)
        query = query.where(place < (after.priority, after.domain_id))
    places = [Place(priority=priority, domain_id=id) for id, priority in session.execute(query.limit(limit))]
    return of_places(session, property_name, places)


def wanted_ids(session: Session, property_name: str, wanted: Wanted) -> list[int]:
    """Return the keys of all flagged domains that are wanted, at most `MOST_AT_ONCE`."""
    query = _in_order(session, property_name, wanted).limit(MOST_AT_ONCE)
    return [id for id, _ in session.execute(query)]


def _in_order(session: Session, property_name: str, wanted: Wanted) -> Select[int, float]:
    return (
        select(QueueRow.domain_id, QueueRow.priority)
        .where(*conditions(session, property_name, wanted))
        .order_by(QueueRow.priority.desc(), QueueRow.domain_id.desc())
    )


def conditions(session: Session, property_name: str, wanted: Wanted) -> list[ColumnElement[bool]]:
    """Return what a row of the queue must fulfil to be wanted."""
    owner = property_key(property_name)
    found: list[ColumnElement[bool]] = [QueueRow.property_id == owner]
    if wanted.text:
        found.append(QueueRow.name.contains(wanted.text.lower(), autoescape=True))
    if wanted.fold:
        found.append(QueueRow.fold == wanted.fold)
    if wanted.decided != "all":
        decided = select(Review.subject_id).where(Review.property_id == owner, Review.subject == "domain")
        is_among = QueueRow.domain_id.in_(decided)
        found.append(is_among if wanted.decided == "decided" else ~is_among)
    found += [_is_among(session, domains, domains) for domains in _filters(owner, wanted)]
    if wanted.target:
        found.append(_refers_to(session, owner, wanted.target))
    return found


def _filters(owner: int, wanted: Wanted) -> Iterator[Select[int]]:
    """Give, for each thing that is asked for, the keys of the domains that have it."""
    facets = {name: getattr(wanted, name) for name in ("verdict", "signal", "state", "language")}
    facets |= {"report": str(wanted.report or ""), "campaign": str(wanted.campaign or wanted.fold or "")}
    for facet, value in facets.items():
        if value:
            yield select(QueueFacet.domain_id).where(
                QueueFacet.property_id == owner, QueueFacet.facet == facet, QueueFacet.value == value
            )


def _refers_to(session: Session, owner: int, part: str) -> ColumnElement[bool]:
    """Return the condition that a queued domain has a backlink to a target with this part in its address."""
    targets = select(Target.id).where(Target.property_id == owner, Target.url.contains(part, autoescape=True))
    links = Backlink.target_id.in_(list(session.scalars(targets.limit(MOST_TARGETS))))
    domains = select(Page.domain_id).join(Backlink, Backlink.page_id == Page.id).where(links)
    return _is_among(session, domains, select(Backlink.target_id).where(links))


def _is_among(
    session: Session, domains: Select[int], counted: Select[*tuple[Any, ...]]
) -> ColumnElement[bool]:
    """Return the condition that a queued domain is one of these.

    A few are found first and looked up in the queue; with many of them the queue is walked, and a page of it
    is soon full. `counted`: what says how many they are, out of an index alone.
    """
    some = session.scalar(select(func.count()).select_from(counted.limit(FEW).subquery())) or 0
    if some < FEW:
        return QueueRow.domain_id.in_(domains)
    return domains.where(domains.selected_columns[0] == QueueRow.domain_id).exists()


def of_places(session: Session, property_name: str, places: Sequence[Place]) -> list[Queued]:
    """Return the domains at these places of the queue, each with its reasons and what was decided."""
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
    """Return, of the two telling signals of each domain, the strongest finding.

    One step into an index each: a domain may have a million findings.
    """
    owner = property_key(property_name)
    strongest = [
        select(Finding.id)
        .where(
            Finding.property_id == QueueRow.property_id,
            Finding.domain_id == QueueRow.domain_id,
            Finding.signal == signal,
            Finding.score >= literal_column(TELLING),  # as the index says it
        )
        .order_by(Finding.score.desc())
        .limit(1)
        .correlate(QueueRow)
        .scalar_subquery()
        for signal in (QueueRow.first_signal, QueueRow.second_signal)
    ]
    rows = session.execute(
        select(*strongest).where(QueueRow.property_id == owner, QueueRow.domain_id.in_(ids))
    ).all()
    found: defaultdict[int, dict[str, Reason]] = defaultdict(dict)
    findings = session.execute(
        select(Finding, Page.url)
        .join(Page, Page.id == Finding.page_id)
        .where(Finding.id.in_([id for row in rows for id in row if id is not None]))
        .order_by(Finding.decisive.desc(), Finding.score.desc(), Finding.signal)
    )
    for finding, url in findings:
        found[finding.domain_id][finding.signal] = Reason(
            signal=finding.signal,
            score=finding.score,
            sentence=finding.sentence,
            quote=finding.quote,
            page_url=url,
        )
    return found


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
