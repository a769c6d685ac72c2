"""What is worked out ahead for whoever looks: counts, and the queue in its order."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import ROWS_BY_KEY, Base


class Tally(Base):
    """One number of the overview, as of the last import, crawl or analysis."""

    __tablename__ = "tally"

    property_id: Mapped[int] = mapped_column(ForeignKey("property.id"), primary_key=True, autoincrement=False)
    topic: Mapped[str] = mapped_column(
        primary_key=True, comment="presence, verdict, flagged, campaign, new, lost or language"
    )
    name: Mapped[str] = mapped_column(
        primary_key=True, comment="state, subject, campaign, month or language, by the topic"
    )
    part: Mapped[str] = mapped_column(
        primary_key=True, comment="reason, verdict or a domain, by the topic; else empty"
    )
    number: Mapped[int]
    counted_at: Mapped[datetime]


class QueueRow(Base):
    """One flagged domain, as of the last analysis."""

    __tablename__ = "queue"
    __table_args__ = (
        Index("ix_queue_place", "property_id", "priority", "domain_id", "name"),  # nothing else is read
        Index("ix_queue_fold", "property_id", "fold_priority", "fold", "priority", "domain_id", "name"),
    )

    property_id: Mapped[int] = mapped_column(ForeignKey("property.id"), primary_key=True, autoincrement=False)
    domain_id: Mapped[int] = mapped_column(ForeignKey("domain.id"), primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(comment="domain.name")
    priority: Mapped[float] = mapped_column(comment="1 look first .. 0 look last (docs/review.md)")
    fold: Mapped[int] = mapped_column(default=0, comment="campaign that it is decided with; else its own key")
    fold_priority: Mapped[float] = mapped_column(default=0.0, comment="highest priority in the fold")
    state: Mapped[str] = mapped_column(default="", comment="verdict.state")
    first_signal: Mapped[str] = mapped_column(
        default="", comment="its first telling signal, by score; empty: none"
    )
    second_signal: Mapped[str] = mapped_column(
        default="", comment="its second telling signal, by score; empty: none"
    )


class QueueFacet(Base):
    """One thing a flagged domain can be found by."""

    __tablename__ = "queue_facet"
    __table_args__ = ROWS_BY_KEY

    property_id: Mapped[int] = mapped_column(ForeignKey("property.id"), primary_key=True, autoincrement=False)
    facet: Mapped[str] = mapped_column(
        primary_key=True, comment="verdict, signal, state, language, report or campaign"
    )
    value: Mapped[str] = mapped_column(primary_key=True, comment="its name, or its key in decimal")
    domain_id: Mapped[int] = mapped_column(ForeignKey("domain.id"), primary_key=True, autoincrement=False)
