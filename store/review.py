"""What the review page reads and writes: the queue of flagged domains in pages, and people's decisions.

Every query goes along an index and stops at its limit, so that a store of a million backlinks answers like a
small one. Pages of the queue follow each other by key, never by number: nothing shifts when a decision or an
analysis changes what stands before.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, delete, func, or_, select
from sqlalchemy.orm import Session

from store.models import Backlink, Domain, Finding, Page, Report, Review, Statement, Target, Verdict, Visit
from store.properties import property_key

ORDER = ("spam", "suspicious", "undecided", "benign")
"""Verdicts in the order in which a person looks at them."""
REASONS = 2
"""Findings that a row of the queue quotes."""
TELLING = 0.5
"""Score from which a finding speaks for spam."""
MOST_AT_ONCE = 5_000
"""Domains that one decision may cover."""


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
    decided: str = "open"
    """`open`, `decided` or `all`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in the queue a row stands; the next page begins behind it."""

    verdict: str
    score: float
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

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(verdict=self.verdict, score=self.score or 0.0, domain_id=self.domain_id)


def queue(
    session: Session, property_name: str, wanted: Wanted, *, after: Place | None, limit: int
) -> list[Queued]:
    """Return the next `limit` flagged domains, spam first, then by score."""
    found: list[Queued] = []
    for verdict in ORDER[ORDER.index(after.verdict) if after else 0 :]:
        if wanted.verdict not in {"", verdict}:
            continue
        query = _flagged(property_name, wanted).where(Verdict.state == verdict)
        if after is not None and after.verdict == verdict:
            score = func.coalesce(Verdict.score, 0.0)
            query = query.where(
                or_(
                    score < after.score,
                    and_(score == after.score, Verdict.subject_id < after.domain_id),
                )
            )
        query = query.order_by(Verdict.score.desc().nulls_last(), Verdict.subject_id.desc())
        rows = session.execute(query.limit(limit - len(found))).all()
        found += _queued(session, property_name, [(row[0], row[1]) for row in rows])
        if len(found) >= limit:
            break
    return found


def wanted_ids(session: Session, property_name: str, wanted: Wanted) -> list[int]:
    """Return the keys of all flagged domains that are wanted, at most `MOST_AT_ONCE`."""
    query = _flagged(property_name, wanted).with_only_columns(Verdict.subject_id).limit(MOST_AT_ONCE)
    return list(session.scalars(query))


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


def months(session: Session, property_name: str) -> list[tuple[str, int, int]]:
    """Return, for each month of the reports, how many backlinks were first seen and how many were lost."""
    counts: dict[str, list[int]] = {}
    for number, column in enumerate((Statement.first_seen, Statement.lost)):
        month = func.substr(_day(session, column), 1, 7)
        rows = session.execute(
            select(month, func.count(func.distinct(Statement.backlink_id)))
            .join(Report, Report.id == Statement.report_id)
            .where(Report.property_id == property_key(property_name), column.is_not(None))
            .group_by(month)
        )
        for name, count in rows:
            counts.setdefault(name, [0, 0])[number] = count
    return [(name, new, lost) for name, (new, lost) in sorted(counts.items())]


def languages(session: Session, property_name: str, limit: int) -> list[tuple[str, int]]:
    """Return the languages of visited pages with their numbers, most first."""
    count = func.count(func.distinct(Visit.page_id))
    rows = session.execute(
        select(Visit.language, count)
        .join(Backlink, Backlink.visit_id == Visit.id)
        .where(Backlink.property_id == property_key(property_name), Visit.language != "")
        .group_by(Visit.language)
        .order_by(count.desc())
        .limit(limit)
    )
    return [(language, number) for language, number in rows]


def reports(session: Session, property_name: str) -> list[Report]:
    """Return the imported reports, newest first."""
    query = select(Report).where(Report.property_id == property_key(property_name))
    return list(session.scalars(query.order_by(Report.imported_at.desc())))


def visit(session: Session, property_name: str, visit_id: int) -> Visit | None:
    """Return a visit with its evidence, if its page has a backlink to the property."""
    ours = select(Backlink.id).where(
        Backlink.page_id == Visit.page_id, Backlink.property_id == property_key(property_name)
    )
    return session.scalar(select(Visit).where(Visit.id == visit_id, ours.exists()))


def _flagged(property_name: str, wanted: Wanted) -> Select[Verdict, str]:
    owner = property_key(property_name)
    query = (
        select(Verdict, Domain.name)
        .join(Domain, Domain.id == Verdict.subject_id)
        .where(Verdict.property_id == owner, Verdict.subject == "domain", Verdict.flagged)
    )
    if wanted.text:
        query = query.where(Domain.name.contains(wanted.text.lower(), autoescape=True))
    if wanted.signal:
        query = query.where(
            _any_finding(owner, Finding.domain_id == Verdict.subject_id, Finding.signal == wanted.signal)
        )
    decided = (
        select(Review.id)
        .where(
            Review.property_id == owner, Review.subject == "domain", Review.subject_id == Verdict.subject_id
        )
        .exists()
    )
    if wanted.decided != "all":
        query = query.where(decided if wanted.decided == "decided" else ~decided)
    for condition in _of_backlinks(owner, wanted):
        query = query.where(condition)
    return query


def _any_finding(owner: int, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return select(Finding.id).where(Finding.property_id == owner, *conditions).exists()


def _of_backlinks(owner: int, wanted: Wanted) -> list[ColumnElement[bool]]:
    """Return the conditions that some backlink of the domain must meet."""
    ours = select(Backlink.id).join(Page, Page.id == Backlink.page_id)
    ours = ours.where(Backlink.property_id == owner, Page.domain_id == Verdict.subject_id)
    conditions: list[ColumnElement[bool]] = []
    if wanted.state:
        conditions.append(ours.where(Backlink.state == wanted.state).exists())
    if wanted.language:
        of_visit = ours.join(Visit, Visit.id == Backlink.visit_id)
        conditions.append(of_visit.where(Visit.language == wanted.language).exists())
    if wanted.target:
        of_target = ours.join(Target, Target.id == Backlink.target_id)
        conditions.append(of_target.where(Target.url.contains(wanted.target, autoescape=True)).exists())
    if wanted.report:
        of_report = ours.join(Statement, Statement.backlink_id == Backlink.id)
        conditions.append(of_report.where(Statement.report_id == wanted.report).exists())
    return conditions


def _queued(session: Session, property_name: str, rows: Sequence[tuple[Verdict, str]]) -> list[Queued]:
    ids = [verdict.subject_id for verdict, _ in rows]
    owner = property_key(property_name)
    strongest: defaultdict[int, dict[str, Reason]] = defaultdict(dict)
    findings = session.execute(
        select(Finding, Page.url)
        .join(Page, Page.id == Finding.page_id)
        .where(Finding.property_id == owner, Finding.domain_id.in_(ids))
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
    reviews = {
        review.subject_id: review
        for review in session.scalars(
            select(Review)
            .where(Review.property_id == owner, Review.subject == "domain", Review.subject_id.in_(ids))
            .order_by(Review.id)
        )
    }
    return [
        _row(verdict, name, strongest[verdict.subject_id], reviews.get(verdict.subject_id))
        for verdict, name in rows
    ]


def _row(verdict: Verdict, name: str, reasons: Mapping[str, Reason], review: Review | None) -> Queued:
    return Queued(
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


def _day(session: Session, column: Any) -> ColumnElement[str]:
    """Return the day of a moment in whole seconds, as both databases write it."""
    if session.get_bind().dialect.name == "sqlite":
        return func.date(column, "unixepoch")
    return func.to_char(func.to_timestamp(column), "YYYY-MM-DD")
