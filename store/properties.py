"""The properties of a store: add, find, list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from evidence.errors import LinkwitnessError
from evidence.property import Property
from store.identity import key
from store.models import Backlink, Report, Target
from store.models import Property as PropertyRow


class UnknownPropertyError(LinkwitnessError):
    """No property of that name is in the store; the message lists those that are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownProperty:
    """A property with what the store holds about it."""

    property: Property
    trusted: tuple[str, ...]
    """Registrable domains that are never flagged."""
    sisters: tuple[str, ...]
    """Registrable domains of the owner's other sites: never flagged either."""
    policy: Mapping[str, Mapping[str, float]]
    """Numbers of its own in place of the analysis's defaults, by section and name."""
    created_at: datetime
    reports: int
    targets: int
    backlinks: int


def property_key(name: str) -> int:
    """Return the key of the property of that name."""
    return key("property", name)


def put_property(
    session: Session,
    property: Property,
    *,
    trusted: Sequence[str] = (),
    sisters: Sequence[str] = (),
    now: datetime,
) -> KnownProperty | None:
    """Add a property, or replace what is known of it; return what was known before, None when it is new."""
    row = session.get(PropertyRow, property_key(property.name))
    before = None if row is None else _known(session, row)
    if row is None:
        row = PropertyRow(id=property_key(property.name), name=property.name, created_at=now)
        session.add(row)
    row.domains = list(property.domains)
    row.asset_prefixes = list(property.asset_prefixes)
    row.brands = list(property.brands)
    row.trusted = list(trusted)
    row.sisters = list(sisters)
    return before


def find_property(session: Session, name: str) -> KnownProperty:
    """Return one property.

    Raises:
        UnknownPropertyError: there is none of that name.
    """
    row = session.get(PropertyRow, property_key(name))
    if row is None:
        known = ", ".join(session.scalars(select(PropertyRow.name).order_by(PropertyRow.name))) or "none yet"
        raise UnknownPropertyError(
            f"no property {name!r} in this store (known: {known}); add it: linkwitness property add {name}"
        )
    return _known(session, row)


LEARNED = "learned."
"""Before the names of sections that hold a model fitted on reviews: no defaults stand behind them."""


def put_policy(session: Session, name: str, numbers: Mapping[str, Mapping[str, float]]) -> None:
    """Let the analysis of a property go by these numbers; none: by the defaults. A model in use stays.

    Raises:
        UnknownPropertyError: there is none of that name.
    """
    find_property(session, name)
    row = session.get_one(PropertyRow, property_key(name))
    kept = {section: values for section, values in row.policy.items() if section.startswith(LEARNED)}
    row.policy = {**kept, **{section: dict(values) for section, values in numbers.items()}}


def put_learned(session: Session, name: str, numbers: Mapping[str, Mapping[str, float]]) -> None:
    """Keep the sections of a model with the property's policy, instead of earlier ones; none: no model."""
    row = session.get_one(PropertyRow, property_key(name))
    kept = {section: values for section, values in row.policy.items() if not section.startswith(LEARNED)}
    row.policy = {**kept, **{LEARNED + section: dict(values) for section, values in numbers.items()}}


def learned_numbers(session: Session, name: str) -> Mapping[str, Mapping[str, float]]:
    """Return the sections of the model that the owner uses; none without one."""
    row = session.get_one(PropertyRow, property_key(name))
    return {
        section.removeprefix(LEARNED): values
        for section, values in row.policy.items()
        if section.startswith(LEARNED)
    }


def never_flagged(known: KnownProperty) -> frozenset[str]:
    """Return the registrable domains that no verdict names: own, sister and trusted ones."""
    return frozenset((*known.property.domains, *known.sisters, *known.trusted))


def list_properties(session: Session) -> list[KnownProperty]:
    """Return every property, by name."""
    return [_known(session, row) for row in session.scalars(select(PropertyRow).order_by(PropertyRow.name))]


def _known(session: Session, row: PropertyRow) -> KnownProperty:
    def count(model: type[Report | Target | Backlink]) -> int:
        rows = session.scalar(select(func.count()).select_from(model).where(model.property_id == row.id))
        return rows or 0

    return KnownProperty(
        property=Property(
            name=row.name,
            domains=tuple(row.domains),
            asset_prefixes=tuple(row.asset_prefixes),
            brands=tuple(row.brands),
        ),
        trusted=tuple(row.trusted),
        sisters=tuple(row.sisters),
        policy={section: values for section, values in row.policy.items() if not section.startswith(LEARNED)},
        created_at=row.created_at,
        reports=count(Report),
        targets=count(Target),
        backlinks=count(Backlink),
    )
