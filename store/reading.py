"""Bulk reads for the analysis: whole tables as Polars frames, through ADBC.

Read in shards of registrable domains, so that memory stays flat however large the store is: domain keys
are hashes, so equal ranges of keys hold about equally many domains. Times are whole seconds since 1970.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import adbc_driver_postgresql.dbapi
import adbc_driver_sqlite.dbapi
import polars as pl
from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Float,
    MetaData,
    Select,
    Table,
    Text,
    and_,
    case,
    cast,
    func,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.pool import QueuePool

from store.database import Store
from store.models import (
    Backlink,
    Campaign,
    CampaignPage,
    Domain,
    Finding,
    Page,
    Reference,
    Report,
    Review,
    Statement,
    Target,
    TargetProfile,
    Verdict,
    Visit,
)
from store.models.base import BigKey

KEYS = 1 << 63
"""`store.identity.key` gives 0 <= key < 2^63."""


LATEST = Table(
    "latest_visit", MetaData(), Column("id", BigKey), Column("page_id", BigKey), Column("domain_id", BigKey)
)
"""A temporary table of a reader's own connection."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """The registrable domains whose key is at least `low` and below `high`."""

    low: int = 0
    high: int = KEYS

    def holds(self, domain_id: Any) -> ColumnElement[bool]:
        """Return the condition that a column of domain keys lies in the shard."""
        return and_(domain_id >= self.low, domain_id <= self.high - 1)


