"""Writing what was concluded of some domains, in the place of what was concluded of them before."""

from datetime import datetime
from typing import Any

import polars as pl
from sqlalchemy import Column, MetaData, Table, and_, delete, select, update

from store.conclusions.judgements import (
    CAMPAIGN_COLUMNS,
    FINDING_COLUMNS,
    VERDICT_COLUMNS,
    Judgements,
    with_keys,
)
from store.conclusions.writing import bulk_writer
from store.database import Store
from store.frames.changes import run, set_aside
from store.frames.reading import reader_of
from store.models import Campaign, CampaignPage, Finding, Verdict
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
) -> None:
    """Put these conclusions in the place of earlier ones about the same domains, all or nothing.

    `pages`: `page_id` and `domain_id` of all pages of these domains; `groups`: `fingerprint` and `value` of
    every campaign that they belong or belonged to. `judged` has their findings and verdicts, and these
    campaigns with all their members.
    """
    owner = pl.lit(property_id, pl.Int64).alias("property_id")
    decided = pl.lit(int(now.timestamp()), pl.Int64).alias("decided_at")
    with bulk_writer(store) as connection, connection.cursor() as cursor:
        set_aside(cursor, JUDGED.name, pages.select("page_id", "domain_id"))
        _take_away(cursor, property_id)
        known = reader_of(store, connection, property_id).campaigns()
        before = known.join(groups, on=["fingerprint", "value"], how="semi")
        after = with_keys(judged.campaigns, property_id)
        _change_campaigns(cursor, before, after)
        new = after.join(before, on="id", how="anti")
        cursor.adbc_ingest("campaign", new.select("id", owner, *CAMPAIGN_COLUMNS).to_arrow(), mode="append")
        members = [
            judged.members.join(pages, on="page_id", how="semi"),
            judged.members.join(new, on="group", how="semi"),
        ]
        added = pl.concat(members).unique().join(after, on="group").select("page_id", campaign_id="id")
        tables = {
            "finding": pl.concat(judged.findings).select(owner, *FINDING_COLUMNS),
            "verdict": judged.verdicts.select(owner, *VERDICT_COLUMNS, decided),
            "campaign_page": added.select("campaign_id", "page_id"),
        }
        for name, rows in tables.items():
            cursor.adbc_ingest(name, rows.to_arrow(), mode="append")


def _take_away(cursor: Any, property_id: int) -> None:
    """Delete what was concluded of these pages and their domains."""
    pages, domains = select(JUDGED.c.page_id), select(JUDGED.c.domain_id)
    ours = select(Campaign.id).where(Campaign.property_id == property_id)
    run(cursor, delete(Finding).where(Finding.property_id == property_id, Finding.domain_id.in_(domains)))
    for subject, keys in (("page", pages), ("domain", domains)):
        about = (Verdict.property_id == property_id, Verdict.subject == subject)
        run(cursor, delete(Verdict).where(*about, Verdict.subject_id.in_(keys)))
    here = and_(CampaignPage.page_id.in_(pages), (CampaignPage.campaign_id + 0).in_(ours))
    run(cursor, delete(CampaignPage).where(here))


def _change_campaigns(cursor: Any, before: pl.DataFrame, after: pl.DataFrame) -> None:
    """Delete the campaigns that are none any more, and correct the counts of the others."""
    gone = before.join(after, on="id", how="anti")
    set_aside(cursor, CHANGED.name, gone.select("id", *COUNTS))
    run(cursor, delete(CampaignPage).where(CampaignPage.campaign_id.in_(select(CHANGED.c.id))))
    run(cursor, delete(Campaign).where(Campaign.id.in_(select(CHANGED.c.id))))
    changed = after.join(before, on=["id", *COUNTS], how="anti").join(before, on="id", how="semi")
    set_aside(cursor, CHANGED.name, changed.select("id", *COUNTS))
    counts = {name: CHANGED.c[name] for name in COUNTS}
    run(cursor, update(Campaign).where(Campaign.id == CHANGED.c.id).values(counts))
