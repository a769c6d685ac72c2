"""Writing what the analysis concludes of one property, replaced as a whole in one transaction."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import polars as pl
from sqlalchemy import Index, delete
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, DropIndex, ExecutableDDLElement

from store.conclusions.writing import bulk_writer, is_first
from store.database import Store
from store.frames.changes import run
from store.frames.queries import BATCH
from store.identity import key
from store.models import Campaign, Finding, Verdict
from store.models.base import Base

FINDING_COLUMNS = (
    "page_id",
    "domain_id",
    "backlink_id",
    "visit_id",
    "signal",
    "score",
    "decisive",
    "sentence",
    "quote",
)
VERDICT_COLUMNS = (
    "subject",
    "subject_id",
    "state",
    "score",
    "flagged",
    "signals",
    "pages",
    "spam_pages",
    "reason",
)
SAMPLED_ROWS = 1_000
"""Rows of each index that SQLite looks at for its statistics: enough to choose by at any size."""


def _indexes(*models: type[Base]) -> tuple[Index, ...]:
    return tuple(index for model in models for index in Base.metadata.tables[model.__tablename__].indexes)


FIRST_SORTED, THEN_SORTED = _indexes(Finding), _indexes(Verdict)
"""Indexes that SQLite makes anew behind millions of rows, in a third of the time that adding to them takes.
PostgreSQL would let nobody read until then."""
CAMPAIGN_COLUMNS = ("fingerprint", "value", "pages", "domains", "judged", "spam")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgements:
    """What one analysis concludes, as frames."""

    findings: Iterable[pl.DataFrame]
    """`FINDING_COLUMNS`; one frame is in memory at a time."""
    verdicts: pl.DataFrame
    """`VERDICT_COLUMNS`."""
    campaigns: pl.DataFrame
    """`id`, `group` (a number for this analysis) and `CAMPAIGN_COLUMNS`."""


def replace_judgements(
    store: Store,
    property_id: int,
    found: Iterable[pl.DataFrame],
    conclude: Callable[[], Judgements],
    *,
    now: datetime,
) -> None:
    """Put new conclusions in the place of all earlier ones, all or nothing.

    `found`: findings, most of the data, which are stored before `conclude` is asked for all the rest: another
    processor may be at work on that meanwhile. Reviews are people's and are never touched.
    """
    owner = pl.lit(property_id, pl.Int64).alias("property_id")
    first = is_first(store, Verdict, property_id)
    with bulk_writer(store, first=first) as connection, connection.cursor() as cursor:
        if store.is_sqlite:
            _each(cursor, map(DropIndex, FIRST_SORTED + THEN_SORTED))
        for model in (Finding, Verdict, Campaign):
            run(cursor, delete(model).where(model.property_id == property_id))
        for findings in found:
            rows = findings.select(owner, *FINDING_COLUMNS)
            cursor.adbc_ingest("finding", rows.to_arrow(), mode="append")
        if store.is_sqlite:
            _each(cursor, map(CreateIndex, FIRST_SORTED))
        for name, rows in _tables(conclude(), property_id, now=now):
            for some in rows.iter_slices(BATCH):  # the driver gets a copy of what it takes
                cursor.adbc_ingest(name, some.to_arrow(), mode="append")
        if store.is_sqlite:
            _each(cursor, map(CreateIndex, THEN_SORTED))
            # Without statistics SQLite walks every backlink for each domain; PostgreSQL gathers its own.
            cursor.execute(f"PRAGMA analysis_limit = {SAMPLED_ROWS}")
            cursor.execute("ANALYZE")


def _tables(judged: Judgements, property_id: int, *, now: datetime) -> Iterator[tuple[str, pl.DataFrame]]:
    """Give the rows of each table."""
    owner = pl.lit(property_id, pl.Int64).alias("property_id")
    decided = pl.lit(int(now.timestamp()), pl.Int64).alias("decided_at")
    yield from (("finding", rows.select(owner, *FINDING_COLUMNS)) for rows in judged.findings)
    yield "verdict", judged.verdicts.select(owner, *VERDICT_COLUMNS, decided)
    yield "campaign", judged.campaigns.select("id", owner, *CAMPAIGN_COLUMNS)


def with_keys(campaigns: pl.DataFrame, property_id: int) -> pl.DataFrame:
    """Add `id`, the key of each campaign, which comes from its `fingerprint` and `value`."""
    names = campaigns.select("fingerprint", "value").iter_rows()
    ids = [key("campaign", str(property_id), *name) for name in names]
    return campaigns.with_columns(pl.Series("id", ids, dtype=pl.Int64))


def _each(cursor: Any, statements: Iterable[ExecutableDDLElement]) -> None:
    for statement in statements:
        cursor.execute(str(statement.compile(dialect=sqlite.dialect())))
