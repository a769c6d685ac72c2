"""What was seen: domains, pages, the frontier, visits, references."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, Key, Serial


class Domain(Base):
    """A registrable domain by the Public Suffix List, private section included."""

    __tablename__ = "domain"

    id: Mapped[Key]
    name: Mapped[str] = mapped_column(unique=True, comment="A-label form")
    leased_by: Mapped[str] = mapped_column(default="", comment="crawl worker that visits its pages now")
    leased_until: Mapped[datetime | None] = mapped_column(comment="end of that lease")
    not_before: Mapped[datetime | None] = mapped_column(comment="Retry-After, back-off or crawl delay")


class Page(Base):
    """One source URL. Its key comes from the normal form, so http/https/www twins are one page."""

    __tablename__ = "page"

    id: Mapped[Key]
    domain_id: Mapped[int] = mapped_column(ForeignKey("domain.id"), index=True)
    url: Mapped[str] = mapped_column(comment="absolute, to be fetched")
    host: Mapped[str]


class Frontier(Base):
    """When a page is to be visited next, and how often it was tried."""

    __tablename__ = "frontier"
    __table_args__ = (Index("ix_frontier_domain_id_due_at", "domain_id", "due_at"),)

    page_id: Mapped[int] = mapped_column(ForeignKey("page.id"), primary_key=True, autoincrement=False)
    domain_id: Mapped[int] = mapped_column(ForeignKey("domain.id"))
    due_at: Mapped[datetime | None] = mapped_column(index=True, comment="null: visited, nothing planned")
    attempts: Mapped[int] = mapped_column(default=0, comment="failed visits in a row")
    interval: Mapped[int] = mapped_column(default=0, comment="seconds to the next visit, adapted to change")
    missing_since: Mapped[datetime | None] = mapped_column(comment="first visit that found no such name")


class Visit(Base):
    """One HTTP conversation and, where a body came, the evidence extracted from it."""

    __tablename__ = "visit"
    __table_args__ = (
        Index("ix_visit_page_id_started_at", "page_id", "started_at"),
        Index(
            "ix_visit_beside",
            "domain_id",
            sqlite_where=text("purpose IN ('home', 'sibling')"),
            postgresql_where=text("purpose IN ('home', 'sibling')"),
        ),
    )

    id: Mapped[Serial]
    page_id: Mapped[int | None] = mapped_column(
        ForeignKey("page.id"), comment="null for a home page or a sibling"
    )
    domain_id: Mapped[int] = mapped_column(ForeignKey("domain.id"), index=True)
    purpose: Mapped[str] = mapped_column(comment="page, unchanged, again, image, frame, home or sibling")
    profile: Mapped[str] = mapped_column(comment="visitor profile, such as plain")
    started_at: Mapped[datetime]
    elapsed_ms: Mapped[int]
    url: Mapped[str]
    final_url: Mapped[str]
    status: Mapped[int | None]
    error: Mapped[str] = mapped_column(
        comment="from evidence.presence.FAILURES; empty when there is a response"
    )
    error_detail: Mapped[str] = mapped_column(default="", comment="what went wrong, for people")
    hops: Mapped[list[dict[str, Any]]] = mapped_column(comment="redirect chain: url, status, how")
    address: Mapped[str] = mapped_column(comment="IP address that answered")
    tls_faults: Mapped[list[str]] = mapped_column(
        default=list, comment="what is wrong with the certificates on the way; read all the same"
    )
    etag: Mapped[str] = mapped_column(default="", comment="to ask whether the page changed since")
    last_modified: Mapped[str] = mapped_column(default="", comment="to ask the same of older servers")
    as_before: Mapped[int | None] = mapped_column(comment="304: key of the visit whose body still stands")
    content_type: Mapped[str]
    received_bytes: Mapped[int | None] = mapped_column(
        comment="of the body as it came, still encoded; null: nobody counted"
    )
    body_bytes: Mapped[int]
    body_sha256: Mapped[str]
    truncated: Mapped[bool]
    archive_file: Mapped[str] = mapped_column(comment="WARC file name; empty when nothing was archived")
    archive_offset: Mapped[int | None]
    archive_length: Mapped[int | None]
    title: Mapped[str]
    h1: Mapped[str]
    language: Mapped[str] = mapped_column(comment="detected, else declared")
    noindex: Mapped[bool]
    words: Mapped[int]
    prose_words: Mapped[int]
    compression: Mapped[float]
    link_density: Mapped[float]
    title_words: Mapped[int] = mapped_column(default=0)
    mean_word_length: Mapped[float] = mapped_column(default=0.0)
    visible_share: Mapped[float] = mapped_column(default=0.0, comment="visible text per source, 0..1")
    common_word_share: Mapped[float] = mapped_column(
        default=0.0, comment="words that are the language's most common ones, 0..1; 0: language unknown"
    )
    links: Mapped[int]
    embeds: Mapped[int]
    foreign_links: Mapped[int]
    foreign_embeds: Mapped[int]
    foreign_link_hosts: Mapped[int]
    foreign_embed_hosts: Mapped[int]
    picture_hosts_named: Mapped[int] = mapped_column(
        default=0, comment="other domains with a picture here that says what it shows"
    )
    picture_hosts_fitting: Mapped[int] = mapped_column(
        default=0, comment="those whose picture shares a word with title, heading or address"
    )
    simhash: Mapped[int] = mapped_column(comment="two's complement")
    template_hash: Mapped[str]
    vocabulary: Mapped[str] = mapped_column(
        comment="distinct words of the visible text, casefolded, in order"
    )
    frequent_words: Mapped[str] = mapped_column(
        default="", comment="most frequent words with their counts, as word=3 other=2"
    )
    trackers: Mapped[list[str]] = mapped_column(
        default=list, comment="accounts of analytics and advertising, such as UA-12345-1"
    )
    traits: Mapped[list[str]]
    limits: Mapped[list[str]]
    evidence_version: Mapped[int | None]
    evidence: Mapped[bytes | None] = mapped_column(
        LargeBinary, deferred=True, comment="evidence.codec, compressed"
    )


class Presence(Base):
    """What one visit says about one backlink (`evidence.visited.Presence`)."""

    __tablename__ = "presence"

    visit_id: Mapped[int] = mapped_column(ForeignKey("visit.id"), primary_key=True, autoincrement=False)
    backlink_id: Mapped[int] = mapped_column(
        ForeignKey("backlink.id"), primary_key=True, autoincrement=False, index=True
    )
    state: Mapped[str]
    reason: Mapped[str]
    detail: Mapped[str]


class Reference(Base):
    """One find of a visit (`evidence.model.Reference`), for filters and joins."""

    __tablename__ = "reference"

    id: Mapped[Serial]
    visit_id: Mapped[int] = mapped_column(ForeignKey("visit.id"), index=True)
    page_id: Mapped[int] = mapped_column(ForeignKey("page.id"), index=True)
    backlink_id: Mapped[int | None] = mapped_column(ForeignKey("backlink.id"), index=True)
    kind: Mapped[str]
    level: Mapped[str]
    visibility: Mapped[str]
    hidden_by: Mapped[str]
    place: Mapped[str]
    element: Mapped[str]
    attribute: Mapped[str]
    url: Mapped[str]
    resolved: Mapped[str]
    via: Mapped[str]
    anchor: Mapped[str]
    left: Mapped[str]
    right: Mapped[str]
    rel: Mapped[str]
    readings: Mapped[list[str]]


class TargetProfile(Base):
    """What a target of the property itself was when last asked for: `store.crawls.target_profiles`."""

    __tablename__ = "target_profile"

    target_id: Mapped[int] = mapped_column(ForeignKey("target.id"), primary_key=True, autoincrement=False)
    seen_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(comment="there, gone, replaced or unknown")
    detail: Mapped[str] = mapped_column(comment="one sentence why, unless it is there")
    final_url: Mapped[str]
    status: Mapped[int | None]
    content_type: Mapped[str]
    kind: Mapped[str] = mapped_column(comment="image, page, other; empty when nothing came")
    bytes: Mapped[int]
    format: Mapped[str] = mapped_column(comment="of an image, such as jpeg")
    width: Mapped[int]
    height: Mapped[int]
    picture_hash: Mapped[str] = mapped_column(comment="pHash as 16 hex digits; empty when unknown")
    page_url: Mapped[str] = mapped_column(comment="for an image: our page that shows it")
    alt: Mapped[str]
    caption: Mapped[str]
    heading: Mapped[str] = mapped_column(comment="for an image: the nearest above it on that page")
    title: Mapped[str] = mapped_column(comment="of the page, for an image the one that shows it; as below")
    headings: Mapped[list[str]]
    language: Mapped[str]
    text: Mapped[str] = mapped_column(comment="main text")
    archive_file: Mapped[str]
    archive_offset: Mapped[int | None]
    archive_length: Mapped[int | None]
