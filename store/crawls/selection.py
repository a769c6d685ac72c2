"""Choosing pages to visit again: flagged ones, unknown ones, those of named domains."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, undefer

from store.models import Backlink, Domain, Frontier, Page, Verdict, Visit
from store.properties import property_key


def flagged_pages(session: Session, property_name: str) -> tuple[int, ...]:
    """Return the pages whose verdict, or whose domain's verdict, asks a person to look."""
    flagged = select(Verdict.subject_id).where(
        Verdict.property_id == property_key(property_name), Verdict.flagged
    )
    pages = flagged.where(Verdict.subject == "page")
    domains = flagged.where(Verdict.subject == "domain")
    return _pages(session, property_name, or_(Page.id.in_(pages), Domain.id.in_(domains)))


def unknown_pages(session: Session, property_name: str) -> tuple[int, ...]:
    """Return the pages that the last visit could say nothing about."""
    return _pages(session, property_name, Backlink.state == "unknown")


def due_pages(session: Session, property_name: str, now: datetime) -> tuple[int, ...]:
    """Return the pages whose time has come."""
    due = select(Frontier.page_id).where(Frontier.due_at <= now)
    return _pages(session, property_name, Page.id.in_(due))


def pages_of_domains(session: Session, property_name: str, domains: Sequence[str]) -> tuple[int, ...]:
    """Return the pages of these registrable domains."""
    return _pages(session, property_name, Domain.name.in_(domains))


def newest_visit(session: Session) -> Visit | None:
    """Return the visit to a referring page that was stored last, with its evidence."""
    newest = select(Visit).where(Visit.purpose == "page").order_by(Visit.id.desc()).limit(1)
    return session.scalar(newest.options(undefer(Visit.evidence)))


def _pages(session: Session, property_name: str, where: ColumnElement[bool]) -> tuple[int, ...]:
    pages = (
        select(Page.id)
        .join(Backlink, Backlink.page_id == Page.id)
        .join(Domain, Domain.id == Page.domain_id)
        .where(Backlink.property_id == property_key(property_name), where)
        .distinct()
        .order_by(Page.id)
    )
    return tuple(session.scalars(pages))
