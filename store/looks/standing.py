"""Where a domain stands in the queue: with which others it is decided, and who comes after them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session

from store.looks.folds import NAMES, campaign_of
from store.looks.queued import Wanted, conditions
from store.models import Campaign, QueueRow
from store.properties import property_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What stands beside a flagged domain in the queue."""

    campaign: Campaign | None
    """None for a domain that is decided alone."""
    kin: Sequence[str]
    """Other domains of that campaign in the queue, the first of them."""
    further: int
    """How many more there are."""
    following: str
    """The next domain of another kind that nobody decided; empty at the end."""


def standing(session: Session, property_name: str, domain_id: int) -> Standing | None:
    """Return where a domain stands; None when it is not in the queue."""
    owner = property_key(property_name)
    row = session.get(QueueRow, (owner, domain_id))
    if row is None:
        return None
    of_kind = (
        QueueRow.property_id == owner,
        QueueRow.fold_priority == row.fold_priority,
        QueueRow.fold == row.fold,
        QueueRow.domain_id != domain_id,
    )
    kin = session.scalars(
        select(QueueRow.name)
        .where(*of_kind)
        .order_by(QueueRow.priority.desc(), QueueRow.domain_id.desc())
        .limit(NAMES)
    ).all()
    number = session.scalar(select(func.count()).select_from(QueueRow).where(*of_kind)) or 0
    following = session.scalar(
        select(QueueRow.name)
        .where(
            *conditions(session, property_name, Wanted()),
            tuple_(QueueRow.priority, QueueRow.domain_id) < (row.priority, row.domain_id),
            QueueRow.fold != row.fold,
        )
        .order_by(QueueRow.priority.desc(), QueueRow.domain_id.desc())
        .limit(1)
    )
    return Standing(
        campaign=campaign_of(session, property_name, row.fold) if kin else None,
        kin=kin,
        further=number - len(kin),
        following=following or "",
    )
