"""What is concluded: findings, verdicts, campaigns by the machine; reviews by a person."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, Key, Serial


class Finding(Base):
    """What one signal saw about one page. Kinds are strings: a new signal needs no migration."""

    __tablename__ = "finding"
    __table_args__ = (
        Index("ix_finding_place", "domain_id", "page_id", "property_id"),
        Index(
            "ix_finding_telling",
            "property_id",
            "domain_id",
            "signal",
            "score",
            sqlite_where=text("score >= 0.5"),
            postgresql_where=text("score >= 0.5"),
        ),
    )

    id: Mapped[Serial]
    property_id: Mapped[int] = mapped_column(ForeignKey("property.id"))
    page_id: Mapped[int] = mapped_column(ForeignKey("page.id"))
    domain_id: Mapped[int] = mapped_column(ForeignKey("domain.id"))
    backlink_id: Mapped[int | None] = mapped_column(ForeignKey("backlink.id"))
    visit_id: Mapped[int | None] = mapped_column(comment="visit it was seen at; null: in the report alone")
    signal: Mapped[str]
    score: Mapped[float] = mapped_column(comment="0 benign .. 1 spam")
    decisive: Mapped[bool] = mapped_column(comment="lifts the page over the line by itself")
    sentence: Mapped[str]
    quote: Mapped[str] = mapped_column(comment="what was seen, word for word")


class Verdict(Base):
    """The machine's conclusion about one page or one domain, as of the last analysis."""

    __tablename__ = "verdict"
    __table_args__ = (
        # An index, not a constraint: SQLite makes it anew behind many rows (`store.conclusions.judgements`).
        Index("ix_verdict_subject", "property_id", "subject", "subject_id", unique=True),
    )

    id: Mapped[Serial]
    property_id: Mapped[int] = mapped_column(ForeignKey("property.id"))
    subject: Mapped[str] = mapped_column(comment="page or domain")
    subject_id: Mapped[int] = mapped_column(comment="page.id or domain.id")
    state: Mapped[str] = mapped_column(comment="spam, suspicious, benign or undecided")
    score: Mapped[float | None] = mapped_column(comment="null: no evidence")
    flagged: Mapped[bool] = mapped_column(comment="a person should look")
    signals: Mapped[int] = mapped_column(comment="signals that had evidence")
    pages: Mapped[int] = mapped_column(comment="pages behind it")
    spam_pages: Mapped[int]
    reason: Mapped[str] = mapped_column(comment="one sentence: why this state")
    decided_at: Mapped[datetime]


class Campaign(Base):
    """Referring pages on many domains that share one fingerprint."""

    __tablename__ = "campaign"

    id: Mapped[Key]
    property_id: Mapped[int] = mapped_column(ForeignKey("property.id"), index=True)
    fingerprint: Mapped[str] = mapped_column(comment="kind of fingerprint, as the analysis names it")
    value: Mapped[str]
    pages: Mapped[int]
    domains: Mapped[int]
    judged: Mapped[int] = mapped_column(default=0, comment="domains with a page that could be judged")
    spam: Mapped[int] = mapped_column(default=0, comment="domains with a page that is called spam")


class Review(Base):
    """What a person decided. It stands beside the verdict and never overwrites it."""

    __tablename__ = "review"
    __table_args__ = (
        Index("ix_review_property_id_subject_subject_id", "property_id", "subject", "subject_id"),
    )

    id: Mapped[Serial]
    property_id: Mapped[int] = mapped_column(ForeignKey("property.id"))
    subject: Mapped[str] = mapped_column(comment="page or domain")
    subject_id: Mapped[int]
    decision: Mapped[str] = mapped_column(comment="spam, benign or unsure")
    level: Mapped[str] = mapped_column(comment="url, host or domain to act on; empty: leave alone")
    note: Mapped[str]
    decided_at: Mapped[datetime]
