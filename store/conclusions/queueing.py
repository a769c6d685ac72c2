"""Writing the queue of flagged domains, in its order, with everything that it can be searched by."""

import polars as pl
from sqlalchemy import Column, MetaData, Table, delete, select

from store.conclusions.judgements import SAMPLED_ROWS
from store.conclusions.writing import bulk_writer, is_first
from store.database import Store
from store.frames.changes import run, set_aside
from store.models import QueueFacet, QueueRow
from store.models.base import BigKey

QUEUE_COLUMNS = (
    "domain_id",
    "name",
    "priority",
    "fold",
    "fold_priority",
    "state",
    "first_signal",
    "second_signal",
)
GONE = Table("gone_domain", MetaData(), Column("domain_id", BigKey))
"""A temporary table: domains whose rows are replaced."""


def replace_queue(
    store: Store,
    property_id: int,
    queue: pl.DataFrame,
    facets: pl.DataFrame,
    judged: pl.DataFrame | None = None,
) -> None:
    """Put a new queue in the place of the old one; all or nothing.

    `queue` has `QUEUE_COLUMNS`, `facets` has `facet`, `value` and `domain_id`, best in their order. With
    `judged`, the rest of the queue stays: only what is known of these domains goes, and rows whose domains
    have one in `queue`.
    """
    owner = pl.lit(property_id, pl.Int64).alias("property_id")
    first = judged is None and is_first(store, QueueRow, property_id)
    with bulk_writer(store, first=first) as connection, connection.cursor() as cursor:
        for model, new in ((QueueFacet, facets), (QueueRow, queue)):
            gone = delete(model).where(model.property_id == property_id)
            if judged is not None:
                named = pl.concat([judged.select("domain_id"), new.select("domain_id")]).unique()
                set_aside(cursor, GONE.name, named)
                gone = gone.where(model.domain_id.in_(select(GONE.c.domain_id)))
            run(cursor, gone)
        rows = queue.select(owner, *QUEUE_COLUMNS).sort("domain_id")
        cursor.adbc_ingest("queue", rows.to_arrow(), mode="append")
        found = facets.select(owner, "facet", "value", "domain_id")
        cursor.adbc_ingest("queue_facet", found.to_arrow(), mode="append")
        if store.is_sqlite and judged is None:
            cursor.execute(f"PRAGMA analysis_limit = {SAMPLED_ROWS}")
            for model in (QueueFacet, QueueRow):
                cursor.execute(f"ANALYZE {model.__tablename__}")
