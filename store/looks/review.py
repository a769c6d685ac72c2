"""What people decided, and what can be asked for: reports, campaigns, states of the verdicts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from store.models import Campaign, QueueRow, Report, Review, Tally, Verdict
from store.properties import property_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A state of the verdicts and decisions of a property."""

    review_id: int
    """Of the newest decision."""
    reviews: int
    analysed_at: datetime | None


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


def decided_count(session: Session, property_name: str) -> int:
    """Return how many domains of the queue a person has decided on."""
    owner = property_key(property_name)
    decided = (
        select(func.count(func.distinct(Review.subject_id)))
        .join(QueueRow, QueueRow.domain_id == Review.subject_id)
        .where(Review.property_id == owner, Review.subject == "domain", QueueRow.property_id == owner)
    )
    return session.scalar(decided) or 0


def reports(session: Session, property_name: str) -> list[Report]:
    """Return the imported reports, newest first."""
    query = select(Report).where(Report.property_id == property_key(property_name))
    return list(session.scalars(query.order_by(Report.imported_at.desc())))


def campaigns(session: Session, property_name: str, limit: int) -> list[tuple[Campaign, int, str]]:
    """Return the campaigns with the most domains in the queue, how many those are, and the name of one."""
    owner = property_key(property_name)
    counted = session.execute(
        select(Tally.name, Tally.number, Tally.part)
        .where(Tally.property_id == owner, Tally.topic == "campaign")
        .order_by(Tally.number.desc(), Tally.name)
        .limit(limit)
    ).all()
    found = {
        row.id: row
        for row in session.scalars(
            select(Campaign).where(
                Campaign.property_id == owner, Campaign.id.in_([int(name) for name, *_ in counted])
            )
        )
    }
    return [(found[int(name)], number, one) for name, number, one in counted if int(name) in found]
