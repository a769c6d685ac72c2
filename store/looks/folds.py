"""The queue folded by campaign: four hundred domains of one kit are one row, and one decision."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select, tuple_
from sqlalchemy.orm import Session

from store.looks.queued import MOST_AT_ONCE, Place, Queued, Wanted, conditions, of_places
from store.models import Campaign, QueueFacet, QueueRow, Review
from store.properties import property_key

NAMES = 5
"""Domains of a fold that its row names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """One row of the folded queue: a domain, or the domains of one campaign."""

    place: Place
    """Highest priority in the fold, and its key."""
    fingerprint: str
    """What the domains share: template, address or mark; empty for a domain alone."""
    value: str
    domains: int
    """Those that are wanted."""
    states: Mapping[str, int]
    """Domains by verdict."""
    decisions: Mapping[str, int]
    """Domains by what a person decided."""
    names: tuple[str, ...]
    """The first of them."""
    first: Queued
    """The one with the highest priority, with its reasons."""


def folds(
    session: Session, property_name: str, wanted: Wanted, *, after: Place | None, limit: int
) -> list[Fold]:
    """Return the next `limit` folds of the flagged domains that are wanted, in the order of the queue."""
    are_wanted = conditions(session, property_name, wanted)
    query = (
        select(QueueRow.fold_priority, QueueRow.fold, func.count(), func.min(QueueRow.domain_id))
        .where(*are_wanted)
        .group_by(QueueRow.fold_priority, QueueRow.fold)
        .order_by(QueueRow.fold_priority.desc(), QueueRow.fold.desc())
        .limit(limit)
    )
    if after is not None:
        place = tuple_(QueueRow.fold_priority, QueueRow.fold)
        query = query.where(place < (after.priority, after.domain_id))
    groups = session.execute(query).all()
    several = [fold for _, fold, number, _ in groups if number > 1]
    first = _first(session, are_wanted, groups[-1][0], groups[0][0], several) if several else {}
    leading = {
        fold: first[fold][0][0] if fold in first else Place(priority=priority, domain_id=domain_id)
        for priority, fold, _, domain_id in groups
    }
    rows = {row.domain_id: row for row in of_places(session, property_name, list(leading.values()))}
    campaigns = _campaigns(session, several)
    states = _states(session, property_name, several)
    decisions = _decisions(session, property_name, several)
    return [
        Fold(
            place=Place(priority=priority, domain_id=fold),
            fingerprint=campaigns[fold].fingerprint if fold in campaigns else "",
            value=campaigns[fold].value if fold in campaigns else "",
            domains=number,
            states=states.get(fold, {}),
            decisions=decisions.get(fold, {}),
            names=tuple(name for _, name in first.get(fold, ())),
            first=rows[leading[fold].domain_id],
        )
        for priority, fold, number, _ in groups
        if leading[fold].domain_id in rows
    ]


def campaign_of(session: Session, property_name: str, fold: int) -> Campaign | None:
    """Return the campaign that a fold is made of."""
    return session.scalar(
        select(Campaign).where(Campaign.id == fold, Campaign.property_id == property_key(property_name))
    )


def newest_reviews(session: Session, property_name: str, wanted: Wanted) -> list[int]:
    """Return the newest decision about each domain that is wanted: what undoing takes back."""
    ids = select(QueueRow.domain_id).where(*conditions(session, property_name, wanted)).limit(MOST_AT_ONCE)
    return list(
        session.scalars(
            select(func.max(Review.id))
            .where(
                Review.property_id == property_key(property_name),
                Review.subject == "domain",
                Review.subject_id.in_(ids),
            )
            .group_by(Review.subject_id)
        )
    )


def _first(
    session: Session,
    are_wanted: Sequence[ColumnElement[bool]],
    lowest: float,
    highest: float,
    several: Sequence[int],
) -> dict[int, list[tuple[Place, str]]]:
    """Return the first domains of each fold, with their names; the folds follow each other in the index."""
    place = func.row_number().over(
        partition_by=QueueRow.fold, order_by=(QueueRow.priority.desc(), QueueRow.domain_id.desc())
    )
    ranked = (
        select(QueueRow.fold, QueueRow.priority, QueueRow.domain_id, QueueRow.name, place.label("place"))
        .where(*are_wanted)
        .where(QueueRow.fold_priority.between(lowest, highest), QueueRow.fold.in_(several))
        .subquery()
    )
    rows = session.execute(
        select(ranked.c.fold, ranked.c.priority, ranked.c.domain_id, ranked.c.name)
        .where(ranked.c.place <= NAMES)
        .order_by(ranked.c.fold, ranked.c.place)
    )
    found: defaultdict[int, list[tuple[Place, str]]] = defaultdict(list)
    for fold, priority, domain_id, name in rows:
        found[fold].append((Place(priority=priority, domain_id=domain_id), name))
    return found


def _campaigns(session: Session, ids: Sequence[int]) -> dict[int, Campaign]:
    return {row.id: row for row in session.scalars(select(Campaign).where(Campaign.id.in_(ids)))}


def _states(session: Session, property_name: str, ids: Sequence[int]) -> dict[int, dict[str, int]]:
    """Return, by fold, how many of all its domains have which verdict."""
    rows = session.execute(
        select(QueueRow.fold, QueueRow.state, func.count())
        .where(*_belong(property_name, ids))
        .group_by(QueueRow.fold, QueueRow.state)
    )
    found: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for fold, state, number in rows:
        found[fold][state] = number
    return found


def _belong(property_name: str, folds: Sequence[int]) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions that a row of the queue belongs to one of these folds, each a campaign."""
    owner = property_key(property_name)
    members = select(QueueFacet.domain_id).where(
        QueueFacet.property_id == owner,
        QueueFacet.facet == "campaign",
        QueueFacet.value.in_([str(fold) for fold in folds]),
    )
    return QueueRow.property_id == owner, QueueRow.domain_id.in_(members), QueueRow.fold.in_(folds)


def _decisions(session: Session, property_name: str, ids: Sequence[int]) -> dict[int, dict[str, int]]:
    """Return, by fold, how many of its domains were decided how."""
    owner = property_key(property_name)
    newest = (
        select(func.max(Review.id).label("id"), QueueRow.fold)
        .join(QueueRow, QueueRow.domain_id == Review.subject_id)
        .where(Review.property_id == owner, Review.subject == "domain", *_belong(property_name, ids))
        .group_by(QueueRow.fold, Review.subject_id)
        .subquery()
    )
    rows = session.execute(
        select(newest.c.fold, Review.decision, func.count())
        .join(Review, Review.id == newest.c.id)
        .group_by(newest.c.fold, Review.decision)
    )
    found: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for fold, decision, number in rows:
        found[fold][decision] = number
    return found
