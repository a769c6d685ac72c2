"""Target profiles: what the property's own pages and images are, which others are compared with."""

from collections import defaultdict
from dataclasses import asdict, dataclass, fields
from datetime import datetime

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from evidence.addresses.resized import shared_form
from store.database import Store
from store.models import Backlink, Target, TargetProfile
from store.properties import property_key

SAME_PICTURE = 3
"""Images of different names that are one picture, from which on it is taken for a stand-in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One target as it was when last asked for; the fields are the columns of the table."""

    target_id: int
    seen_at: datetime
    state: str = "there"
    """`there`, `gone`, `replaced` (another picture answers) or `unknown`."""
    detail: str = ""
    final_url: str = ""
    status: int | None = None
    content_type: str = ""
    kind: str = ""
    """`image`, `page`, `other`; empty when nothing came."""
    bytes: int = 0
    format: str = ""
    width: int = 0
    height: int = 0
    picture_hash: str = ""
    page_url: str = ""
    """For an image: the page of the property that shows it; title, headings, language, text are its."""
    alt: str = ""
    caption: str = ""
    heading: str = ""
    title: str = ""
    headings: tuple[str, ...] = ()
    language: str = ""
    text: str = ""
    archive_file: str = ""
    archive_offset: int | None = None
    archive_length: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DueTarget:
    """A target to ask for."""

    id: int
    url: str
    is_image: bool


def due_targets(store: Store, property_name: str, *, before: datetime, limit: int) -> list[DueTarget]:
    """Return targets that were not asked for since `before`, those first that most backlinks name."""
    links = (
        select(Backlink.target_id, func.count().label("links"))
        .where(Backlink.property_id == property_key(property_name))
        .group_by(Backlink.target_id)
        .subquery()
    )
    rows = (
        select(Target.id, Target.url, Target.is_image)
        .join(links, links.c.target_id == Target.id)
        .outerjoin(TargetProfile, TargetProfile.target_id == Target.id)
        .where(or_(TargetProfile.seen_at.is_(None), TargetProfile.seen_at < before))
        .order_by(links.c.links.desc(), Target.url)
        .limit(limit)
    )
    with store.read() as session:
        return [DueTarget(id=id, url=url, is_image=is_image) for id, url, is_image in session.execute(rows)]


def put_profile(store: Store, profile: Profile) -> None:
    """Store a profile in the place of the earlier one; an image also learns the page that shows it."""
    with store.write() as session:
        session.merge(TargetProfile(**{**asdict(profile), "headings": list(profile.headings)}))
        if profile.page_url:
            session.get_one(Target, profile.target_id).page_url = profile.page_url


def mark_stand_ins(store: Store, property_name: str) -> None:
    """Say of images that are there whether they all show one picture, as shops do for what they lack.

    Copies of one image in several sizes are no such case.
    """
    with store.write() as session:
        alike: defaultdict[str, list[tuple[TargetProfile, str]]] = defaultdict(list)
        for row, url in session.execute(
            _profiled(property_name).where(
                TargetProfile.picture_hash != "", TargetProfile.state.in_(("there", "replaced"))
            )
        ):
            alike[row.picture_hash].append((row, shared_form(url.partition("?")[0])))
        for found in alike.values():
            addresses = len({form for _, form in found})
            for row, _ in found if addresses >= SAME_PICTURE else ():
                if row.state == "there":
                    row.state = "replaced"
                    row.detail = f"the same picture answers at {addresses} addresses"


def property_profiles(session: Session, property_name: str) -> list[tuple[str, Profile]]:
    """Return what is known of a property's targets, by URL."""
    return [(url, _profile(row)) for row, url in session.execute(_profiled(property_name))]


def _profiled(property_name: str) -> Select[TargetProfile, str]:
    return (
        select(TargetProfile, Target.url)
        .join(Target, Target.id == TargetProfile.target_id)
        .where(Target.property_id == property_key(property_name))
        .order_by(Target.url)
    )


def _profile(row: TargetProfile) -> Profile:
    columns = {field.name: getattr(row, field.name) for field in fields(Profile)}
    return Profile(**{**columns, "headings": tuple(row.headings)})
