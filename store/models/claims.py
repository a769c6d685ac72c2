"""What the owner and the tools claim: properties, targets, reports, backlinks, statements."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, Key


class Property(Base):
    """A site whose backlinks are checked (`evidence.property.Property`)."""

    __tablename__ = "property"

    id: Mapped[Key]
    name: Mapped[str] = mapped_column(unique=True, comment="main registrable domain")
    domains: Mapped[list[str]] = mapped_column(comment="registrable domains that are ours, name among them")
    asset_prefixes: Mapped[list[str]] = mapped_column(comment="shared hosts with our path, without scheme")
    brands: Mapped[list[str]] = mapped_column(comment="names that count as a mention")
    trusted: Mapped[list[str]] = mapped_column(comment="registrable domains that are never flagged")
    sisters: Mapped[list[str]] = mapped_column(
        server_default="[]", comment="registrable domains of the owner's other sites; never flagged"
    )
    policy: Mapped[dict[str, Any]] = mapped_column(
        server_default="{}", comment="numbers of its own in place of the analysis's defaults, by section"
    )
    created_at: Mapped[datetime]


class Target(Base):
    """One URL of a property that a report says is linked."""

    __tablename__ = "target"

    id: Mapped[Key]
    property_id: Mapped[int] = mapped_column(ForeignKey("property.id"), index=True)
    url: Mapped[str] = mapped_column(comment="absolute, as first reported")
    is_image: Mapped[bool] = mapped_column(comment="by its file name")
    page_url: Mapped[str] = mapped_column(comment="for an image: our page that shows it; empty when unknown")


class Report(Base):
    """One imported file. Its key comes from its bytes, so the same file is one report."""

    __tablename__ = "report"

    id: Mapped[Key]
    property_id: Mapped[int] = mapped_column(ForeignKey("property.id"), index=True)
    sha256: Mapped[str]
    file_name: Mapped[str]
    format: Mapped[str] = mapped_column(comment="id of the reader")
    tool: Mapped[str] = mapped_column(comment="ahrefs, search-console, ...")
    imported_at: Mapped[datetime]
    rows: Mapped[int] = mapped_column(comment="statements stored")
    skipped: Mapped[int] = mapped_column(comment="rows that could not be read")


class Backlink(Base):
    """One reported source page and target; without a target the report names only the property."""

    __tablename__ = "backlink"
    __table_args__ = (Index("ix_backlink_property_id_state_reason", "property_id", "state", "reason"),)

    id: Mapped[Key]
    property_id: Mapped[int] = mapped_column(ForeignKey("property.id"))
    page_id: Mapped[int] = mapped_column(ForeignKey("page.id"), index=True)
    target_id: Mapped[int | None] = mapped_column(ForeignKey("target.id"), index=True)
    state: Mapped[str] = mapped_column(default="", comment="presence at the last visit; empty: not visited")
    reason: Mapped[str] = mapped_column(default="", comment="why, from evidence.presence")
    detail: Mapped[str] = mapped_column(default="", comment="one sentence with what was seen")
    level: Mapped[str] = mapped_column(default="", comment="match ladder L0..L9 of the nearest find")
    visibility: Mapped[str] = mapped_column(default="", comment="of the nearest find")
    seen_loads: Mapped[int] = mapped_column(default=0, comment="loads of the last visit that had it (k of n)")
    loads: Mapped[int] = mapped_column(default=0, comment="loads of the last visit (n)")
    visit_id: Mapped[int | None] = mapped_column(comment="visit that said so")
    checked_at: Mapped[datetime | None]


class Statement(Base):
    """What one row of one report says about a backlink (`crawler.reports.statement.Statement`)."""

    __tablename__ = "statement"

    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"), primary_key=True, autoincrement=False)
    line: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, comment="line in the file")
    backlink_id: Mapped[int] = mapped_column(ForeignKey("backlink.id"), index=True)
    source_url: Mapped[str] = mapped_column(comment="exactly as reported")
    target_url: Mapped[str] = mapped_column(comment="exactly as reported")
    title: Mapped[str]
    left: Mapped[str]
    anchor: Mapped[str]
    right: Mapped[str]
    type: Mapped[str] = mapped_column(comment="text, image, redirect, ...; empty when the tool does not say")
    language: Mapped[str]
    http_status: Mapped[int | None]
    first_seen: Mapped[datetime | None]
    last_seen: Mapped[datetime | None]
    lost: Mapped[datetime | None]
    lost_reason: Mapped[str]
    nofollow: Mapped[bool | None]
    ugc: Mapped[bool | None]
    sponsored: Mapped[bool | None]
    external_links: Mapped[int | None]
    links_in_group: Mapped[int | None]
    vendor_spam: Mapped[bool | None]
    domain_rating: Mapped[float | None]
    hits: Mapped[int | None]
    visitors_load_assets: Mapped[bool | None] = mapped_column(
        comment="access log: some visitor from the page loaded our pictures or styles, as browsers do"
    )
