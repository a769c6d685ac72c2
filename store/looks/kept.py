"""What is kept whole of visits and targets: the evidence, and where the archive has the answer."""

from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import Session, defer

from store.models import Backlink, Target, TargetProfile, Visit
from store.properties import property_key


def visit(session: Session, property_name: str, visit_id: int) -> Visit | None:
    """Return a visit with its evidence, if its page has a backlink to the property."""
    ours = select(Backlink.id).where(
        Backlink.page_id == Visit.page_id, Backlink.property_id == property_key(property_name)
    )
    return session.scalar(select(Visit).where(Visit.id == visit_id, ours.exists()))


def packed_evidence(session: Session, visit_ids: Collection[int], most: int) -> dict[int, bytes]:
    """Return the packed evidence of visits, where there is any, and not more than `most` bytes of it."""
    rows = session.execute(
        select(Visit.id, Visit.evidence).where(
            Visit.id.in_(visit_ids), Visit.evidence.is_not(None), func.length(Visit.evidence) <= most
        )
    )
    return {id: evidence for id, evidence in rows if evidence is not None}


def target_profile(session: Session, property_name: str, target_id: int) -> TargetProfile | None:
    """Return what is known of a target of the property, without the text of its page."""
    return session.scalar(
        select(TargetProfile)
        .join(Target, Target.id == TargetProfile.target_id)
        .where(Target.id == target_id, Target.property_id == property_key(property_name))
        .options(defer(TargetProfile.text), defer(TargetProfile.headings))
    )
