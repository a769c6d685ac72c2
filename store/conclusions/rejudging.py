"""Writing what was concluded of some domains, in the place of what was concluded of them before."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import polars as pl
from sqlalchemy import Column, ColumnElement, MetaData, Select, Table, and_, delete, or_, select, update

from store.conclusions.judgements import (
    CAMPAIGN_COLUMNS,
    FINDING_COLUMNS,
    VERDICT_COLUMNS,
    Judgements,
)
from store.conclusions.writing import bulk_writer
from store.database import Store
from store.frames.changes import run, set_aside
from store.frames.queries import flag
from store.frames.reading import reader_of
from store.models import Campaign, Finding, Verdict
from store.models.base import BigKey

COUNTS = ("pages", "domains", "judged", "spam")
JUDGED = Table("judged_page", MetaData(), Column("page_id", BigKey), Column("domain_id", BigKey))
"""A temporary table: the pages that were judged again."""
CHANGED = Table(
    "changed_campaign", MetaData(), Column("id", BigKey), *(Column(name, BigKey) for name in COUNTS)
)
"""A temporary table: campaigns as they are now."""


def replace_some(
    store: Store,
    property_id: int,
    judged: Judgements,
    pages: pl.DataFrame,
    groups: pl.DataFrame,
    *,
    now: datetime,
) -> pl.DataFrame:
    """Put these conclusions in the place of earlier ones about the same domains, all or nothing.

    `pages`: `page_id` and `domain_id` of all pages of these domains; `groups`: `fingerprint` and `value` of
    every campaign that they belong or belonged to. `judged` has their findings and verdicts, and these
    campaigns. Returns `subject`, `state` and `flagged` of the verdicts that were there before.
    """
    owner = pl.lit(property_id, pl.Int64).alias("property_id")
    decided = pl.lit(int(now.timestamp()), pl.Int64).alias("decided_at")
    with bulk_writer(store) as connection, connection.cursor() as cursor:
        set_aside(cursor, JUDGED.name, pages.select("page_id", "domain_id"))
        reader = reader_of(store, connection, property_id)
        gone = reader.frame(_known_verdicts(property_id))
        _take_away(cursor, property_id)
        known = reader.campaigns()
        before = known.join(groups, on=["fingerprint", "value"], how="semi")
        after = judged.campaigns
        _change_campaigns(cursor, before, after)
        new = after.join(before, on="id", how="anti")
        cursor.adbc_ingest("campaign", new.select("id", owner, *CAMPAIGN_COLUMNS).to_arrow(), mode="append")
        tables = {
            "finding": pl.concat(judged.findings).select(owner, *FINDING_COLUMNS),
            "verdict": judged.verdicts.select(owner, *VERDICT_COLUMNS, decided),
        }
        for name, rows in tables.items():
            cursor.adbc_ingest(name, rows.to_arrow(), mode="append")
    return gone


def _known_verdicts(property_id: int) -> Select[str, str, bool]:
    """Ask for the verdicts on these pages and their domains."""
    return select(Verdict.subject, Verdict.state, flag(Verdict.flagged, "flagged")).where(
        or_(*_about_judged(property_id))
    )


def _about_judged(property_id: int) -> Iterator[ColumnElement[bool]]:
    """Give the condition that a verdict is about one of these pages, and about one of their domains."""
    for subject, keys in (("page", JUDGED.c.page_id), ("domain", JUDGED.c.domain_id)):
        yield and_(
            Verdict.property_id == property_id,
            Verdict.subject == subject,
            Verdict.subject_id.in_(select(keys)),
        )


def _take_away(cursor: Any, property_id: int) -> None:
    """Delete what was concluded of these pages and their domains."""
    domains = select(JUDGED.c.domain_id)
    run(cursor, delete(Finding).where(Finding.property_id == property_id, Finding.domain_id.in_(domains)))
    for about in _about_judged(property_id):
        run(cursor, delete(Verdict).where(about))


def _change_campaigns(cursor: Any, before: pl.DataFrame, after: pl.DataFrame) -> None:
    """Delete the campaigns that are none any more, and correct the counts of the others."""
    gone = before.join(after, on="id", how="anti")
    set_aside(cursor, CHANGED.name, gone.select("id", *COUNTS))
    run(cursor, delete(Campaign).where(Campaign.id.in_(select(CHANGED.c.id))))
    changed = after.join(before, on=["id", *COUNTS], how="anti").join(before, on="id", how="semi")
    set_aside(cursor, CHANGED.name, changed.select("id", *COUNTS))
    counts = {name: CHANGED.c[name] for name in COUNTS}
    run(cursor, update(Campaign).where(Campaign.id == CHANGED.c.id).values(counts))
