"""What the store holds of a whole property: counts, and the domains that a person should look at."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from store.models import Backlink, Domain, Verdict
from store.properties import property_key

BY_URGENCY: Final = ("spam", "suspicious", "undecided", "benign")
"""States of a flagged domain, the one to look at first in front."""


def presence_counts(session: Session, property_name: str) -> Sequence[Row[str, str, int]]:
    """Return how many backlinks there are by state and reason; state is empty before the first visit."""
    return session.execute(
        select(Backlink.state, Backlink.reason, func.count())
        .where(Backlink.property_id == property_key(property_name))
        .group_by(Backlink.state, Backlink.reason)
        .order_by(func.count().desc(), Backlink.state, Backlink.reason)
    ).all()


def verdict_counts(session: Session, property_name: str) -> Sequence[Row[str, str, int]]:
    """Return how many pages and domains have which verdict."""
    return session.execute(
        select(Verdict.subject, Verdict.state, func.count())
        .where(Verdict.property_id == property_key(property_name))
        .group_by(Verdict.subject, Verdict.state)
    ).all()


def flagged_domains(session: Session, property_name: str, limit: int | None) -> Sequence[Row[Verdict, str]]:
    """Return the flagged domains with their names: by urgency, then by score, then by pages."""
    return session.execute(
        select(Verdict, Domain.name)
        .join(Domain, Domain.id == Verdict.subject_id)
        .where(
            Verdict.property_id == property_key(property_name), Verdict.subject == "domain", Verdict.flagged
        )
        .order_by(
            *((Verdict.state == state).desc() for state in BY_URGENCY),
            func.coalesce(Verdict.score, 0.0).desc(),
            Verdict.pages.desc(),
            Domain.name,
        )
        .limit(limit)
    ).all()


def flagged_count(session: Session, property_name: str) -> int:
    """Return how many domains a person should look at."""
    return (
        session.scalar(
            select(func.count())
            .select_from(Verdict)
            .where(
                Verdict.property_id == property_key(property_name),
                Verdict.subject == "domain",
                Verdict.flagged,
            )
        )
        or 0
    )
