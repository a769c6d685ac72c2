"""The numbers of the overview, counted when an import, a crawl or an analysis ends.

Counting a million backlinks takes seconds, reading the counts nothing. They are as old as `counted_at` says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, func, insert, select
from sqlalchemy.orm import Session

from store.database import Store
from store.looks.totals import flagged_count, presence_counts, verdict_counts
from store.models import Backlink, QueueFacet, QueueRow, Report, Statement, Tally, Verdict, Visit
from store.properties import property_key

MOST_CAMPAIGNS = 1_000
"""Campaigns that are counted: those with the most domains in the queue."""
Count = tuple[str, str, str, int]
"""Topic, name, part, number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tallies:
    """The counts of one property."""

    presences: Sequence[tuple[str, str, int]]
    """State, reason, backlinks; most first; the state is empty before the first visit."""
    verdicts: Sequence[tuple[str, str, int]]
    """Page or domain, verdict, number."""
    months: Sequence[tuple[str, int, int]] = ()
    """Month, backlinks first seen in it, backlinks lost in it, as the reports say; oldest first."""
    languages: Sequence[tuple[str, int]] = ()
    """Language, visited pages; most first."""
    flagged: int
    """Domains that a person should look at."""
    analysed_at: datetime | None
    counted_at: datetime | None = None
    """None: not kept."""


def count(store: Store, property_name: str, *, now: datetime, counted: Sequence[Count] | None = None) -> None:
    """Count everything anew; readers see the old counts or the new ones.

    `counted`: all but presences, where the caller has just seen every row anyway.
    """
    owner = property_key(property_name)
    with store.read() as session:
        counts = list(_presences(session, property_name))
        counts += _walked(session, property_name) if counted is None else counted
    with store.write() as session:
        session.execute(delete(Tally).where(Tally.property_id == owner))
        if counts:
            session.execute(
                insert(Tally),
                [
                    {
                        "property_id": owner,
                        "topic": topic,
                        "name": name,
                        "part": part,
                        "number": number,
                        "counted_at": now,
                    }
                    for topic, name, part, number in counts
                ],
            )


def kept(session: Session, property_name: str) -> Sequence[Count]:
    """Return the months, languages and verdicts counted last: imports and crawls count them, too."""
    topics = ("new", "lost", "language", "verdict", "flagged")
    rows = session.scalars(
        select(Tally).where(Tally.property_id == property_key(property_name), Tally.topic.in_(topics))
    )
    return [(row.topic, row.name, row.part, row.number) for row in rows]


def tallies(session: Session, property_name: str) -> Tallies:
    """Return what was counted last."""
    owner = property_key(property_name)
    rows = session.scalars(
        select(Tally)
        .where(Tally.property_id == owner, Tally.topic != "campaign")
        .order_by(Tally.number.desc(), Tally.name, Tally.part)
    ).all()
    months: dict[str, list[int]] = {}
    for row in rows:
        if row.topic in {"new", "lost"}:
            months.setdefault(row.name, [0, 0])[row.topic == "lost"] = row.number
    newest = select(Verdict.decided_at).where(Verdict.property_id == owner).limit(1)
    return Tallies(
        presences=[(row.name, row.part, row.number) for row in rows if row.topic == "presence"],
        verdicts=[(row.name, row.part, row.number) for row in rows if row.topic == "verdict"],
        months=[(month, new, lost) for month, (new, lost) in sorted(months.items())],
        languages=[(row.name, row.number) for row in rows if row.topic == "language"],
        flagged=sum(row.number for row in rows if row.topic == "flagged"),
        analysed_at=session.scalar(newest),
        counted_at=rows[0].counted_at if rows else None,
    )


def _presences(session: Session, property_name: str) -> Iterator[Count]:
    for state, reason, number in presence_counts(session, property_name):
        yield "presence", state, reason, number


def _verdicts(session: Session, property_name: str) -> Iterator[Count]:
    for subject, state, number in verdict_counts(session, property_name):
        yield "verdict", subject, state, number
    yield "flagged", "domain", "", flagged_count(session, property_name)


def _walked(session: Session, property_name: str) -> Iterator[Count]:
    """Count what an analysis has at hand."""
    yield from _verdicts(session, property_name)
    for topic, column in (("new", Statement.first_seen), ("lost", Statement.lost)):
        yield from _months(session, property_name, topic, column)
    yield from _languages(session, property_name)
    yield from _campaigns(session, property_name)


def _campaigns(session: Session, property_name: str) -> Iterator[Count]:
    number = func.count()
    rows = session.execute(
        select(QueueFacet.value, number)
        .where(QueueFacet.property_id == property_key(property_name), QueueFacet.facet == "campaign")
        .group_by(QueueFacet.value)
        .order_by(number.desc(), QueueFacet.value)
        .limit(MOST_CAMPAIGNS)
    )
    found = dict(rows.all())
    named = session.execute(
        select(QueueFacet.value, func.min(QueueRow.name))
        .join(
            QueueRow,
            and_(QueueRow.domain_id == QueueFacet.domain_id, QueueRow.property_id == QueueFacet.property_id),
        )
        .where(
            QueueFacet.property_id == property_key(property_name),
            QueueFacet.facet == "campaign",
            QueueFacet.value.in_(found),
        )
        .group_by(QueueFacet.value)
    )
    names = dict(named.all())
    for key, domains in found.items():
        yield "campaign", key, names.get(key, ""), domains


def _months(session: Session, property_name: str, topic: str, column: Any) -> Iterator[Count]:
    month = func.substr(_day(session, column), 1, 7)
    rows = session.execute(
        select(month, func.count(func.distinct(Statement.backlink_id)))
        .join(Report, Report.id == Statement.report_id)
        .where(Report.property_id == property_key(property_name), column.is_not(None))
        .group_by(month)
    )
    for name, number in rows:
        yield topic, name, "", number


def _languages(session: Session, property_name: str) -> Iterator[Count]:
    ours = select(Backlink.page_id).where(Backlink.property_id == property_key(property_name))
    rows = session.execute(
        select(Visit.language, func.count(func.distinct(Visit.page_id)))
        .where(Visit.purpose == "page", Visit.language != "", Visit.page_id.in_(ours))
        .group_by(Visit.language)
    )
    for language, number in rows:
        yield "language", language, "", number


def _day(session: Session, column: Any) -> ColumnElement[str]:
    """Return the day of a moment in whole seconds, as both databases write it."""
    if session.get_bind().dialect.name == "sqlite":
        return func.date(column, "unixepoch")
    return func.to_char(func.to_timestamp(column), "YYYY-MM-DD")
