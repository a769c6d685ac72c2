"""What the store holds about single pages and domains."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Row, and_, func, literal_column, or_, select, union_all
from sqlalchemy.orm import Session, defer, undefer

from store.models import (
    Backlink,
    Domain,
    Finding,
    Page,
    Presence,
    Reference,
    Report,
    Review,
    Statement,
    Target,
    TargetProfile,
    Verdict,
    Visit,
)
from store.properties import property_key

MANY_PAGES = 1_000
"""Pages of a domain that are compared before some of them are shown: a blog host may have a million."""
TELLING = "0.5"
"""Score from which a finding speaks for spam, as the index on telling findings says it."""
BATCH = 5_000
"""Keys per query; SQLite takes at most 32,766 bound values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRows:
    """Every row about some pages, as the tables hold them."""

    pages: Sequence[Row[Page, str]]
    """With the registrable domain."""
    backlinks: Sequence[Row[Backlink, str]]
    """With the target's URL, empty when the report names none."""
    statements: Sequence[Row[Statement, str, str]]
    """With tool and file name of the report, newest report first."""
    visits: Sequence[Visit]
    """Newest first, without those to home pages and siblings."""
    references: Sequence[Reference]
    """Of those visits."""
    presences: Sequence[Presence]
    """What each visit said of the backlinks."""
    findings: Sequence[Finding]
    """Strongest first."""
    verdicts: Sequence[Verdict]
    reviews: Sequence[Review]
    """Newest first."""
    targets: Mapping[int, TargetProfile]
    """What the targets themselves are, without the text of their pages."""


def page_rows(session: Session, property_name: str, page_ids: Sequence[int]) -> PageRows:
    """Return everything about these pages; at most `BATCH` of them."""
    owner = property_key(property_name)
    ours = (Backlink.property_id == owner, Backlink.page_id.in_(page_ids))
    return PageRows(
        pages=session.execute(
            select(Page, Domain.name).join(Domain, Domain.id == Page.domain_id).where(Page.id.in_(page_ids))
        ).all(),
        backlinks=session.execute(
            select(Backlink, func.coalesce(Target.url, ""))
            .outerjoin(Target, Target.id == Backlink.target_id)
            .where(*ours)
            .order_by(Target.url)
        ).all(),
        statements=_statements(session, ours),
        visits=session.scalars(
            select(Visit).where(Visit.page_id.in_(page_ids)).order_by(Visit.id.desc())
        ).all(),
        references=session.scalars(
            select(Reference).where(Reference.page_id.in_(page_ids)).order_by(Reference.id)
        ).all(),
        presences=session.scalars(
            select(Presence).join(Backlink, Backlink.id == Presence.backlink_id).where(*ours)
        ).all(),
        findings=_findings(session, owner, page_ids),
        verdicts=verdict_rows(session, property_name, "page", page_ids),
        reviews=review_rows(session, property_name, "page", page_ids),
        targets=_profiles(session, ours),
    )


def _statements(
    session: Session, ours: tuple[ColumnElement[bool], ...]
) -> Sequence[Row[Statement, str, str]]:
    """Return what reports say of backlinks that are `ours`."""
    return session.execute(
        select(Statement, Report.tool, Report.file_name)
        .join(Report, Report.id == Statement.report_id)
        .join(Backlink, Backlink.id == Statement.backlink_id)
        .where(*ours)
        .order_by(Report.imported_at.desc(), Statement.report_id, Statement.line)
    ).all()


def _findings(session: Session, owner: int, page_ids: Sequence[int]) -> Sequence[Finding]:
    return session.scalars(
        select(Finding)
        .join(Page, and_(Page.id == Finding.page_id, Page.domain_id == Finding.domain_id))
        .where(Finding.property_id == owner, Page.id.in_(page_ids))
        .order_by(Finding.decisive.desc(), Finding.score.desc(), Finding.signal)
    ).all()


def _profiles(session: Session, ours: tuple[ColumnElement[bool], ...]) -> Mapping[int, TargetProfile]:
    """Return what the targets of backlinks that are `ours` are themselves."""
    rows = session.scalars(
        select(TargetProfile)
        .where(TargetProfile.target_id.in_(select(Backlink.target_id).where(*ours)))
        .options(defer(TargetProfile.text), defer(TargetProfile.headings))
    )
    return {row.target_id: row for row in rows}


def visits_of_domain(session: Session, property_name: str, domain_id: int) -> Sequence[Visit]:
    """Return the visits to a domain that concern the property, with their evidence, oldest first."""
    ours = select(Backlink.id).where(
        Backlink.page_id == Visit.page_id, Backlink.property_id == property_key(property_name)
    )
    return session.scalars(
        select(Visit)
        .where(Visit.domain_id == domain_id, or_(Visit.page_id.is_(None), ours.exists()))
        .order_by(Visit.id)
        .options(undefer(Visit.evidence))
    ).all()


def verdict_rows(
    session: Session, property_name: str, subject: str, subject_ids: Sequence[int]
) -> Sequence[Verdict]:
    """Return the verdicts about these pages or domains."""
    return session.scalars(
        select(Verdict).where(
            Verdict.property_id == property_key(property_name),
            Verdict.subject == subject,
            Verdict.subject_id.in_(subject_ids),
        )
    ).all()


def review_rows(
    session: Session, property_name: str, subject: str, subject_ids: Sequence[int]
) -> Sequence[Review]:
    """Return what people decided about these pages or domains, newest first."""
    return session.scalars(
        select(Review)
        .where(
            Review.property_id == property_key(property_name),
            Review.subject == subject,
            Review.subject_id.in_(subject_ids),
        )
        .order_by(Review.id.desc())
    ).all()


def domain_row(session: Session, name: str) -> Domain | None:
    """Return a registrable domain by its name."""
    return session.scalar(select(Domain).where(Domain.name == name))


def page_ids_of(session: Session, property_name: str, domain_ids: Sequence[int], limit: int) -> list[int]:
    """Return the pages of some domains that refer to the property, at most `limit`, flagged ones first.

    Of domains with more than `MANY_PAGES` pages only so many are compared, those with telling findings first.
    """
    verdict = select(Verdict.subject_id, Verdict.flagged, Verdict.score).where(
        Verdict.property_id == property_key(property_name), Verdict.subject == "page"
    )
    judged = verdict.subquery()
    query = (
        select(Page.id)
        .where(
            _compared(session, property_name, domain_ids),
            select(Backlink.id)
            .where(Backlink.page_id == Page.id, Backlink.property_id == property_key(property_name))
            .exists(),
        )
        .outerjoin(judged, judged.c.subject_id == Page.id)
        .order_by(
            func.coalesce(judged.c.flagged, False).desc(),  # SQL
            func.coalesce(judged.c.score, 0.0).desc(),
            Page.url,
        )
        .limit(limit)
    )
    return list(session.scalars(query))


def _compared(session: Session, property_name: str, domain_ids: Sequence[int]) -> ColumnElement[bool]:
    """Return the condition that a page is one of those to choose from."""
    pages = select(Page.id).where(Page.domain_id.in_(domain_ids))
    some = pages.limit(MANY_PAGES + 1).subquery()
    if (session.scalar(select(func.count()).select_from(some)) or 0) <= MANY_PAGES:
        return Page.domain_id.in_(domain_ids)
    telling = select(Finding.page_id).where(
        Finding.property_id == property_key(property_name),
        Finding.domain_id.in_(domain_ids),
        Finding.score >= literal_column(TELLING),  # as the index says it
    )
    return Page.id.in_(union_all(select(telling.limit(MANY_PAGES).subquery()), select(some)))