def shards(backlinks: int, *, size: int) -> tuple[Shard, ...]:
    """Return shards of about `size` backlinks each, in order."""
    count = max(1, -(-backlinks // size))
    bounds = [KEYS * number // count for number in range(count + 1)]
    return tuple(Shard(low=low, high=high) for low, high in pairwise(bounds))


class BulkReader:
    """Reads of one property's rows; every method takes a shard and returns one frame."""

    def __init__(self, connection: Any, *, property_id: int, is_sqlite: bool) -> None:
        """Use `bulk_reader`, which opens and closes the connection."""
        self._connection = connection
        self._property_id = property_id
        self._has_latest = False
        self._dialect = sqlite.dialect() if is_sqlite else postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy leaves it untyped

    def backlinks(self, shard: Shard) -> pl.DataFrame:
        """Return one row per backlink with its page, domain, target and what the last visit said."""
        query = (
            select(
                Backlink.id.label("backlink_id"),
                Backlink.page_id,
                Page.domain_id,
                Page.url.label("page_url"),
                Page.host,
                Domain.name.label("domain"),
                func.coalesce(Backlink.target_id, 0).label("target_id"),
                func.coalesce(Target.url, "").label("target_url"),
                _flag(Target.is_image, "target_is_image"),
                func.coalesce(Target.page_url, "").label("target_page_url"),
                func.coalesce(
                    func.nullif(func.trim(TargetProfile.alt + " " + TargetProfile.caption), ""),
                    TargetProfile.title,
                    "",
                ).label("target_says"),
                Backlink.state,
                Backlink.reason,
                Backlink.detail,
                Backlink.level,
                Backlink.visibility,
                Backlink.seen_loads,
                Backlink.loads,
                Backlink.visit_id,
                Backlink.checked_at,
            )
            .join(Page, Page.id == Backlink.page_id)
            .join(Domain, Domain.id == Page.domain_id)
            .outerjoin(Target, Target.id == Backlink.target_id)
            .outerjoin(TargetProfile, TargetProfile.target_id == Backlink.target_id)
            .where(Backlink.property_id == self._property_id, shard.holds(Page.domain_id))
        )
        return self._frame(query)

    def fingerprints(self) -> pl.DataFrame:
        """Return `page_id`, `page_url`, `domain_id`, `template_hash` of all pages with a backlink."""
        ours = select(Backlink.page_id).where(Backlink.property_id == self._property_id)
        columns = (Page.id.label("page_id"), Page.url.label("page_url"), Page.domain_id)
        pages = self._frame(select(*columns).where(Page.id.in_(ours)))
        return pages.join(self.templates(), on="page_id", how="left").with_columns(
            pl.col("template_hash").fill_null("")
        )

    def claims(self) -> pl.DataFrame:
        """Return what `analysis.at_large` counts of every backlink: its newest statement, of all shards."""
        query = (
            select(
                Statement.backlink_id,
                Backlink.page_id,
                Page.domain_id,
                func.coalesce(Backlink.target_id, 0).label("target_id"),
                Statement.anchor,
                Statement.left,
                Statement.right,
                Statement.first_seen,
                Statement.last_seen,
                Statement.lost,
                Report.imported_at,
                Statement.line,
            )
            .join(Report, Report.id == Statement.report_id)
            .join(Backlink, Backlink.id == Statement.backlink_id)
            .join(Page, Page.id == Backlink.page_id)
            .where(Backlink.property_id == self._property_id)
        )
        rows = self._frame(query).sort("imported_at", "line")
        return rows.unique("backlink_id", keep="last", maintain_order=True).drop("imported_at", "line")

    def statements(self, shard: Shard) -> pl.DataFrame:
        """Return what the reports say, oldest report first."""
        query = (
            select(
                Statement.backlink_id,
                Report.tool,
                Report.imported_at,
                Statement.line,
                Statement.title,
                Statement.left,
                Statement.anchor,
                Statement.right,
                Statement.type,
                Statement.language,
                Statement.first_seen,
                Statement.last_seen,
                Statement.lost,
                Statement.lost_reason,
            )
            .join(Report, Report.id == Statement.report_id)
            .join(Backlink, Backlink.id == Statement.backlink_id)
            .join(Page, Page.id == Backlink.page_id)
            .where(Backlink.property_id == self._property_id, shard.holds(Page.domain_id))
        )
        return self._frame(query).sort("imported_at", "line", maintain_order=True)

    def visits(self, shard: Shard) -> pl.DataFrame:
        """Return the latest visit of every page that has a backlink of this property."""
        latest = self._latest_visits()
        return self._frame(
            select(*_FACTS, Visit.page_id)
            .join(latest, latest.c.id == Visit.id)
            .where(shard.holds(latest.c.domain_id))
        )

    def beside(self, shard: Shard) -> pl.DataFrame:
        """Return the visits to home pages and random siblings, oldest first."""
        return self._frame(
            select(*_FACTS, Visit.purpose, Visit.domain_id)
            .where(Visit.purpose.in_(("home", "sibling")), shard.holds(Visit.domain_id))
            .order_by(Visit.id)
        )

    def references(self, shard: Shard) -> pl.DataFrame:
        """Return the finds of the latest visit of every page, its further loads among them."""
        latest = self._latest_visits()
        query = (
            select(
                Reference.page_id,
                func.coalesce(Reference.backlink_id, 0).label("backlink_id"),
                Reference.visit_id,
                Reference.kind,
                Reference.level,
                Reference.visibility,
                Reference.hidden_by,
                Reference.place,
                Reference.url,
                Reference.anchor,
                Reference.left,
                Reference.right,
                cast(Reference.readings, Text).label("readings"),
            )
            .join(
                latest,
                and_(latest.c.page_id == Reference.page_id, Reference.visit_id >= latest.c.id),
            )
            .where(shard.holds(latest.c.domain_id))
            .order_by(Reference.id)
        )
        return self._frame(query)

    def templates(self) -> pl.DataFrame:
        """Return `page_id` and `template_hash` of the latest visit of every page."""
        latest = self._latest_visits()
        return self._frame(select(Visit.page_id, Visit.template_hash).join(latest, latest.c.id == Visit.id))

    def findings(self) -> pl.DataFrame:
        """Return `page_id`, `signal` and `score` of the findings of the last analysis."""
        ours = Finding.property_id == self._property_id
        return self._frame(
            select(Finding.page_id, Finding.signal, Finding.score).where(ours).order_by(Finding.id)
        )

    def verdicts(self, subject: str) -> pl.DataFrame:
        """Return the machine's verdicts about every `page` or `domain`."""
        query = select(
            Verdict.subject_id,
            Verdict.state,
            func.coalesce(Verdict.score, -1.0).label("score"),
            _flag(Verdict.flagged, "flagged"),
            Verdict.signals,
            Verdict.pages,
            Verdict.spam_pages,
            Verdict.reason,
            Verdict.decided_at,
        ).where(Verdict.property_id == self._property_id, Verdict.subject == subject)
        return self._frame(query).with_columns(pl.when(pl.col("score") >= 0).then("score").alias("score"))

    def flagged_domains(self) -> pl.DataFrame:
        """Return the domains that a person should look at, with what was concluded."""
        query = (
            select(
                Verdict.subject_id.label("domain_id"),
                Domain.name,
                Verdict.state,
                func.coalesce(Verdict.score, 0.0).label("score"),
                Verdict.pages,
            )
            .join(Domain, Domain.id == Verdict.subject_id)
            .where(Verdict.property_id == self._property_id, Verdict.subject == "domain", Verdict.flagged)
        )
        return self._frame(query)

    def mentions(self) -> pl.DataFrame:
        """Return every statement's domain, report and `first_seen` with what the last visit saw."""
        query = (
            select(
                Page.domain_id,
                Backlink.state,
                func.coalesce(Visit.language, "").label("language"),
                Statement.report_id,
                Statement.first_seen,
            )
            .join(Backlink, Backlink.id == Statement.backlink_id)
            .join(Page, Page.id == Backlink.page_id)
            .outerjoin(Visit, Visit.id == Backlink.visit_id)
            .where(Backlink.property_id == self._property_id)
        )
        return self._frame(query)

    def campaign_domains(self) -> pl.DataFrame:
        """Return `domain_id` and `campaign_id` of every page that belongs to a campaign."""
        return self._frame(
            select(Page.domain_id, CampaignPage.campaign_id)
            .join(CampaignPage, CampaignPage.page_id == Page.id)
            .join(Campaign, Campaign.id == CampaignPage.campaign_id)
            .where(Campaign.property_id == self._property_id)
        )

    def strongest_findings(self) -> pl.DataFrame:
        """Return `domain_id`, `signal` and the highest `score` that the signal has there."""
        return self._frame(
            select(Finding.domain_id, Finding.signal, func.max(Finding.score).label("score"))
            .where(Finding.property_id == self._property_id)
            .group_by(Finding.domain_id, Finding.signal)
        )

    def reviews(self) -> pl.DataFrame:
        """Return what people decided, oldest first."""
        return self._frame(
            select(
                Review.subject,
                Review.subject_id,
                Review.decision,
                Review.level,
                Review.note,
                Review.decided_at,
            )
            .where(Review.property_id == self._property_id)
            .order_by(Review.id)
        )

    def _latest_visits(self) -> Table:
        """Return the table of the latest visit of each page, made once: every shard asks for it."""
        if not self._has_latest:
            ours = select(Backlink.page_id).where(Backlink.property_id == self._property_id)
            latest = (
                select(func.max(Visit.id).label("id"), Visit.page_id, Visit.domain_id)
                .where(Visit.purpose == "page", Visit.page_id.in_(ours))
                .group_by(Visit.page_id, Visit.domain_id)
            )
            with self._connection.cursor() as cursor:
                cursor.execute(f"CREATE TEMPORARY TABLE {LATEST.name} AS {self._text(latest)}")
                cursor.execute(f"CREATE INDEX ix_{LATEST.name} ON {LATEST.name} (domain_id)")
            self._has_latest = True
        return LATEST

    def _text(self, query: Select[*tuple[Any, ...]]) -> str:
        text = str(query.compile(dialect=self._dialect, compile_kwargs={"literal_binds": True}))
        return text.replace("%%", "%")

    def _frame(self, query: Select[*tuple[Any, ...]]) -> pl.DataFrame:
        with self._connection.cursor() as cursor:
            cursor.execute(self._text(query))
            frame = pl.from_arrow(cursor.fetch_arrow_table())
        assert isinstance(frame, pl.DataFrame)
        return frame.cast({column.name: _polars_type(column) for column in query.selected_columns})


def _flag(condition: Any, name: str) -> ColumnElement[bool]:
    """Return a truth as 1 or 0: the two drivers have no common type for it."""
    return type_coerce(case((condition, 1), else_=0), Boolean).label(name)


def _polars_type(column: Any) -> type[pl.DataType]:
    """Return the column's type in frames: SQLite's driver guesses it from the first rows, if any."""
    if isinstance(column.type, Boolean):
        return pl.Boolean
    if isinstance(column.type, Text):
        return pl.String
    return pl.Float64 if isinstance(column.type, Float) else pl.Int64


_FACTS = (
    Visit.id.label("visit_id"),
    Visit.url,
    func.coalesce(Visit.status, 0).label("status"),
    Visit.error,
    _flag(or_(Visit.truncated, cast(Visit.limits, Text) != "[]"), "cut_short"),
    Visit.title,
    Visit.h1,
    _flag(Visit.noindex, "noindex"),
    Visit.words,
    Visit.prose_words,
    Visit.foreign_embeds,
    Visit.foreign_link_hosts,
    Visit.foreign_embed_hosts,
    Visit.picture_hosts_named,
    Visit.picture_hosts_fitting,
    Visit.links,
    Visit.foreign_links,
    Visit.compression,
    Visit.link_density,
    Visit.title_words,
    Visit.mean_word_length,
    Visit.visible_share,
    Visit.common_word_share,
    Visit.language,
    Visit.template_hash,
    Visit.simhash,
    Visit.vocabulary,
    cast(Visit.traits, Text).label("traits"),
)


@contextmanager
def bulk_connection(store: Store) -> Iterator[Any]:
    """Open an ADBC connection; what it wrote is lost unless committed.

    ADBC brings its own SQLite library, and two of them in one process undo each other's file locks (SQLite,
    "How to corrupt a database file", 2.2.1). So the pooled connections are closed first, and no session of
    this process may be open until this one is closed. Other processes are in no danger.
    """
    if store.is_sqlite:
        _alone(store)
        connection = adbc_driver_sqlite.dbapi.connect(store.url.database)
    else:
        url = store.url.set(drivername="postgresql").render_as_string(hide_password=False)
        connection = adbc_driver_postgresql.dbapi.connect(url)
    with connection:
        yield connection


def _alone(store: Store) -> None:
    pool = store.engine.pool
    if isinstance(pool, QueuePool) and pool.checkedout() > 0:
        raise RuntimeError("a session of this process is open; end it before reading in bulk")
    store.close()


@contextmanager
def bulk_reader(store: Store, property_id: int) -> Iterator[BulkReader]:
    """Open a reader of one property."""
    with bulk_connection(store) as connection:
        yield BulkReader(connection, property_id=property_id, is_sqlite=store.is_sqlite)
