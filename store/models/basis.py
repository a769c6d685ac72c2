"""What an analysis keeps for the next one, so that this need only judge what has changed since."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base


class Basis(Base):
    """What the last analysis of a property went by. There is none while an analysis is being written."""

    __tablename__ = "basis"

    property_id: Mapped[int] = mapped_column(ForeignKey("property.id"), primary_key=True, autoincrement=False)
    made_by: Mapped[str] = mapped_column(comment="digest of program, policy and property")
    reports: Mapped[list[str]] = mapped_column(comment="keys of the reports that it knew, in decimal")
    visit_id: Mapped[int] = mapped_column(comment="highest key of a visit that it knew")
    targets: Mapped[bytes] = mapped_column(LargeBinary, comment="the targets as it knew them, Arrow")
    domains: Mapped[int] = mapped_column(comment="registrable domains that the last whole analysis judged")
    judged_again: Mapped[int] = mapped_column(comment="registrable domains judged again since")
    cuts: Mapped[dict[str, Any]] = mapped_column(comment="where the last whole one found two kinds of values")
    whole_at: Mapped[datetime] = mapped_column(comment="moment of the last whole analysis")


class BasisPart(Base):
    """What the pages of some domains add to the counts at large. A later part replaces their earlier one."""

    __tablename__ = "basis_part"

    property_id: Mapped[int] = mapped_column(ForeignKey("property.id"), primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    claims: Mapped[bytes] = mapped_column(LargeBinary, comment="newest statement of each backlink, Arrow")
    pages: Mapped[bytes] = mapped_column(LargeBinary, comment="fingerprints and verdicts of pages, Arrow")
